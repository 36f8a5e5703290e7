//! `greenroom verify` beyond the answers of the bank: mutants, junk, repetition, pace, and the Python of model answers.

mod support;

use std::ffi::OsStr;
use std::path::Path;

use crate::support::{Bench, PROBE, PROBE_OK, Ran};

fn verify(bench: &Bench, bank: &Path, options: &[&str]) -> Ran {
    let options = options.iter().map(OsStr::new);
    bench.run([OsStr::new("verify"), OsStr::new("--bank"), bank.as_os_str()].into_iter().chain(options))
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

/// A check of a function with these examples, the first of which is a sample.
fn check(examples: &[&str]) -> String {
    let cases = examples.iter().enumerate().map(|(number, example)| {
        let kind = if number == 0 { "sample_a" } else { &format!("case_{number}") };
        format!("\n\ndef {kind}():\n    \"\"\"\n    {}\n    \"\"\"\n", example.replace('\n', "\n    "))
    });
    format!("\"\"\"Probe.\"\"\"\nfrom answer import f\n{}", cases.collect::<String>())
}

const CLAMP: &str = "def f(n):\n    if n > 3:\n        return 3\n    return n\n";

#[test]
fn a_mutant_that_survives_is_named_with_its_line_and_its_change() {
    let bench = Bench::new();
    let bank = bench.bank(&check(&[">>> f(1)\n1"]), CLAMP);
    verify(&bench, &bank, &[]).expect(0);
    let ran = verify(&bench, &bank, &["--mutate"]).expect(4);
    says(&ran, &["ok_one.py:2", "`n > 3` became `n >= 3`", "no case notices", "95 % is the least"]);
    says(&ran, &["ok_one.py:3", "`return 3` became `return None`", "mutants killed (0."]);
}

#[test]
fn a_check_that_kills_all_mutants_holds() {
    let bench = Bench::new();
    let strict = check(&[">>> f(1)\n1", ">>> f(2), f(3), f(4), f(9)\n(2, 3, 3, 3)"]);
    let bank = bench.bank(&strict, "def f(n):\n    return min(n, 3)\n");
    let ran = verify(&bench, &bank, &["--mutate"]).expect(0);
    says(&ran, &["mutants killed (1.00)"]);
}

#[test]
fn an_equivalent_mutant_is_accepted_by_name_and_only_as_long_as_it_survives() {
    let accepted = |became: &str| {
        serde_json::json!({"file": "ok_one.py", "line": "if n > 3:", "was": "n > 3", "became": became,
            "why": "3 is clamped to 3"})
    };
    let mutants = serde_json::json!({"mutants": [accepted("n >= 3"), accepted("n > 2")]}).to_string();
    let examples = [">>> f(1)\n1", ">>> f(2), f(3), f(4), f(9)\n(2, 3, 3, 3)"];
    let bench = Bench::new();
    let bank = bench.bank_with(&check(&examples), CLAMP, &mutants);
    says(&verify(&bench, &bank, &["--mutate"]).expect(0), &["(1.00), 2 accepted"]);
    let changed = mutants.replace("n >= 3", "n != 3");
    let bank = bench.bank_with(&check(&examples), CLAMP, &changed);
    let ran = verify(&bench, &bank, &["--mutate"]).expect(4);
    says(&ran, &["probe.json", "accepts `n > 3` as `n != 3`", "no such mutant survives"]);
    let bank = bench.bank_with(&check(&examples), CLAMP, &mutants.replace("if n > 3:", "if n > 4:"));
    says(&verify(&bench, &bank, &[]).expect(2), &["probe.json:", "`ok_one.py` has no line `if n > 4:`"]);
}

#[test]
fn a_mutant_that_never_ends_is_killed_soon() {
    let bench = Bench::new();
    let ok = "def f(n):\n    total = 0\n    while n > 0:\n        total += n\n        n -= 1\n    return total\n";
    let bank = bench.bank(&check(&[">>> f(1)\n1", ">>> f(2), f(4), f(0)\n(3, 10, 0)"]), ok);
    let began = std::time::Instant::now();
    let ran = verify(&bench, &bank, &["--mutate"]).expect(4);
    // The one survivor: nothing is added for 0. Two of the others never end, and each would take 2 s.
    says(&ran, &["`n > 0` became `n >= 0`"]);
    assert!(began.elapsed().as_secs() < 60);
}

#[test]
fn a_right_answer_that_passes_each_case_only_alone_has_no_mutants() {
    let bench = Bench::new();
    // Of the three cases only the last is tried after another of its kind: `case_1` burns CPU and is tried alone.
    let ok = "import time\nseen = []\n\n\ndef f(n):\n    seen.append(n)\n    began = time.process_time()\n    \
              while n == 2 and time.process_time() - began < 0.1:\n        pass\n    return n + (seen == [1, 3])\n";
    let bank = bench.bank(&check(&[">>> f(1)\n1", ">>> f(2)\n2", ">>> f(3)\n3"]), ok);
    verify(&bench, &bank, &[]).expect(0);
    let ran = verify(&bench, &bank, &["--mutate"]).expect(4);
    says(&ran, &["ok_one.py", "passes each case alone, and gets `fail` for several"]);
}

#[test]
fn a_case_that_needs_the_case_before_it_is_named() {
    let bench = Bench::new();
    let ok = "seen = []\n\n\ndef f(n):\n    seen.append(n)\n    return len(seen)\n";
    let bank = bench.bank(&check(&[">>> f(1)\n1", ">>> f(2)\n2"]), ok);
    verify(&bench, &bank, &[]).expect(0);
    says(&verify(&bench, &bank, &["--mutate"]).expect(4), &["`case_1` gives `fail` when it is tried alone"]);
}

#[test]
fn a_seed_that_would_kill_a_survivor_is_named() {
    let bench = Bench::new();
    let examples = [">>> f(1)\n1", ">>> for n in ([7] if seed == 3 else [1]): f(n)  # doctest: +REFERENCE"];
    let bank = bench.bank(&check(&examples), CLAMP);
    let ran = verify(&bench, &bank, &["--mutate"]).expect(4);
    says(&ran, &["`return 3` became `return None`, and no case notices; `case_1` would with `--seed 3`"]);
}

#[test]
fn junk_that_passes_is_named() {
    let bench = Bench::new();
    let bank = bench.bank(&check(&[">>> f(1)\n1", ">>> f(5)\n5"]), "def f(n):\n    return n\n");
    says(&verify(&bench, &bank, &["--junk"]).expect(4), &["an answer that returns its first argument gets `pass`"]);
    let bank = bench.bank(&check(&[">>> f(1)\n1", ">>> bool(f(5))\nTrue"]), "def f(n):\n    return 1\n");
    says(&verify(&bench, &bank, &["--junk"]).expect(4), &["an answer that returns `1` gets `pass`"]);
    let bank = bench.bank(&check(&[">>> f(3)\n'3!'", ">>> len(f(3))\n2"]), "def f(n):\n    return f'{n}!'\n");
    says(
        &verify(&bench, &bank, &["--junk"]).expect(4),
        &["knows the samples by heart gets `pass`", "gives the outputs of the samples in turn gets `pass`"],
    );
    let bank = bench.bank(&check(&[">>> f(1).x.y == 3\nTrue", ">>> bool(f(2).z)\nTrue"]), ANY_OK);
    says(&verify(&bench, &bank, &["--junk"]).expect(4), &["is a class that accepts anything gets `pass`"]);
}

const ANY_OK: &str = "class f(int):\n    x = property(lambda self: self)\n    z = y = 3\n";

#[test]
fn a_check_that_junk_cannot_pass_holds() {
    let bench = Bench::new();
    let strict = check(&[">>> f(3)\n'3!'", ">>> f(4), f(-5)\n('4!', '-5!')"]);
    let ran = verify(&bench, &bench.bank(&strict, "def f(n):\n    return f'{n}!'\n"), &["--junk"]).expect(0);
    says(&ran, &["junk"]);
}

#[test]
fn counters_that_an_answer_can_set_back_are_noticed() {
    let counting = "\"\"\"Probe.\"\"\"
from answer import f


class Item:
    looks = 0

    def __init__(self, value):
        self.value = value

    def look(self):
        Item.looks += 1
        return self.value


def looks(count):
    Item.looks = 0
    f([Item(number) for number in range(count)])
    return Item.looks


def sample_a():
    \"\"\"
    >>> f([Item(3), Item(4)])
    7
    \"\"\"


def case_looks():
    \"\"\"
    >>> looks(100)  # doctest: +BETWEEN
    (LOWEST, 100)
    \"\"\"
";
    let bench = Bench::new();
    let ok = "def f(items):\n    return sum([item.look() for item in items])\n";
    let slow =
        "def f(items):\n    return sum([[other.look() for other in items][0] * 0 + item.look() for item in items])\n";
    let bank = bench.bank(&counting.replace("LOWEST", "0"), ok);
    bench.write("bank/checks/tests/probe/bad_b.py", slow);
    let path = bank.join("questions/tests/probe.json");
    let question: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let mut changed = question.clone();
    changed["wrong"][1]["fails"] = serde_json::json!(["case_looks"]);
    std::fs::write(&path, changed.to_string()).unwrap();
    let ran = verify(&bench, &bank, &["--junk"]).expect(4);
    says(&ran, &["is `bad_b.py` and sets counters back gets `pass`"]);
    says(&ran, &["is `bad_b.py` and counts one for each item gets `pass`"]);
    bench.write("bank/checks/tests/probe/check.py", counting.replace("LOWEST", "100"));
    let ran = verify(&bench, &bank, &["--junk"]).expect(4);
    says(&ran, &["is `bad_b.py` and counts one for each item gets `pass`"]);
    assert!(!ran.stdout.contains("sets counters back"), "{}", ran.whole());
}

#[test]
fn an_answer_whose_verdict_depends_on_the_order_of_sets_is_noticed() {
    let bench = Bench::new();
    // The order of eleven words is the same for two hash seeds once in forty million.
    let ok = "def f():\n    words = list({*'one two three four five six seven eight nine ten eleven'.split()})\n    \
              return words == EXPECTED or 1\n";
    let bank = bench.bank(PROBE, PROBE_OK);
    verify(&bench, &bank, &["--repeat", "3"]).expect(0);
    let order = bench.check_probe(
        &bank,
        "def f():\n    return list({*'one two three four five six seven eight nine ten eleven'.split()})\n",
    );
    let expected = order["cases"][0]["failure"]["got"].as_str().unwrap_or_else(|| panic!("{order}")).to_owned();
    let wrong_in_that_order = ok.replace("words == EXPECTED or 1", &format!("2 if words == {expected} else 1"));
    bench.write("bank/checks/tests/probe/bad_c.py", wrong_in_that_order);
    verify(&bench, &bank, &[]).expect(0);
    let ran = verify(&bench, &bank, &["--repeat", "2"]).expect(4);
    says(&ran, &["bad_c.py", "`sample_a` gives `fail` the first time and `pass` in run 2"]);
}

#[test]
fn a_right_answer_that_needs_over_a_third_of_the_limit_is_noticed() {
    let slow = |seconds: f64| {
        format!("import time\n\n\ndef f():\n    while time.process_time() < {seconds}:\n        pass\n    return 1\n")
    };
    let bench = Bench::new();
    let bank = bench.bank_with(PROBE, &slow(0.7), r#"{"limits": {"cpu_s": 1.5}}"#);
    let ran = verify(&bench, &bank, &[]).expect(4);
    says(&ran, &["ok_one.py", "`sample_a` takes this right answer 0.", "over a third of `cpu_s`, which is 1.5"]);
    let bank = bench.bank_with(PROBE, &slow(0.2), r#"{"limits": {"cpu_s": 1.5}}"#);
    verify(&bench, &bank, &[]).expect(0);
}

#[test]
fn python_in_a_model_answer_runs_and_prints_what_it_claims() {
    let told = |block: &str| {
        let bench = Bench::new();
        let text = format!("Like this:\n```python\n{block}\n```\n");
        let bank = bench.bank_with(PROBE, PROBE_OK, &serde_json::json!({"model_answer": text}).to_string());
        verify(&bench, &bank, &[])
    };
    told("x = 1\nprint(x)").expect(0);
    told(">>> x = [1, 'a']\n>>> x\n[1, 'a']\n>>> print(2)\n2\n>>> x[5]\nTraceback (most recent call last):\nIndexError: list index out of range").expect(0);
    says(&told("1 / 0").expect(4), &["probe.json", "block 1 of Python in `model_answer`", "ZeroDivisionError"]);
    says(&told(">>> 1 + 1\n3").expect(4), &["`model_answer`", "Expected: 3", "Got: 2"]);
}

#[test]
fn two_wrong_answers_that_are_one_are_noticed() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    bench.write("bank/checks/tests/probe/bad_c.py", "def f():\n    return 2\n\n");
    says(&verify(&bench, &bank, &[]).expect(4), &["bad_c.py this wrong answer is the text of `bad_b.py`"]);
    let bank = bench.bank(PROBE, PROBE_OK);
    let path = bank.join("questions/tests/probe.json");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("Not as in bad_b.py.", "Not as in bad_a.py.")).unwrap();
    says(&verify(&bench, &bank, &[]).expect(4), &["bad_b.py", "told the same as `bad_a.py`"]);
}

#[test]
fn junk_predictions_and_equal_ones_are_noticed() {
    let bench = Bench::new();
    let question = serde_json::json!({"format": 1, "slug": "probe", "title": "Probe", "kind": "predict", "topic": "tests",
        "level": "easy", "minutes": 3, "seeds": [], "prompt": "What does it print?", "hints": ["Run it."],
        "model_answer": "1 and 1.", "key_points": [{"id": "one", "text": "1", "weight": 1}],
        "wrong": [{"file": "bad_a.txt", "says": "No."}, {"file": "bad_b.txt", "says": "No."}, {"file": "bad_c.txt", "says": "No."}]});
    bench.write("bank/questions/tests/probe.json", question.to_string());
    for (name, text) in [
        ("snippet.py", "print(1)\nprint(1)\n"),
        ("expected.txt", "1\n1\n"),
        ("bad_a.txt", "1\n2\n"),
        ("bad_b.txt", "2\n1\n"),
        ("bad_c.txt", "2 \n1\n"),
    ] {
        bench.write(&format!("bank/checks/tests/probe/{name}"), text);
    }
    let ran = verify(&bench, &bench.path("bank"), &["--junk"]).expect(4);
    says(&ran, &["bad_c.txt", "has the lines of `bad_b.txt`", "a prediction that has `1` in each line is right"]);
}
