//! Verify the questions of a class before anything is graded with them: once for each interpreter, then it is remembered.

use std::collections::BTreeMap;

use crate::bank::entry::Entry;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::seed;
use crate::engine::key::QuestionKey;
use crate::engine::options::Options;
use crate::engine::parallel::{Work, in_parallel};
use crate::engine::verified::Verified;
use crate::engine::verify::{Teeth, verify_with};
use crate::judge::error::JudgeError;
use crate::judge::judge::Judge;
use crate::store::marks::Marks;

/// Questions that were not seen to hold on this interpreter, with the mark that says so.
#[derive(Debug)]
pub struct Unproven<'a> {
    pub entry: &'a Entry,
    mark: String,
}

/// Which of the questions must be verified.
pub fn unproven<'a>(
    judge: &Judge,
    entries: impl Iterator<Item = &'a Entry>,
    marks: Option<&Marks>,
) -> Vec<Unproven<'a>> {
    let mark = |entry: &Entry| QuestionKey::new(judge, entry, seed(entry, &Options::default())).of_question();
    entries
        .map(|entry| Unproven { entry, mark: mark(entry) })
        .filter(|unproven| marks.is_none_or(|marks| !marks.has(&unproven.mark)))
        .collect()
}

/// What came of verifying.
#[derive(Debug, Default)]
pub struct Proof {
    /// What does not hold.
    pub wrong: Vec<Verified>,
    /// What this machine could not verify, by slug, and why: nothing may be graded with it.
    pub untried: BTreeMap<String, String>,
}

/// Verify them, at most so many at a time, as long as `go_on` says so. What holds is remembered.
pub fn prove(
    first: Judge,
    unproven: &[Unproven<'_>],
    marks: Option<&Marks>,
    (another, most): (&(dyn Fn() -> Result<Judge, JudgeError> + Sync), usize),
    go_on: &(dyn Fn() -> bool + Sync),
    on_done: &dyn Fn(),
) -> Result<Proof, JudgeError> {
    let work = Work {
        one: &|judge: &mut Judge, unproven: &Unproven<'_>| {
            (unproven.entry, unproven.mark.clone(), verify_with(judge, None, unproven.entry, &Teeth::default()))
        },
        another,
        most,
    };
    let mut proof = Proof::default();
    let done = &mut |(entry, mark, verified): (&Entry, String, Result<Verified, EvaluateError>)| {
        match verified {
            Ok(verified) if verified.holds() => marks.into_iter().for_each(|marks| marks.set(&mark)),
            Ok(verified) => proof.wrong.push(verified),
            Err(error) => {
                proof.untried.insert(entry.question.slug.clone(), error.to_string());
            }
        }
        on_done();
        true
    };
    in_parallel(first, unproven.iter().take_while(|_| go_on()), &work, done)?;
    proof.wrong.sort_by(|one, other| one.slug.cmp(&other.slug));
    Ok(proof)
}
