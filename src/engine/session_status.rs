//! How a session stands, for somebody who is not in its room. Its clock is the one that the room would find.

use std::time::Duration;

use crate::engine::allowance::allowance;
use crate::engine::clock::elapsed;
use crate::engine::session::{Check, Phase, Session};
use crate::engine::session_report::timestamp;
use crate::model::event::{Event, Moment, Occasion, Scope, Stop};
use crate::model::session_report::Step;
use crate::model::session_status::{LastCheck, QuestionStatus, SessionStatus, State};

/// How it stands now. `process` is the one that runs it; none when nobody is in the room.
pub fn session_status(mut session: Session, process: Option<u32>, now: Moment) -> SessionStatus {
    let (last_at, phase) = (session.last_at(), session.phase());
    let left_because = if let Phase::Suspended(why) = phase { Some(why) } else { None };
    if process.is_none() && matches!(phase, Phase::Running | Phase::Suspended(_)) {
        // What the time since then is, a pause or time used, is decided as for somebody who comes back now.
        let has_place = session.apply(&Event::Resumed, now);
        debug_assert!(has_place, "a session that is not over can be resumed");
    }
    let state = state(&session, phase, process, now);
    let ago = |moment: Moment| elapsed(moment, now).time.as_secs();
    let saved = (0..session.count()).filter_map(|question| session.newest(question)).map(|save| save.at);
    let saved = saved.min_by_key(|at| elapsed(*at, now).time);
    let started = session.started();
    let name = &started.session;
    SessionStatus {
        session: name.clone(),
        title: started.title.clone(),
        plan: started.plan.clone(),
        folder: started.folder.clone(),
        conditions: started.conditions,
        state,
        process,
        left_because: left_because.filter(|_| matches!(state, State::Suspended | State::TimeUp)),
        started_at: timestamp(session.started_at()),
        started_ago_s: ago(session.started_at()),
        last_at: timestamp(last_at),
        last_ago_s: ago(last_at),
        length_s: session.length().as_secs(),
        used_s: session.used(now).as_secs(),
        left_s: seconds_up(match session.grace_left(now) {
            Some(left) => left,
            None => session.left(now),
        }),
        clock_estimated: session.is_estimated(),
        current: session.current() + 1,
        saved_at: saved.map(timestamp),
        saved_ago_s: saved.map(ago),
        questions: (0..session.count()).map(|question| question_status(&session, question, now)).collect(),
        next: next(name, state),
    }
}

/// `phase` is that of the journal.
fn state(session: &Session, phase: Phase, process: Option<u32>, now: Moment) -> State {
    match (phase, process) {
        (Phase::Finished(_), _) => State::Finished,
        (Phase::Running | Phase::Suspended(Stop::Asleep), Some(_)) => State::Running,
        (Phase::Suspended(Stop::Pause), Some(_)) => State::Paused,
        (Phase::Suspended(Stop::Sleep), Some(_)) => State::Stopped,
        (Phase::Grace, Some(_)) => State::Grace,
        (Phase::Rung(_), Some(_)) => State::Grading,
        (Phase::Rung(_), None) => State::Ungraded,
        (Phase::Grace, None) => State::TimeUp,
        (Phase::Running | Phase::Suspended(_), None) if session.is_bell_due(now) => State::TimeUp,
        (Phase::Running | Phase::Suspended(_), _) => State::Suspended,
    }
}

fn question_status(session: &Session, question: usize, now: Moment) -> QuestionStatus {
    let (drawn, progress) = (session.drawn(question).clone(), session.progress(question));
    let newest = session.newest(question);
    let ago = |moment: Moment| elapsed(moment, now).time.as_secs();
    // What was found at the bell and after it is for the report to tell; once it has, that is what counts.
    let is_told = matches!(session.phase(), Phase::Finished(_));
    let is_at_bell = |check: &&Check| check.summary.occasion == Occasion::Bell;
    let of_newest = |check: &&Check| newest.is_some_and(|save| save.sha256 == check.summary.sha256);
    let at_bell = progress.checks.iter().rfind(|check| is_told && is_at_bell(check) && of_newest(check));
    let seen = at_bell.or_else(|| progress.checks.iter().rfind(|check| !is_at_bell(check) && !check.is_late));
    QuestionStatus {
        slug: drawn.slug,
        title: drawn.title,
        kind: drawn.kind,
        topic: drawn.topic,
        level: drawn.level,
        budget_s: allowance(session, question, now).as_secs(),
        used_s: session.used_on(question, now).as_secs(),
        saves: progress.saves.len(),
        saved_at: newest.map(|save| timestamp(save.at)),
        saved_ago_s: newest.map(|save| ago(save.at)),
        check: seen.map(|check| LastCheck {
            at: timestamp(check.at),
            ago_s: ago(check.at),
            verdict: check.summary.verdict,
            passed: check.summary.passed,
            total: check.summary.total,
            samples_only: check.summary.occasion.scope() == Scope::Samples,
            changed_since: newest.is_some() && !of_newest(&check),
        }),
        hints: progress.hints.len(),
        flagged: progress.is_flagged,
        closed: progress.is_closed,
    }
}

/// What can be done from another terminal. One that runs is left and finished in its room.
fn next(session: &str, state: State) -> Vec<Step> {
    let step =
        |command: &str, why: &str| Step { command: format!("greenroom {command} {session}"), why: why.to_owned() };
    let finish = || step("finish", "Have it graded as it is.");
    match state {
        State::Running | State::Paused | State::Stopped | State::Grace | State::Grading => Vec::new(),
        State::Suspended => vec![step("resume", "Go on with it."), finish()],
        State::TimeUp | State::Ungraded => vec![finish()],
        State::Finished => vec![step("report", "Show its report.")],
    }
}

fn seconds_up(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::conditions::Conditions;
    use crate::model::event::{Boot, Ending};
    use crate::model::testing::{at, checked, saved, started};
    use crate::model::verdict::Verdict;

    fn session(conditions: Conditions, events: &[(u64, Event)]) -> Session {
        let mut started = started();
        started.conditions = conditions;
        let mut session = Session::new(started, at(0));
        for (second, event) in events {
            assert!(session.apply(event, at(*second)), "{event:?}");
        }
        session
    }

    /// State and seconds left at this second, of a session of ten minutes.
    fn stands(strict: bool, events: &[(u64, Event)], process: Option<u32>, second: u64) -> (State, u64) {
        let session = session(Conditions { strict, ..Conditions::default() }, events);
        let status = session_status(session, process, at(second));
        (status.state, status.left_s)
    }

    #[test]
    fn a_clock_that_stood_still_is_told_so_and_a_strict_one_ran_on() {
        let left = [(100, Event::Suspended { why: Stop::Quit })];
        let died = [(100, Event::Alive)];
        for events in [&left, &died] {
            assert_eq!(stands(false, events, None, 400), (State::Suspended, 500));
            assert_eq!(stands(true, events, None, 400), (State::Suspended, 200));
            assert_eq!(stands(true, events, None, 4_000), (State::TimeUp, 0));
        }
        assert_eq!(stands(false, &died, Some(7), 400), (State::Running, 200));
    }

    #[test]
    fn every_state_has_its_name() {
        let pause = |why| [(100, Event::Suspended { why })];
        assert_eq!(stands(false, &pause(Stop::Pause), Some(7), 400), (State::Paused, 500));
        assert_eq!(stands(false, &pause(Stop::Pause), None, 400), (State::Suspended, 500));
        assert_eq!(stands(false, &pause(Stop::Sleep), Some(7), 400), (State::Stopped, 500));
        let up = [(600, Event::TimeUp)];
        assert_eq!(stands(false, &up, Some(7), 605), (State::Grace, 10));
        assert_eq!(stands(false, &up, None, 700), (State::TimeUp, 0));
        let rung = [(600, Event::TimeUp), (615, Event::Bell { why: Ending::TimeUp })];
        assert_eq!(stands(false, &rung, Some(7), 616), (State::Grading, 0));
        assert_eq!(stands(false, &rung, None, 616), (State::Ungraded, 0));
        let over = [(100, Event::Bell { why: Ending::Candidate }), (101, Event::Finished)];
        assert_eq!(stands(false, &over, None, 900), (State::Finished, 500));
    }

    #[test]
    fn the_time_left_is_what_resume_would_find() {
        for strict in [false, true] {
            for second in [100, 333, 599, 700] {
                let events = [(90, saved(0, "x")), (100, Event::Suspended { why: Stop::Interrupted })];
                let mut resumed = session(Conditions { strict, ..Conditions::default() }, &events);
                assert!(resumed.apply(&Event::Resumed, at(second)));
                assert_eq!(stands(strict, &events, None, second).1, resumed.left(at(second)).as_secs());
            }
        }
    }

    #[test]
    fn a_question_tells_the_last_check_that_was_seen_and_whether_it_is_of_an_older_version() {
        let events = [
            (10, saved(1, "one")),
            (11, checked(1, "one", Occasion::Request, 4, 9)),
            (20, saved(1, "two")),
            (21, Event::Flagged { question: 1, flagged: true }),
            (30, Event::HintShown { question: 1, hint: 0 }),
            (40, Event::Bell { why: Ending::Candidate }),
            (41, checked(1, "two", Occasion::Bell, 9, 9)),
        ];
        let mut session = session(Conditions::default(), &events);
        let status = session_status(session.clone(), None, at(50));
        let question = &status.questions[1];
        let check = question.check.as_ref().unwrap();
        assert_eq!((check.verdict, check.passed, check.total, check.ago_s), (Verdict::Fail, 4, 9, 39));
        assert!(check.changed_since && !check.samples_only);
        assert_eq!((question.flagged, question.hints, question.saved_ago_s), (true, 1, Some(30)));
        assert_eq!((status.saved_ago_s, status.questions[0].saved_ago_s), (Some(30), None));
        assert!(session.apply(&Event::Finished, at(60)));
        let told = session_status(session, None, at(90)).questions[1].check.clone().unwrap();
        assert_eq!((told.verdict, told.changed_since), (Verdict::Pass, false), "the report has told it");
    }

    #[test]
    fn what_can_be_done_depends_on_who_is_there() {
        let commands = |events: &[(u64, Event)], process| -> Vec<String> {
            let status = session_status(session(Conditions::default(), events), process, at(50));
            status.next.into_iter().map(|step| step.command).collect()
        };
        assert_eq!(commands(&[], None), ["greenroom resume k7qd", "greenroom finish k7qd"]);
        assert_eq!(commands(&[], Some(7)), [""; 0]);
        assert_eq!(commands(&[(40, Event::Bell { why: Ending::Candidate })], None), ["greenroom finish k7qd"]);
    }

    #[test]
    fn after_a_reboot_a_strict_clock_is_estimated() {
        let strict = Conditions { strict: true, ..Conditions::default() };
        let now = Moment { boottime_ns: 5, boot: Boot(2), ..at(200) };
        let status = session_status(session(strict, &[(100, Event::Alive)]), None, now);
        assert_eq!((status.state, status.left_s, status.clock_estimated), (State::Suspended, 400, true));
    }
}
