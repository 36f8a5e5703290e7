//! What `watch` and `review` say between checks.

use crate::model::escape::terminal;
use crate::model::event::Scope;
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::ui::paint::Look;
use crate::ui::prose::hang;

/// Which commands there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Watch,
    /// One question of several.
    Review,
}

impl Mode {
    fn keys(self) -> &'static str {
        match self {
            Mode::Watch => "[c]heck everything  [h]int  [q]uit",
            Mode::Review => "[c]heck everything  [h]int  [g]ive up  [n]ext  [q]uit",
        }
    }

    /// The commands as words.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Mode::Watch => &["check", "hint", "quit"],
            Mode::Review => &["check", "hint", "give-up", "next", "quit"],
        }
    }

    fn words(self) -> String {
        self.names().join(", ")
    }
}

/// Watching has begun.
pub fn begun(look: Look, file: &str, kind: Kind, is_new: bool, has_keys: bool, mode: Mode) -> String {
    let made = match (is_new, kind) {
        (false, _) => "",
        (true, Kind::Code) => "made from the starter; ",
        (true, Kind::Predict | Kind::Explain) => "new; ",
    };
    let runs = if kind == Kind::Code { "run the samples" } else { "compare it, line by line" };
    let commands = if has_keys { mode.keys().to_owned() } else { format!("Commands, one a line: {}", mode.words()) };
    format!(
        "\n{}\n{}\n",
        hang("", &format!("Watching `{}` ({made}save it to {runs}).", terminal(file)), look.width),
        look.dim(&commands)
    )
}

/// A check is done; what can be done next.
pub fn checked(look: Look, scope: Scope, verdict: Verdict, mode: Mode) -> String {
    let next = match (scope, verdict, mode) {
        (Scope::Samples, Verdict::Pass, _) => "The samples pass. [c] tries the hidden cases.",
        (Scope::All, Verdict::Pass, Mode::Watch) => "Everything passes.",
        (Scope::All, Verdict::Pass, Mode::Review) => "Everything passes. [n] goes on.",
        _ => mode.keys(),
    };
    format!("{}\n", look.dim(next))
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

pub fn unknown(command: &str, mode: Mode) -> String {
    format!("`{}` is no command here: {}", terminal(command), mode.words())
}
