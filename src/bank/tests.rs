//! What is said of a bank that has a fault: the sample is broken in one place, opened, and its problems are read.

use proptest::prelude::*;
use tempfile::TempDir;

use crate::bank::bank::Bank;
use crate::bank::error::BankError;
use crate::bank::sample::CODE;
use crate::bank::sample::EXPLAIN;
use crate::bank::sample::EXPLAIN_JSON;
use crate::bank::sample::PLAN_FILE;
use crate::bank::sample::PREDICT;
use crate::bank::sample::SEEDS_FILE;
use crate::bank::sample::Sample;

impl Sample {
    fn open(&self) -> Result<Bank, Vec<BankError>> {
        let dir = TempDir::new().unwrap();
        self.write(dir.path());
        Bank::open(&[dir.path().to_owned()])
    }

    /// Each problem as `path:line: message`, paths from the folder of the bank on.
    fn problems(&self) -> Vec<String> {
        let dir = TempDir::new().unwrap();
        self.write(dir.path());
        let root = format!("{}/", dir.path().display());
        let errors = Bank::open(&[dir.path().to_owned()]).err().unwrap_or_default();
        let told = errors.iter().map(|error| match error {
            BankError::File(problem) => {
                let line = problem.place.as_ref().map(|place| format!(":{}", place.line)).unwrap_or_default();
                format!("{}{line}: {}", problem.path, problem.message)
            }
            other => other.to_string(),
        });
        told.map(|said| said.replace(&root, "")).collect()
    }
}

/// The one problem of the sample after an edit of one file. It must point at the line of the edit.
#[track_caller]
fn said(path: &str, old: &str, new: &str) -> String {
    let sample = Sample::new();
    let text = String::from_utf8(sample.0[path].clone()).unwrap();
    let line = text[..text.find(old).unwrap()].lines().count().max(1);
    let problem = only(sample.edited(path, old, new).problems());
    let told = problem.strip_prefix(&format!("{path}:{line}: "));
    told.unwrap_or_else(|| panic!("not line {line}: {problem}")).to_owned()
}

#[track_caller]
fn only(problems: Vec<String>) -> String {
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().unwrap()
}

#[test]
fn a_slug_is_the_name_of_its_file_and_a_topic_of_its_folder() {
    let problems = Sample::new().edited(EXPLAIN, "\"class-of-class\"", "\"class\"").problems();
    assert_eq!(
        only(problems),
        format!("{EXPLAIN}:3: the slug is `class` and the file is called `class-of-class.json`; make them equal")
    );
    let topic = said(EXPLAIN, "\"classes\"", "\"types\"");
    assert_eq!(topic, "the topic is `types` and the folder is called `classes`; make them equal");
}

#[test]
fn names_follow_one_pattern() {
    assert!(said(CODE, "\"leak-count\"", "\"Leak count\"").starts_with("`Leak count` is not a name; a name is"));
    assert!(said(CODE, "\"leaks\"", "\"../leaks\"").starts_with("`../leaks` is not a name"));
}

#[test]
fn numbers_stay_in_their_ranges() {
    assert_eq!(said(CODE, "\"minutes\": 5", "\"minutes\": 241"), "`minutes` is 241; it must be between 1 and 240");
    assert_eq!(
        said(CODE, "\"cpu_s\": 1.5", "\"cpu_s\": 1e9"),
        "`cpu_s` is 1000000000; it must be between 0.05 and 60 seconds"
    );
    assert_eq!(said(CODE, "\"weight\": 2 }", "\"weight\": 0 }"), "the weight is 0; it must be between 1 and 10");
    assert_eq!(
        said(CODE, "\"weight\": 2, \"group\"", "\"weight\": 11, \"group\""),
        "the weight is 11; it must be between 0 and 10"
    );
    assert_eq!(said(CODE, ">=3.11", "3.11+"), "`3.11+` bounds no version of Python; write `>=3.11` or `>=3.11,<3.14`");
}

#[test]
fn nothing_that_is_said_is_blank() {
    for old in [
        "Count the leaks\"",
        "Count the leaks.",
        "And in a stream?",
        "Start at zero.",
        "counting twice",
        "names the empty case",
    ] {
        let new = if old.ends_with('"') { " \"" } else { " " };
        assert_eq!(said(CODE, old, new), "this text is blank", "{old}");
    }
    let no_hint = said(CODE, "[\"Look.\", \"Count.\"]", "[]");
    assert_eq!(no_hint, "there is no hint; give at least one, from light to strong");
}

#[test]
fn what_is_for_code_stands_nowhere_else() {
    let complexity = "\"complexity\": { \"time\": \"O(1)\", \"space\": \"O(1)\" }, \"hints\"";
    assert_eq!(said(PREDICT, "\"hints\"", complexity), "`complexity` is for `code`, and this question is `predict`");
    assert_eq!(
        said(EXPLAIN, "\"hints\"", "\"cases\": { \"sample_a\": {} }, \"hints\""),
        "`cases` is for `code`, and this question is `explain`"
    );
    assert_eq!(
        said(PREDICT, "\"bad_b.txt\",", "\"bad_b.txt\", \"fails\": [\"case_a\"],"),
        "`fails` is for `code`, which has cases"
    );
}

#[test]
fn doubled_cases_and_key_points_are_seen() {
    assert_eq!(
        said(CODE, "\"case_many\": {", "\"sample_one\": {}, \"case_many\": {"),
        "case `sample_one` stands twice"
    );
    assert_eq!(said(CODE, "\"empty\"", "\"once\""), "another key point is called `once`");
}

#[test]
fn wrong_answers_and_files_name_each_other() {
    let problems = Sample::new().with("checks/memory/count-leaks/bad_new.py", "x = 1\n").problems();
    assert_eq!(
        only(problems),
        format!("{CODE}:15: `bad_new.py` stands beside the check and is not listed; say what to tell its author")
    );
    let problems = Sample::new().edited(CODE, "bad_two.py", "bad_too.py").problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[1].starts_with(&format!("{CODE}:18: `bad_too.py` does not stand in `")), "{}", problems[1]);
    assert_eq!(
        said(
            CODE,
            "{ \"file\": \"bad_two.py\",",
            "{ \"file\": \"bad_none.py\", \"fails\": [\"load\"], \"says\": \"x\" }, { \"file\": \"bad_two.py\","
        ),
        "`bad_none.py` is listed twice"
    );
}

#[test]
fn a_wrong_answer_is_a_file_or_a_claim() {
    assert_eq!(said(EXPLAIN, "\"claim\": \"It has none.\", ", ""), "a wrong answer needs a `file` or a `claim`");
    assert_eq!(
        said(CODE, "\"bad_two.py\",", "\"bad_two.py\", \"claim\": \"Two.\","),
        "a wrong answer is a `file` or a `claim`, not both"
    );
}

#[test]
fn a_wrong_answer_fits_the_kind_of_its_question() {
    let claim = Sample::new()
        .edited(PREDICT, "\"file\": \"bad_a.txt\"", "\"claim\": \"No\"")
        .without("checks/memory/who-is-freed/bad_a.txt")
        .with("checks/memory/who-is-freed/bad_d.txt", "1\n")
        .edited(PREDICT, "\"wrong\": [", "\"wrong\": [{ \"file\": \"bad_d.txt\", \"says\": \"No.\" },");
    assert_eq!(
        only(claim.problems()),
        format!("{PREDICT}:13: a `claim` is for `explain`; name a `file` called `bad_*.txt`")
    );
    let file = said(EXPLAIN, "\"claim\": \"It has none.\"", "\"file\": \"bad_a.py\"");
    assert_eq!(file, "the wrong answers of an `explain` question are claims; write `claim`");
    assert_eq!(
        said(CODE, " \"fails\": [\"load\"],", ""),
        "`fails` is missing; name the cases that must reject this answer"
    );
    let problems = Sample::new().edited(PREDICT, "bad_a.txt", "../../secret").problems();
    assert!(problems.iter().any(|said| said.ends_with("`../../secret` is not called `bad_*.txt`")), "{problems:#?}");
}

#[test]
fn seeds_and_questions_agree() {
    assert_eq!(said(CODE, "[\"A1\"]", "[\"A1\", \"A9\"]"), "there is no seed `A9` in `questions/seeds.json`");
    assert_eq!(said(CODE, "[\"A1\"]", "[\"A1\", \"A1\"]"), "seed `A1` is listed twice");
    let other = "seed `A2` is answered by `who-is-freed`, says `questions/seeds.json`";
    assert_eq!(said(CODE, "[\"A1\"]", "[\"A1\", \"A2\"]"), other);
    assert_eq!(said(CODE, "[\"A1\"]", "[]"), "`questions/seeds.json` says that this question answers `A1`; list it");
    let without = Sample::new().edited(CODE, "[\"A1\"]", "[\"X1\"]").without(SEEDS_FILE);
    assert_eq!(without.problems(), [""; 0]);
}

#[test]
fn each_kind_has_its_files_and_no_others() {
    let code = "checks/memory/count-leaks";
    let missing = Sample::new().without(&format!("{code}/check.py")).problems();
    assert_eq!(only(missing), format!("{code}/check.py: is missing; a `code` question needs it"));
    let no_right = Sample::new().without(&format!("{code}/ok_loop.py")).problems();
    assert_eq!(only(no_right), format!("{code}/ok_*.py: 0 found; a `code` question needs at least 1"));
    let unknown = Sample::new().with(&format!("{code}/bad_.py"), "x = 1\n").problems();
    assert_eq!(
        only(unknown),
        format!(
            "{code}/bad_.py: a `code` question has no such file; \
             it can be `check.py`, `starter.py`, `ok_*.py`, `bad_*.py` or `idiom_*.py`"
        )
    );
    let empty = Sample::new().with("checks/classes/class-of-class/demo.py", "\n").problems();
    assert_eq!(only(empty), "checks/classes/class-of-class/demo.py: the file is empty");
}

#[test]
fn a_file_that_cannot_be_read_is_not_called_missing_too() {
    let large = vec![b'#'; 2 * 1024 * 1024];
    let problems = Sample::new().with("checks/memory/count-leaks/check.py", large).problems();
    assert_eq!(only(problems), "checks/memory/count-leaks/check.py: is 2097152 bytes; at most 1048576 are read");
    let utf16 = Sample::new().with("checks/memory/count-leaks/check.py", b"\xff\xfex\0").problems();
    assert_eq!(only(utf16), "checks/memory/count-leaks/check.py:1: the file is UTF-16; save it as UTF-8");
}

#[test]
fn the_sample_has_no_problem() {
    assert_eq!(Sample::new().problems(), [""; 0]);
}

#[test]
fn the_problems_of_all_files_are_told_together() {
    let problems = Sample::new()
        .edited(CODE, "\"minutes\": 5", "\"minuets\": 5")
        .edited(PREDICT, "\"minutes\": 3", "\"minutes\": 0")
        .edited(PLAN_FILE, "\"minutes\": 5", "\"minutes\": 6")
        .with("checks/memory/who-is-freed/bad_a.txt", b"\xff")
        .problems();
    assert_eq!(
        problems,
        [
            "checks/memory/who-is-freed/bad_a.txt:1: line 1 is not UTF-8; save the file as UTF-8",
            "questions/memory/count-leaks.json:9: unknown key `minuets`",
            "questions/memory/who-is-freed.json:8: `minutes` is 0; it must be between 1 and 240",
            "questions/plans/short-5.json:5: `minutes` is 6, and 1 of intro, 3 of questions and 1 of wrap make 5",
        ]
    );
}

#[test]
fn one_name_means_one_question() {
    let twin = EXPLAIN_JSON.replace("class-of-class", "leak-count");
    let problems = Sample::new()
        .with("questions/classes/leak-count.json", twin)
        .with("checks/classes/leak-count/demo.py", "print(type)\n")
        .with("checks/classes/leak-count/expected.txt", "type\n")
        .problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("questions/memory/count-leaks.json:34: `leak-count` is already the name of"));
}

#[test]
fn a_check_without_a_question_is_named() {
    let problems = Sample::new().with("checks/memory/counts-leaks/check.py", "x = 1\n").problems();
    assert_eq!(
        problems,
        ["checks/memory/counts-leaks: belongs to no question; `questions/memory/counts-leaks.json` does not exist"]
    );
}

#[test]
fn an_empty_bank_and_a_truncated_seed_list_are_named() {
    let sample = Sample::new().with(SEEDS_FILE, "[{");
    assert_eq!(sample.problems(), ["questions/seeds.json:1: the file ends too early"]);
    let mut empty = Sample::new();
    empty.0.clear();
    assert_eq!(empty.problems(), ["questions: has no question; one stands in `questions/<topic>/<slug>.json`"]);
}

#[test]
fn seeds_and_plans_have_one_name_each() {
    let seed_twice = Sample::new().edited(SEEDS_FILE, "\"number\": 2", "\"number\": 1").problems();
    assert!(seed_twice.contains(&"questions/seeds.json:3: another seed is `A1`".to_owned()), "{seed_twice:?}");
    let plan = Sample::new().0[PLAN_FILE].clone();
    let problems = Sample::new().with("questions/plans/other.json", plan).problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("call it `short-5.json`"));
}

#[test]
fn a_plan_is_not_blamed_for_a_question_that_cannot_be_read() {
    let sample = Sample::new().without(SEEDS_FILE).without(PREDICT);
    let sample = sample.edited(PLAN_FILE, "\"memory\", ", "\"classes\", \"memory\", ");
    let problems = sample.with(CODE, "{").problems();
    assert!(!problems.iter().any(|said| said.contains("no topic is called")), "{problems:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_bank_with_a_damaged_question_opens_or_says_where(
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = Sample::new().0[CODE].clone();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(bytes.len())));
        let errors = Sample::new().with(CODE, &bytes).open().err().unwrap_or_default();
        for error in errors {
            let BankError::File(problem) = error else { panic!("{error}") };
            prop_assert!(problem.place.is_some() || !problem.path.ends_with(CODE), "{problem}");
        }
    }
}

#[test]
fn an_accepted_mutant_is_a_change_of_a_line_that_is_there() {
    let mutant = |file: &str, line: &str| {
        format!(
            "\"mutants\": [{{ \"file\": \"{file}\", \"line\": \"{line}\", \"was\": \"0\", \"why\": \"It is one.\" }}],\n  \"family\""
        )
    };
    let line = Sample::new().0["checks/memory/count-leaks/ok_loop.py"].clone();
    let line = String::from_utf8(line).unwrap().lines().next().unwrap().to_owned();
    assert!(Sample::new().edited(CODE, "\"family\"", &mutant("ok_loop.py", &line)).problems().is_empty());
    let said = |file: &str, line: &str| only(Sample::new().edited(CODE, "\"family\"", &mutant(file, line)).problems());
    assert!(said("ok_loop.py", "nowhere").ends_with("`ok_loop.py` has no line `nowhere`"));
    assert!(said("bad_none.py", &line).contains("`bad_none.py` is no right answer in"));
}

#[test]
fn a_second_solution_stands_beside_the_check_and_is_named() {
    let file = "checks/memory/count-leaks/idiom_sum.py";
    let named = |idiom: &str| Sample::new().edited(CODE, "\"mistakes\"", &format!("\"idiom\": {idiom}, \"mistakes\""));
    let here = |sample: Sample| sample.with(file, "leaks = sum(())\n");
    let good = r#"{ "file": "idiom_sum.py", "says": "It is `sum`.", "fails": ["case_many"] }"#;
    assert_eq!(here(named(good)).problems(), Vec::<String>::new());
    assert!(only(named(good).problems()).ends_with("`idiom_sum.py` does not stand in `checks/memory/count-leaks`"));
    let unnamed = only(here(Sample::new()).problems());
    assert!(
        unnamed.ends_with("`idiom_sum.py` stands beside the check and is not named; write `idiom` with this `file`")
    );
    let right = r#"{ "file": "ok_loop.py", "says": "It is the loop.", "fails": ["case_many"] }"#;
    assert!(
        only(named(right).problems())
            .ends_with("`ok_loop.py` is a right answer, which no case rejects; leave `fails` out")
    );
    let other = r#"{ "file": "sum.py", "says": "It is `sum`." }"#;
    assert!(only(named(other).problems()).ends_with("`sum.py` is not called `idiom_*.py` or `ok_*.py`"));
    let blank = r#"{ "file": "ok_loop.py", "says": " " }"#;
    assert!(only(named(blank).problems()).ends_with("this text is blank"));
    let elsewhere = Sample::new().edited(PREDICT, "\"hints\"", &format!("\"idiom\": {good}, \"hints\""));
    assert!(only(elsewhere.problems()).ends_with("`idiom` is for `code`, and this question is `predict`"));
}
