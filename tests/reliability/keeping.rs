//! A process that appends to a journal and says what it kept: this binary once more, as a test of its own that others start.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use greenroom::model::event::{Boot, DrawnQuestion, Event, Moment, Record, Started};
use greenroom::model::isolation::Level;
use greenroom::model::question::{Difficulty, Kind};
use greenroom::room::keeper::{Keeper, Kept};
use greenroom::store::journal::Journal;

/// Tells the other process what to do.
const HOME: &str = "RELIABILITY_HOME";
const SESSION: &str = "RELIABILITY_SESSION";
const COUNT: &str = "RELIABILITY_COUNT";

/// Event number `number` of a session, counted from 1: its start, then saves, each with a content of its own.
pub fn event(session: &str, number: u64) -> Event {
    match number {
        1 => start(session),
        _ => {
            let content = format!("# {session} {number}\n").repeat((number % 7 * 40) as usize).into_bytes();
            Event::Saved { question: 0, sha256: format!("{number:064x}"), content }
        }
    }
}

fn start(session: &str) -> Event {
    let question = DrawnQuestion {
        slug: "probe".to_owned(),
        title: "Probe".to_owned(),
        kind: Kind::Code,
        topic: "tests".to_owned(),
        level: Difficulty::Easy,
        budget_minutes: 5,
    };
    Event::Started(Box::new(Started {
        session: session.to_owned(),
        greenroom: "0.1.0".to_owned(),
        plan: None,
        title: "Six minutes".to_owned(),
        seed: 7,
        bank_hash: "ab".to_owned(),
        banks: Vec::new(),
        minutes: 6,
        topics: Vec::new(),
        levels: Vec::new(),
        conditions: Default::default(),
        questions: vec![question],
        remarks: Vec::new(),
        folder: PathBuf::from("/nowhere"),
        level: Level::Full,
        python: "3.11.7".to_owned(),
    }))
}

pub fn moment(number: u64) -> Moment {
    Moment { wall_ms: 1_000 * number as i64, boottime_ns: 1_000_000_000 * number, boot: Boot(7) }
}

/// What a journal must hold after `count` events.
pub fn records(session: &str, count: u64) -> Vec<Record> {
    (1..=count).map(|number| Record { sequence: number, at: moment(number), event: event(session, number) }).collect()
}

/// Append the events after those that are there, up to number `count`, in a process of its own.
pub fn keep(home: &Path, session: &str, count: u64, environment: &[(&str, OsString)]) -> Command {
    run("keeping::keeps_for_another_test", home, session, count, environment)
}

fn run(test: &str, home: &Path, session: &str, count: u64, environment: &[(&str, OsString)]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--ignored", "--nocapture", "--test-threads", "1"])
        .env(HOME, home)
        .env(SESSION, session)
        .env(COUNT, count.to_string())
        .envs(environment.iter().cloned())
        .stdin(Stdio::null());
    command
}

/// The number of the last event that was said to be kept.
pub fn kept(output: &Output) -> u64 {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter_map(|line| line.strip_prefix("kept ")).map(|number| number.parse().unwrap()).max().unwrap_or(0)
}

/// As `keep`, in the way of a session: what the journal does not take waits for the next event.
pub fn keep_on(home: &Path, session: &str, count: u64, environment: &[(&str, OsString)]) -> Command {
    run("keeping::goes_on_for_another_test", home, session, count, environment)
}

/// What this process was asked to do, if it was.
fn asked() -> Option<(PathBuf, String, u64)> {
    let text = |name| std::env::var(name).ok();
    Some((text(HOME)?.into(), text(SESSION)?, text(COUNT)?.parse().unwrap()))
}

#[test]
#[ignore = "a part of other tests, which start it as a process"]
fn goes_on_for_another_test() {
    let Some((home, session, count)) = asked() else { return };
    let journal = Journal::open(&home).unwrap();
    let known = journal.records(&session).unwrap().len() as u64;
    let mut keeper = Keeper::new(journal, &session);
    let mut said = std::io::stdout();
    for number in known + 1..=count {
        let word = match keeper.keep(moment(number), event(&session, number)) {
            Kept::Yes => format!("kept {number}"),
            Kept::Again => format!("again {number}\nkept {number}"),
            Kept::NotYet => format!("waits {number}"),
            Kept::No(error) => format!("trouble {error}\nwaits {number}"),
        };
        said.write_all(format!("\n{word}\n").as_bytes()).unwrap();
    }
    said.write_all(format!("\nlost {}\n", keeper.settle()).as_bytes()).unwrap();
}

#[test]
#[ignore = "a part of other tests, which start it as a process"]
fn keeps_for_another_test() {
    let Some((home, session, count)) = asked() else { return };
    let mut journal = Journal::open(&home).unwrap();
    let known = journal.records(&session).unwrap().len() as u64;
    let mut said = std::io::stdout();
    for number in known + 1..=count {
        journal.append(&session, moment(number), &event(&session, number)).unwrap();
        // At once, and in one piece: libtest has written a part of a line before.
        said.write_all(format!("\nkept {number}\n").as_bytes()).unwrap();
    }
}
