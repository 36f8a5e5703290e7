//! The clock stands still: a pause that the candidate takes in the room, the sleep of Ctrl-Z, and that of the machine.

use crate::engine::session::Phase;
use crate::model::event::{Event, Stop};
use crate::model::exit_status::ExitStatus;
use crate::room::answers::AnswerFile;
use crate::room::room::{Prompt, Room, Stage};
use crate::ui::session_end;
use crate::ui::session_terms;

impl Room {
    /// Stop the clock and stay. A strict clock does not stop.
    pub(super) fn pause(&mut self) {
        if self.is_strict() {
            return self.say(&session_terms::no_pause());
        }
        self.look_at_files(AnswerFile::look);
        self.record(Event::Suspended { why: Stop::Pause });
        self.prompt = Prompt::None;
        self.stage = Stage::Paused;
        let left = self.session.left(self.now());
        self.say(&session_terms::paused(left, self.furniture.has_keys));
    }

    /// Let the clock run again.
    pub(super) fn go_on(&mut self) {
        self.record(Event::Resumed);
        self.stage = Stage::Working;
        self.say_resumed();
        self.look_at_files(AnswerFile::look);
    }

    /// Leave at once; on a terminal nobody waits for a check that runs.
    pub(super) fn leave(&mut self) {
        self.suspend(Stop::Quit, ExitStatus::Success);
    }

    /// The process is about to be put to sleep.
    pub fn fall_asleep(&mut self) {
        self.end_turn();
        self.furniture.screen.clear_status();
        if self.session.phase() == Phase::Running && !self.is_strict() {
            self.look_at_files(AnswerFile::look);
            self.record(Event::Suspended { why: Stop::Sleep });
        }
        self.tell_interviewer();
        self.furniture.screen.settle();
    }

    /// The process was woken.
    pub fn wake_up(&mut self) {
        if self.session.phase() == Phase::Suspended(Stop::Sleep) {
            self.record(Event::Resumed);
            self.say_resumed();
        }
        self.ask_again();
    }

    /// What the machine has slept since somebody looked last is a pause; a strict clock went on.
    pub(super) fn notice_sleep(&mut self) {
        let Some(since) = self.vigil.renew(&*self.furniture.clock) else { return };
        if self.session.phase() == Phase::Running && !self.is_strict() {
            self.record_at(since, Event::Suspended { why: Stop::Asleep });
            self.record_at(self.now(), Event::Resumed);
            self.say_resumed();
        }
    }

    pub(super) fn is_strict(&self) -> bool {
        self.session.started().conditions.strict
    }

    fn say_resumed(&mut self) {
        let left = self.session.left(self.now());
        let paused = self.session.pauses().last().map_or_else(Default::default, |pause| pause.length);
        self.say(&session_end::resumed(left, paused));
    }
}
