//! `kill -9` at random moments of an interview: nothing that was acknowledged is lost, and after `resume` the report is right.

use std::fs;
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use expectrl::Expect;
use greenroom::model::event::{Event, Occasion, Record};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::play::{ANSWER, Playing, events, records, report, resume_and_finish, save, saves, start};
use crate::support::{Bench, PROBE_OK, ran, wait_for};
use crate::terminal::started_on_a_terminal;

/// Numbers that repeat when they begin with the same one: xorshift.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// What happened up to a kill, as whoever sits there saw it.
#[derive(Debug, Default)]
struct Seen {
    /// Answers that were written to the file, in order.
    written: Vec<String>,
    /// How many saves were said to be kept, hints were shown, checks were told.
    saved: usize,
    hinted: usize,
    checked: usize,
}

impl Seen {
    fn hear(&mut self, text: &str) {
        for line in text.lines() {
            self.saved += usize::from(line.starts_with("Q1 saved: "));
            self.hinted += usize::from(line.starts_with("Hint 1 of 1: "));
            self.checked += usize::from(line.starts_with("Q1 check "));
        }
    }

    /// All of it is in the journal, and no answer that was never written.
    #[track_caller]
    fn assert_kept(&self, records: &[Record], what: &str) {
        let kept = saves(records);
        let mut written = self.written.iter();
        assert!(
            kept.iter().all(|answer| written.any(|other| other == answer)),
            "{what}: {kept:?} of {:?}",
            self.written
        );
        let checks = |occasion| {
            records
                .iter()
                .filter(|record| matches!(&record.event, Event::Checked(check) if check.occasion == occasion))
                .count()
        };
        let hints = records.iter().filter(|record| matches!(record.event, Event::HintShown { .. })).count();
        assert!(checks(Occasion::Save) >= self.saved, "{what}: {} of {} saves", checks(Occasion::Save), self.saved);
        assert!(checks(Occasion::Request) >= self.checked, "{what}: checks");
        assert!(hints >= self.hinted, "{what}: hints");
    }
}

/// Play, and kill the process after this time. Whether it was there to be killed, and had not ended by itself.
fn play_until_killed(bench: &Bench, playing: &mut Playing, seen: &mut Seen, dice: &mut Dice, time: Duration) -> bool {
    let until = Instant::now() + time;
    while Instant::now() < until && playing.child.try_wait().unwrap().is_none() {
        let number = seen.written.len();
        let answer = format!("def f():\n    return {}\n# {number}\n", number % 2);
        seen.written.push(answer.clone());
        save(bench, answer);
        match dice.roll(6) {
            0 => drop(playing.try_say("hint\n")),
            1 => drop(playing.try_say("check\n")),
            2 => drop(playing.try_say("finish\n")),
            _ => {}
        }
        playing.hears("Q1 saved: ", until);
    }
    playing.send(Signal::KILL);
    let code = playing.wait();
    seen.hear(&playing.heard);
    code.is_none()
}

/// Kill a process so often, in interviews of a few kills each. Tells in how many, and what was acknowledged in them.
fn kill(count: u64, seed: u64) -> String {
    let mut dice = Dice(seed);
    let (mut killed, mut interviews, mut acknowledged) = (0, 0, 0);
    while killed < count {
        let bench = Bench::new();
        let mut seen = Seen::default();
        let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(Stdio::null()));
        for _ in 0..=dice.roll(4).min(count - killed - 1) {
            let time = Duration::from_millis(dice.roll(500));
            let was_killed = play_until_killed(&bench, &mut playing, &mut seen, &mut dice, time);
            killed += u64::from(was_killed);
            let what = format!("kill {killed} of seed {seed}");
            seen.assert_kept(&records(&bench), &what);
            if !was_killed {
                break;
            }
            playing = Playing::spawn(bench.command(["resume"]).stdout(Stdio::null()));
        }
        drop(playing.try_say("finish\n"));
        let code = playing.end();
        let is_finished = playing.heard.contains("there is no session to resume");
        assert!(code == Some(0) || (code == Some(2) && is_finished), "seed {seed}: {}", playing.heard);
        seen.assert_kept(&records(&bench), &format!("the end, seed {seed}"));
        // It may have died between its last event and its report.
        ran(&mut bench.command(["report"])).expect(0);
        interviews += 1;
        acknowledged += seen.saved + seen.checked + seen.hinted;
        let (report, kept) = (report(&bench), saves(&records(&bench)));
        let verdict = match kept.last() {
            None => "not-submitted",
            Some(answer) if answer.contains("return 1") => "pass",
            Some(_) => "fail",
        };
        assert_eq!(report["questions"][0]["verdict"], verdict, "seed {seed}: {report}");
        assert_eq!(report["questions"][0]["saves"], kept.len(), "seed {seed}: {report}");
    }
    format!(
        "{killed} kills in {interviews} interviews: {acknowledged} saves, checks and hints acknowledged, none lost\n"
    )
}

#[test]
fn a_kill_at_a_random_moment_loses_nothing_that_was_acknowledged() {
    kill(10, 0x5eed);
}

#[test]
fn a_kill_on_a_terminal_keeps_what_was_shown_as_saved() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    save(&bench, PROBE_OK);
    terminal.expect("Q1 saved: pass").unwrap();
    terminal.expect(" s ago").unwrap();
    terminal.send("l").unwrap();
    terminal.expect("flagged").unwrap();
    let lock = fs::read_to_string(bench.path("home/running.lock")).unwrap();
    let pid = serde_json::from_str::<Value>(&lock).unwrap()["pid"].as_i64().unwrap();
    kill_process(Pid::from_raw(pid as i32).unwrap(), Signal::KILL).unwrap();
    terminal.expect("exit 137").unwrap();
    assert_eq!(saves(&records(&bench)), [PROBE_OK]);
    assert!(events(&bench).ends_with("flagged"), "{}", events(&bench));
    resume_and_finish(&bench);
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
    assert_eq!(report(&bench)["questions"][0]["flagged"], true);
}

/// `cargo test --test reliability -- --ignored --nocapture a_hundred_kills`
#[test]
#[ignore = "a minute or two"]
fn a_hundred_kills_at_random_moments_lose_nothing_that_was_acknowledged() {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    std::io::stdout().write_all(kill(100, now.as_nanos() as u64 | 1).as_bytes()).unwrap();
}
