//! What people thought of an answer, on a session's page: key points and follow-ups with the candidate's score and the
//! interviewer's side by side, each in its own colour and under its own label.

use maud::{Markup, html};

use crate::model::partner::InterviewerMarks;
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::report::axes::Judge;
use crate::report::opened::Opened;
use crate::report::session_facts::prose;
use crate::report::session_insight;

/// What the interviewer left of the question of this number, from 1.
pub fn marks_of(report: &SessionReport, number: usize) -> Option<&InterviewerMarks> {
    report.interviewer.as_ref()?.questions.iter().find(|marks| marks.question == number)
}

/// How a score is written: `1`, `½`, `0`, or a dash where there is none.
pub fn sign(score: Option<f64>) -> &'static str {
    match score {
        Some(score) if score >= 1.0 => "1",
        Some(score) if score > 0.0 => "½",
        Some(_) => "0",
        None => "–",
    }
}

/// The key points, with whatever each of the two gave for them.
pub fn key_points(row: &QuestionReport, marks: Option<&InterviewerMarks>, opened: &Opened<'_>) -> Markup {
    let own = |id: &str| row.key_points.iter().find(|point| point.id == id).and_then(|point| point.self_rated);
    let marks = marks.filter(|marks| marks.points().is_some());
    let partner = |id: &str| {
        marks.and_then(|marks| marks.key_points.iter().find(|point| point.id == id)).and_then(|point| point.score)
    };
    let points = &opened.material.question.key_points;
    let judges = judges(row.self_rating().is_some(), marks.is_some());
    html! {
        @if !points.is_empty() {
            section {
                h3 { "Key points" (labels(&judges)) }
                ul.points {
                    @for point in points {
                        li {
                            (scores(&judges, own(&point.id), partner(&point.id)))
                            div {
                                (session_insight::marked(&point.text))
                                @if point.weight > 1 { " " span.weight { "(counts " (point.weight) ")" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How an explanation was delivered, beside its key points and never a part of them.
pub fn delivery(row: &QuestionReport) -> Markup {
    let judges = judges(true, false);
    html! {
        @if !row.delivery.is_empty() {
            section {
                h3 { "Delivery" (labels(&judges)) }
                p.soft { "Apart from what you knew: no points." }
                ul.points {
                    @for rated in &row.delivery {
                        li {
                            (scores(&judges, Some(rated.self_rated), None))
                            div { (session_insight::asks(rated.criterion)) }
                        }
                    }
                }
            }
        }
    }
}

/// The follow-ups that were put, with what a good answer says.
pub fn follow_ups(row: &QuestionReport, marks: Option<&InterviewerMarks>, opened: &Opened<'_>) -> Markup {
    let marked = |number: u64| marks.and_then(|marks| marks.follow_ups.iter().find(|asked| asked.number == number));
    let is_marked = row.follow_ups.iter().any(|asked| marked(asked.number).is_some_and(|mark| mark.score.is_some()));
    let judges = judges(row.follow_ups.iter().any(|asked| asked.self_rated.is_some()), is_marked);
    html! {
        @if !row.follow_ups.is_empty() {
            section {
                h3 { "Follow-ups" (labels(&judges)) }
                ul.points.wide {
                    @for asked in &row.follow_ups {
                        li {
                            (scores(&judges, asked.self_rated, marked(asked.number).and_then(|mark| mark.score)))
                            div {
                                (prose(&asked.words()))
                                p.soft { (session_insight::asker(asked.by)) @if asked.self_rated.is_none() { ", not rated" } }
                                @if let Some(known) = opened.follow_up(asked.number) {
                                    div.says-well { (prose(&known.answer.text())) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn judges(own: bool, partner: bool) -> Vec<Judge> {
    let all = [(own, Judge::Candidate), (partner, Judge::Partner)];
    all.into_iter().filter_map(|(is_there, judge)| is_there.then_some(judge)).collect()
}

/// Whose scores the columns are, in their order.
fn labels(judges: &[Judge]) -> Markup {
    html! { @for judge in judges { " " span class={ "tag " (judge.class()) } { (judge.label().unwrap_or_default()) } } }
}

fn scores(judges: &[Judge], own: Option<f64>, partner: Option<f64>) -> Markup {
    let of = |judge: Judge| if judge == Judge::Partner { partner } else { own };
    html! {
        @for judge in judges {
            span class={ "score " (judge.class()) } title=(judge.label().unwrap_or_default()) { (sign(of(*judge))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cost_report::FollowUpReport;
    use crate::model::event::Asker;
    use crate::model::wording::Wording;
    use crate::report::session_testing::{interviewer, opened, report};

    #[test]
    fn both_scores_of_a_key_point_stand_side_by_side_and_say_whose_they_are() {
        let (mut report, opened) = (report(), opened());
        report.interviewer = Some(interviewer("calm", "And then?"));
        report.questions[1].key_points = report.questions[2].key_points.clone();
        let (row, opened) = (&report.questions[1], opened.of());
        let page = key_points(row, marks_of(&report, 2), &opened[1]).into_string();
        let both = "<span class=\"score own\" title=\"self-rated\">1</span>\
                    <span class=\"score partner\" title=\"a partner's marks\">½</span>";
        assert!(page.contains(both), "{page}");
        let alone = key_points(row, None, &opened[1]).into_string();
        assert!(!alone.contains("partner"), "{alone}");
    }

    #[test]
    fn a_follow_up_says_who_asked_it_and_what_a_good_answer_says() {
        let (mut report, opened) = (report(), opened());
        let asked = |number, by| FollowUpReport {
            number,
            ask: "And then?".to_owned(),
            wording: Wording::AsPut,
            by,
            self_rated: None,
        };
        report.questions[1].follow_ups = vec![asked(1, Asker::Interviewer), asked(9, Asker::Greenroom)];
        report.interviewer = Some(interviewer("calm", "And then?"));
        let page = follow_ups(&report.questions[1], marks_of(&report, 2), &opened.of()[1]).into_string();
        for part in ["asked by the interviewer, not rated", "asked by greenroom", "<p>SECRET</p>", "a partner's marks"]
        {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
