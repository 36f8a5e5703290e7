//! Parts of a class, graded apart and merged, are the whole; parts that do not fit are refused by name.

use std::fs;

use crate::lesson::{Lesson, WRONG, without_times};
use crate::support::PROBE_OK;

fn class() -> Lesson {
    let lesson = Lesson::new();
    for number in 0..15 {
        lesson.hand_in(&format!("candidate-{number:02}"), if number % 3 == 0 { WRONG } else { PROBE_OK });
    }
    lesson
}

/// Grade one part into a folder of its own.
fn part(lesson: &Lesson, shard: &str, out: &str) {
    let ran = lesson.grade(&format!("--shard {shard}"));
    assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.whole());
    fs::rename(lesson.bench.path("out"), lesson.bench.path(out)).unwrap();
}

#[test]
fn three_parts_make_the_whole() {
    let lesson = class();
    lesson.grade("").expect(1);
    let whole: Vec<_> = lesson.rows().into_iter().map(without_times).collect();
    fs::remove_dir_all(lesson.bench.path("out")).unwrap();
    for index in 1..=3 {
        part(&lesson, &format!("{index}/3"), &format!("part-{index}"));
    }
    let merged = lesson.run("merge part-3 part-1 part-2 --out merged").expect(1);
    assert!(merged.stdout.contains("15 answers graded"), "{}", merged.whole());
    assert_eq!(lesson.rows_of("merged").into_iter().map(without_times).collect::<Vec<_>>(), whole);
    let run = fs::read_to_string(lesson.bench.path("merged/run.json")).unwrap();
    assert!(run.contains("\"shard\": null") && run.contains("\"results\": 15"), "{run}");
    lesson.run("merge part-1 part-2 part-3 --out again --fail-under 25").expect(0);
    let below = lesson.run("merge part-1 part-2 part-3 --out third --fail-under 26").expect(1);
    assert_eq!(below.stdout.matches("below the mark").count(), 5, "{}", below.whole());
    let refused = lesson.run("merge part-1 part-2 part-3 --out merged").expect(2);
    assert!(refused.stderr.contains("holds results already"), "{}", refused.whole());
}

#[test]
fn a_missing_and_an_unfinished_part_are_exit_3() {
    let lesson = class();
    part(&lesson, "1/2", "one");
    part(&lesson, "2/2", "two");
    let missing = lesson.run("merge two --out a").expect(3);
    assert!(missing.stderr.contains("shard 1/2 is missing"), "{}", missing.whole());
    let path = lesson.bench.path("one/results.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, &text[..text.len() - 5]).unwrap();
    let cut = lesson.run("merge one two --out b").expect(3);
    assert!(cut.stderr.contains("the run in `one` is not finished"), "{}", cut.whole());
    assert_eq!(lesson.rows_of("b").len(), 14);
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let lesson = class();
    part(&lesson, "1/2", "one");
    part(&lesson, "2/3", "two-of-three");
    for (arguments, said) in [
        ("merge one one --out x", "shard 1/2 is there twice"),
        ("merge one two-of-three --out x", "number of shards is 2 in `one` and 3 in `two-of-three`"),
        ("merge one class --out x", "`class` holds no run"),
        ("merge one nowhere --out x", "`nowhere` holds no run"),
    ] {
        let refused = lesson.run(arguments).expect(2);
        assert!(refused.stderr.contains(said) && !lesson.bench.path("x").exists(), "{}", refused.whole());
    }
    let run = fs::read_to_string(lesson.bench.path("one/run.json")).unwrap();
    for (from, to, said) in [
        ("\"level\": \"full\"", "\"level\": \"no-userns\"", "level is full in `one` and no-userns in `two`"),
        ("\"greenroom\": \"", "\"greenroom\": \"9", "greenroom is"),
        ("\"python\": \"", "\"python\": \"9", "Python is"),
        ("\"bank_hash\": \"", "\"bank_hash\": \"9", "bank is"),
        ("\"reveal\": \"names\"", "\"reveal\": \"never\"", "reveal is names"),
    ] {
        let other = run.replace(from, to).replace("\"index\": 1", "\"index\": 2");
        assert_ne!(other, run);
        lesson.bench.write("two/run.json", other);
        let refused = lesson.run("merge one two --out x").expect(2);
        assert!(refused.stderr.contains(said), "{}", refused.whole());
    }
}

#[test]
fn runs_of_different_candidates_merge_and_the_same_answer_twice_does_not() {
    let lesson = Lesson::with(&[("ada", PROBE_OK)]);
    lesson.grade("").expect(0);
    fs::rename(lesson.bench.path("out"), lesson.bench.path("monday")).unwrap();
    fs::rename(lesson.bench.path("class/ada"), lesson.bench.path("class/bob")).unwrap();
    lesson.grade("").expect(0);
    lesson.run("merge monday out --out both").expect(0);
    assert_eq!(lesson.rows_of("both").len(), 2);
    let refused = lesson.run("merge monday both --out x").expect(2);
    assert!(refused.stderr.contains("the answer of `ada` to `probe`"), "{}", refused.whole());
}
