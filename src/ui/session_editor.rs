//! What a session says of the candidate's editor.

use crate::model::escape::terminal;
use crate::ui::paint::Look;

/// The editor takes this terminal now.
pub fn opens_here(number: usize, editor: &str) -> String {
    format!(
        "Q{number} opens in `{}`. The clock runs on and every save is checked; you see what came of it when you close the editor. This terminal rings shortly before the bell, and at the bell.\n",
        terminal(editor)
    )
}

/// The editor is open beside this terminal or in a window.
pub fn opened(number: usize, editor: &str) -> String {
    format!("Q{number} is opened in `{}`.\n", terminal(editor))
}

/// It could not be opened; `why` is a fragment.
pub fn not_opened(why: &str) -> String {
    format!("No editor was opened: {}.\n", terminal(why))
}

pub fn unset() -> String {
    "neither `VISUAL` nor `EDITOR` names one; `quit`, then for instance `export EDITOR=nano` and `greenroom resume`"
        .to_owned()
}

/// It works in a terminal, and there is none.
pub fn no_terminal(editor: &str) -> String {
    format!("`{editor}` works in this terminal, and this is none")
}

/// It did not end well. `how` is `exit status 1` or `signal 9`.
pub fn ended(editor: &str, how: &str) -> String {
    format!("The editor `{}` ended with {how}. What it saved counts.\n", terminal(editor))
}

/// Above what happened while the editor had the terminal.
pub fn meanwhile(look: Look) -> String {
    format!("\n{}\n", look.rule("While you were in the editor"))
}
