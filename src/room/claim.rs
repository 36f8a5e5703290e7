//! The complexity card: what a candidate says that an answer costs, compared with the author and with what was counted.

use crate::engine::claim;
use crate::engine::claim::{classes, read_claim, read_class};
use crate::engine::session::Phase;
use crate::model::claim::Claim;
use crate::model::event::Event;
use crate::room::desk::{Count, Counted};
use crate::room::room::{Prompt, Room, Step};
use crate::ui::after_pass as screen;
use crate::ui::complexity_card;

impl Room {
    /// What `complexity` means now: fill in the card, or look at what became of it. `typed` has it all in one line.
    pub(super) fn complexity(&mut self, question: usize, typed: &str) {
        self.pending.card = None;
        if classes(&self.furniture.materials[question].question).is_none() {
            return self.say(&screen::no_card());
        }
        let Some(passed) = self.session.passed(question) else { return self.say(&screen::card_too_early()) };
        let sha256 = passed.summary.sha256.clone();
        let claims = &self.session.progress(question).claims;
        let is_of_this = claims.last().is_some_and(|claimed| claimed.sha256 == sha256);
        if is_of_this || (self.is_strict() && !claims.is_empty()) {
            self.say(&screen::claimed_already(is_of_this));
            return self.show_claim(question);
        }
        let look = self.furniture.screen.look();
        match read_claim(typed) {
            Ok(claim) => self.claim(question, claim),
            Err(None) if self.furniture.has_keys => {
                self.show(&screen::card(look));
                self.pending.sentence.take();
                self.ask_for(question, Step::Time);
            }
            Err(None) => self.show(&screen::card_by_line(look)),
            Err(Some(no_class)) => self.say(&screen::no_class(&no_class)),
        }
    }

    /// A key of the card. One that chooses nothing leaves it, and does what it does elsewhere.
    pub(super) fn claim_key(&mut self, question: usize, step: Step, key: char) {
        let class = read_class(&key.to_string()).ok().filter(|_| key.is_ascii_digit());
        // After the second number Enter alone leaves out the sentence, unless it came after the first one too.
        let takes_enter = step == Step::Time || (matches!(step, Step::Space { .. }) && self.ends_with_enter);
        self.is_answered = class.is_some() && takes_enter;
        let is_backspace = matches!(key, '\u{8}' | '\u{7f}');
        match (step, class) {
            (Step::Why { time, .. }, _) if is_backspace && self.pending.sentence.text().is_empty() => {
                self.ask_for(question, Step::Space { time });
            }
            (Step::Why { time, space }, _) => match self.pending.sentence.push(key) {
                Some(why) => self.claim(question, Claim { time, space, why }),
                None => self.prompt = Prompt::Claim { question, step },
            },
            (Step::Time, Some(time)) => self.ask_for(question, Step::Space { time }),
            (Step::Space { time }, Some(space)) => self.ask_for(question, Step::Why { time, space }),
            (Step::Space { .. }, None) if is_backspace => self.ask_for(question, Step::Time),
            (_, None) => {
                self.say(&screen::card_left());
                if !matches!(key, '\n' | '\r' | ' ') {
                    self.typed(key);
                }
            }
        }
    }

    /// The sentence, while it is typed.
    pub(super) fn sentence_typed(&self) -> Option<&str> {
        let is_typed = matches!(self.prompt, Prompt::Claim { step: Step::Why { .. }, .. });
        is_typed.then(|| self.pending.sentence.text())
    }

    /// The checker has counted an answer: advice, which only a claim brings up before the bell.
    pub(super) fn counted(&mut self, counted: Counted) {
        self.furniture.desk.is_done();
        let Counted { count: Count { question, sha256, .. }, result } = counted;
        match result {
            Ok(growth) => self.record(Event::Counted { question, sha256, growth }),
            Err(error) => self.say(&screen::not_counted(question + 1, &error.0)),
        }
        if self.pending.claims.remove(&question) && self.session.phase() == Phase::Running {
            self.show_claim(question);
            self.after_card(question);
        }
    }

    pub(super) fn ask_for(&mut self, question: usize, step: Step) {
        self.say(&match step {
            Step::Time => screen::choose_time(),
            Step::Space { time } => screen::choose_space(time),
            Step::Why { time, space } => screen::say_why(time, space),
        });
        self.prompt = Prompt::Claim { question, step };
    }

    /// Keep a claim of the version that passed last, and say what became of it as soon as that version is counted.
    fn claim(&mut self, question: usize, claim: Claim) {
        let Some(passed) = self.session.passed(question) else { return };
        let sha256 = passed.summary.sha256.clone();
        self.record(Event::Claimed { question, sha256: sha256.clone(), claim });
        self.count_cost(question, &sha256);
        if self.furniture.desk.is_counting(question, &sha256) {
            self.pending.claims.insert(question);
            return self.say(&screen::counting());
        }
        self.show_claim(question);
        self.after_card(question);
    }

    fn show_claim(&mut self, question: usize) {
        if let Some(judged) = claim::of(&self.session, question, &self.furniture.materials[question].question) {
            let lines = complexity_card::result(self.furniture.screen.look(), &judged);
            self.show(&format!("\n{}\n", lines.join("\n")));
        }
    }
}
