//! What is said about hints and their price, flags, pauses, strict and whiteboard sessions, and the moments after the bell.

use std::time::Duration;

use crate::ui::times::{countdown, span, span_up};

/// Before a hint is given to somebody who can still say no.
pub fn confirm_hint(number: usize, count: usize, price: u32) -> String {
    format!(
        "Hint {number} of {count} costs {price} % of your independence here, and nothing of correctness. Take it? y or n\n"
    )
}

pub fn flagged(number: usize, flagged: bool) -> String {
    if flagged {
        format!("Q{number} is flagged; `time` lists what to come back to.\n")
    } else {
        format!("Q{number} is not flagged any more.\n")
    }
}

/// A strict session lets the hidden cases of a question rest.
pub fn check_is_too_soon(number: usize, wait: Duration) -> String {
    format!("Q{number}: strict sessions run the hidden cases once a minute; again in {}.\n", span_up(wait))
}

pub fn no_pause() -> String {
    "A strict session has no pauses; the clock runs on.\n".to_owned()
}

pub fn paused(left: Duration, has_keys: bool) -> String {
    let how = if has_keys { "Enter goes on" } else { "`pause` or an empty line goes on" };
    format!("The clock stands at {} left. {how}.\n", countdown(left))
}

/// Something else is asked for while the clock stands still.
pub fn is_paused() -> String {
    "The clock stands still: `pause` goes on, `quit` leaves.\n".to_owned()
}

pub fn no_submit() -> String {
    "Only a session that was started with `--whiteboard` has `submit`; `check` runs the answer here.\n".to_owned()
}

pub fn whiteboard_runs_nothing(is_submitted: bool) -> String {
    if is_submitted {
        "This question was submitted and run; on a whiteboard that happens once.\n".to_owned()
    } else {
        "On a whiteboard nothing runs until `submit` hands the question in.\n".to_owned()
    }
}

/// Before a question is handed in by somebody who may still write.
pub fn confirm_submit(number: usize) -> String {
    format!("Hand in Q{number} and run it? What is saved after that does not count. y or n\n")
}

pub fn submitted(number: usize) -> String {
    format!("Q{number} is handed in: running.\n")
}

pub fn only_saves_count() -> String {
    "The time is up: only saves count now; `finish` grades at once.\n".to_owned()
}

pub fn saved_in_grace(number: usize) -> String {
    format!("Q{number} saved after the bell, in time.\n")
}

/// It ran out while nobody was here.
pub fn time_was_up() -> String {
    "The time is up. What was saved in time counts.\n".to_owned()
}

/// A file has another content than what was kept of it in time.
pub fn written_too_late(number: usize, has_answer: bool) -> String {
    let counts = if has_answer { "what was kept of it before counts" } else { "there is no answer from before" };
    format!("Q{number} was written after the time was up: {counts}.\n")
}

/// Somebody left a strict session.
pub fn left_strictly(session: &str, left: Duration) -> String {
    format!(
        "The clock runs on, {} left: this session is strict. Go on with `greenroom resume {session}`, or end it with `greenroom finish {session}`.\n",
        countdown(left)
    )
}

/// Somebody left after the bell.
pub fn left_ungraded(session: &str) -> String {
    format!("The session is over, and not everything is graded yet: `greenroom finish {session}` does it.\n")
}

/// Somebody came back to a strict session.
pub fn came_back(left: Duration, away: Duration) -> String {
    format!("{} left. The clock ran on for {} without you.\n", countdown(left), span(away))
}
