//! What comes after a pass in a session, by the real binary: the complexity card, the second solution, a follow-up.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::process::{Child, Command, Stdio};

use expectrl::Expect;
use serde_json::Value;

use crate::support::{Bench, Ran, wait_for};
use crate::terminal::{assert_sane, on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";

const CHECK: &str = "\"\"\"Probe.\"\"\"
from answer import f


def growing(size):
    return f, list(range(size))


def sample_a():
    \"\"\"
    >>> f([1, 2])
    3
    \"\"\"


def case_b():
    \"\"\"
    >>> f([])
    0
    \"\"\"


def source_by_hand():
    \"\"\"
    >>> \"sum(\" in source
    False
    \"\"\"
";

const LINEAR: &str = "def f(items):
    total = 0
    for item in items:
        total += item
    return total
";

const QUADRATIC: &str = "def f(items):
    total = 0
    for item in items:
        for other in items:
            total += item if item is other else 0
    return total
";

const EXTRA: &str = r#"{
    "complexity": { "time": "O(n)", "space": "O(1)", "classes": { "time": "O(n)", "space": "O(1)" } },
    "idiom": { "file": "idiom_sum.py", "says": "`sum` is the loop.", "fails": ["source_by_hand"] },
    "follow_ups": [
        { "ask": "What if it is empty?", "answer": "Zero." },
        { "ask": "What does it cost for a generator?", "answer": "The same.", "about": "cost" }
    ]
}"#;

/// `greenroom start` of six minutes with one question that has a card.
fn start(bench: &Bench) -> Command {
    let bank = bench.bank_with(CHECK, LINEAR, EXTRA);
    bench.write("bank/checks/tests/probe/idiom_sum.py", "f = sum\n\n\ndef g(items):\n    return sum(items)\n");
    let mut arguments: Vec<OsString> =
        ["start", "--minutes", "6", "--dir", "room", "--bank"].map(OsString::from).into();
    arguments.push(bank.into());
    bench.command(arguments)
}

fn play(bench: &Bench, command: &mut Command, answer: &str, lines: &str) -> Ran {
    let mut child: Child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    fs::write(bench.path(ANSWER), answer).unwrap();
    child.stdin.as_mut().unwrap().write_all(lines.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

#[test]
fn a_script_claims_sees_the_second_solution_and_answers_a_follow_up() {
    let bench = Bench::new();
    let lines = "idiom\ncheck\ncomplexity O(n) 1 one pass\nidiom\nfollow\nfollow\nfollow half\nfinish\n";
    let ran = play(&bench, &mut start(&bench), LINEAR, lines).expect(0);
    for text in ["return sum(items)", "`source_by_hand`", "A good answer: ", "0.5 of 1"] {
        assert!(ran.stderr.contains(text), "`{text}` in {}", ran.whole());
    }
    let early = ran.stderr.find("is shown when yours has passed").expect("it is refused before a pass");
    assert!(early < ran.stderr.find("return sum(items)").unwrap());
    for text in ["Complexity (claimed", "✓ time O(n): right. Your code was counted as O(n)", "[1/2] "] {
        assert!(ran.stdout.contains(text), "`{text}` in {}", ran.whole());
    }
    let question = &report(&bench)["questions"][0];
    let cost = &question["cost"];
    assert_eq!((&cost["judged"]["time"], &cost["judged"]["space"]), (&"right".into(), &"right".into()));
    assert_eq!((&cost["counted"][0], &cost["judged"]["claim"]["why"]), (&"O(n)".into(), &"one pass".into()));
    assert_eq!(question["follow_ups"][0]["self_rated"], 0.5);
    for name in ["report.md", "report.html"] {
        let text = fs::read_to_string(bench.path("room").join(name)).unwrap();
        assert!(text.contains("What it costs") && text.contains("What you would write at work"), "{name}: {text}");
    }
    let replay = bench.run(["replay"]).expect(0);
    for text in ["claimed time O(n), space O(1): one pass", "counted as O(n)", "follow-up "] {
        assert!(replay.stdout.contains(text), "`{text}` in {}", replay.whole());
    }
}

#[test]
fn code_that_costs_more_is_told_and_is_the_next_step() {
    let bench = Bench::new();
    let lines = "check\ncomplexity 3 1 one pass\nfollow\nfinish\n";
    let ran = play(&bench, &mut start(&bench), QUADRATIC, lines).expect(0);
    assert!(ran.stdout.contains("right of the author's answer, not of yours"), "{}", ran.whole());
    let report = report(&bench);
    assert_eq!(report["questions"][0]["verdict"], "pass", "advice changes no verdict");
    assert_eq!(report["questions"][0]["cost"]["counted"][0], "O(n^2)");
    let step = report["next"][0]["command"].as_str().unwrap();
    assert!(step.starts_with("greenroom check probe room/1-probe/answer.py --growth --bank "), "{step}");
}

#[test]
fn a_claim_outlives_the_process_that_took_it() {
    let bench = Bench::new();
    play(&bench, &mut start(&bench), LINEAR, "check\ncomplexity 5 1 a loop\n").expect(0);
    let ran = play(&bench, &mut bench.command(["resume"]), LINEAR, "complexity\nfinish\n").expect(0);
    assert!(ran.stderr.contains("You have said it of this version"), "{}", ran.whole());
    let cost = &report(&bench)["questions"][0]["cost"];
    assert_eq!((&cost["judged"]["time"], &cost["claims"]), (&"wrong".into(), &1.into()));
}

#[test]
fn a_person_takes_the_card_by_two_keys_and_a_sentence() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &start(&bench));
    let expected = [("", "Enter starts the clock"), ("\r", "not saved yet")];
    for (keys, text) in expected {
        terminal.send(keys).unwrap();
        terminal.expect(text).unwrap();
    }
    wait_for(|| bench.path(ANSWER).exists());
    fs::write(bench.path(ANSWER), LINEAR).unwrap();
    terminal.expect("Q1 saved: ").unwrap();
    for (keys, text) in [
        ("c", "Time? Its number"),
        ("3", "Space, without the input?"),
        ("1", "One sentence"),
        ("one pass\r", "Your code was counted as O(n)"),
        ("", "What you would write at work"),
        ("", "Follow-up to Q1"),
        ("w", "A good answer"),
        ("h", "0.5 of 1"),
        ("f", "y or n"),
        ("y", "Complexity (claimed"),
        ("", "exit 0"),
    ] {
        terminal.send(keys).unwrap();
        terminal.expect(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
    assert_sane(&mut terminal);
    assert_eq!(report(&bench)["questions"][0]["cost"]["judged"]["claim"]["why"], "one pass");
}

#[test]
fn a_second_solution_is_proved_by_verify() {
    let bench = Bench::new();
    let bank = bench.bank_with(CHECK, LINEAR, EXTRA);
    let verify = |code: &str| {
        bench.write("bank/checks/tests/probe/idiom_sum.py", code);
        let ran = bench.run(["verify", "--bank", bank.to_str().unwrap()]);
        // What is found is wrapped at words.
        Ran { stdout: ran.stdout.split_whitespace().collect::<Vec<_>>().join(" "), ..ran }
    };
    let right = verify("def f(items):\n    return sum(items)\n");
    assert!(!right.stdout.contains("idiom"), "{}", right.whole());
    let wrong = verify("def f(items):\n    return sum(items) or None\n").expect(4);
    assert!(wrong.stdout.contains("it fails `case_b`,"), "{}", wrong.whole());
    let broken = verify("from nothing import f\n").expect(4);
    assert!(broken.stdout.contains("this second solution cannot be run"), "{}", broken.whole());
    let shown = bench.run(["show", "probe", "--answer", "--bank", bank.to_str().unwrap()]).expect(0);
    assert!(shown.stdout.contains("What you would write at work"), "{}", shown.whole());
}
