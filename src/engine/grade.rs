//! How well a question was known on a day, from what was checked on it.

use crate::model::event::Scope;
use crate::model::practice::Practice;
use crate::model::progress::Grade;
use crate::model::question::Kind;
use crate::model::verdict::Verdict;

/// From this share of its key points on, in percent of their weight, an explanation counts as passed.
pub const EXPLAINED: u32 = 75;

/// So many checks that fail are how code is written; more are a search.
const USUAL_FAILURES: usize = 2;

/// The events of one question on one day, in order of time. `None`: nothing in them says whether it was known, as when only
/// samples were run.
///
/// A prediction is graded by its first check, which shows what is printed; an explanation by the last of its ratings, and
/// never as easy: nobody but the candidate judged it.
pub fn grade(events: &[&Practice]) -> Option<Grade> {
    let whole: Vec<&&Practice> = events.iter().filter(|event| is_telling(event)).collect();
    let first = whole.first()?;
    let Some(passed_at) = (match first.kind {
        Kind::Predict => is_passed(first).then_some(0),
        Kind::Explain => whole.last().is_some_and(|event| is_passed(event)).then_some(whole.len() - 1),
        Kind::Code => whole.iter().position(|event| is_passed(event)),
    }) else {
        return Some(Grade::Again);
    };
    let passed = whole[passed_at];
    let used = |limit: u64| passed.used_s.is_some_and(|used| used > limit);
    let failures = if passed.kind == Kind::Code { passed_at } else { 0 };
    Some(if passed.hints > 0 || used(passed.budget_s) || failures > USUAL_FAILURES {
        Grade::Hard
    } else if failures == 0 && passed.kind != Kind::Explain && passed.used_s.is_some() && !used(passed.budget_s / 2) {
        Grade::Easy
    } else {
        Grade::Good
    })
}

/// A whole check, or a rating.
fn is_telling(event: &Practice) -> bool {
    event.scope == Scope::All && (event.verdict != Verdict::Manual || event.self_rated.is_some())
}

pub fn is_passed(event: &Practice) -> bool {
    match event.self_rated {
        Some(percent) => percent >= EXPLAINED,
        None => event.verdict == Verdict::Pass,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::practised;

    fn code(verdict: Verdict, hints: u32, used_s: Option<u64>) -> Practice {
        Practice { verdict, hints, used_s, ..practised(1, 0, "slots") }
    }

    fn of(events: &[Practice]) -> Option<Grade> {
        grade(&events.iter().collect::<Vec<_>>())
    }

    #[test]
    fn code_is_graded_by_its_pass_its_hints_its_time_and_its_failures() {
        let pass = |hints, used_s| code(Verdict::Pass, hints, used_s);
        let fail = || code(Verdict::Fail, 0, Some(100));
        assert_eq!(of(&[pass(0, Some(300))]), Some(Grade::Easy), "half of the time");
        assert_eq!(of(&[pass(0, Some(301))]), Some(Grade::Good));
        assert_eq!(of(&[pass(0, None)]), Some(Grade::Good), "nobody counted the time");
        assert_eq!(of(&[pass(0, Some(601))]), Some(Grade::Hard), "over the time");
        assert_eq!(of(&[pass(1, Some(10))]), Some(Grade::Hard), "a hint");
        assert_eq!(of(&[fail(), pass(0, Some(200))]), Some(Grade::Good));
        assert_eq!(of(&[fail(), fail(), fail(), pass(0, Some(200))]), Some(Grade::Hard));
        assert_eq!(of(&[fail(), fail()]), Some(Grade::Again));
        assert_eq!(of(&[pass(0, Some(300)), fail()]), Some(Grade::Easy), "what comes after the pass is play");
        assert_eq!(of(&[code(Verdict::Timeout, 0, None)]), Some(Grade::Again));
        assert_eq!(of(&[code(Verdict::NotSubmitted, 0, None)]), Some(Grade::Again), "given up");
    }

    #[test]
    fn samples_alone_say_nothing() {
        let samples = Practice { scope: Scope::Samples, ..code(Verdict::Pass, 0, None) };
        assert_eq!(of(std::slice::from_ref(&samples)), None);
        assert_eq!(of(&[samples, code(Verdict::Fail, 0, None)]), Some(Grade::Again));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_prediction_is_graded_by_its_first_check() {
        let check = |verdict| Practice { kind: Kind::Predict, ..code(verdict, 0, Some(400)) };
        assert_eq!(of(&[check(Verdict::Fail), check(Verdict::Pass)]), Some(Grade::Again));
        assert_eq!(of(&[check(Verdict::Pass), check(Verdict::Fail)]), Some(Grade::Good));
    }

    #[test]
    fn an_explanation_is_graded_by_the_last_rating() {
        let rated =
            |percent| Practice { kind: Kind::Explain, self_rated: percent, ..code(Verdict::Manual, 0, Some(400)) };
        assert_eq!(of(&[rated(Some(74))]), Some(Grade::Again));
        assert_eq!(of(&[rated(Some(40)), rated(Some(75))]), Some(Grade::Good));
        let quick = Practice { used_s: Some(2), ..rated(Some(100)) };
        assert_eq!(of(&[quick]), Some(Grade::Good), "nobody else judged it");
        assert_eq!(of(&[rated(None)]), None, "checked by hand and not rated");
    }
}
