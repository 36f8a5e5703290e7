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
    Hello {
        greenroom: String,
    },
    /// Make the session longer.
    AddMinutes {
        minutes: u32,
    },
    /// Put a follow-up to the candidate.
    AskFollowUp {
        question: usize,
        follow_up: usize,
    },
    /// Give a key point a score; both are counted from 0.
    Mark {
        question: usize,
        point: usize,
        score: Score,
    },
    MarkFollowUp {
        question: usize,
        follow_up: usize,
        score: Score,
    },
    Note {
        question: usize,
        text: String,
    },
    /// A note as far as it is typed; it is kept if the room ends, or this end goes, before it is done. Nothing is said of it.
    Draft {
        question: usize,
        text: String,
    },
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
    /// What became of a request; each gets one, but for a draft.
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
    MinutesAdded {
        minutes: u32,
    },
    FollowUpAsked {
        number: usize,
    },
    Marked,
    Noted,
    /// So many minutes are not added at once.
    BadMinutes,
    /// The session has got all but these already.
    TooManyMinutes {
        left: u32,
    },
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
    /// Those that were put.
    pub follow_ups: Vec<FollowUpState>,
    pub notes: Vec<String>,
}

/// A follow-up that was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpState {
    /// From 0, as the question lists them.
    pub follow_up: usize,
    pub by: Asker,
    pub score: Option<Score>,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{materials, started};

    /// Keys of maps that are no texts, for one, do not survive everywhere.
    #[test]
    fn everything_that_is_told_is_read_back() {
        let checks = vec![CheckState {
            occasion: Occasion::Request,
            verdict: Verdict::Fail,
            passed: 1,
            total: 2,
            failed: vec!["case_a".to_owned()],
        }];
        let follow_ups = vec![FollowUpState { follow_up: 1, by: Asker::Interviewer, score: Some(Score::Half) }];
        let marks = BTreeMap::from([("what".to_owned(), Score::Full)]);
        let question = QuestionState { checks, follow_ups, marks, notes: vec!["x".to_owned()], ..Default::default() };
        let state = State {
            clock: ClockState::Running,
            current: 0,
            left_ms: 1,
            length_ms: 2,
            is_checking: false,
            questions: vec![question],
        };
        let cards = started().questions.into_iter().zip(materials()).map(|(drawn, material)| PrivateCard {
            drawn,
            question: material.question,
            snippet: material.snippet,
        });
        let welcome = Welcome { session: "k7qd".to_owned(), title: "t".to_owned(), cards: cards.collect() };
        let told = [
            News::Welcome(Box::new(welcome)),
            News::Refused { why: Refused::OtherVersion { greenroom: "9".to_owned() } },
            News::State(Box::new(state)),
            News::File { question: 0, text: "x = 1\n".to_owned() },
            News::Said(Said::TooManyMinutes { left: 3 }),
            News::Said(Said::Marked),
            News::Over { is_finished: false },
        ];
        for news in told {
            let line = serde_json::to_string(&news).unwrap();
            assert_eq!(serde_json::from_str::<News>(&line).unwrap(), news, "{line}");
        }
    }

    #[test]
    fn the_longest_request_fits_its_line() {
        let text = "\u{0}".repeat(crate::model::partner::LONGEST_NOTE);
        let line = serde_json::to_string(&Request::Note { question: 99, text }).unwrap();
        assert!(line.len() < LONGEST_REQUEST, "{}", line.len());
        assert_eq!(serde_json::from_str::<Request>(&line).map(drop).map_err(drop), Ok(()));
        for wrong in [
            "",
            "{}",
            "[]",
            r#"{"do":"dance"}"#,
            r#"{"do":"add-minutes","minutes":-1}"#,
            r#"{"do":"note","question":0}"#,
        ] {
            assert!(serde_json::from_str::<Request>(wrong).is_err(), "{wrong}");
        }
    }
}
