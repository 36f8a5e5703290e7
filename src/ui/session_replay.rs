//! A session as it is played back: a line for each thing that happened, with its time on the clock of the session.

use std::time::Duration;

use crate::compare::diff::{Line, Tag, diff};
use crate::model::escape;
use crate::model::event::{Asker, Ending, Occasion};
use crate::model::growth::named;
use crate::model::timeline::{Happening, What};
use crate::ui::paint::{Look, Tone};
use crate::ui::partner_message;
use crate::ui::prose;
use crate::ui::session_check;
use crate::ui::times::{clock, plural, span};

/// How many changed lines of a save are shown.
// Receipt: at 20 times the speed a save a minute leaves three seconds to read it.
const MOST_LINES: usize = 12;

/// How many cases that did not pass are named.
const MOST_FAILED: usize = 3;

/// What stands below the line of a happening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// The title of its question.
    pub title: String,
    /// The text before and after a save.
    pub change: Option<(String, String)>,
    /// Names of cases, or numbers of lines, that did not pass.
    pub failed: Vec<String>,
    /// What was asked, or the hint that was shown.
    pub said: Option<String>,
}

/// Where a replay stands, for its status line.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    pub at: Duration,
    pub length: Duration,
    /// From 1.
    pub question: usize,
    pub speed: f64,
    pub is_paused: bool,
}

/// Above the first line.
pub fn heading(look: Look, title: &str, session: &str, date: &str) -> String {
    look.rule(&look.line(&format!("Replay · {title} · {session}"))) + "\n" + &look.dim(date) + "\n"
}

/// One thing that happened. The line alone is enough; `is_long` adds what was changed and said.
pub fn line(look: Look, happening: &Happening, details: &Details, is_long: bool) -> String {
    let time = clock(Duration::from_millis(happening.at_ms));
    let before = format!("{time:>6}  Q{:<2} ", happening.question);
    let mut lines = vec![prose::hang(&before, &words(look, &happening.what, details), look.width)];
    if is_long {
        lines.extend(below(look, details).into_iter().map(|line| format!("            {line}")));
    }
    lines.join("\n") + "\n"
}

fn words(look: Look, what: &What, details: &Details) -> String {
    match what {
        What::Focus => look.bold(&escape::line(&details.title)),
        What::Saved { lines, .. } => {
            let (more, less) = details.change.as_ref().map_or((0, 0), |(before, after)| changed(before, after));
            format!("saved, {lines} line{} (+{more} -{less})", plural(*lines as usize))
        }
        What::Checked { occasion, verdict, passed, total, .. } => {
            let how = match occasion {
                Occasion::Save => "samples",
                Occasion::Request => "check",
                Occasion::Bell => "graded at the bell",
            };
            let of = if *total > 0 { format!(", {passed} of {total}") } else { String::new() };
            let named: Vec<String> = details.failed.iter().take(MOST_FAILED).map(|name| escape::line(name)).collect();
            let more = details.failed.len() - named.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let failed = if named.is_empty() { String::new() } else { format!("; not {}{more}", named.join(", ")) };
            format!("{how}: {}{of}{failed}", session_check::verdict(look, *verdict))
        }
        What::Hint { number } => format!("hint {number}{}", said(details)),
        What::Asked { number } => format!("asked the interviewer, {number}{}", said(details)),
        What::Interviewer(did) => partner_message::did(did),
        What::KeyPoints => "key points shown; the answer is closed".to_owned(),
        What::Rated { point, score } => format!("rated {}: {score}", escape::line(point)),
        What::DeliveryRated { criterion, score } => format!("rated its delivery, {criterion}: {score}"),
        What::FollowUp { number, by: Asker::Greenroom } => format!("follow-up {number}{}", said(details)),
        What::FollowUp { number, .. } => format!("follow-up {number}, by the interviewer{}", said(details)),
        What::FollowUpRated { number, score } => format!("follow-up {number} rated: {score}"),
        What::Claimed { time, space } => format!("claimed time {time}, space {space}{}", said(details)),
        What::Counted { classes } => named(classes)
            .map_or_else(|| "the cost could not be counted".to_owned(), |classes| format!("counted as {classes}")),
        What::Pause { length_s, costs_time: false, .. } => {
            format!("the clock stood still for {}", span(Duration::from_secs(*length_s)))
        }
        What::Pause { length_s, .. } => {
            format!("nobody was there for {}, and the clock ran on", span(Duration::from_secs(*length_s)))
        }
        What::Flagged { flagged: true } => "flagged to come back to".to_owned(),
        What::Flagged { .. } => "no more flagged".to_owned(),
        What::Submitted => "handed in; the answer is closed".to_owned(),
        What::TimeUp => "time is up; a last save still counts".to_owned(),
        What::Bell { why: Ending::TimeUp } => look.alert("the bell: time was up"),
        What::Bell { why: Ending::Candidate } => look.bold("finished by the candidate"),
    }
}

fn said(details: &Details) -> String {
    details.said.as_deref().map_or(String::new(), |said| format!(": {}", escape::line(said)))
}

/// How many lines came and went.
fn changed(before: &str, after: &str) -> (usize, usize) {
    let lines = diff(before, after);
    let count = |wanted: Tag| {
        let of = |line: &Line| match line {
            Line::Text { tag, .. } if *tag == wanted => 1,
            Line::Beyond { tag, count } if *tag == wanted => *count,
            _ => 0,
        };
        lines.iter().map(of).sum()
    };
    (count(Tag::Got), count(Tag::Expected))
}

/// The changed lines of a save.
fn below(look: Look, details: &Details) -> Vec<String> {
    let Some((before, after)) = &details.change else { return Vec::new() };
    let mut lines = Vec::new();
    for line in diff(before, after) {
        if let Line::Text { tag: tag @ (Tag::Expected | Tag::Got), segments } = line {
            let text: String = segments.iter().map(|segment| segment.text.as_str()).collect();
            let (sign, tone) = if tag == Tag::Got { ("+", Tone::Added) } else { ("-", Tone::Removed) };
            let text = look.cut(&look.text(&text), look.width.saturating_sub(14));
            lines.push(look.paint(tone, &format!("{sign} {text}")));
        }
    }
    if lines.len() > MOST_LINES {
        let left = lines.len() - MOST_LINES;
        lines.truncate(MOST_LINES);
        lines.push(look.dim(&format!("and {left} more changed lines")));
    }
    lines
}

/// The line at the foot: where it stands, and what keys do.
pub fn status(look: Look, position: &Position) -> String {
    let how = if position.is_paused { "paused".to_owned() } else { format!("{}x", position.speed) };
    let Position { at, length, question, .. } = position;
    let place = format!("replay {} of {}  Q{question}  {how}", clock(*at), clock(*length));
    let keys = ["  space pauses, n next, + - speed, q quits", "  space n + - q"];
    let fits = keys.into_iter().find(|keys| place.len() + keys.len() < look.width);
    fits.map_or_else(|| place.clone(), |keys| format!("{place}{}", look.dim(keys)))
}

/// Below the last line of a session that goes on.
pub fn unfinished(look: Look, session: &str) -> String {
    let text = format!("It is not finished: `greenroom resume {}` goes on with it.", escape::line(session));
    format!("\n{}\n", prose::hang("", &text, look.width))
}

/// Below the last line.
pub fn end(session: &str) -> String {
    format!("\nThat was it. `greenroom report {session}` has the report.\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::verdict::Verdict;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    fn played(what: What, details: &Details, is_long: bool) -> String {
        line(LOOK, &Happening { at_ms: 754_000, question: 2, what }, details, is_long)
    }

    #[test]
    fn every_happening_is_a_line_with_its_time() {
        let none = Details { title: "Merge two sorted lists".to_owned(), ..Details::default() };
        let change = ("a = 1\nb = 2\n".to_owned(), "a = 1\nb = 3\nc = 4\n".to_owned());
        let saved = Details { change: Some(change), ..none.clone() };
        let failed = Details { failed: vec!["case_one_side_is_empty".to_owned()], ..none.clone() };
        let said = Details { said: Some("May it be empty?".to_owned()), ..none.clone() };
        let sha256 = "ab".to_owned();
        let check = What::Checked {
            sha256: sha256.clone(),
            occasion: Occasion::Request,
            verdict: Verdict::Fail,
            passed: 8,
            total: 9,
        };
        let text = played(What::Focus, &none, false)
            + &played(What::Saved { sha256: sha256.clone(), lines: 3 }, &saved, false)
            + &played(What::Saved { sha256, lines: 3 }, &saved, true)
            + &played(check, &failed, true)
            + &played(What::Asked { number: 1 }, &said, true)
            + &played(What::Pause { length_s: 3_900, why: None, costs_time: false }, &none, true)
            + &played(What::Bell { why: Ending::TimeUp }, &none, true);
        insta::assert_snapshot!(text, @r"
         12:34  Q2  Merge two sorted lists
         12:34  Q2  saved, 3 lines (+2 -1)
         12:34  Q2  saved, 3 lines (+2 -1)
                    - b = 2
                    + b = 3
                    + c = 4
         12:34  Q2  check: fail, 8 of 9; not case_one_side_is_empty
         12:34  Q2  asked the interviewer, 1: May it be empty?
         12:34  Q2  the clock stood still for 1 h 05 min
         12:34  Q2  the bell: time was up
        ");
    }

    #[test]
    fn hostile_texts_of_a_session_are_inert() {
        let hostile = "\u{1b}[2J\u{202e}\r\n\u{7}".to_owned();
        let details = Details {
            title: hostile.clone(),
            change: Some((String::new(), hostile.clone())),
            failed: vec![hostile.clone()],
            said: Some(hostile.clone()),
        };
        let sha256 = hostile.clone();
        for what in [What::Focus, What::Saved { sha256, lines: 1 }, What::Hint { number: 1 }] {
            let text = played(what, &details, true);
            assert!(!text.chars().any(|one| (one.is_control() && one != '\n') || one == '\u{202e}'), "{text:?}");
        }
    }
}
