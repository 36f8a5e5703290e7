//! What tests of the real binary share: a folder of their own, the binary, small banks, and its output in one piece.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The binary under test.
pub const GREENROOM: &str = env!("CARGO_BIN_EXE_greenroom");

/// A folder, a home in it, and nothing of the caller's.
pub struct Bench {
    pub dir: TempDir,
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    /// Exit code; `None` after a signal.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Exit code, standard output and standard error in one text.
    pub fn whole(&self) -> String {
        let code = self.code.map_or("signal".to_owned(), |code| code.to_string());
        format!("exit {code}\n--- stdout\n{}--- stderr\n{}", self.stdout, self.stderr)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.whole()))
    }

    #[track_caller]
    pub fn expect(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{}", self.whole());
        self
    }
}

impl Bench {
    pub fn new() -> Bench {
        Bench { dir: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// The binary, to be run in the folder without a terminal.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        self.command_of(Path::new(GREENROOM), arguments)
    }

    /// As `command`, of a copy of the binary.
    pub fn command_of<S: AsRef<OsStr>>(&self, binary: &Path, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(binary);
        command
            .args(arguments)
            .current_dir(self.dir.path())
            .env("GREENROOM_HOME", self.path("home"))
            .env("NO_COLOR", "1")
            // Where a test opens a terminal it is a usual one, whatever the tests themselves run in.
            .env("TERM", "xterm")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("COLUMNS")
            // In a CI even a dumb terminal is taken to know colours.
            .env_remove("CI")
            .env_remove("CLICOLOR")
            .env_remove("CLICOLOR_FORCE")
            .env_remove("TMUX")
            .env_remove("VISUAL")
            .env_remove("EDITOR")
            .env_remove("GITHUB_ACTIONS")
            .env_remove("GITHUB_STEP_SUMMARY")
            .stdin(Stdio::null());
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        ran(&mut self.command(arguments))
    }

    /// An executable script in `bin/`.
    pub fn script(&self, name: &str, text: &str) -> PathBuf {
        let path = self.write(&format!("bin/{name}"), text);
        fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
        path
    }

    /// A bank with one question, `probe`, whose check is `check`. Its right answer is `ok`.
    pub fn bank(&self, check: &str, ok: &str) -> PathBuf {
        self.bank_with(check, ok, "{}")
    }

    /// As `bank`, with `limits` in JSON.
    pub fn bank_with(&self, check: &str, ok: &str, extra: &str) -> PathBuf {
        let bank = self.path("bank");
        let wrong: Vec<Value> = ["bad_a.py", "bad_b.py", "bad_c.py"]
            .iter()
            .map(|file| serde_json::json!({"file": file, "fails": ["sample_a"], "says": format!("Not as in {file}.")}))
            .collect();
        let mut question = serde_json::json!({
            "format": 1, "slug": "probe", "title": "Probe", "kind": "code", "topic": "tests", "level": "easy", "minutes": 5,
            "seeds": [], "prompt": "Write `f()`.", "wrong": wrong, "hints": ["Return 1."],
            "model_answer": "Return 1.", "key_points": [{"id": "one", "text": "returns 1", "weight": 1}]
        });
        let extra: serde_json::Map<String, Value> = serde_json::from_str(extra).unwrap();
        question.as_object_mut().unwrap().extend(extra);
        self.write("bank/questions/tests/probe.json", serde_json::to_string_pretty(&question).unwrap());
        self.write("bank/checks/tests/probe/check.py", check);
        self.write("bank/checks/tests/probe/ok_one.py", ok);
        self.write("bank/checks/tests/probe/starter.py", "def f():\n    ...\n");
        for (name, value) in [("bad_a", "0"), ("bad_b", "2"), ("bad_c", "None")] {
            self.write(&format!("bank/checks/tests/probe/{name}.py"), format!("def f():\n    return {value}\n"));
        }
        bank
    }

    /// The JSON object of one checked answer to `probe`.
    #[track_caller]
    pub fn check_probe(&self, bank: &Path, answer: impl AsRef<[u8]>) -> Value {
        let file = self.write("answer.py", answer);
        let ran = self.run([
            OsStr::new("check"),
            "probe".as_ref(),
            file.as_ref(),
            "--json".as_ref(),
            "--bank".as_ref(),
            bank.as_ref(),
        ]);
        assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.whole());
        let mut document = ran.json();
        assert_eq!(document["level"], "full", "these tests need every layer; {}", ran.stderr);
        document["answers"][0].take()
    }
}

/// A folder in memory where there is one: for tests that sync a thousand times and look at no disk.
pub fn memory_dir() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

pub fn ran(command: &mut Command) -> Ran {
    command.output().unwrap().into()
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A check with a sample that wants 1 and a hidden case that needs no answer.
pub const PROBE: &str = "\"\"\"Probe.\"\"\"
from answer import f


def sample_a():
    \"\"\"Return 1.

    >>> f()
    1
    \"\"\"


def case_b():
    \"\"\"
    >>> 1 + 1
    2
    \"\"\"
";

pub const PROBE_OK: &str = "def f():\n    return 1\n";

/// Wait until something is so.
#[track_caller]
pub fn wait_for(mut what: impl FnMut() -> bool) {
    let start = std::time::Instant::now();
    while !what() {
        assert!(start.elapsed() < std::time::Duration::from_secs(30), "it never happened");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}
