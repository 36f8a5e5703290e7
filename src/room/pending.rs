//! What may still come up after an answer has passed, as far as it is not in the journal.

use std::collections::BTreeSet;

use crate::room::command::Command;
use crate::ui::typing::Sentence;

/// Forgotten when the process ends: nothing in it is worth more than asking again.
#[derive(Debug, Default)]
pub struct Pending {
    /// The card of this question was offered, and neither taken nor refused.
    pub card: Option<usize>,
    /// The sentence of a claim, as far as it is typed.
    pub sentence: Sentence,
    /// The bell rang while the delivery of this explanation was rated, at the criterion with this index.
    pub delivery: Option<(usize, usize)>,
    /// Questions whose claim waits for its count.
    pub claims: BTreeSet<usize>,
    /// What was asked for of a question while the check that it needs still ran.
    pub commands: Vec<(usize, Command)>,
    /// Questions whose second solution was shown.
    pub idioms: BTreeSet<usize>,
    /// Follow-ups, by question, whose answer was shown.
    pub answered: BTreeSet<(usize, usize)>,
}
