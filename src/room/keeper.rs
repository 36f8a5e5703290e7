//! Keeps the events of a session in its journal. While the journal takes none they wait here, and the session goes on.

use crate::model::event::{Event, Moment};
use crate::store::journal::{Journal, JournalError};

#[derive(Debug)]
pub struct Keeper {
    journal: Journal,
    session: String,
    /// Events that are not in the journal, the oldest first.
    waiting: Vec<(Moment, Event)>,
    /// The last attempt failed: where it failed late, the first that waits is in the journal all the same.
    is_unsure: bool,
}

/// What became of an event.
#[derive(Debug)]
pub enum Kept {
    /// It is on the disk.
    Yes,
    /// It is on the disk, and so is everything that waited.
    Again,
    /// It waits, as others do.
    NotYet,
    /// It waits, and it is the first that does.
    No(JournalError),
}

impl Keeper {
    pub fn new(journal: Journal, session: &str) -> Keeper {
        Keeper { journal, session: session.to_owned(), waiting: Vec::new(), is_unsure: false }
    }

    /// Keep an event after all that wait.
    pub fn keep(&mut self, at: Moment, event: Event) -> Kept {
        let had_waiting = !self.waiting.is_empty();
        self.waiting.push((at, event));
        match self.write_waiting() {
            Ok(()) if had_waiting => Kept::Again,
            Ok(()) => Kept::Yes,
            Err(_) if had_waiting => Kept::NotYet,
            Err(error) => Kept::No(error),
        }
    }

    /// How many events are not in the journal.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Try a last time to keep what waits. How many events are not in the journal.
    pub fn settle(&mut self) -> usize {
        // Whoever leaves is told the number, and was told the reason before.
        let _ = self.write_waiting();
        self.waiting.len()
    }

    fn write_waiting(&mut self) -> Result<(), JournalError> {
        if self.is_unsure {
            let last = self.journal.last(&self.session)?;
            if last.is_some_and(|last| self.waiting.first() == Some(&(last.at, last.event))) {
                self.waiting.remove(0);
            }
            self.is_unsure = false;
        }
        let mut written = 0;
        let result = self
            .waiting
            .iter()
            .try_for_each(|(at, event)| self.journal.append(&self.session, *at, event).map(|_| written += 1));
        self.waiting.drain(..written);
        self.is_unsure = result.is_err();
        result
    }
}
