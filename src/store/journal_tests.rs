//! What holds for the journal, on disks that work.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::model::event::{Boot, Event, Moment, Record, Started, Stop};
use crate::model::isolation::Level;
use crate::store::journal::{Journal, JournalError};

fn at(seconds: u64) -> Moment {
    Moment { wall_ms: 1_000 * seconds as i64, boottime_ns: 1_000_000_000 * seconds, boot: Boot(7) }
}

fn started(session: &str) -> Event {
    Event::Started(Box::new(Started {
        session: session.to_owned(),
        greenroom: "0.1.0".to_owned(),
        plan: None,
        title: "Thirty minutes".to_owned(),
        seed: 7,
        bank_hash: "ab".to_owned(),
        banks: Vec::new(),
        minutes: 30,
        topics: Vec::new(),
        levels: Vec::new(),
        conditions: Default::default(),
        questions: Vec::new(),
        remarks: Vec::new(),
        folder: PathBuf::from("/tmp/here"),
        level: Level::Full,
        python: "3.11.7".to_owned(),
    }))
}

fn saved(content: &[u8]) -> Event {
    Event::Saved { question: 0, sha256: "cd".to_owned(), content: content.to_vec() }
}

fn message(home: &Path) -> String {
    let message = Journal::open(home).unwrap_err().to_string();
    message.replace(&home.display().to_string(), "")
}

#[test]
fn what_was_appended_is_read_back_by_the_next_process() {
    let home = tempfile::tempdir().unwrap();
    let events = [started("k7qd"), saved(b"x = 1\0\xff"), Event::Suspended { why: Stop::Quit }, Event::Resumed];
    let mut journal = Journal::open(home.path()).unwrap();
    let kept: Vec<Record> =
        events.iter().zip(1..).map(|(event, second)| journal.append("k7qd", at(second), event).unwrap()).collect();
    drop(journal);
    let journal = Journal::open(home.path()).unwrap();
    assert_eq!(journal.records("k7qd").unwrap(), kept);
    assert_eq!(kept.iter().map(|record| record.sequence).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(journal.records("none").unwrap().is_empty());
}

#[test]
fn a_reader_makes_nothing_and_changes_nothing_and_reads_beside_a_writer() {
    let home = tempfile::tempdir().unwrap();
    assert!(Journal::open_to_read(home.path()).unwrap().is_none());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    let mut journal = Journal::open(home.path()).unwrap();
    journal.append("k7qd", at(1), &started("k7qd")).unwrap();
    let reader = Journal::open_to_read(home.path()).unwrap().unwrap();
    journal.append("k7qd", at(2), &saved(b"x")).unwrap();
    assert_eq!(reader.records("k7qd").unwrap().len(), 2);
    drop(journal);
    let before = std::fs::read(home.path().join("journal.sqlite")).unwrap();
    let mut reader = Journal::open_to_read(home.path()).unwrap().unwrap();
    assert_eq!(reader.sessions().unwrap().len(), 1);
    assert!(reader.append("k7qd", at(3), &Event::Resumed).is_err());
    assert_eq!(std::fs::read(home.path().join("journal.sqlite")).unwrap(), before);
}

#[test]
fn a_reader_takes_back_what_a_process_that_died_left_half_written() {
    let (home, dead) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut journal = Journal::open(home.path()).unwrap();
    journal.append("k7qd", at(1), &started("k7qd")).unwrap();
    // A cache of one page makes SQLite write to the file before the commit.
    journal.connection_mut().pragma_update(None, "cache_size", 1).unwrap();
    let transaction = journal.connection_mut().transaction().unwrap();
    for sequence in 2..200 {
        let row = ("k7qd", sequence, 0, 0, "", "x".repeat(500), Vec::<u8>::new());
        transaction.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, NULL, ?)", row).unwrap();
    }
    for name in ["journal.sqlite", "journal.sqlite-journal"] {
        std::fs::copy(home.path().join(name), dead.path().join(name)).unwrap();
    }
    let reader = Journal::open_to_read(dead.path()).unwrap().unwrap();
    assert_eq!(reader.records("k7qd").unwrap().len(), 1);
}

#[test]
fn a_reader_refuses_what_is_no_journal() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.sqlite");
    std::fs::write(&path, "shopping list, long enough to be no empty database").unwrap();
    assert!(matches!(Journal::open_to_read(home.path()), Err(JournalError::Foreign { .. })));
    std::fs::write(&path, "").unwrap();
    assert!(Journal::open_to_read(home.path()).unwrap().is_none());
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    assert!(matches!(Journal::open_to_read(home.path()), Err(JournalError::NotAFile { .. })));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_utf_8_is_an_error() {
    let home = tempfile::tempdir().unwrap();
    let Event::Started(mut strange) = started("k7qd") else { unreachable!() };
    strange.folder = PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"/tmp/\xff"));
    let error = Journal::open(home.path()).unwrap().append("k7qd", at(1), &Event::Started(strange)).unwrap_err();
    assert!(error.to_string().contains("UTF-8"), "{error}");
}

#[test]
fn sessions_are_listed_with_how_they_stand() {
    let home = tempfile::tempdir().unwrap();
    let mut journal = Journal::open(home.path()).unwrap();
    journal.append("late", at(20), &started("late")).unwrap();
    journal.append("early", at(10), &started("early")).unwrap();
    journal.append("early", at(90), &Event::Finished).unwrap();
    let sessions = journal.sessions().unwrap();
    let rows: Vec<_> = sessions.iter().map(|entry| (entry.started.session.as_str(), entry.finished)).collect();
    assert_eq!(rows, [("early", true), ("late", false)]);
    journal.append("late", at(1), &Event::Alive).unwrap();
    let sessions = journal.sessions().unwrap();
    assert!(sessions[1].last_place > sessions[0].last_place, "a clock that was set back makes nobody earlier");
}

#[test]
fn two_processes_that_append_lose_nothing() {
    let home = tempfile::tempdir().unwrap();
    Journal::open(home.path()).unwrap().append("k7qd", at(1), &started("k7qd")).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut journal = Journal::open(home.path()).unwrap();
                for _ in 0..20 {
                    journal.append("k7qd", at(2), &Event::Alive).unwrap();
                }
            });
        }
    });
    assert_eq!(Journal::open(home.path()).unwrap().records("k7qd").unwrap().len(), 41);
}

#[test]
fn a_flipped_bit_is_named_by_its_event() {
    let home = tempfile::tempdir().unwrap();
    let mut journal = Journal::open(home.path()).unwrap();
    journal.append("k7qd", at(1), &started("k7qd")).unwrap();
    journal.append("k7qd", at(2), &saved(b"a long answer that is easy to find")).unwrap();
    drop(journal);
    let path = home.path().join("journal.sqlite");
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.windows(6).position(|window| window == b"answer").unwrap();
    bytes[place] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let message = Journal::open(home.path()).unwrap().records("k7qd").unwrap_err().to_string();
    assert!(message.starts_with("event 2 of session `k7qd`"), "{message}");
}

#[test]
fn an_event_that_was_removed_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let mut journal = Journal::open(home.path()).unwrap();
    for event in [started("k7qd"), Event::Alive, Event::Alive] {
        journal.append("k7qd", at(1), &event).unwrap();
    }
    journal.connection_mut().execute("DELETE FROM event WHERE sequence = 2", []).unwrap();
    assert!(matches!(journal.records("k7qd"), Err(JournalError::DamagedEvent { sequence: 2, .. })));
}

#[test]
fn a_newer_format_is_refused_and_left_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let journal = Journal::open(home.path()).unwrap();
    journal.connection().pragma_update(None, "user_version", 2).unwrap();
    drop(journal);
    let path = home.path().join("journal.sqlite");
    let before = std::fs::read(&path).unwrap();
    assert_eq!(
        message(home.path()),
        "the journal `/journal.sqlite` has format 2, newer than the 1 this greenroom writes; update greenroom"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn other_files_in_its_place_are_refused_and_left_as_they_are() {
    let remedy = "; move it away and greenroom starts a new one";
    for (content, wanted) in [
        (&b"shopping list, long enough to be no empty database"[..], "`/journal.sqlite` is not a journal of greenroom"),
        (&[b"SQLite format 3\0", &[0xff; 4080][..]].concat()[..], "`/journal.sqlite` is not a journal of greenroom"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("journal.sqlite");
        std::fs::write(&path, content).unwrap();
        assert_eq!(message(home.path()), format!("{wanted}{remedy}"));
        assert_eq!(std::fs::read(&path).unwrap(), content);
    }
    let home = tempfile::tempdir().unwrap();
    Connection::open(home.path().join("journal.sqlite")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert_eq!(message(home.path()), format!("`/journal.sqlite` is not a journal of greenroom{remedy}"));
}

#[cfg(unix)]
#[test]
fn a_folder_a_link_and_a_fifo_in_its_place_are_refused() {
    let remedy = "; move it away and greenroom starts a new one";
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.sqlite");
    std::fs::create_dir(&path).unwrap();
    assert_eq!(message(home.path()), format!("the journal `/journal.sqlite` is a folder{remedy}"));
    std::fs::remove_dir(&path).unwrap();
    std::os::unix::fs::symlink("elsewhere", &path).unwrap();
    assert_eq!(message(home.path()), format!("the journal `/journal.sqlite` is a link{remedy}"));
    std::fs::remove_file(&path).unwrap();
    rustix::fs::mkfifoat(rustix::fs::CWD, &path, rustix::fs::Mode::RUSR).unwrap();
    assert_eq!(message(home.path()), format!("the journal `/journal.sqlite` is a FIFO{remedy}"));
}

#[test]
fn a_torn_file_is_reported_as_damaged() {
    let home = tempfile::tempdir().unwrap();
    let mut journal = Journal::open(home.path()).unwrap();
    journal.append("k7qd", at(1), &started("k7qd")).unwrap();
    drop(journal);
    let path = home.path().join("journal.sqlite");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[4096..].fill(0xa5);
    std::fs::write(&path, bytes).unwrap();
    let error = Journal::open(home.path()).and_then(|journal| journal.records("k7qd")).unwrap_err();
    assert!(matches!(error, JournalError::Corrupt { .. }), "{error}");
}

#[test]
fn a_full_disk_is_said_and_what_was_kept_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut journal = Journal::open(home.path()).unwrap();
    journal.append("k7qd", at(1), &started("k7qd")).unwrap();
    let pages: i64 = journal.connection_mut().pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    journal.connection_mut().query_row("PRAGMA max_page_count = 7", [], |_| Ok(())).unwrap();
    assert!(pages < 7);
    let error = journal.append("k7qd", at(2), &saved(&[b'#'; 100_000])).unwrap_err();
    assert!(matches!(error, JournalError::Full { .. }), "{error}");
    journal.append("k7qd", at(3), &Event::Alive).unwrap();
    assert_eq!(journal.records("k7qd").unwrap().len(), 2);
}

#[test]
fn a_journal_that_cannot_be_written_says_so() {
    let home = tempfile::tempdir().unwrap();
    let mut journal = Journal::open(home.path()).unwrap();
    journal.connection_mut().pragma_update(None, "query_only", true).unwrap();
    let error = journal.append("k7qd", at(1), &started("k7qd")).unwrap_err();
    assert!(matches!(error, JournalError::ReadOnly { .. }), "{error}");
    assert!(Journal::open(&home.path().join("none")).unwrap_err().to_string().contains("cannot be written"));
}
