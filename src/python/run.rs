//! Run what a job asks for: an answer and the cases of its check, or a script.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyModule};

use crate::model::wire::{CheckJob, Count, ExampleReply, Load, LoadFailure, LoadStage, Raised};
use crate::python::code::{Kind, compile, evaluate, from_bytes};
use crate::python::count::Counter;
use crate::python::hooks::{ANSWER_FILE, Hooks};
use crate::python::raised::describe;
use crate::python::recorder;

/// An answer and its check, loaded.
pub struct Loaded<'py> {
    globals: Bound<'py, PyDict>,
}

/// Execute the answer and the set-up of the check.
pub fn load<'py>(py: Python<'py>, job: &CheckJob, hooks: Hooks) -> (Load, Option<Loaded<'py>>) {
    load_with(py, job, None, hooks)
}

/// The same; with a counter the answer counts its steps.
pub fn load_with<'py>(
    py: Python<'py>,
    job: &CheckJob,
    counter: Option<&Counter<'py>>,
    hooks: Hooks,
) -> (Load, Option<Loaded<'py>>) {
    let failed =
        |stage: LoadStage, error: PyErr| LoadFailure { stage, raised: describe(py, error, hooks.memory_error) };
    let result = load_stages(py, job, counter).map_err(|(stage, error)| failed(stage, error));
    let (_, printed) = recorder::take();
    match result {
        Ok(loaded) => (Load { printed, failed: None }, Some(loaded)),
        Err(failure) => (Load { printed, failed: Some(failure) }, None),
    }
}

fn load_stages<'py>(
    py: Python<'py>,
    job: &CheckJob,
    counter: Option<&Counter<'py>>,
) -> Result<Loaded<'py>, (LoadStage, PyErr)> {
    let at = |stage: LoadStage| move |error: PyErr| (stage, error);
    let code = match counter {
        Some(counter) => counter.compile(&job.answer),
        None => compile(py, &job.answer, ANSWER_FILE, Kind::Module),
    };
    let code = code.map_err(at(LoadStage::Compile))?;
    let check = new_module(py, "check").map_err(at(LoadStage::Setup))?;
    let globals = check.dict();
    globals.set_item("seed", job.seed).map_err(at(LoadStage::Setup))?;
    if job.execute {
        // Importing it costs more than most answers.
        if job.seed_random || job.answer.contains("random") {
            seed_random(py, job.seed).map_err(at(LoadStage::Setup))?;
        }
        let answer = new_module(py, "answer").map_err(at(LoadStage::Setup))?;
        answer.setattr("__file__", ANSWER_FILE).map_err(at(LoadStage::Setup))?;
        if let Some(counter) = counter {
            counter.install(&answer.dict()).map_err(at(LoadStage::Setup))?;
        }
        evaluate(py, &code, &answer.dict()).map_err(at(LoadStage::Answer))?;
    } else {
        let tree = py.import("ast").and_then(|ast| ast.call_method1("parse", (job.answer.as_str(),)));
        globals.set_item("source", &job.answer).map_err(at(LoadStage::Setup))?;
        globals.set_item("tree", tree.map_err(at(LoadStage::Compile))?).map_err(at(LoadStage::Setup))?;
    }
    from_bytes(py, &job.setup).and_then(|code| evaluate(py, &code, &globals)).map_err(at(LoadStage::Setup))?;
    Ok(Loaded { globals })
}

impl Loaded<'_> {
    /// The steps for one size, counted by the answer.
    pub fn count(&self, counter: &Counter<'_>, size: u32, budget: u64, hooks: Hooks) -> Count {
        let py = self.globals.py();
        match counter.measure(&self.globals, size, budget) {
            Ok((steps, over)) => Count { steps, over, raised: None },
            Err(error) => Count { steps: 0, over: false, raised: Some(describe(py, error, hooks.memory_error)) },
        }
    }

    /// Try the examples of one case. As in doctest, the case has its own copy of the names and goes on after an exception.
    pub fn case(&self, examples: &[Vec<u8>], hooks: Hooks) -> Vec<ExampleReply> {
        recorder::next_case();
        let py = self.globals.py();
        let globals = self.globals.copy();
        let mut replies = Vec::with_capacity(examples.len());
        for code in examples {
            let result = match &globals {
                Ok(globals) => from_bytes(py, code).and_then(|code| evaluate(py, &code, globals)),
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
        let code = compile(py, source, ANSWER_FILE, Kind::Module)?;
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
