//! `greenroom status` and `finish`: sessions that are not over, from another terminal.

#[path = "support/clock.rs"]
mod clock;
#[path = "support/shim.rs"]
mod shim;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use expectrl::Expect;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::clock::FakeClock;
use crate::support::{Bench, PROBE, PROBE_OK, Ran, ran, wait_for};
use crate::terminal::{assert_sane, started_on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";
const WRONG: &str = "def f():\n    return 2\n";

/// `greenroom start` of six minutes with the one question of the small bank, in this folder.
fn start_in(bench: &Bench, folder: &str, more: &[&str]) -> Command {
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut arguments: Vec<OsString> = ["start", "--minutes", "6", "--dir", folder].map(OsString::from).into();
    arguments.extend(more.iter().map(OsString::from));
    arguments.extend(["--bank".into(), bank.into()]);
    bench.command(arguments)
}

fn start(bench: &Bench) -> Command {
    start_in(bench, "room", &[])
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

/// Save it in one piece: an editor that cuts the file first saves twice.
fn save(bench: &Bench, answer: &str) {
    fs::write(bench.path("room/1-probe/.saving"), answer).unwrap();
    fs::rename(bench.path("room/1-probe/.saving"), bench.path(ANSWER)).unwrap();
}

fn end(child: Child) -> Ran {
    child.wait_with_output().unwrap().into()
}

/// A session that was left at the end of its input. Its name.
fn left(bench: &Bench) -> String {
    ran(&mut start(bench)).expect(0);
    name(bench)
}

fn status(bench: &Bench) -> Value {
    bench.run(["status", "--json"]).expect(0).json()
}

/// The name of the session that stands first.
fn name(bench: &Bench) -> String {
    status(bench)["sessions"][0]["session"].as_str().unwrap().to_owned()
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

fn question(bench: &Bench) -> Value {
    report(bench)["questions"][0].clone()
}

/// All in one text, with names, numbers of processes and times that differ each time replaced.
fn told(ran: &Ran, name: &str, process: Option<u32>) -> String {
    let mut text = ran.whole().replace(name, "k7qd");
    if let Some(process) = process {
        text = text.replace(&format!("process {process}"), "process 4711");
    }
    let words: Vec<&str> = text.split(' ').collect();
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|character| character.is_ascii_digit());
    let steady = words.iter().enumerate().map(|(index, word)| match word.split_once(':') {
        Some((minutes, seconds)) if is_number(minutes) && is_number(seconds) => "M:SS",
        None if is_number(word) && words.get(index + 1).is_some_and(|next| *next == "s") => "N",
        _ => word,
    });
    steady.collect::<Vec<_>>().join(" ")
}

fn satisfies_its_schema(document: &Value) {
    let schema = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schemas/status.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_slice(&schema).unwrap()).unwrap();
    let problems: Vec<String> = validator.iter_errors(document).map(|error| error.to_string()).collect();
    assert_eq!(problems, Vec::<String>::new());
}

/// Damage the second event of a session.
fn damage(bench: &Bench, session: &str) {
    let journal = Connection::open(bench.path("home/journal.sqlite")).unwrap();
    let damaged = "UPDATE event SET wall_ms = wall_ms + 1 WHERE session = ? AND sequence = 2";
    assert_eq!(journal.execute(damaged, [session]).unwrap(), 1);
}

#[test]
fn without_a_session_both_say_so_and_status_makes_no_home() {
    let bench = Bench::new();
    let whole = "exit 0\n--- stdout\n--- stderr\nno session is open; `greenroom start` begins one\n";
    assert_eq!(bench.run(["status"]).whole(), whole);
    let document = status(&bench);
    satisfies_its_schema(&document);
    assert_eq!(
        (&document["version"], &document["sessions"], &document["starting"]),
        (&json!(1), &json!([]), &Value::Null)
    );
    assert!(!bench.path("home").exists());
    let whole = "exit 2\n--- stdout\n--- stderr\nerror: there is no session to finish; `greenroom start` begins one\n";
    assert_eq!(bench.run(["finish"]).whole(), whole);
    for command in ["status", "finish"] {
        let ran = bench.run([command, "zzzz"]).expect(2);
        assert!(ran.stderr.contains("there is no session `zzzz`") && ran.stdout.is_empty(), "{}", ran.whole());
        bench.run([command, ""]).expect(2);
    }
}

#[test]
fn a_session_that_was_left_is_told_with_the_ways_on() {
    let bench = Bench::new();
    let name = left(&bench);
    insta::assert_snapshot!(told(&bench.run(["status"]), &name, None), @r"
    exit 0
    --- stdout
    k7qd  suspended  M:SS left  Q1 of 1  6 minutes
    Left N s ago, at the end of its input. The clock stands still. Files in `room`.

         question  time          last check  saved
    >  1 Probe     M:SS of M:SS  -           -

      greenroom resume k7qd  Go on with it.
      greenroom finish k7qd  Have it graded as it is.
    --- stderr
    ");
    assert_eq!(bench.run(["status", &name]).code, Some(0));
    let document = status(&bench);
    satisfies_its_schema(&document);
    let session = &document["sessions"][0];
    let expected = (&json!("suspended"), &json!("end-of-input"), &Value::Null, &json!(360));
    assert_eq!((&session["state"], &session["left_because"], &session["process"], &session["left_s"]), expected);
    assert_eq!(session["next"][1]["command"], format!("greenroom finish {name}"));
    assert_eq!(session["folder"], bench.path("room").to_str().unwrap());
}

#[test]
fn what_was_saved_after_leaving_is_graded_and_the_report_is_shown() {
    let bench = Bench::new();
    let name = left(&bench);
    save(&bench, PROBE_OK);
    let ran = bench.run(["finish"]).expect(0);
    assert!(ran.stdout.starts_with("── Report · 6 minutes · "), "{}", ran.whole());
    let finishing = format!("Finishing session `{name}`, 6 minutes, in `");
    for text in [&finishing, "6:00 left unused.", "Grading what was saved.", "report.html"] {
        assert!(ran.stderr.contains(text), "`{text}` in {}", ran.whole());
    }
    assert!(!ran.stderr.contains("Q1 of 1 ·"), "the room is not entered: {}", ran.whole());
    assert_eq!((&question(&bench)["verdict"], &report(&bench)["ended_by"]), (&json!("pass"), &json!("candidate")));
    assert_eq!(bench.run(["report"]).expect(0).stdout, ran.stdout);
    let again = bench.run(["finish", &name]).expect(2);
    assert!(again.stderr.contains(&format!("`greenroom report {name}` shows it again")), "{}", again.whole());
    let nothing = bench.run(["finish"]).expect(2);
    assert!(nothing.stderr.contains("hint: `greenroom report` shows"), "{}", nothing.whole());
    let nothing = bench.run(["status"]).expect(0);
    assert!(nothing.stderr.contains(&format!("`greenroom report {name}` shows the last one")), "{}", nothing.whole());
    let over = bench.run(["status", &name]).expect(0);
    assert!(
        over.stdout.starts_with(&format!("{name}  finished  ")) && over.stdout.contains("pass 2/2"),
        "{}",
        over.whole()
    );
}

#[test]
fn a_session_that_runs_is_told_and_not_finished_from_outside() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    save(&bench, WRONG);
    say(&mut child, "check\nhint\nflag\n");
    wait_for(|| {
        let question = &status(&bench)["sessions"][0]["questions"][0];
        question["flagged"] == true && question["check"]["samples_only"] == false
    });
    let name = name(&bench);
    insta::assert_snapshot!(told(&bench.run(["status"]), &name, Some(child.id())), @r"
    exit 0
    --- stdout
    k7qd  running  M:SS left  Q1 of 1  6 minutes
    In another terminal (process 4711). Last save N s ago. Files in `room`.

         question  time          last check  saved
    >  1 Probe     M:SS of M:SS  fail 1/2    N s ago  flagged, 1 hint
    --- stderr
    ");
    let document = status(&bench);
    satisfies_its_schema(&document);
    let session = &document["sessions"][0];
    assert_eq!((&session["process"], &session["next"]), (&json!(child.id()), &json!([])));
    let ran = bench.run(["finish"]).expect(2);
    let pid = child.id();
    assert!(ran.stderr.contains(&format!("room` (process {pid}); finish it there")), "{}", ran.whole());
    assert!(ran.stdout.is_empty(), "{}", ran.whole());
    say(&mut child, "quit\n");
    end(child).expect(0);
    assert_eq!(status(&bench)["sessions"][0]["state"], "suspended");
}

#[test]
fn looking_again_and_again_holds_up_nobody_and_writes_nothing() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    for number in 0..30 {
        save(&bench, &format!("def f():\n    return {number}\n"));
        status(&bench);
    }
    say(&mut child, "quit\n");
    let ran = end(child).expect(0);
    assert!(!ran.stderr.contains("kept") && !ran.stderr.contains("journal"), "{}", ran.whole());
    let files = || -> Vec<(OsString, Vec<u8>)> {
        let entries = fs::read_dir(bench.path("home")).unwrap().map(|entry| entry.unwrap());
        let entries = entries.filter(|entry| entry.path().is_file());
        let mut files: Vec<_> = entries.map(|entry| (entry.file_name(), fs::read(entry.path()).unwrap())).collect();
        files.sort();
        files
    };
    let before = files();
    status(&bench);
    bench.run(["status"]).expect(0);
    assert!(files() == before);
}

#[test]
fn a_process_that_was_killed_left_a_session_that_can_be_finished() {
    let bench = Bench::new();
    let mut child = spawn(&bench, &mut start(&bench));
    save(&bench, PROBE_OK);
    wait_for(|| status(&bench)["sessions"][0]["questions"][0]["saves"] == 1);
    assert_eq!(status(&bench)["sessions"][0]["state"], "running");
    child.kill().unwrap();
    child.wait().unwrap();
    let session = status(&bench)["sessions"][0].clone();
    assert_eq!((&session["state"], &session["left_because"]), (&json!("suspended"), &Value::Null));
    let shown = bench.run(["status"]).expect(0);
    assert!(shown.stdout.contains("Its process ended without a word"), "{}", shown.whole());
    bench.run(["finish"]).expect(0);
    assert_eq!(question(&bench)["verdict"], "pass");
}

#[test]
fn the_session_that_was_left_last_is_meant_and_another_one_can_be_named() {
    let bench = Bench::new();
    ran(&mut start_in(&bench, "first", &[])).expect(0);
    let first = name(&bench);
    let second = left(&bench);
    assert_ne!(first, second);
    let names = |document: &Value| -> Vec<String> {
        let sessions = document["sessions"].as_array().unwrap().iter();
        sessions.map(|session| session["session"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&status(&bench)), [second.clone(), first.clone()]);
    assert_eq!(names(&bench.run(["status", "--json", &first]).expect(0).json()), std::slice::from_ref(&first));
    let shown = bench.run(["status"]).expect(0).stdout;
    assert!(shown.starts_with(&second) && shown.contains(&format!("\n\n{first}  suspended")), "{shown}");
    bench.run(["finish"]).expect(0);
    assert!(bench.path("room/report.json").exists() && !bench.path("first/report.json").exists());
    bench.run(["finish", &first]).expect(0);
    assert!(bench.path("first/report.json").exists());
}

#[test]
fn a_damaged_session_is_named_and_the_others_go_on() {
    let bench = Bench::new();
    ran(&mut start_in(&bench, "first", &[])).expect(0);
    let damaged = name(&bench);
    let whole = left(&bench);
    damage(&bench, &damaged);
    let shown = bench.run(["status"]).expect(0);
    assert!(shown.stdout.starts_with(&whole) && !shown.stdout.contains(&damaged), "{}", shown.whole());
    assert!(shown.stderr.contains(&format!("event 2 of session `{damaged}`")), "{}", shown.whole());
    let document = status(&bench);
    satisfies_its_schema(&document);
    assert_eq!(document["damaged"].as_array().unwrap().len(), 1);
    for command in ["status", "finish"] {
        let ran = bench.run([command, &damaged]).expect(3);
        assert!(ran.stderr.contains("is damaged") && ran.stdout.is_empty(), "{}", ran.whole());
    }
    bench.run(["finish"]).expect(0);
    assert!(bench.path("room/report.json").exists());
}

#[test]
fn a_home_that_cannot_be_read_is_exit_3_with_a_remedy() {
    let bench = Bench::new();
    let told = |text: &str| {
        for arguments in [&["status"] as &[&str], &["status", "--json"], &["status", "zzzz"], &["finish"]] {
            let ran = bench.run(arguments).expect(3);
            assert!(ran.stderr.contains(text) && ran.stdout.is_empty(), "`{text}` in {}", ran.whole());
            assert!(!ran.stderr.contains("panicked"), "{}", ran.whole());
        }
    };
    bench.write("home", "");
    told("home` is not a folder; move it away");
    fs::remove_file(bench.path("home")).unwrap();
    bench.write("home/journal.sqlite", "shopping list, long enough to be no empty database");
    told("is not a journal of greenroom; move it away");
    fs::remove_file(bench.path("home/journal.sqlite")).unwrap();
    fs::create_dir(bench.path("home/journal.sqlite")).unwrap();
    told("is a folder; move it away");
}

#[test]
fn a_strict_clock_that_ran_out_unattended_is_told_before_and_after() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    ran(start_in(&bench, "room", &["--strict"]).envs(clock.environment())).expect(0);
    let status = |arguments: &[&str]| ran(bench.command(arguments).envs(clock.environment())).expect(0);
    clock.advance(Duration::from_secs(120));
    let session = status(&["status", "--json"]).json()["sessions"][0].clone();
    assert_eq!((&session["state"], &session["conditions"]["strict"]), (&json!("suspended"), &json!(true)));
    let left = session["left_s"].as_u64().unwrap();
    assert!((200..=240).contains(&left), "{session}");
    clock.advance(Duration::from_secs(3_600));
    // A file has the real time, which is before the end by the clock of the session.
    save(&bench, PROBE_OK);
    let late = fs::File::options().write(true).open(bench.path(ANSWER)).unwrap();
    late.set_modified(clock.wall()).unwrap();
    let shown = status(&["status"]);
    assert!(
        shown.stdout.contains("  time is up  1 question  ") && shown.stdout.contains("the clock ran out"),
        "{}",
        shown.whole()
    );
    assert!(!shown.stdout.contains("greenroom resume"), "{}", shown.whole());
    let ran = ran(bench.command(["finish"]).envs(clock.environment())).expect(0);
    for text in [
        "0:00 left. The clock ran on for 1 h 02 min without you.",
        "The time is up.",
        "Q1 was written after the time was up",
    ] {
        assert!(ran.stderr.contains(text), "`{text}` in {}", ran.whole());
    }
    assert_eq!(
        (&question(&bench)["verdict"], &report(&bench)["ended_by"]),
        (&json!("not-submitted"), &json!("time-up"))
    );
}

#[test]
fn a_session_at_a_terminal_is_seen_from_its_rules_to_its_pause() {
    let bench = Bench::new();
    let mut terminal = terminal::on_a_terminal(&bench, &start(&bench));
    terminal.expect("Enter starts the clock").unwrap();
    let document = status(&bench);
    satisfies_its_schema(&document);
    assert_eq!((&document["sessions"], &document["starting"]["process"].is_u64()), (&json!([]), &true));
    let shown = bench.run(["status"]).expect(0);
    assert!(
        shown.stdout.contains("  starting\nIn another terminal (process ") && shown.stderr.is_empty(),
        "{}",
        shown.whole()
    );
    terminal.send("\r").unwrap();
    wait_for(|| status(&bench)["sessions"][0]["state"] == "running");
    terminal.send("u").unwrap();
    wait_for(|| status(&bench)["sessions"][0]["state"] == "paused");
    let ran = bench.run(["finish"]).expect(2);
    assert!(ran.stderr.contains("is running in"), "{}", ran.whole());
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_eq!(status(&bench)["sessions"][0]["state"], "suspended");
}

#[test]
fn at_a_terminal_finish_shows_the_report_and_leaves_the_terminal_sane() {
    let bench = Bench::new();
    left(&bench);
    save(&bench, WRONG);
    let mut terminal = terminal::on_a_terminal(&bench, &bench.command(["finish"]));
    terminal.expect("Grading what was saved.").unwrap();
    terminal.expect("Report").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    assert_eq!(question(&bench)["verdict"], "fail");
}

#[test]
fn the_menu_finishes_only_after_a_yes_and_tells_of_what_runs() {
    let bench = Bench::new();
    left(&bench);
    let menu = || terminal::on_a_terminal(&bench, &bench.command([""; 0]));
    let mut no = menu();
    no.expect("or finish it").unwrap();
    no.send("f").unwrap();
    no.expect("y or n").unwrap();
    no.send("n").unwrap();
    no.expect("exit 0").unwrap();
    assert!(!bench.path("room/report.json").exists());
    let mut resumed = started_on_a_terminal(&bench, &start_in(&bench, "other", &[]));
    resumed.expect("not saved yet").unwrap();
    let mut running = menu();
    running.expect("the interview that runs").unwrap();
    running.send("t").unwrap();
    running.expect("running").unwrap();
    running.expect("exit 0").unwrap();
    resumed.send("q").unwrap();
    resumed.expect("exit 0").unwrap();
    let name = name(&bench);
    let mut yes = menu();
    yes.expect("or finish it").unwrap();
    yes.send("f").unwrap();
    yes.expect(format!("session {name}").as_str()).unwrap();
    yes.send("y").unwrap();
    yes.expect("exit 0").unwrap();
    assert!(bench.path("other/report.json").exists());
}

#[test]
fn a_pipe_that_is_closed_is_no_error() {
    let bench = Bench::new();
    left(&bench);
    let shell = format!("'{}' status | head -n 1; echo ${{PIPESTATUS[0]}}", support::GREENROOM);
    let ran = ran(Command::new("bash").args(["-c", &shell]).env("GREENROOM_HOME", bench.path("home")));
    assert!(ran.stdout.ends_with("6 minutes\n0\n") && ran.stderr.is_empty(), "{}", ran.whole());
}
