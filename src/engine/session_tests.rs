//! The facts that a session rests on, told through its events.

use std::time::Duration;

use proptest::prelude::*;

use crate::engine::session::{Pause, Phase, ReplayError, Session};
use crate::model::event::{Asker, Boot, Ending, Event, Moment, Occasion, Record, Score, Stop};
use crate::model::growth::Growth;
use crate::model::partner::PartnerEvent;
use crate::model::testing::{at, checked, saved, started};
use crate::model::timeline::What;
use crate::model::verdict::Verdict;

/// A session to which these events happened, each at its second.
fn session(events: Vec<(u64, Event)>) -> Session {
    let mut session = Session::new(started(), at(0));
    for (second, event) in events {
        assert!(session.apply(&event, at(second)), "{event:?}");
    }
    session
}

fn seconds(duration: Duration) -> u64 {
    duration.as_secs()
}

#[test]
fn time_is_spent_on_the_question_in_focus() {
    let session = session(vec![(100, Event::Focus { question: 1 }), (160, Event::Focus { question: 0 })]);
    assert_eq!(seconds(session.used(at(200))), 200);
    assert_eq!(seconds(session.left(at(200))), 400);
    assert_eq!(seconds(session.used_on(0, at(200))), 140);
    assert_eq!(seconds(session.used_on(1, at(200))), 60);
    assert_eq!(seconds(session.used_on(2, at(200))), 0);
}

#[test]
fn a_question_may_take_more_than_its_budget() {
    let session = session(vec![]);
    assert_eq!(seconds(session.budget_of(0)), 180);
    assert_eq!(seconds(session.used_on(0, at(500))), 500);
}

#[test]
fn the_bell_is_due_when_the_time_is_used_and_no_second_later() {
    let mut session = session(vec![]);
    assert!(!session.is_bell_due(at(599)));
    assert!(session.is_bell_due(at(600)));
    assert_eq!(seconds(session.used(at(9_000))), 600);
    assert!(session.apply(&Event::Bell { why: Ending::TimeUp }, at(9_000)));
    assert!(!session.is_bell_due(at(9_001)));
    assert_eq!(seconds(session.used_on(0, at(9_001))), 600);
}

#[test]
fn a_suspension_is_no_time_and_is_kept_as_a_pause() {
    let session = session(vec![(100, Event::Suspended { why: Stop::Quit }), (4_000, Event::Resumed)]);
    assert_eq!(seconds(session.used(at(4_010))), 110);
    let pause = Pause {
        after: Duration::from_secs(100),
        length: Duration::from_secs(3_900),
        why: Some(Stop::Quit),
        is_estimated: false,
        costs_time: false,
    };
    assert_eq!(session.pauses(), [pause]);
}

#[test]
fn what_happens_in_a_pause_does_not_shorten_it() {
    let note = PartnerEvent::Noted { question: 0, text: "waits".to_owned() };
    let session = session(vec![
        (60, Event::Suspended { why: Stop::Pause }),
        (70, checked(1, "one", Occasion::Save, 1, 2)),
        (80, Event::Counted { question: 1, sha256: "one".to_owned(), growth: Growth::default() }),
        (100, Event::Interviewer(note)),
        (120, Event::FollowUpAsked { question: 1, follow_up: 0, ask: None, by: Asker::Interviewer }),
        (160, Event::Resumed),
        (170, Event::Alive),
    ]);
    assert_eq!((seconds(session.pauses()[0].length), seconds(session.used(at(170)))), (100, 70));
}

#[test]
fn a_suspended_clock_stands_still() {
    let session = session(vec![(100, Event::Suspended { why: Stop::EndOfInput })]);
    assert_eq!(seconds(session.used(at(5_000))), 100);
    assert!(!session.is_bell_due(at(5_000)));
}

#[test]
fn a_crash_pauses_from_the_last_event_on() {
    let session = session(vec![(130, Event::Alive), (900, Event::Resumed)]);
    assert_eq!(seconds(session.used(at(901))), 131);
    assert_eq!((session.pauses()[0].why, seconds(session.pauses()[0].length)), (None, 770));
}

#[test]
fn a_pause_over_a_reboot_is_estimated_by_the_wall_clock() {
    let mut session = session(vec![(100, Event::Suspended { why: Stop::Interrupted })]);
    let rebooted = Moment { wall_ms: at(160).wall_ms, boottime_ns: 9, boot: Boot(2) };
    assert!(session.apply(&Event::Resumed, rebooted));
    assert_eq!((session.pauses()[0].length, session.pauses()[0].is_estimated), (Duration::from_secs(60), true));
    assert!(!session.is_estimated(), "no working time was estimated");
    let later = Moment { boottime_ns: 10_000_000_009, ..rebooted };
    assert_eq!(seconds(session.used(later)), 110);
}

#[test]
fn the_newest_save_counts_until_the_bell_and_none_after_it() {
    let session = session(vec![
        (10, saved(1, "one")),
        (20, saved(1, "two")),
        (30, Event::Bell { why: Ending::Candidate }),
        (40, saved(1, "three")),
    ]);
    assert_eq!(session.newest(1).unwrap().content, b"two");
    assert_eq!(session.newest(0), None);
}

#[test]
fn key_points_close_a_question() {
    let session = session(vec![
        (10, saved(2, "mine")),
        (20, Event::KeyPointsShown { question: 2, weight: None }),
        (30, saved(2, "copied")),
    ]);
    assert_eq!(session.newest(2).unwrap().content, b"mine");
}

#[test]
fn the_best_earlier_version_is_the_one_that_passed_most() {
    let session = session(vec![
        (10, saved(1, "one")),
        (11, checked(1, "one", Occasion::Save, 2, 2)),
        (20, saved(1, "two")),
        (21, checked(1, "two", Occasion::Request, 7, 9)),
        (30, saved(1, "three")),
        (31, checked(1, "three", Occasion::Save, 0, 2)),
    ]);
    assert_eq!(session.best_earlier(1).unwrap().content, b"two");
    assert_eq!(session.best_result(1).unwrap().passed, 7);
}

#[test]
fn a_version_that_came_back_is_not_earlier_than_itself() {
    let session = session(vec![
        (10, saved(1, "one")),
        (11, checked(1, "one", Occasion::Save, 2, 2)),
        (20, saved(1, "two")),
        (30, saved(1, "one")),
    ]);
    assert_eq!(session.best_earlier(1), None);
}

#[test]
fn a_check_that_ends_after_the_bell_is_late_and_the_bell_has_its_own() {
    let session = session(vec![
        (10, saved(1, "one")),
        (600, Event::Bell { why: Ending::TimeUp }),
        (601, checked(1, "one", Occasion::Request, 9, 9)),
        (602, checked(1, "one", Occasion::Bell, 8, 9)),
    ]);
    let late: Vec<bool> = session.progress(1).checks.iter().map(|check| check.is_late).collect();
    assert_eq!(late, [true, false]);
    assert_eq!(session.result_at_bell(1).unwrap().passed, 8);
}

#[test]
fn our_own_failure_is_never_the_best() {
    let Event::Checked(mut broken) = checked(1, "one", Occasion::Request, 9, 9) else { unreachable!() };
    broken.verdict = Verdict::Internal;
    let session = session(vec![(1, saved(1, "one")), (2, saved(1, "two")), (9, Event::Checked(broken))]);
    assert_eq!((session.best_result(1), session.best_earlier(1)), (None, None));
}

#[test]
fn events_out_of_place_change_nothing() {
    let mut session = session(vec![(10, Event::Focus { question: 1 })]);
    for event in [Event::Started(Box::new(started())), Event::Focus { question: 3 }, saved(9, "x"), Event::Finished] {
        assert!(!session.apply(&event, at(20)), "{event:?}");
    }
    assert_eq!((session.current(), session.last_at()), (1, at(10)));
}

#[test]
fn a_replay_gives_the_same_session() {
    let events = vec![
        (10, saved(0, "True")),
        (20, Event::HintShown { question: 0, hint: 0 }),
        (25, Event::ClarificationShown { question: 0, clarification: 1 }),
        (30, Event::Suspended { why: Stop::Quit }),
        (50, Event::Resumed),
        (60, Event::Rated { question: 2, point: "what".to_owned(), score: Score::Half, weight: 2 }),
        (70, Event::Bell { why: Ending::Candidate }),
        (71, Event::Finished),
    ];
    let mut records = vec![Record { sequence: 1, at: at(0), event: Event::Started(Box::new(started())) }];
    records.extend((2..).zip(events.clone()).map(|(sequence, (second, event))| Record {
        sequence,
        at: at(second),
        event,
    }));
    let replayed = Session::replay(&records).unwrap();
    assert_eq!(format!("{replayed:?}"), format!("{:?}", session(events)));
    assert_eq!(replayed.phase(), Phase::Finished(Ending::Candidate));
}

#[test]
fn records_that_make_no_session_are_named() {
    let alive = Record { sequence: 1, at: at(0), event: Event::Alive };
    assert_eq!(Session::replay(&[alive]).unwrap_err(), ReplayError::NoStart);
    let start = Record { sequence: 1, at: at(0), event: Event::Started(Box::new(started())) };
    let strange = Record { sequence: 2, at: at(0), event: Event::Focus { question: 7 } };
    let message = Session::replay(&[start, strange]).unwrap_err().to_string();
    assert_eq!(message, "event 2 of session `k7qd` is out of place");
}

proptest! {
    #[test]
    fn no_clock_makes_time_negative_or_longer_than_the_session(
        moments in proptest::collection::vec((any::<i64>(), any::<u64>(), 0_u128..3, 0_usize..5), 1..20)
    ) {
        let mut session = Session::new(started(), at(0));
        for (wall_ms, boottime_ns, boot, what) in moments {
            let now = Moment { wall_ms, boottime_ns, boot: Boot(boot) };
            let events =
                [Event::Alive, Event::Focus { question: 1 }, Event::Resumed, Event::Suspended { why: Stop::Quit }, saved(0, "x")];
            let before = session.used(session.last_at());
            prop_assert!(session.apply(&events[what], now));
            prop_assert!(session.used(now) >= before && session.used(now) <= session.length());
            let sum: Duration = (0..session.count()).map(|question| session.used_on(question, now)).sum();
            prop_assert_eq!(sum, session.used(now));
        }
    }
}

#[test]
fn a_session_knows_what_happened_when() {
    let session = session(vec![
        (40, Event::Focus { question: 1 }),
        (50, saved(1, "a\nb")),
        (51, checked(1, "a\nb", Occasion::Save, 1, 2)),
        (60, Event::Alive),
        (70, Event::Suspended { why: Stop::Quit }),
        (170, Event::Resumed),
        (180, Event::HintShown { question: 1, hint: 0 }),
        (181, Event::ClarificationShown { question: 0, clarification: 1 }),
        (190, Event::Bell { why: Ending::Candidate }),
    ]);
    let seen: Vec<(u64, usize, &What)> =
        session.timeline().iter().map(|one| (one.at_ms / 1000, one.question, &one.what)).collect();
    let sha256 = "sha of a\nb".to_owned();
    let expected = [
        (40, 2, &What::Focus),
        (50, 2, &What::Saved { sha256: sha256.clone(), lines: 2 }),
        (51, 2, &What::Checked { sha256, occasion: Occasion::Save, verdict: Verdict::Fail, passed: 1, total: 2 }),
        (70, 2, &What::Pause { length_s: 100, why: Some(Stop::Quit), costs_time: false }),
        (80, 2, &What::Hint { number: 1 }),
        (81, 1, &What::Asked { number: 2 }),
        (90, 2, &What::Bell { why: Ending::Candidate }),
    ];
    assert_eq!(seen, expected);
}
