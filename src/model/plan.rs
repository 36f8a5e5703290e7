//! A plan: the blueprint of an interview, as it stands in `questions/plans/<id>.json`.

use serde::{Deserialize, Serialize};

use crate::model::question::{Difficulty, Kind};

/// The blueprint of an interview. `intro` + `wrap` + the minutes of all picks make `minutes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub format: u32,
    pub id: String,
    pub title: String,
    /// Length of the interview.
    pub minutes: u32,
    /// Minutes before the first question.
    #[serde(default)]
    pub intro: u32,
    /// Minutes after the last question.
    #[serde(default)]
    pub wrap: u32,
    pub slots: Vec<Slot>,
}

/// Draw `pick` questions of these kinds, topics and levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    pub pick: u32,
    pub kind: Vec<Kind>,
    /// `*` is any topic.
    pub topic: Vec<String>,
    pub level: Vec<Difficulty>,
    /// Budget of each question.
    pub minutes: u32,
}
