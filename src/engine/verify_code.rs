//! Verify an entry whose answers are code: right answers pass and take their time, wrong ones fail where they must.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::bank::entry::Entry;
use crate::engine::cases::{Author, Trial, try_cases};
use crate::engine::code::parse;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::evaluate;
use crate::engine::options::Options;
use crate::engine::verified::{Verified, path};
use crate::engine::verify_growth::growing_has_classes;
use crate::engine::verify_prompt::prompt_shows_the_samples;
use crate::judge::judge::Judge;
use crate::model::check::{Case, ParsedCheck};
use crate::model::question::Wrong;
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;

/// The pseudo-case that a wrong answer fails when it does not even load.
const LOAD: &str = "load";

/// Verify an entry whose answers are code. Returns its check.
pub fn verify_code(
    judge: &mut Judge,
    entry: &Entry,
    verified: &mut Verified,
) -> Result<Arc<ParsedCheck>, EvaluateError> {
    let check = parse(judge, entry)?;
    verified.cases = check.cases.len();
    names_exist(entry, &check, verified);
    growing_has_classes(entry, &check, verified);
    prompt_shows_the_samples(entry, &check, verified);
    wrong_answers_differ(entry, verified);
    for (name, source) in entry.right_answers() {
        verified.right += 1;
        let checked = try_answer(judge, entry, name, source)?;
        if checked.verdict != Verdict::Pass {
            verified.problem(
                path(entry, name),
                0,
                format!("this right answer does not pass: {}", first_failure(&checked)),
            );
        } else {
            verify_pace(judge, entry, &check, name, source, &checked, verified)?;
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
        verified.note(path(entry, "check.py"), case.line, format!("no wrong answer ever fails `{}`", case.name));
    }
    Ok(check)
}

/// Two wrong answers that are one teach nothing twice, and which of them a candidate gave cannot be told.
fn wrong_answers_differ(entry: &Entry, verified: &mut Verified) {
    let text = |file: &Option<String>| file.as_ref().and_then(|file| entry.files.get(file)).map(|text| text.trim());
    let fails = |wrong: &Wrong| wrong.fails.iter().cloned().collect::<BTreeSet<_>>();
    for (index, wrong) in entry.question.wrong.iter().enumerate() {
        for earlier in &entry.question.wrong[..index] {
            let (Some(file), Some(other)) = (&wrong.file, &earlier.file) else { continue };
            let message = if text(&wrong.file) == text(&earlier.file) {
                format!("this wrong answer is the text of `{other}`")
            } else if wrong.says.trim() == earlier.says.trim() && fails(wrong) == fails(earlier) {
                format!("this wrong answer fails the same cases and is told the same as `{other}`")
            } else {
                continue;
            };
            verified.problem(path(entry, file), 0, message);
            break;
        }
    }
}

/// How much slower than the reference an answer may be, at least, before it runs out of CPU.
const HEADROOM: f64 = 3.0;

/// A case that measures too much is measured so many times before it is believed.
const MEASURE_AGAIN: u32 = 3;

/// A right answer needs at most a third of the CPU limit in each case: another machine may be three times slower.
fn verify_pace(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    name: &str,
    source: &str,
    checked: &Checked,
    verified: &mut Verified,
) -> Result<(), EvaluateError> {
    let most_ms = (entry.question.limits.cpu_s * 1000.0 / HEADROOM) as u64;
    // Where all cases together stay below, each does.
    if checked.usage.cpu_ms <= most_ms {
        return Ok(());
    }
    for case in &check.cases {
        let trial = Trial::prepare(judge, entry, check, &[case], checked.context.seed)?;
        let mut least_ms = u64::MAX;
        for _ in 0..MEASURE_AGAIN {
            least_ms = least_ms.min(trial.on(judge, Author::Candidate, source)?.usage.cpu_ms);
            if least_ms <= most_ms {
                break;
            }
        }
        if least_ms > most_ms {
            let message = format!(
                "`{}` takes this right answer {:.2} s of CPU, over a third of `cpu_s`, which is {}",
                case.name,
                least_ms as f64 / 1000.0,
                entry.question.limits.cpu_s
            );
            verified.problem(path(entry, name), 0, message);
        }
    }
    Ok(())
}

/// Weights and `fails` name cases of the check.
fn names_exist(entry: &Entry, check: &ParsedCheck, verified: &mut Verified) {
    let weighted = entry.question.cases.keys().map(|name| ("`cases` names", name));
    let idiom = entry.question.idiom.iter().flat_map(|idiom| idiom.fails.iter().map(|name| ("`idiom` names", name)));
    let failing = entry.question.wrong.iter().flat_map(|wrong| wrong.fails.iter().map(|name| ("`fails` names", name)));
    let asked =
        entry.question.clarify.iter().flat_map(|asked| asked.cases.iter().map(|name| ("`clarify` names", name)));
    let unknown: Vec<_> = weighted
        .chain(failing)
        .chain(idiom)
        .chain(asked)
        .filter(|(_, name)| check.case(name).is_none() && name.as_str() != LOAD)
        .collect();
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

/// Every case of an answer of the bank.
pub fn try_answer(judge: &mut Judge, entry: &Entry, name: &str, source: &str) -> Result<Checked, EvaluateError> {
    evaluate(judge, entry, name, source.as_bytes(), &Options { recognise: false, ..Options::default() })
}

/// The cases named in `must_fail` that the run did not reach.
pub fn not_reached<'a>(checked: &Checked, check: &'a ParsedCheck, must_fail: &[String]) -> Vec<&'a Case> {
    let Detail::Cases(cases) = &checked.detail else { return Vec::new() };
    let unreached = cases.iter().filter(|case| case.verdict == Verdict::NotRun && must_fail.contains(&case.name));
    if checked.load.is_some() { Vec::new() } else { unreached.filter_map(|case| check.case(&case.name)).collect() }
}

pub fn is_failure(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::Pass | Verdict::NotRun)
}

pub fn failed_cases(checked: &Checked) -> BTreeSet<String> {
    let Detail::Cases(cases) = &checked.detail else { return BTreeSet::new() };
    let mut failed: BTreeSet<String> =
        cases.iter().filter(|case| is_failure(case.verdict)).map(|case| case.name.clone()).collect();
    if checked.load.is_some() {
        failed.insert(LOAD.to_owned());
    }
    failed
}

/// Why an answer does not pass, in one line.
pub fn first_failure(checked: &Checked) -> String {
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

pub fn list(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
