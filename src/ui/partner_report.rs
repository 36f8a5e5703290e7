//! What the interviewer thought, for the report on a terminal: apart from what was checked and from what the candidate thought.

use std::time::Duration;

use crate::model::escape;
use crate::model::partner::{InterviewerMarks, InterviewerReport, MarkedFollowUp, MarkedPoint};
use crate::model::session_report::SessionReport;
use crate::ui::paint::Look;
use crate::ui::prose;
use crate::ui::times::{clock, plural};

/// The section, as lines; none when no interviewer was there.
pub fn section(look: Look, report: &SessionReport) -> Vec<String> {
    let title = |number: usize| {
        let question = number.checked_sub(1).and_then(|index| report.questions.get(index));
        question.map_or("", |question| question.title.as_str())
    };
    report.interviewer.as_ref().map_or_else(Vec::new, |interviewer| lines(look, interviewer, title))
}

fn lines<'a>(look: Look, interviewer: &InterviewerReport, title: impl Fn(usize) -> &'a str) -> Vec<String> {
    let label = look.dim("(a partner's judgement; none of it was checked)");
    let mut lines = vec![String::new(), format!("{} {label}", look.bold("Interviewer"))];
    for marks in &interviewer.questions {
        lines.push(prose::hang(&format!("Q{} ", marks.question), &heading(title(marks.question), marks), look.width));
        let items = points(&marks.key_points).chain(marks.follow_ups.iter().map(follow_up));
        lines.extend(items.map(|(sign, text)| prose::hang(&format!("   {sign:<4}"), &text, look.width)));
        for note in &marks.notes {
            let at = clock(Duration::from_secs(note.at_s));
            lines.push(prose::hang(&format!("   note at {at}: "), &escape::line(&note.text), look.width));
        }
    }
    if interviewer.questions.is_empty() {
        lines.push("Somebody was there, and left no marks.".to_owned());
    }
    lines
}

fn heading(title: &str, marks: &InterviewerMarks) -> String {
    let mut text = escape::line(title);
    if let Some((given, possible)) = marks.points() {
        text.push_str(&format!(": {given} of {possible} points"));
    }
    if marks.minutes_added > 0 {
        text.push_str(&format!("; {} minute{} added", marks.minutes_added, plural(marks.minutes_added as usize)));
    }
    text
}

/// Only those that were marked; how many points the others would have given stands in the heading.
fn points(points: &[MarkedPoint]) -> impl Iterator<Item = (&'static str, String)> {
    let marked = points.iter().filter_map(|point| Some((sign(Some(point.score?)), point)));
    marked.map(|(sign, point)| (sign, format!("{} (weight {})", escape::line(&point.id), point.weight)))
}

fn follow_up(asked: &MarkedFollowUp) -> (&'static str, String) {
    (sign(asked.score), format!("follow-up {}: {}", asked.number, escape::line(&asked.words())))
}

fn sign(score: Option<f64>) -> &'static str {
    match score {
        Some(score) if score >= 1.0 => "1",
        Some(score) if score > 0.0 => "1/2",
        Some(_) => "0",
        None => "-",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::partner::InterviewerNote;
    use crate::model::wording::Wording;

    #[test]
    fn marks_have_their_weights_and_hostile_notes_are_inert() {
        let point = |id: &str, weight, score| MarkedPoint { id: id.to_owned(), weight, score };
        let hostile = "\u{1b}[2Jfine\u{202e}\nindeed".to_owned();
        let marks = InterviewerMarks {
            question: 2,
            minutes_added: 5,
            key_points: vec![point("what", 2, Some(1.0)), point("why", 3, Some(0.5)), point("now", 1, None)],
            follow_ups: vec![MarkedFollowUp {
                number: 1,
                ask: "What if both are endless?".to_owned(),
                wording: Wording::AsPut,
                by_interviewer: true,
                score: None,
            }],
            notes: vec![InterviewerNote { at_s: 610, text: hostile }],
        };
        let look = Look { width: 60, colour: false, unicode: true };
        let interviewer = InterviewerReport { minutes_added: 5, questions: vec![marks] };
        insta::assert_snapshot!(lines(look, &interviewer, |_| "Merge two sorted lists").join("\n"), @r"

        Interviewer (a partner's judgement; none of it was checked)
        Q2 Merge two sorted lists: 3.5 of 6 points; 5 minutes added
           1   what (weight 2)
           1/2 why (weight 3)
           -   follow-up 1: What if both are endless?
           note at 10:10: \x1b[2Jfine\u202e\nindeed
        ");
    }
}
