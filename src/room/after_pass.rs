//! What comes after an answer has passed its whole check: the card, then the second solution, then a follow-up. Each is
//! offered once, nothing of it has to be taken, and a command always goes first.

use crate::engine::claim::{classes, read_class};
use crate::model::event::{Asker, Occasion};
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::room::command::Command;
use crate::room::desk::Count;
use crate::room::room::{Prompt, Room, Stage, Step};
use crate::ui::after_pass as screen;

impl Room {
    /// The newest answer to this question has passed a whole check, while the clock runs.
    pub(super) fn has_passed(&mut self, question: usize) {
        if let Some(passed) = self.session.passed(question) {
            let sha256 = passed.summary.sha256.clone();
            self.count_cost(question, &sha256);
        }
        if self.stage != Stage::Working || self.passes(question) != 1 {
            return;
        }
        if !self.furniture.has_keys {
            self.name_what_waits(question);
            if classes(&self.furniture.materials[question].question).is_none() {
                self.show_idiom_once(question);
            }
        } else if !self.is_at(question) {
            self.name_what_waits(question);
        } else if classes(&self.furniture.materials[question].question).is_some() {
            self.pending.card = Some(question);
            let text = screen::offer(self.furniture.screen.look());
            self.show(&text);
        } else {
            self.after_card(question);
        }
    }

    /// A command while the card is offered. A number fills it in; a key that means nothing says no; anything else goes first,
    /// and what it leaves behind is named. None when there is nothing more to do.
    pub(super) fn card_or(&mut self, question: usize, command: Command) -> Option<Command> {
        let Some(offered) = self.pending.card.take().filter(|offered| *offered == question) else {
            return Some(command);
        };
        match &command {
            Command::Complexity(_) | Command::Quit | Command::Finish => Some(command),
            Command::Unknown(text) if text.chars().count() > 1 => Some(command),
            Command::Unknown(text) if read_class(text).is_ok() => {
                self.pending.sentence.take();
                text.chars().for_each(|key| self.claim_key(offered, Step::Time, key));
                None
            }
            Command::Nothing | Command::Unknown(_) => {
                self.after_card(offered);
                None
            }
            _ => {
                self.name_what_waits(offered);
                Some(command)
            }
        }
    }

    /// The card was filled in or refused: the second solution, and then a follow-up where somebody can answer it.
    pub(super) fn after_card(&mut self, question: usize) {
        self.show_idiom_once(question);
        let is_asked = !self.session.progress(question).follow_ups.is_empty();
        if self.furniture.has_keys
            && self.is_at(question)
            && !is_asked
            && let Some(follow_up) = self.next_follow_up(question)
        {
            self.ask_follow_up(question, follow_up, Asker::Greenroom);
        }
    }

    /// What needs a check that still runs is done when it has ended. Whether this command is such a one.
    pub(super) fn must_wait(&mut self, question: usize, command: &Command) -> bool {
        let must_wait = self.furniture.desk.has_request_for(question);
        if must_wait {
            self.pending.commands.push((question, command.clone()));
        }
        must_wait
    }

    /// The check has ended that these commands waited for.
    pub(super) fn do_what_waited(&mut self, question: usize) {
        if self.furniture.desk.has_request_for(question) {
            return;
        }
        let (now, later) = std::mem::take(&mut self.pending.commands).into_iter().partition(|(of, _)| *of == question);
        self.pending.commands = later;
        for (question, command) in now {
            match command {
                Command::Complexity(typed) => self.complexity(question, &typed),
                Command::Idiom => self.idiom(question),
                Command::Follow(score) => self.follow(question, score),
                _ => {}
            }
        }
    }

    /// The second solution, to whoever has one of their own.
    pub(super) fn idiom(&mut self, question: usize) {
        if self.session.drawn(question).kind == Kind::Code && self.session.passed(question).is_none() {
            return self.say(&screen::idiom_too_early());
        }
        if !self.show_idiom(question) {
            self.say(&screen::no_idiom());
        }
    }

    /// Count a version that has passed, where that says something and was not done.
    pub(super) fn count_cost(&mut self, question: usize, sha256: &str) {
        let progress = self.session.progress(question);
        let has_card = classes(&self.furniture.materials[question].question).is_some();
        if has_card
            && !progress.counted.contains_key(sha256)
            && let Some(save) = progress.saves.iter().rfind(|save| save.sha256 == sha256)
        {
            let (sha256, content) = (save.sha256.clone(), save.content.clone());
            self.furniture.desk.count(Count { question, sha256, content });
        }
    }

    /// The candidate is at this question, and nothing is asked or typed.
    fn is_at(&self, question: usize) -> bool {
        let is_typing = self.typing.line().is_some() || self.typing.is_waiting();
        self.stage == Stage::Working && self.session.current() == question && self.prompt == Prompt::None && !is_typing
    }

    /// How many whole checks have passed.
    fn passes(&self, question: usize) -> usize {
        let checks = self.session.progress(question).checks.iter().map(|check| &check.summary);
        checks.filter(|check| check.occasion == Occasion::Request && check.verdict == Verdict::Pass).count()
    }

    fn name_what_waits(&mut self, question: usize) {
        let material = &self.furniture.materials[question];
        let has_card = classes(&material.question).is_some() && self.session.progress(question).claims.is_empty();
        let (has_idiom, has_follow_up) = (material.idiom.is_some(), !material.question.follow_ups.is_empty());
        if let Some(text) = screen::what_waits(question + 1, has_card, has_idiom, has_follow_up) {
            self.say(&text);
        }
    }

    fn show_idiom_once(&mut self, question: usize) {
        if !self.pending.idioms.contains(&question) {
            self.show_idiom(question);
        }
    }

    /// Whether there is one.
    fn show_idiom(&mut self, question: usize) -> bool {
        let material = &self.furniture.materials[question];
        let Some((idiom, code)) = material.question.idiom.as_ref().zip(material.idiom.as_ref()) else { return false };
        let text = screen::idiom(self.furniture.screen.look(), idiom, code);
        self.show(&text);
        self.pending.idioms.insert(question);
        true
    }
}
