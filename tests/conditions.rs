//! Pace, strict and whiteboard sessions, words that are typed, the sample before the clock, and leaving while a check runs: the
//! real binary, by lines and on a terminal.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use expectrl::Expect;
use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK, Ran, wait_for};
use crate::terminal::{assert_sane, on_a_terminal, started_on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";

const ENDLESS: &str = "def f():\n    while True:\n        pass\n";

/// `greenroom start` of six minutes with the one question of the small bank, in the folder `room`.
fn start(bench: &Bench, flags: &[&str]) -> Command {
    let mut arguments: Vec<OsString> = ["start", "--minutes", "6", "--dir", "room"].map(OsString::from).into();
    arguments.extend(flags.iter().map(OsString::from));
    arguments.extend([OsString::from("--bank"), bank(bench).into()]);
    bench.command(arguments)
}

/// The small bank; an answer to its question may take a minute.
fn bank(bench: &Bench) -> PathBuf {
    bench.bank_with(PROBE, PROBE_OK, r#"{"limits": {"cpu_s": 60, "wall_s": 60}}"#)
}

/// Play it by lines: write the answer once the clock runs, then say these.
fn play(bench: &Bench, mut command: Command, answer: &str, lines: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    fs::write(bench.path(ANSWER), answer).unwrap();
    child.stdin.as_mut().unwrap().write_all(lines.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

#[test]
fn pace_strictness_and_a_flag_reach_the_report() {
    let bench = Bench::new();
    let ran =
        play(&bench, start(&bench, &["--pace", "1.5", "--strict"]), PROBE_OK, "flag\npause\ncheck\nfinish\n").expect(0);
    for text in ["9 minutes, 1 question", "Pace 1.5", "The clock never stops", "Q1 is flagged", "has no pauses"] {
        assert!(ran.stderr.contains(text), "`{text}` in {}", ran.whole());
    }
    let report = report(&bench);
    let conditions = serde_json::json!({"pace": 1.5, "strict": true, "whiteboard": false});
    assert_eq!(
        (&report["conditions"], &report["minutes"], &report["minutes_at_usual_pace"]),
        (&conditions, &9.into(), &6.into())
    );
    let question = &report["questions"][0];
    assert_eq!(
        (&question["flagged"], &question["budget_s"], &question["verdict"]),
        (&true.into(), &450.into(), &"pass".into())
    );
    assert!(ran.stdout.contains("greenroom start --minutes 6 --pace 1.5 --strict"), "{}", ran.whole());
    assert!(fs::read_to_string(bench.path("room/SESSION.md")).unwrap().contains("| 7:30 |"));
}

#[test]
fn a_pace_that_is_none_is_refused_with_an_example() {
    let bench = Bench::new();
    for pace in ["0", "fast", "-1", "9"] {
        let ran = bench.run(["start".to_owned(), format!("--pace={pace}")]).expect(2);
        assert!(ran.stderr.contains("a pace is a number from 0.5 to 4, such as 1.5"), "{}", ran.whole());
    }
}

#[test]
fn a_whiteboard_runs_what_is_handed_in_and_nothing_before() {
    let bench = Bench::new();
    let ran = play(&bench, start(&bench, &["--whiteboard"]), PROBE_OK, "check\nsubmit\nfinish\n").expect(0);
    assert!(ran.stderr.contains("nothing runs until `submit`"), "{}", ran.whole());
    assert!(ran.stderr.contains("Q1 check 1: pass, samples 1 of 1, hidden 1 of 1"), "{}", ran.whole());
    assert_eq!(report(&bench)["questions"][0]["submitted"], true);
}

#[test]
fn a_script_sees_no_sample_and_waits_for_nothing() {
    let bench = Bench::new();
    let ran = play(&bench, start(&bench, &[]), PROBE_OK, "finish\n").expect(0);
    assert!(!ran.stderr.contains("sample `") && !ran.stderr.contains("starts the clock"), "{}", ran.whole());
    assert!(!bench.path("room/0-sample").exists());
}

#[test]
fn the_sample_proves_editor_and_checker_and_is_gone_when_the_clock_starts() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &start(&bench, &[]));
    terminal.expect("The checker works").unwrap();
    fs::write(bench.path("room/0-sample/answer.py"), "def double(number):\n    return number * 2\n").unwrap();
    terminal.expect("Sample, checked in").unwrap();
    terminal.expect("pass, samples 1 of 1").unwrap();
    terminal.send("\r").unwrap();
    terminal.expect("Q1 of 1").unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    assert!(!bench.path("room/0-sample").exists());
    terminal.send("quit\r").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn a_word_on_a_terminal_takes_no_hint_and_leaving_waits_for_no_check() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    terminal.expect("not saved yet").unwrap();
    for key in ["c", "h", "e", "c", "k"] {
        terminal.send(key).unwrap();
        sleep(Duration::from_millis(60));
    }
    terminal.send("\r").unwrap();
    terminal.expect("There is nothing to check yet").unwrap();
    fs::write(bench.path(ANSWER), ENDLESS).unwrap();
    terminal.expect("checking").unwrap();
    let left = Instant::now();
    terminal.send("quit\r").unwrap();
    terminal.expect("Go on with").unwrap();
    terminal.expect("exit 0").unwrap();
    assert!(left.elapsed() < Duration::from_secs(20), "it waited for the endless answer: {:?}", left.elapsed());
    assert_sane(&mut terminal);
    let ran = play(&bench, bench.command(["resume"]), PROBE_OK, "finish\n").expect(0);
    assert_eq!(report(&bench)["questions"][0]["hints"], 0, "{}", ran.whole());
}

#[test]
fn watch_takes_words_and_is_left_while_a_check_runs() {
    let bench = Bench::new();
    bench.write("probe.py", PROBE_OK);
    let mut arguments: Vec<OsString> = ["watch", "probe", "--bank"].map(OsString::from).into();
    arguments.push(bank(&bench).into());
    let mut terminal = on_a_terminal(&bench, &bench.command(arguments));
    terminal.expect("The samples pass").unwrap();
    terminal.send("check\r").unwrap();
    let shown = terminal.expect("Everything passes").unwrap();
    assert!(!String::from_utf8_lossy(shown.before()).contains("Hint"));
    fs::write(bench.path("probe.py"), ENDLESS).unwrap();
    // The save is seen at once; the answer would run for a minute.
    sleep(Duration::from_secs(1));
    let left = Instant::now();
    terminal.send("quit\r").unwrap();
    terminal.expect("exit 0").unwrap();
    assert!(left.elapsed() < Duration::from_secs(20), "{:?}", left.elapsed());
    assert_sane(&mut terminal);
}

#[test]
fn a_script_that_watches_is_told_what_it_asked_for() {
    let bench = Bench::new();
    bench.write("probe.py", PROBE_OK);
    let mut arguments: Vec<OsString> = ["watch", "probe", "--bank"].map(OsString::from).into();
    arguments.push(bank(&bench).into());
    let mut child =
        bench.command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"check\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && shown.contains("Everything passes."), "{shown}");
}
