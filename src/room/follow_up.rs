//! Follow-ups: one more question after an answer that passed, answered aloud and rated by the candidate.

use crate::engine::follow_up::{Happened, choose};
use crate::model::event::{Asker, Event, Score};
use crate::model::question::{FollowUp, Kind};
use crate::room::command;
use crate::room::room::{Prompt, Room};
use crate::ui::follow_up as screen;

impl Room {
    /// Put this follow-up (from 0) to the candidate. Nothing happens where the question has no such follow-up.
    pub fn ask_follow_up(&mut self, question: usize, follow_up: usize, by: Asker) {
        let Some(FollowUp { ask, .. }) = self.follow_up(question, follow_up) else { return };
        self.record(Event::FollowUpAsked { question, follow_up, ask: Some(ask.clone()), by });
        let (look, has_keys) = (self.furniture.screen.look(), self.furniture.has_keys);
        self.show(&screen::asked(look, question + 1, &ask, by, has_keys));
    }

    /// What `follow` means now: the next follow-up, the answer to the one that is open, or a score for it.
    pub(super) fn follow(&mut self, question: usize, score: Option<Score>) {
        let progress = self.session.progress(question);
        let is_open = |follow_up: &usize| {
            // One that a new bank does not have has no answer to be rated against.
            !progress.follow_up_scores.contains_key(follow_up) && self.follow_up(question, *follow_up).is_some()
        };
        let open = progress.follow_up.filter(is_open);
        match (open, score) {
            (Some(follow_up), Some(score)) => self.rate_follow_up(question, follow_up, score),
            (Some(follow_up), None) => self.answer_follow_up(question, follow_up),
            (None, Some(_)) => self.say(&screen::nothing_to_rate()),
            (None, None) if !self.may_follow(question) => {
                self.say(&screen::too_early(self.session.drawn(question).kind == Kind::Explain))
            }
            (None, None) => match self.next_follow_up(question) {
                Some(follow_up) => self.ask_follow_up(question, follow_up, Asker::Greenroom),
                None => self.say(&screen::no_more(progress.follow_ups.len())),
            },
        }
    }

    /// A key after the answer was shown: a score, or something else that is done then.
    pub(super) fn follow_up_key(&mut self, question: usize, follow_up: usize, key: char) {
        match command::score(&key.to_string()) {
            Some(score) => self.rate_follow_up(question, follow_up, score),
            None if matches!(key, '\n' | '\r' | ' ') => {}
            None => self.typed(key),
        }
    }

    /// Follow-ups come after an answer that passed, or after an explanation whose key points were shown.
    fn may_follow(&self, question: usize) -> bool {
        let is_explained =
            self.session.drawn(question).kind == Kind::Explain && self.session.progress(question).is_closed;
        is_explained || self.session.passed(question).is_some()
    }

    pub(super) fn next_follow_up(&self, question: usize) -> Option<usize> {
        let material = &self.furniture.materials[question].question;
        choose(
            material,
            &Happened::of(&self.session, question, material, self.now()),
            &self.furniture.asked_before[question],
        )
    }

    fn answer_follow_up(&mut self, question: usize, follow_up: usize) {
        let Some(FollowUp { answer, .. }) = self.follow_up(question, follow_up) else { return };
        self.pending.answered.insert((question, follow_up));
        let (look, has_keys) = (self.furniture.screen.look(), self.furniture.has_keys);
        self.show(&screen::answer(look, &answer.text(), has_keys));
        if has_keys {
            self.prompt = Prompt::RateFollowUp { question, follow_up };
        }
    }

    fn rate_follow_up(&mut self, question: usize, follow_up: usize, score: Score) {
        if self.pending.answered.insert((question, follow_up))
            && let Some(FollowUp { answer, .. }) = self.follow_up(question, follow_up)
        {
            // Who rates by heart sees what it is rated against all the same.
            let look = self.furniture.screen.look();
            self.show(&screen::answer(look, &answer.text(), true));
        }
        self.record(Event::FollowUpRated { question, follow_up, score });
        self.say(&screen::rated(score));
    }

    fn follow_up(&self, question: usize, follow_up: usize) -> Option<FollowUp> {
        self.furniture.materials[question].question.follow_ups.get(follow_up).cloned()
    }
}
