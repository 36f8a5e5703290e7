//! The editor of a session: opened when somebody asks for it, and the one who has the terminal until it is closed.
//!
//! While it has the terminal the room goes on as ever: the clock runs, saves are taken and checked, the bell rings. Only
//! nothing is shown; what was to be shown stands below the question when the editor is closed.

use std::path::PathBuf;
use std::process::Child;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, PidfdFlags, Signal, getpid, kill_process, pidfd_open, pidfd_send_signal};

use crate::engine::session::Phase;
use crate::model::view::{Budget, Mark, Warning};
use crate::room::message::{Closed, EditorNews, Message};
use crate::room::opener::{Opener, OpenerError, Place, wait};
use crate::room::room::{Room, Stage};
use crate::room::screen::Held;
use crate::room::sources::{Lease, Sources};
use crate::ui::out;
use crate::ui::session_editor;

/// How long an editor may take to end when this process has to.
// A choice and no measurement: vim keeps what is not saved in a file of its own first.
const LAST_WORDS: Duration = Duration::from_secs(2);

pub struct Editing<'a> {
    sources: &'a Sources,
    /// None until it is known which editor is wanted.
    opener: Option<Opener>,
    guest: Option<Guest<'a>>,
}

/// An editor that has the terminal.
struct Guest<'a> {
    editor: std::os::fd::OwnedFd,
    _terminal: Lease<'a>,
}

impl<'a> Editing<'a> {
    pub fn new(sources: &'a Sources, opener: Option<Opener>) -> Editing<'a> {
        Editing { sources, opener, guest: None }
    }

    /// An editor has the terminal.
    pub fn is_on(&self) -> bool {
        self.guest.is_some()
    }

    /// Open what the room wants to be opened.
    pub fn obey(&mut self, room: &mut Room) {
        if let Some(file) = room.wanted_file()
            && let Err(why) = self.open(file, room)
        {
            room.no_editor(&why);
        }
    }

    fn open(&mut self, file: PathBuf, room: &mut Room) -> Result<(), String> {
        let opener = match self.opener.take() {
            Some(opener) => opener,
            None => Opener::of_user().map_err(|error| without_editor(&error))?,
        };
        let opener = self.opener.insert(opener);
        if opener.place() != Place::Here {
            // A pane beside makes this terminal narrower, and what is left of a wider line could not be taken away again.
            room.furniture.screen.clear_status();
            opener.open(&[file]).map_err(|error| error.to_string())?;
            room.say_opened(opener.command());
            return Ok(());
        }
        if !self.sources.has_keys() {
            return Err(session_editor::no_terminal(opener.command()));
        }
        room.lend_screen(opener.command());
        let terminal = self.sources.lease();
        let begun = opener.begin(&[file]).and_then(|editor| {
            let descriptor = pidfd_open(Pid::from_child(&editor), PidfdFlags::empty());
            descriptor.map(|descriptor| (editor, descriptor)).map_err(|error| opener.failed(&error.into()))
        });
        match begun {
            Ok((editor, descriptor)) => {
                self.listen_to(editor);
                self.guest = Some(Guest { editor: descriptor, _terminal: terminal });
                Ok(())
            }
            Err(error) => {
                drop(terminal);
                room.take_screen_back(None);
                Err(error.to_string())
            }
        }
    }

    /// Tell the room of what becomes of the editor, by a thread that waits for it.
    fn listen_to(&self, editor: Child) {
        let sender = self.sources.sender();
        thread::spawn(move || {
            // Nobody listens any more when the session is over.
            let tell = |news| drop(sender.send(Message::Editor(news)));
            let closed = wait(&editor, || tell(EditorNews::Stopped));
            tell(EditorNews::Closed(closed));
        });
    }

    pub fn hear(&mut self, news: EditorNews, room: &mut Room) {
        match news {
            EditorNews::Stopped => {
                room.fall_asleep();
                // All of this process stands still here until the shell goes on with it.
                let _ = kill_process(getpid(), Signal::STOP);
                if let Some(guest) = &self.guest {
                    let _ = pidfd_send_signal(&guest.editor, Signal::CONT);
                }
                room.wake_up();
            }
            EditorNews::Closed(closed) => {
                if matches!(closed, Closed::BySignal(_)) {
                    // Before keys come one by one again, which sets more than a plain screen has.
                    out::plain_screen();
                }
                self.guest = None;
                room.take_screen_back(Some((closed, self.opener.as_ref().map_or("", Opener::command))));
            }
        }
    }

    /// This process has to end: so does the editor.
    pub fn dismiss(&mut self, room: &mut Room) {
        let Some(guest) = &self.guest else { return };
        let _ = pidfd_send_signal(&guest.editor, Signal::TERM);
        let deadline = Instant::now() + LAST_WORDS;
        while let Some(patience) = deadline.checked_duration_since(Instant::now()) {
            match self.sources.messages.recv_timeout(patience) {
                Ok(Message::Editor(EditorNews::Closed(_))) | Err(RecvTimeoutError::Disconnected) => break,
                _ => {}
            }
        }
        self.guest = None;
        room.take_screen_back(None);
    }
}

fn without_editor(error: &OpenerError) -> String {
    match error {
        OpenerError::Unset => session_editor::unset(),
        other => other.to_string(),
    }
}

impl Room {
    /// Open the editor on the question that is current, if the session is at work.
    pub fn edit(&mut self) {
        if self.stage == Stage::Working && self.session.phase() == Phase::Running {
            self.wanted_edit = Some(self.session.current());
        }
    }

    /// The file that is to be opened in the editor, once.
    fn wanted_file(&mut self) -> Option<PathBuf> {
        let question = self.wanted_edit.take()?;
        Some(self.furniture.folder.answer_path(question, self.session.drawn(question)))
    }

    fn no_editor(&mut self, why: &str) {
        self.say(&session_editor::not_opened(why));
    }

    fn say_opened(&mut self, editor: &str) {
        self.say(&session_editor::opened(self.session.current() + 1, editor));
    }

    fn lend_screen(&mut self, editor: &str) {
        self.say(&session_editor::opens_here(self.session.current() + 1, editor));
        self.furniture.screen.lend();
    }

    /// The terminal is here again: the question, then what happened meanwhile. `closed` says how the editor ended, and its name.
    fn take_screen_back(&mut self, closed: Option<(Closed, &str)>) {
        let held = self.furniture.screen.take_back();
        if self.stage == Stage::Working {
            self.show_card();
        }
        let how = closed.and_then(|(closed, editor)| match closed {
            Closed::Well => None,
            Closed::WithStatus(code) => Some(session_editor::ended(editor, &format!("exit status {code}"))),
            Closed::BySignal(signal) => Some(session_editor::ended(editor, &format!("signal {signal}"))),
        });
        if let Some(how) = how {
            self.say(&how);
        }
        if !held.is_empty() {
            self.show(&session_editor::meanwhile(self.furniture.screen.look()));
        }
        for held in held {
            match held {
                Held::Text(text) | Held::Check { text, .. } => self.show(&text),
                Held::Report(text) => self.furniture.screen.report(&text),
            }
        }
    }

    /// Who looks at an editor does not see the clock: it rings when little of it is left.
    pub(super) fn ring_for(&mut self, warning: Warning) {
        let is_late = matches!(warning.mark, Mark::TwoMinutesLeft | Mark::HalfAMinuteLeft);
        if self.furniture.screen.is_lent() && warning.of == Budget::Session && is_late {
            self.furniture.screen.ring();
        }
    }
}
