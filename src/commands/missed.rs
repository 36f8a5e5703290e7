//! What a candidate missed: questions that were not passed at the bell of the last finished interview that asked them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::commands::failure::Failure;
use crate::engine::session::{Progress, Session};
use crate::model::event::{CheckSummary, Score};
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::notes::sheet::{Weak, WeakPoint};
use crate::room::error::RoomError;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::ui::{message, out};

/// By slug, from the journal of this user.
pub fn missed() -> Result<BTreeMap<String, Weak>, Failure> {
    let journal = Home::locate().and_then(|home| Ok(Journal::open(home.data()?))).map_err(RoomError::from)?;
    let journal = journal.map_err(RoomError::from)?;
    let mut missed = BTreeMap::new();
    // The oldest first, so that what was passed later is missed no more.
    for entry in journal.sessions().map_err(RoomError::from)?.iter().filter(|entry| entry.finished) {
        let records = journal.records(&entry.started.session).map_err(RoomError::from);
        let session = match records.and_then(|records| Ok(Session::replay(&records)?)) {
            Ok(session) => session,
            Err(error) => {
                out::note(&message::unreadable_session(&error.to_string()));
                continue;
            }
        };
        let when = Timestamp::from_millisecond(entry.started_at.wall_ms).unwrap_or_default();
        let date = when.to_zoned(TimeZone::system()).date().to_string();
        for question in 0..session.count() {
            let slug = session.drawn(question).slug.clone();
            match how_it_went(&session, question) {
                Went::Missed(weak) => {
                    missed.insert(slug, Weak { said: format!("{date}: {}", weak.said), ..weak });
                }
                Went::Passed => {
                    missed.remove(&slug);
                }
                Went::Unknown => {}
            }
        }
    }
    Ok(missed)
}

/// How an interview ended for one of its questions.
#[derive(Debug, PartialEq, Eq)]
enum Went {
    Passed,
    Missed(Weak),
    /// It could not be checked, and not because of the answer.
    Unknown,
}

/// By what stood at the bell, as the report tells it; what a version before it passed is said beside. Passed is what passes
/// and has all its rated key points said; an explanation, when each of its key points is rated with 1.
fn how_it_went(session: &Session, question: usize) -> Went {
    let progress = session.progress(question);
    let missed = progress.ratings.iter().filter(|(_, score)| **score != Score::Full);
    let points: Vec<WeakPoint> =
        missed.map(|(point, score)| WeakPoint { id: point.clone(), in_part: *score == Score::Half }).collect();
    let said_points = progress.ratings.iter().filter(|(_, score)| **score == Score::Full);
    let said_points: Vec<String> = said_points.map(|(point, _)| point.clone()).collect();
    let (kind, is_saved) = (session.drawn(question).kind, session.newest(question).is_some());
    let mut cases = Vec::new();
    let said = match session.result_at_bell(question) {
        Some(CheckSummary { verdict: Verdict::Internal | Verdict::Skipped, .. }) => return Went::Unknown,
        Some(CheckSummary { verdict: Verdict::Pass, .. }) if points.is_empty() => return Went::Passed,
        Some(CheckSummary { verdict: Verdict::Pass, .. }) => "passed, but not all was said".to_owned(),
        Some(bell) => {
            // Where nothing passed, their names say nothing more.
            if bell.passed > 0 {
                cases.clone_from(&bell.failed);
            }
            match bell.total {
                0 => format!("{} at the bell", bell.verdict),
                total => format!("{} at the bell, {} of {total}", bell.verdict, bell.passed),
            }
        }
        None if !progress.ratings.is_empty() => match points.is_empty() {
            true if is_rated_in_full(progress) => return Went::Passed,
            true => "not all was rated".to_owned(),
            false => "not all was said".to_owned(),
        },
        None if !is_saved => "not answered".to_owned(),
        None if kind == Kind::Explain => "answered, and not rated".to_owned(),
        None => return Went::Unknown,
    };
    if kind == Kind::Predict {
        cases.iter_mut().for_each(|line| *line = format!("line {line}"));
    }
    Went::Missed(Weak { said, cases, was_better: was_better(session, question), points, said_points })
}

/// Older journals do not know how much all key points count together.
fn is_rated_in_full(progress: &Progress) -> bool {
    progress.points_weight.is_none_or(|all| progress.weights.values().sum::<u32>() >= all)
}

/// A version before the bell passed more than the one at the bell.
fn was_better(session: &Session, question: usize) -> bool {
    let had = |check: &CheckSummary| (check.verdict == Verdict::Pass, check.passed);
    let best = session.best_result(question).map(had);
    session.result_at_bell(question).map(had).is_some_and(|bell| best > Some(bell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::{Ending, Event, Occasion};
    use crate::model::testing::{at, checked, saved, started};

    /// How this question went in a session of these events.
    fn went(question: usize, events: &[Event]) -> Went {
        let mut session = Session::new(started(), at(0));
        for (event, second) in events.iter().chain(&[Event::Bell { why: Ending::Candidate }]).zip(1..) {
            assert!(session.apply(event, at(second)), "{event:?}");
        }
        how_it_went(&session, question)
    }

    fn said(went: Went) -> String {
        match went {
            Went::Missed(weak) => weak.sentence(),
            Went::Passed | Went::Unknown => format!("{went:?}"),
        }
    }

    #[test]
    fn what_stood_at_the_bell_counts_and_a_better_version_is_named() {
        let events = [
            saved(1, "good"),
            checked(1, "good", Occasion::Request, 9, 9),
            saved(1, "broken"),
            checked(1, "broken", Occasion::Bell, 8, 9),
        ];
        assert_eq!(said(went(1, &events)), "fail at the bell, 8 of 9 (case_8); an earlier version did better");
        assert_eq!(said(went(1, &events[2..])), "fail at the bell, 8 of 9 (case_8)");
        let mended = [saved(1, "good"), checked(1, "good", Occasion::Bell, 9, 9)];
        assert_eq!(went(1, &mended), Went::Passed);
        let lines = [saved(0, "x"), checked(0, "x", Occasion::Bell, 2, 3)];
        let nothing = [saved(1, "x"), checked(1, "x", Occasion::Bell, 0, 9)];
        assert_eq!(said(went(1, &nothing)), "fail at the bell, 0 of 9");
        assert_eq!(said(went(0, &lines)), "fail at the bell, 2 of 3 (line case_2)");
    }

    #[test]
    fn an_explanation_is_passed_when_each_of_its_key_points_is() {
        let shown = Event::KeyPointsShown { question: 2, weight: Some(6) };
        let rated = |point: &str, score, weight| Event::Rated { question: 2, point: point.to_owned(), score, weight };
        let (all, part) = (rated("what", Score::Full, 6), rated("what", Score::Full, 2));
        assert_eq!(went(2, &[shown.clone(), all]), Went::Passed);
        let Went::Missed(weak) = went(2, &[shown.clone(), part]) else { panic!("it is missed") };
        assert_eq!(
            (weak.sentence().as_str(), weak.mark("what"), weak.mark("why")),
            ("not all was rated", None, Some("not rated"))
        );
        assert_eq!(said(went(2, &[shown.clone(), rated("what", Score::Half, 6)])), "not all was said");
        assert_eq!(said(went(2, &[saved(2, "It is a lock."), shown])), "answered, and not rated");
        assert_eq!(said(went(2, &[])), "not answered");
    }

    #[test]
    fn what_could_not_be_checked_is_neither_passed_nor_missed() {
        let Event::Checked(mut summary) = checked(1, "x", Occasion::Bell, 0, 9) else { panic!("it is a check") };
        summary.verdict = Verdict::Internal;
        assert_eq!(went(1, &[saved(1, "x"), Event::Checked(summary)]), Went::Unknown);
    }
}
