//! A manifest of submissions: a table or JSON lines that say whose each file is, which question it answers and when it was
//! handed in.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use crate::store::listing::{Found, Listing, Other};

/// What a manifest in the folder of submissions is called.
pub const NAMES: [&str; 2] = ["submissions.csv", "submissions.jsonl"];

/// The longest manifest in bytes.
// Receipt: 50,000 lines of 100 bytes are 5 MB.
pub const MAX_MANIFEST_BYTES: usize = 64 * 1024 * 1024;

/// The longest name of a candidate in bytes: names stand in every line of every report.
const MAX_CANDIDATE_BYTES: usize = 1024;

/// One line. Other columns and fields mean nothing here.
#[derive(Debug, Deserialize)]
struct Line {
    candidate: String,
    question: String,
    /// Relative to the folder of submissions.
    path: String,
    #[serde(default)]
    submitted: Option<String>,
}

/// The answers that a manifest names. `name` decides the format: `.csv`, or JSON lines. A table without its columns is an
/// error; a line that is wrong is one of the others.
pub fn read(name: &OsStr, bytes: &[u8]) -> Result<Listing, String> {
    let mut listing = Listing::default();
    let shown = Path::new(name).file_name().unwrap_or(name).to_owned();
    if Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
        read_table(&mut listing, &shown, bytes)?;
    } else {
        let lines = bytes.split(|byte| *byte == b'\n').enumerate();
        for (index, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
            let read = serde_json::from_slice(line).map_err(|error| error.to_string());
            add(&mut listing, &shown, index as u64 + 1, read);
        }
    }
    listing.candidates.sort();
    listing.candidates.dedup();
    Ok(listing)
}

fn read_table(listing: &mut Listing, shown: &OsStr, bytes: &[u8]) -> Result<(), String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut table = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::Headers).from_reader(bytes);
    let headers = table.headers().map_err(|error| error.to_string())?.clone();
    for column in ["candidate", "question", "path"] {
        if !headers.iter().any(|header| header == column) {
            return Err(format!("has no column `{column}`; the first line must name candidate, question and path"));
        }
    }
    let mut row = csv::StringRecord::new();
    loop {
        let read = match table.read_record(&mut row) {
            Ok(false) => return Ok(()),
            Ok(true) => row.deserialize(Some(&headers)).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        let number = row.position().map_or(0, csv::Position::line);
        add(listing, shown, number, read);
    }
}

fn add(listing: &mut Listing, shown: &OsStr, number: u64, line: Result<Line, String>) {
    let place = || {
        let mut place = OsString::from(format!("line {number} of "));
        place.push(shown);
        place
    };
    let line = match line {
        Ok(line) => line,
        Err(why) => return listing.others.push(Other { place: place(), why, candidate: None, question: None }),
    };
    let why = if line.candidate.is_empty() || line.candidate.len() > MAX_CANDIDATE_BYTES {
        Some(format!("names a candidate with {} bytes; it must have 1 to {MAX_CANDIDATE_BYTES}", line.candidate.len()))
    } else if !stays_within(Path::new(&line.path)) {
        Some("names no path within the folder of submissions".to_owned())
    } else {
        None
    };
    if let Some(why) = why {
        return listing.others.push(Other { place: place(), why, candidate: None, question: None });
    }
    let candidate = OsString::from(line.candidate);
    listing.candidates.push(candidate.clone());
    listing.answers.push(Found {
        candidate,
        path: PathBuf::from(line.path),
        question: line.question,
        any_extension: true,
        submitted: line.submitted.filter(|time| !time.trim().is_empty()),
    });
}

/// Judged by the path alone; a link on the way is refused when the file is read.
fn stays_within(path: &Path) -> bool {
    path.file_name().is_some() && path.components().all(|component| matches!(component, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(listing: &Listing) -> Vec<String> {
        let answers = listing.answers.iter().map(|found| {
            format!("{:?} {} {} {:?}", found.candidate, found.question, found.path.display(), found.submitted)
        });
        answers.chain(listing.others.iter().map(|other| format!("{} {}", other.place.display(), other.why))).collect()
    }

    #[test]
    fn a_table_has_its_columns_in_any_order_and_quotes_where_they_are_needed() {
        let table = "\u{feff}path,question,extra,candidate,submitted\na/1.py,two-sum,x,\"Lovelace, \"\"Ada\"\"\nx\",\nb.py,gil,,bob,2026-11-21T10:00Z\n";
        let listing = read(OsStr::new("x/submissions.csv"), table.as_bytes()).unwrap();
        let expected = [r#""Lovelace, \"Ada\"\nx" two-sum a/1.py None"#, r#""bob" gil b.py Some("2026-11-21T10:00Z")"#];
        assert_eq!(facts(&listing), expected);
    }

    #[test]
    fn a_line_that_is_wrong_is_named_and_the_others_are_read() {
        let table = b"candidate,question,path\nada,gil\nbob,gil,b.py\n\"c\xff\",gil,c.py\n,gil,d.py\n";
        let listing = read(OsStr::new("submissions.csv"), table).unwrap();
        let facts = facts(&listing);
        assert!(facts.iter().any(|fact| fact.starts_with("\"bob\" gil b.py")), "{facts:?}");
        assert!(facts.iter().any(|fact| fact.starts_with("line 2 of submissions.csv")), "{facts:?}");
        assert!(facts.iter().any(|fact| fact.contains("a candidate with 0 bytes")), "{facts:?}");
        let lines = b"{\"candidate\": \"ada\", \"question\": \"gil\", \"path\": \"a.md\", \"grade\": 1}\n\n{]\n\xff\n";
        let listing = read(OsStr::new("m.jsonl"), lines).unwrap();
        assert_eq!((listing.answers.len(), listing.others.len()), (1, 2));
        assert_eq!(listing.others[0].place, "line 3 of m.jsonl");
    }

    #[test]
    fn a_table_without_its_columns_is_an_error() {
        let error = read(OsStr::new("s.csv"), b"name,question,path\n").unwrap_err();
        assert!(error.contains("no column `candidate`"), "{error}");
        assert!(read(OsStr::new("s.csv"), b"").is_err());
    }
}
