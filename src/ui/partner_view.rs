//! What an interviewer looks at: a sheet of a question, at a second terminal or at a turned screen.

use std::time::Duration;

use crate::model::escape;
use crate::model::partner_wire::{News, Said, State, Welcome};
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

/// Columns that the foot leaves for how much more there is: `1234 more: space  `.
const MORE: usize = 18;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    Card,
    File,
    Help,
}

/// What is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prompt {
    Minutes,
    FollowUp,
    Note,
}

#[derive(Debug)]
pub struct View {
    pub(super) welcome: Welcome,
    pub(super) state: State,
    files: Vec<Option<String>>,
    /// The question that is looked at, if not the candidate's.
    pub(super) looking: Option<usize>,
    pub(super) cursor: Item,
    pub(super) body: Body,
    pub(super) prompt: Option<(Prompt, String)>,
    pub(super) top: usize,
    /// The page was moved by hand: it stays where it is until the cursor moves.
    pub(super) is_moved: bool,
    pub(super) said: String,
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
                // Who is typing something types it of the question that it was begun at.
                if has_turned && self.looking.is_none() && self.prompt.is_some() {
                    self.looking = Some(self.state.current);
                }
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
    pub(super) fn question(&self) -> usize {
        self.looking.unwrap_or(self.state.current)
    }

    pub(super) fn items(&self) -> Vec<Item> {
        let card = &self.welcome.cards[self.question()];
        let points = (0..card.question.key_points.len()).map(Item::Point);
        let asked = self.state.questions[self.question()].follow_ups.iter();
        points.chain(asked.map(|put| Item::FollowUp(put.follow_up))).collect()
    }

    /// Another question is looked at.
    pub(super) fn turned(&mut self) {
        self.cursor = Item::Point(0);
        self.top = 0;
        self.is_moved = false;
        if self.body == Body::Help {
            self.body = Body::Card;
        }
    }
}
