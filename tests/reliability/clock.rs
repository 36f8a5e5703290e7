//! The clock: the bell by the session's own time, whatever happens to the clock on the wall and to the machine.

use std::fs;
use std::time::Duration;

use expectrl::Expect;

use crate::fake_clock::FakeClock;
use crate::support::{Bench, PROBE, PROBE_OK, wait_for};
use crate::terminal::{assert_sane, on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";

#[test]
fn an_hour_that_passes_rings_the_bell() {
    let bench = Bench::new();
    let clock = FakeClock::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut start = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank", bank.to_str().unwrap()]);
    start.envs(clock.environment());
    let mut terminal = on_a_terminal(&bench, &start);
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("\r").unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    fs::write(bench.path(ANSWER), PROBE_OK).unwrap();
    terminal.expect("Q1 saved: ").unwrap();
    clock.advance(Duration::from_secs(3600));
    terminal.expect("Time is up. Save now").unwrap();
    clock.advance(Duration::from_secs(15));
    terminal.expect("Report").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}
