//! An exception as it crosses the wall: its type, its message, and the lines of the answer that it went through.

use pyo3::exceptions::{PyMemoryError, PySyntaxError};
use pyo3::prelude::*;

use crate::model::limits::{MAX_MESSAGE_BYTES, MAX_TRACEBACK};
use crate::model::wire::{Raised, TraceLine};
use crate::python::hooks::ANSWER_FILE;
use crate::python::type_name::type_name;

/// Describe an exception. `memory_error` is called first if it is a `MemoryError`, to make room for the report.
pub fn describe(py: Python<'_>, error: PyErr, memory_error: fn()) -> Raised {
    if error.is_instance_of::<PyMemoryError>(py) {
        memory_error();
    }
    let exception = cut(type_name(&error.get_type(py)));
    let mut trace = trace_lines(py, &error);
    let value = error.value(py);
    let message = if error.is_instance_of::<PySyntaxError>(py) {
        let number = |name: &str| value.getattr(name).ok().and_then(|line| line.extract::<u32>().ok()).unwrap_or(0);
        let in_answer = value
            .getattr("filename")
            .ok()
            .and_then(|name| name.extract::<String>().ok())
            .is_some_and(|name| name == ANSWER_FILE);
        if in_answer && trace.len() < MAX_TRACEBACK {
            trace.push(TraceLine { line: number("lineno"), column: number("offset"), function: String::new() });
        }
        value.getattr("msg").ok().and_then(|message| message.str().ok())
    } else {
        value.str().ok()
    };
    let message =
        message.map(|message| message.to_string_lossy().into_owned()).unwrap_or_else(|| "(its text raised)".to_owned());
    Raised { exception, message: cut(message), trace }
}

fn cut(mut text: String) -> String {
    if text.len() > MAX_MESSAGE_BYTES {
        let end = (0..=MAX_MESSAGE_BYTES).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
        text.push('…');
    }
    text
}

/// The innermost lines of the answer, outermost first. A deep recursion is walked through, not collected.
fn trace_lines(py: Python<'_>, error: &PyErr) -> Vec<TraceLine> {
    let mut lines = std::collections::VecDeque::new();
    let mut next = error.traceback(py).map(|traceback| traceback.into_any());
    while let Some(traceback) = next.take() {
        if let Some(line) = trace_line(&traceback) {
            if lines.len() == MAX_TRACEBACK {
                lines.pop_front();
            }
            lines.push_back(line);
        }
        next = traceback.getattr("tb_next").ok().filter(|next| !next.is_none());
    }
    lines.into()
}

fn trace_line(traceback: &Bound<'_, PyAny>) -> Option<TraceLine> {
    let code = traceback.getattr("tb_frame").ok()?.getattr("f_code").ok()?;
    if code.getattr("co_filename").ok()?.extract::<String>().ok()? != ANSWER_FILE {
        return None;
    }
    Some(TraceLine {
        line: traceback.getattr("tb_lineno").ok()?.extract().ok()?,
        column: 0,
        function: cut(code.getattr("co_qualname").ok()?.extract().ok()?),
    })
}
