//! What a session shows of its clocks. A status line, a web page or a test is made from it.

use std::time::Duration;

/// How things stand at this second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The plan, or what stands for it.
    pub title: String,
    pub left: Duration,
    /// Length of the session.
    pub length: Duration,
    /// The current question, from 1, and how many there are.
    pub question: usize,
    pub count: usize,
    pub used: Duration,
    pub budget: Duration,
    pub saved: Saved,
    /// An answer is being run.
    pub is_checking: bool,
}

/// What has become of the file of the current question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is as it was at the start.
    NotYet,
    /// Its newest content was kept so long ago.
    Ago(Duration),
    /// Its newest content could not be written to the journal.
    NotKept,
}

/// A point of a budget that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    pub of: Budget,
    pub mark: Mark,
}

/// Whose time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Budget {
    /// Counted from 0.
    Question(usize),
    Session,
}

/// In the order in which they are reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Half,
    FourFifths,
    TwoMinutesLeft,
    HalfAMinuteLeft,
    /// The budget is used up. A question may take more; the session may not.
    Spent,
}
