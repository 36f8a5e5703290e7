//! The cases of a check in steps, cheap ones first, for the many answers that should fail one of them.

use crate::bank::entry::Entry;
use crate::engine::cases::{Author, Trial};
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::default_seed;
use crate::judge::judge::Judge;
use crate::model::check::{CaseKind, ParsedCheck};
use crate::model::limits::Limits;
use crate::model::verdict::Verdict;

/// Cases that take no more CPU than this are tried together in one process.
// Receipt: loading and a small case take 3 to 8 ms; a process of its own for each would double that.
const CHEAP_MS: u64 = 30;

/// An answer may take so many times what the right one takes, and at least so long.
const CPU_FACTOR: f64 = 5.0;
const LEAST_CPU_S: f64 = 0.25;

/// Wall time is measured on a machine that may be busy meanwhile.
const WALL_FACTOR: f64 = 20.0;
const LEAST_WALL_S: f64 = 4.0;

/// The steps. An answer climbs until a step does not pass.
#[derive(Debug)]
pub struct Ladder<'a> {
    steps: Vec<Step<'a>>,
    /// Cases that the answer which the ladder was built with does not pass, with its verdict.
    pub lost: Vec<(String, Verdict)>,
}

#[derive(Debug)]
struct Step<'a> {
    trial: Trial<'a>,
    /// What the question gives; the trial has less.
    full: Limits,
}

impl<'a> Ladder<'a> {
    /// Try each case on an answer that should pass it, to see what it takes. Cases that it does not pass are left out.
    pub fn build(
        judge: &mut Judge,
        entry: &Entry,
        check: &'a ParsedCheck,
        source: &str,
    ) -> Result<Ladder<'a>, EvaluateError> {
        let all = check.cases.iter().collect::<Vec<_>>();
        let whole = Trial::prepare(judge, entry, check, &all, default_seed(entry))?;
        let full = *whole.limits();
        let mut lost = Vec::new();
        let (mut cheap, mut looking, mut dear) = (Vec::new(), Vec::new(), Vec::new());
        for (index, case) in whole.cases().iter().enumerate() {
            let tried = whole.only(&[index]).on(judge, Author::Candidate, source)?;
            let verdict = tried.verdict();
            if verdict != Verdict::Pass {
                lost.push((case.name.clone(), verdict));
                continue;
            }
            let steps = match (case.kind, tried.usage.cpu_ms) {
                (CaseKind::Source, _) => &mut looking,
                (_, ..=CHEAP_MS) => &mut cheap,
                _ => &mut dear,
            };
            steps.push((index, tried.usage));
        }
        dear.sort_by_key(|(_, usage)| usage.cpu_ms);
        let together = [cheap, looking].into_iter().filter(|step| !step.is_empty());
        let steps = together.chain(dear.into_iter().map(|one| vec![one])).map(|step| {
            let cpu_ms = step.iter().map(|(_, usage)| usage.cpu_ms).max().unwrap_or(0);
            let wall_ms: u64 = step.iter().map(|(_, usage)| usage.wall_ms).sum();
            let indices = step.iter().map(|(index, _)| *index).collect::<Vec<_>>();
            let limits = Limits {
                cpu_s: (cpu_ms as f64 / 1000.0 * CPU_FACTOR).max(LEAST_CPU_S).min(full.cpu_s),
                wall_s: (wall_ms as f64 / 1000.0 * WALL_FACTOR).max(LEAST_WALL_S).min(full.wall_s),
                ..full
            };
            Step { trial: whole.only(&indices).within(limits), full }
        });
        Ok(Ladder { steps: steps.collect(), lost })
    }

    /// The verdict of the first step that an answer does not pass; `pass` at the top. `patient`: with the limits of the
    /// question instead of those that a right answer needs.
    pub fn climb(&self, judge: &mut Judge, source: &str, patient: bool) -> Result<Verdict, EvaluateError> {
        for step in &self.steps {
            let verdict = if patient {
                step.trial.clone().within(step.full).on(judge, Author::Candidate, source)?.verdict()
            } else {
                step.trial.on(judge, Author::Candidate, source)?.verdict()
            };
            if verdict != Verdict::Pass {
                return Ok(verdict);
            }
        }
        Ok(Verdict::Pass)
    }
}
