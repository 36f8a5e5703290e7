//! `greenroom watch`: an answer is checked whenever its file is saved. The samples at once, the rest when asked for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::bank::entry::Entry;
use crate::cli::Watch;
use crate::commands::banks::{entry, open};
use crate::commands::check::check_file;
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::engine::class::extension;
use crate::engine::code;
use crate::engine::options::Options;
use crate::judge::judge::Judge;
use crate::model::event::Scope;
use crate::model::exit_status::ExitStatus;
use crate::model::material::samples_text;
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::room::editor::{Editor, Place};
use crate::room::message::Message;
use crate::room::sources::Sources;
use crate::store::answer_file::{AnswerFileError, read};
use crate::store::atomic::write_new;
use crate::ui::card::{Card, End, card};
use crate::ui::checked::{self, Reveal};
use crate::ui::keys::Input;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::{message, watching};

/// Where no event tells of a save (some network and container file systems), a look this often does.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub fn run(arguments: &Watch) -> Result<ExitStatus, Failure> {
    let editor = arguments.edit.then(Editor::of_user).transpose()?;
    if editor.as_ref().is_some_and(|editor| editor.place() == Place::Here) && !Sources::is_terminal() {
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
    let samples = match question.kind {
        Kind::Code => samples_text(&*code::parse(&mut judge, &entry)?),
        Kind::Predict | Kind::Explain => String::new(),
    };
    let look = Look::of_stdout();
    out::data(&card(look, &Card { question, samples, snippet: entry.snippet(), end: End::Nothing }));
    let sources = Sources::open()
        .map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot listen to signals: {error}")))?;
    out::data(&watching::begun(look, &file.display().to_string(), is_new, sources.has_keys(), editor.is_some()));
    let mut watch = Watched {
        judge,
        entry: &entry,
        look,
        seen: is_new.then(|| entry.starter().unwrap_or_default().into()),
        hints: 0,
        file,
        editor,
    };
    watch.look_at_file()?;
    let folder = watch.file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _watcher = sources.watch(&[folder.to_owned()]);
    watch.edit(&sources)?;
    loop {
        match sources.messages.recv_timeout(LOOK_EVERY) {
            Ok(Message::FilesChanged | Message::Tick) | Err(RecvTimeoutError::Timeout) => watch.look_at_file()?,
            Ok(Message::Input(Input::Key('e'))) if watch.editor.is_some() => watch.edit(&sources)?,
            Ok(Message::Input(Input::Key(key))) => {
                if !watch.command(&key.to_string())? {
                    return Ok(ExitStatus::Success);
                }
            }
            Ok(Message::Input(Input::Line(line))) => {
                if !watch.command(&line)? {
                    return Ok(ExitStatus::Success);
                }
            }
            Ok(Message::Input(Input::End)) => return Ok(ExitStatus::Success),
            Ok(Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => return Ok(ExitStatus::Interrupted),
            Ok(Message::Stopped) => sources.sleep(),
            Ok(Message::Checked(_)) => {}
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

struct Watched<'a> {
    judge: Judge,
    entry: &'a Entry,
    file: PathBuf,
    look: Look,
    /// What the file held when it was last looked at.
    seen: Option<Vec<u8>>,
    /// How many hints have been given.
    hints: usize,
    /// Opened when asked for.
    editor: Option<Editor>,
}

impl Watched<'_> {
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
        match check_file(&mut self.judge, self.entry, &self.file, &options)? {
            Ok((checked, source)) => {
                out::data(&checked::render(self.look, &checked, source.as_deref(), Reveal::Everything));
                out::data(&watching::checked(self.look, scope, checked.verdict, self.editor.is_some()));
            }
            Err(error) => out::note(&message::failure(&[error.to_string()], None)),
        }
        Ok(())
    }

    /// Open the file in the editor, if there is one. When it was closed here, what it saved is checked.
    fn edit(&mut self, sources: &Sources) -> Result<(), Failure> {
        let Some(editor) = &self.editor else { return Ok(()) };
        let files = [self.file.clone()];
        let opened =
            if editor.place() == Place::Here { sources.lend(|| editor.open(&files)) } else { editor.open(&files) };
        match opened {
            Ok(()) => self.look_at_file(),
            Err(error) => {
                out::note(&message::failure(&[error.to_string()], None));
                Ok(())
            }
        }
    }

    /// Obey a key or a line. False when it says to stop.
    fn command(&mut self, command: &str) -> Result<bool, Failure> {
        match command.trim() {
            "c" | "check" => self.check(Scope::All)?,
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
            "q" | "quit" => return Ok(false),
            "" => {}
            other => out::note(&watching::unknown(other)),
        }
        Ok(true)
    }
}
