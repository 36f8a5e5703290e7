//! `greenroom verify`: whatever is broken in a bank is noticed, named and ends with exit 4 (or 2, when it cannot be read).

mod support;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::support::{Bench, PROBE, PROBE_OK, Ran};

fn verify(bench: &Bench, bank: &Path) -> Ran {
    bench.run([OsStr::new("verify"), OsStr::new("--bank"), bank.as_os_str()])
}

/// A sound bank, one file of it changed, and what `verify` says.
fn broken(file: &str, content: &str) -> Ran {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    bench.write(&format!("bank/{file}"), content);
    verify(&bench, &bank)
}

/// As `broken`, with a text of the question replaced.
fn with_question(change: impl FnOnce(String) -> String) -> Ran {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let path = bank.join("questions/tests/probe.json");
    let text = change(fs::read_to_string(&path).unwrap());
    fs::write(&path, text).unwrap();
    verify(&bench, &bank)
}

/// All of the words stand in the output, however its lines are wrapped.
#[track_caller]
fn says(ran: &Ran, words: &[&str]) {
    let flat = |text: &str| text.split_whitespace().collect::<String>();
    let output = flat(&(ran.stdout.clone() + &ran.stderr));
    for word in words {
        assert!(output.contains(&flat(word)), "`{word}` in {}", ran.whole());
    }
}

#[test]
fn a_sound_bank_holds_and_its_untested_case_is_named() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let ran = verify(&bench, &bank).expect(0);
    says(&ran, &["holds", "probe", "2 cases, 1 right, 3 wrong", "no wrong answer ever fails `case_b`"]);
}

#[test]
fn a_right_answer_that_fails_is_named_with_its_case() {
    let ran = broken("checks/tests/probe/ok_one.py", "def f():\n    return 3\n").expect(4);
    says(&ran, &["WRONG", "ok_one.py", "does not pass", "`sample_a`", "expected 1, got 3"]);
    let ran = broken("checks/tests/probe/ok_one.py", "def f(:\n").expect(4);
    says(&ran, &["ok_one.py", "does not load", "SyntaxError"]);
}

#[test]
fn a_wrong_answer_that_passes_is_named() {
    let ran = broken("checks/tests/probe/bad_b.py", "def f():\n    return 1\n").expect(4);
    says(&ran, &["bad_b.py", "passes every case", "`sample_a`"]);
}

#[test]
fn a_wrong_answer_that_fails_elsewhere_is_named() {
    let ran = with_question(|text| text.replacen("\"sample_a\"", "\"case_b\"", 1)).expect(4);
    says(&ran, &["`case_b` does not reject this wrong answer", "it fails `sample_a`"]);
}

#[test]
fn a_starter_that_passes_is_named() {
    let ran = broken("checks/tests/probe/starter.py", "def f():\n    return 1\n").expect(4);
    says(&ran, &["starter.py", "the starter passes"]);
}

#[test]
fn a_starter_that_does_not_load_is_named() {
    for starter in ["x(\n", "raise ValueError\n", "def g():\n    ...\n"] {
        let ran = broken("checks/tests/probe/starter.py", starter).expect(4);
        says(&ran, &["starter.py", "cannot begin with this"]);
    }
}

#[test]
fn an_outdated_schema_is_named() {
    let ran = broken("questions/schema.json", "{}\n").expect(4);
    says(&ran, &["schema.json", "not the schema of this greenroom"]);
}

#[test]
fn names_of_cases_that_do_not_exist_are_named() {
    let ran = with_question(|text| text.replacen("\"sample_a\"", "\"sample_b\"", 1)).expect(4);
    says(&ran, &["probe.json", "`fails` names `sample_b`"]);
    let ran =
        with_question(|text| text.replacen("\"hints\"", "\"cases\": {\"case_z\": {\"weight\": 2}}, \"hints\"", 1))
            .expect(4);
    says(&ran, &["`cases` names `case_z`"]);
}

#[test]
fn a_prompt_that_shows_another_output_than_the_sample_is_named() {
    let show = |want: &str| {
        with_question(|text| text.replacen("Write `f()`.", &format!("Write `f()`.\\n\\n>>> f()\\n{want}"), 1))
    };
    says(&show("2").expect(4), &["the prompt shows `>>> f()`"]);
    show("1").expect(0);
}

#[test]
fn a_check_that_cannot_be_parsed_is_named_with_its_line() {
    for (from, to, words) in [
        ("def sample_a():", "def sample_a(:", ["check.py:5", "does not compile"]),
        ("    >>> f()\n    1", "    >>> f(\n    1", ["check.py:8", "does not compile"]),
        ("    1\n", "    Thing()\n", ["check.py:9", "is not a literal"]),
        ("    >>> f()\n", "    >>> f()  # doctest: +SKIP\n", ["check.py:8", "no meaning here"]),
        ("    >>> f()\n", "    >>> f()  # doctest: +BETWEEN\n", ["check.py:9", "two ints"]),
        ("def sample_a():", "def sample_a(x):", ["check.py:5", "has parameters"]),
        ("from answer import f", "from answer import *", ["check.py:2", "one by one"]),
        ("def case_b():", "def sample_a():", ["check.py:13", "already defined on line 5"]),
    ] {
        let check = PROBE.replacen(from, to, 1);
        assert_ne!(check, PROBE, "{from}");
        says(&broken("checks/tests/probe/check.py", &check).expect(4), &words);
    }
}

#[test]
fn a_prediction_that_has_drifted_is_named_with_its_line() {
    let bench = Bench::new();
    let question = r#"{"format": 1, "slug": "probe", "title": "Probe", "kind": "predict", "topic": "tests", "level": "easy",
        "minutes": 3, "seeds": [], "prompt": "What does it print?", "hints": ["Run it."], "model_answer": "1 and 2.",
        "key_points": [{"id": "one", "text": "1", "weight": 1}],
        "wrong": [{"file": "bad_a.txt", "says": "No."}, {"file": "bad_b.txt", "says": "No."}, {"file": "bad_c.txt", "says": "No."}]}"#;
    bench.write("bank/questions/tests/probe.json", question);
    for (name, text) in [
        ("snippet.py", "print(1)\nprint(2)\n"),
        ("expected.txt", "1\n2\n"),
        ("bad_a.txt", "1\n1\n"),
        ("bad_b.txt", "2\n2\n"),
        ("bad_c.txt", "2\n1\n"),
    ] {
        bench.write(&format!("bank/checks/tests/probe/{name}"), text);
    }
    let bank = bench.path("bank");
    verify(&bench, &bank).expect(0);
    bench.write("bank/checks/tests/probe/expected.txt", "1\n3\n");
    says(&verify(&bench, &bank).expect(4), &["expected.txt:2", "prints `2`", "`3` is pinned"]);
    bench.write("bank/checks/tests/probe/expected.txt", "1\n2\n");
    bench.write("bank/checks/tests/probe/bad_c.txt", "1\n2\n");
    says(&verify(&bench, &bank).expect(4), &["bad_c.txt", "this wrong prediction is right"]);
    bench.write("bank/checks/tests/probe/bad_c.txt", "2\n");
    says(&verify(&bench, &bank).expect(4), &["bad_c.txt", "has 1 lines, and the snippet prints 2"]);
    bench.write("bank/checks/tests/probe/snippet.py", "print(1)\nprint(2)\nprint(1 / 0)\n");
    says(&verify(&bench, &bank).expect(4), &["snippet.py:3", "ZeroDivisionError"]);
    bench.write("bank/checks/tests/probe/bad_c.txt", "2\n1\n");
    bench.write("bank/checks/tests/probe/snippet.py", "x = 1\n\n".repeat(14) + "print(1)\nprint(2)\n");
    says(&verify(&bench, &bank).expect(0), &["snippet.py", "16 lines that are not blank"]);
}

#[test]
fn a_bank_that_cannot_be_read_is_exit_2_with_path_and_line() {
    let ran = with_question(|text| text[..text.len() / 2].to_owned()).expect(2);
    says(&ran, &["probe.json:"]);
    let ran = with_question(|text| text.replacen("\"hints\"", "\"hint\"", 1)).expect(2);
    says(&ran, &["probe.json:", "hint"]);
    let ran = with_question(|text| text.replacen("\"format\": 1", "\"format\": 99", 1)).expect(2);
    says(&ran, &["99", "update greenroom"]);
    let bench = Bench::new();
    says(&verify(&bench, &bench.path("nowhere")).expect(2), &["nowhere"]);
}

#[test]
fn an_unknown_question_is_answered_with_the_nearest_name() {
    let bench = Bench::new();
    let ran = bench.run(["verify", "merge-sorted-list"]).expect(2);
    says(&ran, &["merge-sorted-list", "merge-sorted-lists"]);
}
