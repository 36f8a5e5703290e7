//! The command line of whoever grades the answers of others.

use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use jiff::Timestamp;

use crate::cli::{Banks, MAX_SEED};
use crate::model::isolation::Level;
use crate::model::pass_mark::PassMark;
use crate::model::reveal::Reveal;
use crate::model::shard::Shard;
use crate::model::time::read_time;
use crate::report::kind::Wanted;

#[derive(Debug, Args)]
pub struct Grade {
    #[command(flatten)]
    pub banks: Banks,
    /// The submissions: a folder for each candidate, in it a file for each question, named by its slug, or the folder of a
    /// session. A `submissions.csv` or `submissions.jsonl` in it says whose the files are instead.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Every file in DIR is an answer to this question, named after its candidate.
    #[arg(long, value_name = "SLUG", value_parser = NonEmptyStringValueParser::new(), conflicts_with_all = ["manifest", "questions", "plan"])]
    pub question: Option<String>,
    /// Whose each file is: CSV or JSON lines with candidate, question, path in DIR and, if known, submitted.
    #[arg(long, value_name = "FILE")]
    pub manifest: Option<PathBuf>,
    /// Everybody was to answer these questions: what is missing is `not-submitted`, and others are left out.
    #[arg(long, value_name = "A,..", value_delimiter = ',', conflicts_with = "plan")]
    pub questions: Vec<String>,
    /// Everybody was to answer the questions of this plan as `greenroom start --seed` drew them for `--plan-seed`.
    #[arg(long, value_name = "ID|FILE", requires = "plan_seed")]
    pub plan: Option<String>,
    /// The number that the plan was drawn by.
    #[arg(long, value_name = "N", requires = "plan", value_parser = clap::value_parser!(u64).range(..=MAX_SEED))]
    pub plan_seed: Option<u64>,
    /// Write `results.jsonl` and all reports into this folder.
    #[arg(long, value_name = "DIR", default_value = "report")]
    pub out: PathBuf,
    /// Write a report to another place too; may be given more than once.
    ///
    /// The kinds are `summary-json`, `junit`, `markdown`, `annotations`, `grades-csv`, `items-csv`, `html` and
    /// `gradescope`, whose path is a folder.
    #[arg(long = "report", value_name = "KIND=PATH")]
    pub reports: Vec<Wanted>,
    /// Go on with the run in `--out`: what is graded and has not changed is kept.
    #[arg(long)]
    pub resume: bool,
    /// Grade only part I of N; `greenroom merge` joins the parts.
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// How many cores to use; all of them, if absent.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// What candidates are shown of hidden cases.
    #[arg(long, value_enum, value_name = "RULE", default_value = "names")]
    pub reveal: Reveal,
    /// Mark answers that were handed in after this time, by the manifest: `2026-11-21T23:59:00+01:00`.
    #[arg(long, value_name = "TIME", value_parser = read_time)]
    pub due: Option<Timestamp>,
    #[command(flatten)]
    pub judgement: Judgement,
    /// List each result that differs from those of an earlier run, and why.
    #[arg(long, value_name = "OLD_OUT")]
    pub diff: Option<PathBuf>,
    /// Go on with this isolation level; without it every layer is demanded.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub sandbox: Option<Level>,
    /// Try the random cases of this number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=MAX_SEED))]
    pub seed: Option<u64>,
    /// Grade with questions that were not seen to accept right answers and to reject wrong ones.
    #[arg(long)]
    pub no_verify: bool,
    /// Print a line for each candidate whose last answer is graded.
    #[arg(short, long)]
    pub verbose: bool,
}

/// When results are not good enough.
#[derive(Debug, Args)]
pub struct Judgement {
    /// Exit with 1 if a candidate has less than this percentage of the points, over all or in one question, and not because
    /// of single answers; may be given more than once.
    #[arg(long, value_name = "[SLUG=]P")]
    pub fail_under: Vec<PassMark>,
    /// Exit with 5 if an answer tampered: a forbidden system call, or messages of its own to the runner.
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub struct Merge {
    /// Folders of results: every shard of one run, or whole runs of different candidates.
    #[arg(value_name = "OUT", required = true)]
    pub parts: Vec<PathBuf>,
    /// Write `results.jsonl` and all reports into this folder, which has no results yet.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write a report to another place too, as `greenroom grade` does; may be given more than once.
    #[arg(long = "report", value_name = "KIND=PATH")]
    pub reports: Vec<Wanted>,
    #[command(flatten)]
    pub judgement: Judgement,
}
