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
    fn keys(self, has_editor: bool) -> String {
        let edit = if has_editor { "[e]dit  " } else { "" };
        let rest = match self {
            Mode::Watch => "[c]heck everything  [h]int  [q]uit",
            Mode::Review => "[c]heck everything  [h]int  [g]ive up  [n]ext  [q]uit",
        };
        format!("{edit}{rest}")
    }

    /// The commands as words.
    pub fn names(self, has_editor: bool) -> &'static [&'static str] {
        match (self, has_editor) {
            (Mode::Watch, false) => &["check", "hint", "quit"],
            (Mode::Watch, true) => &["check", "edit", "hint", "quit"],
            (Mode::Review, false) => &["check", "hint", "give-up", "next", "quit"],
            (Mode::Review, true) => &["check", "edit", "hint", "give-up", "next", "quit"],
        }
    }

    fn words(self, has_editor: bool) -> String {
        self.names(has_editor).join(", ")
    }
}

/// What can be done where a question is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commands {
    pub mode: Mode,
    /// Keys come, not lines.
    pub has_keys: bool,
    /// An editor can be opened.
    pub has_editor: bool,
}

impl Commands {
    fn keys(self) -> String {
        self.mode.keys(self.has_editor)
    }

    fn words(self) -> String {
        self.mode.words(self.has_editor)
    }
}

/// Watching has begun.
pub fn begun(look: Look, file: &str, kind: Kind, is_new: bool, commands: Commands) -> String {
    let made = match (is_new, kind) {
        (false, _) => "",
        (true, Kind::Code) => "made from the starter; ",
        (true, Kind::Predict | Kind::Explain) => "new; ",
    };
    let runs = if kind == Kind::Code { "run the samples" } else { "compare it, line by line" };
    let commands =
        if commands.has_keys { commands.keys() } else { format!("Commands, one a line: {}", commands.words()) };
    format!(
        "\n{}\n{}\n",
        hang("", &format!("Watching `{}` ({made}save it to {runs}).", terminal(file)), look.width),
        look.dim(&commands)
    )
}

/// A check is done; what can be done next.
pub fn checked(look: Look, scope: Scope, verdict: Verdict, commands: Commands) -> String {
    let next = match (scope, verdict, commands.mode) {
        (Scope::Samples, Verdict::Pass, _) => "The samples pass. [c] tries the hidden cases.".to_owned(),
        (Scope::All, Verdict::Pass, Mode::Watch) => "Everything passes.".to_owned(),
        (Scope::All, Verdict::Pass, Mode::Review) => "Everything passes. [n] goes on.".to_owned(),
        _ => commands.keys(),
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

pub fn unknown(command: &str, commands: Commands) -> String {
    format!("`{}` is no command here: {}", terminal(command), commands.words())
}
