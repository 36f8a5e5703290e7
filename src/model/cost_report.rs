//! What a report says of the cost of an answer and of its follow-ups: beside the verdict, and never part of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::claim::{JudgedClaim, Outcome};
use crate::model::event::Asker;
use crate::model::growth::Class;
use crate::model::question::Classes;
use crate::model::wording::Wording;

/// The cost of an answer that passed: claimed by the candidate, said by the author, counted by the answer itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CostReport {
    /// SHA-256 of the version that this is about, in hex: the one that was claimed, or else the last one that passed.
    pub answer_sha256: String,
    /// That version is the answer at the bell.
    pub is_of_final_answer: bool,
    /// Null when the candidate claimed nothing.
    pub judged: Option<JudgedClaim>,
    /// How often something was claimed; the last claim counts.
    pub claims: u64,
    /// The classes of the author's answer.
    pub author: Classes,
    /// What was counted: one class, two that could not be told apart, or nothing.
    pub counted: Vec<Class>,
}

/// A follow-up that was put.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FollowUpReport {
    /// From 1, as the question lists them.
    pub number: u64,
    /// Its words; empty when `wording` is `lost`.
    pub ask: String,
    #[serde(default)]
    pub wording: Wording,
    pub by: Asker,
    /// 0, 0.5 or 1, by the candidate; null when it was not rated.
    pub self_rated: Option<f64>,
}

impl FollowUpReport {
    /// As a report tells it.
    pub fn words(&self) -> String {
        self.wording.told(&self.ask)
    }
}

impl CostReport {
    /// Points of two for a claim, one for time and one for space: half of one where the code costs more than the author's.
    pub fn points(&self) -> Option<f64> {
        let judged = self.judged.as_ref()?;
        let of = |outcome: Outcome| match outcome {
            Outcome::Right => 1.0,
            Outcome::WorseCode => 0.5,
            Outcome::Wrong => 0.0,
        };
        Some(of(judged.time) + of(judged.space))
    }

    /// It was counted, and costs more than the author's answer.
    pub fn is_worse(&self) -> bool {
        matches!(self.counted[..], [class] if class > self.author.time)
    }
}
