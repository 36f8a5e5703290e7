//! The command line. What stands here is what is built.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgGroup, Args, Parser, Subcommand};
use clap_complete::Shell;

use crate::cli::authoring::{New, Verify};
use crate::cli::grading::{Grade, Merge};
use crate::cli::practice::{Progress, Review};
use crate::cli::session::{Audit, Finish, Interviewer, Replay, Report, Resume, Start};
use crate::model::isolation::Level;
use crate::model::progress::Status;
use crate::model::question::{Difficulty, Kind};
use crate::model::wire::Preload;

pub mod authoring;
pub mod grading;
pub mod practice;
pub mod session;

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
    /// End an interview that was left: grade what was saved, write and show the report.
    Finish(Finish),
    /// Show how the interviews stand that are not finished, from any other terminal.
    Status(session::Status),
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
    /// Begin a question of your own: small files that hold, to be changed one by one.
    New(New),
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
    /// Only what stands so in your progress.
    #[arg(long = "status", value_name = "S,..", value_delimiter = ',')]
    pub statuses: Vec<Status>,
    /// List the seed questions instead, each with the question of the bank that answers it.
    #[arg(long)]
    pub seeds: bool,
    /// Print one JSON document instead, with the status of each (its schema is `docs/schemas/list.json`, of seed questions
    /// `docs/schemas/seeds.json`).
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
    /// Only what you had not passed at the bell of the last finished interview that asked it, with your weak points marked.
    ///
    /// As in the report, the answer at the bell counts; that an earlier version did better is said beside it. An explanation
    /// is missed unless you rated each of its key points with 1. What greenroom could not check is left out.
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

    use super::Cli;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
