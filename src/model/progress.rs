//! How far somebody has come: what the screen and the JSON of `greenroom progress` are made from.

use std::fmt;
use std::ops::AddAssign;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::confidence::ConfidenceNote;
use crate::model::day::Day;
use crate::model::question::{Difficulty, Kind};

/// What is known of a question. Each has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Never checked.
    New,
    /// Checked, and on the last of its days not passed.
    Tried,
    /// Passed on the last of its days.
    Passed,
    /// Passed, and expected to be known for three weeks more.
    Mastered,
    /// Its review day has come.
    Due,
}

impl Status {
    pub const ALL: [Status; 5] = [Status::New, Status::Tried, Status::Passed, Status::Mastered, Status::Due];
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Status::New => "new",
            Status::Tried => "tried",
            Status::Passed => "passed",
            Status::Mastered => "mastered",
            Status::Due => "due",
        })
    }
}

/// How well a question was known on a day, from what was checked on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Not passed.
    Again,
    /// Passed with a hint, over the time that it is meant to take, or after several checks that failed.
    Hard,
    Good,
    /// Passed at the first check, without a hint, in half of the time.
    Easy,
}

/// How many questions have which status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Counts {
    pub new: usize,
    pub tried: usize,
    pub passed: usize,
    pub mastered: usize,
    pub due: usize,
}

impl Counts {
    pub fn total(self) -> usize {
        Status::ALL.into_iter().map(|status| self.of(status)).sum()
    }

    pub fn of(self, status: Status) -> usize {
        match status {
            Status::New => self.new,
            Status::Tried => self.tried,
            Status::Passed => self.passed,
            Status::Mastered => self.mastered,
            Status::Due => self.due,
        }
    }
}

impl AddAssign<Status> for Counts {
    fn add_assign(&mut self, status: Status) {
        *match status {
            Status::New => &mut self.new,
            Status::Tried => &mut self.tried,
            Status::Passed => &mut self.passed,
            Status::Mastered => &mut self.mastered,
            Status::Due => &mut self.due,
        } += 1;
    }
}

/// The questions of one level or topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Group {
    pub name: String,
    /// Of the questions of the bank.
    pub entries: Counts,
    /// Of the seed questions, each with the status of the question that answers it.
    pub seeds: Counts,
}

/// Days in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Streak {
    /// Up to today, or up to yesterday while there is still time today.
    pub days: usize,
    pub longest: usize,
}

/// A day on which something was practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PractisedDay {
    pub day: Day,
    /// How many different questions.
    pub questions: usize,
    pub checks: usize,
}

/// One question of the bank.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Standing {
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub topic: String,
    pub level: Difficulty,
    /// How long it is meant to take.
    pub minutes: u32,
    pub status: Status,
    pub checks: usize,
    /// The last day of practice.
    pub last: Option<Day>,
    /// The last day whose checks showed whether it was known, and what they showed.
    pub graded: Option<Day>,
    pub grade: Option<Grade>,
    /// The day of its next review; absent while no check of it could be graded.
    pub due: Option<Day>,
    /// In so many days the chance to know it sinks to nine of ten.
    pub stability_days: Option<f64>,
    /// The chance that it is known today, from 0 to 1.
    pub recall: Option<f64>,
    /// Seconds that it took when it was last passed, where they were counted.
    pub used_s: Option<u64>,
}

impl Standing {
    /// How long a review of it will take: as long as it took when it was last passed, or what it is meant to take.
    pub fn expected_minutes(&self) -> u32 {
        let took = self.used_s.and_then(|seconds| u32::try_from(seconds.div_ceil(60)).ok());
        took.map_or(self.minutes, |took| took.clamp(1, self.minutes.max(1)))
    }
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Progress {
    pub today: Day,
    pub streak: Streak,
    pub entries: Counts,
    pub seeds: Counts,
    pub levels: Vec<Group>,
    pub topics: Vec<Group>,
    /// Every day of practice, the oldest first.
    pub days: Vec<PractisedDay>,
    /// Every question of the bank, by topic, level and slug.
    pub questions: Vec<Standing>,
    /// Topics on which the own rating and the results are far apart, over all finished sessions of this machine, the widest
    /// apart first. Only `greenroom progress` looks.
    pub confidence: Vec<ConfidenceNote>,
    /// How many questions were practised that are not in this bank.
    pub elsewhere: usize,
}

impl Progress {
    /// Those whose day has come, the most forgotten first.
    pub fn due(&self) -> Vec<&Standing> {
        let mut due: Vec<&Standing> = self.questions.iter().filter(|question| question.status == Status::Due).collect();
        due.sort_by(|one, other| {
            let recall = |question: &Standing| question.recall.unwrap_or(0.0);
            recall(one).total_cmp(&recall(other)).then_with(|| one.slug.cmp(&other.slug))
        });
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up() {
        let mut counts = Counts::default();
        for status in [Status::New, Status::Due, Status::Due, Status::Passed] {
            counts += status;
        }
        assert_eq!(counts, Counts { new: 1, passed: 1, due: 2, ..Counts::default() });
        assert_eq!(counts.total(), 4);
    }
}
