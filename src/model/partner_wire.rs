//! What the room of a session and its interviewer's terminal tell each other: one JSON document a line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::event::{Asker, DrawnQuestion, Occasion};
use crate::model::question::Question;
use crate::model::score::Score;
use crate::model::verdict::Verdict;

/// The longest line from an interviewer, in bytes.
// Receipt: the longest request is a note of 500 characters, at most 6 bytes each as `\u0000`, and 60 bytes around it.
pub const LONGEST_REQUEST: usize = 4 * 1024;

/// The longest line to an interviewer, in bytes.
// Receipt: the largest question of the bank has 10,377 bytes of JSON; a text of 64 KiB has six times that when it is escaped.
pub const LONGEST_NEWS: usize = 4 * 1024 * 1024;

/// What an interviewer asks of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Request {
    /// The first line, and never again. Both ends are the same greenroom, or they part.
    Hello { greenroom: String },
    /// Make the session longer.
    AddMinutes { minutes: u32 },
    /// Put a follow-up to the candidate.
    AskFollowUp { question: usize, follow_up: usize },
    /// Give a key point a score; both are counted from 0.
    Mark { question: usize, point: usize, score: Score },
    MarkFollowUp { question: usize, follow_up: usize, score: Score },
    Note { question: usize, text: String },
}

/// What the room tells its interviewer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "kebab-case", deny_unknown_fields)]
pub enum News {
    /// The first line, and with it the private cards.
    Welcome(Box<Welcome>),
    /// The last line for somebody who is not let in.
    Refused { why: Refused },
    /// How things stand now.
    State(Box<State>),
    /// The newest saved text of an answer.
    File { question: usize, text: String },
    /// What became of a request; each gets one.
    Said(Said),
    /// The last line of a room that is left.
    Over { is_finished: bool },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Welcome {
    pub session: String,
    pub title: String,
    pub cards: Vec<PrivateCard>,
}

/// A question with everything that only its interviewer may see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivateCard {
    pub drawn: DrawnQuestion,
    pub question: Question,
    pub snippet: Option<String>,
}

/// Why somebody is not let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refused", rename_all = "kebab-case")]
pub enum Refused {
    /// An interviewer is there already.
    Taken,
    /// The room runs another greenroom.
    OtherVersion { greenroom: String },
    /// A line that is too long, or no request.
    NotUnderstood,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "kebab-case")]
pub enum Said {
    MinutesAdded { minutes: u32 },
    FollowUpAsked { number: usize },
    Marked,
    Noted,
    /// So many minutes are not added at once.
    BadMinutes,
    /// The session has got all but these already.
    TooManyMinutes { left: u32 },
    /// A strict clock is not made longer.
    StrictClock,
    /// The time is up: nothing is asked or added any more.
    TimeIsUp,
    AskedBefore,
    /// There is no such question, key point or follow-up.
    NoSuchThing,
    NotAsked,
    EmptyNote,
    LongNote,
    /// The journal keeps no more of an interviewer.
    Enough,
}

/// Where the clock of a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockState {
    Running,
    Paused,
    /// The time is up, and a last save still counts.
    Grace,
    /// The bell has rung.
    Over,
}

/// How things stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub clock: ClockState,
    /// The question that the candidate is at, from 0.
    pub current: usize,
    /// Of the session; in the moments after the time was up, of those.
    pub left_ms: u64,
    pub length_ms: u64,
    pub is_checking: bool,
    pub questions: Vec<QuestionState>,
}

/// How one question stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionState {
    pub used_ms: u64,
    pub budget_ms: u64,
    pub saved_ago_ms: Option<u64>,
    pub is_flagged: bool,
    /// Nothing that is saved now counts.
    pub is_closed: bool,
    pub hints: usize,
    pub clarifications: usize,
    /// The newest ones, in order.
    pub checks: Vec<CheckState>,
    /// By the id of a key point.
    pub marks: BTreeMap<String, Score>,
    /// The follow-ups that were put, and by whom.
    pub asked: BTreeMap<usize, Asker>,
    pub follow_up_marks: BTreeMap<usize, Score>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckState {
    pub occasion: Occasion,
    pub verdict: Verdict,
    pub passed: usize,
    pub total: usize,
    /// Cases that did not pass, or numbers of lines.
    pub failed: Vec<String>,
}
