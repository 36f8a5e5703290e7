//! Run what a job asks for: an answer and the cases of its check, or a script.

#![expect(unsafe_code, reason = "compiling an interactive statement has no safe wrapper")]

use std::ffi::{CString, c_int};

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyModule};

use crate::model::wire::{CheckJob, ExampleReply, Load, LoadFailure, LoadStage, Raised};
use crate::python::hooks::{ANSWER_FILE, Hooks};
use crate::python::raised::describe;
use crate::python::recorder;

/// An answer and its check, loaded.
pub struct Loaded<'py> {
    globals: Bound<'py, PyDict>,
}

/// Execute the answer and the set-up of the check.
pub fn load<'py>(py: Python<'py>, job: &CheckJob, hooks: Hooks) -> (Load, Option<Loaded<'py>>) {
    let failed =
        |stage: LoadStage, error: PyErr| LoadFailure { stage, raised: describe(py, error, hooks.memory_error) };
    let result = load_stages(py, job).map_err(|(stage, error)| failed(stage, error));
    let (_, printed) = recorder::take();
    match result {
        Ok(loaded) => (Load { printed, failed: None }, Some(loaded)),
        Err(failure) => (Load { printed, failed: Some(failure) }, None),
    }
}

fn load_stages<'py>(py: Python<'py>, job: &CheckJob) -> Result<Loaded<'py>, (LoadStage, PyErr)> {
    let at = |stage: LoadStage| move |error: PyErr| (stage, error);
    let code = compile(py, &job.answer, ANSWER_FILE, ffi::Py_file_input).map_err(at(LoadStage::Compile))?;
    let check = new_module(py, "check").map_err(at(LoadStage::Setup))?;
    let globals = check.dict();
    globals.set_item("seed", job.seed).map_err(at(LoadStage::Setup))?;
    if job.execute {
        // Importing it costs more than most answers.
        if job.answer.contains("random") || job.setup.contains("random") {
            seed_random(py, job.seed).map_err(at(LoadStage::Setup))?;
        }
        let answer = new_module(py, "answer").map_err(at(LoadStage::Setup))?;
        answer.setattr("__file__", ANSWER_FILE).map_err(at(LoadStage::Setup))?;
        evaluate(py, &code, &answer.dict()).map_err(at(LoadStage::Answer))?;
    } else {
        let tree = py.import("ast").and_then(|ast| ast.call_method1("parse", (job.answer.as_str(),)));
        globals.set_item("source", &job.answer).map_err(at(LoadStage::Setup))?;
        globals.set_item("tree", tree.map_err(at(LoadStage::Compile))?).map_err(at(LoadStage::Setup))?;
    }
    compile(py, &job.setup, "check.py", ffi::Py_file_input)
        .and_then(|code| evaluate(py, &code, &globals))
        .map_err(at(LoadStage::Setup))?;
    Ok(Loaded { globals })
}

impl Loaded<'_> {
    /// Try the examples of one case. As in doctest, the case has its own copy of the names and goes on after an exception.
    pub fn case(&self, examples: &[String], hooks: Hooks) -> Vec<ExampleReply> {
        recorder::next_case();
        let py = self.globals.py();
        let globals = self.globals.copy();
        let mut replies = Vec::with_capacity(examples.len());
        for source in examples {
            let result = match &globals {
                Ok(globals) => {
                    compile(py, source, "<example>", ffi::Py_single_input).and_then(|code| evaluate(py, &code, globals))
                }
                Err(error) => Err(error.clone_ref(py)),
            };
            let raised = result.err().map(|error| describe(py, error, hooks.memory_error));
            let (shown, printed) = recorder::take();
            replies.push(ExampleReply { shown, printed, raised });
        }
        replies
    }
}

/// Run a script as `__main__` and give back what it printed.
pub fn script(py: Python<'_>, source: &str, hooks: Hooks) -> (String, Option<Raised>) {
    let result = new_module(py, "__main__").and_then(|module| {
        module.setattr("__file__", ANSWER_FILE)?;
        let code = compile(py, source, ANSWER_FILE, ffi::Py_file_input)?;
        evaluate(py, &code, &module.dict())
    });
    let raised = result.err().map(|error| describe(py, error, hooks.memory_error));
    (recorder::take().1, raised)
}

/// A module that `import` finds.
fn new_module<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>> {
    let module = PyModule::new(py, name)?;
    module.setattr("__builtins__", py.import("builtins")?)?;
    py.import("sys")?.getattr("modules")?.set_item(name, &module)?;
    Ok(module)
}

fn seed_random(py: Python<'_>, seed: u64) -> PyResult<()> {
    py.import("random")?.call_method1("seed", (seed,)).map(drop)
}

/// `PyCF_IGNORE_COOKIE` of CPython: a coding cookie would make the answer another text than the one that is looked at.
const IGNORE_COOKIE: c_int = 0x0800;

/// CPython's own compiler, not `builtins.compile`, which the answer could have replaced.
fn compile<'py>(py: Python<'py>, source: &str, file: &str, mode: c_int) -> PyResult<Bound<'py, PyAny>> {
    let source = CString::new(source)?;
    let file = CString::new(file)?;
    let mut flags = ffi::PyCompilerFlags { cf_flags: IGNORE_COOKIE, cf_feature_version: 0 };
    // SAFETY: the interpreter is held, texts and flags outlive the call, and the result is a new reference or null.
    unsafe {
        let code = ffi::Py_CompileStringExFlags(source.as_ptr(), file.as_ptr(), mode, &raw mut flags, -1);
        Bound::from_owned_ptr_or_err(py, code)
    }
}

fn evaluate(py: Python<'_>, code: &Bound<'_, PyAny>, globals: &Bound<'_, PyDict>) -> PyResult<()> {
    // SAFETY: `code` comes from `compile`, the interpreter is held, and the result is a new reference or null.
    unsafe {
        let result = ffi::PyEval_EvalCode(code.as_ptr(), globals.as_ptr(), globals.as_ptr());
        Bound::from_owned_ptr_or_err(py, result).map(drop)
    }
}
