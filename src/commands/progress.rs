//! `greenroom progress`: how far somebody has come, and the record of it for another machine.

use std::collections::HashSet;
use std::io::{self, BufReader, ErrorKind};
use std::path::Path;

use crate::cli::practice::{Progress, ProgressCommand};
use crate::commands::banks;
use crate::commands::failure::Failure;
use crate::commands::practice;
use crate::model::exit_status::ExitStatus;
use crate::model::progress as model;
use crate::report::progress_json;
use crate::store::practice_file::{self, PracticeFileError};
use crate::ui::paint::Look;
use crate::ui::progress_report::{Of, report};
use crate::ui::{message, out};

pub fn run(arguments: &Progress) -> Result<ExitStatus, Failure> {
    match &arguments.command {
        Some(ProgressCommand::Export { file }) => export(file),
        Some(ProgressCommand::Import { file }) => import(file),
        None => show(arguments),
    }
}

fn show(arguments: &Progress) -> Result<ExitStatus, Failure> {
    let bank = banks::open(&arguments.banks)?;
    let record = practice::open()?;
    let confidence = practice::confidence(&bank, &record)?;
    let progress = model::Progress { confidence, ..practice::progress(&bank, &record)? };
    if arguments.json {
        out::data(&progress_json::render(&progress, bank.hash()));
    } else {
        let of = if arguments.seeds { Of::Seeds } else { Of::Entries };
        out::data(&report(Look::of_stdout(), &progress, of));
    }
    Ok(ExitStatus::Success)
}

fn export(file: &Path) -> Result<ExitStatus, Failure> {
    let events = practice::events(&practice::open()?)?;
    if file == Path::new("-") {
        out::data(&practice_file::render(&events));
    } else {
        practice_file::write(file, &events)?;
        out::note(&message::practice_exported(events.len(), &file.display().to_string()));
    }
    Ok(ExitStatus::Success)
}

fn import(file: &Path) -> Result<ExitStatus, Failure> {
    let events = if file == Path::new("-") {
        practice_file::read_from(BufReader::new(io::stdin()), Path::new("standard input"))?
    } else {
        practice_file::read(file)?
    };
    let mut record = practice::open()?;
    // A session of this machine that comes back is in the journal already.
    let known: HashSet<_> = practice::events(&record)?.into_iter().map(|event| event.id).collect();
    let count = events.len();
    let new: Vec<_> = events.into_iter().filter(|event| !known.contains(&event.id)).collect();
    let taken = record.add(&new).map_err(|error| Failure::new(ExitStatus::Incomplete, error))?;
    out::note(&message::imported(taken, count - taken));
    Ok(ExitStatus::Success)
}

impl From<PracticeFileError> for Failure {
    fn from(error: PracticeFileError) -> Failure {
        let is_full = |reason: &io::Error| {
            matches!(reason.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
        };
        match &error {
            PracticeFileError::Write { reason, .. } if is_full(reason) => Failure::new(ExitStatus::Incomplete, error),
            _ => Failure::usage(error),
        }
    }
}
