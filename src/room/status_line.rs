//! The line at the foot of a session, and what is told when a moment comes that it shows: warnings, and that the room is alive.

use std::path::Path;
use std::time::Duration;

use crate::engine::allowance::allowance;
use crate::engine::clock;
use crate::engine::session::Phase;
use crate::model::event::Event;
use crate::model::view::{Budget, Saved, Status};
use crate::room::room::Room;
use crate::ui::session_message;
use crate::ui::session_status;

/// How often a room that is left alone shows that it is alive.
// Receipt: a crash then gives back at most half a minute; an hour costs 120 rows of 200 bytes.
const HEARTBEAT: Duration = Duration::from_secs(30);

impl Room {
    pub(super) fn show_status(&mut self) {
        if self.session.phase() == Phase::Running {
            // Whoever types a sentence is alive, and warned, as anybody else.
            self.beat();
            self.warn();
        }
        if self.show_turn() {
            return;
        }
        let look = self.furniture.screen.look();
        let typed = self.sentence_typed().or_else(|| self.typing.line());
        let line = match (self.session.phase(), typed) {
            (Phase::Running | Phase::Suspended(_), Some(typed)) => {
                let (line, cursor) = session_status::typed(look, typed);
                return self.furniture.screen.status(&line, cursor);
            }
            (Phase::Running, None) => session_status::status(look, &self.status()),
            (Phase::Suspended(_), None) => session_status::paused(look, self.session.left(self.now())),
            (Phase::Grace, _) => session_status::grace(look, self.session.grace_left(self.now()).unwrap_or_default()),
            (Phase::Rung(_) | Phase::Finished(_), _) => return,
        };
        self.furniture.screen.status(&line, 0);
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
            self.ring_for(warning);
        }
    }

    fn status(&self) -> Status {
        let (now, question) = (self.now(), self.session.current());
        let started = self.session.started();
        Status {
            title: started.plan.as_deref().map_or_else(|| started.title.clone(), short),
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

/// A plan is named by its id, or by the file that it was read from, wherever that stands.
fn short(plan: &str) -> String {
    Path::new(plan).file_stem().map_or_else(|| plan.to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_plan_has_a_short_name_wherever_its_file_stands() {
        assert_eq!(
            ["phone-screen-30", "five.json", "/far/away/five.json", ".."].map(short),
            ["phone-screen-30", "five", "five", ".."]
        );
    }
}
