//! Verify that the check of a question notices small changes of its right answers.

use std::collections::BTreeMap;

use crate::bank::entry::Entry;
use crate::engine::cases::{Author, Trial};
use crate::engine::error::EvaluateError;
use crate::engine::ladder::Ladder;
use crate::engine::verified::{Mutants, Verified, path};
use crate::judge::judge::Judge;
use crate::model::check::{Case, CaseKind, Expected, ParsedCheck};
use crate::model::mutant::Mutant;
use crate::model::question::EquivalentMutant;
use crate::model::verdict::Verdict;

/// The least part of the mutants that a check kills. Those that are accepted as equivalent do not count.
const FLOOR: f64 = 0.95;

/// With so many other seeds the random cases are tried on a survivor.
const SEEDS: u64 = 20;

/// Try the mutants of each right answer.
pub fn verify_mutants(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    verified: &mut Verified,
) -> Result<(), EvaluateError> {
    let mut tally = Mutants::default();
    let accepted = &entry.question.mutants;
    let mut met = vec![false; accepted.len()];
    let mut seeds = Seeds::default();
    for (name, source) in entry.right_answers() {
        let mutated = judge.mutate(source)?;
        let ladder = Ladder::build(judge, entry, check, &mutated.base)?;
        let executed = |name: &str| check.case(name).is_some_and(|case| case.kind != CaseKind::Source);
        if let Some((case, verdict)) = ladder.lost.iter().find(|(case, _)| executed(case)) {
            let why = match Ladder::build(judge, entry, check, source)?.lost.iter().any(|(lost, _)| lost == case) {
                true => format!("`{case}` gives `{verdict}` when it is tried alone, without the cases before it"),
                false => format!("`{case}` gives `{verdict}` when the answer is written anew, without comments"),
            };
            let message = format!("has no mutants to try: {why}");
            verified.problem(path(entry, name), 0, message);
            continue;
        }
        // The control: what was changed in nothing climbs to the top, or the death of a mutant says nothing.
        let top = ladder.climb(judge, &mutated.base, false)?;
        if top != Verdict::Pass {
            let message = format!("has no mutants to try: it passes each case alone, and gets `{top}` for several");
            verified.problem(path(entry, name), 0, message);
            continue;
        }
        for mutant in &mutated.mutants {
            let Some(changed) = mutant.source(&mutated.base) else { continue };
            tally.made += 1;
            if ladder.climb(judge, &changed, false)? != Verdict::Pass {
                tally.killed += 1;
                continue;
            }
            let line = source.lines().nth(mutant.line.saturating_sub(1) as usize).unwrap_or_default().trim();
            let known = (0..accepted.len()).filter(|index| is_the(&accepted[*index], name, line, mutant));
            let known = known.collect::<Vec<_>>();
            if known.is_empty() {
                let hint = seeds.tell_apart(judge, entry, check, &mutated.base, &changed)?;
                verified.note(path(entry, name), mutant.line, survivor(mutant, hint));
            } else {
                tally.accepted += 1;
                known.into_iter().for_each(|index| met[index] = true);
            }
        }
    }
    for (equivalent, _) in accepted.iter().zip(&met).filter(|(_, met)| !**met) {
        let EquivalentMutant { file, was, became, .. } = equivalent;
        let change = if became.is_empty() { "taken out".to_owned() } else { format!("as `{became}`") };
        let message = format!("`mutants` accepts `{was}` {change} in `{file}`, and no such mutant survives; remove it");
        verified.problem(entry.json_path.clone(), 0, message);
    }
    if tally.kill_ratio() < FLOOR {
        let message = format!(
            "the check kills {} of {} mutants of the right answers, {:.0} %, and {:.0} % is the least; the notes name those that survive",
            tally.killed,
            tally.made - tally.accepted,
            (tally.kill_ratio() * 100.0).floor(),
            FLOOR * 100.0
        );
        verified.problem(path(entry, "check.py"), 0, message);
    }
    verified.mutants = (tally.made > 0).then_some(tally);
    Ok(())
}

fn is_the(equivalent: &EquivalentMutant, file: &str, line: &str, mutant: &Mutant) -> bool {
    let EquivalentMutant { was, became, .. } = equivalent;
    equivalent.file == file && equivalent.line.trim() == line && *was == mutant.was && *became == mutant.became
}

fn survivor(mutant: &Mutant, hint: Option<(String, u64)>) -> String {
    let change = mutant.change();
    match hint {
        Some((case, seed)) => format!("{change}, and no case notices; `{case}` would with `--seed {seed}`"),
        None => format!("{change}, and no case notices"),
    }
}

/// The random cases of a check with other seeds; what the reference gives is asked for once.
#[derive(Default)]
struct Seeds<'a>(BTreeMap<u64, Trial<'a>>);

impl<'a> Seeds<'a> {
    /// A random case, and a seed with which it tells a mutant from the answer that it was made of.
    fn tell_apart(
        &mut self,
        judge: &mut Judge,
        entry: &Entry,
        check: &'a ParsedCheck,
        base: &str,
        changed: &str,
    ) -> Result<Option<(String, u64)>, EvaluateError> {
        let random: Vec<&Case> = check.cases.iter().filter(|case| is_random(case)).collect();
        if random.is_empty() {
            return Ok(None);
        }
        for seed in 1..=SEEDS {
            let trial = match self.0.entry(seed) {
                std::collections::btree_map::Entry::Occupied(found) => found.into_mut(),
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert(Trial::prepare(judge, entry, check, &random, seed)?)
                }
            };
            let tried = trial.on(judge, Author::Candidate, changed)?;
            let failing = tried.cases.iter().find(|case| case.verdict != Verdict::Pass);
            if let Some(failing) = failing
                && trial.on(judge, Author::Candidate, base)?.verdict() == Verdict::Pass
            {
                return Ok(Some((failing.name.clone(), seed)));
            }
        }
        Ok(None)
    }
}

/// Whether what a case tries depends on the seed and is compared with the reference.
fn is_random(case: &Case) -> bool {
    let mut examples = case.examples.iter();
    examples.any(|example| matches!(example.expected, Expected::Reference { .. }) && example.source.contains("seed"))
}
