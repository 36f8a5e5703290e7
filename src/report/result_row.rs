//! `results.jsonl` of `greenroom grade`: one object a line, one line an answer. Scripts rely on it; its schema is
//! published as `docs/schemas/results.json`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::isolation::Level;
use crate::model::question::Question;
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;

/// Grows when a field changes its meaning or goes; new fields do not count.
pub const VERSION: u32 = 1;

/// One graded answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ResultRow {
    /// The version of this format.
    pub version: u32,
    /// The name of the candidate's folder; bytes that are no UTF-8 as `\xNN`, a backslash doubled.
    pub candidate: String,
    pub question: String,
    pub verdict: Verdict,
    /// How much of the answer is right, by the weights of its cases: from 0 to 1.
    pub score: f64,
    /// Of a `code` answer, in file order of the check; of a prediction, `line 1`, `line 2`, ….
    pub cases: Vec<CaseRow>,
    /// SHA-256 of the bytes that were graded, in hex; empty when there were too many.
    pub answer_sha256: String,
    /// The hash of everything that the verdict depends on: answer, question, seed, limits, interpreter, level, version.
    pub key: String,
    pub level: Level,
    /// The interpreter that ran the answer, for instance `3.11.7`.
    pub python: String,
    /// The number that random cases were made from.
    pub seed: u64,
    /// CPU and wall time of the answer, and its memory, by the runner's clocks.
    pub cpu_ms: u64,
    pub wall_ms: u64,
    pub max_rss_kib: u64,
    /// Why the answer could not be tried at all; null when it could.
    pub reason: Option<String>,
}

/// One case of an answer, or one line of a prediction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseRow {
    pub name: String,
    pub verdict: Verdict,
}

impl ResultRow {
    /// The row of a checked answer.
    pub fn new(candidate: &str, question: &Question, checked: &Checked, key: String) -> ResultRow {
        let cases = cases(&checked.detail);
        ResultRow {
            version: VERSION,
            candidate: candidate.to_owned(),
            question: question.slug.clone(),
            verdict: checked.verdict,
            score: score(question, checked.verdict, &cases),
            cases,
            answer_sha256: checked.answer_sha256.clone(),
            key,
            level: checked.context.level,
            python: checked.context.python.clone(),
            seed: checked.context.seed,
            cpu_ms: checked.usage.cpu_ms,
            wall_ms: checked.usage.wall_ms,
            max_rss_kib: checked.usage.max_rss_kib,
            reason: checked.load.as_ref().and_then(|load| load.note.clone()),
        }
    }

    /// As it stands in the file, with the end of its line.
    pub fn line(&self) -> String {
        let mut line = serde_json::to_string(self).expect("a row has no map with odd keys");
        line.push('\n');
        line
    }
}

fn cases(detail: &Detail) -> Vec<CaseRow> {
    match detail {
        Detail::Cases(cases) => {
            cases.iter().map(|case| CaseRow { name: case.name.clone(), verdict: case.verdict }).collect()
        }
        Detail::Lines(lines) => lines
            .iter()
            .map(|line| CaseRow {
                name: format!("line {}", line.line),
                verdict: if line.right { Verdict::Pass } else { Verdict::Fail },
            })
            .collect(),
        Detail::Manual => Vec::new(),
    }
}

/// Four digits, so that every machine writes the same number.
fn score(question: &Question, verdict: Verdict, cases: &[CaseRow]) -> f64 {
    if verdict == Verdict::Pass {
        return 1.0;
    }
    let weight = |case: &CaseRow| question.cases.get(&case.name).map_or(1.0, |known| f64::from(known.weight));
    let all: f64 = cases.iter().map(weight).sum();
    let right: f64 = cases.iter().filter(|case| case.verdict == Verdict::Pass).map(weight).sum();
    if all > 0.0 { (right / all * 10_000.0).round() / 10_000.0 } else { 0.0 }
}

/// The JSON schema of a line, as it is published.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(ResultRow);
    schema.insert("title".to_owned(), "An answer graded by Greenroom".into());
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_published_schema_is_current() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas/results.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, schema()).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(published == schema(), "run `UPDATE_SCHEMA=1 cargo test schema` and read what changed");
    }
}
