//! What reports say of a run beside its rows.

use std::collections::BTreeMap;

use crate::model::reveal::Reveal;

/// The circumstances of a run.
#[derive(Debug, Clone)]
pub struct Context {
    /// The hash of the whole bank.
    pub bank_hash: String,
    /// The number that was named for all random cases; each question has its own when there is none.
    pub seed: Option<u64>,
    /// The titles of questions by their slugs, as far as they are known.
    pub titles: BTreeMap<String, String>,
    /// The folder of submissions as it was named: annotations lead to its files.
    pub folder: String,
    /// What candidates see of hidden cases.
    pub reveal: Reveal,
}

impl Context {
    /// How a question is called.
    pub fn title<'a>(&'a self, slug: &'a str) -> &'a str {
        self.titles.get(slug).map_or(slug, String::as_str)
    }
}
