//! The practice record: every check of a question outside of sessions, in a table beside the journal. Sessions are not in
//! it: the journal has their checks.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::path::Path;

use rusqlite::TransactionBehavior;
use sha2::{Digest, Sha256};

use crate::model::event::Moment;
use crate::model::practice::{Practice, PracticeId};
use crate::store::journal::{Journal, JournalError};

/// Made when it is missing: a journal without it is one in which nothing was practised yet, and an older greenroom that
/// knows no such table goes on with its sessions.
const LAYOUT: &str = "
    CREATE TABLE IF NOT EXISTS practice (
        id TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        event TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
";

#[derive(Debug)]
pub struct PracticeRecord {
    journal: Journal,
}

/// What the record holds.
#[derive(Debug, Default)]
pub struct Kept {
    /// By time.
    pub events: Vec<Practice>,
    /// How many events are of a newer greenroom, or damaged.
    pub unreadable: usize,
}

impl PracticeRecord {
    /// The record of the home whose data stand in this folder; begun if there is none.
    pub fn open(folder: &Path) -> Result<PracticeRecord, JournalError> {
        let journal = Journal::open(folder)?;
        journal.connection().execute_batch(LAYOUT).map_err(|error| journal.classify(&error))?;
        Ok(PracticeRecord { journal })
    }

    /// The record of a home, for reading only: nothing is created. None where there is no journal.
    pub fn open_to_read(folder: &Path) -> Result<Option<PracticeRecord>, JournalError> {
        Ok(Journal::open_to_read(folder)?.map(|journal| PracticeRecord { journal }))
    }

    /// The sessions beside it.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Keep events; those that are kept already stay as they are. All of them or none. How many were new.
    pub fn add(&mut self, events: &[Practice]) -> Result<usize, JournalError> {
        self.insert(events).map_err(|error| self.journal.classify(&error))
    }

    pub fn read(&self) -> Result<Kept, JournalError> {
        let rows = self.rows().map_err(|error| self.journal.classify(&error))?;
        let mut kept = Kept::default();
        for (id, event) in rows {
            match serde_json::from_str::<Practice>(&event) {
                Ok(practice) if practice.id.as_str() == id && practice.problem().is_none() => {
                    kept.events.push(practice)
                }
                _ => kept.unreadable += 1,
            }
        }
        Ok(kept)
    }

    fn insert(&mut self, events: &[Practice]) -> rusqlite::Result<usize> {
        let connection = self.journal.connection_mut();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut new = 0;
        {
            let mut insert = transaction.prepare("INSERT OR IGNORE INTO practice VALUES (?, ?, ?)")?;
            for event in events {
                let text = serde_json::to_string(event)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
                new += insert.execute((event.id.as_str(), event.at_ms, text))?;
            }
        }
        transaction.commit()?;
        Ok(new)
    }

    fn rows(&self) -> rusqlite::Result<Vec<(String, String)>> {
        let connection = self.journal.connection();
        // Whoever only reads makes no table: where there is none, nothing was practised yet.
        let has_table = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'practice')";
        if !connection.query_row(has_table, [], |row| row.get(0))? {
            return Ok(Vec::new());
        }
        let mut query = connection.prepare("SELECT id, event FROM practice ORDER BY at_ms, id")?;
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }
}

/// A name that no other event has, on whatever machine: from the moment, the boot, and keys of the system.
pub fn fresh_id(at: Moment, slug: &str) -> PracticeId {
    let keys = [RandomState::new().hash_one(slug), RandomState::new().hash_one(std::process::id())];
    let mut hasher = Sha256::new();
    for number in keys.into_iter().chain([at.wall_ms.unsigned_abs(), at.boottime_ns]) {
        hasher.update(number.to_le_bytes());
    }
    hasher.update(at.boot.to_string());
    PracticeId::from_hash(&hasher.finalize())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::testing::{at, practised};

    fn record() -> (tempfile::TempDir, PracticeRecord) {
        let home = tempfile::tempdir().unwrap();
        let record = PracticeRecord::open(home.path()).unwrap();
        (home, record)
    }

    #[test]
    fn what_is_kept_is_read_by_the_next_process_in_order_of_time() {
        let (home, mut record) = record();
        let (late, early) = (practised(1, 2, "gil"), practised(2, 1, "slots"));
        assert_eq!(record.add(&[late.clone(), early.clone()]).unwrap(), 2);
        drop(record);
        let kept = PracticeRecord::open(home.path()).unwrap().read().unwrap();
        assert_eq!((kept.events, kept.unreadable), (vec![early, late], 0));
    }

    #[test]
    fn an_event_that_is_kept_already_is_neither_doubled_nor_changed() {
        let (_home, mut record) = record();
        let event = practised(1, 2, "gil");
        record.add(std::slice::from_ref(&event)).unwrap();
        let other = Practice { hints: 3, ..event.clone() };
        assert_eq!(record.add(&[other, practised(2, 2, "gil")]).unwrap(), 1);
        assert!(record.read().unwrap().events.contains(&event));
    }

    #[test]
    fn an_event_of_a_newer_greenroom_is_left_out_and_counted() {
        let (_home, mut record) = record();
        record.add(&[practised(1, 2, "gil")]).unwrap();
        let row = "INSERT INTO practice VALUES ('ab', 5, '{\"mood\": 1}')";
        record.journal.connection().execute(row, []).unwrap();
        let kept = record.read().unwrap();
        assert_eq!((kept.events.len(), kept.unreadable), (1, 1));
    }

    #[test]
    fn a_journal_of_before_is_given_the_table_and_keeps_its_sessions() {
        let home = tempfile::tempdir().unwrap();
        drop(Journal::open(home.path()).unwrap());
        let record = PracticeRecord::open(home.path()).unwrap();
        assert!(record.read().unwrap().events.is_empty() && record.journal().sessions().unwrap().is_empty());
        drop(record);
        Journal::open(home.path()).unwrap();
    }

    #[test]
    fn who_only_reads_makes_no_table() {
        let home = tempfile::tempdir().unwrap();
        assert!(PracticeRecord::open_to_read(home.path()).unwrap().is_none());
        drop(Journal::open(home.path()).unwrap());
        let before = std::fs::read(home.path().join("journal.sqlite")).unwrap();
        let record = PracticeRecord::open_to_read(home.path()).unwrap().unwrap();
        assert!(record.read().unwrap().events.is_empty());
        assert_eq!(std::fs::read(home.path().join("journal.sqlite")).unwrap(), before);
        PracticeRecord::open(home.path()).unwrap().add(&[practised(1, 2, "gil")]).unwrap();
        assert_eq!(record.read().unwrap().events.len(), 1);
    }

    #[test]
    fn two_processes_that_practise_lose_nothing() {
        let (home, record) = record();
        std::thread::scope(|scope| {
            for process in 0..2 {
                let home = home.path();
                scope.spawn(move || {
                    let mut record = PracticeRecord::open(home).unwrap();
                    for number in 0..20 {
                        record.add(&[practised(100 * process + number, 1, "gil")]).unwrap();
                    }
                });
            }
        });
        assert_eq!(record.read().unwrap().events.len(), 40);
    }

    #[test]
    fn no_two_ids_are_one() {
        let ids: BTreeSet<PracticeId> = (0..1_000).map(|_| fresh_id(at(1), "gil")).collect();
        assert_eq!(ids.len(), 1_000);
    }
}
