//! Whiteboard sessions: nothing runs until a question is handed in, and then it runs once.

use crate::model::event::{Event, Occasion};
use crate::model::question::Kind;
use crate::room::room::{Prompt, Room};
use crate::ui::session_message;
use crate::ui::session_terms;

impl Room {
    pub(super) fn is_whiteboard(&self) -> bool {
        self.session.started().conditions.whiteboard
    }

    /// Hand the current question in; somebody at a terminal is asked first, because it closes the question.
    pub(super) fn submit_question(&mut self, question: usize) {
        if !self.is_whiteboard() {
            return self.say(&session_terms::no_submit());
        }
        if self.session.drawn(question).kind == Kind::Explain {
            return self.say(&session_message::nothing_to_check());
        }
        if self.session.progress(question).is_closed {
            return self.say(&session_message::is_closed(question + 1, self.session.progress(question).is_submitted));
        }
        if self.is_unsaved(question) {
            return;
        }
        if self.furniture.has_keys {
            self.say(&session_terms::confirm_submit(question + 1));
            self.prompt = Prompt::ConfirmSubmit { question };
        } else {
            self.hand_in(question);
        }
    }

    /// What is saved at this moment is the answer. It runs now.
    pub(super) fn hand_in(&mut self, question: usize) {
        let found = self.files[question].look();
        self.take(question, found);
        self.record(Event::Submitted { question });
        self.say(&session_terms::submitted(question + 1));
        self.run_answer(question, Occasion::Request);
    }
}
