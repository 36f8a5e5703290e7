//! The first steps of every session: nobody else runs one, and the journal can be written.

use std::path::Path;

use crate::room::error::RoomError;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::store::lock::SessionLock;

/// The right to run a session. It lasts as long as the lock is held.
#[derive(Debug)]
pub struct Opening {
    pub lock: SessionLock,
    pub journal: Journal,
}

impl Opening {
    /// In the home of this user.
    pub fn new() -> Result<Opening, RoomError> {
        Opening::at(Home::locate()?.data()?)
    }

    /// In the home whose data stand in this folder.
    pub fn at(data: &Path) -> Result<Opening, RoomError> {
        Ok(Opening { lock: SessionLock::acquire(data)?, journal: Journal::open(data)? })
    }
}
