//! Why the judge could not judge. Never a statement about an answer.

use std::io;

use crate::model::check::CheckProblem;

#[derive(Debug, thiserror::Error)]
pub enum JudgeError {
    #[error("the worker could not be started: {0}")]
    Spawn(#[source] io::Error),
    #[error("{0}")]
    Refused(String),
    #[error("the worker was lost: {0}")]
    Lost(String),
    #[error("line {line} of the check: {message}", line = .0.line, message = .0.message)]
    Check(CheckProblem),
    #[error("the layer `{layer}` could not be entered: {reason}")]
    Layer { layer: &'static str, reason: String },
}
