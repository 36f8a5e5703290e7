//! What happened in a session and when, by the session's own clock: what a strip of minutes is drawn from, and a replay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::delivery::Criterion;
use crate::model::event::{Asker, Ending, Occasion, Stop};
use crate::model::growth::Class;
use crate::model::partner::Did;
use crate::model::verdict::Verdict;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Happening {
    /// Milliseconds in which the clock had run. It stands still in pauses and after the bell.
    pub at_ms: u64,
    /// The question that it is about, from 1; of what is about the whole session, the one in focus.
    pub question: usize,
    #[serde(flatten)]
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum What {
    /// The candidate turned to the question.
    Focus,
    /// Its file was saved with a new content.
    Saved {
        /// SHA-256 of the content, in hex.
        sha256: String,
        /// The lines of it.
        lines: u64,
    },
    /// A version was run.
    Checked {
        sha256: String,
        occasion: Occasion,
        verdict: Verdict,
        passed: u64,
        total: u64,
    },
    /// A hint was shown; they are counted from 1.
    Hint {
        number: u64,
    },
    /// The interviewer was asked; what can be asked is counted from 1.
    Asked {
        number: u64,
    },
    /// The interviewer did something.
    Interviewer(Did),
    /// The key points were shown: nothing that is saved later counts.
    KeyPoints,
    /// The candidate rated a key point with 0, 0.5 or 1.
    Rated {
        point: String,
        score: f64,
    },
    /// The candidate rated the delivery of an explanation with 0, 0.5 or 1.
    DeliveryRated {
        criterion: Criterion,
        score: f64,
    },
    /// A follow-up was put; they are counted from 1.
    FollowUp {
        number: u64,
        by: Asker,
    },
    /// The candidate rated what was said to a follow-up with 0, 0.5 or 1.
    FollowUpRated {
        number: u64,
        score: f64,
    },
    /// The candidate said what the answer costs.
    Claimed {
        time: Class,
        space: Class,
    },
    /// How the cost of the answer grows was counted: one class, two that could not be told apart, or none.
    Counted {
        classes: Vec<Class>,
    },
    /// Nobody was there. The clock stood still, unless it costs time.
    Pause {
        length_s: u64,
        /// Null when the process ended without a word.
        why: Option<Stop>,
        #[serde(default)]
        costs_time: bool,
    },
    /// The candidate wants to come back to the question, or no more.
    Flagged {
        flagged: bool,
    },
    /// The question was handed in: nothing that is saved later counts.
    Submitted,
    /// The time is up, and a last save still counts.
    TimeUp,
    Bell {
        why: Ending,
    },
}

/// A stretch of time that one question had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// From 1.
    pub question: usize,
    pub from_ms: u64,
    pub to_ms: u64,
}

/// Which question had the focus when. The first one has it from the start; `end_ms` is where the clock stopped.
pub fn stretches(happenings: &[Happening], end_ms: u64) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut open = Stretch { question: 1, from_ms: 0, to_ms: 0 };
    let turns = happenings.iter().filter(|happening| happening.what == What::Focus);
    for Happening { at_ms, question, .. } in turns.filter(|turn| turn.at_ms <= end_ms) {
        if *question != open.question {
            stretches.push(Stretch { to_ms: *at_ms, ..open });
            open = Stretch { question: *question, from_ms: *at_ms, to_ms: *at_ms };
        }
    }
    stretches.push(Stretch { to_ms: end_ms, ..open });
    stretches.retain(|stretch| stretch.to_ms > stretch.from_ms);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_belongs_to_one_question() {
        let turn = |at_ms, question| Happening { at_ms, question, what: What::Focus };
        let hint = Happening { at_ms: 6, question: 2, what: What::Hint { number: 1 } };
        let turns = [turn(0, 1), turn(5, 2), hint, turn(7, 2), turn(9, 1), turn(9, 3), turn(40, 1)];
        let stretch = |question, from_ms, to_ms| Stretch { question, from_ms, to_ms };
        assert_eq!(stretches(&turns, 30), [stretch(1, 0, 5), stretch(2, 5, 9), stretch(3, 9, 30)]);
        assert_eq!(stretches(&[], 30), [stretch(1, 0, 30)]);
        assert_eq!(stretches(&[], 0), []);
    }

    #[test]
    fn a_happening_reads_as_a_sentence_in_json() {
        let happening = Happening { at_ms: 61_000, question: 2, what: What::Hint { number: 1 } };
        let json = serde_json::to_string(&happening).unwrap();
        assert_eq!(json, r#"{"at_ms":61000,"question":2,"what":"hint","number":1}"#);
        assert_eq!(serde_json::from_str::<Happening>(&json).unwrap(), happening);
    }
}
