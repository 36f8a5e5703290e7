//! The candidate's editor, opened on answer files: in a pane beside this terminal, in a window of its own, or here.
//!
//! An editor that works in a terminal and one that watches in the same terminal would write over each other. So it gets a
//! pane where tmux can split one off; otherwise the terminal is lent to it, and nothing else is shown until it is closed.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, waitpid};

use crate::room::message::Closed;
use crate::store::editor;
use crate::store::editor::Editor;

/// Editors that have a window of their own. One that is not known gets this terminal: an editor with a window does no harm
/// there, and one without could do nothing elsewhere.
const IN_WINDOW: [&str; 33] = [
    "code",
    "code-insiders",
    "code-oss",
    "codium",
    "vscodium",
    "cursor",
    "windsurf",
    "zed",
    "zeditor",
    "subl",
    "sublime_text",
    "atom",
    "pulsar",
    "gvim",
    "mvim",
    "nvim-qt",
    "neovide",
    "gedit",
    "gnome-text-editor",
    "xed",
    "pluma",
    "mousepad",
    "geany",
    "kate",
    "kwrite",
    "featherpad",
    "leafpad",
    "notepadqq",
    "lapce",
    "idea",
    "pycharm",
    "charm",
    "xdg-open",
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
pub struct Opener {
    /// As the user wrote it, for a shell: with arguments, perhaps.
    command: String,
    place: Place,
}

#[derive(Debug, thiserror::Error)]
pub enum OpenerError {
    #[error("`VISUAL` or `EDITOR` names the editor that is opened, and neither is set")]
    Unset,
    #[error("the editor `{command}` is not installed; `{variable}` names it")]
    Missing { variable: &'static str, command: String },
    #[error("the editor `{command}` could not be opened: {reason}")]
    Failed { command: String, reason: String },
}

impl Opener {
    /// The editor of whoever runs this.
    pub fn of_user() -> Result<Opener, OpenerError> {
        match editor::find() {
            Editor::Found { command, .. } => {
                let place = place(&command, |name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
                Ok(Opener { command, place })
            }
            Editor::Missing { variable, command } => Err(OpenerError::Missing { variable, command }),
            Editor::Unset => Err(OpenerError::Unset),
        }
    }

    pub fn place(&self) -> Place {
        self.place
    }

    /// What it is called, for messages.
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Open these files. `Here` returns when the editor is closed, the others at once.
    pub fn open(&self, files: &[PathBuf]) -> Result<(), OpenerError> {
        let opened = match self.place {
            Place::Here => {
                let stop = || {
                    let _ = kill_process(getpid(), Signal::STOP);
                };
                let editor = self.begin(files)?;
                wait(&editor, stop);
                return Ok(());
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
        opened.map_err(|error| self.failed(&error))
    }

    /// Open these files in this terminal, which is lent to the editor already. `wait` waits for its end.
    pub fn begin(&self, files: &[PathBuf]) -> Result<Child, OpenerError> {
        let [program, arguments @ ..] = &self.shell()[..] else { unreachable!("a shell and its arguments") };
        Command::new(program).args(arguments).args(files).spawn().map_err(|error| self.failed(&error))
    }

    pub(super) fn failed(&self, error: &io::Error) -> OpenerError {
        OpenerError::Failed { command: self.command.clone(), reason: error.to_string() }
    }

    /// A shell that runs the editor on the arguments that follow.
    fn shell(&self) -> [String; 4] {
        let command = &self.command;
        ["sh".to_owned(), "-c".to_owned(), format!("exec {command} \"$@\""), "editor".to_owned()]
    }
}

/// Until an editor has ended. When Ctrl-Z stops it `stopped` is called: it should stop this process too, so that the shell
/// gets its terminal; the shell wakes both.
pub fn wait(editor: &Child, mut stopped: impl FnMut()) -> Closed {
    loop {
        match waitpid(Some(Pid::from_child(editor)), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => stopped(),
            Ok(Some((_, status))) => {
                return match (status.exit_status(), status.terminating_signal()) {
                    (Some(0), _) => Closed::Well,
                    (_, Some(signal)) => Closed::BySignal(signal),
                    (code, None) => Closed::WithStatus(code.unwrap_or_default()),
                };
            }
            Ok(None) | Err(Errno::INTR) => {}
            // Somebody else has heard of its end.
            Err(_) => return Closed::Well,
        }
    }
}

/// Where an editor works; `is_set` asks the environment.
fn place(command: &str, is_set: impl Fn(&str) -> bool) -> Place {
    let mut words = command.split_whitespace();
    let program = Path::new(words.next().unwrap_or_default()).file_name().and_then(OsStr::to_str).unwrap_or_default();
    let has_display = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    let asks_for_terminal = words.any(|word| ["-nw", "-t", "--tty"].contains(&word));
    let is_emacs_in_window = program.starts_with("emacs") && has_display && !asks_for_terminal;
    let in_terminal = !IN_WINDOW.contains(&program) && !is_emacs_in_window;
    match (in_terminal, is_set("TMUX")) {
        (false, _) => Place::Window,
        (true, true) => Place::Beside,
        (true, false) => Place::Here,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_editor_gets_a_pane_where_there_is_tmux() {
        let table = [
            ("vim", &[] as &[&str], Place::Here),
            ("/usr/bin/vim -p", &["DISPLAY"], Place::Here),
            ("vim", &["TMUX"], Place::Beside),
            ("code -w", &["TMUX"], Place::Window),
            ("emacs", &[], Place::Here),
            ("sensible-editor", &["DISPLAY"], Place::Here),
            ("subl -n", &[], Place::Window),
            ("emacs", &["DISPLAY"], Place::Window),
            ("emacsclient -t", &["WAYLAND_DISPLAY"], Place::Here),
        ];
        for (command, set, expected) in table {
            assert_eq!(place(command, |name| set.contains(&name)), expected, "{command} {set:?}");
        }
    }

    #[test]
    fn files_are_handed_over_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let seen = folder.path().join("seen");
        let command = format!("printf '%s\\n' > '{}'", seen.display());
        let opener = Opener { command, place: Place::Here };
        opener.open(&[PathBuf::from("a b.py"), PathBuf::from("$(x).py")]).unwrap();
        assert_eq!(std::fs::read_to_string(seen).unwrap(), "a b.py\n$(x).py\n");
    }
}
