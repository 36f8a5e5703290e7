//! The report of a session: what `report.json` holds, and what a terminal or a page is made from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::conditions::Conditions;
use crate::model::confidence::ConfidenceNote;
use crate::model::cost_report::{CostReport, FollowUpReport};
use crate::model::delivery::DeliveryReport;
use crate::model::event::{Ending, Remark, Stop};
use crate::model::isolation::Level;
use crate::model::partner::InterviewerReport;
use crate::model::question::{Difficulty, Kind};
use crate::model::timeline::{Happening, What};
use crate::model::unasked::Unasked;
use crate::model::verdict::Verdict;

/// Grows when a field changes its meaning or goes; new fields do not count.
pub const VERSION: u32 = 1;

/// A finished session. Correctness, time, independence, complexity and self-rating stand apart: there is no single figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SessionReport {
    /// The version of this format.
    pub version: u32,
    /// The greenroom that started the session.
    pub greenroom: String,
    pub session: String,
    /// The plan that it was drawn by; null when minutes, topics and levels were given.
    pub plan: Option<String>,
    pub title: String,
    /// Gives the same interview again, with the same plan and bank.
    pub seed: u64,
    /// How strongly answers were locked in.
    pub level: Level,
    /// The interpreter that ran the answers, for instance `3.11.7`.
    pub python: String,
    /// SHA-256 over the bank that the questions were drawn from, in hex.
    pub bank_hash: String,
    /// The bank was another one when the session was resumed.
    pub bank_changed: bool,
    /// Length of the session, the pace and what the interviewer added included.
    pub minutes: u32,
    /// What the session was held to. Reports of older versions lack it: they knew no other than these.
    #[serde(default)]
    pub conditions: Conditions,
    /// Length of the session at the usual pace; null in reports of older versions, which knew no other.
    #[serde(default)]
    pub minutes_at_usual_pace: Option<u32>,
    /// RFC 3339, UTC.
    pub started_at: String,
    /// RFC 3339, UTC.
    pub ended_at: String,
    pub ended_by: Ending,
    /// Seconds in which the clock ran.
    pub used_s: u64,
    /// A part of that was taken from the wall clock, because the machine was started anew.
    pub clock_estimated: bool,
    pub pauses: Vec<PauseReport>,
    /// Where the draw gave something else than was asked for.
    pub remarks: Vec<Remark>,
    pub questions: Vec<QuestionReport>,
    /// What the interviewer thought, apart from all that was checked; null when none was there.
    #[serde(default)]
    pub interviewer: Option<InterviewerReport>,
    /// Topics on which the candidate's own rating and the results are far apart.
    #[serde(default)]
    pub confidence: Vec<ConfidenceNote>,
    /// What happened when, by the clock of the session.
    #[serde(default)]
    pub timeline: Vec<Happening>,
    /// What to do next, the most useful first.
    #[serde(default)]
    pub next: Vec<Step>,
}

/// Something to do, as a command that can be typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    pub command: String,
    /// For instance `7 of 9 cases passed at the bell`.
    pub why: String,
}

/// A time in which nobody was there. The clock stood still, unless it costs time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PauseReport {
    /// Seconds of session time before it.
    pub after_s: u64,
    pub length_s: u64,
    /// Null when the process ended without a word.
    pub why: Option<Stop>,
    pub estimated: bool,
    /// The clock ran on: the session was strict.
    #[serde(default)]
    pub costs_time: bool,
}

/// One question of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionReport {
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub topic: String,
    pub difficulty: Difficulty,
    /// The verdict of the newest answer that was saved before the bell.
    pub verdict: Verdict,
    /// The verdict of the version that passed most.
    pub best: Verdict,
    /// SHA-256 of the answer at the bell, in hex; null when none was saved.
    pub answer_sha256: Option<String>,
    pub best_sha256: Option<String>,
    /// Cases of a `code` answer, lines of a `predict` answer, at the bell.
    pub passed: u64,
    pub total: u64,
    pub best_passed: u64,
    /// The cases that did not pass at the bell, or the numbers of the lines.
    pub failed: Vec<String>,
    pub hints: u64,
    pub hints_available: u64,
    /// Clarifications that the candidate asked for.
    pub clarifications: u64,
    pub clarifications_available: u64,
    /// How often the candidate asked for a whole check.
    pub checks: u64,
    /// How many versions were saved.
    pub saves: u64,
    /// What it was given, the pace included.
    pub budget_s: u64,
    pub used_s: u64,
    #[serde(flatten)]
    pub conduct: Conduct,
    /// What the answer costs: claimed, counted, and said by its author. Null where there was no card, and in reports of
    /// older versions.
    #[serde(default)]
    pub cost: Option<CostReport>,
    /// The follow-ups that were put.
    #[serde(default)]
    pub follow_ups: Vec<FollowUpReport>,
    /// Rated by the candidate, never by greenroom.
    pub key_points: Vec<KeyPointReport>,
    /// Rated by the candidate too, and never a part of what the key points give. Empty when it was skipped.
    #[serde(default)]
    pub delivery: Vec<DeliveryReport>,
    /// What the candidate never asked, and failed.
    #[serde(default)]
    pub unasked: Vec<Unasked>,
}

/// How the candidate went about a question. Reports of older versions lack all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Conduct {
    /// The candidate wanted to come back to it.
    pub flagged: bool,
    /// It was handed in on a whiteboard.
    pub submitted: bool,
    /// The answer that counts was saved in the moments after the time was up.
    pub saved_in_grace: bool,
    /// What hints left of independence, in per cent. Correctness knows nothing of it.
    pub independence_percent: u32,
    /// Seconds that were saved on earlier questions and could be spent on this one.
    pub rollover_s: u64,
}

impl Default for Conduct {
    fn default() -> Conduct {
        Conduct { flagged: false, submitted: false, saved_in_grace: false, independence_percent: 100, rollover_s: 0 }
    }
}

/// A key point, and how far the candidate says that the answer covers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KeyPointReport {
    pub id: String,
    pub weight: u32,
    /// 0, 0.5 or 1; null when it was not rated.
    pub self_rated: Option<f64>,
}

impl SessionReport {
    /// It is in the timeline of the question of this number, from 1.
    pub fn happened(&self, question: usize, what: &What) -> bool {
        self.timeline.iter().any(|happening| happening.question == question && happening.what == *what)
    }
}

impl QuestionReport {
    /// Something was handed in that an interpreter can judge, and was judged.
    pub fn is_judged(&self) -> bool {
        let is_open = matches!(self.verdict, Verdict::Manual | Verdict::Skipped | Verdict::Internal);
        self.answer_sha256.is_some() && !is_open
    }

    /// A version before the bell passed more than the one at the bell.
    pub fn was_better(&self) -> bool {
        let had = (self.best == Verdict::Pass, self.best_passed);
        self.is_judged() && had > (self.verdict == Verdict::Pass, self.passed)
    }

    /// Weighted points that the candidate gave, and what could be given; none when nothing was rated.
    pub fn self_rating(&self) -> Option<(f64, f64)> {
        let rated = self.key_points.iter().filter_map(|point| Some((point.self_rated?, f64::from(point.weight))));
        let given: Vec<f64> = rated.map(|(score, weight)| score * weight).collect();
        let possible: u32 = self.key_points.iter().map(|point| point.weight).sum();
        (!given.is_empty()).then(|| (given.iter().sum(), f64::from(possible)))
    }
}
