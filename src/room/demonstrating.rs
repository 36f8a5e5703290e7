//! Demos in a room: they begin with the key points, or when they are asked for, and interrupt no rating.

use crate::model::question::Kind;
use crate::room::demos::{Asked, Demonstrated};
use crate::room::room::{Prompt, Room, Stage};
use crate::ui::demo;

impl Room {
    /// The key points are open: what they claim is shown live.
    pub(super) fn begin_demo(&mut self, question: usize) {
        if self.session.drawn(question).kind == Kind::Explain {
            self.furniture.demos.begin(question, Asked::Nobody);
        }
    }

    /// The candidate wants to see it, perhaps once more.
    pub(super) fn demo(&mut self, question: usize) {
        if self.session.drawn(question).kind != Kind::Explain {
            return self.say(&demo::only_for_explanations());
        }
        if !self.session.progress(question).is_closed {
            return self.say(&demo::comes_with_the_key_points());
        }
        self.say(&demo::running(question + 1));
        self.furniture.demos.begin(question, Asked::TheCandidate);
    }

    pub(super) fn demonstrated(&mut self, demonstrated: Demonstrated) {
        let asked = self.furniture.demos.is_done(demonstrated.question);
        let is_told = asked == Asked::TheCandidate || !matches!(demonstrated.result, Ok(None));
        if is_told && !matches!(self.stage, Stage::Over(_)) {
            self.furniture.demos.held.push(demonstrated);
        }
        let is_rating = matches!(self.prompt, Prompt::Rate { .. } | Prompt::RateDelivery { .. });
        let is_quiet = matches!(self.stage, Stage::Working | Stage::Paused | Stage::Waiting(_) | Stage::Rating(_));
        if is_quiet && !is_rating {
            self.show_demos();
        }
        if let Stage::Waiting(then) = self.stage {
            self.after_requests(then);
        }
    }

    /// Those that have ended by now.
    pub(super) fn show_demos(&mut self) {
        let look = self.furniture.screen.look();
        for Demonstrated { question, result } in std::mem::take(&mut self.furniture.demos.held) {
            let text = match &result {
                Ok(Some(demonstration)) => demo::demonstrated(look, Some(question + 1), demonstration),
                Ok(None) => demo::none(),
                Err(error) => demo::not_run(look, &error.0),
            };
            self.show(&text);
        }
    }
}
