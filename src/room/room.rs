//! A running session. Everything reaches it as a message; what it does is recorded first and shown then.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::engine::clock::{Clock, Vigil};
use crate::engine::marks::Marks;
use crate::engine::session::{Phase, Session};
use crate::model::event::{Event, Moment, Stop};
use crate::model::exit_status::ExitStatus;
use crate::model::growth::Class;
use crate::model::material::Material;
use crate::model::record::Graded;
use crate::room::answers::AnswerFile;
use crate::room::command::{ASKING, KEYS, WORDS};
use crate::room::demos::Demos;
use crate::room::desk::Desk;
use crate::room::keeper::{Keeper, Kept};
use crate::room::message::Message;
use crate::room::partner_seat::Seat;
use crate::room::pending::Pending;
use crate::room::screen::Screen;
use crate::store::session_folder::SessionFolder;
use crate::ui::input::Input;
use crate::ui::prose;
use crate::ui::session_trouble;
use crate::ui::typing::{KEY_REST, Typing};

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
    pub demos: Demos,
    /// The follow-ups that earlier sessions asked, question by question.
    pub asked_before: Vec<BTreeSet<usize>>,
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
    /// A key has just answered something: Enter after it belongs to it.
    pub(super) is_answered: bool,
    /// Somebody has pressed Enter after an answer of one key, and will again.
    pub(super) ends_with_enter: bool,
    pub(super) stage: Stage,
    /// What may come up after a pass.
    pub(super) pending: Pending,
    /// The interviewer, or an empty chair.
    pub(super) partner: Seat,
    /// Somebody removed the session folder.
    pub(super) is_folder_gone: bool,
    /// The editor is to be opened on the answer to this question.
    pub(super) wanted_edit: Option<usize>,
    /// What was found at the bell, question by question.
    pub(super) at_bell: Vec<Option<Graded>>,
    /// Since something was heard or kept last.
    pub(super) vigil: Vigil,
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
    /// Enter, from whoever the screen was turned to.
    TurnScreen,
    /// Whether the answer to this question is to be closed and its key points shown.
    ConfirmRate {
        question: usize,
    },
    Rate {
        question: usize,
        point: usize,
    },
    /// How an explanation was delivered: the criterion at this place.
    RateDelivery {
        question: usize,
        index: usize,
    },
    /// Whether the next hint is worth its price.
    ConfirmHint {
        question: usize,
    },
    /// What an answer to this question costs: a class of time, one of space, a sentence.
    Claim {
        question: usize,
        step: Step,
    },
    /// How well the candidate answered this follow-up.
    RateFollowUp {
        question: usize,
        follow_up: usize,
    },
    /// Whether this question is to be handed in.
    ConfirmSubmit {
        question: usize,
    },
}

/// Which part of a claim comes next, with what was chosen before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Time,
    Space { time: Class },
    Why { time: Class, space: Class },
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
    /// Everything is graded and rated, and an interviewer may still be marking.
    Marking,
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
            typing: Typing::new(WORDS, KEYS, ASKING),
            rest_of_answer: "",
            is_answered: false,
            ends_with_enter: false,
            stage: Stage::Working,
            pending: Pending::default(),
            partner: Seat::default(),
            is_folder_gone: false,
            wanted_edit: None,
            at_bell: (0..session.count()).map(|_| None).collect(),
            vigil: Vigil::begin(&*furniture.clock),
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

    /// As `open` and then `finish`, of which nobody is asked whether they mean it.
    pub fn open_to_finish(&mut self) -> Option<ExitStatus> {
        self.stage = Stage::Waiting(Then::Finish);
        match self.session.phase() {
            Phase::Rung(_) => self.grade_from(0),
            Phase::Grace => self.finish_in_grace(),
            _ if self.session.is_bell_due(self.now()) => self.time_is_up(),
            _ => self.after_requests(Then::Finish),
        }
        self.after_message()
    }

    /// Take a message; a status when the room is over.
    pub fn handle(&mut self, message: Message) -> Option<ExitStatus> {
        self.notice_sleep();
        self.end_turn_before(&message);
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
            Message::Demonstrated(demonstrated) => self.demonstrated(*demonstrated),
            Message::Counted(counted) => self.counted(*counted),
            Message::Interrupted => self.interrupt(),
            Message::Interviewer(call) => self.interviewer_calls(call),
            Message::Stopped | Message::Editor(_) | Message::News(_) => {}
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
        self.tell_interviewer();
        if !matches!(self.stage, Stage::Over(_)) {
            self.show_status();
        }
        match self.stage {
            Stage::Over(status) => Some(status),
            _ => None,
        }
    }
}

/// What everything else rests on.
impl Room {
    pub(super) fn now(&self) -> Moment {
        self.furniture.clock.now()
    }

    pub(super) fn show(&mut self, text: &str) {
        match self.partner.kept_back() {
            Some(later) => later.push_str(text),
            None => self.furniture.screen.show(text),
        }
    }

    /// Show a sentence, wrapped.
    pub(super) fn say(&mut self, sentence: &str) {
        let text = prose::wrap(sentence, self.furniture.screen.look().width);
        self.show(&format!("{text}\n"));
    }

    /// Let an event happen and keep it. When this returns it is on the disk, or the candidate was told that it is not.
    pub(super) fn record(&mut self, event: Event) {
        // The machine may have slept between two lines of this program, too.
        self.notice_sleep();
        self.record_at(self.now(), event);
    }

    /// As `record`, of something that has happened at this moment, after all other events.
    pub(super) fn record_at(&mut self, at: Moment, event: Event) {
        self.apply(at, &event);
        self.keep(at, event);
    }

    /// Let an event happen. It must be kept next.
    pub(super) fn apply(&mut self, at: Moment, event: &Event) {
        let has_place = self.session.apply(event, at);
        debug_assert!(has_place, "{event:?} has no place in {:?}", self.session.phase());
    }

    /// Keep an event that has happened.
    pub(super) fn keep(&mut self, at: Moment, event: Event) {
        match self.furniture.keeper.keep(at, event) {
            Kept::Yes | Kept::NotYet => {}
            Kept::Again => self.say(&session_trouble::kept_again()),
            Kept::No(error) => self.say(&session_trouble::not_kept(&error.to_string())),
        }
    }
}
