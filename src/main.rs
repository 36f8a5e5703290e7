//! The `greenroom` command: parse, run, exit status.

use std::process::{ExitCode, Termination};

use clap::Parser;
use greenroom::cli::{Cli, Command};
use greenroom::commands::{
    audit, check, doctor, grade, list, merge, replay, report, resume, show, start, verify, watch, worker,
};
use greenroom::model::exit_status::ExitStatus;
use greenroom::ui::{message, out};

fn main() -> ExitCode {
    let result = match &Cli::parse().command {
        Command::Worker(arguments) => std::process::exit(worker::run(arguments)),
        Command::Start(arguments) => start::run(arguments),
        Command::Resume(arguments) => resume::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Replay(arguments) => replay::run(arguments),
        Command::Audit(arguments) => audit::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Show(arguments) => show::run(arguments),
        Command::List(arguments) => list::run(arguments),
        Command::Doctor => doctor::run(),
        Command::Grade(arguments) => grade::run(arguments),
        Command::Merge(arguments) => merge::run(arguments),
        Command::Watch(arguments) => watch::run(arguments),
    };
    let status = result.unwrap_or_else(|failure| {
        out::note(&message::failure(&failure.messages, failure.hint.as_deref()));
        failure.status
    });
    if !out::is_intact() {
        out::note(message::output_lost());
        return ExitStatus::Incomplete.report();
    }
    status.report()
}
