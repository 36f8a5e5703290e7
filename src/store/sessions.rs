//! The sessions of a journal: which there are, how each stands, and which are damaged.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, Row};

use crate::model::event::{Event, Moment, Started};
use crate::store::event_row::EventRow;
use crate::store::journal::{Journal, JournalError, readable};

/// A session in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionEntry {
    pub started: Started,
    pub started_at: Moment,
    /// Grows with every event of any session: who was last here, whatever was done to the clock on the wall.
    pub last_place: i64,
    pub finished: bool,
}

impl Journal {
    /// Every session whose first and last events can be read, the oldest first.
    pub fn sessions(&self) -> Result<Vec<SessionEntry>, JournalError> {
        let read = || -> rusqlite::Result<Vec<SessionEntry>> {
            let mut query =
                self.connection().prepare("SELECT session FROM event WHERE sequence = 1 ORDER BY wall_ms, rowid")?;
            let names: Vec<String> = query.query_map([], name)?.collect::<Result<_, _>>()?;
            let entries = names.iter().map(|session| self.entry(session));
            entries.filter_map(Result::transpose).collect()
        };
        read().map_err(|error| self.classify(&error))
    }

    /// What is wrong with the sessions that are not among `sessions`.
    pub fn damaged_sessions(&self) -> Result<Vec<JournalError>, JournalError> {
        self.damaged_beside(&self.sessions()?)
    }

    /// As `damaged_sessions`, for somebody who has `sessions` already.
    pub fn damaged_beside(&self, sessions: &[SessionEntry]) -> Result<Vec<JournalError>, JournalError> {
        let readable: HashSet<&str> = sessions.iter().map(|entry| entry.started.session.as_str()).collect();
        let names = self.names()?.into_iter().filter(|name| !readable.contains(name.as_str()));
        Ok(names.map(|name| self.records(&name).err().unwrap_or_else(|| self.damaged_event(&name, 1))).collect())
    }

    /// The names of all sessions, damaged or not.
    pub fn names(&self) -> Result<Vec<String>, JournalError> {
        let read = || -> rusqlite::Result<Vec<String>> {
            let mut query = self.connection().prepare("SELECT DISTINCT session FROM event")?;
            query.query_map([], name)?.collect()
        };
        read().map_err(|error| self.classify(&error))
    }

    /// None when its first or last event is not what any greenroom writes.
    fn entry(&self, session: &str) -> rusqlite::Result<Option<SessionEntry>> {
        let row = |which: &str| -> rusqlite::Result<Option<(i64, EventRow)>> {
            let query = format!("SELECT rowid, * FROM event WHERE session = ? ORDER BY sequence {which} LIMIT 1");
            let read = |row: &Row<'_>| Ok((row.get(0)?, EventRow::read(row)?));
            Ok(readable(self.connection().query_row(&query, [session], read).optional())?.flatten())
        };
        let (Some((_, first)), Some((last_place, last))) = (row("ASC")?, row("DESC")?) else { return Ok(None) };
        let (Some(first), Some(last)) = (first.record(), last.record()) else { return Ok(None) };
        let Event::Started(started) = first.event else { return Ok(None) };
        let finished = last.event == Event::Finished;
        Ok(Some(SessionEntry { started: *started, started_at: first.at, last_place, finished }))
    }
}

/// The name of a session; what is no text in it is marked.
fn name(row: &Row<'_>) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(0)?.as_bytes()?).into_owned())
}
