//! `greenroom completions`: what a shell needs to complete commands, options and the names of a bank.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory};
use clap_complete::generate;

use crate::bank::bank::Bank;
use crate::cli::{Cli, Completions};
use crate::commands::banks::open;
use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::ui::out;

pub fn run(arguments: &Completions) -> Result<ExitStatus, Failure> {
    let bank = open(&arguments.banks)?;
    let mut command = with_names(visible(&Cli::command()), &bank);
    let mut script = Vec::new();
    generate(arguments.shell, &mut command, "greenroom", &mut script);
    out::data(&String::from_utf8_lossy(&script));
    Ok(ExitStatus::Success)
}

/// The command line without what is hidden, which the scripts would offer all the same.
fn visible(whole: &Command) -> Command {
    let shown = whole.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    Command::new("greenroom").version(env!("CARGO_PKG_VERSION")).args(whole.get_arguments().cloned()).subcommands(shown)
}

/// The command line, in which every argument that names something of the bank has its names as values.
fn with_names(command: Command, bank: &Bank) -> Command {
    command.mut_args(|argument| named(argument, bank)).mut_subcommands(|command| with_names(command, bank))
}

fn named(argument: Arg, bank: &Bank) -> Arg {
    let kind = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let names: Vec<String> = match kind.as_deref() {
        Some("SLUG" | "A,..") => bank.summaries().iter().map(|question| question.slug.clone()).collect(),
        Some("T,..") => bank.topics().into_iter().map(str::to_owned).collect(),
        Some("ID|FILE") => bank.plans().iter().map(|plan| plan.id.clone()).collect(),
        _ => return argument,
    };
    argument.value_parser(PossibleValuesParser::new(names))
}
