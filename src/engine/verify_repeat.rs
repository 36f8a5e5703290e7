//! Verify that an answer has the same verdict each time, whatever the order of sets.

use crate::bank::entry::Entry;
use crate::engine::error::EvaluateError;
use crate::engine::predict;
use crate::engine::verified::{Verified, path};
use crate::engine::verify_code::try_answer;
use crate::judge::judge::Judge;
use crate::model::question::Kind;
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;

/// Try each answer of the bank so many times, with one judge and the other in turn.
pub fn verify_repeat(
    judge: &mut Judge,
    other: &mut Judge,
    entry: &Entry,
    times: u32,
    verified: &mut Verified,
) -> Result<(), EvaluateError> {
    if entry.question.kind != Kind::Code {
        let name = if entry.question.kind == Kind::Predict { "snippet.py" } else { "demo.py" };
        let mut tries = (0..times).map(|time| predict::print(turn(judge, other, time), entry, name));
        let Some(first) = tries.next().transpose()? else { return Ok(()) };
        for (again, time) in tries.zip(2..) {
            if again?.text != first.text {
                verified.problem(path(entry, name), 0, format!("run {time} prints another text than the first"));
                break;
            }
        }
        return Ok(());
    }
    for (name, source) in entry.right_answers().chain(entry.wrong_answers()) {
        let mut first = None;
        for time in 0..times {
            let verdicts = verdicts(&try_answer(turn(judge, other, time), entry, name, source)?);
            let first = first.get_or_insert_with(|| verdicts.clone());
            if let Some((then, now)) = first.iter().zip(&verdicts).find(|(then, now)| then != now) {
                let (case, was, is) = (&now.0, then.1, now.1);
                let message = format!("`{case}` gives `{was}` the first time and `{is}` in run {}", time + 1);
                verified.problem(path(entry, name), 0, message);
                break;
            }
        }
    }
    Ok(())
}

fn turn<'a>(judge: &'a mut Judge, other: &'a mut Judge, time: u32) -> &'a mut Judge {
    if time.is_multiple_of(2) { judge } else { other }
}

/// Of each case by name; the answer as a whole comes last.
fn verdicts(checked: &Checked) -> Vec<(String, Verdict)> {
    let Detail::Cases(cases) = &checked.detail else { return Vec::new() };
    let of_cases = cases.iter().map(|case| (case.name.clone(), case.verdict));
    of_cases.chain([("the answer".to_owned(), checked.verdict)]).collect()
}
