//! The documents of `greenroom list --json`, of questions and of seed questions. Their schemas are published as
//! `docs/schemas/list.json` and `docs/schemas/seeds.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::progress::Status;
use crate::model::question::{Difficulty, Kind, Summary};
use crate::model::seed::Seed;
use crate::report::json::pretty;

/// The form of the documents; another one has another number.
const VERSION: u32 = 1;

#[derive(Debug, Serialize, JsonSchema)]
struct Questions<'a> {
    version: u32,
    greenroom: &'a str,
    bank_hash: &'a str,
    /// By topic, level and slug.
    questions: Vec<Listed<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Listed<'a> {
    #[serde(flatten)]
    question: &'a Summary,
    /// How it stands in the learner's progress; absent where the practice record cannot be read.
    status: Option<Status>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Seeds<'a> {
    version: u32,
    greenroom: &'a str,
    bank_hash: &'a str,
    /// How many of those that are listed are answered.
    answered: usize,
    /// How many are listed.
    total: usize,
    /// In the order of their lists.
    seeds: Vec<ListedSeed<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ListedSeed<'a> {
    /// For instance `A31`.
    id: String,
    /// The list it comes from: `A` or `B`.
    list: &'a str,
    number: u32,
    text: &'a str,
    level: Difficulty,
    topic: &'a str,
    kind: Kind,
    /// The question that answers it.
    slug: &'a str,
    /// The bank has that question.
    answered: bool,
    /// That of the question that answers it; absent where the practice record cannot be read.
    status: Option<Status>,
}

/// A seed question, whether the bank answers it, and how that answer stands.
#[derive(Debug, Clone, Copy)]
pub struct SeedRow<'a> {
    pub seed: &'a Seed,
    pub answered: bool,
    pub status: Option<Status>,
}

/// The document, with a newline at its end.
pub fn questions(questions: &[(&Summary, Option<Status>)], bank_hash: &str) -> String {
    let questions = questions.iter().map(|(question, status)| Listed { question, status: *status }).collect();
    pretty(&Questions { version: VERSION, greenroom: env!("CARGO_PKG_VERSION"), bank_hash, questions })
}

/// The document of seed questions, with a newline at its end.
pub fn seeds(rows: &[SeedRow<'_>], bank_hash: &str) -> String {
    let seeds = rows.iter().map(|SeedRow { seed, answered, status }| ListedSeed {
        id: seed.id(),
        list: &seed.seed,
        number: seed.number,
        text: &seed.text,
        level: seed.level,
        topic: &seed.topic,
        kind: seed.kind,
        slug: &seed.slug,
        answered: *answered,
        status: *status,
    });
    pretty(&Seeds {
        version: VERSION,
        greenroom: env!("CARGO_PKG_VERSION"),
        bank_hash,
        answered: rows.iter().filter(|row| row.answered).count(),
        total: rows.len(),
        seeds: seeds.collect(),
    })
}

/// The schema that every document of questions satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Questions<'_>);
    schema.insert("title".to_owned(), "Questions of a Greenroom bank".into());
    pretty(&schema)
}

/// The schema that every document of seed questions satisfies.
pub fn schema_of_seeds() -> String {
    let mut schema = schemars::schema_for!(Seeds<'_>);
    schema.insert("title".to_owned(), "Seed questions of a Greenroom bank".into());
    pretty(&schema)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_satisfy_their_schemas() {
        let question = Summary {
            slug: "gil".to_owned(),
            title: "The Global Interpreter Lock".to_owned(),
            kind: Kind::Explain,
            topic: "concurrency".to_owned(),
            level: Difficulty::Medium,
            minutes: 4,
            seeds: vec!["A1".to_owned()],
            family: None,
            tags: vec![],
            aliases: vec![],
        };
        let seed = Seed {
            seed: "A".to_owned(),
            number: 1,
            text: "What is the GIL?".to_owned(),
            level: Difficulty::Medium,
            section: None,
            topic: "concurrency".to_owned(),
            slug: "gil".to_owned(),
            kind: Kind::Explain,
        };
        let rows = [Some(Status::Due), None].map(|status| SeedRow { seed: &seed, answered: true, status });
        let listed = [(&question, Some(Status::Due)), (&question, None)];
        let documents = [questions(&listed, "ab"), seeds(&rows, "ab")];
        for ((text, schema), list) in documents.iter().zip([schema(), schema_of_seeds()]).zip(["questions", "seeds"]) {
            let document: serde_json::Value = serde_json::from_str(text).unwrap();
            let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
            let validator = jsonschema::validator_for(&schema).unwrap();
            let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
            assert_eq!(problems, Vec::<String>::new());
            let statuses = [&document[list][0]["status"], &document[list][1]["status"]];
            assert_eq!(statuses, [&serde_json::json!("due"), &serde_json::Value::Null]);
        }
    }
}
