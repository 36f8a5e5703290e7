//! A terminal that nobody reads: what is to happen happens and is kept, what was to be shown is shown once somebody reads,
//! and a process that ends does not wait for ever.

use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use expectrl::session::OsSession;
use expectrl::{Eof, Expect};
use serde_json::Value;

use crate::fake_clock::FakeClock;
use crate::play::{ANSWER, events, save, start};
use crate::support::{Bench, PROBE_OK, wait_for};
use crate::terminal::{assert_sane, started_on_a_terminal};

/// A session on a terminal that is full: it was read up to here, and takes nothing more.
fn unread(bench: &Bench, clock: &FakeClock) -> OsSession {
    let mut command = start(bench, &[]);
    command.envs(clock.environment());
    let mut terminal = started_on_a_terminal(bench, &command);
    terminal.expect("not saved yet").unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    // A terminal holds 64 KiB at the most, and the list of commands has nearly 2.
    for _ in 0..60 {
        terminal.send("help\r").unwrap();
        sleep(Duration::from_millis(5));
    }
    terminal
}

/// Case 25.
#[test]
fn the_bell_rings_on_time_and_the_screen_catches_up() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut terminal = unread(&bench, &clock);
    save(&bench, PROBE_OK);
    wait_for(|| events(&bench).contains("checked"));
    terminal.send("l").unwrap();
    wait_for(|| events(&bench).contains("flagged"));
    clock.advance(Duration::from_secs(6 * 60));
    wait_for(|| events(&bench).contains("time-up"));
    clock.advance(Duration::from_secs(15));
    wait_for(|| events(&bench).ends_with("finished"));
    let report: Value = serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap();
    assert_eq!((&report["used_s"], &report["questions"][0]["verdict"]), (&360.into(), &"pass".into()));
    for seen in ["Q1 saved: ", "Time is up. Save now", "Report", "exit 0"] {
        terminal.expect(seen).unwrap_or_else(|error| panic!("{seen}: {error}"));
    }
    assert_sane(&mut terminal);
}

/// Case 21: a window that is closed is no disk that is full.
#[test]
fn a_terminal_that_goes_away_is_told_from_output_that_fails() {
    let bench = Bench::new();
    let mut shell = Command::new("/bin/sh");
    let command = start(&bench, &[]);
    shell.args(["-c", "\"$0\" \"$@\"; echo $? > code"]).arg(command.get_program()).args(command.get_args());
    shell.current_dir(bench.dir.path()).envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    // The shell must outlive its terminal.
    let mut outer = Command::new("/bin/sh");
    outer.args(["-c", "trap \"\" HUP; exec \"$0\" \"$@\""]).arg(shell.get_program()).args(shell.get_args());
    outer.current_dir(bench.dir.path()).envs(shell.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut terminal = started_on_a_terminal(&bench, &outer);
    terminal.expect("not saved yet").unwrap();
    drop(terminal);
    wait_for(|| fs::read_to_string(bench.path("code")).is_ok_and(|code| code.ends_with('\n')));
    assert_ne!(fs::read_to_string(bench.path("code")).unwrap(), "3\n");
    assert!(events(&bench).ends_with("suspended"), "{}", events(&bench));
}

/// Case 25: Ctrl-C, and nobody comes back.
#[test]
fn who_leaves_waits_for_it_only_for_a_moment() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut terminal = unread(&bench, &clock);
    terminal.send("\u{3}").unwrap();
    wait_for(|| events(&bench).ends_with("suspended"));
    let start = Instant::now();
    // The lock is given back when the process has ended.
    wait_for(|| bench.run(["resume"]).code == Some(0));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    terminal.expect("exit 130").unwrap();
    let rest = terminal.expect(Eof).unwrap();
    assert!(String::from_utf8_lossy(rest.as_bytes()).contains(" icanon"));
}
