//! The private card of a question: all that only its interviewer sees. Pure text; everything from banks and answers is escaped.

use crate::model::escape;
use crate::model::event::{Asker, Occasion};
use crate::model::partner_wire::{CheckState, ClockState, PrivateCard, QuestionState, State};
use crate::model::question::{Kind, Prose};
use crate::model::score::Score;
use crate::ui::paint::Look;
use crate::ui::partner_message::HELP;
use crate::ui::prose;
use crate::ui::session_check;
use crate::ui::times::plural;
use crate::ui::width;

/// How many cases that did not pass are named.
// A choice and no measurement: as many as a line of 80 columns holds.
const MOST_FAILED: usize = 4;

/// What can be marked; both are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Point(usize),
    FollowUp(usize),
}

/// A card, and where on it the cursor is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub lines: Vec<String>,
    /// The line at which the item of the cursor begins, and the one after its end.
    pub cursor: Option<(usize, usize)>,
}

/// The card of a question. `number` counts from 1; `cursor` is what the next mark is for.
pub fn card(look: Look, number: usize, card: &PrivateCard, state: &QuestionState, cursor: Option<Item>) -> Sheet {
    let question = &card.question;
    let mut sheet = Sheet::default();
    sheet.lines.push(look.rule(&format!("Private · Q{number} · {}", escape::terminal(&question.title))));
    add(&mut sheet, look, &facts(card, state), Look::dim);
    for check in &state.checks {
        sheet.lines.push(check_line(look, card.drawn.kind, check));
    }
    heading(&mut sheet, look, &format!("Key points{}", points(card, state)));
    if question.key_points.is_empty() {
        sheet.lines.push(look.dim("none"));
    }
    for (index, point) in question.key_points.iter().enumerate() {
        let score = state.marks.get(&point.id).copied();
        let text = format!("{} ({})", escape::terminal(&point.text), point.weight);
        item(&mut sheet, look, &format!("{:>2}", index + 1), score, &text, cursor == Some(Item::Point(index)));
    }
    if !question.follow_ups.is_empty() {
        heading(&mut sheet, look, "Follow-ups");
    }
    for (index, exchange) in question.follow_ups.iter().enumerate() {
        let put = state.follow_ups.iter().find(|put| put.follow_up == index);
        let score = put.and_then(|put| put.score);
        let asked = match put.map(|put| put.by) {
            None => "",
            Some(Asker::Interviewer) => " (asked by you)",
            Some(Asker::Greenroom) => " (asked by greenroom)",
        };
        let text = format!("{}{asked}", escape::terminal(&exchange.ask));
        let has_cursor = cursor == Some(Item::FollowUp(index));
        item(&mut sheet, look, &format!("f{}", index + 1), score, &text, has_cursor);
        hang(&mut sheet, "         ", &escape::terminal(&exchange.answer.text()), look);
    }
    for note in &state.notes {
        hang(&mut sheet, "Note: ", &escape::line(note), look);
    }
    answers(&mut sheet, look, card);
    sheet
}

/// What the candidate sees, and what a good answer is.
fn answers(sheet: &mut Sheet, look: Look, card: &PrivateCard) {
    let question = &card.question;
    section(sheet, look, "Model answer", &question.model_answer);
    if let Some(complexity) = &question.complexity {
        let text = format!("time {}, space {}", complexity.time, complexity.space);
        hang(sheet, "", &escape::terminal(&text), look);
    }
    let wrong: Vec<&str> = question.wrong.iter().map(|wrong| wrong.says.as_str()).collect();
    list(sheet, look, "Wrong answers", &wrong);
    let mistakes: Vec<&str> = question.mistakes.iter().map(String::as_str).collect();
    list(sheet, look, "Common mistakes", &mistakes);
    section(sheet, look, "What your candidate was asked", &question.prompt);
    if let Some(snippet) = &card.snippet {
        sheet.lines.extend(escape::terminal(snippet.trim_end()).lines().map(|line| format!("    {line}")));
    }
    for exchange in &question.clarify {
        let text = format!("{} {}", exchange.ask, exchange.answer.text());
        hang(sheet, "- ", &escape::terminal(&text), look);
    }
}

/// The candidate's file as it was saved last.
pub fn file(look: Look, number: usize, text: Option<&str>) -> Sheet {
    let mut lines = vec![look.rule(&format!("Saved last · Q{number}"))];
    match text {
        None => lines.push("Nothing is saved yet.".to_owned()),
        Some(text) => {
            for (line, number) in escape::terminal(text.trim_end()).lines().zip(1..) {
                let number = format!("{number:>4} ");
                let room = look.width.saturating_sub(width::width(&number));
                lines.push(format!("{}{}", look.dim(&number), look.cut(line, room)));
            }
        }
    }
    Sheet { lines, cursor: None }
}

/// What keys do.
pub fn help(look: Look) -> Sheet {
    let mut sheet = Sheet { lines: vec![look.rule("Keys of the interviewer")], cursor: None };
    for (keys, what) in HELP {
        hang(&mut sheet, &format!("  {keys:<9}"), what, look);
    }
    sheet
}

/// What is new for somebody who reads lines: turns, saves, checks, the clock. Empty when nothing is.
pub fn news(look: Look, cards: &[PrivateCard], before: &State, after: &State) -> String {
    let mut lines = Vec::new();
    if before.clock != after.clock {
        lines.push(
            match after.clock {
                ClockState::Running => "The clock runs.",
                ClockState::Paused => "The clock stands still.",
                ClockState::Grace => "The time is up; a last save still counts.",
                ClockState::Over => "The bell has rung.",
            }
            .to_owned(),
        );
    }
    let questions = before.questions.iter().zip(&after.questions).zip(cards);
    for (number, ((old, new), card)) in (1..).zip(questions) {
        if new.saved_ago_ms.is_some() && (old.saved_ago_ms.is_none() || old.saved_ago_ms > new.saved_ago_ms) {
            lines.push(format!("Q{number} saved."));
        }
        let is_new = old.checks.last() != new.checks.last() || old.checks.len() < new.checks.len();
        if let Some(check) = new.checks.last().filter(|_| is_new) {
            lines.push(format!("Q{number} {}", check_line(look, card.drawn.kind, check)));
        }
        if old.hints < new.hints {
            lines.push(format!("Q{number}: hint {} was shown.", new.hints));
        }
        if old.clarifications < new.clarifications {
            lines.push(format!("Q{number}: {} of what can be asked was asked.", new.clarifications));
        }
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn facts(card: &PrivateCard, state: &QuestionState) -> String {
    let drawn = &card.drawn;
    let mut text = format!("{} · {} · {}", drawn.kind, drawn.level, escape::terminal(&drawn.topic));
    let question = &card.question;
    for (what, count, all) in
        [("hint", state.hints, question.hints.len()), ("asked", state.clarifications, question.clarify.len())]
    {
        if count > 0 {
            let what = if what == "hint" { format!("hint{}", plural(count)) } else { what.to_owned() };
            text.push_str(&format!(" · {what} {count} of {all}"));
        }
    }
    for (is_so, what) in [(state.is_flagged, "flagged"), (state.is_closed, "closed")] {
        if is_so {
            text.push_str(&format!(" · {what}"));
        }
    }
    if state.checks.is_empty() {
        text.push_str(" · no checks yet");
    }
    text
}

fn check_line(look: Look, kind: Kind, check: &CheckState) -> String {
    let how = match check.occasion {
        Occasion::Save => "samples",
        Occasion::Request => "check",
        Occasion::Bell => "at the bell",
    };
    let of = if check.total > 0 { format!(" {} of {}", check.passed, check.total) } else { String::new() };
    let named: Vec<String> = check.failed.iter().take(MOST_FAILED).map(|name| escape::line(name)).collect();
    let more = check.failed.len() - named.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let what = if kind == Kind::Predict { "line " } else { "" };
    let failed = if named.is_empty() { String::new() } else { format!("; not {what}{}{more}", named.join(", ")) };
    let word = check.verdict.word();
    let line = look.cut(&format!("{how}: {word}{of}{failed}"), look.width);
    line.replacen(word, &session_check::verdict(look, check.verdict), 1)
}

/// How many points were given.
fn points(card: &PrivateCard, state: &QuestionState) -> String {
    if state.marks.is_empty() {
        return String::new();
    }
    let points = card.question.key_points.iter();
    let given: f64 =
        points.clone().filter_map(|point| Some(state.marks.get(&point.id)?.points() * f64::from(point.weight))).sum();
    let possible: u32 = points.map(|point| point.weight).sum();
    format!(" · {given} of {possible} points given")
}

fn item(sheet: &mut Sheet, look: Look, name: &str, score: Option<Score>, text: &str, has_cursor: bool) {
    let mark = match score {
        None => "   ",
        Some(Score::No) => " 0 ",
        Some(Score::Half) => "1/2",
        Some(Score::Full) => " 1 ",
    };
    let sign = if has_cursor { ">" } else { " " };
    let start = sheet.lines.len();
    let text = prose::hang(&format!("{sign}{name} [{mark}] "), text, look.width);
    let paint = if has_cursor { Look::bold } else { |_: Look, text: &str| text.to_owned() };
    sheet.lines.extend(text.lines().map(|line| paint(look, line)));
    if has_cursor {
        sheet.cursor = Some((start, sheet.lines.len()));
    }
}

fn heading(sheet: &mut Sheet, look: Look, text: &str) {
    sheet.lines.extend([String::new(), look.bold(&look.cut(text, look.width))]);
}

fn section(sheet: &mut Sheet, look: Look, title: &str, text: &Prose) {
    heading(sheet, look, title);
    hang(sheet, "", &escape::terminal(&text.text()), look);
}

fn list(sheet: &mut Sheet, look: Look, title: &str, texts: &[&str]) {
    if !texts.is_empty() {
        heading(sheet, look, title);
    }
    for text in texts {
        hang(sheet, "- ", &escape::terminal(text), look);
    }
}

fn hang(sheet: &mut Sheet, first: &str, text: &str, look: Look) {
    sheet.lines.extend(prose::hang(first, text, look.width).lines().map(str::to_owned));
}

fn add(sheet: &mut Sheet, look: Look, text: &str, paint: fn(Look, &str) -> String) {
    sheet.lines.extend(prose::wrap(text, look.width).lines().map(|line| paint(look, line)));
}
