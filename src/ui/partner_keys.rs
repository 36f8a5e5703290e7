//! What keys and lines of an interviewer mean: moves of the view, or requests to the room.

use crate::model::partner::LONGEST_NOTE;
use crate::model::partner_wire::Request;
use crate::model::score::Score;
use crate::ui::partner_card::Item;
use crate::ui::partner_view::{Body, Prompt, View};

/// What a key or a line asks of whoever shows the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Nothing,
    Ask(Request),
    /// Print the sheet in focus, where there is no page.
    Show,
    /// It means nothing.
    Unknown,
    Leave,
}

/// Keys.
impl View {
    pub fn key(&mut self, key: char) -> Act {
        self.said.clear();
        if let Some((prompt, typed)) = self.prompt.take() {
            return self.type_on(prompt, typed, key);
        }
        match key.to_ascii_lowercase() {
            '0' => return self.mark(Score::No),
            'h' | '5' => return self.mark(Score::Half),
            '1' => return self.mark(Score::Full),
            'j' | '\n' | '\r' | '\t' => self.step(1),
            'k' => self.step(-1),
            '>' => self.look_at(self.question().saturating_add(1)),
            '<' => self.look_at(self.question().wrapping_sub(1)),
            '.' => self.follow(),
            ' ' => self.scroll(10),
            'b' => self.scroll(-10),
            'm' => self.prompt = Some((Prompt::Minutes, String::new())),
            'n' => self.prompt = Some((Prompt::Note, String::new())),
            'f' if self.welcome.cards[self.question()].question.follow_ups.is_empty() => {
                self.said = "this question has no follow-ups".to_owned();
            }
            'f' => {
                self.show(Body::Card);
                self.prompt = Some((Prompt::FollowUp, String::new()));
            }
            's' => self.toggle(Body::File),
            '?' => self.toggle(Body::Help),
            'c' => self.show(Body::Card),
            'q' => return Act::Leave,
            _ => self.said = "`?` tells what keys do".to_owned(),
        }
        Act::Nothing
    }

    /// What was pasted is a part of what is typed, and nothing else.
    pub fn paste(&mut self, text: &str) {
        for key in text.chars().map(|key| if key.is_whitespace() { ' ' } else { key }) {
            if let Some((prompt, typed)) = self.prompt.take() {
                self.type_on(prompt, typed, key);
            }
        }
    }

    /// The note that is being typed, as far as it is.
    pub fn note_begun(&self) -> Option<Request> {
        let (prompt, typed) = self.prompt.as_ref()?;
        let text = typed.trim().to_owned();
        let question = self.question();
        (*prompt == Prompt::Note && !text.is_empty()).then_some(Request::Note { question, text })
    }

    /// The same for a room that keeps it until it is done.
    pub fn draft(&self) -> Option<Request> {
        match self.note_begun()? {
            Request::Note { question, text } => Some(Request::Draft { question, text }),
            _ => None,
        }
    }

    fn type_on(&mut self, prompt: Prompt, mut typed: String, key: char) -> Act {
        match key {
            '\n' | '\r' if typed.trim().is_empty() => return Act::Nothing,
            '\n' | '\r' => return self.typed(prompt, typed.trim()),
            '\u{8}' | '\u{7f}' => {
                typed.pop();
            }
            // Ctrl-U takes a line back on every terminal.
            '\u{15}' => typed.clear(),
            _ if key.is_control() => {}
            _ if prompt != Prompt::Note && !(key.is_ascii_digit() && typed.len() < 2) => {}
            _ if typed.chars().count() < LONGEST_NOTE => typed.push(key),
            _ => {}
        }
        self.prompt = Some((prompt, typed));
        Act::Nothing
    }

    fn typed(&mut self, prompt: Prompt, typed: &str) -> Act {
        let question = self.question();
        // Only digits were let in.
        let number = typed.parse::<u32>().unwrap_or(0);
        Act::Ask(match prompt {
            Prompt::Minutes => Request::AddMinutes { minutes: number },
            Prompt::FollowUp => match (number as usize).checked_sub(1) {
                Some(follow_up) => Request::AskFollowUp { question, follow_up },
                None => return Act::Unknown,
            },
            Prompt::Note => Request::Note { question, text: typed.to_owned() },
        })
    }

    fn mark(&mut self, score: Score) -> Act {
        if self.body != Body::Card {
            self.show(Body::Card);
            self.said = "the card first: see what you mark".to_owned();
            return Act::Nothing;
        }
        let question = self.question();
        let request = match self.cursor {
            _ if !self.items().contains(&self.cursor) => {
                self.said = "there is nothing to mark here".to_owned();
                return Act::Nothing;
            }
            Item::Point(point) => Request::Mark { question, point, score },
            Item::FollowUp(follow_up) => Request::MarkFollowUp { question, follow_up, score },
        };
        self.step(1);
        Act::Ask(request)
    }

    fn step(&mut self, by: isize) {
        let items = self.items();
        let place = items.iter().position(|item| *item == self.cursor).unwrap_or(0);
        let place = place.saturating_add_signed(by).min(items.len().saturating_sub(1));
        self.cursor = items.get(place).copied().unwrap_or(Item::Point(0));
        self.show(Body::Card);
    }

    fn look_at(&mut self, question: usize) {
        if question < self.welcome.cards.len() {
            self.looking = (question != self.state.current).then_some(question);
            self.turned();
        }
    }

    fn follow(&mut self) {
        self.looking = None;
        self.turned();
    }

    fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
        self.is_moved = true;
    }

    fn toggle(&mut self, body: Body) {
        let body = if self.body == body { Body::Card } else { body };
        self.top = 0;
        self.show(body);
    }

    fn show(&mut self, body: Body) {
        if self.body != body {
            self.top = 0;
        }
        self.body = body;
        self.is_moved = false;
    }
}

/// Lines, for scripts.
impl View {
    pub fn line(&mut self, line: &str) -> Act {
        let (word, rest) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        let (rest, question) = (rest.trim(), self.question());
        let words: Vec<&str> = rest.split_whitespace().collect();
        let number = |word: &str| word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let ask = |request: Option<Request>| request.map_or(Act::Unknown, Act::Ask);
        match (word, words.as_slice()) {
            ("", _) => Act::Nothing,
            ("m" | "minutes", [minutes]) => ask(minutes.parse().ok().map(|minutes| Request::AddMinutes { minutes })),
            ("n" | "note", _) => Act::Ask(Request::Note { question, text: rest.to_owned() }),
            ("p" | "point", [point, score]) => {
                ask(number(point).zip(score_of(score)).map(|(point, score)| Request::Mark { question, point, score }))
            }
            ("f" | "follow-up", [follow_up]) => {
                ask(number(follow_up).map(|follow_up| Request::AskFollowUp { question, follow_up }))
            }
            ("f" | "follow-up", [follow_up, score]) => ask(number(follow_up)
                .zip(score_of(score))
                .map(|(follow_up, score)| Request::MarkFollowUp { question, follow_up, score })),
            (_, []) => match score_of(word) {
                Some(score) => self.mark(score),
                None => self.word(word),
            },
            _ => Act::Unknown,
        }
    }

    fn word(&mut self, word: &str) -> Act {
        let key = match word {
            "q" | "quit" | "leave" => 'q',
            "s" | "file" => 's',
            "c" | "card" => 'c',
            "?" | "help" => '?',
            "j" | "k" | ">" | "<" | "." => word.chars().next().unwrap_or('.'),
            _ => return Act::Unknown,
        };
        if matches!(key, 's' | '?') {
            // A line shows it once; there is no page to go back from.
            self.body = if key == 's' { Body::File } else { Body::Help };
            return Act::Show;
        }
        match self.key(key) {
            Act::Nothing => Act::Show,
            act => act,
        }
    }

    /// What was shown by a line was shown once.
    pub fn shown(&mut self) {
        self.body = Body::Card;
    }
}

/// How a score is written.
fn score_of(word: &str) -> Option<Score> {
    Some(match word {
        "0" => Score::No,
        "h" | "half" | "0.5" | "1/2" => Score::Half,
        "1" => Score::Full,
        _ => return None,
    })
}
