//! `greenroom start` and `resume`, as scripts and people run them.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use expectrl::Expect;
use greenroom::model::event::Event;
use greenroom::store::journal::Journal;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK, Ran, ran, wait_for};
use crate::terminal::{assert_sane, on_a_terminal, started_on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";

/// `greenroom start` of six minutes with the one question of the small bank, in the folder `room`.
fn start(bench: &Bench) -> Command {
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut arguments: Vec<OsString> =
        ["start", "--minutes", "6", "--dir", "room", "--bank"].map(OsString::from).into();
    arguments.push(bank.into());
    bench.command(arguments)
}

/// The process with its input open, once the clock runs.
fn spawn(bench: &Bench, command: &mut Command) -> Child {
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    child
}

fn say(child: &mut Child, lines: &str) {
    child.stdin.as_mut().unwrap().write_all(lines.as_bytes()).unwrap();
}

/// Close its input, and wait for its end.
fn end(child: Child) -> Ran {
    child.wait_with_output().unwrap().into()
}

fn send(child: &Child, signal: Signal) {
    kill_process(Pid::from_child(child), signal).unwrap();
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

/// The journal of the only session has a check.
fn has_checked(bench: &Bench) -> bool {
    let journal = Journal::open(&bench.path("home")).unwrap();
    let session = journal.sessions().unwrap().remove(0).started.session.clone();
    journal.records(&session).unwrap().iter().any(|record| matches!(record.event, Event::Checked(_)))
}

/// `resume`, finished at once.
fn resume_and_finish(bench: &Bench) -> Ran {
    let mut child = spawn(bench, &mut bench.command(["resume"]));
    say(&mut child, "finish\n");
    end(child)
}

#[test]
fn a_script_plays_an_interview_to_its_report() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    fs::write(bench.path(ANSWER), PROBE_OK).unwrap();
    say(&mut child, "hint\ncheck\nfinish\n");
    let ran = end(child).expect(0);
    for text in ["Hint 1 of 1: Return 1.", "Q1 check 1: pass, samples 1 of 1, hidden 1 of 1"] {
        assert!(ran.stderr.contains(text), "`{text}` in {}", ran.whole());
    }
    assert!(ran.stdout.starts_with("── Report · 6 minutes · "), "{}", ran.whole());
    let report = report(&bench);
    let question = &report["questions"][0];
    assert_eq!((&question["verdict"], &question["hints"], &question["checks"]), (&"pass".into(), &1.into(), &1.into()));
    assert_eq!((&report["level"], &report["plan"]), (&"full".into(), &Value::Null));
}

#[test]
fn a_save_runs_the_samples_without_being_asked() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    fs::write(bench.path("room/1-probe/new"), "def f():\n    return 2\n").unwrap();
    fs::rename(bench.path("room/1-probe/new"), bench.path(ANSWER)).unwrap();
    // Nobody asks, and the check is there.
    wait_for(|| has_checked(&bench));
    say(&mut child, "quit\n");
    let ran = end(child).expect(0);
    assert!(ran.stderr.contains("Q1 saved: fail, samples 0 of 1"), "{}", ran.whole());
    assert!(!ran.stderr.contains("case_b"), "{}", ran.whole());
}

#[test]
fn the_end_of_input_suspends_and_says_how_to_go_on() {
    let bench = Bench::new();
    let ran = ran(&mut start(&bench)).expect(0);
    assert!(ran.stderr.contains("The clock stands at 6:00 left. Go on with `greenroom resume "), "{}", ran.whole());
    assert!(ran.stdout.is_empty() && !bench.path("room/report.json").exists());
    resume_and_finish(&bench).expect(0);
    assert_eq!(report(&bench)["pauses"][0]["why"], "end-of-input");
}

#[test]
fn two_interviews_at_once_are_refused_and_the_first_is_named() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    let second = ran(&mut start(&bench)).expect(2);
    let pid = child.id();
    assert!(second.stderr.contains(&format!("room` (process {pid})")), "{}", second.whole());
    ran(&mut bench.command(["resume"])).expect(2);
    say(&mut child, "quit\n");
    end(child).expect(0);
}

#[test]
fn signals_suspend_with_exit_130() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let bench = Bench::new();
        let mut child = spawn(&bench, &mut start(&bench));
        fs::write(bench.path(ANSWER), "half an answ").unwrap();
        send(&child, signal);
        let input = child.stdin.take();
        let ran = end(child).expect(130);
        drop(input);
        assert!(ran.stderr.contains("greenroom resume"), "{}", ran.whole());
        resume_and_finish(&bench).expect(0);
        assert_eq!(report(&bench)["questions"][0]["verdict"], "error", "the half answer was kept");
    }
}

#[test]
fn what_cannot_be_started_is_told_with_a_remedy() {
    let bench = Bench::new();
    bench.write("full/file", "");
    let bank = bench.bank(PROBE, PROBE_OK);
    let bank = bank.to_str().unwrap();
    let told = |arguments: &[&str], code: i32, text: &str| {
        let ran = bench.run(arguments.iter().chain(&["--bank", bank])).expect(code);
        assert!(ran.stderr.contains(text), "`{text}` in {}", ran.whole());
        assert!(ran.stdout.is_empty() && !ran.stderr.contains("panicked"), "{}", ran.whole());
    };
    told(&["start", "--minutes", "6", "--dir", "full"], 2, "is not empty; name a new one with `--dir`");
    told(&["start", "--minutes", "6", "--dir", "full/file"], 2, "is a file, not a folder");
    told(&["start", "--minutes", "6", "--dir", "/proc/none"], 3, "name another folder with `--dir`");
    told(&["start", "--topic", "dancing"], 2, "there is no topic `dancing` in the bank; its topics are `tests`");
    told(&["start", "--plan", "none-such"], 2, "none-such");
    told(&["start", "--plan", "./none.json"], 2, "none.json");
    told(&["resume"], 2, "there is no session to resume; `greenroom start` begins one");
    told(&["resume", "zzzz"], 2, "there is no session `zzzz`");
}

#[test]
fn a_home_that_cannot_be_used_is_exit_3() {
    let bench = Bench::new();
    let told = |text: &str| {
        let ran = ran(&mut start(&bench)).expect(3);
        assert!(ran.stderr.contains(text) && !ran.stderr.contains("panicked"), "`{text}` in {}", ran.whole());
        assert!(!bench.path("room/SESSION.md").exists());
    };
    bench.write("home", "");
    told("home` is not a folder");
    fs::remove_file(bench.path("home")).unwrap();
    bench.write("home/journal.sqlite", "shopping list, long enough to be no empty database");
    told("is not a journal of greenroom; move it away");
    fs::remove_file(bench.path("home/journal.sqlite")).unwrap();
    fs::create_dir(bench.path("home/journal.sqlite")).unwrap();
    told("is a folder; move it away");
}

#[test]
fn a_finished_interview_is_not_resumed() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    say(&mut child, "finish\n");
    end(child).expect(0);
    let name = report(&bench)["session"].as_str().unwrap().to_owned();
    let ran = bench.run(["resume", &name]).expect(2);
    assert!(ran.stderr.contains("is finished; its report is in"), "{}", ran.whole());
}

#[test]
fn a_person_at_a_terminal_plays_by_keys() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &start(&bench));
    terminal.expect("Enter starts the clock").unwrap();
    assert!(!bench.path(ANSWER).exists(), "nothing is shown before the clock runs");
    terminal.send("\r").unwrap();
    terminal.expect("Q1 of 1").unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    fs::write(bench.path(ANSWER), PROBE_OK).unwrap();
    terminal.expect("Q1 saved: ").unwrap();
    terminal.send("c").unwrap();
    terminal.expect("hidden 1 of 1").unwrap();
    terminal.expect("6 minutes").unwrap();
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    terminal.expect("Report").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

#[test]
fn control_c_leaves_a_sane_terminal_and_an_interview_to_resume() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench));
    terminal.expect("not saved yet").unwrap();
    terminal.send("\u{3}").unwrap();
    terminal.expect("greenroom resume").unwrap();
    terminal.expect("exit 130").unwrap();
    assert_sane(&mut terminal);
    resume_and_finish(&bench).expect(0);
}

#[test]
fn who_leaves_before_the_clock_starts_leaves_nothing_behind() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &start(&bench));
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("Nothing was started").unwrap();
    terminal.expect("exit 0").unwrap();
    assert!(!Path::new(&bench.path("room")).exists());
    bench.run(["resume"]).expect(2);
}
