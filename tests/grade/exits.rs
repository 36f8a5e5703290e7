//! Each exit code, by a command that ends with it.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::lesson::{Lesson, SLOW, TAMPERS, WRONG};
use crate::support::{GREENROOM, PROBE_OK, ran};

#[test]
fn exit_0_when_every_answer_passes_and_the_question_is_verified_once() {
    let lesson = Lesson::with(&[("ada", PROBE_OK), ("bob", PROBE_OK)]);
    let first = lesson.grade("").expect(0);
    assert!(first.stderr.contains("verifying 1 question"), "{}", first.whole());
    assert!(first.stdout.contains("2 answers graded at level `full`"), "{}", first.whole());
    fs::remove_dir_all(lesson.bench.path("out")).unwrap();
    let second = lesson.grade("-v").expect(0);
    // Candidates are told of as they are done, in no order.
    let mut done: Vec<&str> = second.stderr.lines().collect();
    done.sort_unstable();
    assert_eq!(done, ["ada: 1 of 1 pass, 100 %", "bob: 1 of 1 pass, 100 %"]);
}

#[test]
fn exit_1_when_an_answer_does_not_pass() {
    let lesson = Lesson::with(&[("ada", PROBE_OK), ("bob", WRONG)]);
    lesson.grade("").expect(1);
    let facts = [("ada", "pass", 1.0), ("bob", "fail", 0.25)];
    assert_eq!(lesson.verdicts(), facts.map(|(one, two, score)| (one.to_owned(), two.to_owned(), score)));
    let groups = &lesson.rows()[1]["groups"];
    assert_eq!(groups[0], serde_json::json!({"name": "basic", "weight": 3, "score": 0.0}));
    assert_eq!(groups[1], serde_json::json!({"name": "edge", "weight": 1, "score": 1.0}));
}

#[test]
fn exit_1_or_0_by_the_pass_mark_and_not_by_single_answers() {
    let lesson = Lesson::with(&[("ada", PROBE_OK), ("bob", WRONG)]);
    lesson.grade("--fail-under 25").expect(0);
    for (marks, said) in [
        ("--fail-under 25.01", "bob has 25 %, and 25.01 % is needed"),
        ("--fail-under 0 --fail-under probe=50", "bob has 25 % in `probe`, and 50 % is needed"),
    ] {
        let ran = lesson.grade(&format!("--resume {marks}")).expect(1);
        assert!(ran.stdout.contains(said), "{}", ran.whole());
    }
    let ran = lesson.grade("--resume --fail-under prob=50").expect(2);
    assert!(ran.stderr.contains("`probe`"), "{}", ran.whole());
}

#[test]
fn exit_2_when_a_submission_cannot_be_read_and_the_others_are_graded() {
    let lesson = Lesson::with(&[("ada", PROBE_OK)]);
    lesson.bench.write("class/ada/prob.py", PROBE_OK);
    let ran = lesson.grade("").expect(2);
    assert_eq!(lesson.rows().len(), 1);
    let named = "not graded: ada/prob.py: no question has this name; is it `probe`?";
    assert!(ran.stderr.contains(named), "{}", ran.whole());
    for (arguments, said) in [
        ("grade nowhere", "cannot read the submissions in `nowhere`"),
        ("grade bank/questions/tests/probe.json", "is a file, not a folder"),
        ("grade class --shard 3/2", "write `I/N`"),
        ("grade class --due tomorrow", "write a date and a time"),
        ("grade class --shard 1/2 --fail-under 50", "greenroom merge"),
        ("grade class --questions nothing-like-it", "no question is called"),
    ] {
        let ran = lesson.run(arguments).expect(2);
        assert!(ran.stderr.contains(said), "{}", ran.whole());
    }
    fs::create_dir(lesson.bench.path("empty")).unwrap();
    let ran = lesson.run("grade empty --out none").expect(2);
    assert!(ran.stderr.contains("holds no answer") && !lesson.bench.path("none").exists(), "{}", ran.whole());
}

#[test]
fn exit_3_when_results_cannot_be_written_and_a_resume_loses_nothing() {
    let lesson = Lesson::new();
    for number in 0..12 {
        lesson.hand_in(&format!("candidate-{number:02}"), PROBE_OK);
    }
    lesson.grade("--shard 1/1000").expect(0);
    fs::remove_dir_all(lesson.bench.path("out")).unwrap();
    // As on a full disk, writes fail after 4 KiB.
    let ours = lesson.command("");
    let mut command = Command::new("bash");
    command.args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "bash", GREENROOM]).args(ours.get_args());
    command.current_dir(lesson.bench.dir.path()).envs(ours.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let full = ran(command.stdin(Stdio::null())).expect(3);
    assert!(full.stderr.contains("cannot write into `out`"), "{}", full.whole());
    let before = lesson.lines();
    assert!(!before.is_empty() && before.len() < 12, "{before:?}");
    let resumed = lesson.grade("--resume").expect(0);
    assert!(resumed.stderr.contains("results kept"), "{}", resumed.whole());
    assert_eq!(lesson.rows().len(), 12);
}

#[test]
fn exit_4_when_a_question_in_use_does_not_verify() {
    let lesson = Lesson::with(&[("ada", PROBE_OK)]);
    lesson.bench.write("bank/checks/tests/probe/bad_a.py", PROBE_OK);
    let ran = lesson.grade("").expect(4);
    assert!(ran.stderr.contains("bad_a.py") && ran.stderr.contains("--no-verify"), "{}", ran.whole());
    assert!(ran.stdout.is_empty() && !lesson.bench.path("out").exists(), "{}", ran.whole());
    lesson.grade("--no-verify").expect(0);
}

#[test]
fn exit_5_when_strict_and_an_answer_tampers() {
    let lesson = Lesson::with(&[("ada", PROBE_OK), ("eve", TAMPERS)]);
    let ran = lesson.grade("").expect(1);
    assert!(ran.stdout.contains("tampering: 1 answer"), "{}", ran.whole());
    let rows = lesson.rows();
    assert_eq!((&rows[0]["tampering"], &rows[1]["tampering"]), (&false.into(), &true.into()));
    assert_eq!(rows[1]["verdict"], "blocked");
    lesson.grade("--resume --strict").expect(5);
}

#[test]
fn exit_130_when_interrupted_with_everything_finished_on_disk() {
    let lesson = Lesson::new();
    for number in 0..20 {
        lesson.hand_in(&format!("candidate-{number:02}"), SLOW);
    }
    let mut command = lesson.command("--jobs 1 --no-verify");
    let grading = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while lesson.lines().is_empty() {
        assert!(Instant::now() < deadline, "an answer is graded");
        thread::sleep(Duration::from_millis(10));
    }
    assert!(Command::new("kill").args(["-INT", &grading.id().to_string()]).status().unwrap().success());
    let output = grading.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{said}");
    assert!(said.contains("`--resume` goes on"), "{said}");
    let before = lesson.lines();
    assert!(before.len() < 20 && before.iter().all(|line| line.ends_with('}')));
    lesson.grade("--resume --no-verify").expect(0);
    let after = lesson.lines();
    assert_eq!((after.len(), &after[..before.len()]), (20, &before[..]));
}
