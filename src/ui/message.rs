//! The sentences that commands say outside of screens and tables.

use crate::model::isolation::Isolation;
use crate::ui::escape::terminal;

/// A failure of a command: what is wrong, and what to do about it.
pub fn failure(messages: &[String], hint: Option<&str>) -> String {
    let mut lines: Vec<String> = messages.iter().map(|message| format!("error: {message}")).collect();
    lines.extend(hint.map(|hint| format!("hint: {hint}")));
    lines.join("\n")
}

/// Some layer is missing, and the run goes on all the same.
pub fn weaker_level(isolation: &Isolation) -> String {
    let mut lines = vec![format!(
        "warning: level `{}`: this machine does not give every layer of the sandbox; run only answers that you wrote yourself",
        isolation.level()
    )];
    lines.extend(
        isolation
            .missing
            .iter()
            .map(|missing| format!("  missing {}: {}", missing.layer.name(), terminal(&missing.reason))),
    );
    lines.join("\n")
}
