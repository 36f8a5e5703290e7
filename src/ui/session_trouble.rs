//! What went wrong around a session, and what becomes of it.

use std::path::Path;

use crate::model::escape;
use crate::ui::times::plural;

/// The file cannot be read; the newest content that was kept still counts.
pub fn unreadable(number: usize, reason: &str, is_saved: bool) -> String {
    let counts = if is_saved { "What was saved before it still counts." } else { "Nothing else is saved yet." };
    format!("Q{number}: {}. {counts}\n", escape::terminal(reason))
}

pub fn internal(number: usize, reason: &str) -> String {
    format!("Q{number} could not be checked: {}. This is greenroom's fault, not yours.\n", escape::terminal(reason))
}

/// The journal does not take events.
pub fn not_kept(reason: &str) -> String {
    format!(
        "{}. The session goes on, and the journal is tried again with each event; your files are in the session folder.\n",
        escape::terminal(reason)
    )
}

pub fn kept_again() -> String {
    "The journal is written again; nothing was lost.\n".to_owned()
}

pub fn lost_events(count: usize) -> String {
    let events = plural(count);
    format!("{count} event{events} could not be written to the journal. Your files are in the session folder.\n")
}

pub fn no_report_file(name: &str, reason: &str) -> String {
    format!("`{name}` could not be written: {}.\n", escape::terminal(reason))
}

pub fn bank_changed() -> String {
    "note: the bank has changed since this session started; answers are checked by the bank as it is now.\n".to_owned()
}

pub fn folder_is_gone(session: &str, path: &Path) -> String {
    format!(
        "The session folder `{}` is gone. What was saved is in the journal and counts; `quit`, then \
         `greenroom resume {session}`, writes it again.\n",
        escape::terminal(&path.display().to_string())
    )
}
