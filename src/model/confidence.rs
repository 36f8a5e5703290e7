//! Where a candidate's own rating and what was checked say different things.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One topic on which the rating and the results are far apart. A remark: no verdict knows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConfidenceNote {
    pub topic: String,
    pub leans: Leans,
    /// What the candidate gave the key points that were rated, by their weights.
    pub self_rated_percent: u32,
    /// How many key points were rated.
    pub key_points: u64,
    /// Lines that were predicted right, and cases that passed.
    pub passed: u64,
    /// Lines and cases that were checked.
    pub total: u64,
    /// All of it as a sentence.
    pub says: String,
}

/// Which of the two is the higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Leans {
    /// Surer than the results.
    Over,
    /// Better than the candidate thinks.
    Under,
}
