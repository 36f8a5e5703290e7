//! How the cost of answers grows: `greenroom check --growth` on the bank, on answers that lie or break, and on functions of
//! known class.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::support::{Bench, Ran};

/// A check that gives the answer numbers in disorder.
const CHECK: &str = "\"\"\"Anything.\"\"\"
import random

from answer import f


def growing(size):
    items = list(range(size))
    random.Random(seed * 1000 + size).shuffle(items)
    return f, items


def sample_a():
    \"\"\"
    >>> callable(f)
    True
    \"\"\"
";

const OK: &str = "def f(items):\n    return sum(items)\n";

fn bank(bench: &Bench) -> PathBuf {
    bench.bank_with(
        CHECK,
        OK,
        r#"{"complexity": {"time": "O(n)", "space": "O(1)", "classes": {"time": "O(n)", "space": "O(1)"}}}"#,
    )
}

fn grow(bench: &Bench, bank: &Path, arguments: &[&str]) -> Ran {
    let bank = bank.to_str().unwrap();
    bench.run(["check", "probe", "--growth", "--bank", bank].into_iter().chain(arguments.iter().copied()))
}

/// The growth of one answer, as JSON has it.
fn growth(bench: &Bench, answer: &str) -> Value {
    bench.write("answer.py", answer);
    let mut document = grow(bench, &bank(bench), &["--json", "answer.py"]).expect(0).json();
    document["answers"][0]["growth"].take()
}

#[test]
fn an_answer_as_good_as_the_authors_agrees_on_the_screen_and_in_json() {
    let bench = Bench::new();
    bench.write("answer.py", OK);
    let shown = grow(&bench, &bank(&bench), &["answer.py"]).expect(0).stdout;
    for words in ["Grows as O(n): counted, and O(n) is the author's class too.", "size  steps  per item", "█"] {
        assert!(shown.contains(words), "`{words}` in {shown}");
    }
    let growth = growth(&bench, OK);
    assert_eq!(
        (&growth["class"], &growth["author"], &growth["agrees"]),
        (&json!("O(n)"), &json!("O(n)"), &json!(true))
    );
    assert_eq!(growth["points"].as_array().unwrap().last().unwrap()["size"], 4096);
}

#[test]
fn a_worse_answer_passes_all_the_same_and_is_told() {
    let bench = Bench::new();
    let worse = "def f(items):\n    return [item for item in items if items.count(item) > 1]\n";
    bench.write("answer.py", worse);
    let shown = grow(&bench, &bank(&bench), &["answer.py"]).expect(0).stdout;
    assert!(shown.contains("Grows as O(n^2): counted. The author's answer is O(n)"), "{shown}");
    assert_eq!(growth(&bench, worse)["agrees"], false);
}

#[test]
fn without_the_option_or_without_a_pass_nothing_is_counted() {
    let bench = Bench::new();
    bench.write("answer.py", OK);
    bench.write("wrong.py", "f = 1\n");
    let bank = bank(&bench);
    let plain = bench.run(["check", "probe", "--json", "--bank", bank.to_str().unwrap(), "answer.py"]).expect(0).json();
    assert_eq!(plain["answers"][0]["growth"], Value::Null);
    let wrong = grow(&bench, &bank, &["--json", "wrong.py"]).expect(1).json();
    assert_eq!(wrong["answers"][0]["growth"], Value::Null);
}

#[test]
fn a_question_without_growing_says_so() {
    let bench = Bench::new();
    let bank = bench.bank(support::PROBE, support::PROBE_OK);
    bench.write("answer.py", support::PROBE_OK);
    let shown = grow(&bench, &bank, &["answer.py"]).expect(0).stdout;
    assert!(shown.contains("Growth not counted: this question says no inputs of growing size."), "{shown}");
}

#[test]
fn growing_takes_one_size() {
    let bench = Bench::new();
    let check = CHECK.replace("def growing(size):", "def growing(size, seed):");
    let bank = bench.bank(&check, OK);
    bench.write("answer.py", OK);
    let ran = grow(&bench, &bank, &["answer.py"]);
    assert!(ran.code != Some(0) && ran.stderr.contains("`growing` takes one size"), "{}", ran.whole());
}

#[test]
fn growing_and_classes_come_together() {
    let bench = Bench::new();
    let classes = r#"{"complexity": {"time": "O(n)", "space": "O(1)", "classes": {"time": "O(n)", "space": "O(1)"}}}"#;
    let banks = [
        (CHECK, "{}", "say in `complexity` which `classes` its sizes show"),
        (support::PROBE, classes, "`complexity` names `classes`; add `growing(size)`"),
    ];
    for (check, extra, words) in banks {
        let bank = bench.bank_with(check, OK, extra);
        let ran = bench.run(["verify", "--bank", bank.to_str().unwrap()]).expect(4);
        assert!(ran.whole().replace("\n ", " ").contains(words), "{}", ran.whole());
    }
}

#[test]
fn an_answer_that_cannot_be_counted_still_passes() {
    let table = [
        (
            "raises",
            "def f(items):\n    if len(items) > 10:\n        raise ValueError('\\x1b[31m')\n    return sum(items)\n",
        ),
        ("leaves", "import os\n\n\ndef f(items):\n    os._exit(0)\n"),
        ("loops", "def f(items):\n    while True:\n        pass\n"),
        (
            "loops and swallows",
            "def f(items):\n    while True:\n        try:\n            f\n        except BaseException:\n            pass\n",
        ),
        ("recurses", "def f(items):\n    return f(items)\n"),
        ("writes frames", "import os\n\n\ndef f(items):\n    os.write(3, b'\\x01\\x00\\x00\\x00\\xff' * 9)\n"),
        ("prints", "def f(items):\n    print('x' * 10_000_000)\n"),
        ("counts at import", "import sys\nsys.setrecursionlimit(50)\n\n\ndef f(items):\n    return len(items)\n"),
    ];
    for (name, answer) in table {
        let bench = Bench::new();
        let growth = growth(&bench, answer);
        assert!(growth["class"].is_null() || name == "counts at import", "{name}: {growth}");
        assert!(growth["stopped"].is_string() || name == "counts at import", "{name}: {growth}");
    }
}

#[test]
fn an_answer_that_lies_lies_about_itself_only() {
    let bench = Bench::new();
    let liar = "import gc\n\n\ndef f(items):\n    for space in gc.get_objects():\n        \
                if isinstance(space, dict) and '<tick>' in space:\n            space['<tick>'] = lambda: 1\n    \
                return [one for one in items for other in items]\n";
    bench.write("liar.py", liar);
    bench.write("honest.py", OK);
    let answers = grow(&bench, &bank(&bench), &["--json", "liar.py", "honest.py"]).expect(0).json();
    let verdicts: Vec<&Value> = (0..2).map(|index| &answers["answers"][index]["verdict"]).collect();
    assert_eq!(verdicts, ["pass", "pass"]);
    assert_eq!(answers["answers"][1]["growth"]["class"], "O(n)");
}

/// Every right answer of the bank whose check says inputs is counted as its author says.
#[test]
fn right_answers_of_the_bank_are_counted_as_their_authors_say() {
    let bench = Bench::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut counted = 0;
    let mut wrong = Vec::new();
    for topic in fs::read_dir(root.join("checks")).unwrap() {
        for folder in fs::read_dir(topic.unwrap().path()).unwrap() {
            let folder = folder.unwrap().path();
            let check = fs::read_to_string(folder.join("check.py")).unwrap_or_default();
            let slug = folder.file_name().unwrap().to_str().unwrap().to_owned();
            let topic = folder.parent().unwrap().file_name().unwrap().to_str().unwrap();
            let question = fs::read_to_string(root.join(format!("questions/{topic}/{slug}.json"))).unwrap();
            let grows = check.contains("\ndef growing(size):\n");
            assert_eq!(
                grows,
                question.contains("\"classes\": { \"time\""),
                "{slug}: `growing` and `classes` come together"
            );
            if !grows {
                continue;
            }
            let answers = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
            let answers = answers.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("ok_"));
            let mut command = bench.command(["check", &slug, "--growth", "--json"]);
            let ran = support::ran(command.args(answers).arg("--bank").arg(root)).expect(0);
            for answer in ran.json()["answers"].as_array().unwrap() {
                counted += 1;
                if answer["growth"]["agrees"] != true {
                    wrong.push(format!("{slug} {}: {}", answer["file"], answer["growth"]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(counted >= 20, "{counted}");
}

/// Keeps a core busy.
struct Burner(Child);

impl Burner {
    fn start() -> Burner {
        Burner(Command::new("sh").args(["-c", "while :; do :; done"]).stdout(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Burner {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// The functions of `tests/growth/`, whose names begin with their class, many times each while two processes burn. Each run
/// has other inputs. `GROWTH_RUNS` says how many runs; prints a table.
#[test]
#[expect(clippy::print_stdout, reason = "the table is what it is run for")]
#[ignore = "takes minutes: cargo test --test growth -- --ignored --nocapture"]
fn functions_of_known_class_are_counted_right_under_load() {
    let runs: usize = std::env::var("GROWTH_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(20);
    let bench = Bench::new();
    let bank = bank(&bench);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/growth");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let _burners = [Burner::start(), Burner::start()];
    // Right, undecided, wrong; and what else was said.
    let mut rows: BTreeMap<String, ([usize; 3], String)> = BTreeMap::new();
    for run in 1..=runs {
        let seed = run.to_string();
        let mut command = bench.command(["check", "probe", "--growth", "--json", "--seed", &seed]);
        let ran = support::ran(command.args(&files).arg("--bank").arg(&bank)).expect(0);
        for (path, answer) in files.iter().zip(ran.json()["answers"].as_array().unwrap()) {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let known = match name.split("__").next().unwrap() {
                "constant" => "O(1)",
                "logarithmic" => "O(log n)",
                "linear" => "O(n)",
                "linearithmic" => "O(n log n)",
                "quadratic" => "O(n^2)",
                "cubic" => "O(n^3)",
                "exponential" => "O(2^n)",
                other => panic!("`{other}` is no class"),
            };
            let growth = &answer["growth"];
            let (counts, remark) = rows.entry(format!("{known:<10}  {name}")).or_default();
            match growth["class"].as_str() {
                Some(class) if class == known => counts[0] += 1,
                None => {
                    counts[1] += 1;
                    *remark = format!("between {}; {}", growth["nearest"], growth["stopped"]);
                }
                Some(class) => {
                    counts[2] += 1;
                    *remark = format!("said {class}");
                }
            }
        }
    }
    let mut total = [0; 3];
    println!("right  undecided  wrong  class       function");
    for (name, (counts, remark)) in &rows {
        println!("{:>5}  {:>9}  {:>5}  {name}  {remark}", counts[0], counts[1], counts[2]);
        (0..3).for_each(|index| total[index] += counts[index]);
    }
    println!("{:>5}  {:>9}  {:>5}  of {} functions, {runs} runs each", total[0], total[1], total[2], rows.len());
    assert_eq!(total[2], 0, "an undecided count is honest, a wrong one is not");
}
