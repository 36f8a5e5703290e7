//! A running session. Everything reaches it as a message; what it does is recorded first and shown then.

use std::time::Duration;

use crate::engine::allowance::allowance;
use crate::engine::clock;
use crate::engine::clock::Clock;
use crate::engine::marks::Marks;
use crate::engine::session::{Phase, Session};
use crate::model::event::{CheckSummary, Ending, Event, Moment, Occasion, Stop};
use crate::model::exit_status::ExitStatus;
use crate::model::material::Material;
use crate::model::question::Kind;
use crate::model::record::Graded;
use crate::model::view::{Budget, Saved, Status};
use crate::room::answers::{AnswerFile, Found};
use crate::room::command::WORDS;
use crate::room::desk::{Desk, Job, Outcome};
use crate::room::keeper::{Keeper, Kept};
use crate::room::message::Message;
use crate::room::screen::Screen;
use crate::store::session_folder::SessionFolder;
use crate::ui::checked::Reveal;
use crate::ui::keys::Input;
use crate::ui::prose;
use crate::ui::session_check;
use crate::ui::session_message;
use crate::ui::session_screen;
use crate::ui::session_terms;
use crate::ui::typing::{KEY_REST, Typing};

/// How often a room that is left alone shows that it is alive.
// Receipt: a crash then gives back at most half a minute; an hour costs 120 rows of 200 bytes.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// What a room is made of.
pub struct Furniture {
    pub clock: Box<dyn Clock>,
    pub screen: Box<dyn Screen>,
    pub keeper: Keeper,
    pub folder: SessionFolder,
    /// How the folder is called in messages and commands.
    pub folder_name: String,
    /// Of the questions of the session, in its order.
    pub materials: Vec<Material>,
    pub desk: Desk,
    /// Keys come from a terminal; otherwise lines, and nothing is asked back.
    pub has_keys: bool,
    /// The bank is not the one that the session was drawn from.
    pub bank_changed: bool,
}

pub struct Room {
    pub(super) furniture: Furniture,
    pub(super) session: Session,
    pub(super) files: Vec<AnswerFile>,
    pub(super) marks: Marks,
    pub(super) prompt: Prompt,
    pub(super) typing: Typing,
    /// Letters that may still follow an answer of one key, as `es` follows `y`.
    pub(super) rest_of_answer: &'static str,
    pub(super) stage: Stage,
    /// Somebody removed the session folder.
    is_folder_gone: bool,
    /// What was found at the bell, question by question.
    pub(super) at_bell: Vec<Option<Graded>>,
}

/// What the next key answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prompt {
    None,
    /// The number of a clarification or of a question, as far as it was typed.
    Number {
        purpose: Purpose,
        typed: usize,
    },
    ConfirmFinish,
    /// Whether the answer to this question is to be closed and its key points shown.
    ConfirmRate {
        question: usize,
    },
    Rate {
        question: usize,
        point: usize,
    },
    /// Whether the next hint is worth its price.
    ConfirmHint {
        question: usize,
    },
    /// Whether this question is to be handed in.
    ConfirmSubmit {
        question: usize,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Ask,
    Go,
}

/// How far a room is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stage {
    Working,
    /// The clock stands still, and the candidate is here.
    Paused,
    /// The time is up; a last save is waited for.
    Grace,
    /// No more input is taken; once the checks that were asked for have ended, this is done.
    Waiting(Then),
    /// The answer to this question is being graded.
    Grading(usize),
    /// The clock has stopped; these questions may still be rated.
    Rating(Vec<usize>),
    Over(ExitStatus),
}

/// What somebody wanted while a check was running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    Leave(Stop),
    Finish,
}

impl Room {
    /// A room in which this session goes on.
    pub fn new(furniture: Furniture, session: Session) -> Room {
        let now = furniture.clock.now();
        let files = (0..session.count()).map(|question| {
            let path = furniture.folder.answer_path(question, session.drawn(question));
            let known = session.newest(question).map(|save| save.content.as_slice());
            let starter = furniture.materials[question].starter.as_bytes();
            AnswerFile::new(furniture.folder.root(), path, known.unwrap_or(starter))
        });
        Room {
            files: files.collect(),
            marks: Marks::caught_up(&session, now),
            prompt: Prompt::None,
            typing: Typing::new(WORDS),
            rest_of_answer: "",
            stage: Stage::Working,
            is_folder_gone: false,
            at_bell: (0..session.count()).map(|_| None).collect(),
            furniture,
            session,
        }
    }

    /// Show what is to be done, or go on with grading where the bell has rung already.
    pub fn open(&mut self) -> Option<ExitStatus> {
        match self.session.phase() {
            Phase::Rung(_) => self.grade_from(0),
            Phase::Grace => self.go_on_in_grace(),
            _ if self.session.is_bell_due(self.now()) => self.time_is_up(),
            _ => {
                self.look_at_files(AnswerFile::look);
                self.show_card();
            }
        }
        self.after_message()
    }

    /// Take a message; a status when the room is over.
    pub fn handle(&mut self, message: Message) -> Option<ExitStatus> {
        if self.session.is_bell_due(self.now()) {
            self.time_is_up();
        }
        if let Some(after) = self.session.grace_over_for(self.now()) {
            self.grace_is_over(after);
        }
        match message {
            Message::Input(Input::End) => self.input_ended(),
            Message::Input(input) => self.input(input),
            Message::FilesChanged => self.look_at_files(AnswerFile::look),
            Message::Tick => {
                self.keys_rest();
                self.look_at_files(AnswerFile::poll);
            }
            Message::Checked(outcome) => self.checked(*outcome),
            Message::Interrupted => self.interrupt(),
            Message::Stopped => {}
        }
        self.after_message()
    }

    /// How long nothing needs to happen: until the next second, the bell, or the moment in which a letter becomes a key.
    pub fn patience(&self) -> Duration {
        let now = self.now();
        let longest = if self.typing.is_waiting() { KEY_REST } else { Duration::from_secs(1) };
        match self.session.phase() {
            Phase::Running => self.session.left(now).min(longest),
            Phase::Grace => self.session.grace_left(now).unwrap_or_default().min(longest),
            _ => longest,
        }
    }

    fn after_message(&mut self) -> Option<ExitStatus> {
        if !matches!(self.stage, Stage::Over(_)) {
            self.show_status();
        }
        match self.stage {
            Stage::Over(status) => Some(status),
            _ => None,
        }
    }

    fn show_status(&mut self) {
        let look = self.furniture.screen.look();
        let line = match (self.session.phase(), self.typing.line()) {
            (Phase::Running | Phase::Suspended(_), Some(typed)) => session_screen::typed(look, typed),
            (Phase::Running, None) => {
                self.beat();
                self.warn();
                session_screen::status(look, &self.status())
            }
            (Phase::Suspended(_), None) => session_screen::paused(look, self.session.left(self.now())),
            (Phase::Grace, _) => session_screen::grace(look, self.session.grace_left(self.now()).unwrap_or_default()),
            (Phase::Rung(_) | Phase::Finished(_), _) => return,
        };
        self.furniture.screen.status(&line);
    }

    fn beat(&mut self) {
        if clock::elapsed(self.session.last_at(), self.now()).time >= HEARTBEAT {
            self.record(Event::Alive);
        }
    }

    fn warn(&mut self) {
        let now = self.now();
        for warning in self.marks.news(&self.session, now) {
            let left = match warning.of {
                Budget::Session => self.session.left(now),
                Budget::Question(question) => {
                    allowance(&self.session, question, now).saturating_sub(self.session.used_on(question, now))
                }
            };
            self.show(&session_message::warning(self.furniture.screen.look(), warning, left));
        }
    }

    fn status(&self) -> Status {
        let (now, question) = (self.now(), self.session.current());
        let started = self.session.started();
        Status {
            title: started.plan.clone().unwrap_or_else(|| started.title.clone()),
            left: self.session.left(now),
            length: self.session.length(),
            question: question + 1,
            count: self.session.count(),
            used: self.session.used_on(question, now),
            budget: allowance(&self.session, question, now),
            saved: match self.session.newest(question) {
                _ if self.furniture.keeper.waiting() > 0 => Saved::NotKept,
                Some(save) => Saved::Ago(clock::elapsed(save.at, now).time),
                None => Saved::NotYet,
            },
            is_checking: self.furniture.desk.is_busy(),
        }
    }
}

/// Saves and checks.
impl Room {
    /// Take what is new in the answer files, while it counts.
    pub(super) fn look_at_files(&mut self, look: fn(&mut AnswerFile) -> Found) {
        if !matches!(self.session.phase(), Phase::Running | Phase::Grace) {
            return;
        }
        self.look_for_folder();
        for question in 0..self.files.len() {
            let found = look(&mut self.files[question]);
            if self.take(question, found) {
                self.run_samples(question);
            }
        }
    }

    /// Say it when the folder goes, and again only after it was there.
    fn look_for_folder(&mut self) {
        let is_gone = !self.furniture.folder.root().is_dir();
        if is_gone && !self.is_folder_gone {
            let text = session_message::folder_is_gone(self.furniture.folder.root());
            self.say(&text);
        }
        self.is_folder_gone = is_gone;
    }

    /// Keep a new content. Whether there is one that counts.
    pub(super) fn take(&mut self, question: usize, found: Found) -> bool {
        match found {
            Found::Nothing => false,
            Found::Trouble(reason) => {
                self.say(&session_message::unreadable(question + 1, &reason));
                false
            }
            Found::New { .. } if self.session.progress(question).is_closed => {
                let is_submitted = self.session.progress(question).is_submitted;
                self.say(&session_message::is_closed(question + 1, is_submitted));
                false
            }
            Found::New { sha256, content } => {
                self.record(Event::Saved { question, sha256, content });
                true
            }
        }
    }

    fn run_samples(&mut self, question: usize) {
        match self.session.drawn(question).kind {
            _ if self.session.phase() == Phase::Grace => self.say(&session_terms::saved_in_grace(question + 1)),
            Kind::Code if !self.is_whiteboard() => self.run_answer(question, Occasion::Save),
            Kind::Code | Kind::Predict | Kind::Explain => {
                let text = self.heading(question, Occasion::Save);
                self.say(&format!("{text}."));
            }
        }
    }

    /// Run the newest content, if there is one.
    pub(super) fn run_answer(&mut self, question: usize, occasion: Occasion) {
        if let Some(save) = self.session.newest(question) {
            let job = Job { question, sha256: save.sha256.clone(), content: save.content.clone(), occasion };
            self.furniture.desk.submit(job);
        }
    }

    fn checked(&mut self, outcome: Outcome) {
        self.furniture.desk.is_done();
        if outcome.job.question >= self.session.count() {
            // The sample that was tried before the clock started.
            return;
        }
        if outcome.job.occasion == Occasion::Bell {
            self.graded(outcome);
            return;
        }
        let source = outcome.job.source();
        let Job { question, occasion, .. } = outcome.job;
        match outcome.result {
            Ok(checked) => {
                let summary =
                    CheckSummary { sha256: outcome.job.sha256, ..CheckSummary::new(question, occasion, &checked) };
                self.record(Event::Checked(summary));
                if matches!(self.session.phase(), Phase::Running | Phase::Suspended(_)) {
                    let heading = self.heading(question, occasion);
                    let look = self.furniture.screen.look();
                    self.show(&session_check::result(look, &heading, &checked, &source, Reveal::Seen));
                }
            }
            Err(error) => self.say(&session_message::internal(question + 1, &error.0)),
        }
        if let Stage::Waiting(then) = self.stage {
            self.after_requests(then);
        }
    }

    /// For instance `Q2 check 3`. Nothing is called saved that is not in the journal.
    fn heading(&self, question: usize, occasion: Occasion) -> String {
        let checks = &self.session.progress(question).checks;
        match occasion {
            Occasion::Request => {
                let count = checks.iter().filter(|check| check.summary.occasion == Occasion::Request).count();
                format!("Q{} check {count}", question + 1)
            }
            _ if self.furniture.keeper.waiting() > 0 => format!("Q{} not kept", question + 1),
            Occasion::Save | Occasion::Bell => format!("Q{} saved", question + 1),
        }
    }
}

/// Leaving.
impl Room {
    /// Do this as soon as no check that was asked for is running.
    pub(super) fn after_requests(&mut self, then: Then) {
        match then {
            _ if self.furniture.desk.has_requests() => self.stage = Stage::Waiting(then),
            Then::Leave(why) => self.suspend(why, ExitStatus::Success),
            Then::Finish => self.ring(Ending::Candidate),
        }
    }

    fn input_ended(&mut self) {
        match self.stage {
            Stage::Working | Stage::Paused => self.after_requests(Then::Leave(Stop::EndOfInput)),
            Stage::Rating(_) => self.finish(),
            // What was wanted before is done first; a last save and grading need no input.
            Stage::Waiting(_) | Stage::Grace | Stage::Grading(_) | Stage::Over(_) => {}
        }
    }

    /// Stop the clock at once.
    fn interrupt(&mut self) {
        match self.stage {
            Stage::Over(_) => {}
            Stage::Rating(_) => self.finish(),
            Stage::Working | Stage::Paused | Stage::Waiting(_) | Stage::Grace | Stage::Grading(_) => {
                self.suspend(Stop::Interrupted, ExitStatus::Interrupted)
            }
        }
    }

    pub(super) fn suspend(&mut self, why: Stop, status: ExitStatus) {
        if self.session.phase() == Phase::Running {
            self.look_at_files(AnswerFile::look);
            self.record(Event::Suspended { why });
        }
        self.furniture.screen.clear_status();
        let left = self.session.left(self.now());
        let name = self.session.started().session.clone();
        self.say(&match self.session.phase() {
            Phase::Suspended(_) if self.is_strict() => session_terms::left_strictly(&name, left),
            Phase::Suspended(_) | Phase::Running => session_message::suspended(&name, left),
            Phase::Grace | Phase::Rung(_) | Phase::Finished(_) => session_terms::left_ungraded(&name),
        });
        self.stage = Stage::Over(self.status_after(status));
    }

    /// The status, unless events could not be kept.
    pub(super) fn status_after(&mut self, status: ExitStatus) -> ExitStatus {
        let have_waited = self.furniture.keeper.waiting() > 0;
        let lost = self.furniture.keeper.settle();
        if lost == 0 {
            if have_waited {
                self.say(&session_message::kept_again());
            }
            return status;
        }
        self.say(&session_message::lost_events(lost));
        ExitStatus::Incomplete
    }
}

/// What everything else rests on.
impl Room {
    pub(super) fn now(&self) -> Moment {
        self.furniture.clock.now()
    }

    pub(super) fn show(&mut self, text: &str) {
        self.furniture.screen.show(text);
    }

    /// Show a sentence, wrapped.
    pub(super) fn say(&mut self, sentence: &str) {
        let text = prose::wrap(sentence, self.furniture.screen.look().width);
        self.show(&format!("{text}\n"));
    }

    /// Let an event happen and keep it. When this returns it is on the disk, or the candidate was told that it is not.
    pub(super) fn record(&mut self, event: Event) {
        let now = self.now();
        let has_place = self.session.apply(&event, now);
        debug_assert!(has_place, "{event:?} has no place in {:?}", self.session.phase());
        match self.furniture.keeper.keep(now, event) {
            Kept::Yes | Kept::NotYet => {}
            Kept::Again => self.say(&session_message::kept_again()),
            Kept::No(error) => self.say(&session_message::not_kept(&error.to_string())),
        }
    }
}
