//! How an answer is evaluated, and what its child is launched with.

use crate::judge::run::Terms;
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

/// The terms on which an answer to `question` runs.
pub fn terms(question: &Question) -> Terms {
    let launch = Launch {
        processes: question.needs.contains(&Need::Processes),
        loopback: question.needs.contains(&Need::Loopback),
    };
    Terms { launch, limits: question.limits }
}
