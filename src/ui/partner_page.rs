//! The interviewer's screen: one line of clocks, as much of a sheet as fits, and one line to type in.

use std::time::Duration;

use crate::model::partner_wire::{ClockState, State};
use crate::model::view::{Saved, Status};
use crate::ui::paint::Look;
use crate::ui::partner_card::Sheet;
use crate::ui::session_status;

/// The alternate screen without wrapping, so that a page never scrolls; and back, with what stood there before.
pub const ENTER: &str = "\u{1b}[?1049h\u{1b}[?7l\u{1b}[?25l\u{1b}[2J";
pub const LEAVE: &str = "\u{1b}[2J\u{1b}[?25h\u{1b}[?7h\u{1b}[?1049l";

/// Rows that are never for the sheet: the clocks, and the foot.
const AROUND: usize = 2;

/// How long clocks run on without word from the room, which comes each second: it may sleep, or be gone.
const LONGEST_SILENCE: Duration = Duration::from_secs(3);

/// How many rows of a sheet fit.
pub fn room(rows: usize) -> usize {
    rows.saturating_sub(AROUND).max(1)
}

/// Where the window begins, so that the cursor is in it and nothing below the end is shown.
pub fn window(sheet: &Sheet, top: usize, rows: usize, follows_cursor: bool) -> usize {
    let room = room(rows);
    let mut top = top.min(sheet.lines.len().saturating_sub(room));
    if let Some((start, end)) = sheet.cursor.filter(|_| follows_cursor) {
        if end > top + room {
            top = end - room;
        }
        // Who is at the first item sees what stands above it too.
        if start < top {
            top = start;
        }
    }
    top
}

/// The page, to be written over the one before. `foot` is escaped text of one line.
pub fn page(look: Look, status: &str, sheet: &Sheet, top: usize, rows: usize, foot: &str) -> String {
    let room = room(rows);
    let mut text = format!("\u{1b}[H\u{1b}[K{status}\n");
    for index in 0..room {
        let line = sheet.lines.get(top + index).map_or("", String::as_str);
        text.push_str(&format!("\u{1b}[K{line}\n"));
    }
    let below = sheet.lines.len().saturating_sub(top + room);
    let more = if below > 0 { look.dim(&format!("{below} more: space  ")) } else { String::new() };
    text + &format!("\u{1b}[J{more}{foot}")
}

/// The line of clocks, as the candidate has it. `since` is how long the state has been known.
pub fn status(look: Look, state: &State, since: Duration) -> String {
    let since = if state.clock == ClockState::Running { since.min(LONGEST_SILENCE) } else { Duration::ZERO };
    let ms = Duration::from_millis;
    let left = ms(state.left_ms).saturating_sub(since);
    match state.clock {
        ClockState::Paused => return session_status::paused_elsewhere(look, left),
        ClockState::Grace => return look.alert("Time is up; a last save still counts"),
        ClockState::Over => return look.bold("The bell has rung: mark what is left, then [q] for the report"),
        ClockState::Running => {}
    }
    let question = &state.questions[state.current];
    let status = Status {
        title: "interviewer".to_owned(),
        left,
        length: ms(state.length_ms),
        question: state.current + 1,
        count: state.questions.len(),
        used: ms(question.used_ms) + since,
        budget: ms(question.budget_ms),
        saved: question.saved_ago_ms.map_or(Saved::NotYet, |ago| Saved::Ago(ms(ago) + since)),
        is_checking: state.is_checking,
    };
    session_status::status(look, &status)
}
