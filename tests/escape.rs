//! The attack suite: every file of `tests/escape/<class>/` is handed in as an answer, and must neither pass nor leave
//! anything behind. `tests/escape/honest/` holds the opposite: odd answers that must pass.
//!
//! Each file begins with a header of comment lines:
//! ```text
//! # What it tries, in one line or several.
//! # must: fail|error                      one of these verdicts
//! # not: <effect>                         what must not have come of it; once for each effect
//! # needs: processes loopback             optional: what the question grants
//! # only: full                            optional: the one level at which it is tried
//! # name: "\x1b[31m.py"                   optional: how the file is called when it is handed in
//! # generate: NUL = "\x00" * 1            optional: the first `NUL` below the header becomes these bytes, so many times
//! ```
//! Effects: `file PATH exists`, `process NAME lives`, `port N listens`, `abstract socket NAME exists`, `report shows
//! "TEXT"`, `report line begins "TEXT"`, `expected output leaks`, `limits are outlived`, `next answer differs`. They are
//! looked for from outside, on the host and in the reports, never by asking the attack. A header with anything else in it
//! fails the test. An attack may `pass` if it gives the right values itself; then its effects are all that counts.
//!
//! The question is to double a value. One greenroom process takes many files in shuffled order, and after each of them
//! `tests/escape/next_answer.py`: an honest answer that fails if it finds anything of the answer before it. Set
//! `GREENROOM_ESCAPE_SEED` to repeat an order, `GREENROOM_ESCAPE_ONLY` to run the files whose path contains a text.

mod support;

#[path = "support/header.rs"]
mod header;
#[path = "support/host.rs"]
mod host;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::header::{Effect, Header};
use crate::support::{Bench, GREENROOM, Ran, ran};

/// What the hidden case expects, and no input holds.
const EXPECTED: &str = "canary-5f3a9c17d2canary-5f3a9c17d2";

const CHECK: &str = r#""""Double a value."""
from answer import f


def sample_number():
    """
    >>> f(21)
    42
    """


def case_list():
    """
    >>> f([1, 2])
    [1, 2, 1, 2]
    """


def case_text():
    """
    >>> f("canary-5f3a9c17d2")
    'canary-5f3a9c17d2canary-5f3a9c17d2'
    """
"#;

/// Short limits for attacks: what waits for a limit is most of the time that the suite takes.
const SHORT: Limits = Limits { cpu_s: 0.3, wall_s: 2.0 };

/// Honest answers wait for no limit, and may run on a loaded machine.
const USUAL: Limits = Limits { cpu_s: 2.0, wall_s: 10.0 };

/// How far past its limits an answer may be seen: a tick of the kernel's clock, and a loaded machine's delays.
const OVERSHOOT_MS: f64 = 600.0;

const NEXT_ANSWER: &str = include_str!("escape/next_answer.py");

/// The user that every machine has for those who own nothing.
const NOBODY: u32 = 65534;

/// Greenroom processes at the same time, and files for each.
const AT_ONCE: usize = 4;
const AT_MOST: usize = 40;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Limits {
    cpu_s: f64,
    wall_s: f64,
}

/// One file of the suite.
#[derive(Debug)]
struct Attack {
    /// `class/name.py`
    path: String,
    header: Header,
    content: Vec<u8>,
}

/// Files that run in one greenroom process.
struct Batch<'a> {
    user: Option<u32>,
    way: Way,
    needs: &'a [String],
    limits: Limits,
    attacks: Vec<&'a Attack>,
}

/// How they are handed in, and so at which level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `check` at level `full`: one after the other in one worker, each with the honest answer behind it.
    Check,
    /// The same without `--json`, for what the report of a terminal shows.
    Read,
    /// `grade` at level `no-userns`: two workers take turns.
    Grade,
}

#[test]
fn no_attack_passes_or_leaves_anything_behind() {
    let seed = seed();
    let only = std::env::var("GREENROOM_ESCAPE_ONLY").unwrap_or_default();
    let mut attacks: Vec<Attack> = collect().into_iter().filter(|attack| attack.path.contains(&only)).collect();
    shuffle(&mut attacks, seed);
    let before = (host::leftovers(), host::ipc_objects());
    assert!(before.0.is_empty(), "an earlier run has left {:?}", before.0);

    let binary = Binary::copy();
    let batches = Mutex::new(batches(&attacks, &users(&binary)));
    let found = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some(batch) = batches.lock().unwrap().pop() else { break };
                    let problems = batch.run(&binary);
                    found.lock().unwrap().extend(problems);
                }
            });
        }
    });
    let mut problems = found.into_inner().unwrap();
    if host::binary_runs(&binary.path()) {
        problems.push("a process of greenroom lives on".to_owned());
    }
    problems.extend(host::leftovers().into_iter().map(|left| format!("left on the host: {left}")));
    if host::ipc_objects() > before.1 {
        problems.push("left on the host: an object of System V ipc".to_owned());
    }
    problems.sort();
    let honest = attacks.iter().filter(|attack| attack.is_honest()).count();
    say(&format!("{} attacks, {honest} honest answers, seed {seed}", attacks.len() - honest));
    assert!(problems.is_empty(), "seed {seed}, {} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn headers_outside_of_the_grammar_are_refused() {
    let refused = |source: &str, honest: bool, word: &str| {
        let problem = Header::parse(source, honest).expect_err(source);
        assert!(problem.contains(word), "{source}: {problem}");
    };
    refused("# must: fail\n# not: next answer differs\n", false, "does not say");
    refused("# Tries.\n", false, "no `must`");
    refused("# Tries.\n# must: fail\n", false, "must not come of it");
    refused("# Tries.\n# must: internal\n# not: next answer differs\n", false, "internal");
    refused("# Tries.\n# must: fail|wrong\n# not: next answer differs\n", false, "wrong");
    refused("# Tries.\n# must: fail\n# not: the sky falls\n", false, "vocabulary");
    refused("# Tries.\n# must: fail\n# not: file relative exists\n", false, "vocabulary");
    refused("# Tries.\n# must: fail\n# not: report shows \"\\q\"\n", false, "unknown escape");
    refused("# Tries.\n# must: fail\n# wants: nothing\n", false, "unknown");
    refused("# Tries.\n# must: fail\n# must: error\n", false, "said twice");
    refused("# Tries.\n# must: fail\n# and more\n", false, "key: value");
    refused("# Tries.\n# must: fail\n# needs: root\n", false, "root");
    refused("# Works.\n# must: fail\n", true, "must pass");
    assert!(Header::parse("# Works.\n# must: pass\n", true).is_ok());
}

/// Every file, with a header that can be read. Lists all that cannot.
fn collect() -> Vec<Attack> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/escape");
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for class in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in fs::read_dir(&class).unwrap().map(|entry| entry.unwrap().path()) {
            let path = file.strip_prefix(&root).unwrap().display().to_string();
            let source = fs::read_to_string(&file).unwrap();
            let header = Header::parse(&source, path.starts_with("honest/"));
            match header.and_then(|header| header.content(&source).map(|content| (header, content))) {
                Ok((header, content)) => found.push(Attack { path, header, content }),
                Err(problem) => problems.push(format!("{path}: {problem}")),
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// Batches for each user, way and set of needs.
fn batches<'a>(attacks: &'a [Attack], users: &[Option<u32>]) -> Vec<Batch<'a>> {
    let mut kinds: BTreeMap<(&[String], bool), Vec<&Attack>> = BTreeMap::new();
    for attack in attacks {
        kinds.entry((&attack.header.needs, attack.is_honest())).or_default().push(attack);
    }
    let mut batches = Vec::new();
    for user in users {
        for ((needs, honest), attacks) in &kinds {
            let limits = if *honest { USUAL } else { SHORT };
            // What a question needs beyond the usual, only level `full` can give.
            let ways = if needs.is_empty() { &[Way::Check, Way::Read, Way::Grade][..] } else { &[Way::Check][..] };
            for way in ways {
                let attacks: Vec<&Attack> = attacks.iter().copied().filter(|attack| attack.is_for(*way)).collect();
                batches.extend(attacks.chunks(AT_MOST).map(|attacks| Batch {
                    user: *user,
                    way: *way,
                    needs,
                    limits,
                    attacks: attacks.to_vec(),
                }));
            }
        }
    }
    batches
}

/// Who runs the suite: whoever runs this test, and, if that is root, an ordinary user as well.
fn users(binary: &Binary) -> Vec<Option<u32>> {
    if !rustix::process::geteuid().is_root() {
        return vec![None];
    }
    let batch = Batch { user: Some(NOBODY), way: Way::Check, needs: &[], limits: USUAL, attacks: vec![] };
    match batch.run(binary).first() {
        None => vec![None, Some(NOBODY)],
        Some(problem) => {
            say(&format!("not tried as an ordinary user: {problem}"));
            vec![None]
        }
    }
}

impl Way {
    fn level(self) -> &'static str {
        if self == Way::Grade { "no-userns" } else { "full" }
    }
}

impl Attack {
    fn is_honest(&self) -> bool {
        self.path.starts_with("honest/")
    }

    fn is_for(&self, way: Way) -> bool {
        let at_this_level = self.header.only.as_deref().is_none_or(|level| level == way.level());
        at_this_level && (way != Way::Read || self.looks_at_reports())
    }

    fn looks_at_reports(&self) -> bool {
        self.header.not.iter().any(|effect| matches!(effect, Effect::ReportShows(_) | Effect::ReportLineBegins(_)))
    }
}

impl Batch<'_> {
    /// Run the files; give everything that is not as the headers say.
    fn run(&self, binary: &Binary) -> Vec<String> {
        let bench = Bench::new();
        let limits = serde_json::json!({"cpu_s": self.limits.cpu_s, "wall_s": self.limits.wall_s});
        let extra = serde_json::json!({"needs": self.needs, "limits": limits});
        let bank = bench.bank_with(CHECK, "def f(value):\n    return value + value\n", &extra.to_string());
        let files = self.hand_in(&bench);
        let mut arguments: Vec<OsString> = match self.way {
            Way::Check => vec!["check".into(), "probe".into(), "--json".into()],
            Way::Read => vec!["check".into(), "probe".into()],
            Way::Grade => ["grade", "in", "--out", "out", "--jobs", "1", "--no-verify", "--sandbox", self.way.level()]
                .map(Into::into)
                .to_vec(),
        };
        if self.way != Way::Grade {
            arguments.extend(files.iter().map(|file| bench.path("in").join(file).into()));
        }
        let mut command = bench.command_of(&binary.path(), arguments);
        command.arg("--bank").arg(bank);
        if let Some(user) = self.user {
            fs::create_dir(bench.path("home")).unwrap();
            for folder in [bench.dir.path(), &bench.path("home")] {
                fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
            }
            command.uid(user).gid(user);
        }
        let ran = ran(&mut command);
        let rows = fs::read_to_string(bench.path("out/results.jsonl")).unwrap_or_default();
        let mut problems = match self.way {
            Way::Check => checked(&ran).and_then(|answers| self.judge(&answers)),
            Way::Read => Ok(Vec::new()),
            Way::Grade => graded(&ran, &rows, &files).and_then(|answers| self.judge(&answers)),
        }
        .unwrap_or_else(|problem| vec![problem]);
        let reports = [&ran.stdout[..], &ran.stderr, &rows];
        for attack in &self.attacks {
            let seen = attack.header.not.iter().filter(|effect| has_happened(effect, reports));
            problems.extend(seen.map(|effect| format!("{}: {effect}", attack.path)));
        }
        let who = self.user.map_or("own user".to_owned(), |user| format!("user {user}"));
        problems.iter().map(|problem| format!("{problem} [{:?}, {who}]", self.way)).collect()
    }

    /// Write the files, each in a folder of its own, and the honest answer before and after each. Gives their paths, in
    /// the order in which they are run.
    fn hand_in(&self, bench: &Bench) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut write = |candidate: &str, name: &str, content: &[u8]| {
            let file = Path::new(candidate).join(name);
            bench.write(&format!("in/{}", file.display()), content);
            files.push(file);
        };
        write("0000", "probe.py", NEXT_ANSWER.as_bytes());
        for (number, attack) in self.attacks.iter().enumerate() {
            let candidate = format!("{:04}", 2 * number + 1);
            match (&attack.header.name, self.way) {
                (None, _) => write(&candidate, "probe.py", &attack.content),
                // There the name of the file is given, and that of the folder is the candidate's choice.
                (Some(name), Way::Grade) => write(name, "probe.py", &attack.content),
                (Some(name), _) => write(&candidate, name, &attack.content),
            }
            write(&format!("{:04}", 2 * number + 2), "probe.py", NEXT_ANSWER.as_bytes());
        }
        files
    }

    /// Compare each verdict with its header, and hold every honest answer in between to `pass`.
    fn judge(&self, answers: &[Value]) -> Result<Vec<String>, String> {
        if answers.len() != 2 * self.attacks.len() + 1 {
            return Err(format!("{} results of {} attacks", answers.len(), self.attacks.len()));
        }
        // With nothing before it: what it expects is not how answers are started.
        if answers[0]["verdict"] != "pass" {
            return Err(format!("next_answer.py at the beginning: {}", why(&answers[0])));
        }
        let mut problems = Vec::new();
        for (attack, pair) in self.attacks.iter().zip(answers[1..].chunks(2)) {
            let (path, answer, next) = (&attack.path, &pair[0], &pair[1]);
            let verdict = answer["verdict"].as_str().unwrap();
            if !attack.header.must.iter().any(|must| must == verdict) {
                problems.push(format!("{path}: must be {:?}: {}", attack.header.must, why(answer)));
            }
            if next["verdict"] != "pass" {
                problems.push(format!("{path}: the next answer differs: {}", why(next)));
            }
            for effect in &attack.header.not {
                let seen = match effect {
                    Effect::ExpectedOutputLeaks => leaks(answer),
                    Effect::LimitsAreOutlived => outlived(answer, self.limits),
                    _ => false,
                };
                if seen {
                    problems.push(format!("{path}: {effect}: {}", why(answer)));
                }
            }
        }
        Ok(problems)
    }
}

/// The answers of a document of `check`.
fn checked(ran: &Ran) -> Result<Vec<Value>, String> {
    let mut document: Value = serde_json::from_str(&ran.stdout).map_err(|error| format!("{error}: {}", ran.whole()))?;
    if document["level"] != Way::Check.level() {
        return Err(format!("level {}: {}", document["level"], document["missing_layers"]));
    }
    match document["answers"].take() {
        Value::Array(answers) => Ok(answers),
        other => Err(format!("no answers: {other}")),
    }
}

/// The rows of `grade` in the order of the files.
fn graded(ran: &Ran, rows: &str, files: &[PathBuf]) -> Result<Vec<Value>, String> {
    let rows: Result<Vec<Value>, _> = rows.lines().map(serde_json::from_str).collect();
    let rows = rows.map_err(|error| format!("{error}: {}", ran.whole()))?;
    let row = |file: &PathBuf| {
        let candidate = file.parent().unwrap().display().to_string();
        let found =
            rows.iter().find(|row| row["candidate"] == candidate.as_str() && row["level"] == Way::Grade.level());
        found.cloned().ok_or_else(|| format!("no row for {candidate:?}: {}", ran.whole()))
    };
    files.iter().map(row).collect()
}

/// What can be seen on the host or in a whole report.
fn has_happened(effect: &Effect, reports: [&str; 3]) -> bool {
    match effect {
        Effect::FileExists(path) => Path::new(path).symlink_metadata().is_ok(),
        Effect::ProcessLives(name) => host::process_lives(name),
        Effect::PortListens(port) => host::port_listens(*port),
        Effect::AbstractSocketExists(name) => host::abstract_socket_exists(name),
        Effect::ReportShows(text) => reports.iter().any(|report| report.contains(text)),
        Effect::ReportLineBegins(text) => {
            reports.iter().any(|report| report.lines().any(|line| line.trim().starts_with(text)))
        }
        // Of each answer alone, in `judge`.
        Effect::ExpectedOutputLeaks | Effect::LimitsAreOutlived | Effect::NextAnswerDiffers => false,
    }
}

/// Whether what an answer that fails gave or said holds the expected output.
fn leaks(answer: &Value) -> bool {
    let failures = answer["cases"].as_array().unwrap().iter().map(|case| &case["failure"]).chain([&answer["load"]]);
    failures
        .flat_map(|failure| [&failure["got"], &failure["printed"], &failure["raised"]["message"]])
        .any(|text| text.as_str().is_some_and(|text| text.contains(EXPECTED)))
}

fn outlived(answer: &Value, limits: Limits) -> bool {
    let phases = 1.0 + answer["cases"].as_array().unwrap().len() as f64;
    let cores = std::thread::available_parallelism().map_or(1.0, |cores| cores.get() as f64);
    let (cpu, wall) = (answer["cpu_ms"].as_f64().unwrap(), answer["wall_ms"].as_f64().unwrap());
    wall > limits.wall_s * 1000.0 + OVERSHOOT_MS
        || cpu > (phases * limits.cpu_s * 1000.0 + OVERSHOOT_MS).min(wall * cores + 100.0)
}

/// The verdict and the first reason for it.
fn why(answer: &Value) -> String {
    let cases = answer["cases"].as_array().unwrap();
    let failure = cases.iter().map(|case| &case["failure"]).chain([&answer["load"]]).find(|failure| !failure.is_null());
    let mut reason = failure.map(Value::to_string).unwrap_or_default();
    reason.truncate((0..=reason.len().min(900)).rev().find(|end| reason.is_char_boundary(*end)).unwrap_or(0));
    format!("{} in {} ms: {reason}{}", answer["verdict"], answer["wall_ms"], answer["reason"].as_str().unwrap_or(""))
}

/// A copy of the binary that every user can run, and whose processes are nobody else's.
struct Binary {
    folder: tempfile::TempDir,
}

impl Binary {
    fn copy() -> Binary {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::copy(GREENROOM, folder.path().join("greenroom")).unwrap();
        Binary { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("greenroom")
    }
}

fn seed() -> u64 {
    match std::env::var("GREENROOM_ESCAPE_SEED") {
        Ok(text) => text.parse().expect("GREENROOM_ESCAPE_SEED is a number"),
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64,
    }
}

/// Fisher and Yates, with xorshift: an order that the seed repeats.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for last in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(last, (state % (last as u64 + 1)) as usize);
    }
}

#[expect(clippy::print_stderr, reason = "the seed and the count are for whoever runs the suite")]
fn say(text: &str) {
    eprintln!("{text}");
}
