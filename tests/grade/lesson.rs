//! A small class: one bank with one question, and answers to it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK, Ran, ran};

/// Passes one case of two.
pub const WRONG: &str = "def f():\n    return 2\n";

/// Passes, and takes a while.
pub const SLOW: &str = "import time\n\ndef f():\n    time.sleep(0.3)\n    return 1\n";

/// Does what no honest answer does.
pub const TAMPERS: &str = "import ctypes\n\ndef f():\n    ctypes.CDLL(None).ptrace(0, 0, 0, 0)\n    return 1\n";

/// A bench with the bank of `probe`, whose sample weighs three times as much as its hidden case.
pub struct Lesson {
    pub bench: Bench,
    bank: PathBuf,
}

impl Lesson {
    pub fn new() -> Lesson {
        let bench = Bench::new();
        let cases =
            r#"{"cases": {"sample_a": {"weight": 3, "group": "basic"}, "case_b": {"weight": 1, "group": "edge"}}}"#;
        let bank = bench.bank_with(PROBE, PROBE_OK, cases);
        Lesson { bench, bank }
    }

    /// With these answers in `class`.
    pub fn with(answers: &[(&str, &str)]) -> Lesson {
        let lesson = Lesson::new();
        for (candidate, answer) in answers {
            lesson.hand_in(candidate, answer);
        }
        lesson
    }

    pub fn hand_in(&self, candidate: &str, answer: &str) {
        self.bench.write(&format!("class/{candidate}/probe.py"), answer);
    }

    /// `greenroom grade class --out out` and these arguments, separated by spaces.
    pub fn command(&self, more: &str) -> Command {
        let arguments = ["grade", "class", "--out", "out"].into_iter().chain(more.split_whitespace());
        let mut command = self.bench.command(arguments);
        command.arg("--bank").arg(&self.bank);
        command
    }

    pub fn grade(&self, more: &str) -> Ran {
        ran(&mut self.command(more))
    }

    /// Any other command, its arguments separated by spaces.
    pub fn run(&self, arguments: &str) -> Ran {
        self.bench.run(arguments.split_whitespace())
    }

    pub fn rows(&self) -> Vec<Value> {
        self.rows_of("out")
    }

    /// The results in a folder, by candidate and question.
    pub fn rows_of(&self, out: &str) -> Vec<Value> {
        let mut rows: Vec<Value> = self.lines_of(out).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        rows.sort_by_key(|row| (row["candidate"].to_string(), row["question"].to_string()));
        rows
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines_of("out")
    }

    fn lines_of(&self, out: &str) -> Vec<String> {
        let text = fs::read_to_string(self.bench.path(out).join("results.jsonl")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Candidate, verdict and score of each row.
    pub fn verdicts(&self) -> Vec<(String, String, f64)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let fact = |row: &Value| (text(&row["candidate"]), text(&row["verdict"]), row["score"].as_f64().unwrap());
        self.rows().iter().map(fact).collect()
    }
}

/// A row without what is measured.
pub fn without_times(mut row: Value) -> Value {
    for measured in ["cpu_ms", "wall_ms", "max_rss_kib", "retries"] {
        row.as_object_mut().unwrap().remove(measured);
    }
    row
}
