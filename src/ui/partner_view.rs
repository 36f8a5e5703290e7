//! What an interviewer looks at, and what keys and lines make of it. Used at a second terminal and at a turned screen.

use std::time::Duration;

use crate::model::escape;
use crate::model::partner::LONGEST_NOTE;
use crate::model::partner_wire::{News, Request, Said, State, Welcome};
use crate::model::score::Score;
use crate::ui::paint::Look;
use crate::ui::partner_card as card;
use crate::ui::partner_card::{Item, Sheet};
use crate::ui::partner_message;
use crate::ui::partner_page as page;

/// The keys at the foot, as many as fit.
const KEYS: [&str; 3] = [
    "0 h 1 marks, j k move, f ask, m minutes, n note, s file, ? help, q leave",
    "0 h 1 marks, f ask, m minutes, n note, ? help, q leave",
    "0 h 1 marks, ? help, q leave",
];

/// Columns that the foot leaves for how much more there is.
const MORE: usize = 18;

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    Card,
    File,
    Help,
}

/// What is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prompt {
    Minutes,
    FollowUp,
    Note,
}

#[derive(Debug)]
pub struct View {
    welcome: Welcome,
    state: State,
    files: Vec<Option<String>>,
    /// The question that is looked at, if not the candidate's.
    looking: Option<usize>,
    cursor: Item,
    body: Body,
    prompt: Option<(Prompt, String)>,
    top: usize,
    /// The page was moved by hand: it stays where it is until the cursor moves.
    is_moved: bool,
    said: String,
}

impl View {
    pub fn new(welcome: Welcome, state: State) -> View {
        View {
            files: vec![None; welcome.cards.len()],
            welcome,
            state,
            looking: None,
            cursor: Item::Point(0),
            body: Body::Card,
            prompt: None,
            top: 0,
            is_moved: false,
            said: String::new(),
        }
    }

    /// Whether what was told fits together; what does not is not shown.
    pub fn fits(welcome: &Welcome, state: &State) -> bool {
        let count = welcome.cards.len();
        count > 0 && state.questions.len() == count && state.current < count
    }

    pub fn session(&self) -> &str {
        &self.welcome.session
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Take what the room tells. The text is what somebody who reads lines is told of it.
    pub fn take(&mut self, look: Look, news: &News) -> String {
        match news {
            News::State(state) if View::fits(&self.welcome, state) => {
                let has_turned = state.current != self.state.current;
                let mut text = card::news(look, &self.welcome.cards, &self.state, state);
                self.state = (**state).clone();
                if has_turned && self.looking.is_none() {
                    self.turned();
                    text.push_str(&self.text(look));
                }
                text
            }
            News::File { question, text } => {
                if let Some(file) = self.files.get_mut(*question) {
                    *file = Some(text.clone());
                }
                String::new()
            }
            News::Said(said) => {
                if let Said::FollowUpAsked { number } = said {
                    self.cursor = Item::FollowUp(number.saturating_sub(1));
                    self.is_moved = false;
                }
                self.said = partner_message::said(said);
                format!("{}\n", self.said)
            }
            News::State(_) | News::Welcome(_) | News::Refused { .. } | News::Over { .. } => String::new(),
        }
    }

    /// The sheet in focus, as text that stays.
    pub fn text(&self, look: Look) -> String {
        self.sheet(look).lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    /// A page of so many rows. `since` is how long the newest state has been known.
    pub fn page(&mut self, look: Look, rows: usize, since: Duration) -> String {
        let sheet = self.sheet(look);
        self.top = page::window(&sheet, self.top, rows, !self.is_moved);
        let status = page::status(look, &self.state, since);
        page::page(look, &status, &sheet, self.top, rows, &self.foot(look))
    }

    fn sheet(&self, look: Look) -> Sheet {
        let question = self.question();
        let mut sheet = match self.body {
            Body::Help => return card::help(look),
            Body::File => card::file(look, question + 1, self.files[question].as_deref()),
            Body::Card => {
                let (card, state) = (&self.welcome.cards[question], &self.state.questions[question]);
                card::card(look, question + 1, card, state, Some(self.cursor))
            }
        };
        if question != self.state.current {
            let at = format!("Your candidate is at Q{}; `.` follows.", self.state.current + 1);
            sheet.lines.insert(1, look.caution(&at));
            sheet.cursor = sheet.cursor.map(|(start, end)| (start + 1, end + 1));
        }
        sheet
    }

    fn foot(&self, look: Look) -> String {
        let (what, typed) = match &self.prompt {
            Some((Prompt::Minutes, typed)) => ("Minutes to add: ", typed),
            Some((Prompt::FollowUp, typed)) => ("Which follow-up to ask: ", typed),
            Some((Prompt::Note, typed)) => ("Note: ", typed),
            None if !self.said.is_empty() => return look.cut(&self.said, look.width.saturating_sub(MORE)),
            None => {
                let fits = |keys: &&str| keys.len() + MORE < look.width;
                return look.dim(KEYS.into_iter().find(fits).unwrap_or_default());
            }
        };
        // The end of a long note is where somebody types.
        let room = look.width.saturating_sub(what.len() + MORE);
        format!("{what}{}_", look.cut_path(&escape::line(typed), room))
    }

    /// The question that is looked at.
    fn question(&self) -> usize {
        self.looking.unwrap_or(self.state.current)
    }

    fn items(&self) -> Vec<Item> {
        let card = &self.welcome.cards[self.question()];
        let points = (0..card.question.key_points.len()).map(Item::Point);
        let asked = self.state.questions[self.question()].follow_ups.iter();
        points.chain(asked.map(|put| Item::FollowUp(put.follow_up))).collect()
    }
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

    /// Another question is looked at.
    fn turned(&mut self) {
        self.cursor = Item::Point(0);
        self.top = 0;
        self.is_moved = false;
        if self.body == Body::Help {
            self.body = Body::Card;
        }
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
