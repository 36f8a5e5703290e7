//! Two people at one interview, each a real process whose lines are read and written.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK, wait_for};

pub const ANSWER: &str = "room/1-probe/answer.py";

/// What only the interviewer may see before the bell.
pub const PRIVATE: [&str; 3] = ["SECRET model answer", "SECRET point", "SECRET follow-up answer"];

/// A process whose input is open and whose outputs stand in one file each.
pub struct Seat {
    pub child: Child,
    out: PathBuf,
    err: PathBuf,
}

impl Seat {
    pub fn spawn(bench: &Bench, name: &str, command: &mut Command) -> Seat {
        let (out, err) = (bench.path(&format!("{name}.out")), bench.path(&format!("{name}.err")));
        let child = command
            .stdin(Stdio::piped())
            .stdout(File::create(&out).unwrap())
            .stderr(File::create(&err).unwrap())
            .spawn()
            .unwrap();
        Seat { child, out, err }
    }

    pub fn say(&mut self, lines: &str) {
        self.child.stdin.as_mut().unwrap().write_all(lines.as_bytes()).unwrap();
    }

    pub fn text(&self) -> String {
        let read = |path: &Path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        read(&self.out) + &read(&self.err)
    }

    #[track_caller]
    pub fn hears(&self, text: &str) {
        let start = std::time::Instant::now();
        while !self.text().contains(text) {
            assert!(start.elapsed() < Duration::from_secs(30), "`{text}` is not in {}", self.text());
            sleep(Duration::from_millis(20));
        }
    }

    /// Close its input, and wait for its end.
    #[track_caller]
    pub fn ends(mut self, code: i32) -> String {
        drop(self.child.stdin.take());
        let status = self.child.wait().unwrap();
        let text = self.text();
        assert_eq!(status.code(), Some(code), "{text}");
        assert!(!text.contains("panicked"), "{text}");
        text
    }

    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // A test that failed leaves no process behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `greenroom start` of six minutes with one question that has something to hide, in the folder `room`.
pub fn start(bench: &Bench, flags: &[&str]) -> Command {
    let extra = r#"{"model_answer": "SECRET model answer", "key_points": [
        {"id": "one", "text": "SECRET point one", "weight": 2}, {"id": "two", "text": "SECRET point two", "weight": 1}],
        "follow_ups": [{"ask": "And what of two?", "answer": "SECRET follow-up answer"}]}"#;
    let bank = bench.bank_with(PROBE, PROBE_OK, extra);
    let mut command = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank"]);
    command.arg(bank).args(flags);
    command
}

pub fn candidate(bench: &Bench, flags: &[&str]) -> Seat {
    let seat = Seat::spawn(bench, "candidate", &mut start(bench, flags));
    wait_for(|| bench.path(ANSWER).exists());
    seat
}

pub fn interviewer(bench: &Bench, name: &str) -> Seat {
    Seat::spawn(bench, name, &mut bench.command(["interviewer"]))
}

pub fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

pub fn socket(bench: &Bench) -> PathBuf {
    bench.path("home/interviewer.sock")
}

/// All texts below a folder.
pub fn texts(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        text += &if path.is_dir() { texts(&path) } else { fs::read_to_string(path).unwrap() };
    }
    text
}
