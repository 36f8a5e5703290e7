//! The name of a type, read without asking the type: an attribute of a class may be code of its metaclass.

#![expect(unsafe_code, reason = "the fields of a type have no safe wrapper that does not ask its metaclass")]

use std::ffi::CStr;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyType};

/// `ValueError` for a builtin, `module.Name` for others. Runs no Python code.
pub fn type_name(class: &Bound<'_, PyType>) -> String {
    let py = class.py();
    // SAFETY: `class` is a live type. Its fields are read as CPython itself reads them: of a static type the C name, of
    // a heap type the qualified name, which always is a text, and the dict, which always is one.
    let (qualified, names) = unsafe {
        let object = class.as_type_ptr();
        if ffi::PyType_HasFeature(object, ffi::Py_TPFLAGS_HEAPTYPE) == 0 {
            return CStr::from_ptr((*object).tp_name).to_string_lossy().into_owned();
        }
        let qualified = (*object.cast::<ffi::PyHeapTypeObject>()).ht_qualname;
        (Bound::from_borrowed_ptr_or_opt(py, qualified), Bound::from_borrowed_ptr_or_opt(py, (*object).tp_dict))
    };
    let text =
        |object: Bound<'_, PyAny>| object.cast::<PyString>().ok().map(|text| text.to_string_lossy().into_owned());
    let qualified = qualified.and_then(text).unwrap_or_default();
    let module = names.and_then(|names| module_in(names.cast::<PyDict>().ok()?)).and_then(text);
    match module.as_deref() {
        None | Some("builtins" | "__main__") => qualified,
        Some(module) => format!("{module}.{qualified}"),
    }
}

/// The entry `__module__`, found by looking at each: a look-up compares with keys that may have an `__eq__` of their own.
fn module_in<'py>(names: &Bound<'py, PyDict>) -> Option<Bound<'py, PyAny>> {
    let is_module = |key: &Bound<'py, PyAny>| {
        key.cast_exact::<PyString>().is_ok_and(|key| key.to_str().is_ok_and(|key| key == "__module__"))
    };
    names.iter().find(|(key, _)| is_module(key)).map(|(_, value)| value)
}
