//! A session that is finished without going back to it ends as one that is resumed and finished at once.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use crate::model::conditions::Conditions;
use crate::model::event::{Ending, Event};
use crate::model::exit_status::ExitStatus;
use crate::model::verdict::Verdict;
use crate::room::message::Message;
use crate::room::table::Table;
use crate::ui::input::Input;

fn strict() -> Conditions {
    Conditions { strict: true, ..Conditions::default() }
}

/// Play it twice, and end it both ways at this second. The one that was finished, and what it said.
#[track_caller]
fn ended_both_ways(conditions: Conditions, play: impl Fn(&mut Table), second: u64) -> (Table, String) {
    let play = || {
        let mut table = Table::with(conditions, false);
        play(&mut table);
        table
    };
    let mut resumed = play().resumed(second);
    if resumed.status.is_none() {
        resumed.line("finish");
    }
    resumed.settle();
    let mut finished = play().finished(second);
    finished.settle();
    assert_eq!((resumed.status, finished.status), (Some(ExitStatus::Success), Some(ExitStatus::Success)));
    assert_eq!(resumed.events()[1..], finished.events()[1..]);
    assert_eq!(resumed.report(), finished.report());
    let text = finished.text();
    (finished, text)
}

fn write(table: &Table, content: &str, ago: u64) {
    fs::write(table.answer(1), content).unwrap();
    let time = SystemTime::now() - Duration::from_secs(ago);
    File::options().write(true).open(table.answer(1)).unwrap().set_modified(time).unwrap();
}

#[test]
fn what_was_written_while_nobody_was_there_counts_and_the_clock_stood_still() {
    let ways: [fn() -> Message; 2] = [|| Message::Input(Input::End), || Message::Interrupted];
    for leave in ways {
        let play = |table: &mut Table| {
            table.save(1, "4");
            table.settle();
            table.clock.set(100);
            table.send(leave());
            write(table, "9", 0);
        };
        let (table, text) = ended_both_ways(Conditions::default(), play, 5_000);
        let report = table.report();
        assert_eq!((report.used_s, report.ended_by, report.questions[1].passed), (100, Ending::Candidate, 9));
        assert!(!text.contains("Q1 of 3"), "the room is not entered: {text}");
    }
}

#[test]
fn a_process_that_died_is_finished_from_its_last_sign_of_life() {
    let play = |table: &mut Table| {
        table.save(1, "9");
        table.tick(45);
    };
    let (table, _) = ended_both_ways(Conditions::default(), play, 9_000);
    let report = table.report();
    assert_eq!((report.used_s, report.pauses.len(), report.pauses[0].why), (45, 1, None));
    assert_eq!(report.questions[0].verdict, Verdict::NotSubmitted);
}

#[test]
fn a_strict_clock_that_ran_out_is_told_and_so_is_what_came_too_late() {
    for (written_ago, passed) in [(10, 4), (3_600, 9)] {
        let play = |table: &mut Table| {
            table.save(1, "4");
            table.tick(40);
            write(table, "9", written_ago);
        };
        let (table, text) = ended_both_ways(strict(), play, 3_000);
        let report = table.report();
        assert_eq!((report.ended_by, report.used_s, report.questions[1].passed), (Ending::TimeUp, 600, passed));
        assert!(text.contains("The time is up. What was saved in time counts."), "{text}");
        let is_late = text.contains("Q2 was written after the time was up: what was kept of it before counts.");
        assert_eq!(is_late, passed == 4, "{text}");
    }
}

#[test]
fn a_strict_clock_that_has_not_run_out_is_used_up_to_now() {
    let play = |table: &mut Table| {
        table.save(1, "4");
        table.clock.set(100);
        table.send(Message::Interrupted);
        write(table, "9", 0);
    };
    let (table, _) = ended_both_ways(strict(), play, 400);
    let report = table.report();
    assert_eq!((report.used_s, report.ended_by, report.questions[1].passed), (400, Ending::Candidate, 9));
}

#[test]
fn a_last_save_counts_as_long_as_it_would_have() {
    for (second, passed) in [(610, 9), (5_000, 4)] {
        let play = |table: &mut Table| {
            table.save(1, "4");
            table.tick(600);
            write(table, "9", 0);
        };
        let (table, _) = ended_both_ways(Conditions::default(), play, second);
        assert_eq!((table.report().ended_by, table.reported(1).passed), (Ending::TimeUp, passed), "at {second}");
    }
}

#[test]
fn grading_that_was_interrupted_goes_on() {
    let play = |table: &mut Table| {
        table.save(0, "True");
        table.save(1, "9");
        table.line("finish");
        table.send(Message::Interrupted);
        assert_eq!(table.status, Some(ExitStatus::Interrupted));
        let said = table.text().replace('\n', " ");
        assert!(said.contains("not everything is graded yet: `greenroom finish k7qd` does it"), "{said}");
    };
    let (table, _) = ended_both_ways(Conditions::default(), play, 700);
    assert_eq!(table.reported(1).passed, 9);
    assert_eq!(table.events().last(), Some(&Event::Finished));
}
