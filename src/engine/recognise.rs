//! Recognise a wrong answer: the same cases fail with the same values as with a wrong answer of the bank.

use crate::bank::entry::Entry;
use crate::engine::cases::{Author, try_cases};
use crate::engine::error::EvaluateError;
use crate::judge::judge::Judge;
use crate::model::check::{Case, ParsedCheck};
use crate::model::record::CaseResult;
use crate::model::verdict::Verdict;

/// What the author says to whoever gives this answer, if it is one of the bank's wrong answers.
pub fn recognise(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    results: &[CaseResult],
    seed: u64,
) -> Result<Option<String>, EvaluateError> {
    let failing = |name: &str| results.iter().any(|result| result.name == name && result.verdict != Verdict::Pass);
    // Only cases that gave something can be told apart; timeouts would only make everybody wait once more.
    let telling: Vec<&CaseResult> = results
        .iter()
        .filter(|result| matches!(result.verdict, Verdict::Fail | Verdict::Error) && !result.fingerprint.is_empty())
        .collect();
    let cases: Vec<&Case> = telling.iter().filter_map(|result| check.case(&result.name)).collect();
    for wrong in &entry.question.wrong {
        let Some(source) = wrong.file.as_ref().and_then(|file| entry.files.get(file)) else { continue };
        if wrong.fails.is_empty() || !wrong.fails.iter().all(|name| failing(name)) {
            continue;
        }
        if cases.is_empty() {
            return Ok(None);
        }
        if gives_the_same(judge, entry, check, &cases, &telling, source, seed)? {
            return Ok(Some(wrong.says.clone()));
        }
    }
    Ok(None)
}

/// Whether a wrong answer of the bank gives in each case what this answer gave. One case at a time: most differ in the
/// first, and the cases that run out of time stand at the end.
fn gives_the_same(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    cases: &[&Case],
    telling: &[&CaseResult],
    source: &str,
    seed: u64,
) -> Result<bool, EvaluateError> {
    for (case, ours) in cases.iter().zip(telling) {
        let tried = try_cases(judge, entry, check, &[case], (Author::Bank, source), seed)?;
        if tried.load.is_some() || tried.cases.iter().any(|theirs| theirs.fingerprint != ours.fingerprint) {
            return Ok(false);
        }
    }
    Ok(true)
}
