//! The document of `greenroom progress --json`. Its schema is published as `docs/schemas/progress.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::progress::Progress;
use crate::report::json::pretty;

/// The form of the document; another one has another number.
const VERSION: u32 = 1;

#[derive(Debug, Serialize, JsonSchema)]
struct Document<'a> {
    version: u32,
    greenroom: &'a str,
    /// Of the bank whose questions are counted.
    bank_hash: &'a str,
    #[serde(flatten)]
    progress: &'a Progress,
}

/// The document, with a newline at its end.
pub fn render(progress: &Progress, bank_hash: &str) -> String {
    pretty(&Document { version: VERSION, greenroom: env!("CARGO_PKG_VERSION"), bank_hash, progress })
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Document<'_>);
    schema.insert("title".to_owned(), "Progress with the questions of a Greenroom bank".into());
    pretty(&schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::confidence::{ConfidenceNote, Leans};
    use crate::model::day::Day;
    use crate::model::progress::{Counts, Group, PractisedDay, Streak};
    use crate::model::testing::due;

    fn note() -> ConfidenceNote {
        ConfidenceNote {
            topic: "memory".to_owned(),
            leans: Leans::Over,
            self_rated_percent: 100,
            key_points: 4,
            passed: 2,
            total: 12,
            says: "You are surer than your results.".to_owned(),
        }
    }

    fn progress() -> Progress {
        let counts = Counts { new: 1, due: 1, ..Counts::default() };
        Progress {
            today: Day(20_782),
            streak: Streak { days: 1, longest: 2 },
            entries: counts,
            seeds: counts,
            levels: vec![Group { name: "easy".to_owned(), entries: counts, seeds: counts }],
            topics: vec![],
            days: vec![PractisedDay { day: Day(20_781), questions: 2, checks: 3 }],
            questions: vec![due("gil")],
            confidence: vec![note()],
            elsewhere: 0,
        }
    }

    #[test]
    fn a_document_satisfies_the_schema() {
        let document: serde_json::Value = serde_json::from_str(&render(&progress(), "ab")).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((&document["version"], &document["today"]), (&1.into(), &"2026-11-25".into()));
        assert_eq!(document["questions"][0]["status"], "due");
    }
}
