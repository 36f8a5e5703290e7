//! What `grade` says at its end: how many answers got which verdict, and where the results are.

use std::collections::BTreeMap;

use crate::model::isolation::Level;
use crate::model::verdict::Verdict;
use crate::ui::paint::{Look, Tone};

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

    /// Whether nobody's answer was found wanting.
    pub fn all_fine(&self) -> bool {
        self.0.keys().all(|verdict| matches!(verdict, Verdict::Pass | Verdict::Manual | Verdict::Skipped))
    }
}

/// A line for each verdict, then where the results are.
pub fn summary(look: Look, tally: &Tally, level: Level, results: &str) -> String {
    let total = tally.total();
    let answers = if total == 1 { "answer" } else { "answers" };
    let mut text = format!("{total} {answers} graded at level `{level}`\n");
    let digits = total.to_string().len();
    for (verdict, count) in &tally.0 {
        let line = format!("  {} {verdict:<13} {count:>digits$}", look.mark(*verdict));
        text += &look.paint(Tone::of(*verdict), &line);
        text.push('\n');
    }
    text += &format!("results: {}\n", look.line(results));
    text
}
