//! What a candidate says that an answer costs, and what became of it. It has an axis of its own: no verdict knows of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::growth::Class;
use crate::model::question::Classes;

/// What a candidate says of an answer that passes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub time: Class,
    pub space: Class,
    /// Why, in one sentence. Nothing reads it but people.
    pub why: String,
}

/// What became of one half of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Right,
    /// Right of the code or of the question, but the code costs more than the author's.
    WorseCode,
    Wrong,
}

impl JudgedClaim {
    /// What became of the class of time, in words.
    pub fn time_in_words(&self) -> &'static str {
        match self.time {
            // Who claims the author's class of code that is worse has not looked at the code.
            Outcome::WorseCode if self.claim.time == self.author.time => "right of the author's answer, not of yours",
            other => other.in_words(),
        }
    }
}

impl Outcome {
    pub fn in_words(self) -> &'static str {
        match self {
            Outcome::Right => "right",
            Outcome::WorseCode => "right, but the code is worse",
            Outcome::Wrong => "wrong",
        }
    }
}

/// A claim beside what it was compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JudgedClaim {
    pub claim: Claim,
    pub time: Outcome,
    /// Compared with the author's class alone: space is not counted.
    pub space: Outcome,
    /// The classes of the author's answer.
    pub author: Classes,
    /// What was counted: one class, two that could not be told apart, or nothing.
    pub counted: Vec<Class>,
}
