//! The sentences of the bell, of grading, and of leaving.

use std::path::Path;
use std::time::Duration;

use crate::model::conditions::GRACE;
use crate::model::escape;
use crate::ui::paint::Look;
use crate::ui::prose;
use crate::ui::times::countdown;
use crate::ui::times::span;

pub fn bell(look: Look) -> String {
    let seconds = GRACE.as_secs();
    let text = format!("Bell! Time is up. Save now: for {seconds} seconds a last save counts.");
    prose::wrap(&text, look.width).replacen("Bell!", &look.alert("Bell!"), 1) + "\n"
}

pub fn finishing() -> String {
    "Grading what was saved.\n".to_owned()
}

pub fn grading(number: usize, count: usize) -> String {
    format!("Q{number} of {count}: grading.\n")
}

pub fn suspended(session: &str, left: Duration) -> String {
    let left = countdown(left);
    format!(
        "The clock stands at {left} left. Go on with `greenroom resume {session}`, or end it with `greenroom finish {session}`.\n"
    )
}

pub fn resumed(left: Duration, paused: Duration) -> String {
    format!("{} left. The clock stood still for {}.\n", countdown(left), span(paused))
}

/// Somebody ends a session that was left.
pub fn not_used(left: Duration, paused: Duration) -> String {
    format!("{} left unused. The clock stood still for {}.\n", countdown(left), span(paused))
}

pub fn report_written(path: &Path) -> String {
    let path = escape::terminal(&path.display().to_string());
    format!("The report with its charts is in `{path}`, and as `report.md` and `report.json` beside it.\n")
}
