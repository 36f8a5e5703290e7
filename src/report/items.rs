//! What the answers of a class say of a question and its cases: how hard they are, and whether they tell good answers
//! from weak ones.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::verdict::Verdict;
use crate::report::correlation::Correlation;
use crate::report::result_row::{CaseRow, ResultRow};

/// More cases of one question are not counted apart. No check has as many; a prediction has one for each of its lines.
const MAX_CASES: usize = 1000;

/// More different wrong results of one case are not counted apart.
// Receipt: what one in a hundred gives is among the first thousand but for odds of 0.99^1000, 4 in 100,000; by the sizes
// of its fields, one with a hash and nothing revealed takes 200 bytes.
const MAX_MISTAKES: usize = 1000;

/// How much of a fingerprint tells two mistakes apart: all of a hash, and the beginning of a predicted line.
const FINGERPRINT: usize = 120;

/// How much of a result is kept to be shown.
const RESULT: usize = 200;

/// A question over all candidates.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuestionFacts {
    pub slug: String,
    /// The numbers that random cases were made from: one, unless runs were mixed.
    pub seeds: BTreeSet<u64>,
    pub verdicts: BTreeMap<Verdict, u64>,
    /// Answers that were handed in and checked; shares are shares of these.
    pub tried: u64,
    pub passed: u64,
    /// Ten-thousandths, over all that were tried.
    points: u64,
    relation: Correlation,
    cases: Vec<CaseFacts>,
    /// Where each case stands.
    places: HashMap<String, usize>,
}

/// A case of a question, or a line of its prediction, over all candidates.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFacts {
    pub name: String,
    pub hidden: bool,
    pub weight: u32,
    pub group: Option<String>,
    /// In how many answers there was such a case.
    pub seen: u64,
    pub passed: u64,
    relation: Correlation,
    mistakes: BTreeMap<String, Mistake>,
}

/// A wrong result, and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub count: u64,
    pub verdict: Verdict,
    /// One of those who gave it.
    pub candidate: String,
    /// What was given, where the run reveals it.
    pub got: Option<String>,
}

/// What a class says of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    NobodyPasses,
    EverybodyPasses,
    /// Who does well elsewhere fails here: the item may be wrong.
    Backwards,
}

impl Remark {
    pub fn words(self) -> &'static str {
        match self {
            Remark::NobodyPasses => "nobody passes",
            Remark::EverybodyPasses => "everybody passes",
            Remark::Backwards => "better candidates fail it more often",
        }
    }

    fn of(passed: u64, tried: u64, discrimination: Option<f64>) -> Option<Remark> {
        // A few candidates agree by chance.
        // Receipt: five independent candidates who each pass with 0.8 all pass one time in three.
        const FEW: u64 = 5;
        if tried < FEW {
            None
        } else if passed == 0 {
            Some(Remark::NobodyPasses)
        } else if passed == tried {
            Some(Remark::EverybodyPasses)
        } else {
            discrimination.filter(|value| *value <= -0.1).map(|_| Remark::Backwards)
        }
    }
}

impl QuestionFacts {
    pub fn new(slug: &str) -> QuestionFacts {
        QuestionFacts { slug: slug.to_owned(), ..QuestionFacts::default() }
    }

    /// Count an answer. `others` is how well its candidate did in all other questions, in ten-thousandths, and how many
    /// they are.
    pub fn add(&mut self, row: &ResultRow, others: (u64, u64)) {
        *self.verdicts.entry(row.verdict).or_default() += 1;
        self.seeds.insert(row.seed);
        if matches!(row.verdict, Verdict::Manual | Verdict::Skipped | Verdict::Internal | Verdict::NotSubmitted) {
            return;
        }
        let passed = row.verdict == Verdict::Pass;
        self.tried += 1;
        self.passed += u64::from(passed);
        self.points += points(row.score);
        if others.1 > 0 {
            self.relation.add(passed, others.0 as f64 / others.1 as f64 / FULL);
        }
        let weights = |cases: &mut dyn Iterator<Item = &CaseRow>| cases.map(|case| u64::from(case.weight)).sum::<u64>();
        let all = weights(&mut row.cases.iter());
        let right = weights(&mut row.cases.iter().filter(|case| case.verdict == Verdict::Pass));
        for case in &row.cases {
            let passed = case.verdict == Verdict::Pass;
            let weight = u64::from(case.weight);
            let without = (right - if passed { weight } else { 0 }, all - weight);
            let rest = match (without, others) {
                ((_, 0), (_, 0)) => None,
                ((_, 0), (points, count)) => Some(points as f64 / count as f64 / FULL),
                ((right, all), (points, count)) => {
                    Some((points as f64 / FULL + right as f64 / all as f64) / (count + 1) as f64)
                }
            };
            if let Some(facts) = self.case(case) {
                facts.add(case, &row.candidate, rest);
            }
        }
    }

    fn case(&mut self, case: &CaseRow) -> Option<&mut CaseFacts> {
        if let Some(place) = self.places.get(&case.name) {
            return self.cases.get_mut(*place);
        }
        if self.cases.len() == MAX_CASES {
            return None;
        }
        self.places.insert(case.name.clone(), self.cases.len());
        self.cases.push(CaseFacts {
            name: case.name.clone(),
            hidden: case.hidden,
            weight: case.weight,
            group: case.group.clone(),
            seen: 0,
            passed: 0,
            relation: Correlation::default(),
            mistakes: BTreeMap::new(),
        });
        self.cases.last_mut()
    }

    pub fn answers(&self) -> u64 {
        self.verdicts.values().sum()
    }

    /// The share of those who tried that passes; none when nobody tried.
    pub fn difficulty(&self) -> Option<f64> {
        share(self.passed, self.tried)
    }

    pub fn mean_score(&self) -> Option<f64> {
        (self.tried > 0).then(|| four_digits(self.points as f64 / FULL / self.tried as f64))
    }

    /// Against how well candidates do in all other questions.
    pub fn discrimination(&self) -> Option<f64> {
        self.relation.value()
    }

    pub fn remark(&self) -> Option<Remark> {
        Remark::of(self.passed, self.tried, self.discrimination())
    }

    /// The cases that at least half of the answers had, in their order: not the lines that a few predictions have too
    /// many.
    pub fn cases(&self) -> impl Iterator<Item = &CaseFacts> {
        self.cases.iter().filter(|case| 2 * case.seen >= self.tried)
    }
}

impl CaseFacts {
    fn add(&mut self, case: &CaseRow, candidate: &str, rest: Option<f64>) {
        let passed = case.verdict == Verdict::Pass;
        self.seen += 1;
        self.passed += u64::from(passed);
        if let Some(rest) = rest {
            self.relation.add(passed, rest);
        }
        if matches!(case.verdict, Verdict::Pass | Verdict::NotRun | Verdict::Skipped | Verdict::Internal) {
            return;
        }
        let key: String = match case.fingerprint.as_str() {
            "" => case.verdict.word().to_owned(),
            text => text.chars().take(FINGERPRINT).collect(),
        };
        let full = self.mistakes.len() == MAX_MISTAKES;
        if let Some(known) = self.mistakes.get_mut(&key) {
            known.count += 1;
        } else if !full {
            let got = case.failure.as_ref().and_then(|failure| failure.got.as_ref().or(failure.raised.as_ref()));
            let mistake = Mistake {
                count: 1,
                verdict: case.verdict,
                candidate: candidate.to_owned(),
                got: got.map(|got| got.chars().take(RESULT).collect()),
            };
            self.mistakes.insert(key, mistake);
        }
    }

    pub fn difficulty(&self) -> Option<f64> {
        share(self.passed, self.seen)
    }

    /// Against how well candidates do in everything but this case.
    pub fn discrimination(&self) -> Option<f64> {
        self.relation.value()
    }

    pub fn remark(&self) -> Option<Remark> {
        Remark::of(self.passed, self.seen, self.discrimination())
    }

    /// The wrong result that most gave, by its fingerprint; the first in order of fingerprints where several were given
    /// equally often.
    pub fn common_mistake(&self) -> Option<(&str, &Mistake)> {
        let first = self.mistakes.iter().rev().max_by_key(|(_, mistake)| mistake.count)?;
        Some((first.0, first.1))
    }
}

/// All of an answer, in ten-thousandths: sums of whole numbers are the same in any order.
pub const FULL: f64 = 10_000.0;

/// A score in ten-thousandths.
pub fn points(score: f64) -> u64 {
    (score.clamp(0.0, 1.0) * FULL).round() as u64
}

/// As many digits as a score has.
pub fn four_digits(share: f64) -> f64 {
    (share * FULL).round() / FULL
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| four_digits(part as f64 / whole as f64))
}
