//! The journal: whatever ends a save, what was said to be kept is there, and nothing else.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use greenroom::model::event::{CheckSummary, Ending, Event, Occasion, Record};
use greenroom::model::verdict::Verdict;
use greenroom::store::journal::Journal;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::faults::{ALL, Faults, Trouble};
use crate::keeping::{event, keep, kept, moment, records};
use crate::play::{Playing, resume_and_finish, start};
use crate::support::{Bench, PROBE, PROBE_OK, memory_dir};

/// The journal opens, holds the events up to some number from `least` to `most` and nothing else, and takes the next one.
#[track_caller]
fn assert_holds(home: &Path, session: &str, least: u64, most: u64) {
    let mut journal = Journal::open(home).unwrap();
    let found = journal.records(session).unwrap();
    let count = found.len() as u64;
    assert!((least..=most).contains(&count), "{count} events, and {least} were said to be kept");
    assert!(found == records(session, count), "the first {count} events are not what was kept");
    let next = journal.append(session, moment(count + 1), &event(session, count + 1)).unwrap();
    assert_eq!(next.sequence, count + 1);
}

/// Case 1.
#[test]
fn a_kill_at_any_call_of_a_save_takes_nothing_that_was_kept() {
    for trouble in [Trouble::Kill, Trouble::Tear] {
        for call in 1.. {
            let home = memory_dir();
            let faults = Faults::new(home.path());
            faults.arm(trouble, call, i64::MAX, ALL);
            let output = keep(home.path(), "k7qd", 4, &faults.environment()).output().unwrap();
            let kept = kept(&output);
            assert_holds(home.path(), "k7qd", kept, kept + 1);
            if output.status.success() {
                assert_eq!(kept, 4);
                assert!(call > 60, "four saves took {call} calls: the disk is not looked at");
                break;
            }
            assert_eq!(output.status.signal(), Some(9), "{output:?}");
        }
    }
}

/// The journal of four saves, and what it holds.
fn four_saves() -> (TempDir, Vec<Record>) {
    let home = memory_dir();
    let output = keep(home.path(), "k7qd", 4, &[]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    (home, records("k7qd", 4))
}

/// What a journal with this content says of its session: what was kept, or that it is damaged. Anything else fails.
#[track_caller]
fn assert_true_or_damaged(content: &[u8], beside: Option<&[u8]>, truth: &[Record], what: &str) -> bool {
    let home = memory_dir();
    fs::write(home.path().join("journal.sqlite"), content).unwrap();
    if let Some(beside) = beside {
        fs::write(home.path().join("journal.sqlite-journal"), beside).unwrap();
    }
    match Journal::open(home.path()).and_then(|journal| journal.records("k7qd")) {
        Ok(found) => {
            assert!(found == truth || content.is_empty(), "{what}: {} events that were never kept so", found.len());
            !content.is_empty()
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

/// Case 2: the file ends too early, or a part of it was never written. (`power.rs` tears it while it is written.)
#[test]
fn a_torn_journal_tells_the_truth_or_that_it_is_damaged() {
    let (home, truth) = four_saves();
    let whole = fs::read(home.path().join("journal.sqlite")).unwrap();
    assert!(assert_true_or_damaged(&whole, None, &truth, "whole"));
    for length in (0..whole.len()).step_by(61) {
        assert!(!assert_true_or_damaged(&whole[..length], None, &truth, &format!("cut at {length}")));
    }
    for start in (0..whole.len()).step_by(512) {
        let mut torn = whole.clone();
        torn[start..start + 512].fill(0);
        assert_true_or_damaged(&torn, None, &truth, &format!("zeros from {start}"));
    }
}

/// Case 2: a rollback journal that is torn anywhere, beside a file that was not touched yet.
#[test]
fn a_torn_rollback_journal_changes_nothing() {
    let home = memory_dir();
    keep(home.path(), "k7qd", 4, &[]).output().unwrap();
    let before = fs::read(home.path().join("journal.sqlite")).unwrap();
    let faults = Faults::new(home.path());
    // The first write to the file itself comes after the rollback journal is whole.
    let wanted = (1..).find_map(|call| {
        faults.arm(Trouble::Kill, call, i64::MAX, ALL);
        keep(home.path(), "k7qd", 5, &faults.environment()).output().unwrap();
        let rollback = fs::read(home.path().join("journal.sqlite-journal")).unwrap_or_default();
        let is_touched = fs::read(home.path().join("journal.sqlite")).unwrap() != before;
        let found = is_touched.then_some(rollback);
        fs::write(home.path().join("journal.sqlite"), &before).unwrap();
        let _ = fs::remove_file(home.path().join("journal.sqlite-journal"));
        found
    });
    let (rollback, truth) = (wanted.unwrap(), records("k7qd", 4));
    assert!(rollback.len() > 8_000, "{} bytes", rollback.len());
    for length in (0..=rollback.len()).step_by(41).chain(0..=600) {
        assert!(assert_true_or_damaged(&before, Some(&rollback[..length]), &truth, &format!("cut at {length}")));
    }
}

/// Case 3.
#[test]
fn a_flipped_bit_anywhere_is_noticed_or_changes_nothing() {
    let (home, truth) = four_saves();
    let whole = fs::read(home.path().join("journal.sqlite")).unwrap();
    let mut noticed = 0;
    for (place, bit) in (0..whole.len()).step_by(23).zip((0..8).cycle()) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << bit;
        noticed += u64::from(!assert_true_or_damaged(&flipped, None, &truth, &format!("bit {bit} of byte {place}")));
    }
    assert!(noticed > 100, "only {noticed} flips were noticed");
}

/// Cases 3 and 14: an event that somebody changed by hand. Its session is refused and named; all others go on.
#[test]
fn a_session_with_a_damaged_event_is_named_and_others_go_on() {
    for (sequence, change) in [(1, "changed"), (1, "no JSON"), (2, "changed"), (3, "removed"), (4, "no JSON")] {
        let bench = Bench::new();
        for session in ["aaaa", "bbbb"] {
            assert!(keep(&home(&bench), session, 4, &[]).output().unwrap().status.success());
        }
        let connection = Connection::open(bench.path("home/journal.sqlite")).unwrap();
        let row = ("aaaa", sequence);
        let changed = match change {
            "changed" => connection.execute(
                "UPDATE event SET event = replace(replace(event, '\"seed\":7', '\"seed\":8'), '\"sha256\":\"0', '\"sha256\":\"1')
                 WHERE session = ? AND sequence = ?",
                row,
            ),
            "removed" => connection.execute("DELETE FROM event WHERE session = ? AND sequence = ?", row),
            _ => connection.execute("UPDATE event SET event = x'ff'||'?' WHERE session = ? AND sequence = ?", row),
        };
        assert_eq!(changed, Ok(1));
        drop(connection);
        let what = format!("event {sequence} {change}");
        let named = format!("event {sequence} of session `aaaa`");
        for command in ["resume", "replay"] {
            let ran = bench.run([command, "aaaa"]).expect(3);
            assert!(ran.stderr.contains(&named) && ran.stderr.contains("is damaged"), "{what}: {}", ran.whole());
        }
        let journal = Journal::open(&home(&bench)).unwrap();
        assert_eq!(journal.records("bbbb").unwrap(), records("bbbb", 4), "{what}");
        // A new interview begins, and is the one that `resume` finds.
        let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(Stdio::null()));
        playing.say("quit\n");
        assert_eq!(playing.end(), Some(0), "{what}: {}", playing.heard);
        resume_and_finish(&bench);
    }
}

/// Cases 3 and 14: what is told of all interviews together is told of all others.
#[test]
fn a_damaged_session_is_left_out_of_sums_and_named() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    for session in ["aaaa", "bbbb"] {
        assert!(keep(&home(&bench), session, 4, &[]).output().unwrap().status.success());
        let mut journal = Journal::open(&home(&bench)).unwrap();
        let result = CheckSummary {
            question: 0,
            sha256: format!("{:064x}", 4),
            occasion: Occasion::Bell,
            verdict: Verdict::Fail,
            passed: 0,
            total: 1,
            failed: vec!["sample_a".to_owned()],
            not_run: Vec::new(),
        };
        for event in [Event::Bell { why: Ending::Candidate }, Event::Checked(result), Event::Finished] {
            journal.append(session, moment(5), &event).unwrap();
        }
    }
    let connection = Connection::open(bench.path("home/journal.sqlite")).unwrap();
    let change = "UPDATE event SET content = x'00' WHERE session = 'aaaa' AND sequence = 3";
    assert_eq!(connection.execute(change, []), Ok(1));
    drop(connection);
    let bank = bank.to_str().unwrap();
    for arguments in [&["progress"] as &[&str], &["export", "--missed", "--md", "missed.md"]] {
        let ran = bench.run(arguments.iter().chain(&["--bank", bank])).expect(0);
        assert!(ran.stderr.contains("a session is left out: event 3 of session `aaaa`"), "{}", ran.whole());
    }
    assert!(fs::read_to_string(bench.path("missed.md")).unwrap().contains("Probe"));
    bench.run(["report", "aaaa"]).expect(3);
    bench.run(["report", "bbbb", "--bank", bank]).expect(0);
}

fn home(bench: &Bench) -> PathBuf {
    let home = bench.path("home");
    fs::create_dir_all(&home).unwrap();
    home
}

/// Case 14: line ends and a byte order mark of an editor that took it for a text.
#[test]
fn a_journal_that_an_editor_saved_as_text_is_refused_and_left_as_it_is() {
    let (kept, _) = four_saves();
    let whole = fs::read(kept.path().join("journal.sqlite")).unwrap();
    let mut ends = Vec::new();
    for byte in &whole {
        ends.extend_from_slice(if *byte == b'\n' { b"\r\n" } else { std::slice::from_ref(byte) });
    }
    for edited in [[b"\xef\xbb\xbf", &whole[..]].concat(), ends] {
        let bench = Bench::new();
        let path = home(&bench).join("journal.sqlite");
        fs::write(&path, &edited).unwrap();
        for arguments in [&["resume"] as &[&str], &["report"], &["start", "--minutes", "6"]] {
            let ran = bench.run(arguments).expect(3);
            assert!(ran.stderr.contains("move it away"), "{}", ran.whole());
        }
        assert!(fs::read(&path).unwrap() == edited);
        assert_eq!(fs::read_dir(home(&bench)).unwrap().flatten().count(), 2, "the journal and the lock");
    }
}

/// Case 7.
#[test]
fn two_processes_that_keep_a_thousand_events_each_lose_and_mix_none() {
    let home = memory_dir();
    let children = ["aaaa", "bbbb"].map(|session| {
        let child = keep(home.path(), session, 1_000, &[]).stdout(Stdio::piped()).spawn().unwrap();
        (session, child)
    });
    for (session, child) in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && kept(&output) == 1_000, "{output:?}");
        assert!(Journal::open(home.path()).unwrap().records(session).unwrap() == records(session, 1_000));
    }
}

/// Case 13.
#[test]
fn a_journal_of_a_newer_greenroom_is_exit_3_and_untouched() {
    let bench = Bench::new();
    keep(&home(&bench), "k7qd", 4, &[]).output().unwrap();
    let path = bench.path("home/journal.sqlite");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(&path).unwrap();
    for arguments in [&["resume"] as &[&str], &["report"], &["replay"], &["start", "--minutes", "6"]] {
        let ran = bench.run(arguments).expect(3);
        assert!(ran.stderr.contains("has format 99, newer than"), "{}", ran.whole());
    }
    assert!(fs::read(&path).unwrap() == before);
}

/// Case 12. No snapshot is needed: what a start reads does not grow with the journal.
#[test]
fn a_journal_of_a_hundred_megabytes_is_opened_as_fast_as_a_small_one() {
    let bench = Bench::new();
    keep(&home(&bench), "k7qd", 4, &[]).output().unwrap();
    let open = || {
        let start = Instant::now();
        // Unknown: it looks at every session, and at nothing else.
        bench.run(["resume", "none"]).expect(2);
        start.elapsed()
    };
    let small = (0..5).map(|_| open()).min().unwrap();
    let connection = Connection::open(bench.path("home/journal.sqlite")).unwrap();
    connection
        .execute_batch(
            "WITH RECURSIVE number(n) AS (SELECT 5 UNION ALL SELECT n + 1 FROM number WHERE n < 504)
             INSERT INTO event SELECT session, n, wall_ms, boottime_ns, boot, event, randomblob(200000), digest
             FROM event, number WHERE sequence = 4;
             INSERT INTO event SELECT session, 505, wall_ms, boottime_ns, boot, event, content, digest
             FROM event WHERE sequence = 4",
        )
        .unwrap();
    drop(connection);
    assert!(bench.path("home/journal.sqlite").metadata().unwrap().len() > 100_000_000);
    let large = (0..5).map(|_| open()).min().unwrap();
    assert!(large < 3 * small + Duration::from_millis(100), "{large:?}, and {small:?} with a small journal");
}
