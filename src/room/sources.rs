//! Where messages come from: signals, input, the file system and the checker, each on a thread of its own.

use std::io;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::engine::checker::Checker;
use crate::room::desk;
use crate::room::desk::Desk;
use crate::room::message::Message;
use crate::ui::keys;
use crate::ui::keys::{Gate, KeyMode};

/// One channel for everything.
pub struct Sources {
    sender: Sender<Message>,
    pub messages: Receiver<Message>,
    /// Set where a person sits at a terminal.
    keys: Option<KeyMode>,
    /// Held while the terminal is lent.
    gate: Gate,
}

impl Sources {
    /// Listen to signals and to standard input.
    pub fn open() -> io::Result<Sources> {
        let (sender, messages) = channel();
        listen_to_signals(sender.clone())?;
        // A terminal that cannot be set gives lines, which also work.
        let keys = if Sources::is_terminal() { KeyMode::enter().ok() } else { None };
        let heard = sender.clone();
        let gate = Gate::default();
        keys::listen(keys.is_some(), gate.clone(), move |input| heard.send(Message::Input(input)).is_ok());
        Ok(Sources { sender, messages, keys, gate })
    }

    /// Somebody sits at a terminal.
    pub fn is_terminal() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Keys come, and questions may be asked back.
    pub fn has_keys(&self) -> bool {
        self.keys.is_some()
    }

    /// For further sources.
    pub fn sender(&self) -> Sender<Message> {
        self.sender.clone()
    }

    /// A desk whose jobs this checker runs.
    pub fn desk(&self, checker: Box<dyn Checker>) -> Desk {
        let (jobs, waiting) = channel();
        let done = self.sender.clone();
        desk::serve(checker, waiting, move |outcome| {
            // Nobody listens any more when the session is over.
            let _ = done.send(Message::Checked(Box::new(outcome)));
        });
        Desk::new(jobs)
    }

    /// Hear of saves as long as the watcher lives. Folders are watched, not files: editors replace files. Where watching is
    /// not to be had, the room's own look at the files once a second finds saves too.
    pub fn watch(&self, folders: &[PathBuf]) -> Option<RecommendedWatcher> {
        let heard = self.sender.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| ends_a_save(&event.kind)) {
                let _ = heard.send(Message::FilesChanged);
            }
        })
        .ok()?;
        for folder in folders {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(watcher)
    }

    /// Lend the terminal, as it was found, to something that runs until it returns. What signals say to this process in the
    /// meantime was meant for that.
    pub fn lend<T>(&self, run: impl FnOnce() -> T) -> T {
        let held = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(keys) = &self.keys {
            keys.restore();
        }
        let result = run();
        if let Some(keys) = &self.keys {
            // A terminal that is gone meanwhile ends the input, which is handled there.
            let _ = keys.set();
        }
        drop(held);
        let kept: Vec<Message> = self
            .messages
            .try_iter()
            .filter(|message| !matches!(message, Message::Interrupted | Message::Stopped))
            .collect();
        for message in kept {
            let _ = self.sender.send(message);
        }
        result
    }

    /// Sleep as Ctrl-Z wants it, with the terminal as it was found, until somebody wakes this process.
    pub fn sleep(&self) {
        if let Some(keys) = &self.keys {
            keys.restore();
        }
        // It fails only for signals that it does not know.
        let _ = emulate_default_handler(SIGTSTP);
        if let Some(keys) = &self.keys {
            // A terminal that is gone meanwhile ends the input, which is handled there.
            let _ = keys.set();
        }
    }
}

fn listen_to_signals(sender: Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGTSTP])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = if signal == SIGTSTP { Message::Stopped } else { Message::Interrupted };
            if sender.send(message).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// On Linux a save ends when a written file is closed or moved into its place; elsewhere only that something changed is told.
fn ends_a_save(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(_)) => true,
        EventKind::Modify(_) | EventKind::Create(_) => !cfg!(target_os = "linux"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_save_and_a_file_that_is_moved_into_place_are_heard_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, messages) = channel();
        let sources = Sources { sender, messages, keys: None, gate: Gate::default() };
        let _watcher = sources.watch(&[folder.path().to_owned()]).unwrap();
        let heard = || sources.messages.recv_timeout(Duration::from_secs(5));
        std::fs::write(folder.path().join("answer.py"), "x = 1").unwrap();
        assert!(matches!(heard(), Ok(Message::FilesChanged)));
        std::fs::rename(folder.path().join("answer.py"), folder.path().join("moved.py")).unwrap();
        assert!(matches!(heard(), Ok(Message::FilesChanged)));
    }

    #[test]
    fn a_folder_that_is_not_there_is_no_breakdown() {
        let (sender, messages) = channel();
        let sources = Sources { sender, messages, keys: None, gate: Gate::default() };
        assert!(sources.watch(&[PathBuf::from("/nowhere/at/all")]).is_none());
    }
}
