//! What the journal keeps of a check, and why an answer was run.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;

/// What is kept of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckSummary {
    pub question: usize,
    /// SHA-256 of the bytes that were checked, in hex.
    pub sha256: String,
    pub occasion: Occasion,
    pub verdict: Verdict,
    /// Cases of a `code` answer, lines of a `predict` answer.
    pub passed: usize,
    pub total: usize,
    /// The cases that did not pass, or the numbers of the lines.
    pub failed: Vec<String>,
    /// Those of them that were never reached. The journals of older versions do not tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_run: Vec<String>,
}

impl CheckSummary {
    pub fn new(question: usize, occasion: Occasion, checked: &Checked) -> CheckSummary {
        let results: Vec<(String, bool)> = match &checked.detail {
            Detail::Cases(cases) => cases
                .iter()
                .filter(|case| case.verdict != Verdict::Skipped)
                .map(|case| (case.name.clone(), case.verdict == Verdict::Pass))
                .collect(),
            Detail::Lines(lines) => lines.iter().map(|line| (line.line.to_string(), line.right)).collect(),
            Detail::Manual => Vec::new(),
        };
        let not_run = match &checked.detail {
            Detail::Cases(cases) => {
                cases.iter().filter(|case| case.verdict == Verdict::NotRun).map(|case| case.name.clone()).collect()
            }
            Detail::Lines(_) | Detail::Manual => Vec::new(),
        };
        CheckSummary {
            question,
            sha256: checked.answer_sha256.clone(),
            occasion,
            verdict: checked.verdict,
            passed: results.iter().filter(|(_, passed)| *passed).count(),
            total: results.len(),
            failed: results.into_iter().filter(|(_, passed)| !passed).map(|(name, _)| name).collect(),
            not_run,
        }
    }
}

/// Why an answer was run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// Its file was saved.
    Save,
    /// The candidate asked for it.
    Request,
    /// The session is over.
    Bell,
}

impl Occasion {
    pub fn scope(self) -> Scope {
        match self {
            Occasion::Save => Scope::Samples,
            Occasion::Request | Occasion::Bell => Scope::All,
        }
    }
}

/// Which cases are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The cases that the candidate has seen.
    Samples,
    All,
}
