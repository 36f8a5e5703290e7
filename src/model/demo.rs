//! What a script of an `explain` question showed when it was run.

use crate::model::wire::Raised;

/// A demo that was run just now, and what its author saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demonstration {
    /// The question that it is from.
    pub slug: String,
    /// What it printed for its author.
    pub pinned: String,
    /// What it printed now. Nothing is known of that when it was stopped.
    pub printed: String,
    pub end: DemoEnd,
}

/// How a demo ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoEnd {
    Well,
    Raised(Raised),
    /// By the runner, for a reason such as `over 2 s of CPU time`.
    Stopped(String),
}
