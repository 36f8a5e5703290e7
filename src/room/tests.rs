//! Whole sessions, played without waiting.

use crate::engine::clock::Clock;
use crate::model::event::{Event, Moment, Occasion, Stop};
use crate::model::exit_status::ExitStatus;
use crate::model::testing::at;
use crate::model::verdict::Verdict;
use crate::room::desk::Outcome;
use crate::room::message::Message;
use crate::room::table::Table;
use crate::room::table_checker::check;
use crate::ui::input::Input;

#[test]
fn a_scripted_session_reaches_its_report() {
    let mut table = Table::new(false);
    assert!(table.text().starts_with("\n── Q1 of 3 · is and =="));
    table.save(0, "3");
    table.line("check");
    table.settle();
    insta::assert_snapshot!(table.text(), @r#"
    Q1 saved.
    Q1: checking.
    Q1 check 1: fail, lines 3 of 4

      look again at line 4
    "#);
    table.clock.set(100);
    table.line("next");
    table.text();
    table.save(1, "1");
    table.settle();
    table.line("hint");
    table.line("ask 1");
    table.line("check");
    table.settle();
    insta::assert_snapshot!(table.text(), @r#"
    Q2 saved: fail, samples 1 of 2

    ✗ fail sample_1
        >>> merge_sorted(1)
      - expected   EXPECTED 1
      + got        []
    Hint 1 of 2: SECRET hint one
    You: May it be empty?
    Interviewer: Yes: SECRET clarification.
    Q2: checking.
    Q2 check 1: fail, samples 1 of 2, hidden 0 of 7

    ✗ fail sample_1
        >>> merge_sorted(1)
      - expected   EXPECTED 1
      + got        []

    ✗ fail case_2: Think of 2.
    ✗ fail case_3: Think of 3.
    ✗ fail case_4: Think of 4.
    ✗ fail case_5: Think of 5.
    ✗ fail case_6: Think of 6.
    ✗ fail case_7: Think of 7.
    ✗ fail case_8: Think of 8.
    "#);
    table.line("go 3");
    table.line("rate");
    table.line("rate 1 half");
    table.text();
    table.clock.set(400);
    table.line("finish");
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    let report = table.report();
    assert_eq!(report.used_s, 400);
    let rows: Vec<_> = report.questions.iter().map(|row| (row.verdict, row.passed, row.total, row.hints)).collect();
    let expected = [(Verdict::Fail, 3, 4, 0), (Verdict::Fail, 1, 9, 1), (Verdict::Manual, 0, 0, 0)];
    assert_eq!(rows, expected);
    assert_eq!((report.questions[1].clarifications, report.questions[1].checks), (1, 1));
    assert_eq!(report.questions[2].self_rating(), Some((1.0, 6.0)));
    let shown = table.shown.borrow();
    assert!(shown.report.contains("EXPECTED 8") && shown.report.contains("Self-rated"), "{}", shown.report);
    assert!(shown.text.contains("report.json"), "{}", shown.text);
}

#[test]
fn what_hidden_cases_expect_is_not_told_before_the_bell() {
    let mut table = Table::new(false);
    table.save(1, "2");
    table.save(0, "0");
    table.settle();
    for line in ["check", "next", "check"] {
        table.line(line);
        table.settle();
    }
    let text = table.text();
    assert!(
        text.contains("fail case_2") && text.contains("Think of 2.") && text.contains("look again at lines 1 to 4")
    );
    assert!(!text.contains("EXPECTED") && !text.contains("merge_sorted(2)"), "{text}");
}

#[test]
fn typed_work_that_never_ran_counts_at_the_bell() {
    let mut table = Table::new(false);
    std::fs::write(table.answer(1), "9").unwrap();
    table.ring();
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert!(table.text().contains("Bell! Time is up."));
    assert_eq!((table.reported(1).verdict, table.reported(1).saves), (Verdict::Pass, 1));
    assert_eq!(table.reported(0).verdict, Verdict::NotSubmitted);
}

#[test]
fn the_bell_rings_before_anything_that_comes_after_it() {
    let mut table = Table::new(false);
    table.save(1, "4");
    table.settle();
    table.clock.set(601);
    std::fs::write(table.answer(1), "9").unwrap();
    table.line("hint");
    assert!(table.text().contains("only saves count now"));
    table.tick(616);
    table.settle();
    assert_eq!((table.reported(1).passed, table.reported(1).hints), (9, 0));
    assert_eq!(table.report().used_s, 600);
}

#[test]
fn the_best_earlier_version_is_graded_too() {
    let mut table = Table::new(false);
    for content in ["9", "0"] {
        table.save(1, content);
        table.settle();
    }
    table.line("finish");
    table.settle();
    let code = table.reported(1);
    assert_eq!((code.verdict, code.passed, code.best, code.best_passed), (Verdict::Fail, 0, Verdict::Pass, 9));
    assert_ne!(code.answer_sha256, code.best_sha256);
}

#[test]
fn what_was_checked_in_full_is_not_run_again_for_being_best() {
    let mut table = Table::new(false);
    table.save(1, "8");
    table.line("next");
    table.line("check");
    table.settle();
    table.save(1, "1");
    table.settle();
    table.line("finish");
    let graded = table.job();
    let result = check(&graded);
    table.send(Message::Checked(Box::new(Outcome { job: graded, result })));
    assert!(table.work.try_recv().is_err());
    assert_eq!((table.reported(1).passed, table.reported(1).best_passed), (1, 8));
}

#[test]
fn the_end_of_input_waits_for_a_check_that_was_asked_for_and_suspends() {
    let mut table = Table::new(false);
    table.save(0, "4");
    table.line("check");
    table.text();
    table.send(Message::Input(Input::End));
    assert_eq!(table.status, None);
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    insta::assert_snapshot!(table.text(), @r"
    Q1 check 1: pass, lines 4 of 4
    The clock stands at 10:00 left. Go on with `greenroom resume k7qd`, or end it
    with `greenroom finish k7qd`.
    ");
    assert_eq!(table.events().last(), Some(&Event::Suspended { why: Stop::EndOfInput }));
}

#[test]
fn a_script_that_checks_and_finishes_loses_no_check() {
    let mut table = Table::new(false);
    table.save(0, "4");
    table.line("check");
    table.line("finish");
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert!(table.text().contains("Q1 check 1: pass"));
    assert_eq!(table.reported(0).checks, 1);
}

#[test]
fn an_interrupt_saves_suspends_and_says_how_to_go_on() {
    let mut table = Table::new(true);
    std::fs::write(table.answer(1), "half an answ").unwrap();
    table.clock.set(90);
    table.text();
    table.send(Message::Interrupted);
    assert_eq!(table.status, Some(ExitStatus::Interrupted));
    assert_eq!(
        table.text(),
        "The clock stands at 8:30 left. Go on with `greenroom resume k7qd`, or end it\nwith `greenroom finish k7qd`.\n"
    );
    let events = table.events();
    assert!(matches!(&events[1], Event::Saved { content, .. } if content == b"half an answ"), "{events:?}");
    assert_eq!(events[2], Event::Suspended { why: Stop::Interrupted });
    assert!(table.shown.borrow().status.is_empty());
}

#[test]
fn a_killed_process_loses_nothing_that_was_saved() {
    let mut table = Table::new(false);
    table.save(1, "5");
    table.settle();
    table.line("hint");
    table.tick(45);
    let mut table = table.resumed(5_000);
    assert!(table.text().contains("[h]int 1/2"));
    table.clock.set(5_010);
    table.line("finish");
    table.settle();
    let report = table.report();
    assert_eq!((report.used_s, report.pauses[0].length_s, report.pauses[0].why), (55, 4_955, None));
    assert_eq!((report.questions[1].passed, report.questions[0].hints), (5, 1));
}

#[test]
fn a_folder_that_was_lost_comes_back_with_what_was_saved() {
    let mut table = Table::new(false);
    table.save(1, "5");
    table.settle();
    std::fs::remove_dir_all(table.place.path().join("room")).unwrap();
    table.text();
    table.tick(3);
    table.tick(4);
    assert_eq!(table.text().matches("` is gone.").count(), 1);
    let mut table = table.resumed(60);
    assert_eq!(std::fs::read(table.answer(1)).unwrap(), b"5");
    table.line("finish");
    table.settle();
    assert_eq!((table.reported(1).passed, table.reported(1).saves), (5, 1));
}

#[test]
fn a_report_is_written_even_where_the_folder_was_removed() {
    let mut table = Table::new(false);
    table.save(1, "5");
    table.settle();
    std::fs::remove_dir_all(table.place.path().join("room")).unwrap();
    table.line("finish");
    table.settle();
    assert_eq!((table.status, table.reported(1).passed), (Some(ExitStatus::Success), 5));
}

#[test]
fn what_was_written_while_no_process_ran_counts() {
    let table = Table::new(false);
    std::fs::write(table.answer(1), "7").unwrap();
    let mut table = table.resumed(300);
    table.settle();
    table.line("finish");
    table.settle();
    assert_eq!(table.reported(1).passed, 7);
}

#[test]
fn a_process_that_dies_while_grading_grades_again_what_stood_at_the_bell() {
    let mut table = Table::new(false);
    table.save(1, "6");
    table.line("finish");
    std::fs::write(table.answer(1), "9").unwrap();
    let mut table = table.resumed(9_000);
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!((table.reported(1).passed, table.report().used_s), (6, 0));
}

#[test]
fn a_check_that_ends_after_the_bell_is_late_and_not_shown() {
    let mut table = Table::new(false);
    table.save(0, "4");
    table.line("check");
    table.ring();
    table.text();
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert!(!table.text().contains("check 1"));
    let late = table
        .events()
        .into_iter()
        .filter(|event| matches!(event, Event::Checked(check) if check.occasion == Occasion::Request));
    assert_eq!(late.count(), 1);
    assert_eq!(table.reported(0).verdict, Verdict::Pass);
}

#[test]
fn a_checker_that_breaks_down_is_never_the_candidates_fault() {
    let mut table = Table::new(false);
    table.save(1, "boom");
    table.settle();
    assert!(table.text().contains("Q2 could not be checked: the worker was lost. This is greenroom's fault"));
    table.line("finish");
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Incomplete));
    assert_eq!(table.reported(1).verdict, Verdict::Internal);
}

#[test]
fn a_journal_that_takes_nothing_is_said_and_caught_up_with() {
    let mut table = Table::new(false);
    let other = rusqlite::Connection::open(table.place.path().join("journal.sqlite")).unwrap();
    other.execute_batch("ALTER TABLE event RENAME TO gone").unwrap();
    table.save(0, "4");
    table.line("hint");
    let text = table.text();
    assert!(text.contains("The session goes on") && text.matches("The session goes on").count() == 1, "{text}");
    assert!(text.contains("Q1 not kept.") && !text.contains("saved."), "{text}");
    assert!(table.shown.borrow().status.contains("NOT KEPT"));
    other.execute_batch("ALTER TABLE gone RENAME TO event").unwrap();
    table.line("hint");
    assert!(table.text().contains("nothing was lost"));
    assert_eq!(table.events().len(), 4);
}

#[test]
fn a_journal_that_stays_lost_is_exit_3_and_the_report_is_still_written() {
    let mut table = Table::new(false);
    let other = rusqlite::Connection::open(table.place.path().join("journal.sqlite")).unwrap();
    other.execute_batch("ALTER TABLE event RENAME TO gone").unwrap();
    table.save(0, "4");
    table.line("finish");
    table.settle();
    assert_eq!(table.status, Some(ExitStatus::Incomplete));
    assert!(table.text().contains("4 events could not be written to the journal"));
    assert_eq!(table.reported(0).verdict, Verdict::Pass);
}

#[test]
fn what_stands_in_the_place_of_a_file_is_told_once() {
    let mut table = Table::new(false);
    table.save(1, "3");
    table.settle();
    std::fs::remove_file(table.answer(1)).unwrap();
    std::fs::create_dir(table.answer(1)).unwrap();
    table.text();
    table.send(Message::FilesChanged);
    table.tick(2);
    let text = table.text();
    assert_eq!(text.matches("is a folder, not a").count(), 1, "{text}");
    table.line("finish");
    table.settle();
    assert_eq!(table.reported(1).passed, 3);
}

#[test]
fn key_points_close_a_question() {
    let mut table = Table::new(false);
    table.save(0, "2");
    table.line("rate 1 1");
    table.text();
    table.save(0, "4");
    assert!(table.text().contains("Question 1 is closed"));
    table.line("next");
    table.line("rate");
    assert!(table.text().contains("Code is rated by its cases, not by you."));
    table.line("finish");
    table.settle();
    assert_eq!(table.reported(0).passed, 2);
}

#[test]
fn keys_ask_back_where_a_line_would_say_more() {
    let mut table = Table::new(true);
    table.text();
    table.keys("a1");
    assert!(table.text().contains("Interviewer: Yes: SECRET clarification."));
    table.keys("g3");
    assert!(table.text().contains("── Q3 of 3"));
    for keys in ["g", "p", "g9"] {
        table.keys(keys);
    }
    let text = table.text();
    assert!(text.contains("── Q2 of 3") && text.contains("A number from 1 to 3."), "{text}");
    table.keys("fn");
    assert!(table.text().contains("3 questions have no answer yet. y or n\nThe session goes on."));
    table.keys("fy");
    assert_eq!(table.status, Some(ExitStatus::Success));
}

#[test]
fn on_a_terminal_what_cannot_be_run_is_rated_after_the_bell() {
    let mut table = Table::new(true);
    table.save(2, "The GIL is a lock.");
    table.save(0, "4");
    table.ring();
    table.settle();
    assert_eq!(table.status, None, "it waits for ratings");
    table.tick(4_000);
    table.keys("1h0");
    assert!(table.text().contains("Your own judgement of question 3"));
    table.keys("1");
    table.keys("x");
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!(
        (table.reported(0).self_rating(), table.reported(2).self_rating()),
        (Some((3.0, 6.0)), Some((2.0, 6.0)))
    );
    assert_eq!(table.report().used_s, 600);
}

#[test]
fn warnings_come_once_and_the_status_line_follows_the_clock() {
    let mut table = Table::new(false);
    table.text();
    table.tick(1);
    assert_eq!(table.shown.borrow().status, "greenroom trial-10  9:59 left  Q1 of 3  0:01 of 3:00  not saved yet");
    table.tick(95);
    table.tick(96);
    assert_eq!(table.text(), "Half of the time for question 1 is used; 1:25 left.\n");
    table.save(0, "4");
    table.tick(107);
    assert_eq!(table.shown.borrow().status, "greenroom trial-10  8:13 left  Q1 of 3  1:47 of 3:00  saved 11 s ago");
}

#[test]
fn a_room_that_is_left_alone_still_beats() {
    let mut table = Table::new(false);
    for second in 1..=125 {
        table.tick(second);
    }
    assert_eq!(table.events().iter().filter(|event| **event == Event::Alive).count(), 4);
}

#[test]
fn a_wall_clock_that_jumps_moves_no_deadline() {
    let mut table = Table::new(false);
    for (second, days) in [(100, -1), (200, 400), (300, -30_000)] {
        let now = Moment { wall_ms: at(second).wall_ms + days * 86_400_000, ..at(second) };
        table.clock.show(now);
        table.send(Message::Tick);
    }
    assert_eq!(table.clock.now().boottime_ns, at(300).boottime_ns);
    assert!(table.shown.borrow().status.contains("5:00 left"));
}

#[test]
fn no_line_and_no_key_breaks_a_room() {
    for has_keys in [false, true] {
        let mut table = Table::new(has_keys);
        for line in
            ["", "dance", "ask 99", "ask 0", "go 0", "rate 9 1", "previous", "ask 18446744073709551616", "\u{1b}[2J"]
        {
            table.line(line);
        }
        table.keys("a0gzr7tsh?\u{1b}\n ");
        table.settle();
        assert!(!table.text().contains('\u{1b}'));
    }
}
