//! Why a session cannot be started or resumed.

use std::io;
use std::path::PathBuf;

use crate::engine::session::ReplayError;
use crate::model::exit_status::ExitStatus;
use crate::store::home::HomeError;
use crate::store::journal::JournalError;
use crate::store::lock::LockError;
use crate::store::session_folder::FolderError;

#[derive(Debug, thiserror::Error)]
pub enum RoomError {
    #[error(transparent)]
    Home(#[from] HomeError),
    #[error("{0}; finish it there, or leave it with `quit`")]
    Running(LockError),
    #[error(transparent)]
    Lock(LockError),
    #[error(transparent)]
    Journal(#[from] JournalError),
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Replay(#[from] ReplayError),
    #[error("there is no session to resume; `greenroom start` begins one")]
    NothingToResume,
    #[error("there is no session `{session}`{}", .unfinished.first().map_or(String::new(), |_| format!("; unfinished are `{}`", .unfinished.join("`, `"))))]
    UnknownSession { session: String, unfinished: Vec<String> },
    #[error("session `{session}` is finished; its report is in `{}`", .folder.display())]
    Finished { session: String, folder: PathBuf },
    #[error("cannot listen to signals: {0}")]
    Signals(io::Error),
}

impl From<LockError> for RoomError {
    fn from(error: LockError) -> RoomError {
        match error {
            LockError::Held(_) | LockError::HeldByUnknown { .. } => RoomError::Running(error),
            LockError::Io { .. } => RoomError::Lock(error),
        }
    }
}

impl RoomError {
    /// How a command that ends with this exits.
    pub fn status(&self) -> ExitStatus {
        match self {
            RoomError::Running(_)
            | RoomError::NothingToResume
            | RoomError::UnknownSession { .. }
            | RoomError::Finished { .. } => ExitStatus::Usage,
            RoomError::Folder(FolderError::Write { .. } | FolderError::NoPlace { .. }) => ExitStatus::Incomplete,
            RoomError::Folder(_) => ExitStatus::Usage,
            RoomError::Home(_)
            | RoomError::Lock(_)
            | RoomError::Journal(_)
            | RoomError::Replay(_)
            | RoomError::Signals(_) => ExitStatus::Incomplete,
        }
    }
}
