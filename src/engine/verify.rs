//! Verify an entry of the bank: right answers pass, wrong ones fail where they must, and what is printed is what is pinned.

use std::collections::BTreeSet;

use crate::bank::entry::Entry;
use crate::compare::prediction::compare as compare_lines;
use crate::engine::cases::{Author, try_cases};
use crate::engine::code;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::{evaluate, not_applicable};
use crate::engine::options::Options;
use crate::engine::predict;
use crate::judge::judge::{Judge, Printed};
use crate::model::check::{Case, ParsedCheck};
use crate::model::question::Kind;
use crate::model::record::{Checked, Detail, LineResult};
use crate::model::verdict::Verdict;

/// The pseudo-case that a wrong answer fails when it does not even load.
pub const LOAD: &str = "load";

/// What verifying one entry found.
#[derive(Debug, Default)]
pub struct Verified {
    pub slug: String,
    pub topic: String,
    pub cases: usize,
    pub right: usize,
    pub wrong: usize,
    /// What does not hold.
    pub problems: Vec<Finding>,
    /// What holds and deserves a look.
    pub notes: Vec<Finding>,
}

/// Something about one file of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    /// From 1; 0 when the whole file is meant.
    pub line: u32,
    pub message: String,
}

impl Verified {
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }

    fn problem(&mut self, path: String, line: u32, message: String) {
        self.problems.push(Finding { path, line, message });
    }
}

/// Verify one entry. An error means that this machine could not do it; what is wrong with the entry is in the result.
pub fn verify(judge: &mut Judge, entry: &Entry) -> Result<Verified, EvaluateError> {
    let mut verified =
        Verified { slug: entry.question.slug.clone(), topic: entry.question.topic.clone(), ..Verified::default() };
    if let Some(reason) = not_applicable(judge, &entry.question) {
        verified.notes.push(Finding { path: entry.json_path.clone(), line: 0, message: format!("skipped: {reason}") });
        return Ok(verified);
    }
    let done = match entry.question.kind {
        Kind::Code => verify_code(judge, entry, &mut verified),
        Kind::Predict => verify_predict(judge, entry, &mut verified),
        Kind::Explain => verify_pinned(judge, entry, "demo.py", &mut verified).map(drop),
    };
    match done {
        Err(EvaluateError::Bank { path, line, message }) => {
            verified.problem(path, line, message);
            Ok(verified)
        }
        Err(other) => Err(other),
        Ok(()) => Ok(verified),
    }
}

fn verify_code(judge: &mut Judge, entry: &Entry, verified: &mut Verified) -> Result<(), EvaluateError> {
    let check = code::parse(judge, entry)?;
    verified.cases = check.cases.len();
    names_exist(entry, &check, verified);
    prompt_shows_the_samples(entry, &check, verified);
    for (name, source) in entry.right_answers() {
        verified.right += 1;
        let checked = try_answer(judge, entry, name, source)?;
        if checked.verdict != Verdict::Pass {
            verified.problem(
                path(entry, name),
                0,
                format!("this right answer does not pass: {}", first_failure(&checked)),
            );
        }
    }
    if let Some(starter) = entry.starter() {
        let checked = try_answer(judge, entry, "starter.py", starter)?;
        if checked.verdict == Verdict::Pass {
            verified.problem(
                path(entry, "starter.py"),
                0,
                "the starter passes; a candidate would have nothing to do".to_owned(),
            );
        } else if checked.load.is_some() {
            verified.problem(
                path(entry, "starter.py"),
                0,
                format!("a candidate cannot begin with this: {}", first_failure(&checked)),
            );
        }
    }
    let mut failed_somewhere = BTreeSet::new();
    for (name, source) in entry.wrong_answers() {
        verified.wrong += 1;
        let checked = try_answer(judge, entry, name, source)?;
        let mut failed = failed_cases(&checked);
        let declared = entry.question.wrong.iter().find(|wrong| wrong.file.as_deref() == Some(name));
        let must_fail = declared.map(|wrong| wrong.fails.as_slice()).unwrap_or_default();
        if must_fail.is_empty() {
            verified.problem(
                entry.json_path.clone(),
                0,
                format!("`{name}` names no case that must reject it; add `fails`"),
            );
        }
        // Cases behind one that ended the run are tried alone: each that is named must reject by itself.
        for case in not_reached(&checked, &check, must_fail) {
            let tried = try_cases(judge, entry, &check, &[case], (Author::Candidate, source), checked.context.seed)?;
            failed.extend(tried.cases.iter().filter(|case| is_failure(case.verdict)).map(|case| case.name.clone()));
        }
        for case in must_fail.iter().filter(|case| !failed.contains(*case)) {
            let message = if failed.is_empty() {
                format!("this wrong answer passes every case; `{case}` must reject it")
            } else {
                format!("`{case}` does not reject this wrong answer; it fails {}", list(&failed))
            };
            verified.problem(path(entry, name), 0, message);
        }
        failed_somewhere.extend(failed);
    }
    for case in check.cases.iter().filter(|case| !failed_somewhere.contains(&case.name)) {
        let message = format!("no wrong answer ever fails `{}`", case.name);
        verified.notes.push(Finding { path: path(entry, "check.py"), line: case.line, message });
    }
    Ok(())
}

/// Weights and `fails` name cases of the check.
fn names_exist(entry: &Entry, check: &ParsedCheck, verified: &mut Verified) {
    let weighted = entry.question.cases.keys().map(|name| ("`cases` names", name));
    let failing = entry.question.wrong.iter().flat_map(|wrong| wrong.fails.iter().map(|name| ("`fails` names", name)));
    let unknown: Vec<_> =
        weighted.chain(failing).filter(|(_, name)| check.case(name).is_none() && name.as_str() != LOAD).collect();
    for (place, name) in unknown {
        let message = format!("{place} `{name}`, and the check has no such case");
        verified.problem(entry.json_path.clone(), 0, message);
    }
    if check.samples().next().is_none() {
        verified.problem(
            path(entry, "check.py"),
            0,
            "the check has no `sample_*` case; show the candidate at least one".to_owned(),
        );
    }
}

/// Every `>>>` of the prompt is an example of a sample case, with the same output.
fn prompt_shows_the_samples(entry: &Entry, check: &ParsedCheck, verified: &mut Verified) {
    let samples: Vec<(String, String)> = check
        .samples()
        .flat_map(|case| &case.examples)
        .map(|example| (example.source.trim().to_owned(), example.want.trim().to_owned()))
        .collect();
    for (source, want) in prompt_examples(&entry.question.prompt.text()) {
        if !samples.contains(&(source.clone(), want)) {
            let message =
                format!("the prompt shows `>>> {source}`, and no sample case has this example with this output");
            verified.problem(entry.json_path.clone(), 0, message);
        }
    }
}

/// Source and output of each example in a prompt.
fn prompt_examples(prompt: &str) -> Vec<(String, String)> {
    let mut examples: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in prompt.lines().map(str::trim) {
        if let Some(source) = line.strip_prefix(">>> ") {
            examples.push((source.to_owned(), String::new()));
            open = true;
        } else if line.is_empty() || line.starts_with("```") {
            open = false;
        } else if open && let Some((source, want)) = examples.last_mut() {
            match line.strip_prefix("... ") {
                Some(more) => *source += &format!("\n{more}"),
                None => *want += &(if want.is_empty() { line.to_owned() } else { format!("\n{line}") }),
            }
        }
    }
    examples
}

fn verify_predict(judge: &mut Judge, entry: &Entry, verified: &mut Verified) -> Result<(), EvaluateError> {
    let printed = verify_pinned(judge, entry, "snippet.py", verified)?;
    verified.cases = printed.lines().count();
    verified.right = 1;
    let mut missed = BTreeSet::new();
    for (name, prediction) in entry.wrong_answers() {
        verified.wrong += 1;
        let lines = compare_lines(prediction, &printed);
        if lines.iter().all(|line| line.right) {
            verified.problem(path(entry, name), 0, "this wrong prediction is right".to_owned());
        }
        if lines.iter().any(|line| line.predicted.is_none() || line.printed.is_none()) {
            let (theirs, ours) = (prediction.lines().count(), printed.lines().count());
            verified.problem(
                path(entry, name),
                0,
                format!("this prediction has {theirs} lines, and the snippet prints {ours}"),
            );
        }
        missed.extend(lines.iter().filter(|line| !line.right).map(|line| line.line));
    }
    for line in (1..=verified.cases as u32).filter(|line| !missed.contains(line)) {
        let message = format!("no wrong prediction ever misses line {line}");
        verified.notes.push(Finding { path: path(entry, "expected.txt"), line, message });
    }
    Ok(())
}

/// What a script prints is what is pinned, and it ends without an exception.
fn verify_pinned(
    judge: &mut Judge,
    entry: &Entry,
    name: &str,
    verified: &mut Verified,
) -> Result<String, EvaluateError> {
    let Printed { text: printed, raised } = predict::print(judge, entry, name)?;
    if let Some(raised) = raised {
        let line = raised.trace.last().map_or(0, |line| line.line);
        verified.problem(path(entry, name), line, format!("ends with {}: {}", raised.exception, raised.message));
    }
    let pinned = entry.expected().unwrap_or_default();
    if pinned != printed {
        let different = |line: &LineResult| !line.right;
        let lines = compare_lines(pinned, &printed);
        let (line, message) = match lines.iter().find(|line| different(line)) {
            Some(LineResult { line, predicted, printed, .. }) => (
                *line,
                format!(
                    "this interpreter prints {}, and {} is pinned",
                    quoted(printed.as_deref()),
                    quoted(predicted.as_deref())
                ),
            ),
            None => (0, "differs from what this interpreter prints in white space at the end of lines".to_owned()),
        };
        verified.problem(path(entry, "expected.txt"), line, message);
    }
    Ok(printed)
}

fn quoted(line: Option<&str>) -> String {
    line.map_or("nothing".to_owned(), |line| format!("`{line}`"))
}

fn try_answer(judge: &mut Judge, entry: &Entry, name: &str, source: &str) -> Result<Checked, EvaluateError> {
    evaluate(judge, entry, name, source.as_bytes(), &Options { recognise: false, ..Options::default() })
}

/// The cases named in `must_fail` that the run did not reach.
fn not_reached<'a>(checked: &Checked, check: &'a ParsedCheck, must_fail: &[String]) -> Vec<&'a Case> {
    let Detail::Cases(cases) = &checked.detail else { return Vec::new() };
    let unreached = cases.iter().filter(|case| case.verdict == Verdict::NotRun && must_fail.contains(&case.name));
    if checked.load.is_some() { Vec::new() } else { unreached.filter_map(|case| check.case(&case.name)).collect() }
}

fn is_failure(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::Pass | Verdict::NotRun)
}

fn failed_cases(checked: &Checked) -> BTreeSet<String> {
    let Detail::Cases(cases) = &checked.detail else { return BTreeSet::new() };
    let mut failed: BTreeSet<String> =
        cases.iter().filter(|case| is_failure(case.verdict)).map(|case| case.name.clone()).collect();
    if checked.load.is_some() {
        failed.insert(LOAD.to_owned());
    }
    failed
}

fn first_failure(checked: &Checked) -> String {
    let Detail::Cases(cases) = &checked.detail else { return checked.verdict.to_string() };
    let failing = cases.iter().find(|case| case.verdict != Verdict::Pass);
    let failure = checked.load.as_ref().or_else(|| failing.and_then(|case| case.failure.as_ref()));
    let place = match (&checked.load, failing) {
        (None, Some(case)) => format!("`{}` gives {}", case.name, case.verdict),
        _ => format!("it does not load ({})", checked.verdict),
    };
    let raised = failure.and_then(|failure| failure.raised.as_ref());
    let detail = match (failure, raised) {
        (_, Some(raised)) => format!(": {}: {}", raised.exception, raised.message),
        (Some(failure), None) => match (&failure.expected, &failure.got, &failure.note) {
            (Some(expected), Some(got), _) => format!(" at `{}`: expected {expected}, got {got}", failure.call),
            (_, _, Some(note)) => format!(": {note}"),
            _ => String::new(),
        },
        (None, None) => String::new(),
    };
    place + &detail
}

fn list(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn path(entry: &Entry, name: &str) -> String {
    format!("{}/{name}", entry.checks_path)
}

#[cfg(test)]
mod tests {
    use super::prompt_examples;

    #[test]
    fn examples_of_a_prompt_are_read_with_their_output() {
        let prompt = "Write `f`.\n```\n>>> f(1)\n2\n\n>>> for x in y:\n...     x\n1\n2\n```\nMore prose.";
        let expected = [("f(1)", "2"), ("for x in y:\n    x", "1\n2")];
        let found = prompt_examples(prompt);
        let found: Vec<(&str, &str)> = found.iter().map(|(source, want)| (source.as_str(), want.as_str())).collect();
        assert_eq!(found, expected);
    }
}
