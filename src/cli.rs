//! The command line. What stands here is what is built.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgGroup, Args, Parser, Subcommand};
use clap_complete::Shell;
use jiff::Timestamp;

use crate::cli::practice::{Progress, Review};
use crate::model::conditions::Conditions;
use crate::model::isolation::Level;
use crate::model::pass_mark::PassMark;
use crate::model::question::{Difficulty, Kind};
use crate::model::reveal::Reveal;
use crate::model::shard::Shard;
use crate::model::time::read_time;
use crate::model::wire::Preload;
use crate::report::kind::Wanted;

pub mod practice;

/// The largest seed that every JSON reader keeps exactly.
const MAX_SEED: u64 = (1 << 53) - 1;

/// Timed Python mock interviews in which every answer is executed.
#[derive(Debug, Parser)]
#[command(name = "greenroom", version, max_term_width = 100)]
pub struct Cli {
    /// What to do; a menu asks for it, if absent.
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a timed mock interview.
    Start(Start),
    /// Go on with an interview that was left.
    Resume(Resume),
    /// Sit at a second terminal as the interviewer of a session: see the private card, mark, ask, add minutes.
    Interviewer(Interviewer),
    /// Show the report of a finished interview, or write it as a page, Markdown, JSON or PDF.
    Report(Report),
    /// Play a session back: what was saved, checked and asked, and when.
    Replay(Replay),
    /// Run every graded answer of a session again, and say whether each verdict is the same.
    Audit(Audit),
    /// Check answers to one question.
    Check(Check),
    /// Check an answer whenever its file is saved.
    Watch(Watch),
    /// Show a question as an interviewer would put it.
    Show(Show),
    /// List the questions of the bank.
    List(List),
    /// Show how far you have come, question by question and day by day.
    Progress(Progress),
    /// Answer again what you are about to forget.
    Review(Review),
    /// Write notes of questions and their answers: a page, a sheet of paper, Markdown or flash cards.
    Export(Export),
    /// Prove that the checks accept right answers and reject wrong ones.
    Verify(Verify),
    /// Grade a folder of submissions.
    Grade(Grade),
    /// Join the results of several runs of `grade`.
    Merge(Merge),
    /// Try every layer of the sandbox on this machine, and say how to get what is missing.
    Doctor,
    /// Print what a shell needs to complete commands, options and names of questions.
    Completions(Completions),
    /// Print the manual page, or write all of them into a folder.
    Man(ManPages),
    /// Run answers for the parent process.
    #[command(hide = true)]
    Worker(Worker),
}

/// Which bank to use.
#[derive(Debug, Default, Args)]
pub struct Banks {
    /// Use the bank in DIR instead of the one that is built in; may be given more than once.
    #[arg(long = "bank", value_name = "DIR", global = true)]
    pub dirs: Vec<PathBuf>,
}

#[derive(Debug, Default, Args)]
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
    /// Open the answer files in the editor that `VISUAL` or `EDITOR` names: beside this in tmux, in its window, or the first
    /// one here until it is closed. `edit` opens the others.
    #[arg(long)]
    pub edit: bool,
    /// Let a partner interview you: at a second terminal with `greenroom interviewer`, or by turning this screen.
    #[arg(long)]
    pub interviewer: bool,
    #[command(flatten)]
    pub conditions: Conditions,
}

#[derive(Debug, Default, Args)]
pub struct Resume {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one that was left, if absent.
    #[arg(value_name = "ID")]
    pub session: Option<String>,
    /// Open the answer files as `start --edit` does; here, the one of the question that you left.
    #[arg(long)]
    pub edit: bool,
}

#[derive(Debug, Args)]
pub struct Interviewer {
    /// Which session; the one that runs, or the next one that lets an interviewer in, if absent.
    ///
    /// The card has the model answer, key points, follow-ups and common mistakes of the question that the candidate is at,
    /// their checks and both clocks. It is shown here only. It hides nothing from a candidate who looks for it: both work as
    /// the same user of this machine, and `greenroom show --answer` tells it to anybody.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
}

#[derive(Debug, Default, Args)]
pub struct Report {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one that was finished, if absent.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
    /// Write one page, with charts, that needs nothing else.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write Markdown.
    #[arg(long, value_name = "FILE")]
    pub md: Option<PathBuf>,
    /// Write JSON (its schema is `docs/schemas/report.json`).
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Print the page into a PDF, by an installed Chromium or Chrome.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Replay {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one, if absent.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
    /// How many times faster than it was.
    #[arg(long, value_name = "N", default_value_t = USUAL_SPEED, value_parser = read_speed)]
    pub speed: f64,
}

/// An hour in three minutes.
const USUAL_SPEED: f64 = 20.0;

impl Default for Replay {
    fn default() -> Replay {
        Replay { banks: Banks::default(), session: None, speed: USUAL_SPEED }
    }
}

#[derive(Debug, Args)]
pub struct Audit {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session, or a `report.json`: then what it says is compared with the journal too, or with the answers beside it
    /// where the journal does not have the session. The last finished session, if absent.
    #[arg(value_name = "REPORT.json|ID", value_parser = NonEmptyStringValueParser::new())]
    pub target: Option<String>,
}

/// A number from 0.1 to 10,000.
fn read_speed(text: &str) -> Result<f64, String> {
    let speed = text.strip_suffix('x').unwrap_or(text).parse().ok().filter(|speed| (0.1..=10_000.0).contains(speed));
    speed.ok_or_else(|| "a number from 0.1 to 10000 is wanted".to_owned())
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub banks: Banks,
    /// The question, by its name in `greenroom list`.
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
    /// Count how the steps of an answer that passes grow with its input, and compare with the author's class.
    #[arg(long)]
    pub growth: bool,
    /// Leave your practice record as it is: these answers are not yours.
    #[arg(long)]
    pub no_record: bool,
}

#[derive(Debug, Default, Args)]
pub struct Watch {
    #[command(flatten)]
    pub banks: Banks,
    /// The question, by its name in `greenroom list`.
    #[arg(value_name = "SLUG", value_parser = NonEmptyStringValueParser::new())]
    pub slug: String,
    /// The answer; `SLUG.py` (or `SLUG.txt` for a prediction), if absent. A file that is not there is made from the
    /// starter.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Open the file at once in the editor that `VISUAL` or `EDITOR` names: beside this in tmux, in its window, or here until
    /// it is closed. `edit` opens it later.
    #[arg(long)]
    pub edit: bool,
}

#[derive(Debug, Args)]
pub struct Show {
    #[command(flatten)]
    pub banks: Banks,
    /// The question, by its name in `greenroom list`.
    #[arg(value_name = "SLUG", value_parser = NonEmptyStringValueParser::new())]
    pub slug: String,
    /// Show the model answer, key points, follow-ups and mistakes too.
    #[arg(long)]
    pub answer: bool,
    /// Print only what an answer starts with, for `> FILE`.
    #[arg(long, conflicts_with = "answer")]
    pub starter: bool,
}

/// Which questions; without an option all of them.
#[derive(Debug, Default, Args)]
pub struct Filter {
    /// Only these topics.
    #[arg(long = "topic", value_name = "T,..", value_delimiter = ',')]
    pub topics: Vec<String>,
    /// Only these levels.
    #[arg(long = "level", value_name = "L,..", value_delimiter = ',')]
    pub levels: Vec<Difficulty>,
    /// Only these kinds.
    #[arg(long = "kind", value_name = "K,..", value_delimiter = ',')]
    pub kinds: Vec<Kind>,
}

impl Filter {
    pub fn has(&self, topic: &str, level: Difficulty, kind: Kind) -> bool {
        (self.topics.is_empty() || self.topics.iter().any(|wanted| wanted == topic))
            && (self.levels.is_empty() || self.levels.contains(&level))
            && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }
}

#[derive(Debug, Default, Args)]
pub struct List {
    #[command(flatten)]
    pub banks: Banks,
    #[command(flatten)]
    pub filter: Filter,
    /// List the seed questions instead, each with the question of the bank that answers it.
    #[arg(long)]
    pub seeds: bool,
    /// Print one JSON document instead.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(override_usage = "greenroom export [OPTIONS] [SLUG]... <--html|--md|--anki|--pdf> <FILE>")]
#[command(group(ArgGroup::new("output").required(true).multiple(true).args(["html", "md", "anki", "pdf"])))]
pub struct Export {
    #[command(flatten)]
    pub banks: Banks,
    /// These questions, in this order; all of the bank, if absent.
    #[arg(value_name = "SLUG", conflicts_with_all = ["topics", "levels", "kinds", "seeds", "missed"])]
    pub slugs: Vec<String>,
    #[command(flatten)]
    pub filter: Filter,
    /// Follow the seed questions in their order, and name them.
    #[arg(long)]
    pub seeds: bool,
    /// Only what you did not pass when a finished interview last asked it, with your weak points marked.
    #[arg(long, conflicts_with = "seeds")]
    pub missed: bool,
    /// Write a page to read on a screen or to print. For this, `--md` and `--anki`, `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write Markdown.
    #[arg(long, value_name = "FILE")]
    pub md: Option<PathBuf>,
    /// Write flash cards, as text that Anki imports; importing again updates them.
    #[arg(long, value_name = "FILE")]
    pub anki: Option<PathBuf>,
    /// Write the printed page, two columns on A4; needs Chromium, Chrome, Edge or Brave.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
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
    /// Write a report to another place too (repeatable).
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
    /// Write a report to another place too, as `greenroom grade` does (repeatable).
    #[arg(long = "report", value_name = "KIND=PATH")]
    pub reports: Vec<Wanted>,
    #[command(flatten)]
    pub judgement: Judgement,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[command(flatten)]
    pub banks: Banks,
    /// For instance `source <(greenroom completions bash)` in `~/.bashrc`, or
    /// `greenroom completions fish > ~/.config/fish/completions/greenroom.fish`.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManPages {
    /// Write a page for each command into this folder, such as `~/.local/share/man/man1`; print the first, if absent.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
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

    use super::{Cli, read_speed};

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_speed_is_a_number_within_reason() {
        assert_eq!([read_speed("20"), read_speed("2.5x")], [Ok(20.0), Ok(2.5)]);
        for wrong in ["", "0", "-1", "NaN", "inf", "fast", "1e9"] {
            assert!(read_speed(wrong).is_err(), "{wrong}");
        }
    }
}
