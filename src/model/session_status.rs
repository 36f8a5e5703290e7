//! How a session stands, told from outside of it: what the screen and the JSON of `greenroom status` are made from. Nothing
//! that its candidate has not seen is in it.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::conditions::Conditions;
use crate::model::event::Stop;
use crate::model::question::{Difficulty, Kind};
use crate::model::session_report::Step;
use crate::model::verdict::Verdict;

/// One session. Lengths of time are whole seconds; what is left is rounded up, so that 0 means that nothing is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SessionStatus {
    pub session: String,
    pub title: String,
    /// The plan that it was drawn by; none when minutes, topics and levels were given.
    pub plan: Option<String>,
    pub folder: PathBuf,
    pub conditions: Conditions,
    pub state: State,
    /// The process in which it runs; none where nobody is in the room.
    pub process: Option<u32>,
    /// Why nobody is there, in a session that is suspended; none when its process ended without a word.
    pub left_because: Option<Stop>,
    /// RFC 3339 in UTC, as all moments here.
    pub started_at: String,
    /// How long ago it started.
    pub started_ago_s: u64,
    /// When something was last heard of it.
    pub last_at: String,
    pub last_ago_s: u64,
    /// Length of the session.
    pub length_s: u64,
    pub used_s: u64,
    /// What whoever is there has, or whoever comes back now would have. In the state `grace` what is left to save.
    pub left_s: u64,
    /// The machine was started anew while the clock ran: a part of the time is estimated.
    pub clock_estimated: bool,
    /// The question that the candidate is at, from 1.
    pub current: usize,
    /// The last save of any of its files; none before the first.
    pub saved_at: Option<String>,
    pub saved_ago_s: Option<u64>,
    pub questions: Vec<QuestionStatus>,
    /// What can be done about it from outside.
    pub next: Vec<Step>,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its clock runs, and its process too.
    Running,
    /// The candidate has stopped the clock, and stayed.
    Paused,
    /// Its process was sent to sleep with Ctrl-Z, and the clock stands still.
    Stopped,
    /// The time is up, and a last save still counts.
    Grace,
    /// It is over, and its process grades it.
    Grading,
    /// Nobody is there. The clock stands still, or runs on where the session is strict.
    Suspended,
    /// The time ran out, nobody is there, and nothing is graded yet.
    TimeUp,
    /// It is over, nobody is there, and not everything is graded.
    Ungraded,
    Finished,
}

/// One question of a session, in its order.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QuestionStatus {
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub topic: String,
    pub level: Difficulty,
    /// Its budget, and what the questions before it have left of theirs.
    pub budget_s: u64,
    pub used_s: u64,
    /// How many versions were saved.
    pub saves: usize,
    pub saved_at: Option<String>,
    pub saved_ago_s: Option<u64>,
    /// The last check that its candidate has seen; of a finished session that of the bell.
    pub check: Option<LastCheck>,
    /// How many hints were shown.
    pub hints: usize,
    /// The candidate wants to come back to it.
    pub flagged: bool,
    /// It was handed in, or its key points were shown: what is saved now does not count.
    pub closed: bool,
}

/// A check, as its candidate saw it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LastCheck {
    pub at: String,
    pub ago_s: u64,
    pub verdict: Verdict,
    /// Cases of code, lines of a prediction.
    pub passed: usize,
    pub total: usize,
    /// A save ran the samples alone; the hidden cases run when they are asked for.
    pub samples_only: bool,
    /// The file was saved with other content since.
    pub changed_since: bool,
}

/// A session whose rules are being read: its clock starts with Enter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Starting {
    pub session: String,
    pub folder: PathBuf,
    pub process: u32,
}

/// All that `greenroom status` has to tell.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Overview {
    /// When it was so.
    pub at: String,
    /// A session that has a process and has not begun.
    pub starting: Option<Starting>,
    /// Those that are not finished: the one that runs, then the one that was left last, and so on. Or the one that was asked
    /// for.
    pub sessions: Vec<SessionStatus>,
    /// What is wrong with the sessions that cannot be read, in sentences.
    pub damaged: Vec<String>,
    /// The session that was finished last.
    pub last_finished: Option<String>,
}
