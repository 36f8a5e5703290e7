//! What summaries need to know of a run, from one pass over its rows: a few numbers for each answer, and nothing of what
//! answers gave.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::isolation::Level;
use crate::model::reveal::Reveal;
use crate::model::verdict::Verdict;
use crate::report::items::{FULL, QuestionFacts, four_digits, points};
use crate::report::outcome::{Outcomes, tests};
use crate::report::result_row::ResultRow;

/// The facts of a run.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The levels and interpreters of its rows: one of each, unless runs were mixed.
    pub levels: BTreeSet<Level>,
    pub pythons: BTreeSet<String>,
    pub verdicts: BTreeMap<Verdict, u64>,
    /// In order of their slugs.
    pub questions: Vec<QuestionFacts>,
    /// In the order of the rows.
    pub candidates: Vec<CandidateFacts>,
    /// Of all cases, and of answers without cases.
    pub outcomes: Outcomes,
    pub cpu_ms: u64,
    pub wall_ms: u64,
    pub max_rss_kib: u64,
    pub retries: u64,
}

/// One candidate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CandidateFacts {
    pub name: String,
    /// In order of questions.
    pub marks: Vec<Mark>,
}

/// One answer of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where its question stands in [`Facts::questions`].
    pub question: usize,
    pub verdict: Verdict,
    /// Ten-thousandths.
    pub points: u64,
    pub cpu_ms: u64,
    pub wall_ms: u64,
    /// Handed in after the time that was due.
    pub late: bool,
    /// It tried what no honest answer does.
    pub tampering: bool,
}

impl Facts {
    /// Take in all rows, those of a candidate together.
    pub fn of<E>(rows: impl Iterator<Item = Result<ResultRow, E>>) -> Result<Facts, E> {
        let mut facts = Facts::default();
        let mut places = BTreeMap::new();
        let mut of_candidate: Vec<ResultRow> = Vec::new();
        for row in rows {
            let row = row?;
            if of_candidate.first().is_some_and(|first| first.candidate != row.candidate) {
                facts.add(&std::mem::take(&mut of_candidate), &mut places);
            }
            of_candidate.push(row);
        }
        facts.add(&of_candidate, &mut places);
        facts.sort_questions(&places);
        Ok(facts)
    }

    /// As `of`, for tests.
    #[cfg(test)]
    pub fn of_rows(rows: &[ResultRow]) -> Facts {
        let Ok(facts) = Facts::of(rows.iter().cloned().map(Ok::<_, std::convert::Infallible>));
        facts
    }

    /// The rows of one candidate.
    fn add(&mut self, rows: &[ResultRow], places: &mut BTreeMap<String, usize>) {
        let Some(first) = rows.first() else { return };
        let scored = rows.iter().filter(|row| is_scored(row.verdict));
        let (all, count) = scored.fold((0, 0), |(all, count), row| (all + points(row.score), count + 1));
        let mut candidate = CandidateFacts { name: first.candidate.clone(), marks: Vec::with_capacity(rows.len()) };
        for row in rows {
            let next = self.questions.len();
            let question = *places.entry(row.question.clone()).or_insert(next);
            if question == next {
                self.questions.push(QuestionFacts::new(&row.question));
            }
            let others = if is_scored(row.verdict) { (all - points(row.score), count - 1) } else { (all, count) };
            self.questions[question].add(row, others);
            self.add_row(row);
            candidate.marks.push(Mark {
                question,
                verdict: row.verdict,
                points: points(row.score),
                cpu_ms: row.cpu_ms,
                wall_ms: row.wall_ms,
                late: row.late == Some(true),
                tampering: row.tampering || row.verdict == Verdict::Blocked,
            });
        }
        self.candidates.push(candidate);
    }

    fn add_row(&mut self, row: &ResultRow) {
        self.levels.insert(row.level);
        if !self.pythons.contains(&row.python) {
            self.pythons.insert(row.python.clone());
        }
        *self.verdicts.entry(row.verdict).or_default() += 1;
        // Names are of no account for a count.
        tests(row, Reveal::Never).iter().for_each(|test| self.outcomes.add(test.outcome()));
        self.cpu_ms += row.cpu_ms;
        self.wall_ms += row.wall_ms;
        self.max_rss_kib = self.max_rss_kib.max(row.max_rss_kib);
        self.retries += u64::from(row.retries);
    }

    /// From the order in which they were met to that of their slugs.
    fn sort_questions(&mut self, places: &BTreeMap<String, usize>) {
        let mut new = vec![0; places.len()];
        places.values().enumerate().for_each(|(place, met)| new[*met] = place);
        self.questions.sort_by(|one, other| one.slug.cmp(&other.slug));
        for mark in self.candidates.iter_mut().flat_map(|candidate| &mut candidate.marks) {
            mark.question = new[mark.question];
        }
    }

    pub fn answers(&self) -> u64 {
        self.verdicts.values().sum()
    }

    pub fn count(&self, verdict: Verdict) -> u64 {
        self.verdicts.get(&verdict).copied().unwrap_or(0)
    }

    /// The weakest level that an answer was checked at.
    pub fn level(&self) -> Option<Level> {
        self.levels.last().copied()
    }

    pub fn python(&self) -> String {
        self.pythons.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// From the highest score to the lowest, then by name; who has none stands last.
    pub fn ranking(&self) -> Vec<&CandidateFacts> {
        let mut ranking: Vec<_> = self.candidates.iter().collect();
        let order = |candidate: &CandidateFacts| candidate.score().map(points);
        ranking.sort_by(|one, other| order(other).cmp(&order(one)).then_with(|| one.name.cmp(&other.name)));
        ranking
    }

    /// From the hardest question to the easiest; those that nobody tried are left out.
    pub fn hardest(&self) -> Vec<&QuestionFacts> {
        let mut questions: Vec<_> = self.questions.iter().filter(|question| question.tried > 0).collect();
        let order = |question: &QuestionFacts| (question.difficulty().map(points), question.mean_score().map(points));
        questions.sort_by_key(|question| order(question));
        questions
    }

    /// The mean of all scores of candidates; none when nobody has one.
    pub fn mean_score(&self) -> Option<f64> {
        let scores: Vec<f64> = self.candidates.iter().filter_map(CandidateFacts::score).collect();
        (!scores.is_empty()).then(|| four_digits(scores.iter().sum::<f64>() / scores.len() as f64))
    }
}

impl CandidateFacts {
    /// The mean of the scores of all answers that count, from 0 to 1; none when there is none.
    pub fn score(&self) -> Option<f64> {
        let scored = self.marks.iter().filter(|mark| is_scored(mark.verdict));
        let (all, count) = scored.fold((0, 0), |(all, count), mark| (all + mark.points, count + 1));
        (count > 0).then(|| four_digits(all as f64 / FULL / f64::from(count)))
    }

    pub fn count(&self, verdict: Verdict) -> usize {
        self.marks.iter().filter(|mark| mark.verdict == verdict).count()
    }

    pub fn late(&self) -> usize {
        self.marks.iter().filter(|mark| mark.late).count()
    }

    pub fn tampering(&self) -> usize {
        self.marks.iter().filter(|mark| mark.tampering).count()
    }

    /// The answers to a question: one, unless it was answered under two names.
    pub fn marks_of(&self, question: usize) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.question == question)
    }
}

impl Mark {
    /// None when the answer has no score: for a human to read, not applicable, or our fault.
    pub fn score(&self) -> Option<f64> {
        is_scored(self.verdict).then(|| self.points as f64 / FULL)
    }
}

/// Whether an answer counts for its candidate.
pub fn is_scored(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::Manual | Verdict::Skipped | Verdict::Internal)
}
