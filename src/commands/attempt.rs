//! One question, watched: its card, then a check whenever its file is saved, until whoever answers it leaves it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::bank::entry::Entry;
use crate::commands::failure::Failure;
use crate::commands::recorder::Recorder;
use crate::model::event::{Occasion, Scope};
use crate::model::exit_status::ExitStatus;
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::room::answers::sha256;
use crate::room::demos::Demos;
use crate::room::desk::{Desk, Job, Outcome};
use crate::room::message::Message;
use crate::room::opener::{Opener, Place};
use crate::room::sources::Sources;
use crate::store::answer_file::{AnswerFileError, read};
use crate::store::atomic::write_new;
use crate::ui::card::{Card, End, card};
use crate::ui::checked::{self, Reveal};
use crate::ui::input::Input;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::typing::{KEY_REST, Typed, Typing};
use crate::ui::watching::{Commands, Mode};
use crate::ui::{message, watching};

/// Where no event tells of a save (some network and container file systems), a look this often does.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How a question was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// For the next one.
    Next,
    /// The candidate wants to see the answer.
    GaveUp,
    /// The candidate stops.
    Quit,
    /// Somebody wants this process to end.
    Interrupted,
}

/// A question, and where it is answered.
#[derive(Debug, Clone)]
pub struct Asked {
    pub entry: Entry,
    /// The sample cases of a `code` question, as they would look at the prompt.
    pub samples: String,
    pub file: PathBuf,
}

/// What an attempt shares with those before and after it.
pub struct Around<'a> {
    pub sources: &'a Sources,
    /// Its checker knows the questions by their place among those that are asked.
    pub desk: Desk,
    /// The same checker, for what shows that an explanation is right.
    pub demos: Demos,
    pub recorder: &'a mut Recorder,
    pub look: Look,
    pub mode: Mode,
    /// Opens the files of answers when asked to.
    pub opener: Option<Opener>,
    /// They are opened without being asked for.
    pub opens_at_once: bool,
}

impl Around<'_> {
    fn commands(&self) -> Commands {
        Commands { mode: self.mode, has_keys: self.sources.has_keys(), has_editor: self.opener.is_some() }
    }
}

struct Attempt<'a, 'b> {
    around: &'a mut Around<'b>,
    /// Its place among those that are asked.
    place: usize,
    asked: &'a Asked,
    /// What the file held when it was last looked at.
    seen: Option<Vec<u8>>,
    /// How many hints have been given.
    hints: usize,
    /// What the last whole check said.
    verdict: Option<Verdict>,
    typing: Typing,
    /// The editor is to be opened now.
    wants_editor: bool,
    /// Nothing more is wanted here.
    leaving: Option<Left>,
}

/// The editor of this user, where one is wanted.
pub fn opener(is_wanted: bool) -> Result<Option<Opener>, Failure> {
    let opener = is_wanted.then(Opener::of_user).transpose()?;
    if opener.as_ref().is_some_and(|opener| opener.place() == Place::Here) && !Sources::is_terminal() {
        return Err(Failure::usage("`--edit` opens an editor in this terminal, and this is none"));
    }
    Ok(opener)
}

/// The editor that can be opened here by who did not ask for one, if there is one.
pub fn opener_if_any() -> Option<Opener> {
    Opener::of_user().ok().filter(|opener| opener.place() != Place::Here || Sources::is_terminal())
}

/// Make the file from the starter if it is not there. Whether it was made.
pub fn begin(file: &Path, entry: &Entry) -> Result<bool, Failure> {
    let is_new = write_new(file, entry.starter().unwrap_or_default().as_bytes())
        .map_err(|error| Failure::usage(format!("cannot write `{}`: {error}", file.display())))?;
    match read(file) {
        Err(error @ (AnswerFileError::NotAFile { .. } | AnswerFileError::Unreadable { .. })) => {
            Err(Failure::usage(error))
        }
        _ => Ok(is_new),
    }
}

/// Show the question at a place and watch its file, which `begin` made or found.
pub fn attempt(around: &mut Around<'_>, place: usize, asked: &Asked, is_new: bool) -> Result<Left, Failure> {
    let Asked { entry, samples, file } = asked;
    // First, so that the card fits into what is left of this terminal.
    let opener = around.opener.as_ref().filter(|_| around.opens_at_once);
    let opens_here = opener.is_some_and(|opener| opener.place() == Place::Here);
    if let Some(opener) = opener.filter(|_| !opens_here) {
        opener.open(std::slice::from_ref(file))?;
    }
    let question = &entry.question;
    let (look, commands) = (around.look, around.commands());
    out::data(&card(look, &Card { question, samples: samples.clone(), snippet: entry.snippet(), end: End::Nothing }));
    let name = file.display().to_string();
    out::data(&watching::begun(look, &name, question.kind, is_new, commands));
    around.recorder.begin();
    let seen = is_new.then(|| entry.starter().unwrap_or_default().into());
    let typing = Typing::new(commands.mode.names(commands.has_editor), "", "");
    let mut attempt = Attempt {
        around,
        place,
        asked,
        seen,
        hints: 0,
        verdict: None,
        typing,
        wants_editor: opens_here,
        leaving: None,
    };
    attempt.run()
}

impl Attempt<'_, '_> {
    fn run(&mut self) -> Result<Left, Failure> {
        self.look_at_file();
        let folder = self.asked.file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let _watcher = self.around.sources.watch(&[folder.unwrap_or(Path::new(".")).to_owned()]);
        loop {
            if std::mem::take(&mut self.wants_editor) {
                self.edit();
            }
            let patience = if self.typing.is_waiting() { KEY_REST } else { LOOK_EVERY };
            match self.around.sources.messages.recv_timeout(patience) {
                Ok(Message::Demonstrated(_)) => {}
                Ok(Message::FilesChanged | Message::Editor(_) | Message::Tick) => self.look_at_file(),
                Ok(Message::Interviewer(_) | Message::News(_)) => {}
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(key) = self.typing.rest() {
                        self.command(&key.to_string());
                    }
                    self.look_at_file();
                }
                Ok(Message::Input(Input::Key(key))) => self.key(key),
                Ok(Message::Input(Input::Paste(text))) => {
                    // A line at most is a command; what is longer was meant for another window.
                    self.typing.paste(text.trim().split(['\r', '\n']).next().unwrap_or_default());
                    self.echo();
                }
                Ok(Message::Input(Input::Line(line))) => self.command(&line),
                Ok(Message::Input(Input::End)) => self.leaving = Some(Left::Quit),
                Ok(Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => return Ok(Left::Interrupted),
                Ok(Message::Stopped) => self.around.sources.sleep(),
                Ok(Message::Checked(outcome)) => self.checked(*outcome)?,
                // Only sessions have answers counted.
                Ok(Message::Counted(_)) => {}
            }
            if let Some(left) = self.leaving.filter(|left| self.may_leave(*left)) {
                return Ok(self.leave(left));
            }
        }
    }

    /// A script is told what it asked for, and what comes next needs to know how this went; nobody at a terminal who stops
    /// waits for a check that runs.
    fn may_leave(&self, left: Left) -> bool {
        !self.around.desk.is_busy() || left == Left::Quit && self.around.sources.has_keys()
    }

    fn leave(&mut self, left: Left) -> Left {
        match (left, self.verdict) {
            // Whoever has it right gives nothing up.
            (Left::GaveUp, Some(Verdict::Pass)) => Left::Next,
            (Left::GaveUp, None) => {
                self.around.recorder.gave_up(&self.asked.entry.question, self.hints);
                Left::GaveUp
            }
            (left, _) => left,
        }
    }

    /// Check the file if it is another one than last time. Between two writes of an editor it may not be there.
    fn look_at_file(&mut self) {
        if let Ok(bytes) = read(&self.asked.file)
            && self.seen.as_ref() != Some(&bytes)
        {
            // A prediction has no part that is shown beforehand.
            let is_prediction = self.asked.entry.question.kind == Kind::Predict;
            self.check(bytes, if is_prediction { Occasion::Request } else { Occasion::Save });
        }
    }

    /// Check the file as it is, every case.
    fn check_all(&mut self) {
        match read(&self.asked.file) {
            Ok(bytes) => self.check(bytes, Occasion::Request),
            Err(error) => out::remark(&message::failure(&[error.to_string()], None)),
        }
    }

    fn check(&mut self, content: Vec<u8>, occasion: Occasion) {
        self.seen = Some(content.clone());
        self.around.desk.submit(Job { question: self.place, sha256: sha256(&content), content, occasion });
    }

    fn checked(&mut self, outcome: Outcome) -> Result<(), Failure> {
        self.around.desk.is_done();
        let checked = outcome.result.map_err(|error| Failure::new(ExitStatus::Incomplete, error.0))?;
        if self.typing.line().is_some() {
            out::typing("");
        }
        let look = self.around.look;
        let (scope, source) = (outcome.job.occasion.scope(), String::from_utf8(outcome.job.content).ok());
        out::data(&checked::render(look, &checked, source.as_deref(), Reveal::Everything));
        out::data(&watching::checked(look, scope, checked.verdict, self.around.commands()));
        self.echo();
        if scope == Scope::All {
            self.verdict = Some(checked.verdict);
        }
        self.around.recorder.checked(&self.asked.entry.question, scope, &checked, self.hints);
        Ok(())
    }

    fn key(&mut self, key: char) {
        match self.typing.push(key) {
            Typed::Nothing => self.echo(),
            Typed::Key(key) => self.command(&key.to_string()),
            Typed::KeyBefore(before) => {
                self.command(&before.to_string());
                self.key(key);
            }
            Typed::Line(line) => {
                out::typing("");
                self.command(&line);
            }
        }
    }

    /// Show what is typed of a line: the terminal does not.
    fn echo(&self) {
        if let Some(line) = self.typing.line() {
            out::typing(&watching::typed(line));
        }
    }

    /// Obey a key or a line.
    fn command(&mut self, command: &str) {
        let is_review = self.around.mode == Mode::Review;
        match command.trim().to_lowercase().as_str() {
            "c" | "check" => self.check_all(),
            "h" | "hint" => self.hint(),
            "e" | "edit" if self.around.opener.is_some() => self.wants_editor = true,
            "n" | "next" if is_review => self.leaving = Some(Left::Next),
            "g" | "give-up" if is_review => self.leaving = Some(Left::GaveUp),
            "q" | "quit" => self.leaving = Some(Left::Quit),
            "" => {}
            _ => out::note(&watching::unknown(command.trim(), self.around.commands())),
        }
    }

    /// Open the file in the editor, if there is one. When it was closed here, what it saved is checked.
    fn edit(&mut self) {
        let Some(opener) = &self.around.opener else { return };
        let files = [self.asked.file.clone()];
        let opened = match opener.place() {
            Place::Here => self.around.sources.lend(|| opener.open(&files)),
            _ => opener.open(&files),
        };
        if let Err(error) = opened {
            out::remark(&message::failure(&[error.to_string()], None));
        }
        self.look_at_file();
    }

    fn hint(&mut self) {
        let hints = &self.asked.entry.question.hints;
        let text = hints.get(self.hints).map(|hint| hint.text());
        out::data(&watching::hint(self.around.look, self.hints, hints.len(), text));
        self.hints = hints.len().min(self.hints + 1);
    }
}
