//! Before the clock starts: the sample question is checked at once, and again at each save, until somebody starts the clock.

use std::path::PathBuf;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use crate::engine::sample::STARTER;
use crate::model::event::Occasion;
use crate::model::exit_status::ExitStatus;
use crate::room::answers::{AnswerFile, Found, sha256};
use crate::room::desk::{Desk, Job, Outcome};
use crate::room::message::Message;
use crate::room::opener::{Opener, Place};
use crate::room::run::short_name;
use crate::room::screen::{Screen, Terminal};
use crate::room::sources::Sources;
use crate::store::session_folder::SessionFolder;
use crate::ui::checked::Reveal;
use crate::ui::input::Input;
use crate::ui::session_check;
use crate::ui::session_editor;
use crate::ui::session_start;

/// Where no event tells of a save, a look this often does.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The sample in the folder of a session that has not begun. It goes when this goes.
struct Sample<'a> {
    /// Its number for the checker: the one after the last question.
    question: usize,
    folder: PathBuf,
    /// How the file is called from where the user is.
    name: String,
    file: AnswerFile,
    desk: &'a mut Desk,
    /// When the newest content was handed to the checker.
    handed: Instant,
}

/// Wait for somebody to start the clock; a status when it is not to start. `question` is the number that the checker knows the
/// sample by; `opener` is the editor that is to try it. Without keys nothing is shown and nothing is waited for.
pub fn wait_for_start(
    sources: &Sources,
    screen: &mut Terminal,
    desk: &mut Desk,
    folder: &SessionFolder,
    question: usize,
    opener: Option<&Opener>,
) -> Option<ExitStatus> {
    if !sources.has_keys() {
        return None;
    }
    let mut sample = Sample::lay_out(desk, folder, question);
    let _watcher = sample.as_ref().and_then(|sample| sources.watch(std::slice::from_ref(&sample.folder)));
    let status = loop {
        // Always the last line, whatever is shown above it.
        screen.ask(&session_start::start_prompt(screen.look(), opener.is_some() && sample.is_some()));
        match sources.messages.recv_timeout(LOOK_EVERY) {
            Ok(Message::Input(Input::Key('\n' | '\r'))) => {
                screen.clear_status();
                return None;
            }
            Ok(Message::Input(Input::Key('q' | 'Q') | Input::End)) => break ExitStatus::Success,
            Ok(Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => break ExitStatus::Interrupted,
            Ok(Message::Stopped) => {
                screen.clear_status();
                screen.settle();
                sources.sleep();
            }
            Ok(Message::Checked(outcome)) => {
                if let Some(sample) = &mut sample {
                    sample.show(screen, *outcome);
                }
            }
            // The sample has no demo.
            Ok(Message::Demonstrated(_)) => {}
            Ok(Message::Input(Input::Key('e' | 'E'))) => {
                if let (Some(sample), Some(opener)) = (&mut sample, opener) {
                    screen.clear_status();
                    screen.settle();
                    sample.edit(screen, sources, opener);
                }
            }
            Ok(Message::FilesChanged | Message::Editor(_) | Message::Tick) | Err(RecvTimeoutError::Timeout) => {
                if let Some(sample) = &mut sample {
                    sample.look();
                }
            }
            // Nothing of the sample is counted.
            Ok(Message::Input(_) | Message::Counted(_) | Message::Interviewer(_) | Message::News(_)) => {}
        }
    };
    screen.clear_status();
    screen.show(&session_start::not_started());
    Some(status)
}

impl<'a> Sample<'a> {
    /// Write the sample and check it once. None where it cannot be written: the session itself will say why.
    fn lay_out(desk: &'a mut Desk, folder: &SessionFolder, question: usize) -> Option<Sample<'a>> {
        let path = folder.add_sample(STARTER).ok()?;
        let file = AnswerFile::new(folder.root(), path.clone(), STARTER.as_bytes());
        let (name, folder) = (short_name(&path), path.parent()?.to_owned());
        let mut sample = Sample { question, folder, name, file, desk, handed: Instant::now() };
        sample.run(sha256(STARTER.as_bytes()), STARTER.as_bytes().to_vec());
        Some(sample)
    }

    /// Open it in the editor; in this terminal until it is closed.
    fn edit(&mut self, screen: &mut Terminal, sources: &Sources, opener: &Opener) {
        let files = [PathBuf::from(&self.name)];
        let opened = match opener.place() {
            Place::Here => sources.lend(|| opener.open(&files)),
            Place::Beside | Place::Window => opener.open(&files),
        };
        if let Err(error) = opened {
            screen.show(&session_editor::not_opened(&error.to_string()));
        }
        self.look();
    }

    fn look(&mut self) {
        if let Found::New { sha256, content } = self.file.look() {
            self.run(sha256, content);
        }
    }

    fn run(&mut self, sha256: String, content: Vec<u8>) {
        self.handed = Instant::now();
        self.desk.submit(Job { question: self.question, sha256, content, occasion: Occasion::Save });
    }

    fn show(&mut self, screen: &mut Terminal, outcome: Outcome) {
        self.desk.is_done();
        let (look, took) = (screen.look(), self.handed.elapsed());
        let source = outcome.job.source();
        let text = match outcome.result {
            Ok(checked) if source == STARTER => session_start::sample_tried(look, &self.name, checked.verdict, took),
            Ok(checked) => {
                let heading = session_start::sample_heading(took);
                session_check::result(look, &heading, &checked, &source, Reveal::Seen)
            }
            Err(error) => session_start::sample_failed(&error.0),
        };
        screen.show(&text);
    }
}

impl Drop for Sample<'_> {
    fn drop(&mut self) {
        // It is no answer: whoever grades the folder must not find it. What an editor keeps beside it goes too.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
