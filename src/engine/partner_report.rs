//! What the interviewer left of a session, for its report.

use crate::engine::cost_report;
use crate::engine::session::Session;
use crate::model::event::Asker;
use crate::model::partner::{InterviewerMarks, InterviewerNote, InterviewerReport, MarkedFollowUp, MarkedPoint};
use crate::model::question::Question;

/// None when no interviewer was there. `questions` are those of the session, in its order.
pub fn build(session: &Session, questions: &[&Question], bank_changed: bool) -> Option<InterviewerReport> {
    let interviewed = session.interviewed();
    let numbered = questions.iter().enumerate();
    let marks = numbered.filter_map(|(index, question)| of_question(session, index, question, bank_changed));
    interviewed
        .has_joined
        .then(|| InterviewerReport { minutes_added: interviewed.minutes(), questions: marks.collect() })
}

fn of_question(session: &Session, index: usize, question: &Question, bank_changed: bool) -> Option<InterviewerMarks> {
    let sheet = session.interviewed().sheet(index);
    let follow_ups = session.progress(index).follow_ups.iter().filter_map(|(follow_up, put)| {
        let score = sheet.follow_up_marks.get(follow_up).map(|score| score.points());
        let by_interviewer = put.by == Asker::Interviewer;
        let (ask, wording) = cost_report::words(put, question, *follow_up, bank_changed);
        let number = *follow_up as u64 + 1;
        (by_interviewer || score.is_some()).then_some(MarkedFollowUp { number, ask, wording, by_interviewer, score })
    });
    let follow_ups: Vec<MarkedFollowUp> = follow_ups.collect();
    let is_empty = sheet.minutes == 0 && sheet.marks.is_empty() && sheet.notes.is_empty() && follow_ups.is_empty();
    let points = question.key_points.iter().map(|point| MarkedPoint {
        id: point.id.clone(),
        weight: point.weight,
        score: sheet.marks.get(&point.id).map(|score| score.points()),
    });
    let notes = sheet.notes.iter().map(|note| InterviewerNote { at_s: note.at.as_secs(), text: note.text.clone() });
    (!is_empty).then(|| InterviewerMarks {
        question: index + 1,
        minutes_added: sheet.minutes,
        key_points: points.collect(),
        follow_ups,
        notes: notes.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Event;
    use crate::model::partner::PartnerEvent;
    use crate::model::score::Score;
    use crate::model::testing::{at, materials, started};

    fn played(events: &[(u64, Event)]) -> Session {
        let mut session = Session::new(started(), at(0));
        for (second, event) in events {
            assert!(session.apply(event, at(*second)), "{event:?}");
        }
        session
    }

    fn report_of(session: &Session) -> Option<InterviewerReport> {
        let materials = materials();
        let questions: Vec<&Question> = materials.iter().map(|material| &material.question).collect();
        build(session, &questions, false)
    }

    fn by(event: PartnerEvent) -> Event {
        Event::Interviewer(event)
    }

    #[test]
    fn marks_notes_and_minutes_stand_under_their_question() {
        let ask = Event::FollowUpAsked { question: 1, follow_up: 0, ask: None, by: Asker::Interviewer };
        let mark = |point: &str, score| by(PartnerEvent::Marked { question: 1, point: point.to_owned(), score });
        let session = played(&[
            (0, by(PartnerEvent::Joined)),
            (5, Event::Focus { question: 1 }),
            (10, mark("what", Score::Full)),
            (11, mark("what", Score::Half)),
            (12, mark("gone from the bank", Score::Full)),
            (20, ask),
            (21, by(PartnerEvent::FollowUpMarked { question: 1, follow_up: 0, score: Score::No })),
            (30, by(PartnerEvent::Noted { question: 1, text: "calm".to_owned() })),
            (40, by(PartnerEvent::MinutesAdded { minutes: 5 })),
        ]);
        let report = report_of(&session).unwrap();
        assert_eq!((report.minutes_added, report.questions.len()), (5, 1));
        let marks = &report.questions[0];
        assert_eq!((marks.question, marks.minutes_added, marks.points()), (2, 5, Some((1.0, 6.0))));
        assert_eq!((marks.follow_ups[0].score, marks.follow_ups[0].by_interviewer), (Some(0.0), true));
        assert_eq!(marks.notes, [InterviewerNote { at_s: 30, text: "calm".to_owned() }]);
    }

    #[test]
    fn who_only_invited_somebody_has_no_interviewer_in_the_report() {
        assert_eq!(report_of(&played(&[(0, by(PartnerEvent::Invited))])), None);
        let came = report_of(&played(&[(0, by(PartnerEvent::Joined))]));
        assert_eq!(came, Some(InterviewerReport { minutes_added: 0, questions: Vec::new() }));
    }

    #[test]
    fn added_minutes_lengthen_the_session_and_the_question_in_focus() {
        let session = played(&[(5, Event::Focus { question: 1 }), (40, by(PartnerEvent::MinutesAdded { minutes: 5 }))]);
        assert_eq!(session.length().as_secs(), 15 * 60);
        let budgets: Vec<u64> = (0..3).map(|question| session.budget_of(question).as_secs() / 60).collect();
        assert_eq!(budgets, [3, 9, 2]);
        assert!(!session.is_bell_due(at(600)) && session.is_bell_due(at(900)));
    }

    #[test]
    fn no_minutes_are_added_when_the_time_is_up_and_no_question_is_made_up() {
        let mut session = played(&[(600, Event::TimeUp)]);
        assert!(!session.apply(&by(PartnerEvent::MinutesAdded { minutes: 5 }), at(601)));
        assert!(!session.apply(&by(PartnerEvent::Noted { question: 3, text: "x".to_owned() }), at(601)));
        assert!(session.apply(&by(PartnerEvent::Noted { question: 2, text: "x".to_owned() }), at(601)));
    }
}
