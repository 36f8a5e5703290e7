//! What the partner who plays the interviewer does in a session, and what a report says of it: judgements of a person, which
//! stand apart from everything that was checked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::score::Score;
use crate::model::wording::Wording;

/// The most minutes that are added at once, and in a whole session.
// A choice and no measurement: a slip of the finger is no second interview, and four such gifts are an hour.
pub const MOST_MINUTES_AT_ONCE: u32 = 15;
pub const MOST_MINUTES: u32 = 60;

/// The longest note, in characters.
// A choice and no measurement: a remark, and no essay.
pub const LONGEST_NOTE: usize = 500;

/// How much one session keeps of its interviewer.
// A choice and no measurement: 100 marks for each of ten questions; a program that writes without end must not fill the disk.
pub const MOST_EVENTS: usize = 1_000;

/// What the interviewer did. Questions are counted from 0, as events count them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PartnerEvent {
    /// From now on an interviewer may join.
    Invited,
    /// Somebody sits down, at a second terminal or at this one.
    Joined,
    Left,
    /// The session is longer by that, and so is the budget of the question in focus.
    MinutesAdded {
        minutes: u32,
    },
    /// A key point of an answer was given a score.
    Marked {
        question: usize,
        point: String,
        score: Score,
    },
    /// The answer to a follow-up was given a score.
    FollowUpMarked {
        question: usize,
        follow_up: usize,
        score: Score,
    },
    Noted {
        question: usize,
        text: String,
    },
}

impl PartnerEvent {
    /// The question that it names.
    pub fn question(&self) -> Option<usize> {
        match self {
            PartnerEvent::Marked { question, .. }
            | PartnerEvent::FollowUpMarked { question, .. }
            | PartnerEvent::Noted { question, .. } => Some(*question),
            PartnerEvent::Invited | PartnerEvent::Joined | PartnerEvent::Left | PartnerEvent::MinutesAdded { .. } => {
                None
            }
        }
    }

    /// What a timeline tells of it.
    pub fn told(&self) -> Option<Did> {
        Some(match self {
            PartnerEvent::Invited => return None,
            PartnerEvent::Joined => Did::Joined,
            PartnerEvent::Left => Did::Left,
            PartnerEvent::MinutesAdded { minutes } => Did::MinutesAdded { minutes: *minutes },
            PartnerEvent::Marked { point, score, .. } => Did::Marked { point: point.clone(), score: score.points() },
            PartnerEvent::FollowUpMarked { follow_up, score, .. } => {
                Did::FollowUpMarked { number: *follow_up as u64 + 1, score: score.points() }
            }
            PartnerEvent::Noted { .. } => Did::Noted,
        })
    }
}

/// What the interviewer did, as a timeline tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "did", rename_all = "kebab-case")]
pub enum Did {
    Joined,
    Left,
    /// The session and the question in focus got longer by that.
    MinutesAdded {
        minutes: u32,
    },
    /// A key point got 0, 0.5 or 1.
    Marked {
        point: String,
        score: f64,
    },
    /// The answer to a follow-up got 0, 0.5 or 1; follow-ups are counted from 1.
    FollowUpMarked {
        number: u64,
        score: f64,
    },
    /// A note was written; its text stands in `interviewer`.
    Noted,
}

impl Did {
    /// Not for the eyes of a candidate before the bell.
    pub fn is_private(&self) -> bool {
        matches!(self, Did::Marked { .. } | Did::FollowUpMarked { .. } | Did::Noted)
    }
}

/// What the interviewer thought: the judgement of a person, of which nothing was checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InterviewerReport {
    /// Minutes that were added to the session.
    pub minutes_added: u32,
    /// The questions of which the interviewer left something.
    pub questions: Vec<InterviewerMarks>,
}

/// What the interviewer left of one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InterviewerMarks {
    /// From 1.
    pub question: usize,
    /// Minutes that were added while it was in focus.
    pub minutes_added: u32,
    /// All key points of the question.
    pub key_points: Vec<MarkedPoint>,
    /// The follow-ups that the interviewer asked or marked.
    pub follow_ups: Vec<MarkedFollowUp>,
    pub notes: Vec<InterviewerNote>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MarkedPoint {
    pub id: String,
    pub weight: u32,
    /// 0, 0.5 or 1; null when the interviewer did not mark it.
    pub score: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MarkedFollowUp {
    /// From 1, as the question lists them.
    pub number: u64,
    /// Its words; empty when `wording` is `lost`.
    pub ask: String,
    #[serde(default)]
    pub wording: Wording,
    /// The interviewer put it, and not greenroom.
    pub by_interviewer: bool,
    /// 0, 0.5 or 1; null when it was not marked.
    pub score: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InterviewerNote {
    /// Seconds on the clock of the session.
    pub at_s: u64,
    pub text: String,
}

impl MarkedFollowUp {
    /// As a report tells it.
    pub fn words(&self) -> String {
        self.wording.told(&self.ask)
    }
}

impl InterviewerMarks {
    /// Weighted points that were given, and what could be given; none when no key point was marked.
    pub fn points(&self) -> Option<(f64, f64)> {
        let marked = self.key_points.iter().filter_map(|point| Some(point.score? * f64::from(point.weight)));
        let given: Vec<f64> = marked.collect();
        let possible: u32 = self.key_points.iter().map(|point| point.weight).sum();
        (!given.is_empty()).then(|| (given.iter().sum(), f64::from(possible)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_weighted_and_absent_where_nothing_was_marked() {
        let point = |weight, score| MarkedPoint { id: "p".to_owned(), weight, score };
        let marks = |key_points| InterviewerMarks {
            question: 1,
            minutes_added: 0,
            key_points,
            follow_ups: Vec::new(),
            notes: Vec::new(),
        };
        assert_eq!(marks(vec![point(3, Some(0.5)), point(2, None), point(1, Some(1.0))]).points(), Some((2.5, 6.0)));
        assert_eq!(marks(vec![point(3, None)]).points(), None);
    }
}
