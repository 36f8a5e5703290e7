//! Interviews of the built-in bank: the same for everybody with one seed, without hidden things in the folder, and without
//! loss when they are killed.

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::support::{Bench, Ran};

/// An interview that is talked to by lines.
struct Interview {
    child: Child,
    input: Option<ChildStdin>,
    folder: PathBuf,
}

/// Start one that draws the same questions each time.
fn start(bench: &Bench, seed: &str) -> Interview {
    let mut command = bench.command(["start", "--plan", "phone-screen-30", "--seed", seed, "--dir", "interview"]);
    Interview::spawn(&mut command, bench.path("interview"))
}

impl Interview {
    fn spawn(command: &mut Command, folder: PathBuf) -> Interview {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let input = child.stdin.take();
        let interview = Interview { child, input, folder };
        interview
            .wait_for(|interview| interview.folder.join("SESSION.md").exists() && interview.questions().len() == 5);
        interview
    }

    fn say(&mut self, line: &str) {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Wait for something that the interview does by itself. The limit is for a machine that is busy with other things.
    fn wait_for(&self, condition: impl Fn(&Interview) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(60);
        while !condition(self) {
            assert!(Instant::now() < deadline, "it did not come within a minute");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The folders of the questions, in their order.
    fn questions(&self) -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> = fs::read_dir(&self.folder)
            .map(|entries| entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect())
            .unwrap_or_default();
        folders.sort();
        folders
    }

    fn slugs(&self) -> Vec<String> {
        self.questions().iter().map(|path| path.file_name().unwrap().to_str().unwrap()[2..].to_owned()).collect()
    }

    /// Write the right answer of the bank into the file of a question.
    fn answer_rightly(&self, question: usize) {
        let (file, text) = self.right_answer(question);
        fs::write(file, text).unwrap();
    }

    fn right_answer(&self, question: usize) -> (PathBuf, String) {
        let folder = &self.questions()[question];
        let slug = &folder.file_name().unwrap().to_str().unwrap()[2..];
        let checks = find_checks(slug);
        if folder.join("prediction.txt").exists() {
            return (folder.join("prediction.txt"), fs::read_to_string(checks.join("expected.txt")).unwrap());
        }
        let mut right: Vec<PathBuf> = fs::read_dir(&checks)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("ok_"))
            .collect();
        right.sort();
        (folder.join("answer.py"), fs::read_to_string(&right[0]).unwrap())
    }

    fn interrupt(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Close its input, and wait for its end.
    fn end(mut self) -> Ran {
        drop(self.input.take());

        let output = self.child.wait_with_output().unwrap();
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

fn find_checks(slug: &str) -> PathBuf {
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks");
    fs::read_dir(checks).unwrap().map(|topic| topic.unwrap().path().join(slug)).find(|path| path.is_dir()).unwrap()
}

fn report(bench: &Bench) -> Value {
    serde_json::from_str(&fs::read_to_string(bench.path("interview/report.json")).unwrap()).unwrap()
}

/// What `greenroom resume` does with these lines.
fn resume(bench: &Bench, lines: &[&str]) -> Ran {
    let mut command = bench.command(["resume"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    for line in lines {
        // A session that is over reads no more.
        let _ = writeln!(child.stdin.as_mut().unwrap(), "{line}");
    }
    child.wait_with_output().unwrap().into()
}

#[test]
fn the_same_seed_draws_the_same_questions() {
    let slugs = |seed: &str| {
        let bench = Bench::new();
        let interview = start(&bench, seed);
        let slugs = interview.slugs();
        interview.end().expect(0);
        slugs
    };
    assert_eq!(slugs("7"), slugs("7"));
    assert!((8..20).any(|seed| slugs(&seed.to_string()) != slugs("7")), "another seed draws others");
}

#[test]
fn a_session_through_a_pipe_reaches_its_report() {
    let bench = Bench::new();
    let mut interview = start(&bench, "7");
    interview.answer_rightly(0);
    interview.say("check");
    interview.say("hint");
    interview.say("next");
    interview.say("5");
    interview.say("no such command");
    interview.say("go 5");
    interview.answer_rightly(4);
    interview.say("finish");
    let ran = interview.end().expect(0);
    let report = report(&bench);
    let verdicts: Vec<&str> =
        report["questions"].as_array().unwrap().iter().map(|question| question["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["pass", "not-submitted", "not-submitted", "not-submitted", "pass"], "{}", ran.whole());
    assert_eq!(report["questions"][0]["hints"], 1);
    assert_eq!(report["seed"], 7);
    assert!(ran.stdout.contains("Report"), "{}", ran.whole());
}

#[test]
fn nothing_hidden_is_in_the_folder_of_a_session() {
    let bench = Bench::new();
    let interview = start(&bench, "7");
    let mut texts = String::new();
    for folder in interview.questions() {
        for file in fs::read_dir(folder).unwrap() {
            texts += &fs::read_to_string(file.unwrap().path()).unwrap();
        }
    }
    for (slug, folder) in interview.slugs().iter().zip(interview.questions()) {
        let question = find_checks(slug).parent().unwrap().file_name().unwrap().to_owned();
        let json = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions").join(question).join(format!("{slug}.json"));
        let question: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
        let says = question["wrong"][0]["says"].as_str().unwrap();
        assert!(!texts.contains(says), "{}", folder.display());
        assert!(!texts.contains("case_"), "{}", folder.display());
        if let Some(line) = question["model_answer"][0].as_str() {
            assert!(!texts.contains(line), "{}", folder.display());
        }
    }
    interview.end().expect(0);
}

#[test]
fn what_was_saved_survives_a_kill_even_when_its_file_is_gone() {
    for round in 0..4 {
        let bench = Bench::new();
        let mut interview = start(&bench, "7");
        interview.say("next");
        // A line that stands in no question and no starter.
        let (file, text) = interview.right_answer(4);
        fs::write(&file, text + "\n# kept 7f3a9c\n").unwrap();
        if round % 2 == 0 {
            interview.say("go 5");
            interview.say("check");
        }
        // The journal has the text of a save before anything is said of it.
        let journal = bench.path("home");
        interview.wait_for(|_| holds(&journal, b"# kept 7f3a9c") && is_committed(&journal));
        interview.interrupt(Signal::KILL);
        assert_eq!(interview.end().code, None);
        fs::remove_file(&file).unwrap();
        let ran = resume(&bench, &["finish"]).expect(0);
        assert_eq!(report(&bench)["questions"][4]["verdict"], "pass", "{}", ran.whole());
    }
}

/// Whether SQLite has nothing to roll back: it truncates its own journal at each commit.
fn is_committed(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().all(|entry| {
        let name = entry.file_name().into_string().unwrap_or_default();
        !name.ends_with("-journal") || entry.metadata().is_ok_and(|found| found.len() == 0)
    })
}

/// Whether a file below `folder` holds these bytes.
fn holds(folder: &Path, needle: &[u8]) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.into_iter().any(|path| {
        if path.is_dir() {
            return holds(&path, needle);
        }
        fs::read(&path).is_ok_and(|bytes| bytes.windows(needle.len()).any(|window| window == needle))
    })
}

#[test]
fn no_process_is_left_behind() {
    let bench = Bench::new();
    let interview = start(&bench, "7");
    let pid = interview.child.id();
    let workers = children_of(pid);
    assert!(!workers.is_empty(), "the session has a worker");
    interview.interrupt(Signal::KILL);
    interview.end();
    let deadline = Instant::now() + Duration::from_secs(20);
    while workers.iter().any(|pid| Path::new(&format!("/proc/{pid}/cmdline")).exists()) {
        assert!(Instant::now() < deadline, "a worker outlives its session");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn children_of(pid: u32) -> Vec<u32> {
    let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap();
    children.split_whitespace().map(|child| child.parse().unwrap()).collect()
}
