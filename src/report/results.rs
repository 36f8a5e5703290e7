//! Read the rows of a `results.jsonl` in order of candidate and question, in whatever order they were written. Only where
//! each row stands is kept in memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::os::unix::fs::FileExt;
use std::path::Path;

use serde::Deserialize;

use crate::report::result_row::{ResultRow, VERSION};

/// A file of rows whose order is known.
#[derive(Debug)]
pub struct Results {
    file: File,
    places: Vec<Place>,
}

/// Where a row stands, and what it is sorted by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    candidate: Box<str>,
    question: Box<str>,
    /// Two files may answer one question, under its name and under an alias.
    path: Option<Box<str>>,
    start: u64,
    length: usize,
}

/// What is read of each row before its turn.
#[derive(Deserialize)]
struct Head {
    version: u32,
    candidate: Box<str>,
    question: Box<str>,
    path: Option<Box<str>>,
}

#[derive(Debug, thiserror::Error)]
pub enum ResultsError {
    #[error("cannot read the results: {0}")]
    Io(#[from] io::Error),
    #[error("line {line} of the results is no result: {reason}")]
    Row { line: usize, reason: serde_json::Error },
    #[error("line {line} of the results has format {found}, and this greenroom reads {VERSION}")]
    Version { line: usize, found: u32 },
}

impl Results {
    /// Find every row of the file.
    pub fn open(path: &Path) -> Result<Results, ResultsError> {
        let file = File::open(path)?;
        let mut reader = BufReader::with_capacity(1 << 16, &file);
        let (mut places, mut start, mut line) = (Vec::new(), 0, Vec::new());
        loop {
            line.clear();
            let length = reader.read_until(b'\n', &mut line)?;
            if length == 0 {
                break;
            }
            let number = places.len() + 1;
            let head: Head =
                serde_json::from_slice(&line).map_err(|reason| ResultsError::Row { line: number, reason })?;
            if head.version != VERSION {
                return Err(ResultsError::Version { line: number, found: head.version });
            }
            let Head { candidate, question, path, .. } = head;
            places.push(Place { candidate, question, path, start, length });
            start += length as u64;
        }
        places.sort();
        Ok(Results { file, places })
    }

    /// Every row, those of a candidate together. Each is read when it is asked for.
    pub fn rows(&self) -> impl Iterator<Item = Result<ResultRow, ResultsError>> {
        let mut line = Vec::new();
        self.places.iter().map(move |place| {
            line.resize(place.length, 0);
            self.file.read_exact_at(&mut line, place.start)?;
            serde_json::from_slice(&line).map_err(|error| ResultsError::Io(error.into()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::row;

    fn of(text: &str) -> Result<Results, ResultsError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("results.jsonl");
        std::fs::write(&path, text).unwrap();
        Results::open(&path)
    }

    #[test]
    fn rows_come_in_order_however_they_were_written() {
        let pairs = [("bob", "b"), ("ada", "b"), ("bob", "a"), ("ada", "a")];
        let text: String = pairs.iter().map(|(candidate, question)| row(candidate, question, "p").line()).collect();
        let results = of(&text).unwrap();
        let found: Vec<_> = results.rows().map(|row| row.map(|row| (row.candidate, row.question)).unwrap()).collect();
        let expected = [("ada", "a"), ("ada", "b"), ("bob", "a"), ("bob", "b")];
        assert_eq!(found, expected.map(|(candidate, question)| (candidate.to_owned(), question.to_owned())));
    }

    #[test]
    fn a_line_that_is_no_row_is_named() {
        let good = row("ada", "a", "p").line();
        let torn = of(&format!("{good}{}", &good[..good.len() / 2])).unwrap_err().to_string();
        assert!(torn.starts_with("line 2 of the results is no result"), "{torn}");
        let newer = of(&good.replace("\"version\":1", "\"version\":9")).unwrap_err().to_string();
        assert_eq!(newer, "line 1 of the results has format 9, and this greenroom reads 1");
    }
}
