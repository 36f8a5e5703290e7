//! What candidates say of themselves, for the end of the report: knowledge, delivery, and where the results say something else.

use crate::model::delivery::DeliveryReport;
use crate::model::escape;
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::ui::paint::Look;
use crate::ui::prose;

/// The section, as lines; none when nothing was rated.
pub fn self_rated(look: Look, report: &SessionReport) -> Vec<String> {
    let rated: Vec<String> =
        report.questions.iter().zip(1..).flat_map(|(row, number)| question(look, row, number)).collect();
    if rated.is_empty() {
        return rated;
    }
    let heading =
        format!("{} {}", look.bold("Self-rated"), look.dim("(your own judgement; nothing of it was checked)"));
    let notes = report.confidence.iter().map(|note| prose::hang("- ", &escape::line(&note.says), look.width));
    [String::new(), heading].into_iter().chain(rated).chain(notes).collect()
}

/// Clarifications that would have told about what failed; none when there are none.
pub fn unasked(look: Look, report: &SessionReport) -> Vec<String> {
    let told = report.questions.iter().zip(1..).flat_map(|(question, number)| {
        question
            .unasked
            .iter()
            .map(move |unasked| prose::hang(&format!("- Q{number}: "), &look.line(&unasked.says), look.width))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return told;
    }
    [String::new(), look.bold("What a question would have told")].into_iter().chain(told).collect()
}

/// What was given for one answer: by the key points, and apart from that for its delivery.
fn question(look: Look, row: &QuestionReport, number: usize) -> Vec<String> {
    let title = escape::line(&row.title);
    let knowledge = row.self_rating().map(|(given, possible)| {
        let rated = row.key_points.iter().filter(|point| point.self_rated.is_some()).count();
        let share = (100.0 * given / possible).round();
        format!(
            "{title}: {given} of {possible} points ({share} %), {rated} of {} key points rated",
            row.key_points.len()
        )
    });
    let delivery = delivery(&row.delivery);
    let (text, more) = match (knowledge, delivery) {
        (None, None) => return Vec::new(),
        (Some(knowledge), more) => (knowledge, more),
        (None, Some(delivery)) => (title, Some(delivery)),
    };
    let more = more.map(|more| prose::hang("   delivery: ", &more, look.width));
    [prose::hang(&format!("Q{number} "), &text, look.width)].into_iter().chain(more).collect()
}

/// For instance `structure 1, example 0, words 1/2`; none when it was skipped.
fn delivery(rated: &[DeliveryReport]) -> Option<String> {
    let mark = |score: f64| if score == 0.5 { "1/2".to_owned() } else { score.to_string() };
    let told: Vec<String> =
        rated.iter().map(|rated| format!("{} {}", rated.criterion, mark(rated.self_rated))).collect();
    (!told.is_empty()).then(|| told.join(", "))
}
