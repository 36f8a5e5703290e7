//! What must hold for the cases that clarifications name.

use std::collections::BTreeSet;

use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::error::Problem;
use crate::bank::nearest::nearest;
use crate::model::question::Kind;

/// How the names of cases begin that a candidate has not seen.
const HIDDEN: [&str; 2] = ["case_", "source_"];

/// Everything that is wrong with the cases of clarifications of a question, which was read from `document`.
pub fn problems(entry: &Entry, document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    let question = &entry.question;
    // What is missing as a whole is told once, by the rules for files.
    let check = entry.check().filter(|_| question.kind == Kind::Code);
    let defined = check.map(functions);
    for (index, clarification) in question.clarify.iter().enumerate() {
        let asked = format!("clarification `{}` of `{}`", clarification.ask, question.slug);
        if question.kind != Kind::Code && !clarification.cases.is_empty() {
            let message =
                format!("{asked} names cases, which are for `code`, and this question is `{}`", question.kind);
            problems.push(document.problem(&format!("clarify/{index}/cases"), &message));
            continue;
        }
        for (number, name) in clarification.cases.iter().enumerate() {
            let problem = |message: &str| {
                let problem = document.problem(&format!("clarify/{index}/cases/{number}"), message);
                with_nearest(problem, name, defined.as_ref())
            };
            if clarification.cases[..number].contains(name) {
                problems.push(problem(&format!("{asked} names case `{name}` twice")));
            } else if name.starts_with("sample_") {
                let message = format!("{asked} names `{name}`, which every candidate sees; name hidden cases only");
                problems.push(problem(&message));
            } else if !HIDDEN.iter().any(|prefix| name.starts_with(prefix)) {
                let message = format!("{asked} names `{name}`; a hidden case is called `case_*` or `source_*`");
                problems.push(problem(&message));
            } else if defined.as_ref().is_some_and(|defined| !defined.contains(name.as_str())) {
                let message = format!("{asked} names case `{name}`, and `{}/check.py` has none", entry.checks_path);
                problems.push(problem(&message));
            }
        }
    }
    problems
}

fn with_nearest(problem: Problem, name: &str, defined: Option<&BTreeSet<&str>>) -> Problem {
    let hidden = defined.into_iter().flatten().filter(|name| HIDDEN.iter().any(|prefix| name.starts_with(prefix)));
    // Names are compared as they are compared elsewhere: with `-`.
    let hidden: Vec<(String, &str)> = hidden.map(|name| (name.replace('_', "-"), *name)).collect();
    let candidates: Vec<&str> = hidden.iter().map(|(dashed, _)| dashed.as_str()).collect();
    let closest = nearest(name, &candidates).into_iter().next();
    match closest.and_then(|found| hidden.iter().find(|(dashed, _)| *dashed == found)) {
        Some((_, known)) if *known != name => problem.hint(&format!("did you mean `{known}`?")),
        _ => problem,
    }
}

/// The functions at the top of a check, found by their first line. CPython itself reads them in `verify`.
fn functions(check: &str) -> BTreeSet<&str> {
    let names = check.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("def ")?.split_once('(')?;
        Some(name.trim())
    });
    names.collect()
}
