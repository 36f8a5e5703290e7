//! What the interviewer thought, as the reports of a session tell it: under its own label, apart from everything that was
//! checked and from what the candidate thought.

use std::fmt::Write;

use maud::{Markup, html};

use crate::model::partner::{Did, InterviewerMarks, InterviewerReport, MarkedFollowUp, MarkedPoint};
use crate::model::session_report::SessionReport;
use crate::notes::prose::markdown_line;
use crate::report::opened::Opened;
use crate::report::session_facts::NAME;
use crate::report::session_insight;
use crate::report::session_ratings::sign;
use crate::report::text;

/// What the label says of itself.
const LABEL: &str = "a partner's judgement; none of it was checked";

/// What the interviewer did, in words.
pub fn words(did: &Did) -> String {
    match did {
        Did::Joined => "the interviewer sat down".to_owned(),
        Did::Left => "the interviewer left".to_owned(),
        Did::MinutesAdded { minutes } => {
            format!("the interviewer added {}", text::count(u64::from(*minutes), "minute", "minutes"))
        }
        Did::Marked { point, score } => format!("the interviewer marked {}: {score}", text::short(point, NAME)),
        Did::FollowUpMarked { number, score } => format!("the interviewer marked follow-up {number}: {score}"),
        Did::Noted => "the interviewer wrote a note".to_owned(),
    }
}

/// The section of a page; nothing when no interviewer was there.
pub fn section(report: &SessionReport, opened: &[Opened<'_>]) -> Markup {
    let Some(interviewer) = &report.interviewer else { return html! {} };
    html! {
        section.interviewer {
            h2 { "Interviewer " span.tag.partner { (LABEL) } }
            p.soft { (summary(interviewer)) }
            @for marks in &interviewer.questions { (of_question(report, marks, opened)) }
        }
    }
}

fn of_question(report: &SessionReport, marks: &InterviewerMarks, opened: &[Opened<'_>]) -> Markup {
    html! {
        h3 {
            a href={ "#q" (marks.question) } { (marks.question) " " (text::short(title(report, marks), NAME)) }
            @if let Some((given, possible)) = marks.points() { " · " (given) " of " (possible) " points" }
        }
        @if marks.minutes_added > 0 {
            p.soft { (text::count(u64::from(marks.minutes_added), "minute", "minutes")) " added while it was in focus" }
        }
        @if marks.points().is_some() {
            ul.points {
                @for point in marks.key_points.iter().filter(|point| point.score.is_some()) {
                    li {
                        span.score.partner { (sign(point.score)) }
                        div {
                            (session_insight::marked(&text_of(point, marks, opened)))
                            @if point.weight > 1 { " " span.weight { "(counts " (point.weight) ")" } }
                        }
                    }
                }
            }
        }
        @if !marks.follow_ups.is_empty() {
            ul.points {
                @for asked in &marks.follow_ups {
                    li {
                        span.score.partner { (sign(asked.score)) }
                        div { (session_insight::marked(&asked.words())) " " span.soft { "· follow-up " (asked.number) ", " (whose(asked)) } }
                    }
                }
            }
        }
        @for note in &marks.notes { p.heard { b { (text::clock(note.at_s)) } " " (text::line(&note.text)) } }
    }
}

/// The section as Markdown. `quote` makes text of others mean nothing in it.
pub fn markdown(report: &SessionReport, opened: &[Opened<'_>], quote: fn(&str) -> String) -> String {
    let Some(interviewer) = &report.interviewer else { return String::new() };
    let mut page = format!("\n## Interviewer\n\nThis is {LABEL}. {}\n", summary(interviewer));
    for marks in &interviewer.questions {
        add(&mut page, format_args!("\n### {} {}\n\n", marks.question, quote(title(report, marks))));
        if marks.minutes_added > 0 {
            let minutes = text::count(u64::from(marks.minutes_added), "minute", "minutes");
            add(&mut page, format_args!("{minutes} added while it was in focus.\n\n"));
        }
        if let Some((given, possible)) = marks.points() {
            add(&mut page, format_args!("{given} of {possible} points for key points.\n\n"));
            for point in marks.key_points.iter().filter(|point| point.score.is_some()) {
                let (score, text) = (sign(point.score), markdown_line(&text_of(point, marks, opened)));
                add(&mut page, format_args!("- {score}: {text} (weight {})\n", point.weight));
            }
        }
        for asked in &marks.follow_ups {
            let (score, ask, whose) = (sign(asked.score), markdown_line(&asked.words()), whose(asked));
            add(&mut page, format_args!("- {score}: follow-up {}, {ask} ({whose})\n", asked.number));
        }
        for note in &marks.notes {
            add(&mut page, format_args!("- note at {}: {}\n", text::clock(note.at_s), quote(&note.text)));
        }
    }
    page
}

fn summary(interviewer: &InterviewerReport) -> String {
    let marked = interviewer.questions.iter().filter(|marks| marks.points().is_some()).count() as u64;
    let marked = match marked {
        0 => "No key points were marked".to_owned(),
        count => format!("Key points of {} were marked", text::count(count, "question", "questions")),
    };
    match interviewer.minutes_added {
        0 => format!("{marked}."),
        minutes => format!("{marked}, and {} added.", text::count(u64::from(minutes), "minute", "minutes")),
    }
}

fn title<'a>(report: &'a SessionReport, marks: &InterviewerMarks) -> &'a str {
    let question = marks.question.checked_sub(1).and_then(|index| report.questions.get(index));
    question.map_or("", |question| &question.title)
}

/// What a key point says; its id where the bank has it no more.
fn text_of(point: &MarkedPoint, marks: &InterviewerMarks, opened: &[Opened<'_>]) -> String {
    let opened = marks.question.checked_sub(1).and_then(|index| opened.get(index));
    let points = opened.map(|opened| opened.material.question.key_points.iter()).into_iter().flatten();
    points.clone().find(|known| known.id == point.id).map_or_else(|| point.id.clone(), |known| known.text.clone())
}

fn whose(asked: &MarkedFollowUp) -> &'static str {
    if asked.by_interviewer { "asked by the interviewer" } else { "asked by greenroom" }
}

fn add(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::session_testing::{interviewer, opened, report};

    #[test]
    fn marks_stand_under_their_own_label_in_every_form() {
        let (mut report, opened) = (report(), opened());
        report.interviewer = Some(interviewer("calm, asked well", "SECRET follow-up"));
        let page = section(&report, &opened.of()).into_string();
        let text = markdown(&report, &opened.of(), str::to_owned);
        for part in ["Interviewer", "SECRET point: what it is", "SECRET follow-up", "calm, asked well", "5 minutes"] {
            assert!(page.contains(part) && text.contains(part), "{part}: {page} {text}");
        }
        assert!(page.contains("1 of 6 points") && text.contains("1 of 6 points"));
        assert!(!page.to_lowercase().contains("hire"), "no single figure");
    }

    #[test]
    fn a_session_without_an_interviewer_does_not_mention_one() {
        let (report, opened) = (report(), opened());
        assert!(section(&report, &opened.of()).into_string().is_empty());
        assert_eq!(markdown(&report, &opened.of(), str::to_owned), "");
    }
}
