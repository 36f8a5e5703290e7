//! The journal: whatever ends a save, what was said to be kept is there, and nothing else.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use greenroom::store::journal::Journal;

use crate::faults::{ALL, Faults, Trouble};
use crate::keeping::{event, keep, kept, moment, records};
use crate::support::memory_dir;

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
