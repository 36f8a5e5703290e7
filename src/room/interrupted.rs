//! What somebody was in the middle of when the bell rang, or when Ctrl-Z took the terminal away.

use crate::model::claim::Claim;
use crate::model::event::Event;
use crate::room::room::{Prompt, Purpose, Room, Stage, Step};

impl Room {
    /// The bell is about to ring. A card of which only the sentence was missing is kept with what was typed of it, and a
    /// rating goes on after the grading. Whether a card was kept.
    pub(super) fn keep_what_was_begun(&mut self) -> bool {
        match self.prompt {
            Prompt::Claim { question, step: Step::Why { time, space } } => {
                let why = self.pending.sentence.take();
                let Some(passed) = self.session.passed(question) else { return false };
                let sha256 = passed.summary.sha256.clone();
                self.record(Event::Claimed { question, sha256, claim: Claim { time, space, why } });
                true
            }
            Prompt::RateDelivery { question, index } => {
                self.pending.delivery = Some((question, index));
                false
            }
            _ => false,
        }
    }

    /// What was asked before the terminal was away is asked again: what stood on it may be gone.
    pub(super) fn ask_again(&mut self) {
        if self.stage == Stage::Marking {
            return self.offer_marking();
        }
        if !matches!(self.stage, Stage::Working | Stage::Rating(_)) || self.session.is_bell_due(self.now()) {
            return;
        }
        match std::mem::replace(&mut self.prompt, Prompt::None) {
            Prompt::Number { purpose: Purpose::Ask, .. } => self.ask_menu(self.session.current()),
            Prompt::Number { purpose: Purpose::Go, .. } => self.ask_number(Purpose::Go),
            Prompt::ConfirmFinish => self.confirm_finish(),
            Prompt::ConfirmRate { question } => self.confirm_rating(question),
            Prompt::ConfirmHint { question } => self.hint(question),
            Prompt::ConfirmSubmit { question } => self.submit_question(question),
            Prompt::Rate { question, point } => self.ask_score(question, point),
            Prompt::RateDelivery { question, index } => self.ask_delivery(question, index),
            Prompt::Claim { question, step } => self.ask_for(question, step),
            // What it is about stands in no more than a line above, or is offered again by its word.
            prompt @ (Prompt::None | Prompt::TurnScreen | Prompt::RateFollowUp { .. }) => self.prompt = prompt,
        }
    }
}
