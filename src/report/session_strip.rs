//! The strip of minutes: a lane for each question, with the time in which it had the focus and a mark for each thing that
//! happened. Made of boxes, not of SVG, so that letters and marks keep their size on a phone.

use maud::{Markup, html};

use crate::model::event::{Asker, Ending, Occasion};
use crate::model::growth::named;
use crate::model::session_report::SessionReport;
use crate::model::timeline::{Happening, What, stretches};
use crate::model::verdict::Verdict;
use crate::report::session_facts::{NAME, percent};
use crate::report::session_partner;
use crate::report::text;

/// The fewest minutes between two times below the strip, of which at most six fit on a phone.
const STEPS: [u64; 8] = [1, 2, 5, 10, 15, 30, 60, 120];
const MOST_TIMES: u64 = 6;

/// A session with more than this many events shows the first of them.
// Receipt: a mark takes about 90 bytes; 2,000 are 180 kB, and nobody saves that often in four hours.
const MOST_MARKS: usize = 2000;

/// In milliseconds.
const MINUTE: u64 = 60_000;

pub fn strip(report: &SessionReport) -> Markup {
    let last = report.timeline.iter().map(|happening| happening.at_ms).max().unwrap_or(0);
    let end = (report.used_s * 1000).max(last);
    let span = span(u64::from(report.minutes) * MINUTE, end);
    let place = |ms: u64| percent(ms as f64 / span as f64);
    let had = stretches(&report.timeline, end);
    let pauses: Vec<(u64, String)> = report.timeline.iter().filter_map(pause).collect();
    let shown = &report.timeline[..report.timeline.len().min(MOST_MARKS)];
    html! {
        figure.strip {
            div.lanes {
                @for (question, number) in report.questions.iter().zip(1..) {
                    div.lane {
                        span.who { b { (number) } " " (text::short(&question.title, NAME)) }
                        div.track role="img" aria-label=(summary(report, number)) {
                            @for stretch in had.iter().filter(|stretch| stretch.question == number) {
                                i.focus style={
                                    "left:" (place(stretch.from_ms)) "%;width:" (place(stretch.to_ms - stretch.from_ms)) "%"
                                } {}
                            }
                            @for (at, about) in &pauses {
                                i.pause title=(about) style={ "left:" (place(*at)) "%" } {}
                            }
                            i.end style={ "left:" (place(end)) "%" } {}
                            @for happening in shown.iter().filter(|happening| happening.question == number) {
                                @if let Some(class) = class(&happening.what) {
                                    i class=(class) title=(told(happening)) style={ "left:" (place(happening.at_ms)) "%" } {}
                                }
                            }
                        }
                    }
                }
                div.lane.times {
                    span.who {}
                    div.track {
                        @for minute in times(span / MINUTE) {
                            span style={ "left:" (place(minute * MINUTE)) "%" } { (minute) @if minute == 0 { " min" } }
                        }
                    }
                }
            }
            (legend(shown))
            @if !report.timeline.is_empty() {
                details.log {
                    summary { "Everything that happened, with its time" }
                    ol {
                        @for happening in shown {
                            li { b { (text::clock(happening.at_ms / 1000)) } " Q" (happening.question) " " (words(&happening.what)) }
                        }
                    }
                    @if report.timeline.len() > shown.len() {
                        p.soft { "and " (report.timeline.len() - shown.len()) " more in " code { "report.json" } }
                    }
                }
            }
        }
    }
}

/// How long the strip is: as long as the session was meant to be, unless less than half of that was used. What was used then
/// would be a smear at the left.
fn span(meant: u64, used: u64) -> u64 {
    let shown = if used * 2 < meant { used } else { meant.max(used) };
    shown.div_ceil(MINUTE).max(1) * MINUTE
}

/// Says what the marks of this session mean, and of no others.
fn legend(shown: &[Happening]) -> Markup {
    let marks = [
        ("mark save", "saved"),
        ("mark check good small", "samples pass"),
        ("mark check bad small", "samples fail"),
        ("mark check good", "check passes"),
        ("mark check bad", "check does not"),
        ("mark hint", "hint"),
        ("mark asked", "asked, or a follow-up"),
        ("mark claim", "said what it costs"),
        ("mark shown", "closed: handed in, or key points shown"),
        ("mark partner", "the interviewer"),
        ("pause", "pause"),
    ];
    let has = |wanted: &str| {
        shown.iter().any(|happening| match happening.what {
            What::Pause { .. } => wanted == "pause",
            _ => class(&happening.what) == Some(wanted),
        })
    };
    html! {
        p.legend {
            span { i.key {} "in focus" }
            @for (class, what) in marks.iter().filter(|(class, _)| has(class)) { span { i class=(class) {} (what) } }
        }
    }
}

/// How a thing is drawn; what is graded after the bell has no place in time.
fn class(what: &What) -> Option<&'static str> {
    match what {
        What::Saved { .. } => Some("mark save"),
        What::Checked { occasion: Occasion::Bell, .. } => None,
        What::Checked { occasion, verdict, .. } => Some(match (occasion, verdict) {
            (Occasion::Save, Verdict::Pass) => "mark check good small",
            (Occasion::Save, _) => "mark check bad small",
            (_, Verdict::Pass) => "mark check good",
            _ => "mark check bad",
        }),
        What::Hint { .. } => Some("mark hint"),
        What::Asked { .. } | What::FollowUp { .. } => Some("mark asked"),
        What::KeyPoints | What::Submitted => Some("mark shown"),
        What::Claimed { .. } => Some("mark claim"),
        What::Interviewer(_) => Some("mark partner"),
        What::Focus
        | What::Rated { .. }
        | What::DeliveryRated { .. }
        | What::FollowUpRated { .. }
        | What::Counted { .. }
        | What::Pause { .. }
        | What::Flagged { .. }
        | What::TimeUp
        | What::Bell { .. } => None,
    }
}

fn pause(happening: &Happening) -> Option<(u64, String)> {
    matches!(happening.what, What::Pause { .. }).then(|| (happening.at_ms, told(happening)))
}

fn told(happening: &Happening) -> String {
    format!("{} {}", text::clock(happening.at_ms / 1000), words(&happening.what))
}

/// What happened, in words.
pub fn words(what: &What) -> String {
    match what {
        What::Focus => "in focus".to_owned(),
        What::Saved { lines, .. } => format!("saved, {}", text::count(*lines, "line", "lines")),
        What::Checked { occasion, verdict, passed, total, .. } => {
            let how = match occasion {
                Occasion::Save => "samples",
                Occasion::Request => "check",
                Occasion::Bell => "graded at the bell",
            };
            let of = if *total > 0 { format!(", {passed} of {total}") } else { String::new() };
            format!("{how}: {verdict}{of}")
        }
        What::Hint { number } => format!("hint {number}"),
        What::Asked { number } => format!("asked the interviewer, {number}"),
        What::Interviewer(did) => session_partner::words(did),
        What::KeyPoints => "key points shown; the answer is closed".to_owned(),
        What::Rated { point, score } => format!("rated {}: {score}", text::short(point, NAME)),
        What::DeliveryRated { criterion, score } => format!("rated its delivery, {criterion}: {score}"),
        What::FollowUp { number, by: Asker::Greenroom } => format!("follow-up {number}"),
        What::FollowUp { number, by: Asker::Interviewer } => format!("follow-up {number}, by the interviewer"),
        What::FollowUpRated { number, score } => format!("follow-up {number} rated: {score}"),
        What::Claimed { time, space } => format!("claimed time {time}, space {space}"),
        What::Counted { classes } => named(classes)
            .map_or_else(|| "the cost could not be counted".to_owned(), |classes| format!("counted as {classes}")),
        What::Pause { length_s, costs_time: false, .. } => {
            format!("the clock stood still for {}", text::span(*length_s))
        }
        What::Pause { length_s, .. } => format!("nobody was there for {}, and the clock ran on", text::span(*length_s)),
        What::Flagged { flagged: true } => "flagged to come back to".to_owned(),
        What::Flagged { .. } => "no more flagged".to_owned(),
        What::Submitted => "handed in; the answer is closed".to_owned(),
        What::TimeUp => "time is up; a last save still counts".to_owned(),
        What::Bell { why: Ending::TimeUp } => "the bell".to_owned(),
        What::Bell { why: Ending::Candidate } => "finished by the candidate".to_owned(),
    }
}

/// What the lane of a question says to whoever cannot see it.
fn summary(report: &SessionReport, number: usize) -> String {
    let question = &report.questions[number - 1];
    format!(
        "Question {number}: {} in focus, {}, {}, {}",
        text::clock(question.used_s),
        text::count(question.saves, "save", "saves"),
        text::count(question.checks, "check", "checks"),
        text::count(question.hints, "hint", "hints"),
    )
}

/// The minutes that are written below the strip.
fn times(minutes: u64) -> Vec<u64> {
    let step = STEPS.into_iter().find(|step| minutes / step <= MOST_TIMES).unwrap_or(240);
    (0..=minutes / step).map(|index| index * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::growth::Class;
    use crate::model::partner::Did;
    use crate::report::session_testing::report;

    #[test]
    fn a_session_that_ended_early_is_shown_by_the_minutes_that_were_used() {
        let minutes = |meant: u64, used_s: u64| span(meant * MINUTE, used_s * 1000) / MINUTE;
        assert_eq!(
            [minutes(30, 24), minutes(30, 14 * 60 + 1), minutes(30, 15 * 60), minutes(30, 1800)],
            [1, 15, 30, 30]
        );
        assert_eq!([minutes(30, 1801), minutes(0, 0)], [31, 1]);
    }

    #[test]
    fn few_times_stand_below_a_strip() {
        assert_eq!(times(30), [0, 5, 10, 15, 20, 25, 30]);
        assert_eq!(times(10), [0, 2, 4, 6, 8, 10]);
        assert_eq!((times(240).len(), times(0)), (5, vec![0]));
    }

    #[test]
    fn a_lane_shows_when_its_question_had_the_focus_and_what_happened() {
        let page = strip(&report()).into_string();
        for part in [
            "<i class=\"focus\" style=\"left:0%;width:10%\">",
            "title=\"4:00 saved, 2 lines\" style=\"left:13.33%\"",
            "title=\"5:00 check: fail, 7 of 9\"",
            "title=\"6:00 the clock stood still for 1 h 05 min\"",
            "1 hint\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    #[test]
    fn whatever_an_interviewer_and_a_claim_did_has_a_mark_and_stands_in_the_legend() {
        let mut report = report();
        let plain = strip(&report).into_string();
        assert!(!plain.contains("said what it costs") && !plain.contains("the interviewer<"), "{plain}");
        let class = Class::Linear;
        report.timeline.extend(
            [
                What::Claimed { time: class, space: class },
                What::Interviewer(Did::Joined),
                What::Interviewer(Did::MinutesAdded { minutes: 5 }),
                What::Interviewer(Did::Noted),
            ]
            .map(|what| Happening { at_ms: 500_000, question: 2, what }),
        );
        let page = strip(&report).into_string();
        for part in [
            "title=\"8:20 claimed time O(n), space O(n)\"",
            "title=\"8:20 the interviewer sat down\"",
            "title=\"8:20 the interviewer added 5 minutes\"",
            "said what it costs",
            "the interviewer</span>",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
