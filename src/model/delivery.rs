//! How an explanation was delivered: rated by its candidate, apart from what it knew.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an interviewer hears beside the facts. Time is none of them: the clock measures it.
// A choice and no measurement: three, so that rating takes seconds, each to be answered from memory of one's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Criterion {
    /// The answer stood first, and its reasons followed in an order.
    Structure,
    /// There was an example, a number or a line of code.
    Example,
    /// It was said in plain words, and each term was explained.
    Words,
}

impl Criterion {
    pub const ALL: [Criterion; 3] = [Criterion::Structure, Criterion::Example, Criterion::Words];
}

impl fmt::Display for Criterion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Criterion::Structure => "structure",
            Criterion::Example => "example",
            Criterion::Words => "words",
        })
    }
}

impl FromStr for Criterion {
    type Err = ();

    fn from_str(word: &str) -> Result<Criterion, ()> {
        Criterion::ALL.into_iter().find(|criterion| criterion.to_string() == word).ok_or(())
    }
}

/// What the candidate gave one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DeliveryReport {
    pub criterion: Criterion,
    /// 0, 0.5 or 1.
    pub self_rated: f64,
}
