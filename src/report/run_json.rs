//! `run.json` beside the results of `greenroom grade`: under which circumstances they were reached. `--resume` and `merge`
//! rely on it; its schema is published as `docs/schemas/run.json`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::isolation::Level;
use crate::model::reveal::Reveal;
use crate::model::shard::Shard;
use crate::report::json::pretty;

/// What the file is called.
pub const RUN: &str = "run.json";

/// Grows when a field changes its meaning or goes; new fields do not count.
pub const VERSION: u32 = 1;

/// One run, or several that were merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Run {
    /// The version of this format.
    pub version: u32,
    /// The greenroom that graded.
    pub greenroom: String,
    pub level: Level,
    /// The interpreter that ran the answers, for instance `3.11.7`.
    pub python: String,
    /// Equal for equal banks, wherever they stand.
    pub bank_hash: String,
    /// The folder of submissions, as it was named.
    pub folder: String,
    /// The titles of the questions that were graded, by name.
    pub titles: BTreeMap<String, String>,
    /// The number that random cases were made from; null when each check has its own.
    pub seed: Option<u64>,
    pub reveal: Reveal,
    /// When the answers were due.
    pub due: Option<String>,
    /// The questions that everybody was to answer, by name; null when nobody was told.
    pub assigned: Option<Vec<String>>,
    /// Which part of the class it is; null when it is the whole.
    pub shard: Option<Shard>,
    /// How many answers are to be graded.
    pub answers: u64,
    /// How much stood in the folder of submissions that could not be graded.
    pub not_graded: u64,
    /// How many lines `results.jsonl` has; null until all are graded.
    pub results: Option<u64>,
}

impl Run {
    /// As it stands in the file.
    pub fn render(&self) -> String {
        pretty(self)
    }

    /// The first circumstance in which two runs differ so that their results must not be mixed: its name, and both values.
    pub fn differs_from(&self, other: &Run) -> Option<(&'static str, String, String)> {
        let option = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        let seed = |run: &Run| option(&run.seed.map(|seed| seed.to_string()));
        let assigned = |run: &Run| option(&run.assigned.as_ref().map(|slugs| slugs.join(",")));
        let of = |run: &Run| run.shard.map_or("none".to_owned(), |shard| shard.of.to_string());
        [
            ("format", self.version.to_string(), other.version.to_string()),
            ("greenroom", self.greenroom.clone(), other.greenroom.clone()),
            ("level", self.level.to_string(), other.level.to_string()),
            ("Python", self.python.clone(), other.python.clone()),
            ("bank", self.bank_hash.clone(), other.bank_hash.clone()),
            ("seed", seed(self), seed(other)),
            ("reveal", self.reveal.word().to_owned(), other.reveal.word().to_owned()),
            ("due time", option(&self.due), option(&other.due)),
            ("questions", assigned(self), assigned(other)),
            ("number of shards", of(self), of(other)),
        ]
        .into_iter()
        .find(|(_, one, other)| one != other)
    }
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Run);
    schema.insert("title".to_owned(), "A run of greenroom grade".into());
    pretty(&schema)
}
