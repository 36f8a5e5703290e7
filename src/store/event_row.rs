//! An event as a row of the journal. Each row vouches for all rows before it.

use rusqlite::Row;
use sha2::{Digest, Sha256};

use crate::model::event::{Event, Moment, Record};

/// A row as it is stored.
///
/// SQLite has signed numbers only; 63 bits hold 292 years of nanoseconds.
pub struct EventRow {
    pub sequence: i64,
    pub wall_ms: i64,
    pub boottime_ns: i64,
    pub boot: String,
    pub event: String,
    pub content: Option<Vec<u8>>,
    /// SHA-256 over the digest of the row before and all else in this row.
    pub digest: Vec<u8>,
}

impl EventRow {
    /// The row that follows the one whose digest is `previous`.
    pub fn new(sequence: i64, at: Moment, event: &Event, previous: &[u8], session: &str) -> rusqlite::Result<EventRow> {
        let content = match event {
            Event::Saved { content, .. } => Some(content.clone()),
            _ => None,
        };
        let mut row = EventRow {
            sequence,
            wall_ms: at.wall_ms,
            boottime_ns: at.boottime_ns as i64,
            boot: at.boot.to_string(),
            // Only a path that is not UTF-8 has no JSON.
            event: serde_json::to_string(event)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?,
            content,
            digest: Vec::new(),
        };
        row.digest = row.digest_after(previous, session);
        Ok(row)
    }

    pub fn read(row: &Row<'_>) -> rusqlite::Result<EventRow> {
        Ok(EventRow {
            sequence: row.get("sequence")?,
            wall_ms: row.get("wall_ms")?,
            boottime_ns: row.get("boottime_ns")?,
            boot: row.get("boot")?,
            event: row.get("event")?,
            content: row.get("content")?,
            digest: row.get("digest")?,
        })
    }

    /// None when it is not what any greenroom writes.
    pub fn record(self) -> Option<Record> {
        let mut event: Event = serde_json::from_str(&self.event).ok()?;
        if let Event::Saved { content, .. } = &mut event {
            *content = self.content?;
        }
        let boottime_ns = self.boottime_ns.try_into().ok()?;
        let at = Moment { wall_ms: self.wall_ms, boottime_ns, boot: self.boot.parse().ok()? };
        Some(Record { sequence: self.sequence.try_into().ok()?, at, event })
    }

    /// What `digest` must be.
    pub fn digest_after(&self, previous: &[u8], session: &str) -> Vec<u8> {
        let mut hasher = Sha256::new();
        hasher.update(previous);
        let content = self.content.as_deref().unwrap_or_default();
        for part in [session.as_bytes(), self.boot.as_bytes(), self.event.as_bytes(), content] {
            // The length keeps two parts from trading bytes.
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        for number in [self.sequence, self.wall_ms, self.boottime_ns] {
            hasher.update(number.to_le_bytes());
        }
        hasher.finalize().to_vec()
    }
}
