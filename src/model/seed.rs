//! The questions that a bank sets out to answer, as `questions/seeds.json` lists them.

use serde::{Deserialize, Serialize};

use crate::model::question::{Difficulty, Kind};

/// One of the original questions that the bank answers; `questions/seeds.json` lists them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// The list it comes from: `A` or `B`.
    pub seed: String,
    pub number: u32,
    pub text: String,
    pub level: Difficulty,
    /// The heading that it stands under, in a list that has headings.
    pub section: Option<String>,
    pub topic: String,
    /// The entry that answers it.
    pub slug: String,
    pub kind: Kind,
}

impl Seed {
    /// For instance `A31`.
    pub fn id(&self) -> String {
        format!("{}{}", self.seed, self.number)
    }
}
