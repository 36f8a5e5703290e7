//! Leaving a room before its bell.

use crate::engine::session::Phase;
use crate::model::event::{Ending, Event, Stop};
use crate::model::exit_status::ExitStatus;
use crate::room::answers::AnswerFile;
use crate::room::room::{Room, Stage, Then};
use crate::ui::session_end;
use crate::ui::session_terms;
use crate::ui::session_trouble;

impl Room {
    /// Do this as soon as no check that was asked for is running.
    pub(super) fn after_requests(&mut self, then: Then) {
        match then {
            _ if self.furniture.desk.has_requests() || self.furniture.demos.has_requests() => {
                self.stage = Stage::Waiting(then);
            }
            Then::Leave(why) => self.suspend(why, ExitStatus::Success),
            Then::Finish => self.ring(Ending::Candidate),
        }
    }

    pub(super) fn input_ended(&mut self) {
        match self.stage {
            Stage::Working | Stage::Paused => self.after_requests(Then::Leave(Stop::EndOfInput)),
            Stage::Rating(_) | Stage::Marking => self.finish(),
            // What was wanted before is done first; a last save and grading need no input.
            Stage::Waiting(_) | Stage::Grace | Stage::Grading(_) | Stage::Over(_) => {}
        }
    }

    /// Stop the clock at once.
    pub(super) fn interrupt(&mut self) {
        match self.stage {
            Stage::Over(_) => {}
            // Everything is graded: the report is written, and a rating that was left is told as such.
            Stage::Rating(_) | Stage::Marking => self.finish_with(ExitStatus::Interrupted),
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
        self.keep_note_begun();
        self.furniture.screen.clear_status();
        let left = self.session.left(self.now());
        let name = self.session.started().session.clone();
        self.say(&match self.session.phase() {
            Phase::Suspended(_) if self.is_strict() => session_terms::left_strictly(&name, left),
            Phase::Suspended(_) | Phase::Running => session_end::suspended(&name, left),
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
                self.say(&session_trouble::kept_again());
            }
            return status;
        }
        self.say(&session_trouble::lost_events(lost));
        ExitStatus::Incomplete
    }
}
