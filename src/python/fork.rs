//! Fork a process in which Python runs.

#![expect(unsafe_code, reason = "CPython's fork hooks have no safe wrapper")]

use std::io;

use pyo3::ffi;
use pyo3::prelude::*;

/// Fork. `None` in the child, its pid in the parent. The caller has one thread and holds the interpreter, so the child
/// does too.
pub fn fork(_: Python<'_>) -> io::Result<Option<i32>> {
    // SAFETY: the interpreter is held, as the hooks demand; they are called in the order that CPython documents.
    let pid = unsafe {
        ffi::PyOS_BeforeFork();
        let pid = libc::fork();
        if pid == 0 {
            ffi::PyOS_AfterFork_Child()
        } else {
            ffi::PyOS_AfterFork_Parent()
        }
        pid
    };
    match pid {
        0 => Ok(None),
        pid if pid > 0 => Ok(Some(pid)),
        // The hooks above do not touch errno.
        _ => Err(io::Error::last_os_error()),
    }
}
