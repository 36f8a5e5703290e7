//! Record which CPython is embedded, so that the worker can refuse any other.

use std::path::{Path, PathBuf};
use std::process::{Command, exit};

/// Printed one a line; the order is that of the fields of [`Found`].
const QUESTIONS: &str = "
import sys, sysconfig
executable = getattr(sys, '_base_executable', None) or sys.executable
print('.'.join(map(str, sys.version_info[:3])))
print(executable)
print(sys.base_prefix)
print(sysconfig.get_config_var('LIBDIR') or '')
print(sysconfig.get_config_var('INSTSONAME') or sysconfig.get_config_var('LDLIBRARY') or '')
print(sysconfig.get_config_var('MULTIARCH') or '')
";

struct Found {
    version: String,
    executable: String,
    prefix: String,
    library_dir: String,
    library: String,
    multiarch: String,
}

/// Set `GREENROOM_PYTHON_*` for the crate and the run path of its library, or stop with the package to install.
pub fn run() {
    println!("cargo::rerun-if-env-changed=PYO3_PYTHON");
    let config = pyo3_build_config::get();
    let Some(executable) = config.executable() else {
        stop("the CPython to embed is not known; set `PYO3_PYTHON` to the python3 to use, 3.11 or newer");
    };
    let found = ask(executable);
    let minor: u32 = found.version.split('.').nth(1).and_then(|minor| minor.parse().ok()).unwrap_or(0);
    if minor < 11 {
        stop(&format!(
            "greenroom embeds CPython 3.11 or newer, and `{executable}` is {}; set `PYO3_PYTHON` to a newer python3",
            found.version
        ));
    }
    let linkable = format!("libpython3.{minor}.so");
    let directories = [PathBuf::from(&found.library_dir), Path::new("/usr/lib").join(&found.multiarch)];
    let Some(library) = directories
        .iter()
        .map(|dir| dir.join(&found.library))
        .find(|path| path.is_file() && path.with_file_name(&linkable).exists())
    else {
        stop(&format!(
            "CPython {} at `{executable}` has no shared library `{linkable}` to embed; install it (Debian, Ubuntu: \
             `apt-get install python3-dev`; Fedora: `dnf install python3-devel`; pyenv: reinstall with \
             `PYTHON_CONFIGURE_OPTS=--enable-shared`) or set `PYO3_PYTHON` to another python3",
            found.version
        ));
    };
    pyo3_build_config::add_libpython_rpath_link_args();
    println!("cargo::rustc-env=GREENROOM_PYTHON_VERSION={}", found.version);
    println!("cargo::rustc-env=GREENROOM_PYTHON_EXECUTABLE={}", found.executable);
    println!("cargo::rustc-env=GREENROOM_PYTHON_PREFIX={}", found.prefix);
    println!("cargo::rustc-env=GREENROOM_PYTHON_LIBRARY={}", library.display());
    println!("cargo::rerun-if-changed={}", library.display());
}

fn ask(executable: &str) -> Found {
    let output = match Command::new(executable).args(["-I", "-S", "-c", QUESTIONS]).output() {
        Ok(output) if output.status.success() => output,
        Ok(output) => stop(&format!("`{executable}` failed: {}", String::from_utf8_lossy(&output.stderr).trim())),
        Err(error) => stop(&format!("`{executable}` could not be run: {error}")),
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let mut lines = text.lines().map(str::to_owned);
    let mut next = || lines.next().unwrap_or_default();
    Found {
        version: next(),
        executable: next(),
        prefix: next(),
        library_dir: next(),
        library: next(),
        multiarch: next(),
    }
}

fn stop(message: &str) -> ! {
    println!("cargo::error={message}");
    exit(1);
}
