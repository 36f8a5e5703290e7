//! Verify a second solution: exactly the cases that its question names reject it.

use std::collections::BTreeSet;

use crate::bank::entry::Entry;
use crate::engine::cases::{Author, try_cases};
use crate::engine::error::EvaluateError;
use crate::engine::verified::{Verified, path};
use crate::engine::verify_code::{failed_cases, first_failure, is_failure, list, not_reached, try_answer};
use crate::judge::judge::Judge;
use crate::model::check::ParsedCheck;

/// Run the second solution like any answer. One that is a right answer too is run as such already.
pub fn verify_idiom(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    verified: &mut Verified,
) -> Result<(), EvaluateError> {
    let Some((idiom, source)) = entry.idiom() else { return Ok(()) };
    let name = idiom.file.as_str();
    if entry.right_answers().any(|(right, _)| right == name) {
        return Ok(());
    }
    let checked = try_answer(judge, entry, name, source)?;
    if checked.load.is_some() {
        let message = format!("this second solution cannot be run: {}", first_failure(&checked));
        verified.problem(path(entry, name), 0, message);
        return Ok(());
    }
    let mut failed = failed_cases(&checked);
    let all: Vec<String> = check.cases.iter().map(|case| case.name.clone()).collect();
    for case in not_reached(&checked, check, &all) {
        let tried = try_cases(judge, entry, check, &[case], (Author::Candidate, source), checked.context.seed)?;
        failed.extend(tried.cases.iter().filter(|case| is_failure(case.verdict)).map(|case| case.name.clone()));
    }
    let declared: BTreeSet<String> = idiom.fails.iter().cloned().collect();
    if failed != declared {
        let words = |names: &BTreeSet<String>| if names.is_empty() { "no case".to_owned() } else { list(names) };
        let message = format!("`idiom` says that it fails {}, and it fails {}", words(&declared), words(&failed));
        verified.problem(path(entry, name), 0, message);
    }
    Ok(())
}
