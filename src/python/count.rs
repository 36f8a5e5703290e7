//! The Rust side of the Python that counts: the rewritten answer in place of the one as it was written, and its steps.

use std::ffi::CString;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyModule};

const REWRITE: &str = include_str!("rewrite.py");
const METER: &str = include_str!("meter.py");
const OPERATORS: &str = include_str!("operators.py");
const METHODS: &str = include_str!("methods.py");
const CALLS: &str = include_str!("calls.py");

/// Rewrites an answer, and counts what the result does.
pub struct Counter<'py> {
    rewrite: Bound<'py, PyModule>,
    meter: Bound<'py, PyModule>,
    calls: Bound<'py, PyModule>,
}

impl<'py> Counter<'py> {
    pub fn new(py: Python<'py>) -> PyResult<Counter<'py>> {
        // They import each other by these names, and are not to be found by an answer.
        let rewrite = module(py, REWRITE, "_greenroom_rewrite")?;
        let meter = module(py, METER, "_greenroom_meter")?;
        let operators = module(py, OPERATORS, "_greenroom_operators")?;
        let methods = module(py, METHODS, "_greenroom_methods")?;
        let calls = module(py, CALLS, "_greenroom_calls")?;
        let modules = py.import("sys")?.getattr("modules")?;
        let all = [&rewrite, &meter, &operators, &methods, &calls];
        all.into_iter().try_for_each(|module| modules.del_item(module.name()?))?;
        Ok(Counter { rewrite, meter, calls })
    }

    /// The code object of an answer that counts.
    pub fn compile(&self, source: &str) -> PyResult<Bound<'py, PyAny>> {
        self.rewrite.call_method1("rewrite", (source,))
    }

    /// Give the names that a rewritten answer uses to the module that it is executed in.
    pub fn install(&self, globals: &Bound<'py, PyDict>) -> PyResult<()> {
        self.calls.call_method1("install", (globals,)).map(drop)
    }

    /// The steps of the call that `growing` of a check says for a size, and whether there were more than `budget`.
    pub fn measure(&self, check: &Bound<'py, PyDict>, size: u32, budget: u64) -> PyResult<(u64, bool)> {
        let growing = check.as_any().get_item("growing")?;
        self.meter.call_method1("measure", (growing, size, budget))?.extract()
    }
}

fn module<'py>(py: Python<'py>, source: &str, name: &str) -> PyResult<Bound<'py, PyModule>> {
    let text = |text: &str| CString::new(text).expect("the texts have no NUL");
    PyModule::from_code(py, &text(source), &text(&format!("{name}.py")), &text(name))
}
