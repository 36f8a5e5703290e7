//! One question, watched: its card, then a check whenever its file is saved, until whoever answers it leaves it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::bank::entry::Entry;
use crate::commands::check::check_file;
use crate::commands::failure::Failure;
use crate::commands::recorder::Recorder;
use crate::engine::code;
use crate::engine::options::Options;
use crate::judge::judge::Judge;
use crate::model::event::Scope;
use crate::model::material::samples_text;
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::room::message::Message;
use crate::room::sources::Sources;
use crate::store::answer_file::{AnswerFileError, read};
use crate::store::atomic::write_new;
use crate::ui::card::{Card, End, card};
use crate::ui::checked::{self, Reveal};
use crate::ui::keys::Input;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::watching::Mode;
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

/// What an attempt shares with those before and after it.
pub struct Around<'a> {
    pub judge: &'a mut Judge,
    pub sources: &'a Sources,
    pub recorder: &'a mut Recorder,
    pub look: Look,
    pub mode: Mode,
}

struct Attempt<'a, 'b> {
    around: &'a mut Around<'b>,
    entry: &'a Entry,
    file: PathBuf,
    /// What the file held when it was last looked at.
    seen: Option<Vec<u8>>,
    /// How many hints have been given.
    hints: usize,
    /// What the last whole check said.
    verdict: Option<Verdict>,
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

/// Show the question and watch its file, which `begin` made or found.
pub fn attempt(around: &mut Around<'_>, entry: &Entry, file: PathBuf, is_new: bool) -> Result<Left, Failure> {
    let question = &entry.question;
    let samples = match question.kind {
        Kind::Code => samples_text(&*code::parse(around.judge, entry)?),
        Kind::Predict | Kind::Explain => String::new(),
    };
    let look = around.look;
    out::data(&card(look, &Card { question, samples, snippet: entry.snippet(), end: End::Nothing }));
    let name = file.display().to_string();
    out::data(&watching::begun(look, &name, question.kind, is_new, around.sources.has_keys(), around.mode));
    around.recorder.begin();
    let seen = is_new.then(|| entry.starter().unwrap_or_default().into());
    Attempt { around, entry, file, seen, hints: 0, verdict: None }.run()
}

impl Attempt<'_, '_> {
    fn run(&mut self) -> Result<Left, Failure> {
        self.look_at_file()?;
        let folder = self.file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let _watcher = self.around.sources.watch(&[folder.to_owned()]);
        loop {
            let left = match self.around.sources.messages.recv_timeout(LOOK_EVERY) {
                Ok(Message::FilesChanged | Message::Tick) | Err(RecvTimeoutError::Timeout) => {
                    self.look_at_file()?;
                    None
                }
                Ok(Message::Input(Input::Key(key))) => self.command(&key.to_string())?,
                Ok(Message::Input(Input::Line(line))) => self.command(&line)?,
                Ok(Message::Input(Input::End)) => Some(Left::Quit),
                Ok(Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => Some(Left::Interrupted),
                Ok(Message::Stopped) => {
                    self.around.sources.sleep();
                    None
                }
                Ok(Message::Checked(_)) => None,
            };
            if let Some(left) = left {
                return Ok(left);
            }
        }
    }

    /// Check the file if it is another one than last time. Between two writes of an editor it may not be there.
    fn look_at_file(&mut self) -> Result<(), Failure> {
        match read(&self.file) {
            Ok(bytes) if self.seen.as_ref() == Some(&bytes) => Ok(()),
            Ok(bytes) => {
                self.seen = Some(bytes);
                // A prediction has no part that is shown beforehand.
                let scope = if self.entry.question.kind == Kind::Predict { Scope::All } else { Scope::Samples };
                self.check(scope)
            }
            Err(_) => Ok(()),
        }
    }

    fn check(&mut self, scope: Scope) -> Result<(), Failure> {
        let options = Options { scope, ..Options::default() };
        let look = self.around.look;
        match check_file(self.around.judge, self.entry, &self.file, &options)? {
            Ok((checked, source)) => {
                out::data(&checked::render(look, &checked, source.as_deref(), Reveal::Everything));
                out::data(&watching::checked(look, scope, checked.verdict, self.around.mode));
                if scope == Scope::All {
                    self.verdict = Some(checked.verdict);
                }
                self.around.recorder.checked(&self.entry.question, scope, &checked, self.hints);
            }
            Err(error) => out::note(&message::failure(&[error.to_string()], None)),
        }
        Ok(())
    }

    /// Obey a key or a line; how the question is left, if it is.
    fn command(&mut self, command: &str) -> Result<Option<Left>, Failure> {
        let is_review = self.around.mode == Mode::Review;
        match command.trim() {
            "c" | "check" => self.check(Scope::All)?,
            "h" | "hint" => self.hint(),
            "n" | "next" if is_review => return Ok(Some(Left::Next)),
            "g" | "give-up" if is_review && self.verdict == Some(Verdict::Pass) => return Ok(Some(Left::Next)),
            "g" | "give-up" if is_review => {
                // A check that failed has said so already.
                if self.verdict.is_none() {
                    self.around.recorder.gave_up(&self.entry.question, self.hints);
                }
                return Ok(Some(Left::GaveUp));
            }
            "q" | "quit" => return Ok(Some(Left::Quit)),
            "" => {}
            other => out::note(&watching::unknown(other, self.around.mode)),
        }
        Ok(None)
    }

    fn hint(&mut self) {
        let hints = &self.entry.question.hints;
        let text = hints.get(self.hints).map(|hint| hint.text());
        out::data(&watching::hint(self.around.look, self.hints, hints.len(), text));
        self.hints = hints.len().min(self.hints + 1);
    }
}
