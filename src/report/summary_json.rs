//! `summary.json` of a graded class. Scripts rely on it; its schema is published as `docs/schemas/summary.json`. All that
//! depends on the machine and the hour is in `measured`: the rest is the same bytes for the same rows.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::isolation::Level;
use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::facts::{CandidateFacts, Facts, is_scored};
use crate::report::items::QuestionFacts;
use crate::report::json::{pretty, write_pretty};
use crate::report::times::{Times, of_questions};

/// Grows when a field changes its meaning or goes; new fields do not count.
pub const VERSION: u32 = 1;

/// A graded class.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    pub version: u32,
    /// The greenroom that made this summary.
    pub greenroom: &'a str,
    /// How strongly answers were locked in; null when there is none.
    pub level: Option<Level>,
    /// The interpreter that ran the answers, for instance `3.11.7`.
    pub python: String,
    /// The number that was named for all random cases; null when each question had its own.
    pub seed: Option<u64>,
    /// The hash of the whole bank.
    pub bank_hash: &'a str,
    pub answers: u64,
    /// How many answers got which verdict.
    pub verdicts: BTreeMap<&'static str, u64>,
    /// The mean of the candidates' scores.
    pub mean_score: Option<f64>,
    /// In order of their slugs.
    pub questions: Vec<Question<'a>>,
    /// In order of their names.
    #[schemars(with = "Vec<Candidate<'a>>")]
    pub candidates: Candidates<'a>,
    pub measured: Measured<'a>,
}

/// A question over all candidates.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Question<'a> {
    pub question: &'a str,
    /// The number that random cases were made from.
    pub seed: Option<u64>,
    pub answers: u64,
    /// Answers that were handed in and checked.
    pub tried: u64,
    pub passed: u64,
    /// The share of those tried that passes.
    pub difficulty: Option<f64>,
    pub mean_score: Option<f64>,
    /// Correlation of passing with the score in all other questions, from -1 to 1; null when it cannot be told.
    pub discrimination: Option<f64>,
    pub verdicts: BTreeMap<&'static str, u64>,
}

/// All candidates; each is made when it is written.
#[derive(Debug)]
pub struct Candidates<'a>(&'a Facts);

impl Serialize for Candidates<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.candidates.iter().map(|known| candidate(self.0, known)))
    }
}

/// A candidate over all questions.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Candidate<'a> {
    pub candidate: &'a str,
    /// The mean of the scores of all answers but those that are for a human to read, not applicable, or our fault; null
    /// when there is none.
    pub score: Option<f64>,
    /// How many answers passed, and how many have a score.
    pub passed: usize,
    pub scored: usize,
    /// In order of their questions.
    pub answers: Vec<Answer<'a>>,
}

/// The answer of a candidate to a question.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer<'a> {
    pub question: &'a str,
    pub verdict: Verdict,
    pub score: Option<f64>,
    /// Handed in after the time that was due.
    pub late: bool,
}

/// What another run of the same answers gives differently.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Measured<'a> {
    /// Sums over all answers.
    pub cpu_ms: u64,
    pub wall_ms: u64,
    /// How often answers were run once more because a worker was lost.
    pub retries: u64,
    /// Of the answer that used most.
    pub max_rss_kib: u64,
    /// Of each question.
    pub questions: BTreeMap<&'a str, Cpu>,
}

/// The CPU time of the answers to a question.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cpu {
    pub median_cpu_ms: u64,
    pub max_cpu_ms: u64,
}

/// The document, with a newline at its end.
pub fn write(to: &mut dyn Write, facts: &Facts, context: &Context) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        greenroom: env!("CARGO_PKG_VERSION"),
        level: facts.level(),
        python: facts.python(),
        seed: context.seed,
        bank_hash: &context.bank_hash,
        answers: facts.answers(),
        verdicts: by_word(&facts.verdicts),
        mean_score: facts.mean_score(),
        questions: facts.questions.iter().map(question).collect(),
        candidates: Candidates(facts),
        measured: Measured {
            cpu_ms: facts.cpu_ms,
            wall_ms: facts.wall_ms,
            retries: facts.retries,
            max_rss_kib: facts.max_rss_kib,
            questions: times(facts),
        },
    };
    write_pretty(to, &document)
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Document<'static>);
    schema.insert("title".to_owned(), "A class graded by Greenroom".into());
    pretty(&schema)
}

fn times(facts: &Facts) -> BTreeMap<&str, Cpu> {
    let cpu = |times: Times| Cpu { median_cpu_ms: times.median, max_cpu_ms: times.max };
    facts.questions.iter().zip(of_questions(facts)).map(|(known, times)| (known.slug.as_str(), cpu(times))).collect()
}

fn by_word(verdicts: &BTreeMap<Verdict, u64>) -> BTreeMap<&'static str, u64> {
    verdicts.iter().map(|(verdict, count)| (verdict.word(), *count)).collect()
}

fn question(facts: &QuestionFacts) -> Question<'_> {
    Question {
        question: &facts.slug,
        seed: facts.seeds.first().copied().filter(|_| facts.seeds.len() == 1),
        answers: facts.answers(),
        tried: facts.tried,
        passed: facts.passed,
        difficulty: facts.difficulty(),
        mean_score: facts.mean_score(),
        discrimination: facts.discrimination(),
        verdicts: by_word(&facts.verdicts),
    }
}

fn candidate<'a>(facts: &'a Facts, candidate: &'a CandidateFacts) -> Candidate<'a> {
    Candidate {
        candidate: &candidate.name,
        score: candidate.score(),
        passed: candidate.count(Verdict::Pass),
        scored: candidate.marks.iter().filter(|mark| is_scored(mark.verdict)).count(),
        answers: candidate
            .marks
            .iter()
            .map(|mark| Answer {
                question: &facts.questions[mark.question].slug,
                verdict: mark.verdict,
                score: mark.score(),
                late: mark.late,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{class, context, hostile_class};

    fn render(facts: &Facts, context: &Context) -> String {
        let mut document = Vec::new();
        write(&mut document, facts, context).unwrap();
        String::from_utf8(document).unwrap()
    }

    #[test]
    fn documents_satisfy_the_schema() {
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for rows in [class(), hostile_class(), Vec::new()] {
            let document: serde_json::Value =
                serde_json::from_str(&render(&Facts::of_rows(&rows), &context())).unwrap();
            let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
            assert_eq!(problems, Vec::<String>::new());
        }
    }

    #[test]
    fn a_small_class() {
        insta::assert_snapshot!(render(&Facts::of_rows(&class()), &context()));
    }

    #[test]
    fn only_what_is_measured_differs_between_two_runs() {
        let mut slower = class();
        for row in &mut slower {
            (row.cpu_ms, row.wall_ms, row.max_rss_kib, row.retries) = (99, 999, 99_999, 1);
        }
        let [one, other] = [class(), slower].map(|rows| {
            let text = render(&Facts::of_rows(&rows), &context());
            let (lasting, measured) = text.split_once("\"measured\"").unwrap();
            (lasting.to_owned(), measured.to_owned())
        });
        assert_eq!(one.0, other.0);
        assert_ne!(one.1, other.1);
    }
}
