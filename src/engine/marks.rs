//! The points of a budget at which the candidate is told: half of it, four fifths, two minutes and thirty seconds before its end.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::engine::allowance::allowance;
use crate::engine::session::Session;
use crate::model::event::Moment;
use crate::model::view::{Budget, Mark, Warning};

/// Remembers what was said, so that each mark is told once.
#[derive(Debug, Default)]
pub struct Marks {
    told: BTreeSet<Warning>,
}

impl Marks {
    /// Everything reached so far counts as told: a session that goes on does not begin with old warnings.
    pub fn caught_up(session: &Session, now: Moment) -> Marks {
        Marks { told: reached(session, now).collect() }
    }

    /// The last mark that was newly reached, for the current question and for the session.
    pub fn news(&mut self, session: &Session, now: Moment) -> Vec<Warning> {
        let fresh: Vec<Warning> = reached(session, now).filter(|warning| !self.told.contains(warning)).collect();
        self.told.extend(&fresh);
        let last_of = |of: Budget| fresh.iter().copied().filter(|warning| warning.of == of).max();
        [Budget::Question(session.current()), Budget::Session].into_iter().filter_map(last_of).collect()
    }
}

fn reached(session: &Session, now: Moment) -> impl Iterator<Item = Warning> {
    let question = session.current();
    let of_question = reached_marks(session.used_on(question, now), allowance(session, question, now));
    let of_session = reached_marks(session.used(now), session.length());
    let warning = |of: Budget| move |mark: Mark| Warning { of, mark };
    let of_session = of_session.filter(|mark| *mark != Mark::Spent);
    of_question.map(warning(Budget::Question(question))).chain(of_session.map(warning(Budget::Session)))
}

/// The marks that lie at or before `used`. Those in minutes and seconds are left out where four fifths come later.
fn reached_marks(used: Duration, budget: Duration) -> impl Iterator<Item = Mark> {
    let four_fifths = budget * 4 / 5;
    let before_end = move |left: u64| {
        let place = budget.saturating_sub(Duration::from_secs(left));
        (place > four_fifths).then_some(place)
    };
    let places = [
        (Mark::Half, Some(budget / 2)),
        (Mark::FourFifths, Some(four_fifths)),
        (Mark::TwoMinutesLeft, before_end(120)),
        (Mark::HalfAMinuteLeft, before_end(30)),
        (Mark::Spent, Some(budget)),
    ];
    places.into_iter().filter(move |(_, place)| place.is_some_and(|place| place <= used)).map(|(mark, _)| mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Event;
    use crate::model::testing::{at, started};

    fn marks(used: u64, budget: u64) -> Vec<Mark> {
        reached_marks(Duration::from_secs(used), Duration::from_secs(budget)).collect()
    }

    #[test]
    fn a_long_budget_has_all_five_marks_in_order() {
        assert_eq!(marks(599, 1200), []);
        assert_eq!(marks(600, 1200), [Mark::Half]);
        assert_eq!(marks(1079, 1200), [Mark::Half, Mark::FourFifths]);
        let all = [Mark::Half, Mark::FourFifths, Mark::TwoMinutesLeft, Mark::HalfAMinuteLeft, Mark::Spent];
        assert_eq!(marks(1080, 1200), all[..3]);
        assert_eq!(marks(1170, 1200), all[..4]);
        assert_eq!(marks(2000, 1200), all);
    }

    #[test]
    fn a_short_budget_leaves_out_what_four_fifths_already_say() {
        assert_eq!(marks(600, 600), [Mark::Half, Mark::FourFifths, Mark::HalfAMinuteLeft, Mark::Spent]);
        assert_eq!(marks(120, 120), [Mark::Half, Mark::FourFifths, Mark::Spent]);
    }

    #[test]
    fn each_mark_is_told_once_and_only_the_last_of_several() {
        let session = Session::new(started(), at(0));
        let mut marks = Marks::default();
        assert_eq!(marks.news(&session, at(60)), []);
        let half = Warning { of: Budget::Question(0), mark: Mark::Half };
        assert_eq!(marks.news(&session, at(91)), [half]);
        assert_eq!(marks.news(&session, at(92)), []);
        let spent = Warning { of: Budget::Question(0), mark: Mark::Spent };
        let session_half = Warning { of: Budget::Session, mark: Mark::Half };
        assert_eq!(marks.news(&session, at(310)), [spent, session_half]);
    }

    #[test]
    fn a_resumed_session_is_not_warned_again() {
        let session = Session::new(started(), at(0));
        let mut marks = Marks::caught_up(&session, at(100));
        assert_eq!(marks.news(&session, at(101)), []);
        assert_eq!(marks.news(&session, at(145)), [Warning { of: Budget::Question(0), mark: Mark::FourFifths }]);
    }

    #[test]
    fn every_question_has_marks_of_its_own() {
        let mut session = Session::new(started(), at(0));
        let mut marks = Marks::default();
        assert_eq!(marks.news(&session, at(100)).len(), 1);
        assert!(session.apply(&Event::Focus { question: 1 }, at(100)));
        assert_eq!(marks.news(&session, at(130)), []);
        assert_eq!(marks.news(&session, at(221)), [Warning { of: Budget::Question(1), mark: Mark::Half }]);
    }
}
