//! The command line of whoever writes questions.

use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::Banks;
use crate::model::question::{Difficulty, Kind};

#[derive(Debug, Args)]
pub struct New {
    /// What the question is called in files and commands: lower-case words and numbers joined by `-`.
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// What it is about: the folder that it stands in.
    #[arg(long, value_name = "TOPIC")]
    pub topic: String,
    /// How it is answered.
    #[arg(long, value_enum, value_name = "KIND", default_value = "code")]
    pub kind: Kind,
    /// How hard it is.
    #[arg(long, value_enum, value_name = "LEVEL", default_value = "medium")]
    pub level: Difficulty,
    /// How long an answer takes; what is usual for its kind, if absent.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=240))]
    pub minutes: Option<u32>,
    /// What it is called for people; made of SLUG, if absent.
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub title: Option<String>,
    /// The bank that it goes into, which is made if it is not there; the one in this folder, if absent.
    #[arg(long, value_name = "DIR")]
    pub bank: Option<PathBuf>,
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
