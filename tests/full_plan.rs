//! A thirty-minute interview of the built-in bank, played on a terminal to its report: every minute passes, and none is waited for.

#[path = "support/clock.rs"]
mod fake_clock;
#[path = "support/shim.rs"]
mod shim;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use expectrl::Expect;
use expectrl::session::OsSession;
use serde_json::Value;

use crate::fake_clock::FakeClock;
use crate::support::{Bench, wait_for};
use crate::terminal::{assert_sane, on_a_terminal};

const LENGTH: Duration = Duration::from_secs(30 * 60);

/// A candidate at a terminal, with the bank's own answers at hand.
struct Play {
    bench: Bench,
    clock: FakeClock,
    terminal: OsSession,
    /// Folders of the questions, such as `1-gil`.
    folders: Vec<String>,
    /// When the clock started, later by every pause.
    begun: SystemTime,
}

impl Play {
    fn begin() -> Play {
        let (bench, clock) = (Bench::new(), FakeClock::new());
        let mut start = bench.command(["start", "--plan", "phone-screen-30", "--seed", "7", "--dir", "room"]);
        start.envs(clock.environment());
        let mut terminal = on_a_terminal(&bench, &start);
        terminal.expect("The checker works").unwrap();
        terminal.expect("Enter starts the clock").unwrap();
        terminal.send("\r").unwrap();
        let begun = clock.wall();
        wait_for(|| folders(&bench.path("room")).len() == 5);
        let folders = folders(&bench.path("room"));
        let mut play = Play { bench, clock, terminal, folders, begun };
        play.sees("Q1 of 5");
        play
    }

    #[track_caller]
    fn sees(&mut self, text: &str) {
        if let Err(error) = self.terminal.expect(text) {
            let seen = self.terminal.check(expectrl::Regex("(?s).*")).map(|seen| seen.as_bytes().to_vec());
            panic!("`{text}`: {error}; in its place: {}", String::from_utf8_lossy(&seen.unwrap_or_default()));
        }
    }

    fn presses(&mut self, key: &str) {
        self.terminal.send(key).unwrap();
    }

    fn pass(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    /// Let time pass until this is left of the session.
    fn pass_until_left(&self, left: Duration) {
        let used = self.clock.wall().duration_since(self.begun).unwrap();
        self.clock.advance((LENGTH - left).checked_sub(used).expect("the play is not late"));
    }

    /// Save this file of the bank as the answer to a question.
    fn saves(&self, question: usize, name: &str) {
        let slug = self.folders[question - 1].split_once('-').unwrap().1;
        let content = fs::read(bank_file(slug, name)).unwrap();
        let answer = if name.ends_with(".py") { "answer.py" } else { "prediction.txt" };
        fs::write(self.bench.path("room").join(&self.folders[question - 1]).join(answer), content).unwrap();
    }
}

/// The folders of a session's questions, in order.
fn folders(room: &Path) -> Vec<String> {
    let names = fs::read_dir(room).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut folders: Vec<String> =
        names.filter(|name| name.starts_with(|first: char| first.is_ascii_digit()) && name != "0-sample").collect();
    folders.sort();
    folders
}

/// The first file of an entry whose name begins so.
fn bank_file(slug: &str, name: &str) -> PathBuf {
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks");
    let topics = fs::read_dir(checks).unwrap().map(|topic| topic.unwrap().path().join(slug));
    let folder = topics.into_iter().find(|folder| folder.is_dir()).unwrap();
    let (start, end) = name.split_once('*').unwrap_or((name, ""));
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let fits = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with(start) && name.ends_with(end)
    };
    files.into_iter().find(fits).unwrap_or_else(|| panic!("no {name} in {}", folder.display()))
}

#[test]
fn thirty_minutes_are_played_to_a_report_that_tells_them() {
    let mut play = Play::begin();

    // The first question: wrong, then right, past the middle of its three minutes.
    play.pass(60);
    play.saves(1, "bad_*.txt");
    play.sees("Q1 saved");
    play.presses("c");
    play.sees("Q1 check 1: fail");
    play.pass(40);
    play.sees("Half of the time for question 1 is used");
    play.saves(1, "expected.txt");
    play.sees("Q1 saved");
    play.presses("c");
    play.sees("Q1 check 2: pass");
    play.presses("n");
    play.sees("Q2 of 5");

    // The second: a clarification, and a hint that has its price; left unchecked.
    play.presses("a");
    play.presses("1");
    play.sees("Interviewer: ");
    play.presses("h");
    play.sees("10 %");
    play.presses("y");
    play.sees("Hint 1 of");
    play.pass(90);
    play.saves(2, "expected.txt");
    play.sees("Q2 saved");
    play.presses("n");
    play.sees("Q3 of 5");

    // The third: more than its time, flagged, and left without an answer.
    play.pass(8 * 60);
    play.sees("The time for question 3 is used up");
    play.presses("l");
    play.sees("flagged");
    play.presses("n");
    play.sees("Q4 of 5");

    // The fourth: ten minutes of pause that cost nothing.
    play.presses("u");
    play.sees("paused");
    play.pass(600);
    play.begun += Duration::from_secs(600);
    play.presses("\r");
    play.sees("The clock stood still for 10 min");
    play.saves(4, "expected.txt");
    play.sees("Q4 saved");
    play.presses("n");
    play.sees("Q5 of 5");

    // The code: wrong, right, checked.
    play.saves(5, "bad_*.py");
    play.sees("Q5 saved");
    play.pass(120);
    play.saves(5, "ok_*.py");
    play.sees("Q5 saved: pass");
    play.presses("c");
    play.sees("Q5 check 1: pass");

    // Back to the third, until the bell; its answer is saved in the moments after it.
    play.presses("g");
    play.presses("3");
    play.sees("Q3 of 5");
    play.pass_until_left(Duration::from_secs(119));
    play.sees("Two minutes left for the session");
    play.pass_until_left(Duration::from_secs(29));
    play.sees("Thirty seconds left for the session");
    play.pass_until_left(Duration::ZERO);
    play.sees("Bell! Time is up");
    play.saves(3, "expected.txt");
    play.sees("Q3");
    play.pass(15);
    play.sees("Grading what was saved");
    play.sees("The clock has stopped");
    play.presses("1");
    play.presses("h");
    play.presses("x");
    play.sees("Report");
    play.sees("exit 0");
    assert_sane(&mut play.terminal);

    let report: Value = serde_json::from_slice(&fs::read(play.bench.path("room/report.json")).unwrap()).unwrap();
    assert_eq!((&report["used_s"], &report["ended_by"]), (&1800.into(), &"time-up".into()));
    let questions = report["questions"].as_array().unwrap();
    let all = |field: &str| questions.iter().map(|question| question[field].clone()).collect::<Vec<Value>>();
    assert_eq!(all("verdict"), ["pass"; 5], "{report:#}");
    assert_eq!(all("hints"), [0, 1, 0, 0, 0]);
    assert_eq!(all("clarifications"), [0, 1, 0, 0, 0]);
    assert_eq!(all("checks"), [2, 0, 0, 0, 1]);
    assert_eq!(all("flagged"), [false, false, true, false, false]);
    assert_eq!(all("saved_in_grace"), [false, false, true, false, false]);
    let used: Vec<u64> = all("used_s").iter().map(|used| used.as_u64().unwrap()).collect();
    // Whole seconds, of five questions, rounded down.
    assert!((1795..=1800).contains(&used.iter().sum::<u64>()), "{used:?}");
    for (used, passed) in used.iter().zip([100, 90, 480 + 600, 0, 120]) {
        assert!(*used >= passed, "{used} of {passed}");
    }
    let pause = &report["pauses"][0];
    assert_eq!(pause["why"], "pause");
    assert!((600..660).contains(&pause["length_s"].as_u64().unwrap()), "{pause}");
    for name in ["report.md", "report.html", "SESSION.md"] {
        assert!(play.bench.path("room").join(name).exists(), "{name}");
    }
}
