//! How many answers got which verdict.

use std::collections::BTreeMap;

use crate::model::verdict::Verdict;

/// How many answers got which verdict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally(BTreeMap<Verdict, usize>);

impl Tally {
    pub fn add(&mut self, verdict: Verdict) {
        *self.0.entry(verdict).or_default() += 1;
    }

    pub fn count(&self, verdict: Verdict) -> usize {
        self.0.get(&verdict).copied().unwrap_or(0)
    }

    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// In order of the verdicts, those that nobody got left out.
    pub fn counts(&self) -> impl Iterator<Item = (Verdict, usize)> {
        self.0.iter().map(|(verdict, count)| (*verdict, *count))
    }

    /// Whether nobody's answer was found wanting.
    pub fn all_fine(&self) -> bool {
        self.0.keys().all(|verdict| matches!(verdict, Verdict::Pass | Verdict::Manual | Verdict::Skipped))
    }
}
