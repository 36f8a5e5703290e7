//! Verify an entry of the bank: right answers pass, wrong ones fail where they must, what is printed is what is pinned, and
//! as much more as is asked for.

use crate::bank::entry::Entry;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::not_applicable;
use crate::engine::verified::Verified;
use crate::engine::verify_code::verify_code;
use crate::engine::verify_idiom::verify_idiom;
use crate::engine::verify_junk::{junk_answers, junk_predictions};
use crate::engine::verify_model_answer::verify_model_answer;
use crate::engine::verify_mutants::verify_mutants;
use crate::engine::verify_predict::{verify_pinned, verify_predict};
use crate::engine::verify_repeat::verify_repeat;
use crate::judge::judge::Judge;
use crate::model::question::Kind;

/// What is tried beyond the answers of the bank.
#[derive(Debug, Clone, Copy, Default)]
pub struct Teeth {
    /// Mutants of the right answers.
    pub mutate: bool,
    /// Answers that no check may accept.
    pub junk: bool,
    /// How many times each answer of the bank is tried, with two seeds for hashes in turn.
    pub repeat: u32,
}

/// Who runs the answers.
#[derive(Debug)]
pub struct Judges {
    pub judge: Judge,
    /// One with another seed for hashes, if answers are repeated.
    pub other: Option<Judge>,
}

/// Verify one entry. An error means that this machine could not do it; what is wrong with the entry is in the result.
pub fn verify(judges: &mut Judges, entry: &Entry, teeth: &Teeth) -> Result<Verified, EvaluateError> {
    verify_with(&mut judges.judge, judges.other.as_mut(), entry, teeth)
}

/// As [`verify`], with judges that belong to others.
pub fn verify_with(
    judge: &mut Judge,
    other: Option<&mut Judge>,
    entry: &Entry,
    teeth: &Teeth,
) -> Result<Verified, EvaluateError> {
    let mut verified =
        Verified { slug: entry.question.slug.clone(), topic: entry.question.topic.clone(), ..Verified::default() };
    if let Some(reason) = not_applicable(judge, &entry.question) {
        verified.note(entry.json_path.clone(), 0, format!("skipped: {reason}"));
        return Ok(verified);
    }
    match verify_all(judge, other, entry, teeth, &mut verified) {
        Err(EvaluateError::Bank { path, line, message }) => {
            verified.problem(path, line, message);
            Ok(verified)
        }
        Err(other) => Err(other),
        Ok(()) => Ok(verified),
    }
}

fn verify_all(
    judge: &mut Judge,
    other: Option<&mut Judge>,
    entry: &Entry,
    teeth: &Teeth,
    verified: &mut Verified,
) -> Result<(), EvaluateError> {
    verify_model_answer(judge, entry, verified)?;
    match entry.question.kind {
        Kind::Code => {
            let check = verify_code(judge, entry, verified)?;
            verify_idiom(judge, entry, &check, verified)?;
            if teeth.mutate {
                verify_mutants(judge, entry, &check, verified)?;
            }
            if teeth.junk {
                junk_answers(judge, entry, &check, verified)?;
            }
        }
        Kind::Predict => {
            let printed = verify_predict(judge, entry, verified)?;
            if teeth.junk {
                junk_predictions(entry, &printed, verified);
            }
        }
        Kind::Explain => {
            verify_pinned(judge, entry, "demo.py", verified)?;
        }
    }
    match other {
        Some(other) => verify_repeat(judge, other, entry, teeth.repeat, verified),
        None => Ok(()),
    }
}
