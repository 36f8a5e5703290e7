//! Evaluate a `code` answer: try the cases of the check on it and compare what they give.

use std::sync::Arc;

use crate::bank::entry::Entry;
use crate::engine::cases::{Author, not_tried, try_cases};
use crate::engine::error::EvaluateError;
use crate::engine::options::Options;
use crate::engine::recognise::recognise;
use crate::judge::error::JudgeError;
use crate::judge::judge::Judge;
use crate::model::check::{Case, CaseKind, ParsedCheck};
use crate::model::event::Scope;
use crate::model::question::Kind;
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;

/// Evaluate the source of an answer.
pub fn evaluate(
    judge: &mut Judge,
    entry: &Entry,
    source: &str,
    options: &Options,
    blank: Checked,
) -> Result<Checked, EvaluateError> {
    let check = parse(judge, entry)?;
    let cases: Vec<&Case> = in_scope(&check, options.scope).collect();
    let mut tried = try_cases(judge, entry, &check, &cases, (Author::Candidate, source), blank.context.seed)?;
    let verdict = tried.verdict();
    let says = if options.recognise && verdict != Verdict::Pass && options.scope == Scope::All && tried.load.is_none() {
        recognise(judge, entry, &check, &tried.cases, blank.context.seed)?
    } else {
        None
    };
    let load = tried.load.take().map(|(_, failure)| failure);
    Ok(Checked { verdict, load, detail: Detail::Cases(tried.cases), says, usage: tried.usage, ..blank })
}

/// The cases of an answer that cannot even be read.
pub fn not_run(judge: &mut Judge, entry: &Entry, scope: Scope) -> Result<Detail, EvaluateError> {
    if entry.question.kind != Kind::Code {
        return Ok(if entry.question.kind == Kind::Predict { Detail::Lines(Vec::new()) } else { Detail::Manual });
    }
    let check = parse(judge, entry)?;
    Ok(Detail::Cases(in_scope(&check, scope).map(not_tried).collect()))
}

/// The parsed check of a question.
pub fn parse(judge: &mut Judge, entry: &Entry) -> Result<Arc<ParsedCheck>, EvaluateError> {
    let path = format!("{}/check.py", entry.checks_path);
    let source = entry.check().ok_or_else(|| EvaluateError::Bank {
        path: path.clone(),
        line: 0,
        message: "is missing".to_owned(),
    })?;
    judge.parse(source).map_err(|error| match error {
        JudgeError::Check(problem) => EvaluateError::Bank { path, line: problem.line, message: problem.message },
        other => EvaluateError::Judge(other),
    })
}

fn in_scope(check: &ParsedCheck, scope: Scope) -> impl Iterator<Item = &Case> {
    check.cases.iter().filter(move |case| scope == Scope::All || case.kind == CaseKind::Sample)
}
