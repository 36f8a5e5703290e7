//! How candidates stand: verdicts, points, and who is below a pass mark. Rows may come in any order.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::pass_mark::{FULL_POINTS, PassMark};
use crate::model::tally::Tally;
use crate::model::verdict::Verdict;
use crate::report::result_row::ResultRow;

/// The sum of all rows: nothing for each answer, and for each candidate only what somebody will ask for.
#[derive(Debug, Default)]
pub struct Standing {
    pub tally: Tally,
    /// Answers that tried what no honest answer does.
    pub tampering: usize,
    /// Answers that came after the time that was due.
    pub late: usize,
    /// Answers whose time is known.
    pub timed: usize,
    marks: Vec<PassMark>,
    marked: BTreeSet<String>,
    /// None when there is no mark to be below of, and nobody wants to know.
    candidates: Option<BTreeMap<String, Points>>,
}

/// What one candidate has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Points {
    pub answers: usize,
    pub passed: usize,
    /// Answers that count: not those for a human to judge, skipped ones, and those that we could not check.
    pub counted: u64,
    /// Of those, in ten-thousandths.
    pub points: u64,
    /// Questions with a pass mark of their own: the points.
    by_question: BTreeMap<String, u64>,
}

/// Somebody below a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    pub candidate: String,
    pub question: Option<String>,
    pub points: u64,
    pub mark: u64,
}

impl Points {
    /// Over all answers that count, each worth the same; none when there is none.
    pub fn share(&self) -> Option<u64> {
        // Never rounded up to a mark.
        self.points.checked_div(self.counted)
    }
}

impl Standing {
    pub fn new(marks: &[PassMark]) -> Standing {
        let candidates = (!marks.is_empty()).then(BTreeMap::new);
        Standing { marks: marks.to_vec(), candidates, ..Standing::default() }
    }

    /// The points of each candidate are known, whether there are marks or not.
    pub fn of_each_candidate(self) -> Standing {
        Standing { candidates: Some(self.candidates.unwrap_or_default()), ..self }
    }

    /// Gives what the candidate has so far, if that is known.
    pub fn add(&mut self, row: &ResultRow) -> Option<&Points> {
        self.tally.add(row.verdict);
        self.tampering += usize::from(row.tampering);
        self.late += usize::from(row.late == Some(true));
        self.timed += usize::from(row.submitted.is_some());
        let candidate = self.candidates.as_mut()?.entry(row.candidate.clone()).or_default();
        candidate.answers += 1;
        candidate.passed += usize::from(row.verdict == Verdict::Pass);
        if !matches!(row.verdict, Verdict::Manual | Verdict::Skipped | Verdict::Internal) {
            let points = (row.score * FULL_POINTS as f64).round() as u64;
            candidate.counted += 1;
            candidate.points += points;
            if self.marks.iter().any(|mark| mark.question.as_ref() == Some(&row.question)) {
                candidate.by_question.insert(row.question.clone(), points);
                self.marked.insert(row.question.clone());
            }
        }
        Some(candidate)
    }

    /// Who is below a mark, by name.
    pub fn below(&self) -> Vec<Below> {
        let mut below = Vec::new();
        for (name, candidate) in self.candidates.iter().flatten() {
            for mark in &self.marks {
                let points = match &mark.question {
                    Some(question) => candidate.by_question.get(question).copied(),
                    None => candidate.share(),
                };
                if let Some(points) = points.filter(|points| *points < mark.points) {
                    below.push(Below {
                        candidate: name.clone(),
                        question: mark.question.clone(),
                        points,
                        mark: mark.points,
                    });
                }
            }
        }
        below
    }

    /// Questions that have a mark, and no answer that counts.
    pub fn unanswered_marks(&self) -> Vec<&str> {
        let questions = self.marks.iter().filter_map(|mark| mark.question.as_deref());
        questions.filter(|question| !self.marked.contains(*question)).collect()
    }

    pub fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }
}
