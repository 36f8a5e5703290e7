//! `greenroom grade`: a folder of submissions, every answer checked, one line each in `results.jsonl`.

use std::collections::HashMap;
use std::num::NonZero;
use std::path::Path;
use std::thread;

use indicatif::ProgressBar;

use crate::bank::bank::Bank;
use crate::cli::grading::Grade;
use crate::commands::banks::open;
use crate::commands::failure::Failure;
use crate::commands::grade_inputs::{list, marks, request};
use crate::commands::grade_proof::{Untried, verified_first};
use crate::commands::grade_reports;
use crate::commands::grade_resume::{begin, results_folder};
use crate::commands::interrupt::Interrupt;
use crate::commands::judges::{another_judge, judge};
use crate::commands::outcome::{Flaws, conclude};
use crate::engine::changes::Earlier;
use crate::engine::class::{Class, Request, Task};
use crate::engine::code;
use crate::engine::grading::{Graded, Grading};
use crate::engine::options::Options;
use crate::engine::parallel::{Work, in_parallel};
use crate::engine::standing::Standing;
use crate::judge::error::JudgeError;
use crate::judge::judge::Judge;
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::Level;
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::report::result_row::ResultRow;
use crate::report::run_json::{RUN, Run, VERSION};
use crate::store::listing::Other;
use crate::store::results::{RESULTS, Results, ResultsFolder};
use crate::store::submissions::name_text;
use crate::ui::grading;
use crate::ui::message;
use crate::ui::out;
use crate::ui::progress;

/// Two children in flight for each core: while one hands its result over, the other one runs.
const JUDGES_PER_CORE: usize = 2;

pub fn run(arguments: &Grade) -> Result<ExitStatus, Failure> {
    let interrupt = Interrupt::listen()?;
    let (submissions, listing) = list(arguments)?;
    // Before the bank is read: the workers that will hold answers start from a process that knows none of it.
    let preload = if listing.answers.len() > 1 { Preload::Common } else { Preload::Nothing };
    let level = arguments.sandbox.unwrap_or(Level::Full);
    let mut first = judge(preload, Some(level)).map_err(|error| refusal(error, level))?;
    let bank = open(&arguments.banks)?;
    let request = request(arguments, &bank)?;
    let standing = Standing::new(&marks(arguments, &bank)?);
    let mut standing = if arguments.verbose { standing.of_each_candidate() } else { standing };
    let class = Class::gather(&bank, listing, &request)?;
    if class.tasks.is_empty() && class.others.is_empty() && request.shard.is_none() {
        let message = format!("`{}` holds no answer", arguments.dir.display());
        return Err(Failure::usage(message).hint("answers stand in `DIR/<candidate>/<slug>.py`"));
    }
    let earlier = arguments.diff.as_deref().map(earlier).transpose()?;
    let folder = results_folder(arguments)?;
    // All checks first: a bank that cannot be used is told before anything is graded.
    for entry in class.questions.values().filter(|entry| entry.question.kind == Kind::Code) {
        code::parse(&mut first, entry)?;
    }
    let cores = arguments.jobs.map_or_else(cores, usize::from);
    let first = match arguments.no_verify {
        true => Some((first, Untried::new())),
        false => verified_first(first, class.questions.values(), level, cores, &interrupt)?,
    };
    let Some((first, untried)) = first else { return Ok(interrupted(0, class.tasks.len())) };
    let options = Options { seed: arguments.seed, recognise: false, ..Options::default() };
    let assigned = request.assigned.is_some();
    let grading =
        Grading { untried, ..Grading::new(&first, &submissions, &class, options, (arguments.reveal, assigned)) };
    let mut run = this_run(arguments, &request, &bank, &first, &class);
    let done = begin(arguments, &folder, &grading, &run, &mut standing)?;
    let left: Vec<&Task> = class.tasks.iter().zip(&done).filter(|(_, done)| !**done).map(|(task, _)| task).collect();
    let mut desk = Desk {
        results: folder.append()?,
        lines: done.iter().filter(|done| **done).count() as u64,
        standing,
        others: class.others.clone(),
        candidates: if arguments.verbose { by_candidate(&left) } else { HashMap::new() },
        bar: progress::rate_bar(left.len()),
        failure: None,
    };
    let nursery = first.nursery();
    let work = Work {
        one: &|judge: &mut Judge, task: &Task| grading.grade(judge, task),
        another: &|| another_judge(&nursery, Some(level)),
        most: JUDGES_PER_CORE * cores,
    };
    let mut begun = 0;
    let tasks = left.iter().copied().take_while(|_| !interrupt.came()).inspect(|_| begun += 1);
    let ended = in_parallel(first, tasks, &work, &mut |graded| desk.take(&folder, graded));
    desk.bar.finish_and_clear();
    let synced = desk.results.sync();
    if let Some(failure) = desk.failure {
        return Err(failure);
    }
    ended?;
    synced.map_err(|error| folder.failed(error))?;
    let left = left.len() - begun;
    let beside = class.beside;
    // Reports have memory of their own.
    drop(class);
    run.not_graded = desk.others.len() as u64;
    run.results = (left == 0).then_some(desk.lines);
    folder.write(RUN, run.render().as_bytes())?;
    if left == 0 {
        grade_reports::write(&folder.results(), &run, &arguments.reports)?;
    }
    desk.others.sort();
    for other in &desk.others {
        out::note(&message::no_submission(&name_text(&other.place), &other.why));
    }
    if beside > 0 {
        out::note(&grading::beside(beside));
    }
    if request.due.is_some() && desk.standing.timed == 0 {
        out::note(grading::no_times());
    }
    let flaws = Flaws { not_graded: !desk.others.is_empty(), incomplete: false };
    let status = conclude(&desk.standing, &arguments.judgement, flaws, level, &arguments.out.join(RESULTS));
    if let (Some(earlier), Some(old)) = (earlier, &arguments.diff) {
        tell_changes(earlier, old, &folder)?;
    }
    Ok(if left > 0 { interrupted(desk.lines as usize, left) } else { status })
}

/// Where results go to: the file, the sums, and the candidate's line.
struct Desk {
    results: Results,
    /// How many lines the file has.
    lines: u64,
    standing: Standing,
    others: Vec<Other>,
    /// How many answers of a candidate are not graded yet, if anybody wants to know.
    candidates: HashMap<String, usize>,
    bar: ProgressBar,
    failure: Option<Failure>,
}

impl Desk {
    /// False when nothing more is to be begun.
    fn take(&mut self, folder: &ResultsFolder, graded: Graded) -> bool {
        match graded {
            Graded::Row(row) => self.row(folder, &row),
            Graded::Missing(row, other) => {
                self.others.push(other);
                self.row(folder, &row);
            }
            Graded::Other(other) => self.others.push(other),
            Graded::Failed(error) => self.failure = Some(error.into()),
        }
        self.bar.inc(1);
        self.failure.is_none()
    }

    fn row(&mut self, folder: &ResultsFolder, row: &ResultRow) {
        if let Err(error) = self.results.add(&row.line()) {
            self.failure = Some(folder.failed(error).into());
            return;
        }
        self.lines += 1;
        let points = self.standing.add(row);
        if let (Some(left), Some(points)) = (self.candidates.get_mut(&row.candidate), points) {
            *left -= 1;
            if *left == 0 {
                let line = grading::candidate_done(&row.candidate, points.passed, points.answers, points.share());
                self.bar.suspend(|| out::note(&line));
            }
        }
    }
}

fn by_candidate(tasks: &[&Task]) -> HashMap<String, usize> {
    let mut candidates = HashMap::new();
    for task in tasks {
        *candidates.entry(task.candidate.clone()).or_default() += 1;
    }
    candidates
}

fn this_run(arguments: &Grade, request: &Request, bank: &Bank, judge: &Judge, class: &Class) -> Run {
    Run {
        version: VERSION,
        greenroom: env!("CARGO_PKG_VERSION").to_owned(),
        level: judge.isolation().level,
        python: judge.interpreter().version.clone(),
        bank_hash: bank.hash().to_owned(),
        folder: name_text(arguments.dir.as_os_str()),
        titles: class.questions.iter().map(|(slug, entry)| (slug.clone(), entry.question.title.clone())).collect(),
        seed: arguments.seed,
        reveal: arguments.reveal,
        due: arguments.due.map(|time| time.to_string()),
        assigned: request.assigned.as_ref().map(|slugs| slugs.iter().cloned().collect()),
        shard: arguments.shard,
        answers: class.tasks.len() as u64,
        not_graded: class.others.len() as u64,
        results: None,
    }
}

fn earlier(old: &Path) -> Result<Earlier, Failure> {
    let results = if old.is_dir() { old.join(RESULTS) } else { old.to_owned() };
    Earlier::read(&results).map_err(|error| Failure::usage(format!("cannot read `{}`: {error}", results.display())))
}

fn tell_changes(earlier: Earlier, old: &Path, folder: &ResultsFolder) -> Result<(), Failure> {
    let changes = earlier.changes(&folder.results()).map_err(|error| folder.failed(error))?;
    out::data(&grading::changes(changes.len(), &old.display().to_string()));
    for change in &changes {
        out::data(&grading::change(&change.candidate, &change.question, change.before, change.now, &change.why));
    }
    Ok(())
}

fn interrupted(graded: usize, left: usize) -> ExitStatus {
    out::note(&grading::interrupted(graded, left));
    ExitStatus::Interrupted
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
