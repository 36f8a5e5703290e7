//! `greenroom watch`: an answer is checked whenever its file is saved. The samples at once, the rest when asked for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::bank::entry::Entry;
use crate::cli::Watch;
use crate::commands::banks::{entry, open};
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::engine::checker::{Checker, CheckerError};
use crate::engine::class::extension;
use crate::engine::code;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::{evaluate, not_checked};
use crate::engine::options::Options;
use crate::judge::judge::Judge;
use crate::model::event::{Occasion, Scope};
use crate::model::exit_status::ExitStatus;
use crate::model::material::samples_text;
use crate::model::question::Kind;
use crate::model::record::Checked;
use crate::model::wire::Preload;
use crate::room::answers::sha256;
use crate::room::desk::{Desk, Job, Outcome};
use crate::room::message::Message;
use crate::room::opener::{Opener, Place};
use crate::room::sources::Sources;
use crate::store::answer_file::{AnswerFileError, read};
use crate::store::atomic::write_new;
use crate::ui::card::{Card, End, card};
use crate::ui::checked::{self, Reveal};
use crate::ui::keys::Input;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::typing::{KEY_REST, Typed, Typing};
use crate::ui::{message, watching};

/// Where no event tells of a save (some network and container file systems), a look this often does.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What can be typed as a word.
const WORDS: &[&str] = &["check", "hint", "quit"];
const WORDS_WITH_EDITOR: &[&str] = &["check", "edit", "hint", "quit"];

pub fn run(arguments: &Watch) -> Result<ExitStatus, Failure> {
    let opener = arguments.edit.then(Opener::of_user).transpose()?;
    let opens_here = opener.as_ref().is_some_and(|opener| opener.place() == Place::Here);
    if opens_here && !Sources::is_terminal() {
        return Err(Failure::usage("`--edit` opens an editor in this terminal, and this is none"));
    }
    let mut judge = start_judge(Preload::Common)?;
    judge.expect_pauses();
    let bank = open(&arguments.banks)?;
    let entry = entry(&bank, &arguments.slug)?;
    let question = &entry.question;
    if question.kind == Kind::Explain {
        let failure =
            Failure::usage(format!("`{}` is answered by speaking or writing; there is nothing to run", question.slug));
        return Err(failure.hint(format!("`greenroom show {}` shows it, `--answer` the key points", question.slug)));
    }
    let file =
        arguments.file.clone().unwrap_or_else(|| format!("{}.{}", question.slug, extension(question.kind)).into());
    let is_new = begin(&file, &entry)?;
    // First, so that the card fits into what is left of this terminal.
    if let Some(opener) = opener.as_ref().filter(|_| !opens_here) {
        opener.open(std::slice::from_ref(&file))?;
    }
    let samples = match question.kind {
        Kind::Code => samples_text(&*code::parse(&mut judge, &entry)?),
        Kind::Predict | Kind::Explain => String::new(),
    };
    let look = Look::of_stdout();
    out::data(&card(look, &Card { question, samples, snippet: entry.snippet(), end: End::Nothing }));
    let sources = Sources::open()
        .map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot listen to signals: {error}")))?;
    out::data(&watching::begun(look, &file.display().to_string(), is_new, sources.has_keys(), opener.is_some()));
    let checker = EntryChecker { judge, entry: entry.clone(), name: file.display().to_string() };
    let mut watch = Watched {
        desk: sources.desk(Box::new(checker)),
        entry: &entry,
        look,
        seen: is_new.then(|| entry.starter().unwrap_or_default().into()),
        hints: 0,
        has_keys: sources.has_keys(),
        typing: Typing::new(if opener.is_some() { WORDS_WITH_EDITOR } else { WORDS }),
        is_ending: false,
        file,
        opener,
        wants_editor: opens_here,
    };
    watch.look_at_file();
    let folder = watch.file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _watcher = sources.watch(&[folder.to_owned()]);
    loop {
        if std::mem::take(&mut watch.wants_editor) {
            watch.edit(&sources);
        }
        let patience = if watch.typing.is_waiting() { KEY_REST } else { LOOK_EVERY };
        match sources.messages.recv_timeout(patience) {
            Ok(Message::FilesChanged | Message::Tick) => watch.look_at_file(),
            Err(RecvTimeoutError::Timeout) => {
                if let Some(key) = watch.typing.rest() {
                    watch.command(&key.to_string());
                }
                watch.look_at_file();
            }
            Ok(Message::Input(Input::Key(key))) => watch.key(key),
            Ok(Message::Input(Input::Line(line))) => watch.command(&line),
            Ok(Message::Input(Input::End)) => watch.is_ending = true,
            Ok(Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => return Ok(ExitStatus::Interrupted),
            Ok(Message::Stopped) => sources.sleep(),
            Ok(Message::Checked(outcome)) => watch.checked(*outcome)?,
        }
        // A script is told what it asked for; nobody at a terminal waits for a check that runs.
        if watch.is_ending && (watch.has_keys || !watch.desk.is_busy()) {
            return Ok(ExitStatus::Success);
        }
    }
}

/// Make the file from the starter if it is not there. Whether it was made.
fn begin(file: &Path, entry: &Entry) -> Result<bool, Failure> {
    let is_new = write_new(file, entry.starter().unwrap_or_default().as_bytes())
        .map_err(|error| Failure::usage(format!("cannot write `{}`: {error}", file.display())))?;
    match read(file) {
        Err(error @ (AnswerFileError::NotAFile { .. } | AnswerFileError::Unreadable { .. })) => {
            Err(Failure::usage(error))
        }
        _ => Ok(is_new),
    }
}

/// Checks the answers to one question with the real judge.
struct EntryChecker {
    judge: Judge,
    entry: Entry,
    /// How the file is called in results.
    name: String,
}

impl Checker for EntryChecker {
    fn check(&mut self, _: usize, bytes: &[u8], scope: Scope) -> Result<Checked, CheckerError> {
        let options = Options { scope, ..Options::default() };
        match evaluate(&mut self.judge, &self.entry, &self.name, bytes, &options) {
            // One answer that breaks the runner costs the next one nothing.
            Err(EvaluateError::Judge(error)) => {
                Ok(not_checked(&self.judge, &self.entry, &self.name, &error.to_string(), &options))
            }
            other => other.map_err(|error| CheckerError(error.to_string())),
        }
    }
}

struct Watched<'a> {
    desk: Desk,
    entry: &'a Entry,
    file: PathBuf,
    look: Look,
    /// What the file held when it was last looked at.
    seen: Option<Vec<u8>>,
    /// How many hints have been given.
    hints: usize,
    has_keys: bool,
    typing: Typing,
    /// Nothing more is wanted.
    is_ending: bool,
    /// Opens the file when asked to.
    opener: Option<Opener>,
    /// It is asked to, now.
    wants_editor: bool,
}

impl Watched<'_> {
    /// Check the file if it is another one than last time. Between two writes of an editor it may not be there.
    fn look_at_file(&mut self) {
        if let Ok(bytes) = read(&self.file)
            && self.seen.as_ref() != Some(&bytes)
        {
            // A prediction has no part that is shown beforehand.
            let is_prediction = self.entry.question.kind == Kind::Predict;
            self.run(bytes, if is_prediction { Occasion::Request } else { Occasion::Save });
        }
    }

    /// Check the file as it is, every case.
    fn check(&mut self) {
        match read(&self.file) {
            Ok(bytes) => self.run(bytes, Occasion::Request),
            Err(error) => out::note(&message::failure(&[error.to_string()], None)),
        }
    }

    fn run(&mut self, content: Vec<u8>, occasion: Occasion) {
        self.seen = Some(content.clone());
        self.desk.submit(Job { question: 0, sha256: sha256(&content), content, occasion });
    }

    fn checked(&mut self, outcome: Outcome) -> Result<(), Failure> {
        self.desk.is_done();
        let checked = outcome.result.map_err(|error| Failure::new(ExitStatus::Incomplete, error.0))?;
        if self.typing.line().is_some() {
            out::typing("");
        }
        let (scope, source) = (outcome.job.occasion.scope(), String::from_utf8(outcome.job.content).ok());
        out::data(&checked::render(self.look, &checked, source.as_deref(), Reveal::Everything));
        out::data(&watching::checked(self.look, scope, checked.verdict, self.opener.is_some()));
        self.echo();
        Ok(())
    }

    /// Open the file in the editor, if there is one. When it was closed here, what it saved is checked.
    fn edit(&mut self, sources: &Sources) {
        let Some(opener) = &self.opener else { return };
        let files = [self.file.clone()];
        let opened =
            if opener.place() == Place::Here { sources.lend(|| opener.open(&files)) } else { opener.open(&files) };
        if let Err(error) = opened {
            out::note(&message::failure(&[error.to_string()], None));
        }
        self.look_at_file();
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
        match command.trim().to_lowercase().as_str() {
            "c" | "check" => self.check(),
            "h" | "hint" => {
                let hints = &self.entry.question.hints;
                out::data(&watching::hint(
                    self.look,
                    self.hints,
                    hints.len(),
                    hints.get(self.hints).map(|hint| hint.text()),
                ));
                self.hints = hints.len().min(self.hints + 1);
            }
            "e" | "edit" if self.opener.is_some() => self.wants_editor = true,
            "q" | "quit" => self.is_ending = true,
            "" => {}
            _ => out::note(&watching::unknown(command.trim())),
        }
    }
}
