//! Compile Python source, by CPython's own compiler: not by `builtins.compile`, which an answer could have replaced.

#![expect(unsafe_code, reason = "compiling and code objects as bytes have no safe wrapper")]

use std::ffi::{CStr, CString, c_char, c_int};

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyModule};

/// `PyCF_IGNORE_COOKIE` of CPython: a coding cookie would make the answer another text than the one that is looked at.
const IGNORE_COOKIE: c_int = 0x0800;

/// `Py_MARSHAL_VERSION` since CPython 3.4. Bytes are read by the interpreter that wrote them, and by no other.
const MARSHAL_VERSION: c_int = 4;

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Module,
    /// One statement, whose value is displayed.
    Interactive,
}

/// The code object of a source.
pub fn compile<'py>(py: Python<'py>, source: &str, file: &str, kind: Kind) -> PyResult<Bound<'py, PyAny>> {
    let source = CString::new(source)?;
    let file = CString::new(file)?;
    let start = match kind {
        Kind::Module => ffi::Py_file_input,
        Kind::Interactive => ffi::Py_single_input,
    };
    let mut flags = ffi::PyCompilerFlags { cf_flags: IGNORE_COOKIE, cf_feature_version: 0 };
    // SAFETY: the interpreter is held, texts and flags outlive the call, and the result is a new reference or null.
    unsafe {
        let code = ffi::Py_CompileStringExFlags(source.as_ptr(), file.as_ptr(), start, &raw mut flags, -1);
        Bound::from_owned_ptr_or_err(py, code)
    }
}

/// The code object of a source of the bank, as bytes that a child of the same interpreter reads.
pub fn compile_to_bytes(py: Python<'_>, source: &str, file: &str, kind: Kind) -> PyResult<Vec<u8>> {
    let code = compile(py, source, file, kind)?;
    // SAFETY: the interpreter is held, `code` is a code object, and the result is a new reference or null.
    let bytes = unsafe {
        Bound::from_owned_ptr_or_err(py, ffi::PyMarshal_WriteObjectToString(code.as_ptr(), MARSHAL_VERSION))?
    };
    Ok(bytes.cast::<PyBytes>()?.as_bytes().to_vec())
}

/// The code object in `bytes`, which must come from [`compile_to_bytes`].
pub fn from_bytes<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: the interpreter is held, and the call reads `bytes` only; they come from the loader of the same interpreter,
    // by way of the parent, which does not look into them.
    unsafe {
        let length = bytes.len() as ffi::Py_ssize_t;
        Bound::from_owned_ptr_or_err(py, ffi::PyMarshal_ReadObjectFromString(bytes.as_ptr().cast::<c_char>(), length))
    }
}

/// Run a code object.
pub fn evaluate(py: Python<'_>, code: &Bound<'_, PyAny>, globals: &Bound<'_, PyDict>) -> PyResult<()> {
    // SAFETY: `code` comes from `compile` or `from_bytes`, the interpreter is held, and the result is a new reference or
    // null.
    unsafe {
        let result = ffi::PyEval_EvalCode(code.as_ptr(), globals.as_ptr(), globals.as_ptr());
        Bound::from_owned_ptr_or_err(py, result).map(drop)
    }
}

/// A text of this crate as a Python module that answers cannot import.
pub fn own_module<'py>(py: Python<'py>, code: &CStr, file: &CStr, name: &CStr) -> PyResult<Bound<'py, PyModule>> {
    let module = PyModule::from_code(py, code, file, name)?;
    py.import("sys")?.getattr("modules")?.del_item(name.to_string_lossy())?;
    Ok(module)
}
