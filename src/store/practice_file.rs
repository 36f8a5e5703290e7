//! The practice record as one file of JSON lines, for another machine: a heading, then an event a line. Read strictly, and
//! every problem with its line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::practice::Practice;
use crate::store::atomic;

/// The newest form of the file that this greenroom reads and writes.
const FORMAT: u32 = 1;

/// The longest line that is read.
// Receipt: the longest of 122 events of the built-in bank had 320 bytes.
const LONGEST_LINE: u64 = 4096;

/// The first line. It counts the events, so that a file that was cut between two lines is noticed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    greenroom_practice: u32,
    events: usize,
}

/// Only what tells how the rest is to be read.
#[derive(Debug, Deserialize)]
struct Format {
    greenroom_practice: u32,
}

#[derive(Debug, thiserror::Error)]
pub enum PracticeFileError {
    #[error("cannot read `{}`: {reason}", .path.display())]
    Read { path: PathBuf, reason: io::Error },
    #[error("cannot write `{}`: {}", .path.display(), plain(.reason))]
    Write { path: PathBuf, reason: io::Error },
    #[error("`{}` is no file that `greenroom progress export` wrote; name another", .path.display())]
    Occupied { path: PathBuf },
    #[error("{}:1: this is no file of `greenroom progress export`", .path.display())]
    Foreign { path: PathBuf },
    #[error("{}:1: the file has format {found}, newer than the {FORMAT} this greenroom reads; update greenroom", .path.display())]
    NewerFormat { path: PathBuf, found: u32 },
    #[error("{}:{line}: {reason}; nothing of the file was taken", .path.display())]
    Line { path: PathBuf, line: usize, reason: String },
}

/// The whole text of the file.
pub fn render(events: &[Practice]) -> String {
    let heading = Heading { greenroom_practice: FORMAT, events: events.len() };
    let mut text = serde_json::to_string(&heading).expect("numbers have JSON") + "\n";
    for event in events {
        text += &serde_json::to_string(event).expect("an event has no map with keys that are no text");
        text.push('\n');
    }
    text
}

/// Write the events into a file: a new one, or one that was written by this before.
pub fn write(path: &Path, events: &[Practice]) -> Result<(), PracticeFileError> {
    if path.symlink_metadata().is_ok() && !is_ours(path) {
        return Err(PracticeFileError::Occupied { path: path.to_owned() });
    }
    atomic::write(path, render(events).as_bytes())
        .map_err(|reason| PracticeFileError::Write { path: path.to_owned(), reason })
}

/// The events in a file.
pub fn read(path: &Path) -> Result<Vec<Practice>, PracticeFileError> {
    let file = File::open(path).map_err(|reason| PracticeFileError::Read { path: path.to_owned(), reason })?;
    read_from(BufReader::new(file), path)
}

/// The events in a stream; `name` is how it is called in messages.
pub fn read_from(mut stream: impl BufRead, name: &Path) -> Result<Vec<Practice>, PracticeFileError> {
    let path = || name.to_owned();
    let mut next = |number: usize| next_line(&mut stream, name, number);
    let heading = next(1)?.filter(|line| line.is_whole).ok_or_else(|| PracticeFileError::Foreign { path: path() })?;
    let format: Format =
        serde_json::from_slice(&heading.text).map_err(|_| PracticeFileError::Foreign { path: path() })?;
    if format.greenroom_practice > FORMAT {
        return Err(PracticeFileError::NewerFormat { path: path(), found: format.greenroom_practice });
    }
    let heading: Heading =
        serde_json::from_slice(&heading.text).map_err(|_| PracticeFileError::Foreign { path: path() })?;
    let mut events = Vec::new();
    let mut number = 1;
    loop {
        number += 1;
        let wrong = |reason: String| PracticeFileError::Line { path: path(), line: number, reason };
        let Some(line) = next(number)? else {
            if events.len() < heading.events {
                let missing = format!("the file ends here, and {} events were written", heading.events);
                return Err(wrong(missing));
            }
            return Ok(events);
        };
        if !line.is_whole {
            return Err(wrong("the line is cut off".to_owned()));
        }
        if events.len() == heading.events {
            return Err(wrong(format!("only {} events were written, and here is one more line", heading.events)));
        }
        let event: Practice = serde_json::from_slice(&line.text).map_err(|error| wrong(reason(&error)))?;
        match event.problem() {
            Some(problem) => return Err(wrong(problem)),
            None => events.push(event),
        }
    }
}

struct Line {
    text: Vec<u8>,
    /// It has its end.
    is_whole: bool,
}

fn next_line(stream: &mut impl BufRead, name: &Path, number: usize) -> Result<Option<Line>, PracticeFileError> {
    let mut text = Vec::new();
    let read = stream.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut text);
    let count = read.map_err(|reason| PracticeFileError::Read { path: name.to_owned(), reason })?;
    if count as u64 == LONGEST_LINE && !text.ends_with(b"\n") {
        let error = match number {
            1 => PracticeFileError::Foreign { path: name.to_owned() },
            _ => {
                let reason = format!("the line has more than {LONGEST_LINE} bytes");
                PracticeFileError::Line { path: name.to_owned(), line: number, reason }
            }
        };
        return Err(error);
    }
    Ok((count > 0).then(|| Line { is_whole: text.ends_with(b"\n"), text }))
}

/// What is wrong with a line, without the place that serde counts within it.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    format!("this is no event of a practice record: {text}")
}

/// A reason without the name of the file that stood in for the wanted one.
fn plain(reason: &io::Error) -> String {
    let text = reason.to_string();
    text.split_once(" at path ").map_or(text.as_str(), |(text, _)| text).to_owned()
}

/// Whether a file begins as ours do.
fn is_ours(path: &Path) -> bool {
    if !path.is_file() {
        return false;
    }
    let start = File::open(path).and_then(|file| {
        let mut line = Vec::new();
        BufReader::new(file).take(LONGEST_LINE).read_until(b'\n', &mut line).map(|_| line)
    });
    start.is_ok_and(|line| serde_json::from_slice::<Format>(&line).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::practised;

    fn events() -> Vec<Practice> {
        vec![practised(1, 1, "gil"), practised(2, 2, "slots"), practised(3, 2, "gil")]
    }

    fn told(text: &[u8]) -> String {
        read_from(text, Path::new("her.jsonl")).unwrap_err().to_string()
    }

    #[test]
    fn what_was_written_is_read_back() {
        let text = render(&events());
        assert_eq!(text.lines().next(), Some(r#"{"greenroom_practice":1,"events":3}"#));
        assert_eq!(read_from(text.as_bytes(), Path::new("x")).unwrap(), events());
        assert_eq!(read_from(render(&[]).as_bytes(), Path::new("x")).unwrap(), []);
    }

    #[test]
    fn a_file_that_is_cut_anywhere_is_refused_with_the_line() {
        let text = render(&events());
        for length in 1..text.len() {
            let line = text[..length].lines().count() + usize::from(text[..length].ends_with('\n'));
            let message = told(&text.as_bytes()[..length]);
            assert!(message.starts_with(&format!("her.jsonl:{line}: ")), "{length}: {message}");
        }
        assert_eq!(told(b""), "her.jsonl:1: this is no file of `greenroom progress export`");
    }

    #[test]
    fn a_changed_line_is_refused_with_its_number_and_its_reason() {
        let text = render(&events());
        let message = told(text.replace("\"slots\"", "\"Slots\"").as_bytes());
        assert_eq!(message, "her.jsonl:3: `slug` is no name of a question; nothing of the file was taken");
        let message = told(text.replacen("\"watch\"", "\"dance\"", 1).as_bytes());
        assert!(
            message.starts_with("her.jsonl:2: this is no event of a practice record: unknown variant `dance`"),
            "{message}"
        );
        let message = told((text.clone() + "{}\n").as_bytes());
        assert!(message.starts_with("her.jsonl:5: only 3 events were written"), "{message}");
        let message = told(text.replacen('\n', &format!("\n{}\n", "x".repeat(10_000)), 1).as_bytes());
        assert!(message.starts_with("her.jsonl:2: the line has more than 4096 bytes"), "{message}");
    }

    #[test]
    fn other_files_and_newer_ones_are_refused() {
        for foreign in [&b"shopping list\n"[..], b"{}\n", b"[1]\n", b"\xff\xfe\n", b"\n", &[b'x'; 100_000]] {
            assert_eq!(told(foreign), "her.jsonl:1: this is no file of `greenroom progress export`");
        }
        let newer = render(&events()).replacen(":1,", ":2,\"mood\":3,", 1);
        assert!(told(newer.as_bytes()).contains("format 2, newer than the 1"), "{}", told(newer.as_bytes()));
    }

    #[test]
    fn a_file_of_ours_is_replaced_and_any_other_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("practice.jsonl");
        write(&path, &events()[..1]).unwrap();
        write(&path, &events()).unwrap();
        assert_eq!(read(&path).unwrap(), events());
        std::fs::write(&path, "def f():\n    return 1\n").unwrap();
        assert!(write(&path, &events()).unwrap_err().to_string().contains("name another"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "def f():\n    return 1\n");
        assert!(matches!(write(folder.path(), &[]), Err(PracticeFileError::Occupied { .. })));
    }
}
