//! Verify that no junk passes.

use crate::bank::entry::Entry;
use crate::compare::prediction::compare as compare_lines;
use crate::engine::error::EvaluateError;
use crate::engine::junk::{self, Junk};
use crate::engine::ladder::Ladder;
use crate::engine::verified::{Verified, path};
use crate::judge::judge::Judge;
use crate::model::check::ParsedCheck;
use crate::model::verdict::Verdict;

/// Try junk, and wrong answers that forge the counters of the check.
pub fn junk_answers(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    verified: &mut Verified,
) -> Result<(), EvaluateError> {
    let Some((_, reference)) = entry.right_answers().next() else { return Ok(()) };
    let ladder = Ladder::build(judge, entry, check, reference)?;
    let plain = junk::answers(check).into_iter().map(|junk| (junk, false));
    // A forger is as slow as the wrong answer in it: it gets all the time that the question gives.
    let forged = entry.wrong_answers().flat_map(|(name, source)| junk::forgeries(check, name, source));
    for (Junk { does, source }, patient) in plain.chain(forged.map(|junk| (junk, true))) {
        verified.junk += 1;
        let verdict = ladder.climb(judge, &source, patient)?;
        if matches!(verdict, Verdict::Pass | Verdict::Internal) {
            let message = format!("an answer that {does} gets `{verdict}`");
            verified.problem(path(entry, "check.py"), 0, message);
        }
    }
    Ok(())
}

/// Try predictions that were not thought about.
pub fn junk_predictions(entry: &Entry, printed: &str, verified: &mut Verified) {
    for Junk { does, source } in junk::predictions(entry.snippet().unwrap_or_default(), printed) {
        verified.junk += 1;
        if compare_lines(&source, printed).iter().all(|line| line.right) {
            verified.problem(path(entry, "snippet.py"), 0, format!("a prediction that {does} is right"));
        }
    }
}
