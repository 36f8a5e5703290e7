//! `greenroom verify`: prove that the checks of a bank accept right answers and reject wrong ones.

use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::bank::entry::Entry;
use crate::bank::schema::schema;
use crate::cli::authoring::Verify;
use crate::commands::banks::{entry, open};
use crate::commands::failure::Failure;
use crate::commands::judges::{another_judge, judge_with_hash_seed, start_judge};
use crate::engine::error::EvaluateError;
use crate::engine::verified::{Finding, Mutants, Verified};
use crate::engine::verify::{Judges, Teeth, verify};
use crate::judge::judge::Judge;
use crate::model::exit_status::ExitStatus;
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::ui::message;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::progress;
use crate::ui::verified::{Remark, Row, summary, table};

/// The hashes of texts with which every second try runs. Any number but 0, which is the usual one.
const OTHER_HASH_SEED: u32 = 20_191;

pub fn run(arguments: &Verify) -> Result<ExitStatus, Failure> {
    let judge = start_judge(Preload::Common)?;
    let bank = open(&arguments.banks)?;
    let slugs: Vec<String> = if arguments.slugs.is_empty() {
        bank.summaries().iter().map(|question| question.slug.clone()).collect()
    } else {
        arguments.slugs.clone()
    };
    // All names first: a typing mistake is told before anything runs.
    let entries = slugs.iter().map(|slug| entry(&bank, slug)).collect::<Result<Vec<_>, _>>()?;
    let problems: Vec<String> =
        if arguments.slugs.is_empty() { bank.problems().iter().map(ToString::to_string).collect() } else { Vec::new() };
    let python = judge.interpreter().version.clone();
    let teeth = Teeth { mutate: arguments.mutate, junk: arguments.junk, repeat: arguments.repeat.unwrap_or_default() };
    let results = verify_all(judge, &entries, &teeth)?;
    let look = Look::of_stdout();
    let problems: Vec<String> = problems.into_iter().chain(outdated_schemas(&arguments.banks.dirs)).collect();
    for problem in &problems {
        out::data(&format!("{problem}\n"));
    }
    out::data(&table(look, &results.iter().map(|(kind, verified)| row(*kind, verified)).collect::<Vec<_>>()));
    let wrong = results.iter().filter(|(_, verified)| !verified.holds()).count() + problems.len();
    out::data(&summary(look, results.len(), wrong, &python));
    Ok(if wrong == 0 { ExitStatus::Success } else { ExitStatus::BankDoesNotVerify })
}

/// A schema that stands in a bank is the one that this greenroom reads by, or authors' editors are wrong.
fn outdated_schemas(dirs: &[PathBuf]) -> Vec<String> {
    let paths = dirs.iter().map(|dir| dir.join("questions/schema.json"));
    let outdated = paths.filter(|path| fs::read_to_string(path).is_ok_and(|text| text != schema()));
    outdated.map(|path| message::outdated_schema(&path.display().to_string())).collect()
}

/// So many judges, whose slots come from one nursery.
fn beside(first: Judge, count: usize) -> Result<Vec<Judge>, Failure> {
    let nursery = first.nursery();
    let others = (1..count).map(|_| Ok(another_judge(&nursery, None)?));
    std::iter::once(Ok(first)).chain(others).collect()
}

/// Verify the entries in order of their list, as many at a time as there are cores: most of the time is spent waiting for
/// wrong answers to run out of CPU time.
fn verify_all(judge: Judge, entries: &[Entry], teeth: &Teeth) -> Result<Vec<(Kind, Verified)>, Failure> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let count = cores.min(entries.len());
    let mut judges = beside(judge, count)?.into_iter().map(|judge| Judges { judge, other: None }).collect::<Vec<_>>();
    if teeth.repeat > 0 {
        let others = beside(judge_with_hash_seed(Preload::Common, None, OTHER_HASH_SEED)?, count)?;
        judges.iter_mut().zip(others).for_each(|(judges, other)| judges.other = Some(other));
    }
    let bar = progress::bar(entries.len());
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, Result<Verified, EvaluateError>)>> = Mutex::default();
    thread::scope(|scope| {
        for mut judges in judges {
            let (bar, next, results) = (&bar, &next, &results);
            scope.spawn(move || {
                while let Some((index, entry)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|index| Some((index, entries.get(index)?)))
                {
                    bar.set_message(entry.question.slug.clone());
                    let verified = verify(&mut judges, entry, teeth);
                    results.lock().expect("nobody panics while holding the results").push((index, verified));
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    let mut results = results.into_inner().expect("nobody panics while holding the results");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(index, verified)| Ok((entries[index].question.kind, verified?))).collect()
}

/// What was found of an entry, as a row of the table.
pub fn row(kind: Kind, verified: &Verified) -> Row<'_> {
    let tried = match kind {
        Kind::Code => format!("{} cases, {} right, {} wrong", verified.cases, verified.right, verified.wrong),
        Kind::Predict => format!("{} lines, {} wrong", verified.cases, verified.wrong),
        Kind::Explain => "1 demo".to_owned(),
    };
    let mutants = verified.mutants.map(|mutants| {
        let Mutants { made, killed, accepted } = mutants;
        let accepted = if accepted == 0 { String::new() } else { format!(", {accepted} accepted") };
        // Rounded down: only all of them are 1.00.
        let ratio = (mutants.kill_ratio() * 100.0).floor() / 100.0;
        format!("; {killed} of {made} mutants killed ({ratio:.2}){accepted}")
    });
    let junk = (verified.junk > 0).then(|| format!("; {} junk", verified.junk));
    let facts = format!("{kind:<8} {tried}{}{}", mutants.unwrap_or_default(), junk.unwrap_or_default());
    Row { slug: &verified.slug, facts, problems: remarks(&verified.problems), notes: remarks(&verified.notes) }
}

fn remarks(findings: &[Finding]) -> Vec<Remark<'_>> {
    findings
        .iter()
        .map(|finding| Remark { path: &finding.path, line: finding.line, message: &finding.message })
        .collect()
}
