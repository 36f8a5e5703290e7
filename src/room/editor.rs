//! The candidate's editor, opened on answer files: in a pane beside this terminal, in a window of its own, or here.
//!
//! An editor that works in a terminal and one that watches in the same terminal would write over each other. So it gets a
//! pane where tmux can split one off; otherwise the terminal is lent to it, and nothing else is shown until it is closed.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::store::program;

/// Editors that work in the terminal they are started from.
const IN_TERMINAL: [&str; 21] = [
    "vi",
    "vim",
    "nvim",
    "vis",
    "ex",
    "ed",
    "view",
    "nano",
    "pico",
    "micro",
    "hx",
    "helix",
    "kak",
    "joe",
    "jed",
    "mg",
    "ne",
    "mcedit",
    "zile",
    "amp",
    "emacs-nox",
];

/// Where an editor works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A pane of tmux.
    Beside,
    /// A window of its own.
    Window,
    /// This terminal.
    Here,
}

/// What opens files, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// As the user wrote it, for a shell: with arguments, perhaps.
    command: String,
    place: Place,
}

#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    #[error("`--edit` opens the editor that `VISUAL` or `EDITOR` names, and neither is set")]
    Unset,
    #[error("the editor `{command}` is not installed; `VISUAL` or `EDITOR` names it")]
    Missing { command: String },
    #[error("the editor `{command}` could not be opened: {reason}")]
    Failed { command: String, reason: String },
}

impl Editor {
    /// The editor of whoever runs this.
    pub fn of_user() -> Result<Editor, EditorError> {
        Editor::from_variables(|name| std::env::var(name).ok())
    }

    fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Editor, EditorError> {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let command = set("VISUAL").or_else(|| set("EDITOR")).ok_or(EditorError::Unset)?;
        let program = command.split_whitespace().next().unwrap_or_default();
        // What is quoted for a shell is left to the shell.
        let is_plain = program.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._+-".contains(letter));
        if is_plain && program::find(set("PATH").as_deref().map(OsStr::new), [program]).is_none() {
            return Err(EditorError::Missing { command });
        }
        let name = Path::new(program).file_name().and_then(OsStr::to_str).unwrap_or_default();
        let has_display = set("DISPLAY").is_some() || set("WAYLAND_DISPLAY").is_some();
        let asks_for_terminal = command.split_whitespace().any(|word| ["-nw", "-t", "--tty"].contains(&word));
        let in_terminal =
            IN_TERMINAL.contains(&name) || (name.starts_with("emacs") && (!has_display || asks_for_terminal));
        let place = match (in_terminal, set("TMUX")) {
            (false, _) => Place::Window,
            (true, Some(_)) => Place::Beside,
            (true, None) => Place::Here,
        };
        Ok(Editor { command, place })
    }

    pub fn place(&self) -> Place {
        self.place
    }

    /// What it is called, for messages.
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Open these files. `Here` returns when the editor is closed, the others at once.
    pub fn open(&self, files: &[PathBuf]) -> Result<(), EditorError> {
        let opened = match self.place {
            Place::Here => {
                let [program, arguments @ ..] = &self.shell()[..] else { unreachable!("a shell and its arguments") };
                Command::new(program).args(arguments).args(files).status().map(|_| ())
            }
            Place::Beside => {
                let mut command = Command::new("tmux");
                command.args(["split-window", "-h"]);
                if let Ok(folder) = std::env::current_dir() {
                    command.arg("-c").arg(folder);
                }
                command.args(self.shell()).args(files).stdin(Stdio::null());
                command.output().and_then(|output| {
                    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
                    if output.status.success() { Ok(()) } else { Err(io::Error::other(format!("tmux: {said}"))) }
                })
            }
            Place::Window => {
                let [program, arguments @ ..] = &self.shell()[..] else { unreachable!("a shell and its arguments") };
                let mut command = Command::new(program);
                command.args(arguments).args(files);
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
                // Ctrl-C here ends nothing there.
                std::os::unix::process::CommandExt::process_group(&mut command, 0);
                // Somebody has to hear of its end.
                command.spawn().map(|mut child| drop(thread::spawn(move || child.wait())))
            }
        };
        opened.map_err(|error| EditorError::Failed { command: self.command.clone(), reason: error.to_string() })
    }

    /// A shell that runs the editor on the arguments that follow.
    fn shell(&self) -> [String; 4] {
        let command = &self.command;
        ["sh".to_owned(), "-c".to_owned(), format!("exec {command} \"$@\""), "editor".to_owned()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editor(variables: &[(&str, &str)]) -> Result<Editor, String> {
        let folder = tempfile::tempdir().unwrap();
        for name in ["vim", "emacs", "code"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let variable = |name: &str| match name {
            "PATH" => Some(folder.path().display().to_string()),
            _ => variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()),
        };
        Editor::from_variables(variable).map_err(|error| error.to_string())
    }

    #[test]
    fn visual_goes_before_editor_and_empty_is_unset() {
        assert_eq!(editor(&[("VISUAL", "code"), ("EDITOR", "vim")]).unwrap().command(), "code");
        assert_eq!(editor(&[("VISUAL", " "), ("EDITOR", "vim -p")]).unwrap().command(), "vim -p");
        assert!(editor(&[]).unwrap_err().contains("neither is set"));
        assert!(editor(&[("EDITOR", "no-such-editor")]).unwrap_err().contains("`no-such-editor` is not installed"));
    }

    #[test]
    fn a_terminal_editor_gets_a_pane_where_there_is_tmux() {
        let place = |variables: &[(&str, &str)]| editor(variables).unwrap().place();
        assert_eq!(place(&[("EDITOR", "vim")]), Place::Here);
        assert_eq!(place(&[("EDITOR", "vim"), ("TMUX", "/tmp/x")]), Place::Beside);
        assert_eq!(place(&[("EDITOR", "code -w"), ("TMUX", "/tmp/x")]), Place::Window);
        assert_eq!(place(&[("EDITOR", "emacs")]), Place::Here);
        assert_eq!(place(&[("EDITOR", "emacs"), ("DISPLAY", ":0")]), Place::Window);
        assert_eq!(place(&[("EDITOR", "emacs -nw"), ("DISPLAY", ":0")]), Place::Here);
    }

    #[test]
    fn files_are_handed_over_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let seen = folder.path().join("seen");
        let command = format!("printf '%s\\n' > '{}'", seen.display());
        let editor = Editor { command, place: Place::Here };
        editor.open(&[PathBuf::from("a b.py"), PathBuf::from("$(x).py")]).unwrap();
        assert_eq!(std::fs::read_to_string(seen).unwrap(), "a b.py\n$(x).py\n");
    }
}
