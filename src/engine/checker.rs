//! What a session needs of those who run answers.

use crate::model::demo::Demonstration;
use crate::model::event::Scope;
use crate::model::growth::Growth;
use crate::model::record::Checked;

/// Runs the answers of one session. Used by one thread at a time.
pub trait Checker: Send {
    /// Check the bytes of an answer to the question at this place of the session; the place after the last is that of the
    /// sample, which is tried before the clock starts. What is wrong with the answer is in the
    /// result; an error is our failure.
    fn check(&mut self, question: usize, bytes: &[u8], scope: Scope) -> Result<Checked, CheckerError>;

    /// Count how the cost of an answer that passes grows. Takes up to some seconds; a checker that cannot says why in the
    /// result.
    fn growth(&mut self, _question: usize, _bytes: &[u8]) -> Result<Growth, CheckerError> {
        Ok(Growth::not_counted("nothing here counts", None))
    }

    /// Run the demo of an explanation; `None` when there is none.
    fn demo(&mut self, _question: usize) -> Result<Option<Demonstration>, CheckerError> {
        Ok(None)
    }
}

/// An answer could not be checked; the sentence says why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CheckerError(pub String);
