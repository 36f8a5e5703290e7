//! One way of grading a batch of answers.

use std::time::Duration;

use crate::account::Used;
use crate::workload::{Workload, wrong_answer};

/// Why a contender cannot be measured, as a sentence.
pub type Problem = String;

/// What a contender made of a batch.
#[derive(Debug, Clone, Copy)]
pub struct Graded {
    pub used: Used,
    /// How many answers were rejected.
    pub rejected: usize,
    /// CPU time that the contender itself says its answers have used.
    pub claimed: Option<Duration>,
}

/// How a contender grades.
pub type Grade = Box<dyn Fn(&Workload, &[String]) -> Result<Graded, Problem>>;

/// A contender.
pub struct Contender {
    pub name: &'static str,
    /// What stands between an answer and the rest, in words.
    pub isolation: &'static str,
    /// Batch sizes in which it is measured.
    pub sizes: Vec<u32>,
    pub grade: Grade,
}

impl Contender {
    /// Whether it accepts right answers and rejects a wrong one among them.
    pub fn prove(&self, workload: &Workload, right: &[String]) -> Result<(), Problem> {
        let graded = (self.grade)(workload, right)?;
        if graded.rejected != 0 {
            return Err(format!("rejects {} of {} right answers", graded.rejected, right.len()));
        }
        let mut one_wrong = right.to_vec();
        one_wrong[right.len() / 2] = wrong_answer();
        match (self.grade)(workload, &one_wrong)?.rejected {
            1 => Ok(()),
            0 => Err("does not reject a wrong answer".to_owned()),
            more => Err(format!("rejects {more} answers where one is wrong")),
        }
    }
}

/// The error of a step, with the step.
pub fn at<E: std::fmt::Display>(step: &str) -> impl Fn(E) -> Problem {
    move |error| format!("{step}: {error}")
}
