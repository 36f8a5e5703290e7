//! `greenroom list --status`: the questions by how they stand in the learner's progress.

mod support;

use std::ffi::OsString;
use std::fs;

use serde_json::{Value, json};

use crate::support::{Bench, PROBE, PROBE_OK, Ran};

fn listed(bench: &Bench, arguments: &[&str]) -> Vec<String> {
    let document = bench.run(["list", "--json"].iter().chain(arguments)).expect(0).json();
    let questions = document["questions"].as_array().unwrap().iter();
    questions.map(|question| question["slug"].as_str().unwrap().to_owned()).collect()
}

fn satisfies(schema: &str, document: &Value) {
    let path = format!("{}/docs/schemas/{schema}", env!("CARGO_MANIFEST_DIR"));
    let validator = jsonschema::validator_for(&serde_json::from_slice(&fs::read(path).unwrap()).unwrap()).unwrap();
    let problems: Vec<String> = validator.iter_errors(document).map(|error| error.to_string()).collect();
    assert_eq!(problems, Vec::<String>::new());
}

/// A home in which one question was failed.
fn tried() -> Bench {
    let bench = Bench::new();
    bench.write("wrong.py", "def merge_sorted(a, b):\n    return a\n");
    bench.run(["check", "merge-sorted-lists", "wrong.py"]).expect(1);
    bench
}

#[test]
fn questions_are_listed_by_what_they_are_in_progress() {
    let bench = tried();
    let all = listed(&bench, &[]).len();
    assert_eq!(listed(&bench, &["--status", "tried"]), ["merge-sorted-lists"]);
    assert_eq!(listed(&bench, &["--status", "new"]).len(), all - 1);
    assert_eq!(listed(&bench, &["--status", "tried,new"]).len(), all);
    assert_eq!(listed(&bench, &["--status", "tried", "--status", "new"]).len(), all);
    assert!(listed(&bench, &["--status", "tried", "--topic", "memory"]).is_empty());
    let shown = bench.run(["list", "--status", "tried"]).expect(0);
    let expected = "data-structures-and-algorithms\n  merge-sorted-lists  code    easy    10 min  ";
    assert!(shown.stdout.starts_with(expected), "{}", shown.whole());
    assert!(shown.stderr.starts_with("1 of "), "{}", shown.whole());
    let several = bench.run(["list", "--status", "tried,due"]).expect(0);
    assert!(several.stdout.contains("10 min  tried"), "{}", several.whole());
    let none = bench.run(["list", "--status", "due"]).expect(0);
    assert_eq!(none.whole(), "exit 0\n--- stdout\n--- stderr\nnothing of this is due\n");
}

#[test]
fn both_documents_carry_the_status_and_satisfy_their_schemas() {
    let bench = tried();
    let document = bench.run(["list", "--json"]).expect(0).json();
    satisfies("list.json", &document);
    let of = |list: &Value, slug: &str| -> Value {
        let mut found = list.as_array().unwrap().iter().filter(|entry| entry["slug"] == slug);
        found.next().unwrap()["status"].clone()
    };
    assert_eq!(
        (of(&document["questions"], "merge-sorted-lists"), of(&document["questions"], "gil")),
        (json!("tried"), json!("new"))
    );
    let seeds = bench.run(["list", "--seeds", "--json", "--status", "tried"]).expect(0).json();
    satisfies("seeds.json", &seeds);
    assert_eq!(of(&seeds["seeds"], "merge-sorted-lists"), "tried");
    assert_eq!(seeds["seeds"].as_array().unwrap().len(), seeds["total"].as_u64().unwrap() as usize);
}

#[test]
fn a_status_is_one_of_five_words() {
    let bench = Bench::new();
    let ran = bench.run(["list", "--status", "forgotten"]).expect(2);
    assert!(ran.stderr.contains("[possible values: new, tried, passed, mastered, due]"), "{}", ran.whole());
}

#[test]
fn a_list_makes_no_home_and_plain_ones_need_none() {
    let bench = Bench::new();
    assert!(!listed(&bench, &["--status", "new"]).is_empty() && listed(&bench, &["--status", "passed"]).is_empty());
    assert!(!bench.path("home").exists());
    bench.write("home/journal.sqlite", "shopping list, long enough to be no empty database");
    let plain = bench.run(["list"]).expect(0);
    assert!(!plain.stderr.contains("journal"), "{}", plain.whole());
    let document = bench.run(["list", "--json"]).expect(0);
    assert!(document.stderr.starts_with("warning: no status is told: ") && document.stderr.contains("move it away"));
    satisfies("list.json", &document.json());
    assert_eq!(document.json()["questions"][0]["status"], Value::Null);
    let ran = bench.run(["list", "--status", "due"]).expect(3);
    assert!(ran.stderr.contains("is not a journal of greenroom") && ran.stdout.is_empty(), "{}", ran.whole());
}

#[test]
fn another_bank_has_statuses_of_its_own_questions() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let with_bank = |arguments: &[&str]| -> Ran {
        let arguments = arguments.iter().map(OsString::from);
        bench.run(arguments.chain(["--bank".into(), bank.clone().into()]))
    };
    bench.write("answer.py", PROBE_OK);
    with_bank(&["check", "probe", "answer.py"]).expect(0);
    let passed = with_bank(&["list", "--status", "passed", "--json"]).expect(0).json();
    assert_eq!((&passed["questions"][0]["slug"], passed["questions"].as_array().unwrap().len()), (&json!("probe"), 1));
}
