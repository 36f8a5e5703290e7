//! The standard workload: a merge of two sorted lists, ten cases, and as many answers with small differences as wanted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

/// The right answer: 30 lines that import `collections` and `typing`.
const ANSWER: &str = include_str!("workload/answer.py");

/// A line of the answer, and what stands there in the wrong one: it fails the fourth case and no other.
const MISTAKE: (&str, &str) =
    ("    merged: Merged = []\n", "    merged: Merged = []\n    if not second:\n        return []\n");

/// The slug of the question.
pub const QUESTION: &str = "merge";

/// One case: `merge(a, b)` must be `expected`. All three are Python literals.
#[derive(Debug)]
pub struct Case {
    pub name: &'static str,
    pub a: String,
    pub b: String,
    pub expected: String,
}

/// A folder with the bank and whatever the contenders write.
#[derive(Debug)]
pub struct Workload {
    folder: TempDir,
    pub cases: Vec<Case>,
}

impl Workload {
    pub fn new() -> io::Result<Workload> {
        let workload =
            Workload { folder: tempfile::Builder::new().prefix("greenroom-speed-").tempdir()?, cases: cases() };
        workload.write_bank()?;
        Ok(workload)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn bank(&self) -> PathBuf {
        self.path("bank")
    }

    /// An empty folder. What stood there goes only at the end of the program.
    // Receipt: for five seconds ext4 searches past every inode that was removed before it takes one: after a folder of 2,000
    // files was removed, `grade` used 3.4 ms of CPU an answer to write as many, and 2.0 ms in an untouched place.
    pub fn fresh(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.path(name);
        if folder.exists() {
            let before =
                tempfile::Builder::new().prefix("before-").disable_cleanup(true).tempdir_in(self.folder.path())?;
            fs::rename(&folder, before.path().join(name))?;
        }
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The answer and its cases as one script, which ends with status 1 at the first case that fails.
    pub fn script(&self, answer: &str) -> String {
        let asserts = self.cases.iter().map(|case| format!("assert {} == {}\n", case.call(), case.expected));
        format!("{answer}\n\n{}", asserts.collect::<String>())
    }

    /// The check of the question.
    pub fn check(&self) -> String {
        let cases = self.cases.iter().map(|case| {
            format!(
                "\n\ndef {}():\n    \"\"\"\n    >>> {}\n    {}\n    \"\"\"\n",
                case.name,
                case.call(),
                case.expected
            )
        });
        format!("\"\"\"Merge two sorted lists.\"\"\"\nfrom answer import merge\n{}", cases.collect::<String>())
    }

    fn write_bank(&self) -> io::Result<()> {
        let wrong = ["sorted(set(a + b))", "a + b", "[]"];
        let first_to_fail = ["case_duplicates", "sample_interleaved", "sample_interleaved"];
        let files: Vec<String> = (1..=wrong.len()).map(|number| format!("bad_{number}.py")).collect();
        let wrong_answers: Vec<_> = files
            .iter()
            .zip(first_to_fail)
            .map(|(file, case)| json!({"file": file, "fails": [case], "says": "Keep every item of both, in order."}))
            .collect();
        let question = json!({
            "format": 1, "slug": QUESTION, "title": "Merge two sorted lists", "kind": "code", "topic": "lists",
            "level": "easy", "minutes": 10, "seeds": [], "prompt": "Write `merge(a, b)`.", "wrong": wrong_answers,
            "hints": ["Compare the fronts."], "model_answer": "Move the smaller of the two fronts until both are empty.",
            "key_points": [{"id": "fronts", "text": "compares the fronts only", "weight": 1}]
        });
        let bank = self.bank();
        write(&bank.join("questions/lists/merge.json"), &question.to_string())?;
        let checks = bank.join("checks/lists/merge");
        write(&checks.join("check.py"), &self.check())?;
        write(&checks.join("starter.py"), "def merge(a, b):\n    ...\n")?;
        write(&checks.join("ok_fronts.py"), ANSWER)?;
        for (file, result) in files.iter().zip(wrong) {
            write(&checks.join(file), &format!("def merge(a, b):\n    return {result}\n"))?;
        }
        Ok(())
    }
}

impl Case {
    pub fn call(&self) -> String {
        format!("merge({}, {})", self.a, self.b)
    }
}

/// The sources of `count` right answers. No two of a run are equal, so that no cache of results helps anybody.
pub fn answers(count: u32, batch: &mut u32) -> Vec<String> {
    *batch += 1;
    (0..count).map(|number| format!("{ANSWER}# answer {number} of batch {batch}\n")).collect()
}

/// An answer that must be rejected.
pub fn wrong_answer() -> String {
    let wrong = ANSWER.replace(MISTAKE.0, MISTAKE.1);
    assert_ne!(wrong, ANSWER, "the line with the mistake is there");
    wrong
}

/// Write a file, and the folders above it.
pub fn write(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content)
}

fn cases() -> Vec<Case> {
    let case = |name: &'static str, a: &str, b: &str, expected: &str| Case {
        name,
        a: a.to_owned(),
        b: b.to_owned(),
        expected: expected.to_owned(),
    };
    let every_second = |first: u32| format!("{:?}", (first..200).step_by(2).collect::<Vec<u32>>());
    vec![
        case("sample_interleaved", "[1, 4, 6]", "[2, 3, 7]", "[1, 2, 3, 4, 6, 7]"),
        case("sample_words", "['fig']", "['apple', 'kiwi', 'pear']", "['apple', 'fig', 'kiwi', 'pear']"),
        case("case_left_is_empty", "[]", "[7, 8]", "[7, 8]"),
        case("case_right_is_empty", "[7, 8]", "[]", "[7, 8]"),
        case("case_both_are_empty", "[]", "[]", "[]"),
        case("case_duplicates", "[1, 1, 3]", "[1, 3, 3, 5]", "[1, 1, 1, 3, 3, 3, 5]"),
        case("case_zero_is_an_item", "[-3, 0, 2]", "[-1, 0, 0, 5]", "[-3, -1, 0, 0, 0, 2, 5]"),
        case("case_left_is_used_up_first", "[1, 2]", "[5, 6, 7]", "[1, 2, 5, 6, 7]"),
        case("case_pairs", "[(1, 'a'), (2, 'b')]", "[(1, 'b'), (3, 'a')]", "[(1, 'a'), (1, 'b'), (2, 'b'), (3, 'a')]"),
        case(
            "case_hundred_items_each",
            &every_second(0),
            &every_second(1),
            &format!("{:?}", (0..200).collect::<Vec<u32>>()),
        ),
    ]
}
