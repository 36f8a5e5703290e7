//! The journal: every event of every session, one row each, durable before anybody is told that it was kept.
//!
//! One SQLite file, `synchronous=FULL`, with a rollback journal that is truncated at each commit. Not WAL: that needs shared
//! memory (network homes), leaves a second file that the data lives in (copies), and cannot be read in a read-only home.
//! Not deleted: the removal of the file is not synced, so power loss could take the last commit back; a truncation is synced.
// Receipt: 300 appends of 2 KB on ext4: median 1.2 ms, 99 of 100 under 2.8 ms (DELETE 1.0 and 1.6, WAL 0.4 and 3.7).

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior, ffi};

use crate::model::event::{Event, Moment, Record};
use crate::store::answer_file;
use crate::store::event_row::EventRow;
use crate::store::journal_error::{classify, classify_reading};

pub use crate::store::journal_error::JournalError;

/// The newest layout that this greenroom reads and writes.
const FORMAT: i64 = 1;

/// Marks the file as a journal of greenroom: `grnr`.
const APPLICATION: i64 = 0x6772_6e72;

/// How long a write waits for another process that writes.
// Receipt: an append takes milliseconds; five seconds covers a disk that is busy with something else.
const BUSY_WAIT: Duration = Duration::from_secs(5);

const LAYOUT: &str = "
    CREATE TABLE event (
        session TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        wall_ms INTEGER NOT NULL,
        boottime_ns INTEGER NOT NULL,
        boot TEXT NOT NULL,
        event TEXT NOT NULL,
        content BLOB,
        digest BLOB NOT NULL,
        PRIMARY KEY (session, sequence)
    ) STRICT;
    CREATE INDEX first_event ON event (wall_ms) WHERE sequence = 1;
";

/// The journal of one home.
#[derive(Debug)]
pub struct Journal {
    connection: Connection,
    path: PathBuf,
}

impl Journal {
    /// Open the journal of the home at `folder`, or begin it.
    pub fn open(folder: &Path) -> Result<Journal, JournalError> {
        let path = Journal::path_in(folder)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = Connection::open_with_flags(&path, flags).map_err(|error| classify(&path, &error))?;
        let mut journal = Journal { connection, path };
        journal.prepare()?;
        Ok(journal)
    }

    /// Open the journal of the home at `folder` for reading, beside whoever writes it; none where none was begun.
    ///
    /// Nothing is written, with one exception: what a process that died left half-written is taken back, as by the next
    /// process that opens it.
    pub fn open_to_read(folder: &Path) -> Result<Option<Journal>, JournalError> {
        let path = Journal::path_in(folder)?;
        match path.try_exists() {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(reason) => return Err(JournalError::Unreadable { path, reason: reason.to_string() }),
        }
        let failed = |error: rusqlite::Error| classify_reading(&path, &error);
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
        connection.busy_timeout(BUSY_WAIT).map_err(failed)?;
        match layout(&connection) {
            Ok(layout) if layout.is_new() => return Ok(None),
            Ok(layout) => layout.refuse_others(&path)?,
            Err(error) if is_half_written(&error) => return Journal::open(folder).map(Some),
            Err(error) => return Err(failed(error)),
        }
        Ok(Some(Journal { connection, path }))
    }

    fn path_in(folder: &Path) -> Result<PathBuf, JournalError> {
        let path = folder.join("journal.sqlite");
        match path.symlink_metadata() {
            Ok(metadata) if !metadata.is_file() => {
                Err(JournalError::NotAFile { found: answer_file::describe(metadata.file_type()), path })
            }
            _ => Ok(path),
        }
    }

    /// Keep an event. When this returns it is on the disk. Its number follows that of the session's last event.
    pub fn append(&mut self, session: &str, at: Moment, event: &Event) -> Result<Record, JournalError> {
        let path = &self.path;
        let kept = append(&mut self.connection, session, at, event).map_err(|error| classify(path, &error))?;
        Ok(Record { sequence: kept as u64, at, event: event.clone() })
    }

    /// The last event of a session; none when there is none of that name.
    pub fn last(&self, session: &str) -> Result<Option<Record>, JournalError> {
        let query = "SELECT * FROM event WHERE session = ? ORDER BY sequence DESC LIMIT 1";
        let row = readable(self.connection.query_row(query, [session], EventRow::read));
        Ok(row.map_err(|error| self.classify(&error))?.and_then(EventRow::record))
    }

    /// All events of a session in order; empty when there is none of that name.
    pub fn records(&self, session: &str) -> Result<Vec<Record>, JournalError> {
        let failed = |error: rusqlite::Error| self.classify(&error);
        // Both readings are of one moment: a session may be running.
        let moment = self.connection.unchecked_transaction().map_err(failed)?;
        let records = self.records_unproved(session)?;
        // Each event vouches for those before it, and nothing vouches for the last: index and table must agree on it.
        let last = self.last_by_table(session).map_err(failed)?;
        moment.commit().map_err(failed)?;
        if last != records.last().map(|record| record.sequence as i64) {
            return Err(self.damaged_event(session, records.len() as u64 + 1));
        }
        Ok(records)
    }

    /// As `records`, where an end that is missing is no harm: for sums over many sessions. It does not look through the table.
    pub fn records_unproved(&self, session: &str) -> Result<Vec<Record>, JournalError> {
        let failed = |error: rusqlite::Error| self.classify(&error);
        let mut query =
            self.connection.prepare("SELECT * FROM event WHERE session = ? ORDER BY sequence").map_err(failed)?;
        let rows = query.query_map([session], EventRow::read).map_err(failed)?;
        let (mut records, mut previous) = (Vec::new(), Vec::new());
        for (row, expected) in rows.zip(1..) {
            let damaged = || self.damaged_event(session, expected as u64);
            let row = readable(row).map_err(failed)?.ok_or_else(damaged)?;
            let digest = row.digest_after(&previous, session);
            if row.sequence != expected || digest != row.digest {
                return Err(damaged());
            }
            records.push(row.record().ok_or_else(damaged)?);
            previous = digest;
        }
        Ok(records)
    }

    /// For what else is kept in the file.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(super) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// What an error of SQLite means for whoever keeps something in the file.
    pub(super) fn classify(&self, error: &rusqlite::Error) -> JournalError {
        classify(&self.path, error)
    }

    /// Settings, then the layout if the file is new; refuses what is not ours or newer than we are.
    fn prepare(&mut self) -> Result<(), JournalError> {
        let path = self.path.clone();
        let failed = |error: rusqlite::Error| classify(&path, &error);
        let connection = &mut self.connection;
        connection.busy_timeout(BUSY_WAIT).map_err(failed)?;
        let layout = layout(connection).map_err(failed)?;
        layout.refuse_others(&path)?;
        connection.pragma_update(None, "journal_mode", "TRUNCATE").map_err(failed)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
        // What `fsync` promises elsewhere takes this on macOS.
        connection.pragma_update(None, "fullfsync", true).map_err(failed)?;
        if layout.is_new() {
            begin(connection).map_err(failed)?;
        }
        Ok(())
    }

    /// The number of a session's last event, found in the table from its end.
    // Receipt: 4.4 ms through 10,000 events of other sessions, 10 MB.
    fn last_by_table(&self, session: &str) -> rusqlite::Result<Option<i64>> {
        let query = "SELECT sequence FROM event NOT INDEXED WHERE session = ? ORDER BY rowid DESC LIMIT 1";
        self.connection.query_row(query, [session], |row| row.get(0)).optional()
    }

    pub(super) fn damaged_event(&self, session: &str, sequence: u64) -> JournalError {
        JournalError::DamagedEvent { path: self.path.clone(), session: session.to_owned(), sequence }
    }
}

/// What a file says of itself.
struct Layout {
    application: i64,
    format: i64,
    tables: i64,
}

impl Layout {
    /// Nobody has laid it out yet.
    fn is_new(&self) -> bool {
        self.application == 0 && self.format == 0 && self.tables == 0
    }

    /// A file that is not ours, or newer than we are.
    fn refuse_others(&self, path: &Path) -> Result<(), JournalError> {
        let path = path.to_owned();
        match self {
            Layout { application, .. } if !self.is_new() && *application != APPLICATION => {
                Err(JournalError::Foreign { path })
            }
            Layout { format, .. } if *format > FORMAT => {
                Err(JournalError::NewerFormat { path, found: *format, supported: FORMAT })
            }
            _ => Ok(()),
        }
    }
}

fn layout(connection: &Connection) -> rusqlite::Result<Layout> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get(0));
    Ok(Layout {
        application: number("application_id")?,
        format: number("user_version")?,
        tables: connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?,
    })
}

/// A process died in the middle of a commit, and only somebody who may write can take back what it left.
fn is_half_written(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_READONLY_ROLLBACK)
}

/// A row; none when there is none, or one that no greenroom writes: a text that is no text, for instance.
pub(super) fn readable<T>(row: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match row {
        Err(error) if error.sqlite_error_code().is_none() => Ok(None),
        row => row.map(Some),
    }
}

/// Lay out a new file; another process may do the same at this moment.
fn begin(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))? == 0 {
        transaction.execute_batch(LAYOUT)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", FORMAT)?;
    }
    transaction.commit()
}

fn append(connection: &mut Connection, session: &str, at: Moment, event: &Event) -> rusqlite::Result<i64> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let last: Option<(i64, Vec<u8>)> = transaction
        .query_row(
            "SELECT sequence, digest FROM event WHERE session = ? ORDER BY sequence DESC LIMIT 1",
            [session],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let (sequence, previous) = last.unwrap_or_default();
    let row = EventRow::new(sequence + 1, at, event, &previous, session)?;
    transaction.execute(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (session, row.sequence, row.wall_ms, row.boottime_ns, &row.boot, &row.event, &row.content, &row.digest),
    )?;
    transaction.commit()?;
    Ok(row.sequence)
}
