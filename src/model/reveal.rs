//! How much of hidden cases those see whose answers are graded.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What reports for candidates say of hidden cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Reveal {
    /// That there are some, and which verdict each got: `hidden 1`, `hidden 2`, ….
    Never,
    /// Their names and sentences.
    Names,
    /// Everything, with what was expected and given: for when nobody may hand in any more.
    After,
}

impl Reveal {
    /// The word that stands in reports and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Reveal::Never => "never",
            Reveal::Names => "names",
            Reveal::After => "after",
        }
    }
}
