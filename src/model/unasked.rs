//! What a candidate never asked the interviewer, and would have needed to know.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A clarification that was never asked for, although a case that it is about failed at the bell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unasked {
    /// The number of the clarification, from 1.
    pub number: u64,
    /// As the bank words it.
    pub ask: String,
    /// The cases that it is about and that failed; those that were never reached are not among them.
    pub cases: Vec<String>,
    /// All of it as a sentence.
    pub says: String,
}
