//! What a room keeps of its interviewer: the door, the line to the other terminal, the turned screen, and what was told.

use std::time::Duration;

use crate::engine::session::Session;
use crate::model::partner_wire::{News, State};
use crate::room::partner_door::Door;
use crate::room::partner_line::Outbox;
use crate::ui::partner_view::View;

/// How much of a file is told, in bytes.
// A choice and no measurement: a thousand lines of an answer, more than a partner reads in an hour.
const LONGEST_FILE: usize = 64 * 1024;

/// Opens the door of a room, or says why that cannot be.
pub type Hinge = Box<dyn FnMut() -> Result<Door, String>>;

#[derive(Default)]
pub struct Seat {
    pub(super) hinge: Option<Hinge>,
    pub(super) door: Option<Door>,
    /// To the other terminal, while somebody sits there.
    pub(super) outbox: Option<Outbox>,
    pub(super) told: Told,
    /// What the interviewer at the other terminal is typing: the question, and the note as far as it is.
    pub(super) draft: Option<(usize, String)>,
    /// The screen was turned to somebody before.
    pub(super) was_turned: bool,
    /// The screen is turned to the interviewer: what is shown on it, and what the candidate is shown afterwards.
    pub(super) turn: Option<(View, String)>,
}

impl Seat {
    /// Where text waits that is not for the interviewer's eyes to read over; none while the candidate has the screen.
    pub(super) fn kept_back(&mut self) -> Option<&mut String> {
        self.turn.as_mut().map(|(_, later)| later)
    }
}

/// How far the clocks run before they alone are news: they are shown in seconds.
const TICK: Duration = Duration::from_secs(1);

/// What was told last.
#[derive(Debug, Default)]
pub struct Told {
    state: Option<State>,
    /// The SHA-256 of the files that were told.
    files: Vec<Option<String>>,
}

impl Told {
    /// What is new since the last time.
    pub fn news(&mut self, state: State, session: &Session) -> Vec<News> {
        let mut news = Vec::new();
        if self.state.as_ref().is_none_or(|told| is_news(told, &state)) {
            self.state = Some(state.clone());
            news.push(News::State(Box::new(state)));
        }
        self.files.resize(session.count(), None);
        for (question, told) in self.files.iter_mut().enumerate() {
            if let Some(save) = session.newest(question)
                && told.as_ref() != Some(&save.sha256)
            {
                *told = Some(save.sha256.clone());
                let start = &save.content[..save.content.len().min(LONGEST_FILE)];
                news.push(News::File { question, text: String::from_utf8_lossy(start).into_owned() });
            }
        }
        news
    }
}

/// Something changed, or the clock ran for a second.
fn is_news(told: &State, state: &State) -> bool {
    let ran = told.left_ms.abs_diff(state.left_ms);
    let still = |state: &State| {
        let mut state = State { left_ms: 0, ..state.clone() };
        for question in &mut state.questions {
            question.used_ms = 0;
            // That it was saved is news; how long ago is not.
            question.saved_ago_ms = question.saved_ago_ms.map(|_| 0);
        }
        state
    };
    let was_saved = told.questions.iter().zip(&state.questions).any(|(told, now)| now.saved_ago_ms < told.saved_ago_ms);
    u128::from(ran) >= TICK.as_millis() || was_saved || still(told) != still(state)
}
