//! What a key point or a follow-up is given by whoever heard the answer.

use serde::{Deserialize, Serialize};

/// How far a spoken or written answer covers a key point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Score {
    No,
    Half,
    Full,
}

impl Score {
    /// 0, 0.5 or 1.
    pub fn points(self) -> f64 {
        match self {
            Score::No => 0.0,
            Score::Half => 0.5,
            Score::Full => 1.0,
        }
    }
}
