//! What may still come up after an answer has passed, as far as it is not in the journal.

use std::collections::BTreeSet;

/// Forgotten when the process ends: nothing in it is worth more than asking again.
#[derive(Debug, Default)]
pub struct Pending {
    /// Follow-ups, by question, whose answer was shown.
    pub answered: BTreeSet<(usize, usize)>,
}
