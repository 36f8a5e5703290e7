//! `results.jsonl` of `greenroom grade`: one object a line, one line an answer. Scripts rely on it; its schema is
//! published as `docs/schemas/results.json`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::check::CaseKind;
use crate::model::isolation::Level;
use crate::model::question::Question;
use crate::model::record::{CaseResult, Checked, Detail, Failure, LineResult};
use crate::model::reveal::Reveal;
use crate::model::verdict::Verdict;
use crate::model::wire::Raised;
use crate::report::json;

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
    /// The same for each group of cases that the author made, in order of their names.
    pub groups: Vec<GroupRow>,
    /// Of a `code` answer, in file order of the check; of a prediction, `line 1`, `line 2`, ….
    pub cases: Vec<CaseRow>,
    /// Where the answer stands, relative to the folder of submissions, written as `candidate` is; null when it was not handed in.
    pub path: Option<String>,
    /// When it was handed in, if a manifest says so.
    pub submitted: Option<String>,
    /// Whether that was after the time that was due; null when either is not known.
    pub late: Option<bool>,
    /// The answer tried what no honest answer does: a forbidden system call, or messages of its own to the runner.
    pub tampering: bool,
    /// SHA-256 of the bytes that were graded, in hex; empty when there were too many or none.
    pub answer_sha256: String,
    /// The hash of everything that the verdict depends on: answer, question, seed, limits, interpreter, level, version.
    pub key: String,
    /// The hash of the question with all its files.
    pub question_sha256: String,
    /// The greenroom that graded, for instance `0.1.0`.
    pub greenroom: String,
    pub level: Level,
    /// The interpreter that ran the answer, for instance `3.11.7`.
    pub python: String,
    /// The number that random cases were made from.
    pub seed: u64,
    /// CPU and wall time of the answer, and its memory, by the runner's clocks.
    pub cpu_ms: u64,
    pub wall_ms: u64,
    pub max_rss_kib: u64,
    /// How often the answer was run once more because its worker was lost: never the candidate's fault.
    pub retries: u32,
    /// Why the answer could not be tried at all; null when it could.
    pub reason: Option<String>,
    /// The line of the answer, from 1, at which the exception was raised that decided; null when there was none.
    pub line: Option<u32>,
}

/// The cases of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GroupRow {
    pub name: String,
    /// The weights of its cases together.
    pub weight: u32,
    pub score: f64,
}

/// One case of an answer, or one line of a prediction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseRow {
    pub name: String,
    pub verdict: Verdict,
    /// Not shown to the candidate beforehand.
    pub hidden: bool,
    pub weight: u32,
    /// The group that the author put it into; null when there is none.
    pub group: Option<String>,
    /// Hash of all that the case gave back: two answers with one fingerprint are the same mistake. Empty when it gave nothing.
    pub fingerprint: String,
    /// What the author says when the case fails.
    pub sentence: String,
    /// What went wrong, if this run reveals it.
    pub failure: Option<FailureRow>,
}

/// The first example of a case that did not give what was expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FailureRow {
    pub call: String,
    pub expected: Option<String>,
    pub got: Option<String>,
    /// What kind of difference it is.
    pub note: Option<String>,
    /// The exception and its message.
    pub raised: Option<String>,
}

/// How an answer was handed in, and what its verdict depends on.
#[derive(Debug, Clone, Default)]
pub struct Handed {
    pub candidate: String,
    pub path: Option<String>,
    pub submitted: Option<String>,
    pub late: Option<bool>,
    pub key: String,
    pub question_sha256: String,
}

impl ResultRow {
    /// The row of a checked answer.
    pub fn new(handed: Handed, question: &Question, checked: &Checked, reveal: Reveal) -> ResultRow {
        let cases = cases(question, &checked.detail, reveal);
        ResultRow {
            version: VERSION,
            candidate: handed.candidate,
            question: question.slug.clone(),
            verdict: checked.verdict,
            score: score(checked.verdict, &cases),
            groups: groups(&cases),
            tampering: tampering(checked),
            cases,
            path: handed.path,
            submitted: handed.submitted,
            late: handed.late,
            answer_sha256: checked.answer_sha256.clone(),
            key: handed.key,
            question_sha256: handed.question_sha256,
            greenroom: env!("CARGO_PKG_VERSION").to_owned(),
            level: checked.context.level,
            python: checked.context.python.clone(),
            seed: checked.context.seed,
            cpu_ms: checked.usage.cpu_ms,
            wall_ms: checked.usage.wall_ms,
            max_rss_kib: checked.usage.max_rss_kib,
            retries: checked.usage.retries,
            reason: checked.load.as_ref().and_then(reason),
            line: raised(checked).and_then(|raised| raised.trace.last()).map(|line| line.line),
        }
    }

    /// As it stands in the file, with the end of its line.
    pub fn line(&self) -> String {
        json::line(self)
    }
}

fn reason(load: &Failure) -> Option<String> {
    let raised = load.raised.as_ref().map(|raised| match raised.message.as_str() {
        "" => raised.exception.clone(),
        message => format!("{}: {message}", raised.exception),
    });
    load.note.clone().or(raised)
}

/// The exception that decided on the verdict.
fn raised(checked: &Checked) -> Option<&Raised> {
    let of_cases = match &checked.detail {
        Detail::Cases(cases) => cases.iter().find(|case| case.verdict == checked.verdict),
        Detail::Lines(_) | Detail::Manual => None,
    };
    checked.load.as_ref().or_else(|| of_cases?.failure.as_ref())?.raised.as_ref()
}

fn cases(question: &Question, detail: &Detail, reveal: Reveal) -> Vec<CaseRow> {
    match detail {
        Detail::Cases(cases) => cases.iter().map(|case| of_case(question, case, reveal)).collect(),
        Detail::Lines(lines) => lines.iter().map(|line| of_line(line, reveal)).collect(),
        Detail::Manual => Vec::new(),
    }
}

fn of_case(question: &Question, case: &CaseResult, reveal: Reveal) -> CaseRow {
    let known = question.cases.get(&case.name);
    CaseRow {
        name: case.name.clone(),
        verdict: case.verdict,
        hidden: case.kind != CaseKind::Sample,
        weight: known.map_or(1, |known| known.weight),
        group: known.and_then(|known| known.group.clone()),
        fingerprint: case.fingerprint.clone(),
        sentence: case.sentence.clone(),
        failure: case.failure.as_ref().filter(|_| reveal == Reveal::After).map(failure),
    }
}

fn failure(failure: &Failure) -> FailureRow {
    FailureRow {
        call: failure.call.clone(),
        expected: failure.expected.clone(),
        got: failure.got.clone(),
        note: failure.note.clone(),
        raised: failure.raised.as_ref().map(|raised| format!("{}: {}", raised.exception, raised.message)),
    }
}

fn of_line(line: &LineResult, reveal: Reveal) -> CaseRow {
    let failure = || FailureRow {
        call: String::new(),
        expected: line.printed.clone(),
        got: line.predicted.clone(),
        note: None,
        raised: None,
    };
    CaseRow {
        name: format!("line {}", line.line),
        verdict: if line.right { Verdict::Pass } else { Verdict::Fail },
        hidden: false,
        weight: 1,
        group: None,
        fingerprint: line.predicted.clone().unwrap_or_default(),
        sentence: String::new(),
        failure: (!line.right && reveal == Reveal::After).then(failure),
    }
}

fn tampering(checked: &Checked) -> bool {
    let of_cases = match &checked.detail {
        Detail::Cases(cases) => cases.iter().any(|case| case.failure.as_ref().is_some_and(|failure| failure.tampering)),
        Detail::Lines(_) | Detail::Manual => false,
    };
    of_cases || checked.load.as_ref().is_some_and(|load| load.tampering)
}

fn groups(cases: &[CaseRow]) -> Vec<GroupRow> {
    let mut groups: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for case in cases {
        if let Some(name) = &case.group {
            let (right, all) = groups.entry(name).or_default();
            *all += case.weight;
            *right += if case.verdict == Verdict::Pass { case.weight } else { 0 };
        }
    }
    let row = |(name, (right, weight)): (&str, (u32, u32))| GroupRow {
        name: name.to_owned(),
        weight,
        score: share(right, weight),
    };
    groups.into_iter().map(row).collect()
}

fn score(verdict: Verdict, cases: &[CaseRow]) -> f64 {
    if verdict == Verdict::Pass {
        return 1.0;
    }
    let all = cases.iter().map(|case| case.weight).sum();
    share(cases.iter().filter(|case| case.verdict == Verdict::Pass).map(|case| case.weight).sum(), all)
}

/// Four digits, so that every machine writes the same number.
fn share(right: u32, all: u32) -> f64 {
    if all > 0 { (f64::from(right) / f64::from(all) * 10_000.0).round() / 10_000.0 } else { 0.0 }
}

/// The JSON schema of a line, as it is published.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(ResultRow);
    schema.insert("title".to_owned(), "An answer graded by Greenroom".into());
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}
