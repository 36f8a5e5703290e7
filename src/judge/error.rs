//! Why the judge could not judge. Never a statement about an answer.

use std::io;

use crate::model::check::CheckProblem;
use crate::model::isolation::{Level, MissingLayer};

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
    #[error("level `{level}` cannot be reached here: {}", list(missing))]
    Weaker { level: Level, missing: Vec<MissingLayer> },
}

fn list(missing: &[MissingLayer]) -> String {
    missing
        .iter()
        .map(|missing| format!("no {} ({})", missing.layer.name(), missing.reason))
        .collect::<Vec<_>>()
        .join(", ")
}
