//! Where messages come from: signals, input, the file system and the checker, each on a thread of its own.

use std::io;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::engine::checker::Checker;
use crate::engine::shared_checker::SharedChecker;
use crate::room::demos;
use crate::room::demos::Demos;
use crate::room::desk;
use crate::room::desk::{Desk, Ended};
use crate::room::message::Message;
use crate::ui::keys;
use crate::ui::keys::{Gate, KeyMode};

/// How long Ctrl-C and Ctrl-Z are still meant for an editor after it has gone: Ctrl-C may be what ended it.
// A choice and no measurement: far longer than a thread takes to hear of a signal, and nobody sees it.
const SETTLE: Duration = Duration::from_millis(20);

/// One channel for everything.
#[derive(Debug)]
pub struct Sources {
    sender: Sender<Message>,
    pub messages: Receiver<Message>,
    /// Set where a person sits at a terminal.
    keys: Option<KeyMode>,
    /// Held while the terminal is lent.
    gate: Gate,
    is_lent: Arc<AtomicBool>,
}

/// The terminal while somebody else has it: as it was found, and not read here. When this goes it is taken back.
#[derive(Debug)]
pub struct Lease<'a> {
    sources: &'a Sources,
    _held: MutexGuard<'a, ()>,
}

impl Sources {
    /// Listen to signals and to standard input.
    pub fn open() -> io::Result<Sources> {
        let (sender, messages) = channel();
        let is_lent = Arc::new(AtomicBool::new(false));
        listen_to_signals(sender.clone(), is_lent.clone())?;
        // A terminal that cannot be set gives lines, which also work.
        let keys = if Sources::is_terminal() { KeyMode::enter().ok() } else { None };
        let heard = sender.clone();
        let gate = Gate::default();
        keys::listen(keys.is_some(), gate.clone(), move |input| heard.send(Message::Input(input)).is_ok());
        Ok(Sources { sender, messages, keys, gate, is_lent })
    }

    /// Somebody sits at a terminal.
    pub fn is_terminal() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Keys come, and questions may be asked back.
    pub fn has_keys(&self) -> bool {
        self.keys.is_some()
    }

    /// A desk whose work this checker does.
    pub fn desk(&self, checker: Box<dyn Checker>) -> Desk {
        let (work, waiting) = channel();
        let done = self.sender.clone();
        desk::serve(checker, waiting, move |ended| {
            // Nobody listens any more when the session is over.
            let _ = done.send(match ended {
                Ended::Checked(outcome) => Message::Checked(outcome),
                Ended::Counted(counted) => Message::Counted(counted),
            });
        });
        Desk::new(work)
    }

    /// Demos that this checker runs, and the same checker for a desk.
    pub fn demos(&self, checker: Box<dyn Checker>) -> (Demos, Box<dyn Checker>) {
        let shared = SharedChecker::new(checker);
        let (wanted, waiting) = channel();
        let done = self.sender.clone();
        demos::serve(Box::new(shared.clone()), waiting, move |demonstrated| {
            let _ = done.send(Message::Demonstrated(Box::new(demonstrated)));
        });
        (Demos::new(wanted), Box::new(shared))
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

    /// Lend the terminal to something that runs until it returns.
    pub fn lend<T>(&self, run: impl FnOnce() -> T) -> T {
        let lease = self.lease();
        let result = run();
        drop(lease);
        result
    }

    /// Lend the terminal, as it was found. Ctrl-C and Ctrl-Z in the meantime are meant for whoever has it.
    pub fn lease(&self) -> Lease<'_> {
        let held = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        self.is_lent.store(true, Ordering::SeqCst);
        if let Some(keys) = &self.keys {
            keys.restore();
        }
        Lease { sources: self, _held: held }
    }

    /// For messages of something that runs beside.
    pub fn sender(&self) -> Sender<Message> {
        self.sender.clone()
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

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let Some(keys) = &self.sources.keys {
            // A terminal that is gone meanwhile ends the input, which is handled there.
            let _ = keys.set();
        }
        thread::sleep(SETTLE);
        self.sources.is_lent.store(false, Ordering::SeqCst);
    }
}

fn listen_to_signals(sender: Sender<Message>, is_lent: Arc<AtomicBool>) -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGTSTP])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            // A terminal sends these to everybody in front of it.
            if [SIGINT, SIGTSTP].contains(&signal) && is_lent.load(Ordering::SeqCst) {
                continue;
            }
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
    use super::*;

    fn sources(sender: Sender<Message>, messages: Receiver<Message>) -> Sources {
        Sources { sender, messages, keys: None, gate: Gate::default(), is_lent: Arc::default() }
    }

    #[test]
    fn a_save_and_a_file_that_is_moved_into_place_are_heard_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, messages) = channel();
        let sources = sources(sender, messages);
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
        let sources = sources(sender, messages);
        assert!(sources.watch(&[PathBuf::from("/nowhere/at/all")]).is_none());
    }
}
