//! What a session needs of those who run answers.

use crate::model::event::Scope;
use crate::model::record::Checked;

/// Runs the answers of one session. Used by one thread at a time.
pub trait Checker: Send {
    /// Check the bytes of an answer to the question at this place of the session; the place after the last is that of the
    /// sample, which is tried before the clock starts. What is wrong with the answer is in the
    /// result; an error is our failure.
    fn check(&mut self, question: usize, bytes: &[u8], scope: Scope) -> Result<Checked, CheckerError>;
}

/// An answer could not be checked; the sentence says why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CheckerError(pub String);
