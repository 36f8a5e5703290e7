//! Checks, hints and flags that a candidate asks for.

use std::time::Duration;

use crate::engine::clock;
use crate::model::event::{Event, Occasion};
use crate::model::independence;
use crate::model::question::Kind;
use crate::room::answers::Found;
use crate::room::room::{Prompt, Room};
use crate::ui::session_message;
use crate::ui::session_terms;
use crate::ui::session_trouble;

/// How long the hidden cases of a question rest in a strict session.
// A choice and no measurement: an answer must be thought about again before it is tried again.
const BETWEEN_CHECKS: Duration = Duration::from_secs(60);

impl Room {
    pub(super) fn check(&mut self, question: usize) {
        if self.session.drawn(question).kind == Kind::Explain {
            return self.say(&session_message::nothing_to_check());
        }
        if self.is_whiteboard() {
            return self.say(&session_terms::whiteboard_runs_nothing(self.session.progress(question).is_submitted));
        }
        if let Some(wait) = self.wait_for_check(question) {
            return self.say(&session_terms::check_is_too_soon(question + 1, wait));
        }
        if self.is_unsaved(question) {
            return;
        }
        self.say(&session_message::checking(question + 1));
        self.run_answer(question, Occasion::Request);
    }

    /// Take what is in the file. If there is nothing that could be run, say so.
    pub(super) fn is_unsaved(&mut self, question: usize) -> bool {
        let found = self.files[question].look();
        let was_told = matches!(found, Found::Trouble(_));
        self.take(question, found);
        let is_unsaved = self.session.newest(question).is_none();
        if let Some(trouble) = self.files[question].trouble().map(str::to_owned) {
            if !was_told {
                self.say(&session_trouble::unreadable(question + 1, &trouble, !is_unsaved));
            }
        } else if is_unsaved {
            let name = self.files[question].name().to_owned();
            self.say(&session_message::nothing_saved(&name));
        }
        is_unsaved
    }

    /// How long a strict session makes the candidate wait for the hidden cases of this question.
    fn wait_for_check(&self, question: usize) -> Option<Duration> {
        if !self.is_strict() {
            return None;
        }
        if self.furniture.desk.has_request_for(question) {
            return Some(BETWEEN_CHECKS);
        }
        let checks = self.session.progress(question).checks.iter();
        let last = checks.rev().find(|check| check.summary.occasion == Occasion::Request)?;
        let wait = BETWEEN_CHECKS.saturating_sub(clock::elapsed(last.at, self.now()).time);
        (!wait.is_zero()).then_some(wait)
    }

    pub(super) fn flag(&mut self, question: usize) {
        let flagged = !self.session.progress(question).is_flagged;
        self.record(Event::Flagged { question, flagged });
        self.say(&session_terms::flagged(question + 1, flagged));
    }

    /// Say what the next hint costs; somebody at a terminal is asked first.
    pub(super) fn hint(&mut self, question: usize) {
        let (hint, count) = self.hints(question);
        if hint == count || !self.furniture.has_keys {
            return self.give_hint(question);
        }
        self.say(&session_terms::confirm_hint(hint + 1, count, independence::price(hint)));
        self.prompt = Prompt::ConfirmHint { question };
    }

    /// How many were shown, and how many there are.
    fn hints(&self, question: usize) -> (usize, usize) {
        let hints = &self.furniture.materials[question].question.hints;
        (self.session.progress(question).hints.len(), hints.len())
    }

    pub(super) fn give_hint(&mut self, question: usize) {
        let (hint, count) = self.hints(question);
        let hints = &self.furniture.materials[question].question.hints;
        match hints.get(hint).map(|hint| hint.text()) {
            Some(text) => {
                self.record(Event::HintShown { question, hint });
                self.show(&session_message::hint(self.furniture.screen.look(), hint + 1, count, &text));
            }
            None => self.say(&session_message::no_more_hints(count)),
        }
    }
}
