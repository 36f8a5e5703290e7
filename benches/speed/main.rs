//! `cargo bench --bench speed`: what a graded answer costs, here and elsewhere, and whether the bars of the design are
//! reached.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

mod account;
mod bare;
mod bars;
mod contender;
mod figures;
mod floor;
mod helper;
mod options;
mod ours;
mod overshoot;
mod peers;
mod rounds;
mod statistics;
mod table;
mod tree;
mod watch;
mod workload;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use indicatif::ProgressBar;

use crate::contender::{Contender, Problem, at};
use crate::figures::{Figures, Machine, load};
use crate::options::Options;
use crate::workload::Workload;

/// The parts beside the contenders, as `--only` calls them.
const FLOOR: &str = "floor";
const WATCH: &str = "watch";
const OVERSHOOT: &str = "overshoot";

fn main() -> ExitCode {
    let options = Options::parse();
    if let Some(place) = options.helper {
        return ExitCode::from(helper::be(place) as u8);
    }
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), Problem> {
    let (contenders, mut problems) = contenders(options);
    if options.list {
        contenders.iter().for_each(|contender| println!("{}", contender.name));
        [FLOOR, WATCH, OVERSHOOT].iter().for_each(|part| println!("{part}"));
        return Ok(());
    }
    account::adopt_orphans().map_err(at("subreaper"))?;
    let workload = Workload::new().map_err(at("workload"))?;
    let before = load();
    let rounds = options.rounds();
    let bar = greenroom::ui::progress::bar(rounds::steps(&contenders, rounds) as usize);
    let step = |what: &str| {
        bar.set_message(what.to_owned());
        bar.inc(1);
    };
    let mut batch = 0;
    let measured = rounds::measure(&workload, contenders, rounds, &mut batch, &step);
    // Ten times as many blocks as rounds: a block is short.
    let floor = part(options, FLOOR, &bar, &mut problems, |step| floor::measure(&workload, rounds * 10, step));
    let saves = if options.quick { 10 } else { 30 };
    let watch_ms = part(options, WATCH, &bar, &mut problems, |step| watch::measure(&workload, saves, &mut batch, step));
    let times = if options.quick { 2 } else { 10 };
    let overshoot = part(options, OVERSHOOT, &bar, &mut problems, |step| overshoot::measure(&workload, times, step));
    bar.finish_and_clear();
    let machine = Machine {
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        python: env!("GREENROOM_PYTHON_VERSION"),
        load: [before, load()],
    };
    let figures = Figures { machine, rounds: measured, floor, watch_ms, overshoot, problems };
    print!("{}", table::render(&figures));
    match &options.json {
        Some(path) => std::fs::write(path, figures.to_json()).map_err(at(&path.display().to_string())),
        None => Ok(()),
    }
}

/// The contenders that are wanted, and why others are not there.
fn contenders(options: &Options) -> (Vec<Contender>, Vec<Problem>) {
    let [bare, unittest] = if options.quick { [10, 20] } else { [50, 500] };
    let mut contenders = ours::contenders(&options.batch_sizes());
    contenders.extend(bare::contenders(bare));
    contenders.push(peers::standard(unittest));
    let mut problems = Vec::new();
    if options.peers {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed-peers");
        let (installed, missing) = peers::installed(&folder, options.quick);
        contenders.extend(installed);
        problems = missing;
    }
    contenders.retain(|contender| options.wants(contender.name));
    (contenders, problems)
}

/// One part beside the contenders, if it is wanted. What goes wrong in it costs the others nothing.
fn part<T>(
    options: &Options,
    name: &str,
    bar: &ProgressBar,
    problems: &mut Vec<Problem>,
    measure: impl FnOnce(&dyn Fn(&str)) -> Result<T, Problem>,
) -> Option<T> {
    if !options.wants(name) {
        return None;
    }
    let step = |what: &str| bar.set_message(format!("{name}: {what}"));
    let result = measure(&step);
    // Processes that were ended in passing.
    let _ = account::forget_the_rest();
    result.map_err(|problem| problems.push(format!("{name}: {problem}"))).ok()
}
