//! The document of `greenroom review --list --json`. Its schema is published as `docs/schemas/review.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::day::Day;
use crate::model::progress::{Progress, Standing, Status};
use crate::report::json::pretty;

/// The form of the document; another one has another number.
const VERSION: u32 = 1;

#[derive(Debug, Serialize, JsonSchema)]
struct Document<'a> {
    version: u32,
    greenroom: &'a str,
    /// Of the bank whose questions are reviewed.
    bank_hash: &'a str,
    today: Day,
    /// How long the review may take.
    minutes: u32,
    /// What fits into these minutes, in the order in which it is asked; the most forgotten first.
    asked: Vec<Asked<'a>>,
    /// What may be asked too, and is left for another time.
    left: Vec<Asked<'a>>,
    /// The first day on which something comes that is not due today.
    next: Option<Day>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Asked<'a> {
    /// How long it is taken to last.
    expected_minutes: u32,
    #[serde(flatten)]
    question: &'a Standing,
}

/// The document, with a newline at its end.
pub fn render<'a>(
    progress: &Progress,
    minutes: u32,
    asked: &[&'a Standing],
    left: &[&'a Standing],
    bank_hash: &str,
) -> String {
    let listed = |questions: &[&'a Standing]| questions.iter().map(|question| entry(question)).collect();
    let others = progress.questions.iter().filter(|question| question.status != Status::Due);
    pretty(&Document {
        version: VERSION,
        greenroom: env!("CARGO_PKG_VERSION"),
        bank_hash,
        today: progress.today,
        minutes,
        asked: listed(asked),
        left: listed(left),
        next: others.filter_map(|question| question.due).min(),
    })
}

fn entry(question: &Standing) -> Asked<'_> {
    Asked { expected_minutes: question.expected_minutes(), question }
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Document<'_>);
    schema.insert("title".to_owned(), "What a Greenroom review asks".into());
    pretty(&schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::progress::{Counts, Streak};
    use crate::model::testing::due;

    fn progress(questions: Vec<Standing>) -> Progress {
        let (entries, seeds) = (Counts::default(), Counts::default());
        let (levels, topics, days) = (Vec::new(), Vec::new(), Vec::new());
        Progress {
            today: Day(105),
            streak: Streak::default(),
            entries,
            seeds,
            levels,
            topics,
            days,
            questions,
            confidence: Vec::new(),
            elsewhere: 0,
        }
    }

    #[test]
    fn a_document_satisfies_the_schema_and_says_what_comes_next() {
        let later = |slug: &str, day| Standing { status: Status::Passed, due: Some(Day(day)), ..due(slug) };
        let progress = progress(vec![due("gil"), due("gc"), later("far", 130), later("near", 110)]);
        let text = render(&progress, 10, &[&progress.questions[0]], &[&progress.questions[1]], "ab");
        let document: serde_json::Value = serde_json::from_str(&text).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((&document["asked"][0]["slug"], &document["left"][0]["slug"]), (&"gil".into(), &"gc".into()));
        assert_eq!((&document["asked"][0]["expected_minutes"], &document["next"]), (&4.into(), &"1970-04-21".into()));
    }
}
