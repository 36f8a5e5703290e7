//! `greenroom grade`: a folder of submissions, every answer checked, one line each in `results.jsonl`.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::num::NonZero;
use std::path::Path;
use std::thread;

use sha2::{Digest, Sha256};

use crate::bank::bank::Bank;
use crate::bank::entry::Entry;
use crate::cli::Grade;
use crate::commands::banks::open;
use crate::commands::check::extension;
use crate::commands::failure::Failure;
use crate::commands::grade_reports;
use crate::commands::judges::judge;
use crate::engine::code;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::{evaluate, not_checked, refused};
use crate::engine::options::Options;
use crate::engine::parallel::{Work, in_parallel};
use crate::judge::cache::hex;
use crate::judge::error::JudgeError;
use crate::judge::judge::Judge;
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::Level;
use crate::model::question::Kind;
use crate::model::record::Checked;
use crate::model::reveal::Reveal;
use crate::model::submission::SourceProblem;
use crate::model::verdict::Verdict;
use crate::model::wire::{Preload, to_bytes};
use crate::report::result_row::ResultRow;
use crate::store::answer_file::AnswerFileError;
use crate::store::submissions::{Other, Submissions, SubmittedFile, name_text};
use crate::ui::graded::{self, Tally};
use crate::ui::message;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::progress;

/// What the file of results is called.
const RESULTS: &str = "results.jsonl";

/// Two children in flight for each core: while one hands its result over, the other one runs.
const JUDGES_PER_CORE: usize = 2;

/// By the name of a file, the question that it answers.
type Entries<'a> = BTreeMap<&'a OsStr, Option<Entry>>;

/// A file that answers a question.
struct Task<'a> {
    file: &'a SubmittedFile,
    entry: &'a Entry,
}

/// What became of it.
enum Outcome {
    Graded(ResultRow),
    /// It cannot be read.
    Unreadable(Other),
    /// The bank or this machine is at fault for more than this answer.
    Failed(EvaluateError),
}

pub fn run(arguments: &Grade) -> Result<ExitStatus, Failure> {
    let listed = Submissions::list(&arguments.dir)
        .map_err(|error| Failure::usage(format!("cannot list `{}`: {error}", arguments.dir.display())))?;
    // Before the bank is read: the workers that will hold answers start from a process that knows none of it.
    let preload = if listed.files.len() > 1 { Preload::Common } else { Preload::Nothing };
    let level = arguments.sandbox.unwrap_or(Level::Full);
    let mut first = judge(preload, Some(level)).map_err(|error| refusal(error, level))?;
    let bank = open(&arguments.banks)?;
    let (entries, mut others) = questions(&bank, &listed.files)?;
    others.extend(listed.others.iter().cloned());
    others.sort();
    let tasks: Vec<Task<'_>> = listed
        .files
        .iter()
        .filter_map(|file| Some(Task { file, entry: entries.get(file.name.as_os_str())?.as_ref()? }))
        .collect();
    // All checks first: a bank that cannot be used is told before anything is graded.
    for entry in entries.values().flatten().filter(|entry| entry.question.kind == Kind::Code) {
        code::parse(&mut first, entry)?;
    }
    let mut results = create_results(&arguments.out)?;
    let options = Options { seed: arguments.seed, recognise: false, ..Options::default() };
    let cores = arguments.jobs.map_or_else(cores, usize::from);
    let bar = progress::bar(tasks.len());
    let mut tally = Tally::default();
    let mut failure = None;
    let work = Work {
        one: &|judge: &mut Judge, task: &Task<'_>| grade(judge, &listed, task, &options),
        another: &|| judge(preload, Some(level)),
        most: JUDGES_PER_CORE * cores,
    };
    let done = &mut |outcome: Outcome| {
        match outcome {
            Outcome::Graded(row) => {
                tally.add(row.verdict);
                if let Err(error) = results.write_all(row.line().as_bytes()) {
                    failure = Some(unwritable(&arguments.out, &error));
                }
            }
            Outcome::Unreadable(other) => others.push(other),
            Outcome::Failed(error) => failure = Some(error.into()),
        }
        bar.inc(1);
        failure.is_none()
    };
    let ended = in_parallel(first, tasks.iter(), &work, done);
    bar.finish_and_clear();
    if let Some(failure) = failure {
        return Err(failure);
    }
    ended?;
    results.sync_all().map_err(|error| unwritable(&arguments.out, &error))?;
    let context = grade_reports::context(&bank, &arguments.dir, arguments.seed, Reveal::Names);
    grade_reports::write(&arguments.out.join(RESULTS), context, &arguments.reports)?;
    for other in &others {
        out::note(&message::no_submission(&name_text(other.path.as_os_str()), &other.why));
    }
    out::data(&graded::summary(Look::of_stdout(), &tally, level, &arguments.out.join(RESULTS).display().to_string()));
    Ok(status(&tally, !others.is_empty()))
}

/// The entry of each file name, and the files that belong to none.
fn questions<'a>(bank: &Bank, files: &'a [SubmittedFile]) -> Result<(Entries<'a>, Vec<Other>), Failure> {
    let mut entries = Entries::new();
    let mut others = Vec::new();
    for file in files {
        let name = file.name.as_os_str();
        if !entries.contains_key(name) {
            entries.insert(name, entry_of(bank, name)?);
        }
        if entries[name].is_none() {
            others.push(Other { path: file.path(), why: unknown(bank, name) });
        }
    }
    Ok((entries, others))
}

/// The question that a file of this name answers.
fn entry_of(bank: &Bank, name: &OsStr) -> Result<Option<Entry>, Failure> {
    let path = Path::new(name);
    let Some(stem) = path.file_stem().and_then(OsStr::to_str) else { return Ok(None) };
    if bank.summary(stem).is_err() {
        return Ok(None);
    }
    let entry = bank.entry(stem)?;
    let fits = path.extension().is_some_and(|found| found == extension(entry.question.kind));
    Ok(fits.then_some(entry))
}

fn unknown(bank: &Bank, name: &OsStr) -> String {
    let path = Path::new(name);
    let stem = path.file_stem().map(name_text).unwrap_or_default();
    if let Ok(summary) = bank.summary(&stem) {
        return format!("an answer to `{stem}` ends in `.{}`", extension(summary.kind));
    }
    match bank.nearest(&stem).first() {
        Some(nearest) => format!("no question has this name; is it `{nearest}`?"),
        None => "no question has this name".to_owned(),
    }
}

fn grade(judge: &mut Judge, listed: &Submissions, task: &Task<'_>, options: &Options) -> Outcome {
    let Task { file, entry } = task;
    let name = name_text(file.path().as_os_str());
    let checked = match listed.read(file) {
        Ok(bytes) => evaluate(judge, entry, &name, &bytes, options),
        Err(AnswerFileError::TooLarge { size, .. }) => {
            refused(judge, entry, &name, &SourceProblem::TooLarge { found: size }, options)
        }
        Err(error) => return Outcome::Unreadable(Other { path: file.path(), why: error.to_string() }),
    };
    match checked {
        Ok(checked) => Outcome::Graded(row(judge, task, &checked)),
        // One answer that breaks the runner costs the others nothing.
        Err(EvaluateError::Judge(error)) => {
            Outcome::Graded(row(judge, task, &not_checked(judge, entry, &name, &error.to_string(), options)))
        }
        Err(error) => Outcome::Failed(error),
    }
}

fn row(judge: &Judge, task: &Task<'_>, checked: &Checked) -> ResultRow {
    let question = &task.entry.question;
    let interpreter = judge.interpreter();
    let of_question = hex(&Sha256::digest(to_bytes(&(question, &task.entry.files))));
    let parts = (
        &checked.answer_sha256,
        of_question,
        checked.context.seed,
        question.limits,
        (&interpreter.implementation, &interpreter.version),
        checked.context.level,
        env!("CARGO_PKG_VERSION"),
    );
    let key = hex(&Sha256::digest(to_bytes(&parts)));
    ResultRow::new(&name_text(&task.file.candidate), question, checked, key)
}

fn create_results(folder: &Path) -> Result<fs::File, Failure> {
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let path = folder.join(RESULTS);
    OpenOptions::new().append(true).create_new(true).open(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::usage(format!("`{}` holds the results of another run", path.display()))
                .hint("name another folder with `--out`, or remove it")
        }
        _ => unwritable(folder, &error),
    })
}

fn unwritable(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::new(ExitStatus::Incomplete, format!("cannot write into `{}`: {error}", folder.display()))
}

fn refusal(error: JudgeError, level: Level) -> Failure {
    let hint = "`greenroom doctor` says how to get it; `--sandbox LEVEL` goes on with less";
    let weaker = matches!(error, JudgeError::Weaker { .. }) && level != Level::OwnCode;
    let failure = Failure::from(error);
    if weaker { failure.hint(hint) } else { failure }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn status(tally: &Tally, others: bool) -> ExitStatus {
    if others {
        ExitStatus::Usage
    } else if tally.count(Verdict::Internal) > 0 {
        ExitStatus::Incomplete
    } else if tally.all_fine() {
        ExitStatus::Success
    } else {
        ExitStatus::NotPassed
    }
}
