//! `greenroom progress`: what is recorded, how it is counted, and how two machines become one.

mod support;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Bench, PROBE, PROBE_OK, Ran, ran};

const WRONG: &str = "def f():\n    return 2\n";

/// A command with the small bank.
fn with_bank(bench: &Bench, arguments: &[&str]) -> Ran {
    let bank = bench.bank(PROBE, PROBE_OK);
    let arguments = arguments.iter().map(OsString::from);
    bench.run(arguments.chain(["--bank".into(), bank.into()]))
}

/// The one question of the small bank in `progress --json`.
fn probe(bench: &Bench) -> Value {
    with_bank(bench, &["progress", "--json"]).expect(0).json()["questions"][0].take()
}

fn check(bench: &Bench, answer: &str, more: &[&str]) {
    bench.write("answer.py", answer);
    let ran = with_bank(bench, &[&["check", "probe", "answer.py"], more].concat());
    assert!(matches!(ran.code, Some(0 | 1)) && ran.stderr.is_empty(), "{}", ran.whole());
}

#[test]
fn a_check_is_recorded_with_its_verdict() {
    let bench = Bench::new();
    assert_eq!((&probe(&bench)["status"], &probe(&bench)["checks"]), (&"new".into(), &0.into()));
    check(&bench, WRONG, &[]);
    assert_eq!((&probe(&bench)["status"], &probe(&bench)["grade"]), (&"tried".into(), &"again".into()));
    check(&bench, PROBE_OK, &["--json"]);
    assert_eq!((&probe(&bench)["status"], &probe(&bench)["checks"]), (&"passed".into(), &2.into()));
    check(&bench, WRONG, &["--no-record"]);
    assert_eq!(probe(&bench)["checks"], 2);
}

#[test]
fn a_check_that_cannot_be_recorded_says_so_and_is_a_check_all_the_same() {
    let bench = Bench::new();
    bench.write("home/journal.sqlite", "shopping list, long enough to be no empty database");
    bench.write("answer.py", PROBE_OK);
    let ran = with_bank(&bench, &["check", "probe", "answer.py"]).expect(0);
    assert!(
        ran.stderr.contains("not in your practice record") && ran.stderr.contains("move it away"),
        "{}",
        ran.whole()
    );
    let ran = with_bank(&bench, &["progress"]).expect(3);
    assert!(ran.stderr.contains("is not a journal of greenroom") && ran.stdout.is_empty(), "{}", ran.whole());
}

#[test]
fn saves_under_watch_are_recorded_with_hints_and_time() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut watch = bench.command(["watch", "probe", "--bank"]);
    let mut child = watch.arg(bank).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    wait_for(|| bench.path("probe.py").exists());
    child.stdin.as_mut().unwrap().write_all(b"hint\n").unwrap();
    fs::write(bench.path("probe.py"), PROBE_OK).unwrap();
    wait_for(|| probe(&bench)["checks"] == 1);
    assert_eq!(probe(&bench)["status"], "tried", "only samples were run");
    child.stdin.as_mut().unwrap().write_all(b"check\nquit\n").unwrap();
    assert!(child.wait().unwrap().success());
    let exported = bench.run(["progress", "export", "-"]).expect(0).stdout;
    let last: Value = serde_json::from_str(exported.lines().last().unwrap()).unwrap();
    let told = [&last["source"], &last["scope"], &last["verdict"], &last["hints"], &last["budget_s"]];
    assert_eq!(told, [&json!("watch"), &json!("all"), &json!("pass"), &json!(1), &json!(300)]);
    assert!(last["used_s"].is_u64());
    assert_eq!(probe(&bench)["grade"], "hard", "a hint was shown");
}

#[test]
fn a_session_counts_once_also_when_its_export_comes_back() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut start = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank"]);
    let mut child = start.arg(bank).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    wait_for(|| bench.path("room/1-probe/answer.py").exists());
    fs::write(bench.path("room/1-probe/answer.py"), PROBE_OK).unwrap();
    child.stdin.as_mut().unwrap().write_all(b"check\nfinish\n").unwrap();
    assert!(child.wait().unwrap().success());
    let before = probe(&bench);
    assert_eq!(before["status"], "passed");
    assert!(before["checks"].as_u64().unwrap() >= 2);
    bench.run(["progress", "export", "mine.jsonl"]).expect(0);
    let ran = bench.run(["progress", "import", "mine.jsonl"]).expect(0);
    assert!(ran.stderr.contains("nothing new"), "{}", ran.whole());
    assert_eq!(probe(&bench), before);
}

#[test]
fn two_machines_become_one_and_a_second_import_adds_nothing() {
    let (one, other) = (Bench::new(), Bench::new());
    check(&one, WRONG, &[]);
    check(&other, PROBE_OK, &[]);
    other.run(["progress", "export", "other.jsonl"]).expect(0);
    let file = other.path("other.jsonl");
    let import = || one.run(["progress".as_ref(), "import".as_ref(), file.as_os_str()]).expect(0).stderr;
    assert_eq!(import(), "1 event taken\n");
    assert_eq!((&probe(&one)["checks"], &probe(&one)["status"]), (&2.into(), &"passed".into()));
    assert_eq!(import(), "nothing new: 1 event known here already\n");
    one.run(["progress", "export", "both.jsonl"]).expect(0);
    let both = one.path("both.jsonl");
    other.run(["progress".as_ref(), "import".as_ref(), both.as_os_str()]).expect(0);
    assert_eq!(probe(&other), probe(&one));
    other.run(["progress", "export", "again.jsonl"]).expect(0);
    assert_eq!(fs::read(both).unwrap(), fs::read(other.path("again.jsonl")).unwrap());
}

#[test]
fn a_torn_or_foreign_file_is_refused_with_its_line_and_nothing_is_taken() {
    let bench = Bench::new();
    check(&bench, PROBE_OK, &[]);
    check(&bench, PROBE_OK, &[]);
    bench.run(["progress", "export", "mine.jsonl"]).expect(0);
    let text = fs::read_to_string(bench.path("mine.jsonl")).unwrap();
    let other = Bench::new();
    let told = |content: &str, message: &str| {
        other.write("her.jsonl", content);
        let ran = other.run(["progress", "import", "her.jsonl"]).expect(2);
        assert!(ran.stderr.starts_with(&format!("error: her.jsonl:{message}")), "{message} in {}", ran.whole());
        assert_eq!(probe(&other)["checks"], 0);
    };
    told(&text[..text.len() - 9], "3: the line is cut off");
    told(text.split_inclusive('\n').take(2).collect::<String>().as_str(), "3: the file ends here");
    told(&text.replacen("\"pass\"", "\"perfect\"", 2), "2: this is no event of a practice record");
    told("def f():\n    return 1\n", "1: this is no file of `greenroom progress export`");
    told("", "1: this is no file of `greenroom progress export`");
    let ran = other.run(["progress", "import", "none.jsonl"]).expect(2);
    assert!(ran.stderr.contains("cannot read `none.jsonl`"), "{}", ran.whole());
    let ran = other.run(["progress", "export", "no/such.jsonl"]).expect(2);
    assert!(ran.stderr.contains("cannot write `no/such.jsonl`: No such file"), "{}", ran.whole());
    assert!(!ran.stderr.contains(" at path "), "{}", ran.whole());
    other.write("answer.py", PROBE_OK);
    let ran = other.run(["progress", "export", "answer.py"]).expect(2);
    assert!(ran.stderr.contains("name another"), "{}", ran.whole());
    assert_eq!(fs::read_to_string(other.path("answer.py")).unwrap(), PROBE_OK);
}

#[test]
fn the_built_in_bank_is_counted_by_level_and_topic() {
    let bench = Bench::new();
    let screen = bench.run(["progress"]).expect(0);
    for text in ["0 of 214 known", "Nothing is due.", "greenroom start", "easy", "expert", "concurrency", "new"] {
        assert!(screen.stdout.contains(text), "`{text}` in {}", screen.whole());
    }
    let document = bench.run(["progress", "--json"]).expect(0).json();
    let sum = |group: &str, of: &str| -> u64 {
        let groups = document[group].as_array().unwrap().iter();
        groups.map(|group| group[of]["new"].as_u64().unwrap()).sum()
    };
    let questions = document["questions"].as_array().unwrap().len() as u64;
    assert_eq!((sum("levels", "seeds"), sum("topics", "seeds")), (214, 214));
    assert_eq!((sum("levels", "entries"), sum("topics", "entries")), (questions, questions));
    let seeds = bench.run(["progress", "--seeds"]).expect(0).stdout;
    assert!(seeds.contains("Seed questions by level") && seeds != screen.stdout, "{seeds}");
}

#[test]
fn the_help_defines_every_status() {
    let bench = Bench::new();
    let help = bench.run(["progress", "--help"]).expect(0).stdout;
    for word in ["new", "tried", "passed", "mastered", "due", "export", "import"] {
        assert!(help.contains(word), "`{word}` in {help}");
    }
    let ran = bench.run(["progress", "--json", "export", "x.jsonl"]).expect(2);
    assert!(!bench.path("x.jsonl").exists(), "{}", ran.whole());
    assert!(ran.stdout.is_empty() && !ran.stderr.contains("panicked"));
}

#[track_caller]
fn wait_for(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < Duration::from_secs(30), "it never happened");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn an_export_to_a_closed_pipe_is_no_error() {
    let bench = Bench::new();
    let shell = format!("'{}' progress export - | true; echo ${{PIPESTATUS[0]}}", support::GREENROOM);
    let mut bash = std::process::Command::new("bash");
    let ran = ran(bash.args(["-c", &shell]).env("GREENROOM_HOME", bench.path("home")));
    assert!(ran.stdout.ends_with("0\n") && !ran.stderr.contains("panic"), "{}", ran.whole());
}
