//! Explanations as a person gives them: rated by key points and by delivery, with a demo that runs; and what a report says of
//! ratings that are far from the results, and of what was never asked.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::process::{Command, Stdio};

use expectrl::Expect;
use serde_json::{Value, json};

use crate::support::{Bench, PROBE, PROBE_OK, Ran, wait_for};
use crate::terminal::{assert_sane, started_on_a_terminal};

const DEMO: &str = "print('one object, two names:', 1)\nprint('a copy is another:', 2)\n";
const SAYS: &str = "one object, two names: 1\na copy is another: 2\n";

/// A bank of one explanation whose demo is `demo`.
fn explanation(bench: &Bench, demo: &str) {
    let points = [("names", "names refer to objects", 3), ("copy", "a copy is another object", 1)];
    entry(bench, "telling", "explain", &points);
    bench.write("bank/checks/tests/telling/demo.py", demo);
    bench.write("bank/checks/tests/telling/expected.txt", SAYS);
}

/// A prediction of six lines.
fn prediction(bench: &Bench) {
    let points = [("a", "first", 2), ("b", "second", 1), ("c", "third", 1), ("d", "fourth", 1)];
    entry(bench, "printing", "predict", &points);
    bench.write("bank/checks/tests/printing/snippet.py", "for number in range(6):\n    print(number % 2 == 0)\n");
    bench.write("bank/checks/tests/printing/expected.txt", "True\nFalse\nTrue\nFalse\nTrue\nFalse\n");
    for (name, text) in [("a", "1\n0\n1\n0\n1\n0\n"), ("b", "0\n0\n0\n0\n0\n0\n"), ("c", "1\n1\n1\n1\n1\n1\n")] {
        bench.write(&format!("bank/checks/tests/printing/bad_{name}.txt"), text);
    }
}

fn entry(bench: &Bench, slug: &str, kind: &str, points: &[(&str, &str, u32)]) {
    let points: Vec<Value> =
        points.iter().map(|(id, text, weight)| json!({ "id": id, "text": text, "weight": weight })).collect();
    let wrong = match kind {
        "explain" => json!([{ "claim": "Names are boxes.", "says": "They are labels." }]),
        _ => json!(["a", "b", "c"].map(|name| json!({ "file": format!("bad_{name}.txt"), "says": "No." }))),
    };
    let question = json!({
        "format": 1, "slug": slug, "title": format!("About {slug}"), "kind": kind, "topic": "tests", "level": "easy",
        "minutes": 4, "seeds": [], "prompt": "Say it.", "wrong": wrong, "hints": ["Think."],
        "model_answer": "Names are labels.", "key_points": points
    });
    bench.write(&format!("bank/questions/tests/{slug}.json"), question.to_string());
}

/// `greenroom start` with all questions of the bank, in the folder `room`.
fn start(bench: &Bench, minutes: &str) -> Command {
    bench.command(["start", "--minutes", minutes, "--dir", "room", "--bank", "bank"])
}

/// A session by lines. `{slug}` is the number of a question.
fn play(bench: &Bench, minutes: &str, answers: &[(&str, &str, &str)], lines: &[&str]) -> Ran {
    use std::io::Write;
    let mut child =
        start(bench, minutes).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let folder_of = |slug: &str| {
        let folders = fs::read_dir(bench.path("room")).ok()?;
        let names = folders.flatten().map(|folder| folder.file_name().to_string_lossy().into_owned());
        names.into_iter().find(|name| name.ends_with(slug))
    };
    let mut said: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    for (slug, file, text) in answers {
        wait_for(|| folder_of(slug).is_some_and(|folder| bench.path(&format!("room/{folder}/question.md")).exists()));
        let folder = folder_of(slug).unwrap();
        wait_for(|| bench.path(&format!("room/{folder}/{file}")).exists());
        fs::write(bench.path(&format!("room/{folder}/{file}")), text).unwrap();
        let number = folder.split('-').next().unwrap().to_owned();
        said.iter_mut().for_each(|line| *line = line.replace(&format!("{{{slug}}}"), &number));
    }
    child.stdin.take().unwrap().write_all((said.join("\n") + "\n").as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

/// The words of a text, however its lines break.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

#[test]
fn an_explanation_is_rated_by_keys_and_its_demo_is_run() {
    let bench = Bench::new();
    explanation(&bench, DEMO);
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, "5"));
    terminal.expect("Q1 of 1").unwrap();
    terminal.send("d").unwrap();
    terminal.expect("`rate` shows them").unwrap();
    terminal.send("r").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    terminal.expect("1 of 2: names refer to objects (3 points)").unwrap();
    terminal.send("1").unwrap();
    terminal.expect("2 of 2").unwrap();
    terminal.send("0").unwrap();
    terminal.expect("Knowledge: 3 of 4 points (75 %)").unwrap();
    terminal.expect("1 of 3: structure").unwrap();
    terminal.send("h").unwrap();
    terminal.expect("2 of 3: example").unwrap();
    terminal.send("1").unwrap();
    terminal.expect("3 of 3: words").unwrap();
    terminal.send("x").unwrap();
    terminal.expect("Demo of Q1, run just now").unwrap();
    terminal.expect("one object, two names: 1").unwrap();
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    terminal.expect("delivery: structure 1/2, example 1").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    let question = &report(&bench)["questions"][0];
    assert_eq!(question["delivery"][0], json!({ "criterion": "structure", "self_rated": 0.5 }));
    assert_eq!(question["key_points"][0], json!({ "id": "names", "weight": 3, "self_rated": 1.0 }));
    assert_eq!(question["verdict"], "manual");
}

#[test]
fn a_report_tells_what_was_never_asked_and_how_sure_somebody_was() {
    let bench = Bench::new();
    let clarify = json!([{ "ask": "Is it one?", "answer": "Always.", "cases": ["case_b"] }]);
    let check = PROBE.replace(">>> 1 + 1\n    2", ">>> f() + 1\n    2");
    bench.bank_with(&check, PROBE_OK, &json!({ "clarify": clarify }).to_string());
    explanation(&bench, DEMO);
    prediction(&bench);
    let answers = [
        ("probe", "answer.py", "def f():\n    return 2\n"),
        ("printing", "prediction.txt", "1\n0\n1\n0\n1\nFalse\n"),
        ("telling", "answer.md", "Names are labels."),
    ];
    let rate = ["go {printing}", "rate 1 1", "rate 2 1", "rate 3 1", "rate 4 1"];
    let explain = ["go {telling}", "rate 1 half", "rate structure 1", "demo", "finish"];
    let ran = play(&bench, "15", &answers, &[rate.as_slice(), &explain].concat()).expect(0);
    for part in [
        "You never asked: “Is it one?” It would have told you: b (`case_b` failed).",
        "Lines 1, 2, 3, 4 and 5: equal, and written in another way: a bool prints as",
        "delivery: structure 1",
    ] {
        assert!(unwrapped(&ran.stdout).contains(part), "{part}\n{}", ran.whole());
    }
    assert!(ran.stderr.contains("✓ a copy is another: 2"), "{}", ran.whole());
    // Of the points that were rated 6.5 of 8, and of eight lines and cases one.
    let report = report(&bench);
    let note = &report["confidence"][0];
    assert_eq!((&note["leans"], &note["topic"]), (&json!("over"), &json!("tests")), "{}", ran.whole());
    let says = note["says"].as_str().unwrap();
    assert!(says.starts_with("You rated yourself 81 % on tests and predicted 1 of 6 lines right"), "{says}");
    for name in ["room/report.md", "room/report.html"] {
        let text = fs::read_to_string(bench.path(name)).unwrap();
        assert!(text.contains("Your rating and your results") && text.contains("Is it one?"), "{name}: {text}");
        assert!(text.contains("a bool prints as"), "{name}: {text}");
    }
    bench.run(["audit", "room/report.json"]).expect(0);
}

#[test]
fn a_check_of_an_explanation_shows_its_demo() {
    let bench = Bench::new();
    explanation(&bench, DEMO);
    bench.write("telling.md", "Names are labels.");
    let ran = bench.run(["check", "telling", "--bank", "bank"]).expect(0);
    assert!(ran.stdout.contains("Demo, run just now\n  ✓ one object, two names: 1\n"), "{}", ran.whole());
    assert_eq!(
        bench.run(["check", "telling", "--bank", "bank", "--json"]).expect(0).json()["answers"][0]["verdict"],
        "manual"
    );
}

#[test]
fn a_demo_that_fails_is_no_fault_of_the_answer() {
    let bench = Bench::new();
    bench.write("telling.md", "Names are labels.");
    for (demo, part) in [
        ("print('one object, two names:', 3)\n", "its author saw: one object, two names: 1"),
        ("print(1 / 0)\n", "ZeroDivisionError: division by zero"),
        ("while True:\n    pass\n", "It was stopped: over 2 s of CPU time."),
    ] {
        explanation(&bench, demo);
        let ran = bench.run(["check", "telling", "--bank", "bank"]).expect(0);
        assert!(ran.stdout.contains(part), "{part}\n{}", ran.whole());
    }
}
