//! Pace, pauses, strict and whiteboard sessions, flags, hints and their price, typed words, and the moments after the bell.

use std::fs::File;
use std::time::{Duration, SystemTime};

use crate::model::conditions::Conditions;
use crate::model::event::{Ending, Event, Stop};
use crate::model::exit_status::ExitStatus;
use crate::model::verdict::Verdict;
use crate::room::message::Message;
use crate::room::table::Table;
use crate::ui::input::Input;

fn strict() -> Conditions {
    Conditions { strict: true, ..Conditions::default() }
}

fn whiteboard() -> Conditions {
    Conditions { whiteboard: true, ..Conditions::default() }
}

#[test]
fn a_pace_stretches_the_session_its_budgets_and_the_report() {
    let mut table = Table::with(Conditions { pace: "1.5".parse().unwrap(), ..Conditions::default() }, false);
    table.tick(1);
    assert_eq!(table.shown.borrow().status, "greenroom trial-10  14:59 left  Q1 of 3  0:01 of 4:30  not saved yet");
    table.tick(899);
    assert_eq!(table.status, None);
    table.tick(900);
    table.tick(915);
    let report = table.report();
    assert_eq!((report.used_s, report.minutes, report.minutes_at_usual_pace), (900, 15, Some(10)));
    assert_eq!(report.questions.iter().map(|question| question.budget_s).collect::<Vec<_>>(), [270, 360, 180]);
    let shown = table.shown.borrow();
    assert!(shown.report.contains("15:00 of 15:00 used") && shown.report.contains("--pace 1.5"), "{}", shown.report);
}

#[test]
fn a_last_save_counts_for_fifteen_seconds_after_the_bell() {
    let mut table = Table::new(true);
    table.save(1, "3");
    table.settle();
    table.tick(600);
    let text = table.text();
    assert!(text.contains("Time is up. Save now: for 15 seconds a last save counts."), "{text}");
    table.tick(610);
    assert!(table.shown.borrow().status.contains("5 s to save"), "{}", table.shown.borrow().status);
    table.save(1, "9");
    assert!(table.text().contains("Q2 saved after the bell, in time."));
    table.keys("c");
    table.settle();
    table.tick(615);
    std::fs::write(table.answer(1), "0").unwrap();
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    let code = table.reported(1);
    assert_eq!((code.verdict, code.checks, code.conduct.saved_in_grace), (Verdict::Pass, 0, true));
    assert_eq!((table.report().used_s, table.report().ended_by), (600, Ending::TimeUp));
    assert!(table.shown.borrow().report.contains("saved in the 15 seconds after the bell: Q2"));
}

#[test]
fn who_has_saved_need_not_wait_for_the_end_of_those_seconds() {
    let mut table = Table::new(true);
    table.tick(600);
    table.keys("x\n");
    assert_eq!(table.status, None);
    table.keys("f");
    assert_eq!((table.status, table.report().ended_by), (Some(ExitStatus::Success), Ending::TimeUp));
}

#[test]
fn a_process_that_dies_after_the_bell_takes_no_save_that_came_too_late() {
    let mut table = Table::new(false);
    table.save(1, "6");
    table.tick(600);
    std::fs::write(table.answer(1), "9").unwrap();
    let mut table = table.resumed(9_000);
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!((table.reported(1).passed, table.report().used_s), (6, 600));
    assert!(table.report().pauses.is_empty());
}

#[test]
fn a_process_that_dies_after_the_bell_and_is_back_in_time_still_waits() {
    let mut table = Table::new(false);
    table.tick(600);
    let mut table = table.resumed(605);
    assert_eq!(table.status, None);
    table.save(1, "9");
    table.tick(615);
    table.settle();
    assert_eq!(table.reported(1).verdict, Verdict::Pass);
}

#[test]
fn a_pause_stops_the_clock_and_stands_in_the_report() {
    let mut table = Table::new(true);
    table.tick(100);
    table.text();
    table.keys("pause\r");
    assert_eq!(table.text(), "The clock stands at 8:20 left. Enter goes on.\n");
    table.tick(400);
    assert!(table.shown.borrow().status.contains("paused  8:20 left"), "{}", table.shown.borrow().status);
    table.keys("h");
    assert!(table.text().contains("The clock stands still"));
    table.keys("\r");
    assert!(table.text().contains("8:20 left. The clock stood still for 5 min."));
    table.tick(410);
    table.keys("fy");
    let report = table.report();
    assert_eq!((report.used_s, report.pauses[0].length_s, report.pauses[0].why), (110, 300, Some(Stop::Pause)));
    assert!(table.shown.borrow().report.contains("paused: 5 min at 1:40 (pause)"));
    assert_eq!(report.questions[1].hints, 0);
}

#[test]
fn who_leaves_in_a_pause_comes_back_to_the_same_time() {
    let mut table = Table::new(false);
    table.clock.set(100);
    table.line("pause");
    table.clock.set(160);
    table.line("quit");
    assert_eq!(table.status, Some(ExitStatus::Success));
    let mut table = table.resumed(1_000);
    table.clock.set(1_010);
    table.line("finish");
    let report = table.report();
    assert_eq!((report.used_s, report.pauses.len(), report.pauses[0].length_s), (110, 1, 900));
}

#[test]
fn sleep_stops_the_clock_of_practice_and_not_that_of_a_strict_session() {
    for (conditions, used, pauses) in [(Conditions::default(), 60, 1), (strict(), 560, 0)] {
        let mut table = Table::with(conditions, true);
        table.clock.set(50);
        table.room.fall_asleep();
        table.clock.set(550);
        table.room.wake_up();
        table.clock.set(560);
        table.keys("fy");
        let report = table.report();
        assert_eq!((report.used_s, report.pauses.len()), (used, pauses));
    }
}

#[test]
fn a_machine_that_sleeps_at_any_moment_stops_the_clock_of_practice_only() {
    for (conditions, used, pauses) in [(Conditions::default(), 80, 2), (strict(), 580, 0)] {
        let mut table = Table::with(conditions, true);
        table.clock.set(50);
        table.clock.sleep_until(450);
        table.tick(460);
        // Between what is heard and what is kept, too.
        table.clock.sleep_until(560);
        table.room.record(Event::Flagged { question: 0, flagged: true });
        table.clock.set(580);
        table.keys("fy");
        let report = table.report();
        assert_eq!((report.used_s, report.pauses.len()), (used, pauses));
    }
}

#[test]
fn leaving_a_strict_session_costs_time() {
    let mut table = Table::with(strict(), true);
    table.save(1, "4");
    table.clock.set(100);
    table.text();
    table.keys("u");
    assert!(table.text().contains("A strict session has no pauses"));
    table.keys("q");
    assert!(table.text().contains("The clock runs on, 8:20 left"));
    let mut table = table.resumed(400);
    table.clock.set(410);
    table.line("finish");
    table.settle();
    let report = table.report();
    assert_eq!((report.used_s, report.pauses[0].length_s, report.pauses[0].costs_time), (410, 300, true));
    assert!(report.conditions.strict);
    assert!(table.shown.borrow().report.contains("away while the clock ran on: 5 min at 1:40 (left)"));
}

#[test]
fn what_was_written_after_a_strict_clock_ran_out_unattended_does_not_count() {
    for (written_ago, passed) in [(10, 4), (3_600, 9)] {
        let mut table = Table::with(strict(), false);
        table.save(1, "4");
        table.tick(40);
        std::fs::write(table.answer(1), "9").unwrap();
        let time = SystemTime::now() - Duration::from_secs(written_ago);
        File::options().write(true).open(table.answer(1)).unwrap().set_modified(time).unwrap();
        // The time was up 2,400 seconds ago.
        let mut table = table.resumed(3_000);
        table.settle();
        assert_eq!(table.status, Some(ExitStatus::Success));
        assert_eq!((table.reported(1).passed, table.report().used_s), (passed, 600), "written {written_ago} s ago");
    }
}

#[test]
fn a_strict_session_runs_hidden_cases_once_a_minute() {
    let mut table = Table::with(strict(), false);
    table.save(0, "3");
    table.save(1, "2");
    table.settle();
    table.line("check");
    table.line("check");
    assert!(table.text().contains("once a minute; again in 1 min"));
    table.settle();
    table.clock.set(20);
    table.line("check");
    assert!(table.text().contains("once a minute; again in 40 s"));
    table.line("next");
    table.line("check");
    table.settle();
    assert!(table.text().contains("Q2 check 1"), "another question has a minute of its own");
    table.line("previous");
    table.clock.set(60);
    table.line("check");
    table.settle();
    assert!(table.text().contains("Q1 check 2"));
}

#[test]
fn a_flag_is_listed_and_reported() {
    let mut table = Table::new(true);
    table.keys("flag\r");
    assert!(table.text().contains("Q1 is flagged"));
    table.keys("n");
    table.keys("l");
    table.text();
    table.keys("t");
    let text = table.text();
    assert_eq!(text.matches("  flagged").count(), 2, "{text}");
    table.keys("l");
    assert!(table.text().contains("Q2 is not flagged any more."));
    table.keys("fy");
    assert_eq!([0, 1, 2].map(|question| table.reported(question).conduct.flagged), [true, false, false]);
    assert!(table.shown.borrow().report.contains("flagged to come back to: Q1"));
}

#[test]
fn the_price_of_a_hint_is_told_before_it_is_given() {
    let mut table = Table::new(true);
    table.text();
    table.keys("h");
    let text = table.text();
    assert!(text.contains("Hint 1 of 2 costs 10 % of your independence") && !text.contains("SECRET"), "{text}");
    table.keys("no\r");
    assert!(!table.text().contains("SECRET"));
    table.keys("hyes\r");
    assert!(table.text().contains("SECRET hint one"));
    table.keys("h");
    assert!(table.text().contains("Hint 2 of 2 costs 25 %"));
    table.keys("y");
    table.keys("fy");
    assert_eq!((table.reported(0).hints, table.reported(0).conduct.independence_percent), (2, 65));
    assert!(table.shown.borrow().report.contains("Q1 65 %"));
}

#[test]
fn a_word_that_is_typed_is_one_command() {
    let mut table = Table::new(true);
    table.save(0, "3");
    table.settle();
    table.text();
    table.keys("check");
    assert_eq!(table.shown.borrow().status, "> check   Enter does it");
    table.keys("\r");
    table.settle();
    let text = table.text();
    assert!(text.contains("Q1 check 1: fail") && !text.to_lowercase().contains("hint"), "{text}");
    table.keys("chekc\r");
    assert!(table.text().contains("There is no command `chekc`"));
    table.keys("dance\r");
    assert_eq!(table.text(), "There is no command `dance`; `help` lists them.\n", "and none of its letters is one");
    table.keys("go 3\r");
    assert!(table.text().contains("Q3 of 3"));
    table.keys("f");
    table.keys("quit\r");
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!(table.events().last(), Some(&Event::Suspended { why: Stop::Quit }));
}

#[test]
fn nobody_at_a_terminal_waits_for_a_check_to_leave() {
    let mut table = Table::new(true);
    table.save(0, "3");
    table.settle();
    table.keys("c");
    table.keys("q");
    assert_eq!(table.status, Some(ExitStatus::Success));
}

#[test]
fn a_script_that_checks_and_quits_is_told_the_result() {
    let mut table = Table::new(false);
    table.save(0, "3");
    table.line("check");
    table.line("quit");
    assert_eq!(table.status, None);
    table.settle();
    assert!(table.text().contains("Q1 check 1: fail"));
    assert_eq!(table.status, Some(ExitStatus::Success));
}

#[test]
fn on_a_whiteboard_nothing_runs_until_a_question_is_handed_in() {
    let mut table = Table::with(whiteboard(), true);
    table.keys("n");
    table.save(1, "2");
    assert!(table.work.try_recv().is_err());
    table.keys("c");
    let text = table.text();
    assert!(
        text.contains("Q2 saved.") && text.contains("nothing runs until `submit`") && text.contains("su[b]mit"),
        "{text}"
    );
    table.keys("submit\r");
    table.save(1, "8");
    table.keys("y");
    table.settle();
    assert!(table.text().contains("Q2 check 1: fail, samples 2 of 2, hidden 6 of 7"));
    table.save(1, "9");
    assert!(table.text().contains("Question 2 is closed: it was submitted."));
    table.keys("b");
    assert!(table.text().contains("is closed"));
    table.keys("fy");
    table.settle();
    let code = table.reported(1);
    assert_eq!((code.passed, code.checks, code.conduct.submitted), (8, 1, true));
    assert!(table.report().conditions.whiteboard);
}

#[test]
fn without_a_whiteboard_there_is_nothing_to_submit() {
    let mut table = Table::new(false);
    table.line("submit");
    assert!(table.text().contains("Only a session that was started with `--whiteboard`"));
}

#[test]
fn time_that_one_question_leaves_is_given_to_later_ones() {
    let mut table = Table::new(false);
    table.save(0, "4");
    table.clock.set(60);
    table.line("next");
    assert!(table.text().contains("4 min and 2:00 saved before"));
    assert!(table.shown.borrow().status.contains("0:00 of 6:00"), "{}", table.shown.borrow().status);
    table.tick(70);
    table.line("finish");
    table.settle();
    let report = table.report();
    assert_eq!(report.questions.iter().map(|question| question.conduct.rollover_s).collect::<Vec<_>>(), [0, 120, 120]);
    assert_eq!(report.questions[1].budget_s, 240);
    assert!(table.shown.borrow().report.contains("got time that was saved before: Q2 2:00"));
}

#[test]
fn the_end_of_input_after_the_bell_changes_nothing() {
    let mut table = Table::new(false);
    table.save(1, "9");
    table.tick(600);
    table.send(Message::Input(Input::End));
    assert_eq!(table.status, None);
    table.tick(615);
    table.settle();
    assert_eq!((table.status, table.reported(1).verdict), (Some(ExitStatus::Success), Verdict::Pass));
}

#[test]
fn who_leaves_after_the_bell_is_told_that_grading_is_left() {
    let mut table = Table::new(true);
    table.save(1, "9");
    table.settle();
    table.tick(600);
    table.text();
    table.send(Message::Interrupted);
    assert!(table.text().contains("not everything is graded yet"));
    let mut table = table.resumed(700);
    table.settle();
    assert_eq!(table.reported(1).verdict, Verdict::Pass);
}
