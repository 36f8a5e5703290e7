//! Files that a command was asked to write; `-` is standard output.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::store::atomic;
use crate::ui::out;

/// Stands for standard output.
const STDOUT: &str = "-";

/// Standard output holds one text: refuse two of these files that want it. `names` are their options, as they are read.
pub fn only_one_to_stdout(files: &[&Option<PathBuf>], names: &str) -> Result<(), Failure> {
    let wanted = files.iter().filter_map(|file| file.as_deref()).filter(|file| file.as_os_str() == STDOUT).count();
    if wanted > 1 {
        return Err(Failure::usage(format!("only one of {names} can be `-`, standard output")));
    }
    Ok(())
}

/// Write a whole file, and say with this note that it is there; or print it.
pub fn write(path: &Path, text: &str, note: impl FnOnce(&str) -> String) -> Result<(), Failure> {
    if path.as_os_str() == STDOUT {
        out::data(text);
        return Ok(());
    }
    atomic::write(path, text.as_bytes()).map_err(|error| not_written(path, &error))?;
    out::note(&note(&path.display().to_string()));
    Ok(())
}

/// A file cannot be written: a mistake of who named it, unless there is no room.
pub fn not_written(path: &Path, error: &io::Error) -> Failure {
    // The temporary file beside it means nothing to the user.
    let text = error.to_string();
    let reason = text.split_once(" at path ").map_or(text.as_str(), |(reason, _)| reason);
    let text = format!("cannot write `{}`: {reason}", path.display());
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Failure::new(ExitStatus::Incomplete, text)
        }
        _ => Failure::usage(text),
    }
}
