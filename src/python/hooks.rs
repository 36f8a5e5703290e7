//! What the process around Python and the code that runs jobs in it agree on.

/// How the source of an answer is called inside Python.
pub const ANSWER_FILE: &str = "answer.py";

/// What the process around Python does for a job.
#[derive(Debug, Clone, Copy)]
pub struct Hooks {
    /// Called when more is printed than the limit allows.
    pub too_much_output: fn() -> !,
    /// Called before a `MemoryError` is reported.
    pub memory_error: fn(),
}
