//! The bell in the middle of everything that somebody can be in the middle of, by the real binary on a terminal. No minute
//! is waited for. In an editor it is tried in `editor.rs`.

#[path = "support/clock.rs"]
mod fake_clock;
#[path = "support/shim.rs"]
mod shim;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::time::Duration;

use expectrl::Expect;
use expectrl::session::OsSession;
use serde_json::{Value, json};

use crate::fake_clock::FakeClock;
use crate::support::{Bench, PROBE, PROBE_OK, wait_for};
use crate::terminal::{assert_sane, on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";

const LENGTH: Duration = Duration::from_secs(6 * 60);

/// What the question about code has beside its check.
const EXTRA: &str = r#"{
    "limits": { "cpu_s": 60, "wall_s": 60 },
    "complexity": { "time": "O(1)", "space": "O(1)", "classes": { "time": "O(1)", "space": "O(1)" } },
    "clarify": [{ "ask": "May it be two?", "answer": "No: one it is." }, { "ask": "Is it a float?", "answer": "No." }]
}"#;

/// A candidate at a terminal whose clock is the test's.
struct Play {
    bench: Bench,
    clock: FakeClock,
    terminal: OsSession,
}

impl Play {
    /// An interview of six minutes with one small question to be coded.
    fn of_code(flags: &[&str]) -> Play {
        let bench = Bench::new();
        bench.bank_with(PROBE, PROBE_OK, EXTRA);
        Play::begin(bench, flags, ANSWER)
    }

    /// The same with one to be explained.
    fn of_an_explanation() -> Play {
        let bench = Bench::new();
        let points: Vec<Value> =
            ["one", "two", "three"].map(|id| json!({ "id": id, "text": format!("says {id}"), "weight": 1 })).into();
        let question = json!({
            "format": 1, "slug": "why", "title": "Why", "kind": "explain", "topic": "tests", "level": "easy", "minutes": 5,
            "seeds": [], "wrong": [], "prompt": "Say why.", "hints": ["Because."], "model_answer": "Because of it.", "key_points": points
        });
        bench.write("bank/questions/tests/why.json", question.to_string());
        bench.write("bank/checks/tests/why/demo.py", "print(1)\n");
        bench.write("bank/checks/tests/why/expected.txt", "1\n");
        Play::begin(bench, &[], "room/1-why/answer.md")
    }

    fn begin(bench: Bench, flags: &[&str], answer: &str) -> Play {
        let clock = FakeClock::new();
        let mut start = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank", "bank"]);
        start.args(flags).envs(clock.environment());
        let terminal = on_a_terminal(&bench, &start);
        let mut play = Play { bench, clock, terminal };
        play.types("", "\u{1b}[?2004h");
        play.types("", "Enter starts the clock");
        play.types("\r", "not saved yet");
        wait_for(|| play.bench.path(answer).exists());
        play
    }

    /// Type this, and see that. What is said in one flow of keys is typed in one piece.
    #[track_caller]
    fn types(&mut self, keys: &str, seen: &str) {
        self.terminal.send(keys).unwrap();
        if let Err(error) = self.terminal.expect(seen) {
            let rest = self.terminal.check(expectrl::Regex("(?s).*")).map(|rest| rest.as_bytes().to_vec());
            panic!("`{seen}`: {error}; in its place: {}", String::from_utf8_lossy(&rest.unwrap_or_default()));
        }
    }

    /// In one piece.
    fn saves(&self, answer: &str) {
        fs::write(self.bench.path("room/1-probe/.saving"), answer).unwrap();
        fs::rename(self.bench.path("room/1-probe/.saving"), self.bench.path(ANSWER)).unwrap();
    }

    #[track_caller]
    fn rings(&mut self) {
        self.clock.advance(LENGTH);
        self.types("", "Time is up. Save now");
    }

    /// The moments after the bell are over.
    fn closes(&self) {
        self.clock.advance(Duration::from_secs(15));
    }

    /// Up to the report and its exit code, with a terminal as it was.
    #[track_caller]
    fn ends(mut self) -> Value {
        self.types("", "exit 0");
        assert_sane(&mut self.terminal);
        let report: Value = serde_json::from_slice(&fs::read(self.bench.path("room/report.json")).unwrap()).unwrap();
        assert_eq!((&report["used_s"], &report["ended_by"]), (&360.into(), &"time-up".into()));
        report["questions"][0].clone()
    }
}

#[test]
fn in_the_middle_of_a_word_it_drops_the_word_and_keeps_the_last_save() {
    let mut play = Play::of_code(&[]);
    play.types("fin", "> fin   Enter does it");
    play.saves(PROBE_OK);
    play.rings();
    // The rest of the word is no command any more, and its letters are none either.
    play.types("ish", "");
    play.types("\u{15}", "");
    play.closes();
    let question = play.ends();
    assert_eq!(question["verdict"], "pass");
}

#[test]
fn it_takes_every_question_of_y_or_n_away() {
    for (flags, key) in [(&[] as &[&str], "h"), (&[], "f"), (&["--whiteboard"], "b")] {
        let mut play = Play::of_code(flags);
        play.saves(PROBE_OK);
        play.types("", "saved");
        play.types(key, "y or n");
        play.rings();
        play.types("y", "only saves count");
        play.closes();
        let question = play.ends();
        let found = (&question["verdict"], &question["hints"], &question["submitted"]);
        assert_eq!(found, (&"pass".into(), &0.into(), &false.into()), "{key}");
    }
}

#[test]
fn in_the_middle_of_a_number_it_asks_for_none_any_more() {
    let mut play = Play::of_code(&[]);
    play.types("a", "Give its number");
    play.rings();
    play.types("1", "only saves count");
    play.closes();
    let question = play.ends();
    assert_eq!((&question["clarifications"], &question["verdict"]), (&0.into(), &"not-submitted".into()));
}

#[test]
fn in_the_middle_of_the_sentence_of_the_card_it_keeps_the_card() {
    let mut play = Play::of_code(&[]);
    play.saves(PROBE_OK);
    play.types("", "Q1 saved: ");
    play.types("c", "Time? Its number");
    play.types("1", "Space, without the input?");
    play.types("1", "One sentence");
    play.types("one retu", "one retu");
    play.rings();
    play.types("", "Your complexity card counts");
    play.closes();
    let question = play.ends();
    let claim = &question["cost"]["judged"]["claim"];
    assert_eq!((&claim["time"], &claim["why"]), (&"O(1)".into(), &"one retu".into()), "{question:#}");
}

#[test]
fn in_the_middle_of_a_check_it_lets_the_newest_save_count() {
    let mut play = Play::of_code(&[]);
    play.saves(&format!("import time\ntime.sleep(2)\n{PROBE_OK}"));
    play.types("", "Q1 saved");
    play.types("c", "Q1: checking");
    play.saves("def f():\n    return 2\n");
    play.rings();
    play.closes();
    let question = play.ends();
    assert_eq!((&question["verdict"], &question["best"]), (&"fail".into(), &"pass".into()), "{question:#}");
}

#[test]
fn in_the_middle_of_a_rating_it_goes_on_with_it_after_the_grading() {
    let mut play = Play::of_an_explanation();
    play.types("r", "y or n");
    play.types("y", "1 of 3");
    play.types("1", "2 of 3");
    play.rings();
    // This came too late for the question on the screen, and is taken for nothing else.
    play.types("0", "only saves count");
    play.closes();
    play.types("", "2 of 3");
    play.types("h", "3 of 3");
    play.types("1", "structure");
    play.types("x", "Report");
    let question = play.ends();
    let rated: Vec<&Value> =
        question["key_points"].as_array().unwrap().iter().map(|point| &point["self_rated"]).collect();
    assert_eq!(rated, [&json!(1.0), &json!(0.5), &json!(1.0)]);
}

#[test]
fn in_the_middle_of_a_partners_note_on_the_same_screen_it_keeps_the_note_and_gives_the_screen_back() {
    let mut play = Play::of_code(&[]);
    play.types("interviewer\r", "Turn the screen to your interviewer");
    play.types("\r", "Key points");
    play.types("nthinks alou", "Note: thinks alou");
    play.clock.advance(LENGTH);
    play.types("", "\u{1b}[?1049l");
    play.types("", "Time is up. Save now");
    play.saves(PROBE_OK);
    play.closes();
    play.types("", "marks what is left");
    play.types("\r", "The bell has rung");
    play.types("1", "marked");
    play.types("q", "thinks alou");
    let question = play.ends();
    assert_eq!(question["verdict"], "pass");
}

/// The terminal was asked to mark what is pasted. Line by line `entry` would open the editor, go on, show the times, and
/// close the question with `r` and `y`.
#[test]
fn an_answer_that_is_pasted_into_the_wrong_window_does_nothing() {
    let mut play = Play::of_an_explanation();
    play.types("\u{1b}[200~entry = 1\rreturn entry\r\u{1b}[201~", "What was pasted here does nothing");
    play.types("f", "y or n");
    play.types("\u{1b}[200~y\u{1b}[201~", "What was pasted answers nothing");
    play.types("n", "The session goes on");
    play.rings();
    play.closes();
    let question = play.ends();
    assert_eq!(question["verdict"], "not-submitted");
}

/// The end of a paste can be lost on its way.
#[test]
fn a_paste_that_never_ends_swallows_no_key_for_ever() {
    let mut play = Play::of_code(&[]);
    play.types("\u{1b}[200~abc", "");
    // More than the second after which a paste is over, also where a busy machine reads late.
    std::thread::sleep(Duration::from_secs(4));
    play.types("d", "> abc");
    play.types("\u{15}", "not saved yet");
    play.types("l", "Q1 is flagged");
    play.rings();
    play.closes();
    play.ends();
}

#[test]
fn in_a_pause_there_is_none() {
    let mut play = Play::of_code(&[]);
    play.types("u", "paused");
    play.clock.advance(LENGTH * 3);
    play.types("\r", "The clock stood still for 18 min");
    play.rings();
    play.closes();
    assert_eq!(play.ends()["verdict"], "not-submitted");
}

#[test]
fn behind_control_z_there_is_none_in_practice_and_one_on_a_strict_clock() {
    for flags in [&[] as &[&str], &["--strict"]] {
        let bench = Bench::new();
        bench.bank_with(PROBE, PROBE_OK, EXTRA);
        let clock = FakeClock::new();
        let mut start = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank", "bank"]);
        start.args(flags).envs(clock.environment());
        let words: Vec<String> = start.get_args().map(|word| format!("'{}'", word.display())).collect();
        let line = format!("set -m; '{}' {}; echo stopped; read rest; fg", support::GREENROOM, words.join(" "));
        let mut terminal = terminal::in_a_shell(&bench, &start, &line);
        for (keys, seen) in
            [("", "Enter starts the clock"), ("\r", "not saved yet"), ("h", "y or n"), ("\u{1a}", "stopped")]
        {
            terminal.send(keys).unwrap();
            terminal.expect(seen).unwrap_or_else(|error| panic!("{seen}: {error}"));
        }
        clock.advance(LENGTH * 2);
        terminal.send("on\n").unwrap();
        if flags.is_empty() {
            terminal.expect("The clock stood still for 12 min").unwrap();
            // The question scrolled away; it is asked once more.
            terminal.expect("Take it? y or n").unwrap();
            terminal.send("n").unwrap();
            terminal.expect("The session goes on").unwrap();
            clock.advance(LENGTH);
        }
        terminal.expect("Time is up").unwrap();
        clock.advance(Duration::from_secs(15));
        terminal.expect("exit 0").unwrap();
        assert_sane(&mut terminal);
    }
}
