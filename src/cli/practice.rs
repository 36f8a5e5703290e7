//! The command line of what comes after an answer: progress and review.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::Banks;

/// What the words of the screen mean.
const STATUSES: &str = "\
Every question has one status:
  new       never checked
  tried     not passed on the last day you worked on it
  passed    passed on the last day you worked on it
  mastered  passed, and expected to last for three weeks
  due       its review day has come: `greenroom review`

Each check by `check`, `watch`, `review` or in a session counts. Code is passed when every case \
passes, a prediction when its first check of the day does (a check shows what is printed), an \
explanation when you rate 75 % of its key points as covered. Samples alone prove nothing.

Where your own rating of key points and your results at the bell are far apart, topic by topic over \
all finished interviews, a line says so.

A streak is days in a row with a check; today breaks it only when it is over. In the calendar \
stands how many questions you worked on each day, and `+` for ten or more.";

/// How long a review takes when nothing is said.
const USUAL_MINUTES: u32 = 10;

/// When a question comes back.
const REVIEWS: &str = "\
A question that you worked on comes back when the chance that you still know it has sunk to nine \
of ten, by the memory model of FSRS; one that you did not pass comes back tomorrow. A day with a \
question is graded by its checks:
  again  not passed
  hard   passed with a hint, late, or after three failures
  good   passed
  easy   passed at once, without a hint, in half its time

The most forgotten is asked first. What takes too long for the minutes that are left lets shorter \
ones pass. No question comes twice on one day unless `--again` is given.";

#[derive(Debug, Default, Args)]
#[command(args_conflicts_with_subcommands = true, after_long_help = STATUSES)]
pub struct Progress {
    #[command(subcommand)]
    pub command: Option<ProgressCommand>,
    #[command(flatten)]
    pub banks: Banks,
    /// Count the seed questions by level and topic instead.
    #[arg(long)]
    pub seeds: bool,
    /// Print one JSON document instead (its schema is `docs/schemas/progress.json`).
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum ProgressCommand {
    /// Write your whole practice record into a file of JSON lines, for another machine.
    Export {
        /// A new file, or one that was exported before; `-` is standard output.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Add the practice record of another machine to yours; what is here already is left as it is.
    Import {
        /// A file that `export` wrote; `-` is standard input.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
#[command(after_long_help = REVIEWS)]
pub struct Review {
    #[command(flatten)]
    pub banks: Banks,
    /// How long you want to review: as many questions as fit, the most forgotten first.
    #[arg(long, value_name = "N", default_value_t = USUAL_MINUTES, value_parser = clap::value_parser!(u32).range(1..=240))]
    pub minutes: u32,
    /// List what is due, and ask nothing.
    #[arg(long)]
    pub list: bool,
    /// List it as one JSON document (its schema is `docs/schemas/review.json`).
    #[arg(long, requires = "list")]
    pub json: bool,
    /// Ask what you worked on today too.
    #[arg(long)]
    pub again: bool,
    /// Write answers into this folder instead of `greenroom-review-<date>`.
    #[arg(long, value_name = "DIR", conflicts_with = "list")]
    pub dir: Option<PathBuf>,
    /// Open each file at once in the editor that `VISUAL` or `EDITOR` names: beside this in tmux, in its window, or here until
    /// it is closed.
    #[arg(long, conflicts_with = "list")]
    pub edit: bool,
}

impl Default for Review {
    fn default() -> Review {
        let banks = Banks::default();
        Review { banks, minutes: USUAL_MINUTES, list: false, json: false, again: false, dir: None, edit: false }
    }
}
