//! The one door to CPython: start exactly the interpreter that greenroom was built with, or refuse.

#![expect(unsafe_code, reason = "PyConfig has no safe wrapper")]

use std::ffi::{CStr, CString, OsString, c_int};
use std::fs;
use std::path::{Path, PathBuf};

use pyo3::ffi;
use pyo3::prelude::*;

use crate::model::limits::THREAD_STACK_BYTES;
use crate::model::wire::{ENVIRONMENT, Interpreter, Preload};
use crate::python::hooks::Hooks;
use crate::python::warm::{Warm, warm_up};

/// What the build script recorded.
const VERSION: &str = env!("GREENROOM_PYTHON_VERSION");
const EXECUTABLE: &str = env!("GREENROOM_PYTHON_EXECUTABLE");
const PREFIX: &str = env!("GREENROOM_PYTHON_PREFIX");
const LIBRARY: &str = env!("GREENROOM_PYTHON_LIBRARY");

/// Why the interpreter does not run.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "CPython {VERSION} at `{EXECUTABLE}` does not start: {0}; rebuild greenroom, or set `PYO3_PYTHON` and rebuild"
    )]
    Status(String),
    #[error(
        "the interpreter that started has {fact} `{found}`, and greenroom was built for `{built}`; rebuild greenroom with `PYO3_PYTHON` set to the python3 to use"
    )]
    Mismatch { fact: &'static str, found: String, built: &'static str },
    #[error("CPython {VERSION} started, but {0}")]
    Python(#[from] PyErr),
}

/// A running interpreter and the folders of its standard library.
#[derive(Debug)]
pub struct Started {
    pub interpreter: Interpreter,
    pub library: Vec<PathBuf>,
    pub warm: Warm,
}

/// Start CPython in this process, compare it with what was built for, and make it ready to be forked.
pub fn start(preload: Preload, hash_seed: u32, hooks: Hooks) -> Result<Started, StartError> {
    initialize(hash_seed)?;
    Python::attach(|py| {
        let (interpreter, library) = facts(py)?;
        for (fact, found, built) in [
            ("version", &interpreter.version, VERSION),
            ("prefix", &interpreter.prefix, PREFIX),
            ("library", &interpreter.library, LIBRARY),
        ] {
            if !same(found, built) {
                return Err(StartError::Mismatch { fact, found: found.clone(), built });
            }
        }
        py.import("_thread")?.call_method1("stack_size", (THREAD_STACK_BYTES,))?;
        let warm = warm_up(py, preload, hooks)?;
        forget_added_variables(py)?;
        Ok(Started { interpreter, library, warm })
    })
}

/// What is in the environment for the start of this process only, and what modules add when they are imported: on CPython 3.13 `doctest` brings readline, which sets the
/// size of a terminal.
fn forget_added_variables(py: Python<'_>) -> PyResult<()> {
    let os = py.import("os")?;
    let is_given = |name: &OsString| ENVIRONMENT.iter().any(|(given, _)| name == *given);
    let added = std::env::vars_os().map(|(name, _)| name).filter(|name| !is_given(name));
    // From the process, and from what `os` read when it was imported.
    added.into_iter().try_for_each(|name| {
        os.call_method1("unsetenv", (&name,))?;
        os.getattr("environ")?.call_method1("pop", (name, py.None())).map(drop)
    })
}

/// Make `folder` the home and the place of temporary files.
pub fn use_scratch(folder: &Path) -> PyResult<()> {
    Python::attach(|py| {
        let environ = py.import("os")?.getattr("environ")?;
        ["HOME", "TMPDIR"].into_iter().try_for_each(|name| environ.set_item(name, folder.as_os_str()))
    })
}

/// Two paths of one file, or two equal texts.
fn same(found: &str, built: &str) -> bool {
    let resolved = |path: &str| fs::canonicalize(path).unwrap_or_else(|_| Path::new(path).to_owned());
    found == built || resolved(found) == resolved(built)
}

/// By hand instead of pyo3's `auto-initialize`: isolated from the environment and the user's site, and with a program
/// name, because even an isolated CPython otherwise looks for `python3` on PATH to find its library.
fn initialize(hash_seed: u32) -> Result<(), StartError> {
    let executable = CString::new(EXECUTABLE).expect("paths have no NUL");
    // SAFETY: the structures are initialised by CPython before a field is read, `executable` outlives the calls, and
    // this runs once in a process with one thread.
    unsafe {
        let mut preconfig = std::mem::zeroed::<ffi::PyPreConfig>();
        ffi::PyPreConfig_InitIsolatedConfig(&raw mut preconfig);
        preconfig.utf8_mode = 1;
        check(ffi::Py_PreInitialize(&raw const preconfig))?;

        let mut config = std::mem::zeroed::<ffi::PyConfig>();
        ffi::PyConfig_InitIsolatedConfig(&raw mut config);
        config.install_signal_handlers = 0;
        config.parse_argv = 0;
        config.site_import = 0;
        config.write_bytecode = 0;
        config.use_hash_seed = 1;
        config.hash_seed = hash_seed.into();
        let config = &raw mut config;
        let result = check(ffi::PyConfig_SetBytesString(config, &raw mut (*config).program_name, executable.as_ptr()))
            .and_then(|()| {
                check(ffi::PyConfig_SetBytesString(config, &raw mut (*config).executable, executable.as_ptr()))
            })
            .and_then(|()| check(ffi::Py_InitializeFromConfig(config)));
        ffi::PyConfig_Clear(config);
        result?;
        // Give the lock back: from here on everybody attaches.
        ffi::PyEval_SaveThread();
    }
    Ok(())
}

/// # Safety
/// `status` must come from CPython.
unsafe fn check(status: ffi::PyStatus) -> Result<(), StartError> {
    // SAFETY: by the contract, so its texts are static C strings or null.
    unsafe {
        let failed: c_int = ffi::PyStatus_Exception(status);
        if failed == 0 {
            return Ok(());
        }
        let text = |pointer: *const std::ffi::c_char| {
            if pointer.is_null() { String::new() } else { CStr::from_ptr(pointer).to_string_lossy().into_owned() }
        };
        Err(StartError::Status(text(status.err_msg)))
    }
}

fn facts(py: Python<'_>) -> PyResult<(Interpreter, Vec<PathBuf>)> {
    let sys = py.import("sys")?;
    let (major, minor, micro): (u32, u32, u32) =
        sys.getattr("version_info")?.get_item(pyo3::types::PySlice::new(py, 0, 3, 1))?.extract()?;
    let library: Vec<String> = sys.getattr("path")?.extract()?;
    let interpreter = Interpreter {
        version: format!("{major}.{minor}.{micro}"),
        implementation: sys.getattr("implementation")?.getattr("name")?.extract()?,
        prefix: sys.getattr("base_prefix")?.extract()?,
        library: mapped_library().unwrap_or_default(),
    };
    Ok((interpreter, library.into_iter().map(PathBuf::from).filter(|path| path.is_dir()).collect()))
}

/// Which shared library this process really runs, as the kernel tells.
fn mapped_library() -> Option<String> {
    let maps = fs::read_to_string("/proc/self/maps").ok()?;
    let line = maps.lines().find(|line| line.rsplit('/').next().is_some_and(|name| name.starts_with("libpython3")))?;
    line.find('/').map(|start| line[start..].to_owned())
}
