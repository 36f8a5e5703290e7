//! The Rust side of the loader: call `loader.py` and turn what it gives into a parsed check.

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyTuple};

use crate::model::check::{Case, CaseKind, CheckProblem, Compiled, Example, Expected, ParsedCheck};
use crate::model::value::{Value, tag};
use crate::python::code::{Kind, compile_to_bytes, own_module};
use crate::python::encode::encode;

const LOADER: &str = include_str!("loader.py");

/// Parse the source of a check. Nothing of it is executed.
pub fn parse(py: Python<'_>, source: &str) -> Result<ParsedCheck, CheckProblem> {
    let broken = |error: PyErr| CheckProblem { line: 0, message: format!("the check could not be parsed: {error}") };
    let code = std::ffi::CString::new(LOADER).expect("the loader has no NUL");
    let loader = own_module(py, &code, c"loader.py", c"_greenroom_loader").map_err(broken)?;
    match loader.call_method1("parse", (source,)) {
        Ok(found) => convert(&found),
        Err(error) => {
            let problem = loader.getattr("Problem").map_err(broken)?;
            if !error.is_instance(py, &problem) {
                return Err(broken(error));
            }
            let (line, message): (u32, String) =
                error.value(py).getattr("args").and_then(|args| args.extract()).map_err(broken)?;
            Err(CheckProblem { line, message })
        }
    }
}

fn convert(found: &Bound<'_, PyAny>) -> Result<ParsedCheck, CheckProblem> {
    let broken =
        |error: PyErr| CheckProblem { line: 0, message: format!("the loader gave something unexpected: {error}") };
    type Found<'py> = (String, String, String, Vec<String>, Vec<Bound<'py, PyAny>>);
    let (title, setup, setup_without_answer, wants, cases): Found<'_> = found.extract().map_err(broken)?;
    let cases = cases.iter().map(|case| convert_case(case, &broken)).collect::<Result<_, _>>()?;
    let compiled = |source: String| match compile_to_bytes(found.py(), &source, "check.py", Kind::Module) {
        Ok(code) => Ok(Compiled { source, code }),
        Err(error) => Err(CheckProblem { line: 0, message: format!("the set-up does not compile: {error}") }),
    };
    let (setup, setup_without_answer) = (compiled(setup)?, compiled(setup_without_answer)?);
    Ok(ParsedCheck { title, setup, setup_without_answer, wants, cases })
}

fn convert_case(case: &Bound<'_, PyAny>, broken: &dyn Fn(PyErr) -> CheckProblem) -> Result<Case, CheckProblem> {
    type FoundCase<'py> = (String, String, String, u32, Vec<Bound<'py, PyTuple>>);
    let (name, kind, sentence, line, examples): FoundCase<'_> = case.extract().map_err(broken)?;
    let kind = match kind.as_str() {
        "sample" => CaseKind::Sample,
        "source" => CaseKind::Source,
        _ => CaseKind::Hidden,
    };
    let examples = examples.iter().map(|example| convert_example(example, broken)).collect::<Result<_, _>>()?;
    Ok(Case { name, kind, sentence, line, examples })
}

fn convert_example(
    example: &Bound<'_, PyTuple>,
    broken: &dyn Fn(PyErr) -> CheckProblem,
) -> Result<Example, CheckProblem> {
    type FoundExample<'py> = (String, u32, String, String, Vec<String>, Bound<'py, PyAny>);
    let (source, line, want, mode, flags, payload): FoundExample<'_> = example.extract().map_err(broken)?;
    let has = |flag: &str| flags.iter().any(|found| found == flag);
    let expected = match mode.as_str() {
        "values" => {
            let values: Vec<Bound<'_, PyAny>> = payload.extract().map_err(broken)?;
            let values: Vec<Vec<u8>> = values.iter().map(encode).collect();
            if values.iter().any(|value| value.first() == Some(&tag::BEYOND) || Value::decode(value).is_err()) {
                return Err(CheckProblem { line, message: "the expected value is too large".to_owned() });
            }
            Expected::Values { values, any_order: has("ANY_ORDER"), approx: has("APPROX") }
        }
        "between" => {
            let (low, high) = payload.extract().map_err(broken)?;
            Expected::Between { low, high }
        }
        "text" => Expected::Text {
            text: payload.extract().map_err(broken)?,
            ellipsis: has("ELLIPSIS"),
            normalize_whitespace: has("NORMALIZE_WHITESPACE"),
        },
        "raises" => Expected::Raises { exception: payload.extract().map_err(broken)? },
        _ => Expected::Reference { any_order: has("ANY_ORDER"), approx: has("APPROX") },
    };
    let code = compile_to_bytes(example.py(), &source, "<example>", Kind::Interactive)
        .map_err(|error| CheckProblem { line, message: format!("the example does not compile: {error}") })?;
    Ok(Example { source, code, line, want, expected })
}
