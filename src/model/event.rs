//! What happens in a session, as the journal keeps it. A session is nothing but the sum of its events.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::claim::Claim;
use crate::model::conditions::Conditions;
use crate::model::delivery::Criterion;
use crate::model::growth::Growth;
use crate::model::isolation::Level;
use crate::model::partner::PartnerEvent;
use crate::model::question::{Difficulty, Kind};

pub use crate::model::check_summary::{CheckSummary, Occasion, Scope};
pub use crate::model::moment::{Boot, Moment};
pub use crate::model::score::Score;

/// One event, and when it happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// From 1, without a gap.
    pub sequence: u64,
    pub at: Moment,
    pub event: Event,
}

/// Everything that happens in a session. Questions are counted from 0, in the order of `Started`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// The clock starts. Always the first event, and never again.
    Started(Box<Started>),
    /// The candidate turns to a question.
    Focus {
        question: usize,
    },
    /// A file with a new content was saved. The content stands beside the event in the journal.
    Saved {
        question: usize,
        sha256: String,
        #[serde(skip)]
        content: Vec<u8>,
    },
    /// An answer was run.
    Checked(CheckSummary),
    HintShown {
        question: usize,
        hint: usize,
    },
    ClarificationShown {
        question: usize,
        clarification: usize,
    },
    /// The key points were shown: what was saved before is the answer, and nothing after it.
    KeyPointsShown {
        question: usize,
        /// What all of them count together. The journals of older versions lack it: there only what was rated is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weight: Option<u32>,
    },
    /// The candidate rated a key point.
    Rated {
        question: usize,
        point: String,
        score: Score,
        /// How much the point counts. The journals of older versions lack it: there every point counts the same.
        #[serde(default = "one")]
        weight: u32,
    },
    /// The candidate rated how an explanation was delivered, apart from what it knew.
    DeliveryRated {
        question: usize,
        criterion: Criterion,
        score: Score,
    },
    /// The candidate wants to come back to a question, or does not any more.
    Flagged {
        question: usize,
        flagged: bool,
    },
    /// The candidate handed a question in, on a whiteboard: it runs now, and what is saved later does not count.
    Submitted {
        question: usize,
    },
    /// A follow-up was put to the candidate. Follow-ups are counted from 0, as the question lists them.
    FollowUpAsked {
        question: usize,
        follow_up: usize,
        /// Its words: a bank may list it elsewhere later. The journals of older versions lack them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ask: Option<String>,
        by: Asker,
    },
    /// The candidate answered a follow-up aloud, and says how far that covers its answer.
    FollowUpRated {
        question: usize,
        follow_up: usize,
        score: Score,
    },
    /// The candidate said what an answer that passed costs. It stays the claim of that version, whatever is saved later.
    Claimed {
        question: usize,
        sha256: String,
        claim: Claim,
    },
    /// What counting a version has shown: advice, kept so that nothing is counted twice.
    Counted {
        question: usize,
        sha256: String,
        growth: Growth,
    },
    /// The partner who plays the interviewer did something. Nothing of it changes a verdict.
    Interviewer(PartnerEvent),
    /// The process still runs. Bounds what a crash can hide.
    Alive,
    /// The clock stops because somebody wants it to.
    Suspended {
        why: Stop,
    },
    /// The clock runs again. What lies between this and the event before it was a pause.
    Resumed,
    /// Time is up. What is saved in the moments before the bell event still counts; nothing else does.
    TimeUp,
    /// The session is over, or the candidate has finished: no save after this one counts.
    Bell {
        why: Ending,
    },
    /// Everything is graded.
    Finished,
}

fn one() -> u32 {
    1
}

/// All that is needed to build the session again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Started {
    /// The name of the session.
    pub session: String,
    /// The greenroom that started it.
    pub greenroom: String,
    /// The plan that it was drawn by; none when minutes, topics and levels were given.
    pub plan: Option<String>,
    pub title: String,
    pub seed: u64,
    pub bank_hash: String,
    /// The folders that replaced the built-in bank.
    pub banks: Vec<PathBuf>,
    /// Length of the session, before the pace.
    pub minutes: u32,
    /// What was asked for where there is no plan; empty where anything would do, and in the journals of older versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Difficulty>,
    /// Absent in the journals of older versions, which knew no others than the usual ones.
    #[serde(default)]
    pub conditions: Conditions,
    pub questions: Vec<DrawnQuestion>,
    /// What the draw could not do as it was asked to.
    pub remarks: Vec<Remark>,
    pub folder: PathBuf,
    /// How strongly answers are locked in.
    pub level: Level,
    /// For instance `3.11.7`.
    pub python: String,
}

/// A question of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawnQuestion {
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub topic: String,
    pub level: Difficulty,
    /// Before the pace.
    pub budget_minutes: u32,
}

/// Where a draw gave something else than was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "remark", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Remark {
    /// The pool was empty: a question of a neighbouring level stands in.
    LevelWidened { slug: String, level: Difficulty, wanted: Vec<Difficulty> },
    /// The pool was still empty: a question of another topic stands in.
    TopicWidened { slug: String, topic: String, wanted: Vec<String> },
    /// The bank has fewer minutes of questions than were asked for.
    Short { wanted_minutes: u32, found_minutes: u32 },
}

/// Who puts a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Asker {
    /// Greenroom, by what happened.
    Greenroom,
    /// The partner at the other terminal.
    Interviewer,
}

/// Why the clock was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// The candidate asked for it.
    Quit,
    /// No more input can come.
    EndOfInput,
    /// A signal ended the process.
    Interrupted,
    /// The candidate paused, and stayed.
    Pause,
    /// The process was sent to sleep: Ctrl-Z.
    Sleep,
    /// The machine slept: a lid was closed, for instance.
    Asleep,
}

/// Who ended a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The time ran out.
    TimeUp,
    /// The candidate.
    Candidate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_reads_as_a_sentence_in_json() {
        let event = Event::HintShown { question: 1, hint: 0 };
        assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"event":"hint-shown","question":1,"hint":0}"#);
    }

    #[test]
    fn the_content_of_a_save_is_not_in_its_json() {
        let event = Event::Saved { question: 0, sha256: "ab".into(), content: b"x = 1".to_vec() };
        assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"event":"saved","question":0,"sha256":"ab"}"#);
    }

    #[test]
    fn a_start_that_an_older_greenroom_kept_had_the_usual_conditions() {
        let text = r#"{"event":"started","session":"k7qd","greenroom":"0.1.0","plan":null,"title":"t","seed":7,
            "bank_hash":"ab","banks":[],"minutes":30,"questions":[],"remarks":[],"folder":"/tmp","level":"full",
            "python":"3.11.7"}"#;
        let Event::Started(started) = serde_json::from_str(text).unwrap() else { panic!("it is a start") };
        assert_eq!(started.conditions, Conditions::default());
        assert!(started.topics.is_empty() && started.levels.is_empty());
    }

    #[test]
    fn what_an_interviewer_does_is_an_event_in_the_journal() {
        let mark = PartnerEvent::Marked { question: 1, point: "what".to_owned(), score: Score::Half };
        let json = serde_json::to_string(&Event::Interviewer(mark.clone())).unwrap();
        let expected = r#"{"event":"interviewer","did":"marked","question":1,"point":"what","score":"half"}"#;
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), Event::Interviewer(mark));
        for unknown in [
            r#"{"event":"interviewer","did":"danced"}"#,
            r#"{"event":"interviewer","did":"minutes-added","minutes":5,"x":1}"#,
        ] {
            assert!(serde_json::from_str::<Event>(unknown).is_err(), "{unknown}");
        }
    }

    #[test]
    fn follow_ups_ratings_and_checks_that_an_older_greenroom_kept_are_read() {
        let asked = r#"{"event":"follow-up-asked","question":1,"follow_up":2,"by":"greenroom"}"#;
        let event = Event::FollowUpAsked { question: 1, follow_up: 2, ask: None, by: Asker::Greenroom };
        assert_eq!(serde_json::from_str::<Event>(asked).unwrap(), event);
        let rated = r#"{"event":"rated","question":2,"point":"what","score":"half"}"#;
        let Event::Rated { weight, .. } = serde_json::from_str(rated).unwrap() else { panic!("it is a rating") };
        assert_eq!(weight, 1);
        let checked = r#"{"event":"checked","question":1,"sha256":"ab","occasion":"bell","verdict":"fail","passed":1,
            "total":2,"failed":["case_b"]}"#;
        let Event::Checked(summary) = serde_json::from_str(checked).unwrap() else { panic!("it is a check") };
        assert_eq!(summary.not_run, [""; 0]);
    }

    #[test]
    fn an_event_of_a_newer_greenroom_is_refused() {
        assert!(serde_json::from_str::<Event>(r#"{"event":"danced"}"#).is_err());
        assert!(serde_json::from_str::<Event>(r#"{"event":"focus","question":0,"mood":"calm"}"#).is_err());
    }
}
