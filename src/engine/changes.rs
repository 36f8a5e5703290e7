//! What two runs say differently of the same answers, and why.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::model::verdict::Verdict;
use crate::report::result_row::ResultRow;
use crate::store::results::each_line;

/// What is remembered of an earlier result: enough to tell why it changed.
#[derive(Debug, Clone, PartialEq)]
struct Before {
    result: (Verdict, f64),
    answer_sha256: String,
    question_sha256: String,
    python: String,
    greenroom: String,
    level: &'static str,
    seed: u64,
}

/// The results of an earlier run, by candidate and question.
#[derive(Debug, Default)]
pub struct Earlier(BTreeMap<(String, String), Before>);

/// A result that is another one now.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub candidate: String,
    pub question: String,
    pub before: Option<(Verdict, f64)>,
    pub now: Option<(Verdict, f64)>,
    pub why: String,
}

impl Earlier {
    /// Read the results of a run. Lines that are no results count as missing.
    pub fn read(results: &Path) -> io::Result<Earlier> {
        if !results.is_file() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let mut earlier = Earlier::default();
        each_row(results, &mut |row| {
            let before = Before {
                result: (row.verdict, row.score),
                answer_sha256: row.answer_sha256,
                question_sha256: row.question_sha256,
                python: row.python,
                greenroom: row.greenroom,
                level: row.level.word(),
                seed: row.seed,
            };
            earlier.0.insert((row.candidate, row.question), before);
        })?;
        Ok(earlier)
    }

    /// What changed since, by candidate and question.
    pub fn changes(mut self, results: &Path) -> io::Result<Vec<Change>> {
        let mut changes = Vec::new();
        each_row(results, &mut |row| {
            let name = (row.candidate.clone(), row.question.clone());
            let before = self.0.remove(&name);
            let now = (row.verdict, row.score);
            if before.as_ref().is_some_and(|before| before.result == now) {
                return;
            }
            let why = before.as_ref().map_or("it was not graded before".to_owned(), |before| why(before, &row));
            let (candidate, question) = name;
            let before = before.map(|before| before.result);
            changes.push(Change { candidate, question, before, now: Some(now), why });
        })?;
        changes.extend(self.0.into_iter().map(|((candidate, question), before)| {
            let why = "it is not graded any more".to_owned();
            Change { candidate, question, before: Some(before.result), now: None, why }
        }));
        changes.sort_by(|one, other| (&one.candidate, &one.question).cmp(&(&other.candidate, &other.question)));
        Ok(changes)
    }
}

/// Everything that a verdict depends on, and that is not what it was.
fn why(before: &Before, now: &ResultRow) -> String {
    let mut reasons = Vec::new();
    if before.answer_sha256 != now.answer_sha256 {
        reasons.push("the answer changed".to_owned());
    }
    if before.question_sha256 != now.question_sha256 {
        reasons.push("the question or its check changed".to_owned());
    }
    for (what, one, other) in [
        ("the interpreter was", &before.python, &now.python),
        ("greenroom was", &before.greenroom, &now.greenroom),
        ("the level was", &before.level.to_owned(), &now.level.word().to_owned()),
        ("the seed was", &before.seed.to_string(), &now.seed.to_string()),
    ] {
        // A check that changed has another seed by itself.
        if one != other && !(what == "the seed was" && before.question_sha256 != now.question_sha256) {
            reasons.push(format!("{what} {one} and is {other}"));
        }
    }
    if reasons.is_empty() {
        return "nothing that it depends on changed: it is not the same at every run".to_owned();
    }
    reasons.join(", ")
}

fn each_row(results: &Path, on_row: &mut dyn FnMut(ResultRow)) -> io::Result<()> {
    each_line(results, &mut |line| {
        if let Ok(row) = serde_json::from_slice(&line.bytes) {
            on_row(row);
        }
        Ok(true)
    })
}
