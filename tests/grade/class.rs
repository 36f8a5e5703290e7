//! A class of candidates who answer ten questions of the built-in bank rightly, wrongly and with malice: `grade` agrees with
//! every verdict that stands in `class/expected.csv`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Bench;

/// How many candidates there are; 200 in the tests of a release.
// Receipt: 40 candidates take 20 s on two loaded cores, 200 take over a minute.
fn candidates() -> usize {
    std::env::var("GREENROOM_CLASS").ok().and_then(|candidates| candidates.parse().ok()).unwrap_or(40)
}

/// An answer that somebody may give, and the verdict that it must get.
#[derive(Debug, Clone)]
struct Answer {
    question: String,
    path: PathBuf,
    verdict: String,
}

/// `question,answer,verdict`; a question `*` is any, and its answers stand in `class/`.
fn expected() -> Vec<Answer> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("tests/grade/class/expected.csv")).unwrap();
    let answer = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let folder = match fields[0] {
            "*" => root.join("tests/grade/class"),
            question => folder_of(root, question),
        };
        Answer { question: fields[0].to_owned(), path: folder.join(fields[1]), verdict: fields[2].to_owned() }
    };
    text.lines().skip(1).map(answer).collect()
}

fn folder_of(root: &Path, question: &str) -> PathBuf {
    let topics = fs::read_dir(root.join("checks")).unwrap().map(|topic| topic.unwrap().path().join(question));
    topics.into_iter().find(|folder| folder.is_dir()).unwrap_or_else(|| panic!("{question} is in the bank"))
}

#[test]
fn every_answer_of_a_class_gets_the_verdict_that_it_must_get() {
    let answers = expected();
    let mut by_question: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for answer in &answers {
        by_question.entry(&answer.question).or_default().push(answer);
    }
    let malice = by_question.remove("*").unwrap();
    let is_right = |answer: &&&Answer| answer.verdict == "pass";
    let bench = Bench::new();
    let mut must = BTreeMap::new();
    let mut number = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        number ^= number << 13;
        number ^= number >> 7;
        number ^= number << 17;
        (number >> 16) as usize % below
    };
    for candidate in 0..candidates() {
        let name = format!("candidate-{candidate:04}");
        for (question, answers) in &by_question {
            let extension = answers[0].path.extension().unwrap().to_str().unwrap();
            let right: Vec<_> = answers.iter().filter(is_right).collect();
            let answer = match next(100) {
                0..60 => *right[next(right.len())],
                // Malice is written in Python.
                60..66 if extension == "py" => malice[next(malice.len())],
                _ => answers[next(answers.len())],
            };
            let content = fs::read(&answer.path).unwrap();
            bench.write(&format!("class/{name}/{question}.{extension}"), content);
            let shown = answer.path.file_name().unwrap().to_str().unwrap().to_owned();
            must.insert((name.clone(), (*question).to_owned()), (shown, answer.verdict.clone()));
        }
    }
    // The bank is verified where it is built.
    let ran = bench.run(["grade", "class", "--out", "out", "--no-verify"]).expect(1);
    let text = fs::read_to_string(bench.path("out/results.jsonl")).unwrap();
    let mut wrong = Vec::new();
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| row[name].as_str().unwrap().to_owned();
        let (answer, verdict) = must.remove(&(field("candidate"), field("question"))).expect("one row for each answer");
        if !verdict.split('|').any(|verdict| verdict == field("verdict")) {
            wrong.push(format!("{} {answer}: {} and must be {verdict}", field("question"), field("verdict")));
        }
    }
    assert!(must.is_empty() && wrong.is_empty(), "{} without a row, {wrong:#?}\n{}", must.len(), ran.whole());
}
