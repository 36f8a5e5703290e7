//! Whole sessions, with a clock that tests set and a checker that reads its results from the answers.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};

use tempfile::TempDir;

use crate::engine::checker::CheckerError;
use crate::engine::clock::Clock;
use crate::engine::session::{Phase, Session};
use crate::engine::testing::FakeClock;
use crate::model::check::CaseKind;
use crate::model::event::{Event, Moment, Occasion, Scope, Stop};
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::Level;
use crate::model::question::Kind;
use crate::model::record::{CaseResult, Checked, Context, Detail, Failure, LineResult, Usage};
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::testing::{at, materials, started};
use crate::model::verdict::Verdict;
use crate::room::desk::{Desk, Job, Outcome};
use crate::room::keeper::Keeper;
use crate::room::message::Message;
use crate::room::resume;
use crate::room::room::{Furniture, Room};
use crate::room::screen::Screen;
use crate::store::journal::Journal;
use crate::store::session_folder::SessionFolder;
use crate::ui::keys::Input;
use crate::ui::paint::Look;
use crate::ui::session_files;

/// A room, and everything around it that a test holds.
struct Table {
    room: Room,
    clock: FakeClock,
    jobs: Receiver<Job>,
    shown: Rc<RefCell<Shown>>,
    status: Option<ExitStatus>,
    place: Rc<TempDir>,
}

#[derive(Default)]
struct Shown {
    text: String,
    status: String,
    report: String,
}

struct Paper(Rc<RefCell<Shown>>);

impl Screen for Paper {
    fn look(&self) -> Look {
        Look { width: 80, colour: false, unicode: true }
    }

    fn report_look(&self) -> Look {
        self.look()
    }

    fn show(&mut self, text: &str) {
        self.0.borrow_mut().text.push_str(text);
    }

    fn status(&mut self, line: &str) {
        self.0.borrow_mut().status = line.to_owned();
    }

    fn clear_status(&mut self) {
        self.0.borrow_mut().status.clear();
    }

    fn report(&mut self, text: &str) {
        self.0.borrow_mut().report.push_str(text);
    }
}

impl Table {
    /// A session that starts at second 0, on a terminal or fed by a script.
    fn new(has_keys: bool) -> Table {
        let place = Rc::new(tempfile::tempdir().unwrap());
        let root = place.path().join("room");
        SessionFolder::create(&root).unwrap();
        let mut started = started();
        started.folder = root;
        let mut journal = Journal::open(place.path()).unwrap();
        journal.append(&started.session, at(0), &Event::Started(Box::new(started.clone()))).unwrap();
        Table::set(place, journal, Session::new(started, at(0)), FakeClock::at(0), has_keys)
    }

    /// What a new process finds after this one died or left, at this second.
    fn resumed(self, second: u64) -> Table {
        let place = self.place.clone();
        drop(self.room);
        let mut journal = Journal::open(place.path()).unwrap();
        let mut session = resume::find(&journal, None).unwrap();
        if !matches!(session.phase(), Phase::Rung(_)) {
            journal.append("k7qd", at(second), &Event::Resumed).unwrap();
            assert!(session.apply(&Event::Resumed, at(second)));
        }
        Table::set(place, journal, session, FakeClock::at(second), false)
    }

    fn set(place: Rc<TempDir>, journal: Journal, session: Session, clock: FakeClock, has_keys: bool) -> Table {
        let folder = SessionFolder::reopen(&session.started().folder).unwrap();
        let materials = materials();
        for (index, (drawn, material)) in session.started().questions.iter().zip(&materials).enumerate() {
            folder.add_question(index, drawn, &session_files::sheet(drawn, material)).unwrap();
        }
        let (sender, jobs) = channel();
        let shown = Rc::new(RefCell::new(Shown::default()));
        let furniture = Furniture {
            clock: Box::new(clock.clone()),
            screen: Box::new(Paper(shown.clone())),
            keeper: Keeper::new(journal, &session.started().session),
            folder,
            folder_name: "room".to_owned(),
            materials,
            desk: Desk::new(sender),
            has_keys,
            bank_changed: false,
        };
        let mut room = Room::new(furniture, session);
        let status = room.open();
        Table { room, clock, jobs, shown, status, place }
    }

    fn send(&mut self, message: Message) {
        assert_eq!(self.status, None, "the room is over");
        self.status = self.room.handle(message);
    }

    fn line(&mut self, line: &str) {
        self.send(Message::Input(Input::Line(line.to_owned())));
    }

    fn keys(&mut self, keys: &str) {
        for key in keys.chars() {
            self.send(Message::Input(Input::Key(key)));
        }
    }

    fn tick(&mut self, second: u64) {
        self.clock.set(second);
        self.send(Message::Tick);
    }

    fn answer(&self, question: usize) -> PathBuf {
        let drawn = &started().questions[question];
        SessionFolder::reopen(&self.place.path().join("room")).unwrap().answer_path(question, drawn)
    }

    /// Write an answer and let the room hear of it.
    fn save(&mut self, question: usize, content: &str) {
        std::fs::write(self.answer(question), content).unwrap();
        self.send(Message::FilesChanged);
    }

    /// Run all jobs, as a checker would.
    fn settle(&mut self) {
        while self.status.is_none()
            && let Ok(job) = self.jobs.try_recv()
        {
            let result = check(&job);
            self.send(Message::Checked(Outcome { job, result }));
        }
    }

    /// What was shown since the last time.
    fn text(&self) -> String {
        std::mem::take(&mut self.shown.borrow_mut().text)
    }

    fn journal(&self) -> Journal {
        Journal::open(self.place.path()).unwrap()
    }

    fn events(&self) -> Vec<Event> {
        self.journal().records("k7qd").unwrap().into_iter().map(|record| record.event).collect()
    }

    fn report(&self) -> SessionReport {
        let path = self.place.path().join("room/report.json");
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }

    fn reported(&self, question: usize) -> QuestionReport {
        self.report().questions.swap_remove(question)
    }
}

/// An answer says how many of nine cases it passes, two of them samples; a prediction how many of four lines. `boom` breaks
/// the checker down.
fn check(job: &Job) -> Result<Checked, CheckerError> {
    let text = String::from_utf8(job.content.clone()).unwrap();
    if text == "boom" {
        return Err(CheckerError("the worker was lost".to_owned()));
    }
    let passed: usize = text.trim().parse().unwrap_or(0);
    let is_prediction = started().questions[job.question].kind == Kind::Predict;
    let total = match (is_prediction, job.occasion.scope()) {
        (true, _) => 4,
        (false, Scope::Samples) => 2,
        (false, Scope::All) => 9,
    };
    let detail = if is_prediction { lines(passed, total) } else { cases(passed, total) };
    Ok(Checked {
        slug: started().questions[job.question].slug.clone(),
        file: "answer.py".to_owned(),
        verdict: if passed >= total { Verdict::Pass } else { Verdict::Fail },
        answer_sha256: job.sha256.clone(),
        load: None,
        detail,
        says: None,
        usage: Usage::default(),
        context: Context { seed: 1, level: Level::Full, python: "3.11.7".to_owned() },
    })
}

fn cases(passed: usize, total: usize) -> Detail {
    let case = |number: usize| {
        let is_sample = number < 2;
        let failure = Failure {
            before: Vec::new(),
            call: format!("merge_sorted({number})\n"),
            expected: Some(format!("EXPECTED {number}")),
            got: Some("[]".to_owned()),
            ..Failure::default()
        };
        CaseResult {
            name: format!("{}_{number}", if is_sample { "sample" } else { "case" }),
            kind: if is_sample { CaseKind::Sample } else { CaseKind::Hidden },
            verdict: if number < passed { Verdict::Pass } else { Verdict::Fail },
            sentence: if is_sample { String::new() } else { format!("Think of {number}.") },
            failure: (number >= passed).then_some(failure),
            fingerprint: String::new(),
        }
    };
    Detail::Cases((0..total).map(case).collect())
}

fn lines(passed: usize, total: usize) -> Detail {
    let line = |number: usize| LineResult {
        line: u32::try_from(number).unwrap() + 1,
        predicted: Some("1".to_owned()),
        printed: Some(if number < passed { "1" } else { "EXPECTED" }.to_owned()),
        right: number < passed,
    };
    Detail::Lines((0..total).map(line).collect())
}

#[test]
fn a_scripted_session_reaches_its_report() {
    let mut table = Table::new(false);
    assert!(table.text().starts_with("── Q1 of 3 · is and =="));
    table.save(0, "3");
    table.line("check");
    table.settle();
    insta::assert_snapshot!(table.text(), @r"
    Q1 saved.
    Q1: checking.
    Q1 check 1: fail, lines 3 of 4
      look again at line 4
    ");
    table.clock.set(100);
    table.line("next");
    table.text();
    table.save(1, "1");
    table.settle();
    table.line("hint");
    table.line("ask 1");
    table.line("check");
    table.settle();
    insta::assert_snapshot!(table.text(), @r"
    Q2 saved: fail, samples 1 of 2
      fail sample_1
        call      merge_sorted(1)
        expected  EXPECTED 1
        got       []
    Hint 1 of 2: SECRET hint one
    You: May it be empty?
    Interviewer: Yes: SECRET clarification.
    Q2: checking.
    Q2 check 1: fail, samples 1 of 2, hidden 0 of 7
      fail sample_1
        call      merge_sorted(1)
        expected  EXPECTED 1
        got       []
      fail case_2: Think of 2.
      fail case_3: Think of 3.
      fail case_4: Think of 4.
      fail case_5: Think of 5.
      fail case_6: Think of 6.
      fail case_7: Think of 7.
      fail case_8: Think of 8.
    ");
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
        text.contains("fail case_2") && text.contains("Think of 2.") && text.contains("look again at line 1, 2, 3, 4")
    );
    assert!(!text.contains("EXPECTED") && !text.contains("merge_sorted(2)"), "{text}");
}

#[test]
fn typed_work_that_never_ran_counts_at_the_bell() {
    let mut table = Table::new(false);
    std::fs::write(table.answer(1), "9").unwrap();
    table.tick(600);
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
    let graded = table.jobs.try_recv().unwrap();
    let result = check(&graded);
    table.send(Message::Checked(Outcome { job: graded, result }));
    assert!(table.jobs.try_recv().is_err());
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
    The clock stands at 10:00 left. Go on with `greenroom resume k7qd`.
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
    assert_eq!(table.text(), "The clock stands at 8:30 left. Go on with `greenroom resume k7qd`.\n");
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
    table.tick(600);
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
    assert!(text.contains("is a folder, not a file. What was saved before it still counts."), "{text}");
    assert_eq!(text.lines().count(), 1);
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
    table.keys("gpg9");
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
    table.tick(600);
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
        table.clock.0.set(now);
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
