//! `greenroom interviewer`: the second terminal of a session, at which a partner plays the interviewer.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use crate::cli::session::Interviewer;
use crate::commands::failure::Failure;
use crate::commands::past::{Told, look_up, unknown};
use crate::commands::watch::listen;
use crate::engine::session::Phase;
use crate::model::exit_status::ExitStatus;
use crate::model::partner_wire::{ClockState, News, Request, Welcome};
use crate::room::error::RoomError;
use crate::room::message::Message;
use crate::room::partner_call::Line;
use crate::room::screen::{Screen, Terminal};
use crate::room::sources::Sources;
use crate::store::home::Home;
use crate::ui::input::Input;
use crate::ui::paint::Look;
use crate::ui::partner_keys::Act;
use crate::ui::partner_message;
use crate::ui::partner_view::View;
use crate::ui::prose;

/// How often a room is looked for.
// A choice and no measurement: nobody notices the wait, and a call to a socket that is not there costs nothing.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// How often the clocks are drawn.
const TICK: Duration = Duration::from_secs(1);

pub fn run(arguments: &Interviewer) -> Result<ExitStatus, Failure> {
    if let Some(name) = &arguments.session {
        refuse_what_cannot_be_joined(name)?;
    }
    let folder = Home::locate().map_err(RoomError::from)?.data().map_err(RoomError::from)?.to_owned();
    let sources = listen()?;
    let mut table = Table {
        folder,
        session: arguments.session.clone(),
        has_keys: sources.has_keys(),
        screen: Terminal::new(),
        line: None,
        welcome: None,
        view: None,
        known_since: Instant::now(),
        lines: VecDeque::new(),
        drafted: None,
        is_asking: false,
        input_ended: false,
        has_said_that_it_waits: false,
    };
    let left = table.sit(&sources);
    table.screen.page(None);
    if let Some(line) = table.line.take() {
        line.hang_up();
    }
    left
}

/// A name that nobody has, and a session that is over.
fn refuse_what_cannot_be_joined(name: &str) -> Result<(), Failure> {
    let past = look_up(Some(name), Told::Any)?.ok_or_else(|| unknown(name))?;
    if matches!(past.session().phase(), Phase::Finished(_)) {
        return Err(Failure::usage(format!("session `{name}` is finished"))
            .hint(format!("`greenroom report {name}` shows its report")));
    }
    Ok(())
}

/// The interviewer's side of the table.
struct Table {
    folder: PathBuf,
    /// The session that was asked for, or was joined.
    session: Option<String>,
    has_keys: bool,
    screen: Terminal,
    line: Option<Line>,
    welcome: Option<Welcome>,
    view: Option<View>,
    /// When the newest state came.
    known_since: Instant,
    /// Lines that were not obeyed yet.
    lines: VecDeque<String>,
    /// The note that the room was told is being typed.
    drafted: Option<Request>,
    /// What became of a request is not known yet.
    is_asking: bool,
    input_ended: bool,
    has_said_that_it_waits: bool,
}

impl Table {
    fn sit(&mut self, sources: &Sources) -> Result<ExitStatus, Failure> {
        loop {
            self.look_for_room(sources)?;
            let patience = if self.line.is_some() { TICK } else { LOOK_EVERY };
            let left = match sources.messages.recv_timeout(patience) {
                Ok(Message::News(Some(news))) => self.hear(*news)?,
                Ok(Message::News(None)) => {
                    self.room_is_gone();
                    None
                }
                Ok(Message::Input(Input::Key(key))) => {
                    let left = self.key(key);
                    self.tell_draft();
                    left
                }
                Ok(Message::Input(Input::Paste(text))) => {
                    if let Some(view) = &mut self.view {
                        view.paste(&text);
                    }
                    self.tell_draft();
                    None
                }
                Ok(Message::Input(Input::Line(line))) => {
                    self.lines.push_back(line);
                    None
                }
                Ok(Message::Input(Input::End)) => {
                    self.input_ended = true;
                    None
                }
                Ok(Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => Some(ExitStatus::Interrupted),
                Ok(Message::Stopped) => {
                    self.screen.page(None);
                    self.screen.settle();
                    sources.sleep();
                    None
                }
                Ok(_) | Err(RecvTimeoutError::Timeout) => None,
            };
            let left = left.or_else(|| self.obey_lines());
            if let Some(status) = left {
                self.say_good_bye();
                return Ok(status);
            }
            self.draw();
        }
    }

    fn look_for_room(&mut self, sources: &Sources) -> Result<(), Failure> {
        if self.line.is_some() {
            return Ok(());
        }
        match Line::call(&self.folder, sources.sender()) {
            Ok(line) => self.line = Some(line),
            Err(error) if is_absence(&error) => {
                if self.input_ended && self.lines.is_empty() {
                    return Err(Failure::usage("no session lets an interviewer in, and there is nothing to wait for")
                        .hint("`greenroom start --interviewer` lets one in, and so does `interviewer` in a session that runs"));
                }
                if !self.has_said_that_it_waits {
                    self.note(&partner_message::waiting(self.session.as_deref()));
                    self.has_said_that_it_waits = true;
                }
            }
            Err(error) => return Err(no_line(&self.folder, &error)),
        }
        Ok(())
    }

    /// Take what the room tells; a status when that was the last of it.
    fn hear(&mut self, news: News) -> Result<Option<ExitStatus>, Failure> {
        let look = Look::of_stdout();
        match news {
            News::Welcome(welcome) => {
                if let Some(session) = self.session.as_ref().filter(|session| **session != welcome.session) {
                    let failure = format!("session `{}` runs here, and not `{session}`", welcome.session);
                    return Err(
                        Failure::usage(failure).hint(format!("`greenroom interviewer {}` joins it", welcome.session))
                    );
                }
                self.session = Some(welcome.session.clone());
                self.welcome = Some(*welcome);
            }
            News::Refused { why } => {
                return Err(Failure::usage(partner_message::refused(&why)));
            }
            News::Over { is_finished: true } => {
                self.screen.page(None);
                self.note(&partner_message::is_over(self.session.as_deref().unwrap_or_default()));
                self.view = None;
                return Ok(Some(ExitStatus::Success));
            }
            // Its line ends next.
            News::Over { is_finished: false } => {}
            News::State(state) => {
                self.known_since = Instant::now();
                match (self.welcome.take(), &mut self.view) {
                    (Some(welcome), _) if View::fits(&welcome, &state) => {
                        let view = View::new(welcome, *state);
                        if !self.has_keys {
                            self.screen.report(&view.text(look));
                        }
                        self.view = Some(view);
                    }
                    (Some(_), _) => {
                        return Err(Failure::new(ExitStatus::Incomplete, "the room tells what does not fit"));
                    }
                    (None, _) => self.take(look, &News::State(state)),
                }
            }
            News::Said(_) => {
                self.is_asking = false;
                self.take(look, &news);
            }
            News::File { .. } => self.take(look, &news),
        }
        Ok(None)
    }

    fn take(&mut self, look: Look, news: &News) {
        let Some(view) = &mut self.view else { return };
        let text = view.take(look, news);
        if !self.has_keys && !text.is_empty() {
            self.screen.report(&text);
        }
    }

    /// The candidate's process ended, with or without a word.
    fn room_is_gone(&mut self) {
        self.line = None;
        self.is_asking = false;
        self.drafted = None;
        self.welcome = None;
        self.has_said_that_it_waits = false;
        if self.view.take().is_some() {
            self.screen.page(None);
            self.note(&partner_message::candidate_left(self.session.as_deref().unwrap_or_default()));
            self.has_said_that_it_waits = true;
        }
    }

    fn key(&mut self, key: char) -> Option<ExitStatus> {
        let Some(view) = &mut self.view else {
            return matches!(key, 'q' | 'Q').then_some(ExitStatus::Success);
        };
        match view.key(key) {
            Act::Ask(request) => {
                if let Some(line) = &self.line {
                    line.ask(&request);
                }
                None
            }
            Act::Leave => Some(ExitStatus::Success),
            Act::Nothing | Act::Show | Act::Unknown => None,
        }
    }

    /// A note that is being typed is not lost when the room ends before it is done.
    fn tell_draft(&mut self) {
        let Some(view) = &self.view else { return };
        let draft = view.draft();
        if let Some(line) = self.line.as_ref().filter(|_| draft != self.drafted) {
            let nothing = || Request::Draft { question: 0, text: String::new() };
            line.ask(&draft.clone().unwrap_or_else(nothing));
            self.drafted = draft;
        }
    }

    /// One request at a time, so that a script reads what became of each.
    fn obey_lines(&mut self) -> Option<ExitStatus> {
        while !self.is_asking
            && let Some(view) = &mut self.view
        {
            let Some(text) = self.lines.pop_front() else {
                return self.input_ended.then_some(ExitStatus::Success);
            };
            match view.line(&text) {
                Act::Ask(request) => {
                    if let Some(line) = &self.line {
                        line.ask(&request);
                        self.is_asking = true;
                    }
                }
                Act::Show => {
                    self.screen.report(&view.text(Look::of_stdout()));
                    view.shown();
                }
                Act::Unknown => self.note(&partner_message::unknown_command(&text)),
                Act::Leave => return Some(ExitStatus::Success),
                Act::Nothing => {}
            }
        }
        None
    }

    fn draw(&mut self) {
        if !self.has_keys {
            return;
        }
        let (look, rows) = (self.screen.look(), self.screen.rows());
        if let Some(view) = &mut self.view {
            let page = view.page(look, rows, self.known_since.elapsed());
            self.screen.page(Some(&page));
        }
    }

    /// A sentence beside the card.
    fn note(&mut self, sentence: &str) {
        let width = self.screen.look().width;
        self.screen.show(&prose::wrap(sentence, width));
    }

    fn say_good_bye(&mut self) {
        self.screen.page(None);
        if let Some(view) = &self.view {
            let is_over = view.state().clock == ClockState::Over;
            let say: fn(&str) -> String = if is_over { partner_message::is_over } else { partner_message::you_left };
            self.note(&say(view.session()));
        }
    }
}

/// Nobody listens, or nobody any more.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::WouldBlock
            | io::ErrorKind::Interrupted
    )
}

fn no_line(folder: &Path, error: &io::Error) -> Failure {
    let failure = format!("cannot reach the session by `{}`: {error}", folder.join("interviewer.sock").display());
    Failure::new(ExitStatus::Incomplete, failure)
        .hint("the session must be one of this user on this machine, with the same `GREENROOM_HOME`")
}
