//! `--resume` repeats nothing that is done and keeps nothing that is not true any more; `--diff` says what changed.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::lesson::{Lesson, SLOW, WRONG};
use crate::support::PROBE_OK;

fn class_of_three() -> Lesson {
    let lesson = Lesson::with(&[("ada", PROBE_OK), ("bob", WRONG), ("cyd", PROBE_OK)]);
    lesson.grade("").expect(1);
    lesson
}

#[test]
fn nothing_is_graded_twice_and_a_run_is_not_overwritten() {
    let lesson = class_of_three();
    let before = lesson.lines();
    let refused = lesson.grade("").expect(2);
    assert!(refused.stderr.contains("--resume"), "{}", refused.whole());
    let resumed = lesson.grade("--resume").expect(1);
    assert_eq!(resumed.stderr, "resumed: 3 results kept\n");
    assert!(resumed.stdout.contains("3 answers graded"), "{}", resumed.whole());
    assert_eq!(lesson.lines(), before);
}

#[test]
fn a_changed_answer_and_a_new_one_are_graded_and_a_missing_one_is_dropped() {
    let lesson = class_of_three();
    let kept = lesson.rows()[0].clone();
    lesson.hand_in("bob", PROBE_OK);
    lesson.hand_in("dan", PROBE_OK);
    fs::remove_dir_all(lesson.bench.path("class/cyd")).unwrap();
    let resumed = lesson.grade("--resume").expect(0);
    for said in ["1 result kept", "graded again: 1 answer, because other bytes", "dropped: 1 result"] {
        assert!(resumed.stderr.contains(said), "{}", resumed.whole());
    }
    assert_eq!(lesson.rows()[0], kept);
    let names: Vec<String> = lesson.verdicts().into_iter().map(|fact| fact.0 + " " + &fact.1).collect();
    assert_eq!(names, ["ada pass", "bob pass", "dan pass"]);
}

#[test]
fn a_changed_bank_and_another_seed_are_said_and_graded_again() {
    let lesson = class_of_three();
    let seeded = lesson.grade("--resume --seed 5").expect(1);
    for said in ["the seed has changed since: it was none, and is 5", "graded again: 3 answers, because the question"] {
        assert!(seeded.stderr.contains(said), "{}", seeded.whole());
    }
    assert!(lesson.rows().iter().all(|row| row["seed"] == 5));
    let check = lesson.bench.path("bank/checks/tests/probe/check.py");
    let text = fs::read_to_string(&check).unwrap().replace("    2\n", "    3\n");
    fs::write(&check, text).unwrap();
    let changed = lesson.grade("--resume --seed 5 --no-verify").expect(1);
    assert!(changed.stderr.contains("the bank has changed since"), "{}", changed.whole());
    assert_eq!(lesson.verdicts()[0], ("ada".to_owned(), "fail".to_owned(), 0.75));
}

#[test]
fn a_line_that_was_cut_and_one_that_is_garbage_are_named_and_graded_again() {
    let lesson = class_of_three();
    let whole = lesson.lines();
    let path = lesson.bench.path("out/results.jsonl");
    for cut in [1, 2, 100, whole[2].len() - 1] {
        let text = format!("{}\n{{]\n{}\n{}", whole[0], whole[1], &whole[2][..cut]);
        fs::write(&path, text).unwrap();
        let resumed = lesson.grade("--resume").expect(1);
        for said in
            ["line 4 of `results.jsonl` was cut off", "line 2 of `results.jsonl` is no result", "2 results kept"]
        {
            assert!(resumed.stderr.contains(said), "{}", resumed.whole());
        }
        assert_eq!((lesson.lines().len(), lesson.lines()[..2].to_vec()), (3, whole[..2].to_vec()));
    }
    // Only the end of its line is missing: nothing tells that it is whole.
    fs::write(&path, whole.join("\n")).unwrap();
    lesson.grade("--resume").expect(1);
    assert_eq!(lesson.rows().len(), 3);
    // A row that is there twice counts once.
    OpenOptions::new().append(true).open(&path).unwrap().write_all((whole[0].clone() + "\n").as_bytes()).unwrap();
    lesson.grade("--resume").expect(1);
    assert_eq!(lesson.rows().len(), 3);
}

#[test]
fn what_was_revealed_and_which_part_it_is_cannot_change_on_the_way() {
    let lesson = class_of_three();
    for (arguments, said) in [("--reveal after", "`--reveal names`"), ("--shard 1/2", "it is the whole")] {
        let refused = lesson.grade(&format!("--resume {arguments}")).expect(2);
        assert!(refused.stderr.contains(said), "{}", refused.whole());
    }
    fs::remove_file(lesson.bench.path("out/run.json")).unwrap();
    let refused = lesson.grade("--resume").expect(2);
    assert!(refused.stderr.contains("run.json"), "{}", refused.whole());
    assert_eq!(lesson.rows().len(), 3);
}

#[test]
fn details_of_failures_are_kept_only_when_they_are_revealed() {
    let lesson = class_of_three();
    assert!(lesson.rows()[1]["cases"][0]["failure"].is_null());
    fs::remove_dir_all(lesson.bench.path("out")).unwrap();
    lesson.grade("--reveal after").expect(1);
    let failure = lesson.rows()[1]["cases"][0]["failure"].clone();
    assert_eq!((&failure["expected"], &failure["got"]), (&"1".into(), &"2".into()));
}

#[test]
fn the_second_grader_on_one_folder_is_refused() {
    let lesson = Lesson::new();
    // Enough of them that the first is still at work when a busy machine has begun the others.
    for number in 0..8 {
        lesson.hand_in(&format!("candidate-{number:02}"), SLOW);
    }
    let mut command = lesson.command("--no-verify --jobs 1");
    let mut first = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while lesson.lines().is_empty() {
        assert!(Instant::now() < deadline, "an answer is graded");
        thread::sleep(Duration::from_millis(10));
    }
    for arguments in ["--no-verify", "--no-verify --resume"] {
        let refused = lesson.grade(arguments).expect(2);
        assert!(refused.stderr.contains("another greenroom is writing into `out`"), "{}", refused.whole());
    }
    assert!(first.wait().unwrap().success());
    assert_eq!(lesson.rows().len(), 8);
}

#[test]
fn a_difference_to_an_earlier_run_is_listed_with_its_reason() {
    let lesson = class_of_three();
    fs::rename(lesson.bench.path("out"), lesson.bench.path("old")).unwrap();
    lesson.hand_in("bob", PROBE_OK);
    lesson.hand_in("dan", WRONG);
    fs::remove_dir_all(lesson.bench.path("class/cyd")).unwrap();
    let ran = lesson.grade("--diff old").expect(1);
    for said in [
        "3 changed results against old\n",
        "bob probe: fail 25 % -> pass 100 % (the answer changed)\n",
        "cyd probe: pass 100 % -> nothing (it is not graded any more)\n",
        "dan probe: nothing -> fail 25 % (it was not graded before)\n",
    ] {
        assert!(ran.stdout.contains(said), "{}", ran.whole());
    }
    let text = fs::read_to_string(lesson.bench.path("bank/checks/tests/probe/check.py")).unwrap();
    lesson.bench.write("bank/checks/tests/probe/check.py", text.replace("    2\n", "    3\n"));
    let ran = lesson.grade("--resume --no-verify --diff out").expect(1);
    let said = "ada probe: pass 100 % -> fail 75 % (the question or its check changed)";
    assert!(ran.stdout.contains(said) && ran.stdout.contains("3 changed results"), "{}", ran.whole());
    lesson.grade("--resume --diff nowhere").expect(2);
}
