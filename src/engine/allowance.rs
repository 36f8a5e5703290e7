//! What may be spent on a question: its budget, and what was saved on the ones before it.

use std::time::Duration;

use crate::engine::session::Session;
use crate::model::event::Moment;

/// The budget of a question with what was saved before it.
pub fn allowance(session: &Session, question: usize, now: Moment) -> Duration {
    session.budget_of(question) + saved_before(session, question, now)
}

/// What the earlier questions together left of their budgets. What one of them took too much is missing here first.
///
/// A question counts when it is answered and left. One that is flagged keeps its time: the candidate wants to come back.
pub fn saved_before(session: &Session, question: usize, now: Moment) -> Duration {
    let is_done = |earlier: &usize| {
        let progress = session.progress(*earlier);
        let is_answered = session.newest(*earlier).is_some() || progress.is_closed;
        *earlier != session.current() && is_answered && !progress.is_flagged
    };
    let (mut given, mut used) = (Duration::ZERO, Duration::ZERO);
    for earlier in (0..question).filter(is_done) {
        given += session.budget_of(earlier);
        used += session.used_on(earlier, now);
    }
    given.saturating_sub(used)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Event;
    use crate::model::testing::{at, saved, started};

    fn session(events: &[(u64, Event)]) -> Session {
        let mut session = Session::new(started(), at(0));
        for (second, event) in events {
            assert!(session.apply(event, at(*second)), "{event:?}");
        }
        session
    }

    fn seconds(session: &Session, second: u64) -> Vec<u64> {
        (0..session.count()).map(|question| allowance(session, question, at(second)).as_secs()).collect()
    }

    #[test]
    fn what_an_answered_question_leaves_can_be_spent_on_later_ones() {
        let session = session(&[(50, saved(0, "x")), (60, Event::Focus { question: 1 })]);
        assert_eq!(seconds(&session, 90), [180, 240 + 120, 120 + 120]);
    }

    #[test]
    fn a_question_that_is_skipped_or_flagged_keeps_its_time() {
        let skipped = session(&[(10, Event::Focus { question: 1 })]);
        assert_eq!(seconds(&skipped, 20), [180, 240, 120]);
        let flagged = session(&[
            (10, saved(0, "x")),
            (20, Event::Flagged { question: 0, flagged: true }),
            (30, Event::Focus { question: 1 }),
        ]);
        assert_eq!(seconds(&flagged, 40), [180, 240, 120]);
    }

    #[test]
    fn a_question_in_work_gives_nothing_away() {
        let session = session(&[(10, saved(0, "x"))]);
        assert_eq!(seconds(&session, 20), [180, 240, 120]);
    }

    #[test]
    fn too_much_time_on_one_question_takes_from_what_another_saved_and_never_from_a_budget() {
        let two_done = |left: u64| {
            session(&[
                (10, saved(0, "x")),
                (60, Event::Focus { question: 1 }),
                (70, saved(1, "y")),
                (left, Event::Focus { question: 2 }),
            ])
        };
        // Question 1 saved 120 s; question 2 took 40 s too much of its 240.
        assert_eq!(seconds(&two_done(340), 350)[2], 120 + 80);
        assert_eq!(seconds(&two_done(590), 595)[2], 120);
    }
}
