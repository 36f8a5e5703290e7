//! `greenroom review`: what is due is asked one by one, and comes back when its day has come.

mod support;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use expectrl::{Eof, Expect, Session};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use crate::support::{Bench, GREENROOM, PROBE, PROBE_OK, Ran};

/// A check so many days ago.
fn event(number: u32, days_ago: u64, slug: &str, kind: &str, verdict: &str) -> Value {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64;
    json!({
        "id": format!("{number:032x}"), "at_ms": now - days_ago * 86_400_000, "slug": slug, "kind": kind, "source": "check",
        "scope": "all", "verdict": verdict, "passed": 0, "total": 2, "hints": 0, "used_s": 60, "budget_s": 300
    })
}

fn import(bench: &Bench, events: &[Value]) {
    let lines = std::iter::once(json!({"greenroom_practice": 1, "events": events.len()})).chain(events.iter().cloned());
    bench.write("past.jsonl", lines.map(|line| format!("{line}\n")).collect::<String>());
    bench.run(["progress", "import", "past.jsonl"]).expect(0);
}

/// `greenroom review` with the small bank.
fn review(bench: &Bench, arguments: &[&str]) -> Command {
    let bank = bench.bank(PROBE, PROBE_OK);
    let arguments = std::iter::once(&"review").chain(arguments).map(OsString::from);
    bench.command(arguments.chain(["--bank".into(), bank.into()]))
}

fn listed(bench: &Bench, arguments: &[&str]) -> Ran {
    support::ran(&mut review(bench, &[&["--list"], arguments].concat())).expect(0)
}

fn spawn(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn say(child: &mut Child, lines: &str) {
    child.stdin.as_mut().unwrap().write_all(lines.as_bytes()).unwrap();
}

fn end(child: Child) -> Ran {
    child.wait_with_output().unwrap().into()
}

/// The file of the answer, once it is there.
fn answer(bench: &Bench, name: &str) -> PathBuf {
    let start = Instant::now();
    loop {
        let folders = fs::read_dir(bench.dir.path()).unwrap().filter_map(|entry| Some(entry.ok()?.path()));
        let found = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
        if let Some(path) = found.filter(|path| path.display().to_string().contains("greenroom-review-")) {
            return path;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "there is no {name}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn nothing_is_due_for_who_begins() {
    let bench = Bench::new();
    for arguments in [&["review"][..], &["review", "--list"], &["review", "--again"]] {
        let ran = bench.run(arguments).expect(0);
        let told = "Nothing is due: a question comes back here after you have worked on it.";
        assert!(ran.stderr.contains(told) && ran.stdout.is_empty(), "{}", ran.whole());
    }
}

#[test]
fn what_is_due_is_a_document_too() {
    let bench = Bench::new();
    let empty = listed(&bench, &["--json"]).json();
    assert_eq!((&empty["version"], &empty["asked"], &empty["next"]), (&1.into(), &json!([]), &Value::Null));
    import(&bench, &[event(1, 9, "probe", "code", "fail")]);
    let document = listed(&bench, &["--json", "--minutes", "20"]).json();
    assert_eq!((&document["minutes"], &document["asked"][0]["slug"]), (&20.into(), &"probe".into()));
    assert_eq!((&document["asked"][0]["grade"], &document["left"]), (&"again".into(), &json!([])));
    let ran = support::ran(&mut review(&bench, &["--json"])).expect(2);
    assert!(ran.stderr.contains("--list"), "{}", ran.whole());
}

#[test]
fn what_failed_is_asked_and_comes_back_no_second_time_on_the_day() {
    let bench = Bench::new();
    import(&bench, &[event(1, 3, "probe", "code", "fail")]);
    let list = listed(&bench, &[]);
    assert!(
        list.stdout.contains("probe") && list.stdout.contains("failed") && list.stdout.contains("2 d late"),
        "{}",
        list.whole()
    );
    let mut child = spawn(&mut review(&bench, &[]));
    fs::write(answer(&bench, "probe.py"), PROBE_OK).unwrap();
    say(&mut child, "check\nnext\n");
    let ran = end(child).expect(0);
    for text in
        ["1 question, about 5 min", "Everything passes. [n] goes on.", "It comes back in ", "1 of 1 done, 1 passed"]
    {
        assert!(ran.stdout.contains(text), "`{text}` in {}", ran.whole());
    }
    assert!(listed(&bench, &[]).stderr.contains("Nothing is due."));
    assert!(listed(&bench, &["--again"]).stdout.contains("probe"));
    let mut child = spawn(&mut review(&bench, &["--again"]));
    answer(&bench, "probe-2.py");
    say(&mut child, "quit\n");
    end(child).expect(0);
}

#[test]
fn who_gives_up_sees_the_answer_and_is_asked_tomorrow() {
    let bench = Bench::new();
    import(&bench, &[event(1, 20, "probe", "code", "pass"), event(2, 3, "probe", "code", "fail")]);
    let mut child = spawn(&mut review(&bench, &[]));
    answer(&bench, "probe.py");
    say(&mut child, "hint\ndance\ngive-up\n");
    let ran = end(child).expect(0);
    assert!(ran.stdout.contains("Model answer") && ran.stdout.contains("In code: one"), "{}", ran.whole());
    assert!(ran.stdout.contains("Again: not passed. It comes back tomorrow."), "{}", ran.whole());
    assert!(ran.stderr.contains("`dance` is no command here: check, hint, give-up, next, quit"), "{}", ran.whole());
}

#[test]
fn on_a_terminal_the_answer_stays_until_the_next_question_is_wanted() {
    let bench = Bench::new();
    import(&bench, &[event(1, 3, "legb-rule", "predict", "fail"), event(2, 3, "del-vs-remove", "predict", "fail")]);
    let mut command = Command::new(GREENROOM);
    command.arg("review").current_dir(bench.dir.path()).env("GREENROOM_HOME", bench.path("home")).env("NO_COLOR", "1");
    let mut terminal = Session::spawn(command).unwrap();
    terminal.set_expect_timeout(Some(Duration::from_secs(30)));
    terminal.expect("[q]uit").unwrap();
    terminal.send("g").unwrap();
    let before = terminal.expect("Enter goes on, [q] quits.").unwrap();
    let before = String::from_utf8_lossy(before.before()).into_owned();
    assert!(before.contains("Again: not passed.") && !before.contains("Question 2 of 2"), "{before}");
    terminal.send("\r").unwrap();
    terminal.expect("Question 2 of 2").unwrap();
    terminal.expect("[q]uit").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("1 of 2 done, 0 passed").unwrap();
    terminal.expect(Eof).unwrap();
}

#[test]
fn who_goes_on_without_an_answer_is_asked_again() {
    let bench = Bench::new();
    import(&bench, &[event(1, 3, "probe", "code", "fail")]);
    let mut child = spawn(&mut review(&bench, &[]));
    answer(&bench, "probe.py");
    say(&mut child, "next\n");
    let ran = end(child).expect(0);
    assert!(
        ran.stdout.contains("Not answered: it stays due.") && !ran.stdout.contains("Model answer"),
        "{}",
        ran.whole()
    );
    assert!(listed(&bench, &[]).stdout.contains("probe"));
}

#[test]
fn an_explanation_is_rated_point_by_point() {
    let bench = Bench::new();
    import(&bench, &[event(1, 3, "gil", "explain", "not-submitted")]);
    let mut child = spawn(&mut bench.command(["review"]));
    say(&mut child, "points\n");
    let points = bench.run(["show", "gil", "--answer"]).expect(0).stdout.matches("(weight ").count();
    say(&mut child, &"1\n".repeat(points));
    let ran = end(child).expect(0);
    for text in ["Say it aloud", "You covered 100 % of it", "Model answer", "1 of 1 done, 1 passed"] {
        assert!(ran.stdout.contains(text), "`{text}` in {}", ran.whole());
    }
    let document = bench.run(["progress", "--json"]).expect(0).json();
    let gil = document["questions"].as_array().unwrap().iter().find(|question| question["slug"] == "gil").unwrap();
    assert_eq!(gil["status"], "passed");
}

#[test]
fn a_review_asks_as_much_as_its_minutes_hold() {
    let bench = Bench::new();
    let slugs = ["is-vs-equality", "mutable-vs-immutable", "copy-vs-deepcopy"];
    let events: Vec<Value> =
        slugs.iter().zip(1..).map(|(slug, number)| event(number, 9, slug, "predict", "fail")).collect();
    import(&bench, &events);
    let short = bench.run(["review", "--list", "--minutes", "5"]).expect(0).stdout;
    let long = bench.run(["review", "--list", "--minutes", "60"]).expect(0).stdout;
    assert!(short.contains("For another time") && !long.contains("For another time"), "{short}\n{long}");
    assert!(long.lines().count() >= 2, "{long}");
}

#[test]
fn an_interrupt_ends_a_review_with_130_and_keeps_what_was_answered() {
    let bench = Bench::new();
    import(&bench, &[event(1, 3, "probe", "code", "fail")]);
    let mut child = spawn(&mut review(&bench, &[]));
    fs::write(answer(&bench, "probe.py"), PROBE_OK).unwrap();
    say(&mut child, "check\n");
    let start = Instant::now();
    while !listed(&bench, &[]).stderr.contains("Nothing is due.") {
        assert!(start.elapsed() < Duration::from_secs(30), "the check was not recorded");
    }
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    let input = child.stdin.take();
    let ran = end(child).expect(130);
    drop(input);
    assert!(ran.stdout.contains("1 of 1 done"), "{}", ran.whole());
}

#[test]
fn what_cannot_be_reviewed_is_told() {
    let bench = Bench::new();
    import(&bench, &[event(1, 3, "probe", "code", "fail")]);
    bench.write("taken", "");
    let ran = support::ran(&mut review(&bench, &["--dir", "taken"])).expect(2);
    assert!(ran.stderr.contains("cannot create the folder `taken`"), "{}", ran.whole());
    for minutes in ["0", "241", "ten"] {
        bench.run(["review", "--minutes", minutes]).expect(2);
    }
}
