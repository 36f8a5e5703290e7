//! The disk: it is full, it fails, it cannot be written. Nothing is called kept that is not, and nothing is kept twice.

use std::fs;
use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use greenroom::store::journal::Journal;

use crate::faults::{ALL, Faults, SYNCS, Trouble, WRITES};
use crate::keeping::{keep, keep_on, records};
use crate::play::{Playing, events, report, resume_and_finish, save, start};
use crate::support::{Bench, PROBE_OK, memory_dir, ran};

/// Cases 4 and 5.
#[test]
fn a_disk_that_fails_at_any_call_of_a_save_loses_and_doubles_nothing() {
    for trouble in [Trouble::Full, Trouble::Broken] {
        for call in 1.. {
            let home = memory_dir();
            assert!(keep(home.path(), "k7qd", 1, &[]).output().unwrap().status.success());
            let faults = Faults::new(home.path());
            faults.arm(trouble, call, call, ALL);
            let output = keep_on(home.path(), "k7qd", 4, &faults.environment()).output().unwrap();
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success(), "{call}: {output:?}");
            assert!(said.contains("lost 0"), "{trouble:?} at {call}: {said}");
            let found = Journal::open(home.path()).unwrap().records("k7qd").unwrap();
            assert!(found == records("k7qd", 4), "{trouble:?} at {call}: {} events; {said}", found.len());
            if faults.count() < call {
                break;
            }
        }
    }
}

/// Case 4.
#[test]
fn on_a_full_disk_the_interview_goes_on_and_exit_3_says_what_was_lost() {
    let bench = Bench::new();
    fs::create_dir(bench.path("home")).unwrap();
    let faults = Faults::new(&bench.path("home"));
    let mut playing = Playing::begin(&bench, start(&bench, &[]).envs(faults.environment()).stdout(Stdio::null()));
    faults.arm(Trouble::Full, 1, i64::MAX, WRITES | SYNCS);
    save(&bench, PROBE_OK);
    playing.expect("no space is left for the journal");
    playing.expect("Q1 not kept: pass, samples 1 of 1");
    playing.say("flag\ncheck\n");
    playing.expect("hidden 1 of 1");
    playing.say("quit\n");
    assert_eq!(playing.end(), Some(3), "{}", playing.heard);
    assert!(playing.heard.contains("5 events could not be written to the journal"), "{}", playing.heard);
    assert!(!playing.heard.contains("Q1 saved"), "{}", playing.heard);
    assert_eq!(events(&bench), "started");
    // The file is there: the answer counts.
    resume_and_finish(&bench);
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

/// Case 4.
#[test]
fn once_there_is_space_again_all_that_waited_is_kept() {
    for trouble in [Trouble::Full, Trouble::Broken] {
        let bench = Bench::new();
        fs::create_dir(bench.path("home")).unwrap();
        let faults = Faults::new(&bench.path("home"));
        let mut playing = Playing::begin(&bench, start(&bench, &[]).envs(faults.environment()).stdout(Stdio::null()));
        faults.arm(trouble, 1, i64::MAX, ALL);
        playing.say("flag\n");
        playing.expect("the journal `");
        faults.disarm();
        playing.say("flag\n");
        playing.expect("nothing was lost");
        playing.say("quit\n");
        assert_eq!(playing.end(), Some(0), "{}", playing.heard);
        assert_eq!(events(&bench), "started flagged flagged suspended");
    }
}

/// Case 5: the disk fails when it is told to write what it has, at each of the syncs of a save.
#[test]
fn nothing_is_called_saved_after_a_sync_that_failed() {
    for call in 1..=5 {
        let bench = Bench::new();
        fs::create_dir(bench.path("home")).unwrap();
        let faults = Faults::new(&bench.path("home"));
        let mut playing = Playing::begin(&bench, start(&bench, &[]).envs(faults.environment()).stdout(Stdio::null()));
        faults.arm(Trouble::Broken, call, i64::MAX, SYNCS);
        save(&bench, PROBE_OK);
        let line = playing.expect("samples 1 of 1");
        let has_failed = faults.count() >= call;
        assert_eq!(line.contains("Q1 not kept"), has_failed, "{call}: {}", playing.heard);
        assert_ne!(line.contains("Q1 saved"), has_failed, "{call}: {}", playing.heard);
        playing.say("quit\n");
        assert_eq!(playing.end(), Some(3), "{call}: {}", playing.heard);
        // What was not said to be kept may be there, in its place and once.
        assert!("started saved checked suspended".starts_with(&events(&bench)), "{call}: {}", events(&bench));
    }
}

/// Case 10.
#[test]
fn a_home_on_a_full_disk_is_exit_3_with_a_remedy_and_no_interview() {
    let bench = Bench::new();
    fs::create_dir(bench.path("home")).unwrap();
    let faults = Faults::new(&bench.path("home"));
    faults.arm(Trouble::Full, 1, i64::MAX, WRITES | SYNCS);
    let ran = ran(start(&bench, &[]).envs(faults.environment())).expect(3);
    assert!(ran.stderr.contains("no space is left for the journal"), "{}", ran.whole());
    assert!(ran.stderr.contains("set `GREENROOM_HOME` to another disk"), "{}", ran.whole());
    assert!(!bench.path("room").exists());
    faults.disarm();
    let ran = bench.run(["resume"]).expect(2);
    assert!(ran.stderr.contains("there is no session to resume"), "{}", ran.whole());
}

/// As whoever is not root: root may write everywhere.
fn as_nobody(command: &mut Command, bench: &Bench) {
    let nobody = 65_534;
    if rustix::process::geteuid().is_root() {
        std::os::unix::fs::chown(bench.dir.path(), Some(nobody), Some(nobody)).unwrap();
        command.uid(nobody).gid(nobody);
    }
}

/// Case 10.
#[test]
fn a_home_that_is_read_only_is_exit_3_with_a_remedy() {
    let bench = Bench::new();
    let home = bench.path("home");
    fs::create_dir(&home).unwrap();
    fs::set_permissions(&home, Permissions::from_mode(0o555)).unwrap();
    let mut command = start(&bench, &[]);
    as_nobody(&mut command, &bench);
    let Ok(output) = command.output() else {
        // The binary stands where only root may go.
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("cannot lock") && said.contains("set `GREENROOM_HOME` to a folder"), "{said}");
    assert!(!bench.path("room").exists());
}

/// Case 10. A user whom the system does not know has no home either; only root can be somebody like that.
#[test]
fn without_any_home_exit_3_names_the_variables() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let bench = Bench::new();
    let mut command = start(&bench, &[]);
    command.env_remove("HOME").env_remove("GREENROOM_HOME").env_remove("XDG_DATA_HOME").env_remove("XDG_CACHE_HOME");
    command.uid(54_321).gid(54_321);
    std::os::unix::fs::chown(bench.dir.path(), Some(54_321), Some(54_321)).unwrap();
    let Ok(output) = command.output() else { return };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("set `HOME`, or set `GREENROOM_HOME`"), "{said}");
}

/// Case 25: a full disk behind standard output.
#[test]
fn a_report_that_cannot_be_shown_is_exit_3_and_the_journal_is_right() {
    let bench = Bench::new();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(full));
    save(&bench, PROBE_OK);
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(3), "{}", playing.heard);
    assert!(events(&bench).contains(" bell ") && events(&bench).ends_with(" checked finished"), "{}", events(&bench));
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

/// Case 25: nobody wants it any more; that is no failure.
#[test]
fn a_reader_who_has_gone_away_changes_nothing() {
    let bench = Bench::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(writer));
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    assert!(events(&bench).ends_with("bell finished"), "{}", events(&bench));
}
