//! Why a journal cannot be used, with a remedy each.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    #[error("the journal `{}` is {found}; move it away and greenroom starts a new one", .path.display())]
    NotAFile { path: PathBuf, found: &'static str },
    #[error("`{}` is not a journal of greenroom; move it away and greenroom starts a new one", .path.display())]
    Foreign { path: PathBuf },
    #[error("the journal `{}` has format {found}, newer than the {supported} this greenroom writes; update greenroom", .path.display())]
    NewerFormat { path: PathBuf, found: i64, supported: i64 },
    #[error("the journal `{}` is damaged ({reason}); move it away: the files in the session folders are not touched", .path.display())]
    Corrupt { path: PathBuf, reason: String },
    #[error(
        "event {sequence} of session `{session}` in `{}` is damaged; the files in its folder are not touched",
        .path.display()
    )]
    DamagedEvent { path: PathBuf, session: String, sequence: u64 },
    #[error("no space is left for the journal `{}`; free some, or set `GREENROOM_HOME` to another disk", .path.display())]
    Full { path: PathBuf },
    #[error(
        "the journal `{}` cannot be written; make it and its folder writable, or set `GREENROOM_HOME` to another folder",
        .path.display()
    )]
    ReadOnly { path: PathBuf },
    #[error("the journal `{}` cannot be read: {reason}; make it and its folder readable", .path.display())]
    Unreadable { path: PathBuf, reason: String },
    #[error("the journal `{}` is held by another program; end it and try again", .path.display())]
    Busy { path: PathBuf },
    #[error("cannot use the journal `{}`: {reason}", .path.display())]
    Other { path: PathBuf, reason: String },
}

/// What an error of SQLite means for whoever writes.
pub(super) fn classify(path: &Path, error: &rusqlite::Error) -> JournalError {
    let path = path.to_owned();
    let reason = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => JournalError::Full { path },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            JournalError::ReadOnly { path }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => JournalError::Busy { path },
        Some(ErrorCode::NotADatabase) => JournalError::Foreign { path },
        Some(ErrorCode::DatabaseCorrupt) => JournalError::Corrupt { path, reason },
        None if matches!(error, rusqlite::Error::ToSqlConversionFailure(_)) => JournalError::Other { path, reason },
        // A column of another type than the layout has, for instance.
        None => JournalError::Corrupt { path, reason },
        Some(_) => JournalError::Other { path, reason },
    }
}

/// As `classify`, for whoever only reads.
pub(super) fn classify_reading(path: &Path, error: &rusqlite::Error) -> JournalError {
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
            JournalError::Unreadable { path: path.to_owned(), reason: error.to_string() }
        }
        _ => classify(path, error),
    }
}
