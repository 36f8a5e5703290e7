//! Why an answer could not be evaluated. Our failure or the bank's, never the candidate's.

use crate::judge::error::JudgeError;

#[derive(Debug, thiserror::Error)]
pub enum EvaluateError {
    #[error(transparent)]
    Judge(#[from] JudgeError),
    /// A file of the bank cannot be used; `path:line` and what is wrong.
    #[error("{path}:{line}: {message}")]
    Bank { path: String, line: u32, message: String },
}

impl EvaluateError {
    /// Whether the bank is to blame, rather than this machine.
    pub fn is_of_the_bank(&self) -> bool {
        matches!(self, EvaluateError::Bank { .. })
    }
}
