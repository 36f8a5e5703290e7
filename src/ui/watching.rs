//! What `watch` says between checks.

use crate::model::escape::terminal;
use crate::model::event::Scope;
use crate::model::verdict::Verdict;
use crate::ui::paint::Look;
use crate::ui::prose::hang;

const KEYS: &str = "[c]heck everything  [h]int  [q]uit";
const KEYS_WITH_EDITOR: &str = "[e]dit  [c]heck everything  [h]int  [q]uit";

fn keys(has_editor: bool) -> &'static str {
    if has_editor { KEYS_WITH_EDITOR } else { KEYS }
}

/// Watching has begun.
pub fn begun(look: Look, file: &str, is_new: bool, has_keys: bool, has_editor: bool) -> String {
    let made = if is_new { "made from the starter; " } else { "" };
    let commands = if has_keys { keys(has_editor) } else { "Commands, one a line: check, hint, quit" };
    format!(
        "\n{}\n{}\n",
        hang("", &format!("Watching `{}` ({made}save it to run the samples).", terminal(file)), look.width),
        look.dim(commands)
    )
}

/// A check is done; what can be done next.
pub fn checked(look: Look, scope: Scope, verdict: Verdict, has_editor: bool) -> String {
    let next = match (scope, verdict) {
        (Scope::Samples, Verdict::Pass) => "The samples pass. [c] tries the hidden cases.".to_owned(),
        (Scope::All, Verdict::Pass) => "Everything passes.".to_owned(),
        _ => keys(has_editor).to_owned(),
    };
    format!("{}\n", look.dim(&next))
}

/// The next hint, or that there is none.
pub fn hint(look: Look, given: usize, count: usize, text: Option<String>) -> String {
    match text {
        Some(text) => format!("{}\n", hang(&format!("Hint {} of {count}: ", given + 1), &terminal(&text), look.width)),
        None => "There are no more hints.\n".to_owned(),
    }
}

/// A line as far as it is typed.
pub fn typed(line: &str) -> String {
    format!("> {}", terminal(line))
}

pub fn unknown(command: &str) -> String {
    format!("`{}` is no command here: check, hint, quit", terminal(command))
}
