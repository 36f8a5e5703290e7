//! The command line. What stands here is what is built.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand};

use crate::model::isolation::Level;
use crate::model::question::{Difficulty, Kind};
use crate::model::wire::Preload;
use crate::report::kind::Wanted;

/// The largest seed that every JSON reader keeps exactly.
const MAX_SEED: u64 = (1 << 53) - 1;

/// Timed Python mock interviews in which every answer is executed.
#[derive(Debug, Parser)]
#[command(name = "greenroom", version, arg_required_else_help = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a timed mock interview.
    Start(Start),
    /// Go on with an interview that was left.
    Resume(Resume),
    /// Check answers to one question.
    Check(Check),
    /// Check an answer whenever its file is saved.
    Watch(Watch),
    /// Show a question as an interviewer would put it.
    Show(Show),
    /// List the questions of the bank.
    List(List),
    /// Prove that the checks accept right answers and reject wrong ones.
    Verify(Verify),
    /// Grade a folder of submissions, `DIR/<candidate>/<slug>.py`.
    Grade(Grade),
    /// Try every layer of the sandbox on this machine, and say how to get what is missing.
    Doctor,
    /// Run answers for the parent process.
    #[command(hide = true)]
    Worker(Worker),
}

/// Which bank to use.
#[derive(Debug, Args)]
pub struct Banks {
    /// Use the bank in DIR instead of the one that is built in; may be given more than once.
    #[arg(long = "bank", value_name = "DIR", global = true)]
    pub dirs: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Start {
    #[command(flatten)]
    pub banks: Banks,
    /// Follow this plan: its name, or a file. Without it, questions are drawn for `--minutes`.
    #[arg(long, value_name = "ID|FILE", conflicts_with_all = ["minutes", "topics", "levels"])]
    pub plan: Option<String>,
    /// How long the interview takes.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(5..=240))]
    pub minutes: Option<u32>,
    /// Draw from these topics only.
    #[arg(long = "topic", value_name = "T,..", value_delimiter = ',')]
    pub topics: Vec<String>,
    /// Draw from these levels only.
    #[arg(long = "level", value_name = "L,..", value_delimiter = ',')]
    pub levels: Vec<Difficulty>,
    /// Draw the same questions as everybody with this number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=MAX_SEED))]
    pub seed: Option<u64>,
    /// Write the session folder here instead of `greenroom-<date>-<id>`.
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Resume {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one that was left, if absent.
    #[arg(value_name = "ID")]
    pub session: Option<String>,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub banks: Banks,
    /// The question.
    #[arg(value_name = "SLUG", value_parser = NonEmptyStringValueParser::new())]
    pub slug: String,
    /// The answers; `SLUG.py` (or `SLUG.txt` for a prediction) in this folder, if absent.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print one JSON document instead (its schema is `docs/schemas/check.json`).
    #[arg(long)]
    pub json: bool,
    /// Try the random cases of this number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=MAX_SEED))]
    pub seed: Option<u64>,
}

#[derive(Debug, Args)]
pub struct Watch {
    #[command(flatten)]
    pub banks: Banks,
    /// The question.
    #[arg(value_name = "SLUG", value_parser = NonEmptyStringValueParser::new())]
    pub slug: String,
    /// The answer; `SLUG.py` (or `SLUG.txt` for a prediction), if absent. A file that is not there is made from the
    /// starter.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[command(flatten)]
    pub banks: Banks,
    /// The question.
    #[arg(value_name = "SLUG", value_parser = NonEmptyStringValueParser::new())]
    pub slug: String,
    /// Show the model answer, key points, follow-ups and mistakes too.
    #[arg(long)]
    pub answer: bool,
    /// Print only what an answer starts with, for `> FILE`.
    #[arg(long, conflicts_with = "answer")]
    pub starter: bool,
}

#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    pub banks: Banks,
    /// Only these topics.
    #[arg(long = "topic", value_name = "T,..", value_delimiter = ',')]
    pub topics: Vec<String>,
    /// Only these levels.
    #[arg(long = "level", value_name = "L,..", value_delimiter = ',')]
    pub levels: Vec<Difficulty>,
    /// Only these kinds.
    #[arg(long = "kind", value_name = "K,..", value_delimiter = ',')]
    pub kinds: Vec<Kind>,
    /// List the seed questions instead, each with the question of the bank that answers it.
    #[arg(long)]
    pub seeds: bool,
    /// Print one JSON document instead.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    pub banks: Banks,
    /// Only these questions.
    #[arg(value_name = "SLUG")]
    pub slugs: Vec<String>,
    /// Change each right answer in small ways, and expect the check to notice.
    ///
    /// Of these mutants 95 % must fail. One that is right all the same is accepted by naming it in `mutants` of the question.
    #[arg(long)]
    pub mutate: bool,
    /// Try answers that no check may accept: constants, echoes, objects that agree with everything, forged counters.
    #[arg(long)]
    pub junk: bool,
    /// Try right and wrong answers N times, alternating two hash seeds; verdicts must stay the same.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub repeat: Option<u32>,
}

#[derive(Debug, Args)]
pub struct Grade {
    #[command(flatten)]
    pub banks: Banks,
    /// The submissions: a folder for each candidate, in it a file for each question, named by its slug.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Write `results.jsonl` and all reports into this folder.
    #[arg(long, value_name = "DIR", default_value = "report")]
    pub out: PathBuf,
    /// Write a report to another place too (repeatable).
    ///
    /// The kinds are `summary-json`, `junit`, `markdown`, `annotations`, `grades-csv`, `items-csv`, `html` and
    /// `gradescope`, whose path is a folder.
    #[arg(long = "report", value_name = "KIND=PATH")]
    pub reports: Vec<Wanted>,
    /// How many cores to use; all of them, if absent.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Go on with this isolation level; without it every layer is demanded.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub sandbox: Option<Level>,
    /// Try the random cases of this number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=MAX_SEED))]
    pub seed: Option<u64>,
}

#[derive(Debug, Args)]
pub struct Worker {
    /// What to import before the first child.
    #[arg(long, value_enum)]
    pub preload: Preload,
    /// The seed of the hashes of texts.
    #[arg(long, default_value_t = 0)]
    pub hash_seed: u32,
    /// Which layers to enter: those that this level has.
    #[arg(long, value_enum)]
    pub level: Level,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
