//! The `greenroom` command: parse, run, exit status.

use std::process::{ExitCode, Termination};

use clap::Parser;
use greenroom::cli::{Cli, Command};
use greenroom::commands::{
    audit, check, completions, doctor, export, finish, grade, interviewer, list, man, menu, merge, new, progress,
    replay, report, resume, review, show, start, status, verify, watch, worker,
};
use greenroom::model::exit_status::ExitStatus;
use greenroom::ui::{message, out};

fn main() -> ExitCode {
    let result = match &Cli::parse().command {
        None => menu::run(),
        Some(Command::Worker(arguments)) => std::process::exit(worker::run(arguments)),
        Some(Command::Start(arguments)) => start::run(arguments),
        Some(Command::Resume(arguments)) => resume::run(arguments),
        Some(Command::Finish(arguments)) => finish::run(arguments),
        Some(Command::Status(arguments)) => status::run(arguments),
        Some(Command::Interviewer(arguments)) => interviewer::run(arguments),
        Some(Command::Report(arguments)) => report::run(arguments),
        Some(Command::Replay(arguments)) => replay::run(arguments),
        Some(Command::Audit(arguments)) => audit::run(arguments),
        Some(Command::Check(arguments)) => check::run(arguments),
        Some(Command::New(arguments)) => new::run(arguments),
        Some(Command::Verify(arguments)) => verify::run(arguments),
        Some(Command::Show(arguments)) => show::run(arguments),
        Some(Command::List(arguments)) => list::run(arguments),
        Some(Command::Progress(arguments)) => progress::run(arguments),
        Some(Command::Review(arguments)) => review::run(arguments),
        Some(Command::Export(arguments)) => export::run(arguments),
        Some(Command::Completions(arguments)) => completions::run(arguments),
        Some(Command::Man(arguments)) => man::run(arguments),
        Some(Command::Doctor) => doctor::run(),
        Some(Command::Grade(arguments)) => grade::run(arguments),
        Some(Command::Merge(arguments)) => merge::run(arguments),
        Some(Command::Watch(arguments)) => watch::run(arguments),
    };
    let status = result.unwrap_or_else(|failure| {
        out::remark(&message::failure(&failure.messages, failure.hint.as_deref()));
        failure.status
    });
    if !out::is_intact() {
        out::note(message::output_lost());
        return ExitStatus::Incomplete.report();
    }
    status.report()
}
