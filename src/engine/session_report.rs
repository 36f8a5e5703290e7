//! Make the report of a finished session from its events.

use jiff::Timestamp;

use crate::engine::allowance;
use crate::engine::confidence;
use crate::engine::cost_report;
use crate::engine::next_steps::next_steps;
use crate::engine::partner_report;
use crate::engine::session::{Phase, Session};
use crate::engine::unasked::unasked;
use crate::model::delivery::DeliveryReport;
use crate::model::event::{CheckSummary, Ending, Moment, Occasion};
use crate::model::independence;
use crate::model::material::Material;
use crate::model::question::{Kind, Question};
use crate::model::record::Graded;
use crate::model::session_report::{Conduct, KeyPointReport, PauseReport, QuestionReport, SessionReport, VERSION};
use crate::model::verdict::Verdict;
use crate::report::opened::Opened;

/// The report. `questions` are those of the session, in its order; `folder` is its folder as commands call it.
pub fn build(session: &Session, questions: &[&Question], bank_changed: bool, folder: &str) -> SessionReport {
    let started = session.started().clone();
    let end = session.last_at();
    let questions_of_bank = questions;
    let questions: Vec<QuestionReport> =
        questions.iter().enumerate().map(|(index, of)| question_report(session, index, of, bank_changed)).collect();
    let next = next_steps(&started, &questions, folder);
    SessionReport {
        version: VERSION,
        greenroom: started.greenroom,
        session: started.session,
        plan: started.plan,
        title: started.title,
        seed: started.seed,
        level: started.level,
        python: started.python,
        bank_hash: started.bank_hash,
        bank_changed,
        minutes: u32::try_from(session.length().as_secs() / 60).unwrap_or(u32::MAX),
        conditions: started.conditions,
        minutes_at_usual_pace: Some(started.minutes),
        started_at: timestamp(session.started_at()),
        ended_at: timestamp(end),
        ended_by: match session.phase() {
            Phase::Rung(ending) | Phase::Finished(ending) => ending,
            Phase::Grace => Ending::TimeUp,
            Phase::Running | Phase::Suspended(_) => Ending::Candidate,
        },
        used_s: session.used(end).as_secs(),
        clock_estimated: session.is_estimated(),
        pauses: session
            .pauses()
            .iter()
            .map(|pause| PauseReport {
                after_s: pause.after.as_secs(),
                length_s: pause.length.as_secs(),
                why: pause.why,
                estimated: pause.is_estimated,
                costs_time: pause.costs_time,
            })
            .collect(),
        remarks: started.remarks,
        confidence: confidence::notes(&questions),
        questions,
        interviewer: partner_report::build(session, questions_of_bank, bank_changed),
        timeline: session.timeline().to_vec(),
        next,
    }
}

fn question_report(session: &Session, index: usize, question: &Question, bank_changed: bool) -> QuestionReport {
    let drawn = session.drawn(index).clone();
    let progress = session.progress(index);
    let at_bell = session.result_at_bell(index);
    let verdict = match at_bell {
        Some(check) => check.verdict,
        None if drawn.kind == Kind::Explain && is_answered(session, index) => Verdict::Manual,
        None if session.newest(index).is_some() => Verdict::NotRun,
        None => Verdict::NotSubmitted,
    };
    // What was recognised as better may have been checked before the bell only.
    let best = session.best_result(index);
    QuestionReport {
        slug: drawn.slug,
        title: drawn.title,
        kind: drawn.kind,
        topic: drawn.topic,
        difficulty: drawn.level,
        verdict,
        best: best.map_or(verdict, |check| check.verdict),
        answer_sha256: session.newest(index).map(|save| save.sha256.clone()),
        best_sha256: best.map(|check| check.sha256.clone()),
        passed: at_bell.map_or(0, |check| check.passed as u64),
        total: at_bell.map_or(0, |check| check.total as u64),
        best_passed: best.map_or(0, |check| check.passed as u64),
        failed: at_bell.map_or(Vec::new(), |check| check.failed.clone()),
        hints: progress.hints.len() as u64,
        hints_available: question.hints.len() as u64,
        clarifications: progress.clarifications.len() as u64,
        clarifications_available: question.clarify.len() as u64,
        checks: progress.checks.iter().filter(|check| check.summary.occasion == Occasion::Request).count() as u64,
        saves: progress.saves.len() as u64,
        budget_s: session.budget_of(index).as_secs(),
        used_s: session.used_on(index, session.last_at()).as_secs(),
        conduct: Conduct {
            flagged: progress.is_flagged,
            submitted: progress.is_submitted,
            saved_in_grace: session.is_saved_in_grace(index),
            independence_percent: independence::left(progress.hints.len()),
            rollover_s: allowance::saved_before(session, index, session.last_at()).as_secs(),
        },
        cost: cost_report::cost(session, index, question),
        follow_ups: cost_report::follow_ups(session, index, question, bank_changed),
        key_points: question
            .key_points
            .iter()
            .map(|point| KeyPointReport {
                id: point.id.clone(),
                weight: point.weight,
                self_rated: progress.ratings.get(&point.id).map(|score| score.points()),
            })
            .collect(),
        delivery: progress
            .delivery
            .iter()
            .map(|(criterion, score)| DeliveryReport { criterion: *criterion, self_rated: score.points() })
            .collect(),
        unasked: unasked(question, at_bell, |number| progress.clarifications.contains(&number)),
    }
}

/// The questions of a finished session with everything that may be seen now. `graded` has what was found at the bell.
pub fn open<'a>(session: &Session, materials: &'a [Material], graded: &'a [Option<Graded>]) -> Vec<Opened<'a>> {
    let text = |content: &[u8]| String::from_utf8_lossy(content).into_owned();
    let rows = materials.iter().enumerate().map(|(index, material)| {
        let (bell, best) = (session.result_at_bell(index), session.best_result(index));
        let had = |check: &CheckSummary| (check.verdict == Verdict::Pass, check.passed);
        let better = best.filter(|best| bell.is_some_and(|bell| had(best) > had(bell)));
        let better = better.and_then(|best| {
            let saves = &session.progress(index).saves;
            saves.iter().rfind(|save| save.sha256 == best.sha256)
        });
        Opened {
            material,
            at_bell: graded.get(index).and_then(Option::as_ref),
            answer: session.newest(index).map(|save| text(&save.content)),
            better: better.map(|save| text(&save.content)),
        }
    });
    rows.collect()
}

/// An explanation may be spoken: then only its rating shows that it was given.
fn is_answered(session: &Session, index: usize) -> bool {
    session.newest(index).is_some() || !session.progress(index).ratings.is_empty()
}

/// RFC 3339 in UTC, to the second.
pub fn timestamp(moment: Moment) -> String {
    let seconds = moment.wall_ms.div_euclid(1_000);
    // Only a wall clock that is thousands of years off has no date.
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::{Event, Score, Stop};
    use crate::model::testing::{at, checked, materials, saved, started};

    fn report(events: &[(u64, Event)]) -> SessionReport {
        let mut session = Session::new(started(), at(0));
        for (second, event) in events {
            assert!(session.apply(event, at(*second)), "{event:?}");
        }
        let materials = materials();
        let questions: Vec<&Question> = materials.iter().map(|material| &material.question).collect();
        build(&session, &questions, false, "room")
    }

    #[test]
    fn time_pauses_and_the_end_are_told() {
        let report = report(&[
            (60, Event::Focus { question: 1 }),
            (100, Event::Suspended { why: Stop::Quit }),
            (400, Event::Resumed),
            (500, Event::Bell { why: Ending::Candidate }),
            (503, Event::Finished),
        ]);
        assert_eq!((report.used_s, report.ended_by), (200, Ending::Candidate));
        assert_eq!(report.questions.iter().map(|question| question.used_s).collect::<Vec<_>>(), [60, 140, 0]);
        let pause =
            PauseReport { after_s: 100, length_s: 300, why: Some(Stop::Quit), estimated: false, costs_time: false };
        assert_eq!(report.pauses, [pause]);
        assert_eq!(
            (report.started_at.as_str(), report.ended_at.as_str()),
            ("2026-11-18T11:06:40Z", "2026-11-18T11:15:03Z")
        );
    }

    #[test]
    fn the_answer_at_the_bell_and_the_best_one_stand_side_by_side() {
        let report = report(&[
            (10, saved(1, "good")),
            (11, checked(1, "good", Occasion::Request, 9, 9)),
            (20, saved(1, "broken")),
            (21, checked(1, "broken", Occasion::Save, 0, 2)),
            (30, Event::Bell { why: Ending::TimeUp }),
            (31, checked(1, "broken", Occasion::Bell, 2, 9)),
            (32, Event::Finished),
        ]);
        let code = &report.questions[1];
        assert_eq!((code.verdict, code.passed, code.total), (Verdict::Fail, 2, 9));
        assert_eq!((code.best, code.best_passed, code.best_sha256.as_deref()), (Verdict::Pass, 9, Some("sha of good")));
        assert_eq!((code.checks, code.saves, code.failed.len()), (1, 2, 7));
    }

    #[test]
    fn what_was_never_saved_is_not_submitted() {
        let report = report(&[(30, Event::Bell { why: Ending::TimeUp }), (31, Event::Finished)]);
        for question in &report.questions {
            assert_eq!((question.verdict, question.best), (Verdict::NotSubmitted, Verdict::NotSubmitted));
            assert_eq!(question.answer_sha256, None);
        }
    }

    #[test]
    fn a_spoken_answer_is_known_by_its_rating_and_stays_manual() {
        let point = |point: &str, score| Event::Rated { question: 2, point: point.to_owned(), score, weight: 2 };
        let report = report(&[
            (30, Event::KeyPointsShown { question: 2, weight: None }),
            (31, point("what", Score::Full)),
            (32, point("why", Score::Half)),
            (40, Event::Bell { why: Ending::Candidate }),
        ]);
        let explain = &report.questions[2];
        assert_eq!((explain.verdict, explain.self_rating()), (Verdict::Manual, Some((3.0, 6.0))));
        assert_eq!(explain.key_points[2].self_rated, None);
        assert_eq!(report.questions[0].self_rating(), None);
    }
}
