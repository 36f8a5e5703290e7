//! What is known of an answer after it was checked. Reports and JSON are made from it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::check::CaseKind;
use crate::model::isolation::Level;
use crate::model::verdict::Verdict;
use crate::model::wire::Raised;

/// One answer, checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    pub slug: String,
    /// How the file is called in messages.
    pub file: String,
    pub verdict: Verdict,
    /// SHA-256 of the bytes that were checked, in hex.
    pub answer_sha256: String,
    /// Why the answer could not be tried at all. Its cases are `not-run` then.
    pub load: Option<Failure>,
    pub detail: Detail,
    /// What an author of the bank says to whoever gives this wrong answer, when it was recognised.
    pub says: Option<String>,
    pub usage: Usage,
    pub context: Context,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Detail {
    /// A `code` answer.
    Cases(Vec<CaseResult>),
    /// A `predict` answer.
    Lines(Vec<LineResult>),
    /// An `explain` answer: nothing to execute.
    Manual,
}

/// Under which circumstances a verdict was reached; two of these never mix in one report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Context {
    pub seed: u64,
    pub level: Level,
    /// For instance `3.11.7`.
    pub python: String,
}

/// What the answer used, by the parent's own clocks.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Usage {
    pub cpu_ms: u64,
    pub wall_ms: u64,
    pub max_rss_kib: u64,
    /// How often the answer was run once more because its worker was lost: our trouble, never the candidate's.
    pub retries: u32,
}

/// An answer as it was graded at the bell.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded {
    pub checked: Checked,
    /// Its text.
    pub source: String,
}

/// One case of one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseResult {
    pub name: String,
    pub kind: CaseKind,
    pub verdict: Verdict,
    /// What the author says when the case fails.
    pub sentence: String,
    /// The first example that did not give what was expected.
    pub failure: Option<Failure>,
    /// SHA-256 of all that the case gave back, in hex: two wrong answers with one fingerprint are the same mistake.
    pub fingerprint: String,
}

/// What went wrong, in words and texts that are ready to be shown (not yet escaped).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Failure {
    /// The examples of the case that ran before and gave what was expected.
    pub before: Vec<String>,
    /// The example: what was called. Empty when loading failed.
    pub call: String,
    /// Line of the example in the check, from 1; 0 when loading failed.
    pub check_line: u32,
    pub expected: Option<String>,
    pub got: Option<String>,
    /// What kind of difference it is, for instance `differs only in whitespace`.
    pub note: Option<String>,
    pub raised: Option<Raised>,
    /// What the answer printed meanwhile.
    pub printed: String,
    /// It tried what no honest answer does: a forbidden system call, or frames of its own to the runner.
    #[serde(default)]
    pub tampering: bool,
}

/// One line of a prediction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineResult {
    /// From 1.
    pub line: u32,
    pub predicted: Option<String>,
    pub printed: Option<String>,
    pub right: bool,
}
