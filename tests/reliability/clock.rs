//! The clock: the bell by the session's own time, whatever happens to the clock on the wall and to the machine.
//!
//! Case 19 (no negative durations) is a property of `engine/clock.rs` and `engine/session_tests.rs`.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use expectrl::Expect;
use greenroom::engine::session::{Pause, Session};
use greenroom::model::event::{Ending, Stop};
use rustix::process::Signal;

use crate::fake_clock::FakeClock;
use crate::play::{ANSWER, Playing, events, records, report, save, saves, start};
use crate::support::{Bench, PROBE_OK, wait_for};
use crate::terminal::{assert_sane, started_on_a_terminal};

const DAY: i64 = 86_400;

/// To the nineteenth of January 2038, and over it.
const AFTER_2038: i64 = 13 * 366 * DAY;

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// `greenroom start` on this clock.
fn start_on(clock: &FakeClock, bench: &Bench, flags: &[&str]) -> Command {
    let mut command = start(bench, flags);
    command.envs(clock.environment()).stdout(Stdio::null());
    command
}

fn resume_on(clock: &FakeClock, bench: &Bench) -> Playing {
    Playing::spawn(bench.command(["resume"]).envs(clock.environment()).stdout(Stdio::null()))
}

/// The session as its journal tells it.
fn session(bench: &Bench) -> Session {
    Session::replay(&records(bench)).unwrap()
}

fn used(bench: &Bench) -> u64 {
    let session = session(bench);
    session.used(session.last_at()).as_secs()
}

#[track_caller]
fn only_pause(bench: &Bench) -> Pause {
    let [pause] = session(bench).pauses().try_into().expect("there was one pause");
    pause
}

/// Case 18: the time is up in the middle of a word that is typed.
#[test]
fn an_hour_that_passes_rings_the_bell_also_in_the_middle_of_a_word() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut terminal = started_on_a_terminal(&bench, &start_on(&clock, &bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    save(&bench, PROBE_OK);
    terminal.expect("Q1 saved: ").unwrap();
    terminal.send("fin").unwrap();
    save(&bench, format!("{PROBE_OK}# the last words"));
    clock.advance(seconds(3600));
    terminal.expect("Time is up. Save now").unwrap();
    clock.advance(seconds(15));
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    assert!(saves(&records(&bench)).last().unwrap().ends_with("# the last words"));
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

/// Case 18: the time is up while a question waits for its answer.
#[test]
fn the_bell_takes_a_prompt_away() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut terminal = started_on_a_terminal(&bench, &start_on(&clock, &bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    terminal.send("h").unwrap();
    terminal.expect("y or n").unwrap();
    clock.advance(seconds(360));
    terminal.expect("Time is up. Save now").unwrap();
    // No hint any more.
    terminal.send("y").unwrap();
    clock.advance(seconds(15));
    terminal.expect("exit 0").unwrap();
    assert!(!events(&bench).contains("hint-shown"), "{}", events(&bench));
}

/// Case 18: the time is up in the middle of a check. It ends, it is late, and the newest save counts.
#[test]
fn a_check_that_the_bell_interrupts_ends_and_is_marked_late() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut playing = Playing::begin(&bench, &mut start_on(&clock, &bench, &[]));
    save(&bench, format!("import time\ntime.sleep(2)\n{PROBE_OK}"));
    playing.say("check\n");
    playing.expect("Q1: checking");
    wait_for(|| events(&bench).contains("saved"));
    clock.advance(seconds(360));
    playing.expect("Time is up. Save now");
    save(&bench, format!("{PROBE_OK}# at the bell"));
    wait_for(|| saves(&records(&bench)).len() == 2);
    clock.advance(seconds(15));
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    let session = session(&bench);
    let late = session.progress(0).checks.iter().filter(|check| check.is_late).count();
    assert!(late > 0, "{}", events(&bench));
    assert!(session.newest(0).unwrap().content.ends_with(b"# at the bell"));
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

/// Case 15, with the hour that a zone takes away and gives back.
#[test]
fn setting_the_wall_clock_changes_no_time_that_was_used() {
    for step in [-DAY, DAY, 3600, -3600, AFTER_2038, -200 * 366 * DAY] {
        let (bench, clock) = (Bench::new(), FakeClock::new());
        let mut playing = Playing::begin(&bench, &mut start_on(&clock, &bench, &[]));
        clock.advance(seconds(60));
        clock.step_wall(step);
        playing.say("flag\n");
        playing.expect("Q1");
        clock.advance(seconds(60));
        playing.say("quit\n");
        assert_eq!(playing.end(), Some(0), "{step}: {}", playing.heard);
        assert!((120..150).contains(&used(&bench)), "{step}: {} seconds", used(&bench));
        clock.step_wall(-step);
        clock.advance(seconds(600));
        let mut playing = resume_on(&clock, &bench);
        playing.say("finish\n");
        assert_eq!(playing.end(), Some(0), "{step}: {}", playing.heard);
        let pause = only_pause(&bench);
        assert!((600..630).contains(&pause.length.as_secs()) && !pause.is_estimated, "{step}: {pause:?}");
        assert!(!session(&bench).is_estimated());
        assert_eq!(report(&bench)["clock_estimated"], false);
    }
}

/// Case 15: which interview was left last is not told by the clock on the wall.
#[test]
fn resume_takes_the_interview_that_was_left_last_whatever_the_wall_clock_said() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let leave = |step: i64| {
        let _ = fs::remove_dir_all(bench.path("room"));
        clock.step_wall(step);
        let mut playing = Playing::begin(&bench, &mut start_on(&clock, &bench, &[]));
        playing.say("quit\n");
        playing.expect("Go on with");
        assert_eq!(playing.end(), Some(0), "{}", playing.heard);
        let name = playing.heard.split("greenroom resume ").nth(1).unwrap();
        name[..4].to_owned()
    };
    let (first, second) = (leave(0), leave(-DAY));
    assert_ne!(first, second);
    let mut playing = resume_on(&clock, &bench);
    playing.say("quit\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    assert!(playing.heard.contains(&format!("greenroom resume {second}")), "{}", playing.heard);
}

/// Case 16.
#[test]
fn a_machine_that_sleeps_pauses_practice_and_costs_a_strict_session_its_time() {
    let sleep_ten_minutes = |flags: &[&str]| {
        let (bench, clock) = (Bench::new(), FakeClock::new());
        let mut playing = Playing::begin(&bench, &mut start_on(&clock, &bench, flags));
        clock.advance(seconds(60));
        playing.say("flag\n");
        wait_for(|| events(&bench).contains("flagged"));
        clock.sleep(seconds(600));
        (bench, clock, playing)
    };
    let (bench, _clock, mut playing) = sleep_ten_minutes(&[]);
    wait_for(|| events(&bench).contains("resumed"));
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    assert!((60..90).contains(&used(&bench)), "{} seconds", used(&bench));
    let pause = only_pause(&bench);
    assert!((599..630).contains(&pause.length.as_secs()) && pause.why == Some(Stop::Asleep), "{pause:?}");
    assert_eq!(report(&bench)["pauses"][0]["why"], "asleep");

    let (bench, clock, mut playing) = sleep_ten_minutes(&["--strict"]);
    playing.expect("Time is up");
    clock.advance(seconds(15));
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    assert!(session(&bench).pauses().is_empty() && report(&bench)["ended_by"] == "time-up", "{}", report(&bench));
}

/// Case 17.
#[test]
fn after_a_reboot_resume_goes_on_and_the_pause_is_an_estimate() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut playing = Playing::begin(&bench, &mut start_on(&clock, &bench, &[]));
    clock.advance(seconds(60));
    save(&bench, PROBE_OK);
    playing.expect("Q1 saved");
    playing.send(Signal::KILL);
    assert_eq!(playing.wait(), None);
    clock.new_boot();
    clock.advance(seconds(600));
    let mut playing = resume_on(&clock, &bench);
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    let pause = only_pause(&bench);
    assert!((600..630).contains(&pause.length.as_secs()), "{pause:?}");
    assert!(pause.is_estimated && pause.why.is_none(), "{pause:?}");
    assert!((60..90).contains(&used(&bench)), "{} seconds", used(&bench));
    assert_eq!(report(&bench)["pauses"][0]["estimated"], true);
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

/// Case 17: a strict clock went on, and a wall clock that was set back in between gives no time.
#[test]
fn a_reboot_with_a_wall_clock_that_was_set_back_adds_no_time_to_a_strict_session() {
    let (bench, clock) = (Bench::new(), FakeClock::new());
    let mut playing = Playing::begin(&bench, &mut start_on(&clock, &bench, &["--strict"]));
    clock.advance(seconds(60));
    playing.say("flag\n");
    wait_for(|| events(&bench).contains("flagged"));
    playing.send(Signal::KILL);
    playing.wait();
    clock.new_boot();
    clock.step_wall(-DAY);
    let mut playing = resume_on(&clock, &bench);
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    assert!((60..90).contains(&used(&bench)), "{} seconds", used(&bench));
    let session = session(&bench);
    assert_eq!(session.phase(), greenroom::engine::session::Phase::Finished(Ending::Candidate));
}
