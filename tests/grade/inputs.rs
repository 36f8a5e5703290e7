//! What is handed in: folders, sessions, flat folders, manifests, and everything that a hostile folder may hold.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::lesson::{Lesson, WRONG};
use crate::support::PROBE_OK;

#[test]
fn everything_that_is_no_answer_is_named_and_the_others_are_graded() {
    let lesson = Lesson::with(&[("ada", PROBE_OK), ("empty", ""), ("long", &format!("#{}\n", "x".repeat(300_000)))]);
    let class = lesson.bench.path("class");
    symlink("/etc/passwd", class.join("ada/out.py")).unwrap();
    symlink("loop.py", class.join("ada/loop.py")).unwrap();
    symlink("../ada", class.join("linked")).unwrap();
    assert!(Command::new("mkfifo").arg(class.join("ada/fifo.py")).status().unwrap().success());
    let _socket = UnixListener::bind(class.join("ada/socket.py")).unwrap();
    fs::create_dir(class.join("ada/folder.py")).unwrap();
    fs::create_dir(class.join("sparse")).unwrap();
    File::create(class.join("sparse/probe.py")).unwrap().set_len(2 << 30).unwrap();
    for name in
        [&b"new\nline"[..], b"::error::quote\"'", b"esc\x1b[31m##[error]", b"not-utf8-\xff", "\u{202e}bidi".as_bytes()]
    {
        let folder = class.join(OsStr::from_bytes(name));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("probe.py"), PROBE_OK).unwrap();
        fs::write(folder.join(OsStr::from_bytes(&[name, b".py"].concat())), PROBE_OK).unwrap();
    }
    let long = class.join("x".repeat(250));
    fs::create_dir(&long).unwrap();
    fs::write(long.join("probe.py"), PROBE_OK).unwrap();
    fs::write(class.join("all.zip"), "PK").unwrap();
    let began = Instant::now();
    let ran = lesson.grade("").expect(2);
    assert!(began.elapsed() < Duration::from_secs(60));
    for said in [
        "not graded: ada/fifo.py: is a FIFO, not a file",
        "not graded: ada/folder.py: is a folder, not a file",
        "not graded: ada/loop.py: is a link, not a file",
        "not graded: ada/out.py: is a link, not a file",
        "not graded: ada/socket.py: is a socket, not a file",
        "not graded: all.zip: is an archive; unpack it first",
        "not graded: linked: is a link, not a candidate's folder",
        "not graded: new\\nline/new\\nline.py: no question has this name",
        "not graded: not-utf8-\\xff/not-utf8-\\xff.py",
    ] {
        assert!(ran.stderr.contains(said), "{said}\n{}", ran.whole());
    }
    for output in [&ran.stdout, &ran.stderr] {
        assert!(!output.contains(['\u{1b}', '\u{202e}']) && !output.contains("##["), "{}", ran.whole());
        assert!(output.lines().all(|line| !line.trim_start().starts_with("::")), "{}", ran.whole());
    }
    let verdicts = lesson.verdicts();
    let of = |verdict: &str| verdicts.iter().filter(|fact| fact.1 == verdict).count();
    assert_eq!((of("pass"), of("error"), verdicts.len()), (7, 3, 10), "{verdicts:?}");
    assert!(verdicts.iter().any(|fact| fact.0 == "not-utf8-\\xff"), "{verdicts:?}");
    let text = fs::read_to_string(lesson.bench.path("out/results.jsonl")).unwrap();
    assert!(!text.contains(['\u{1b}', '\u{202e}']) && !text.contains("root:"));
}

#[test]
fn assigned_questions_that_are_missing_count_as_not_submitted() {
    let lesson = Lesson::with(&[("ada", PROBE_OK)]);
    fs::create_dir(lesson.bench.path("class/bob")).unwrap();
    fs::create_dir(lesson.bench.path("class/eve")).unwrap();
    symlink("/etc/passwd", lesson.bench.path("class/eve/probe.py")).unwrap();
    let ran = lesson.grade("--questions probe --fail-under 1").expect(2);
    assert!(ran.stdout.contains("below the mark: bob has 0 %"), "{}", ran.whole());
    let rows = lesson.rows();
    let facts: Vec<_> = rows.iter().map(|row| (row["verdict"].clone(), row["reason"].clone())).collect();
    let missing = Value::from("not-submitted");
    let link = Value::from("eve/probe.py is a link, not a file");
    assert_eq!(facts, [("pass".into(), Value::Null), (missing.clone(), Value::Null), (missing, link)]);
    // Nobody was told what to answer: nothing is missing.
    fs::remove_dir_all(lesson.bench.path("out")).unwrap();
    lesson.grade("").expect(2);
    assert_eq!(lesson.rows().len(), 1);
}

#[test]
fn a_flat_folder_of_one_question_has_a_candidate_in_every_file() {
    let lesson = Lesson::new();
    for (name, text) in [("ada.py", PROBE_OK), ("zoë.py", WRONG), ("README.md", "#")] {
        lesson.bench.write(&format!("class/{name}"), text);
    }
    let ran = lesson.grade("--question probe").expect(2);
    assert!(ran.stderr.contains("README.md: an answer to `probe` ends in `.py`"), "{}", ran.whole());
    let names: Vec<String> = lesson.verdicts().into_iter().map(|fact| fact.0 + " " + &fact.1).collect();
    assert_eq!(names, ["ada pass", "zoë fail"]);
}

#[test]
fn the_folder_of_a_session_is_graded_as_it_is() {
    let lesson = Lesson::new();
    for file in ["ada/SESSION.md", "ada/1-probe/question.md", "ada/1-probe/notes.txt", "ada/report.json"] {
        lesson.bench.write(&format!("class/{file}"), "x");
    }
    lesson.bench.write("class/ada/1-probe/answer.py", PROBE_OK);
    lesson.bench.write("class/bob/probe.py", PROBE_OK);
    lesson.bench.write("class/bob/2-probe/answer.py", WRONG);
    let ran = lesson.grade("").expect(2);
    assert!(ran.stderr.contains("is a second answer to `probe`"), "{}", ran.whole());
    let paths: Vec<_> = lesson.rows().iter().map(|row| row["path"].clone()).collect();
    assert_eq!(paths, ["ada/1-probe/answer.py", "bob/2-probe/answer.py"]);
}

#[test]
fn a_manifest_says_whose_a_file_is_and_when_it_came() {
    let lesson = Lesson::new();
    for (name, text) in [("1.txt", PROBE_OK), ("deep/2", WRONG), ("3", PROBE_OK)] {
        lesson.bench.write(&format!("class/{name}"), text);
    }
    lesson.bench.write("secret.py", PROBE_OK);
    let long = "x/".repeat(2048);
    let manifest = format!(
        "candidate,question,path,submitted\n\
        \"Lovelace, Ada\",probe,1.txt,2026-11-21T10:00:00Z\n\
        bob,probe,deep/2,2026-11-21T12:00:00+01:00\n\
        cyd,probe,3,2026-11-21T11:00:01Z\n\
        eve,probe,../secret.py,\n\
        eve,probe,/etc/passwd,\n\
        fay,prob,3,\n\
        gil,probe,none.py,\n\
        hal,probe,{long},\n"
    );
    lesson.bench.write("class/submissions.csv", manifest);
    let ran = lesson.grade("--due 2026-11-21T11:00:00Z").expect(2);
    for said in [
        "line 5 of submissions.csv: names no path within the folder of submissions",
        "line 6 of submissions.csv: names no path within the folder of submissions",
        "3: no question has this name; is it `probe`?",
        "none.py: is not there",
        "late: 1 answer",
    ] {
        assert!((ran.stderr.clone() + &ran.stdout).contains(said), "{said} {}", ran.whole());
    }
    let rows = lesson.rows();
    let facts: Vec<_> = rows.iter().map(|row| (row["candidate"].as_str().unwrap(), row["late"].clone())).collect();
    assert_eq!(facts, [("Lovelace, Ada", false.into()), ("bob", false.into()), ("cyd", true.into())]);
    assert_eq!(rows[1]["submitted"], "2026-11-21T11:00:00Z");
    // Another time to be due is no reason to run anything again.
    let resumed = lesson.grade("--due 2026-11-21T10:30:00Z --resume").expect(2);
    assert!(resumed.stderr.contains("3 results kept") && resumed.stdout.contains("late: 2"), "{}", resumed.whole());
}

#[test]
fn ten_thousand_strange_files_are_listed_in_time() {
    let lesson = Lesson::with(&[("ada", PROBE_OK)]);
    for folder in 0..10 {
        fs::create_dir(lesson.bench.path(&format!("class/{folder}"))).unwrap();
        for number in 0..1000 {
            fs::write(lesson.bench.path(&format!("class/{folder}/strange-{folder}-{number}.py")), "").unwrap();
        }
    }
    let began = Instant::now();
    let ran = lesson.grade("--no-verify").expect(2);
    assert_eq!(ran.stderr.lines().filter(|line| line.starts_with("not graded: ")).count(), 10_000);
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert_eq!(lesson.rows().len(), 1);
}

#[test]
fn a_plan_assigns_the_questions_that_its_seed_drew() {
    let lesson = Lesson::with(&[("ada", PROBE_OK)]);
    let plan = r#"{"format": 1, "id": "one", "title": "One", "minutes": 5,
        "slots": [{"pick": 1, "kind": ["code"], "topic": ["*"], "level": ["easy"], "minutes": 5}]}"#;
    lesson.bench.write("bank/questions/plans/one.json", plan);
    fs::create_dir(lesson.bench.path("class/bob")).unwrap();
    lesson.grade("--plan one --plan-seed 7").expect(1);
    let verdicts: Vec<String> = lesson.verdicts().into_iter().map(|fact| fact.1).collect();
    assert_eq!(verdicts, ["pass", "not-submitted"]);
    lesson.grade("--plan one").expect(2);
}
