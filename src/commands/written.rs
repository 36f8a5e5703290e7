//! Files that a command was asked to write.

use std::path::Path;

use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::store::atomic;
use crate::ui::{message, out};

/// Write a whole file, and say that it is there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    atomic::write(path, bytes)
        .map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot write `{}`: {error}", path.display())))?;
    out::note(&message::written(&path.display().to_string()));
    Ok(())
}
