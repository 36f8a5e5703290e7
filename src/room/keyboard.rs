//! Keys of a terminal: what is asked back, and words that are typed letter by letter.

use crate::room::command;
use crate::room::command::Command;
use crate::room::room::{Prompt, Purpose, Room, Stage, Step, Then};
use crate::ui::session_message;
use crate::ui::session_terms;
use crate::ui::typing::Typed;

/// Enter, and what takes back letters, a line or a word. Ctrl-S and its like mean something elsewhere and nothing here.
const EDITING: [char; 6] = ['\n', '\r', '\u{8}', '\u{7f}', '\u{15}', '\u{17}'];

impl Room {
    pub(super) fn key(&mut self, key: char) {
        if key.is_control() && !EDITING.contains(&key) {
            return;
        }
        // Who answers `yes` to `y or n` has said it with the first letter.
        let rest_of_answer = std::mem::take(&mut self.rest_of_answer);
        let is_answered = std::mem::take(&mut self.is_answered);
        if let Some(rest) = rest_of_answer.strip_prefix(key.to_ascii_lowercase()) {
            (self.rest_of_answer, self.is_answered) = (rest, is_answered);
            return;
        }
        if (is_answered || !rest_of_answer.is_empty()) && matches!(key, '\n' | '\r') {
            self.ends_with_enter = true;
            return;
        }
        match std::mem::replace(&mut self.prompt, Prompt::None) {
            Prompt::None => self.typed(key),
            Prompt::TurnScreen => self.turn_key(key),
            Prompt::Number { purpose, typed } => self.number_key(purpose, typed, key),
            Prompt::Rate { question, point } => {
                self.expect_rest_of_score(key);
                self.rate_key(question, point, key);
            }
            Prompt::RateDelivery { question, index } => {
                self.expect_rest_of_score(key);
                self.delivery_key(question, index, key);
            }
            Prompt::Claim { question, step } => self.claim_key(question, step, key),
            Prompt::RateFollowUp { question, follow_up } => {
                self.expect_rest_of_score(key);
                self.follow_up_key(question, follow_up, key);
            }
            prompt if key.eq_ignore_ascii_case(&'y') => {
                (self.rest_of_answer, self.is_answered) = ("es", true);
                self.confirmed(prompt);
            }
            _ => {
                self.say(&session_message::goes_on());
                match key {
                    'n' | 'N' => (self.rest_of_answer, self.is_answered) = ("o", true),
                    '\n' | '\r' => {}
                    // It begins something else.
                    _ => self.typed(key),
                }
            }
        }
    }

    /// Who types `half`, or Enter after `1`, has said it with the first key.
    fn expect_rest_of_score(&mut self, key: char) {
        self.rest_of_answer = if key == 'h' { "alf" } else { "" };
        self.is_answered = command::score(&key.to_string()).is_some();
    }

    /// What was pasted is a part of a sentence or of a line, and answers nothing: it may have been meant for another window.
    pub(super) fn pasted(&mut self, text: &str) {
        (self.rest_of_answer, self.is_answered) = ("", false);
        let question = self.session.current();
        match self.prompt {
            Prompt::Claim { step: Step::Why { .. }, .. } => {
                for key in text.chars().map(|key| if key.is_whitespace() { ' ' } else { key }) {
                    self.pending.sentence.push(key);
                }
            }
            Prompt::None if self.stage != Stage::Working || !text.trim().contains(['\r', '\n']) => {
                self.typing.paste(text.trim());
            }
            Prompt::None => {
                let name = self.files[question].name().to_owned();
                self.say(&session_message::pasted(Some(&name)));
            }
            _ => self.say(&session_message::pasted(None)),
        }
    }

    /// Nothing was typed for a moment: a letter that waits is a key.
    pub(super) fn keys_rest(&mut self) {
        // Whoever types a word is quicker; an `e` that comes now wants the editor.
        self.rest_of_answer = "";
        if let Some(key) = self.typing.rest() {
            self.command(command::of_key(key));
        }
    }

    pub(super) fn typed(&mut self, key: char) {
        match self.typing.push(key) {
            Typed::Nothing => {}
            Typed::Key(key) => self.command(command::of_key(key)),
            Typed::Line(line) => self.command(command::parse(&line)),
            Typed::KeyBefore(before) => {
                self.command(command::of_key(before));
                self.key(key);
            }
        }
    }

    fn confirmed(&mut self, prompt: Prompt) {
        match prompt {
            Prompt::ConfirmFinish => self.after_requests(Then::Finish),
            Prompt::ConfirmRate { question } => self.begin_rating(question),
            Prompt::ConfirmHint { question } => self.give_hint(question),
            Prompt::ConfirmSubmit { question } => self.hand_in(question),
            Prompt::None
            | Prompt::TurnScreen
            | Prompt::Number { .. }
            | Prompt::Claim { .. }
            | Prompt::Rate { .. }
            | Prompt::RateDelivery { .. }
            | Prompt::RateFollowUp { .. } => {}
        }
    }

    /// A number is complete as soon as no further digit could belong to it. Any other key is a command of its own.
    fn number_key(&mut self, purpose: Purpose, typed: usize, key: char) {
        let highest = self.highest(purpose);
        let number = match key.to_digit(10) {
            Some(digit) => typed * 10 + digit as usize,
            None if matches!(key, '\n' | '\r') => {
                return if typed > 0 {
                    self.choose(purpose, typed)
                };
            }
            None => return self.typed(key),
        };
        if number > 0 && number * 10 <= highest {
            self.prompt = Prompt::Number { purpose, typed: number };
        } else {
            self.choose(purpose, number);
        }
    }

    fn choose(&mut self, purpose: Purpose, number: usize) {
        match purpose {
            Purpose::Ask => self.ask(self.session.current(), number),
            Purpose::Go => self.go(number),
        }
    }

    /// What a command means while the clock stands still.
    pub(super) fn paused_command(&mut self, command: Command) {
        match command {
            Command::Pause | Command::Nothing => self.go_on(),
            Command::Quit => self.leave(),
            _ => self.say(&session_terms::is_paused()),
        }
    }
}
