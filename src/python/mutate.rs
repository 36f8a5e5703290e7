//! The Rust side of `mutate.py`: call it and turn what it gives into mutants.

use pyo3::prelude::*;

use crate::model::mutant::{Mutant, Mutated};
use crate::python::code::own_module;

const MUTATE: &str = include_str!("mutate.py");

/// Make mutants of the source of a right answer. Nothing of it is executed.
pub fn mutate(py: Python<'_>, source: &str) -> PyResult<Mutated> {
    let code = std::ffi::CString::new(MUTATE).expect("the text has no NUL");
    let module = own_module(py, &code, c"mutate.py", c"_greenroom_mutate")?;
    type Found = (String, Vec<(u32, String, String, u32, u32, String)>);
    let (base, found): Found = module.call_method1("mutate", (source,))?.extract()?;
    let mutants = found
        .into_iter()
        .map(|(line, was, became, start, end, text)| Mutant::new(line, was, became, start..end, text))
        .collect();
    Ok(Mutated { base, mutants })
}
