//! How an answer is evaluated, and what its child is launched with.

use crate::model::event::Scope;
use crate::model::limits::Need;
use crate::model::question::Question;
use crate::model::wire::Launch;

/// How an answer is evaluated.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub scope: Scope,
    /// For random cases; from the hash of the check if absent.
    pub seed: Option<u64>,
    /// Look for the wrong answer of the bank that this answer is, to say its sentence. Runs those answers.
    pub recognise: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { scope: Scope::All, seed: None, recognise: true }
    }
}

/// What the child of an answer to `question` is launched with.
pub fn launch(question: &Question) -> Launch {
    Launch {
        limits: question.limits,
        processes: question.needs.contains(&Need::Processes),
        loopback: question.needs.contains(&Need::Loopback),
    }
}
