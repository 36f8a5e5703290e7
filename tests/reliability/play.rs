//! An interview of six minutes with one small question: the real binary, through pipes.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use greenroom::model::event::{Event, Record};
use greenroom::store::journal::Journal;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK, wait_for};

/// The file of its answer.
pub const ANSWER: &str = "room/1-probe/answer.py";

/// An answer that never ends, where its question lets it.
pub const ENDLESS: &str = "def f():\n    while True:\n        pass\n";

/// How long something may take that needs no time by itself: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// `greenroom start` of the interview in the folder `room`; an answer may take a minute.
pub fn start(bench: &Bench, flags: &[&str]) -> Command {
    let bank = bench.bank_with(PROBE, PROBE_OK, r#"{"limits": {"cpu_s": 60, "wall_s": 60}}"#);
    let mut arguments: Vec<OsString> = ["start", "--minutes", "6", "--dir", "room"].map(OsString::from).into();
    arguments.extend(flags.iter().map(OsString::from));
    arguments.extend([OsString::from("--bank"), bank.into()]);
    bench.command(arguments)
}

/// A process that is talked to.
pub struct Playing {
    pub child: Child,
    lines: Receiver<String>,
    /// Everything it said on standard error.
    pub heard: String,
}

impl Playing {
    /// Start it, and wait until the clock runs.
    pub fn begin(bench: &Bench, command: &mut Command) -> Playing {
        let playing = Playing::spawn(command);
        wait_for(|| bench.path(ANSWER).exists());
        playing
    }

    pub fn spawn(command: &mut Command) -> Playing {
        command.stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in stderr.split(b'\n').map_while(Result::ok) {
                let _ = sender.send(String::from_utf8_lossy(&line).into_owned());
            }
        });
        Playing { child, lines, heard: String::new() }
    }

    #[track_caller]
    pub fn say(&mut self, lines: &str) {
        self.try_say(lines).unwrap();
    }

    /// As `say`, to a process that may have ended.
    pub fn try_say(&mut self, lines: &str) -> std::io::Result<()> {
        self.child.stdin.as_mut().unwrap().write_all(lines.as_bytes())
    }

    /// Until a line holds this text. Returns the line.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(line) = self.lines.recv_timeout(left) else { panic!("no `{text}` in {}", self.heard) };
            self.heard += &format!("{line}\n");
            if line.contains(text) {
                return line;
            }
        }
    }

    /// Whether a line holds this text before this moment.
    pub fn hears(&mut self, text: &str, until: Instant) -> bool {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(line) = self.lines.recv_timeout(left) else { return false };
            self.heard += &format!("{line}\n");
            if line.contains(text) {
                return true;
            }
        }
    }

    /// Every process that it has started, and that these have.
    pub fn descendants(&self) -> Vec<PathBuf> {
        descendants(self.child.id())
    }

    /// Nothing happens once it has ended: its number may be another's by now.
    pub fn send(&mut self, signal: Signal) {
        if self.child.try_wait().unwrap().is_some() {
            return;
        }
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Close its input, wait for its end, and hear the rest. The exit code; none after a signal.
    #[track_caller]
    pub fn end(&mut self) -> Option<i32> {
        drop(self.child.stdin.take());
        self.wait()
    }

    /// As `end`, with its input left open.
    #[track_caller]
    pub fn wait(&mut self) -> Option<i32> {
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < deadline, "it does not end: {}", self.heard);
            thread::sleep(Duration::from_millis(5));
        };
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            self.heard += &format!("{line}\n");
        }
        status.code()
    }
}

/// The folders in `/proc` of every process that this one has started, and that these have.
pub fn descendants(pid: u32) -> Vec<PathBuf> {
    let all = fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
    let parents: Vec<(PathBuf, u32)> = all.filter_map(|process| Some((process.clone(), parent(&process)?))).collect();
    let number = |process: &Path| process.file_name()?.to_str()?.parse::<u32>().ok();
    let mut found: Vec<PathBuf> = Vec::new();
    let mut known = vec![pid];
    while let Some(pid) = known.pop() {
        for (process, _) in parents.iter().filter(|(_, parent)| *parent == pid) {
            known.extend(number(process));
            found.push(process.clone());
        }
    }
    found
}

/// None for what is no process, or has ended.
fn parent(process: &Path) -> Option<u32> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let state = fields.next()?;
    (state != "Z").then_some(fields.next()?.parse().ok()?)
}

/// None of these processes is there any more, after a moment.
#[track_caller]
pub fn assert_gone(processes: &[PathBuf]) {
    assert!(!processes.is_empty(), "there was no process to end");
    wait_for(|| processes.iter().all(|process| parent(process).is_none()));
}

impl Drop for Playing {
    fn drop(&mut self) {
        // A test that failed leaves no process behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Save it in one piece: an editor that cuts the file first saves twice.
pub fn save(bench: &Bench, answer: impl AsRef<[u8]>) {
    fs::write(bench.path("room/1-probe/.saving"), answer).unwrap();
    fs::rename(bench.path("room/1-probe/.saving"), bench.path(ANSWER)).unwrap();
}

/// The events of the only session in the journal.
#[track_caller]
pub fn records(bench: &Bench) -> Vec<Record> {
    let journal = Journal::open(&bench.path("home")).unwrap();
    let sessions = journal.sessions().unwrap();
    assert_eq!(sessions.len(), 1);
    journal.records(&sessions[0].started.session).unwrap()
}

/// Their names, for instance `started saved suspended`.
#[track_caller]
pub fn events(bench: &Bench) -> String {
    let name = |record: &Record| serde_json::to_value(&record.event).unwrap()["event"].as_str().unwrap().to_owned();
    records(bench).iter().map(name).collect::<Vec<_>>().join(" ")
}

/// The contents that were saved.
pub fn saves(records: &[Record]) -> Vec<String> {
    let content = |record: &Record| match &record.event {
        Event::Saved { content, .. } => Some(String::from_utf8_lossy(content).into_owned()),
        _ => None,
    };
    records.iter().filter_map(content).collect()
}

pub fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

/// `resume`, finished at once, with exit code 0.
#[track_caller]
pub fn resume_and_finish(bench: &Bench) {
    let mut playing = Playing::spawn(bench.command([OsStr::new("resume")]).stdout(Stdio::null()));
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
}
