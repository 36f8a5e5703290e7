//! What an example shows and prints, recorded while it runs: `sys.displayhook` and the standard streams of a child.

use std::sync::Mutex;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCFunction, PyTuple};

use crate::model::limits::{MAX_SHOWN, MAX_SHOWN_BYTES, MAX_SHOWN_OF_CASE};
use crate::model::value::{Bound as Limit, Value};
use crate::python::code::own_module;
use crate::python::encode::encode;

/// The streams are Python's own text layer over this crate's sink, so that `sys.stdout.buffer`, `reconfigure` and
/// `redirect_stdout` work as usual.
const STREAMS: &std::ffi::CStr = c"
import io

class Sink(io.RawIOBase):
    def __init__(self, write):
        self._write = write

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        self._write(data)
        return len(data)

def text_stream(write):
    return io.TextIOWrapper(Sink(write), encoding='utf-8', errors='backslashreplace', newline='\\n', write_through=True)
";

/// What the current example has shown and printed.
#[derive(Debug)]
struct Recording {
    shown: Vec<Vec<u8>>,
    /// Of the whole case: how many values, and their bytes.
    shown_values: usize,
    shown_bytes: usize,
    printed: Vec<u8>,
    /// Bytes that may still be printed, over the whole answer.
    output_left: usize,
}

static RECORDING: Mutex<Recording> =
    Mutex::new(Recording { shown: Vec::new(), shown_values: 0, shown_bytes: 0, printed: Vec::new(), output_left: 0 });

/// An answer begins that may print `output_bytes`.
pub fn begin(output_bytes: usize) {
    RECORDING.lock().expect("nothing panics while recording").output_left = output_bytes;
}

/// Direct the streams and the display hook of this interpreter here. `too_much_output` is called when more is printed than
/// [`begin`] allows; it does not return.
pub fn install(py: Python<'_>, too_much_output: fn() -> !) -> PyResult<()> {
    let streams = own_module(py, STREAMS, c"greenroom", c"_greenroom_streams")?;
    let out = PyCFunction::new_closure(py, None, None, move |arguments: &Bound<'_, PyTuple>, _| -> PyResult<()> {
        let data = arguments.get_item(0)?;
        print(data.cast::<PyBytes>()?.as_bytes(), true, too_much_output);
        Ok(())
    })?;
    let err = PyCFunction::new_closure(py, None, None, move |arguments: &Bound<'_, PyTuple>, _| -> PyResult<()> {
        let data = arguments.get_item(0)?;
        print(data.cast::<PyBytes>()?.as_bytes(), false, too_much_output);
        Ok(())
    })?;
    let show = PyCFunction::new_closure(py, None, None, |arguments: &Bound<'_, PyTuple>, _| -> PyResult<()> {
        show(&arguments.get_item(0)?);
        Ok(())
    })?;
    let sys = py.import("sys")?;
    for (name, sink) in [("stdout", out), ("stderr", err)] {
        let stream = streams.call_method1("text_stream", (sink,))?;
        sys.setattr(name, &stream)?;
        sys.setattr(format!("__{name}__"), &stream)?;
    }
    sys.setattr("displayhook", &show)?;
    sys.setattr("__displayhook__", &show)
}

/// Everything shown and printed since the last call.
pub fn take() -> (Vec<Vec<u8>>, String) {
    let mut recording = RECORDING.lock().expect("nothing panics while recording");
    let printed = std::mem::take(&mut recording.printed);
    (std::mem::take(&mut recording.shown), String::from_utf8_lossy(&printed).into_owned())
}

/// A new case begins: its values are counted anew.
pub fn next_case() {
    let mut recording = RECORDING.lock().expect("nothing panics while recording");
    (recording.shown_values, recording.shown_bytes) = (0, 0);
}

/// Standard error counts against the limit but is not kept: it is no evidence.
fn print(data: &[u8], keep: bool, too_much_output: fn() -> !) {
    let mut recording = RECORDING.lock().expect("nothing panics while recording");
    if data.len() > recording.output_left {
        too_much_output();
    }
    recording.output_left -= data.len();
    if keep {
        recording.printed.extend(data);
    }
}

fn show(object: &Bound<'_, PyAny>) {
    // Encoding may release objects whose finalizers print: not under the lock.
    let encoded = encode(object);
    let mut recording = RECORDING.lock().expect("nothing panics while recording");
    if recording.shown.len() >= MAX_SHOWN || recording.shown_values >= MAX_SHOWN_OF_CASE {
        return;
    }
    recording.shown_values += 1;
    recording.shown_bytes += encoded.len();
    let fits = recording.shown_bytes <= MAX_SHOWN_BYTES
        && recording.shown.len() + 1 < MAX_SHOWN
        && recording.shown_values < MAX_SHOWN_OF_CASE;
    recording.shown.push(if fits { encoded } else { Value::Beyond(Limit::Bytes).encode() });
}
