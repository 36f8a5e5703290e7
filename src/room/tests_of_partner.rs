//! An interviewer in a room, played at a table.

use std::os::unix::net::UnixStream;
use std::sync::mpsc::sync_channel;

use crate::model::conditions::Conditions;
use crate::model::event::{Asker, Event};
use crate::model::exit_status::ExitStatus;
use crate::model::partner::PartnerEvent;
use crate::model::partner_wire::{Request, Said};
use crate::model::score::Score;
use crate::room::message::Message;
use crate::room::partner_line::{Call, Outbox};
use crate::room::table::Table;

fn mark(point: usize, score: Score) -> Request {
    Request::Mark { question: 0, point, score }
}

fn of_interviewer(table: &Table) -> Vec<PartnerEvent> {
    let events = table.events().into_iter();
    events.filter_map(|event| if let Event::Interviewer(event) = event { Some(event) } else { None }).collect()
}

/// A table whose screen is turned.
fn turned() -> Table {
    let mut table = Table::new(true);
    table.line("interviewer");
    table.keys("\r");
    assert!(table.shown.borrow().page.is_some());
    table.text();
    table
}

#[test]
fn each_mark_is_recorded_once_and_the_last_one_counts() {
    let mut table = Table::new(true);
    for score in [Score::Half, Score::Half, Score::Full] {
        assert_eq!(table.room.interviewer_asks(mark(0, score)), Said::Marked);
    }
    let point = || "what".to_owned();
    let expected = [Score::Half, Score::Full].map(|score| PartnerEvent::Marked { question: 0, point: point(), score });
    assert_eq!(of_interviewer(&table), expected);
}

#[test]
fn a_follow_up_is_put_once_and_marked_when_it_was_put() {
    let mut table = Table::new(true);
    let score = Request::MarkFollowUp { question: 1, follow_up: 0, score: Score::Full };
    let ask = Request::AskFollowUp { question: 1, follow_up: 0 };
    assert_eq!(table.room.interviewer_asks(score.clone()), Said::NotAsked);
    assert_eq!(table.room.interviewer_asks(ask.clone()), Said::FollowUpAsked { number: 1 });
    assert!(table.text().contains("SECRET follow-up"));
    assert_eq!(table.room.interviewer_asks(ask), Said::AskedBefore);
    assert_eq!(table.room.interviewer_asks(score), Said::Marked);
    assert_eq!(table.text(), "", "marks are not shown to the candidate");
    let put = Event::FollowUpAsked {
        question: 1,
        follow_up: 0,
        ask: Some("SECRET follow-up".to_owned()),
        by: Asker::Interviewer,
    };
    assert_eq!(table.events().iter().filter(|event| **event == put).count(), 1);
}

#[test]
fn warnings_come_again_for_the_longer_time() {
    let mut table = Table::new(true);
    table.line("next");
    table.tick(485);
    assert!(table.text().contains("Four fifths of the time for the session are used"));
    assert_eq!(table.room.interviewer_asks(Request::AddMinutes { minutes: 10 }), Said::MinutesAdded { minutes: 10 });
    assert!(table.text().contains("Your interviewer adds 10 minutes for Q2: 11:55 left."));
    table.tick(700);
    assert!(table.text().contains("Half of the time for the session is used"), "of the new length");
    assert!(table.status.is_none(), "the old bell does not ring");
    table.tick(1_200);
    assert!(table.shown.borrow().status.contains("Time is up"));
    assert_eq!(table.room.interviewer_asks(Request::AddMinutes { minutes: 1 }), Said::TimeIsUp);
    assert_eq!(table.room.interviewer_asks(mark(0, Score::Full)), Said::Marked, "marks are still taken");
}

#[test]
fn a_strict_clock_is_not_made_longer() {
    let mut table = Table::with(Conditions { strict: true, ..Conditions::default() }, true);
    assert_eq!(table.room.interviewer_asks(Request::AddMinutes { minutes: 1 }), Said::StrictClock);
    assert_eq!(of_interviewer(&table), []);
}

#[test]
fn a_note_has_something_in_it_and_an_end() {
    let mut table = Table::new(true);
    let note = |text: &str| Request::Note { question: 0, text: text.to_owned() };
    assert_eq!(table.room.interviewer_asks(note("  \n ")), Said::EmptyNote);
    assert_eq!(table.room.interviewer_asks(note(&"é".repeat(501))), Said::LongNote);
    assert_eq!(table.room.interviewer_asks(note(&"é".repeat(500))), Said::Noted);
    assert_eq!(of_interviewer(&table).len(), 1);
}

#[test]
fn what_the_candidate_is_shown_waits_while_the_screen_is_turned() {
    let mut table = turned();
    table.save(1, "9");
    table.settle();
    table.keys("1");
    assert_eq!(table.text(), "");
    assert!(table.shown.borrow().page.as_ref().unwrap().contains("SECRET point"));
    table.keys("q");
    assert_eq!(table.shown.borrow().page, None);
    let text = table.text();
    let (card, saved) = (text.find("Q1 of 3").unwrap(), text.find("Q2 saved: pass").unwrap());
    assert!(text.contains("Turn the screen back") && card < saved && !text.contains("SECRET"), "{text}");
    let expected = [
        PartnerEvent::Invited,
        PartnerEvent::Joined,
        PartnerEvent::Marked { question: 0, point: "what".to_owned(), score: Score::Full },
        PartnerEvent::Left,
    ];
    assert_eq!(of_interviewer(&table), expected);
}

#[test]
fn the_bell_gives_a_turned_screen_back() {
    let mut table = turned();
    table.tick(599);
    assert!(table.shown.borrow().page.is_some(), "the clock runs on meanwhile");
    table.tick(600);
    assert_eq!(table.shown.borrow().page, None);
    let text = table.text();
    assert!(text.contains("Turn the screen back") && !text.contains("SECRET"), "{text}");
    assert!(table.shown.borrow().status.contains("Time is up"));
}

#[test]
fn any_key_but_enter_keeps_the_screen() {
    let mut table = Table::new(true);
    table.line("interviewer");
    table.keys("t");
    assert_eq!(table.shown.borrow().page, None);
    assert!(table.text().contains("left"), "the key does what it does");
}

#[test]
fn a_script_is_told_how_to_join_and_not_asked_to_turn() {
    let mut table = Table::new(false);
    table.line("interviewer");
    let text = table.text();
    assert!(text.contains("greenroom interviewer k7qd") && !text.contains("Turn the screen"), "{text}");
}

#[test]
fn marks_survive_a_process_and_change_no_verdict() {
    let mut table = Table::new(false);
    table.save(1, "9");
    table.settle();
    table.room.interviewer_asks(Request::Mark { question: 1, point: 0, score: Score::No });
    let mut table = table.resumed(20);
    table.line("finish");
    table.settle();
    let report = table.report();
    assert_eq!(report.questions[1].verdict.word(), "pass");
    assert_eq!(report.interviewer, None, "nobody joined, so nobody's marks are told");
}

#[test]
fn who_shares_the_screen_marks_what_is_left_after_the_bell() {
    let mut table = turned();
    table.keys("1");
    table.ring();
    table.settle();
    let text = table.text();
    assert!(text.contains("Turn the screen to your interviewer, who presses Enter and marks what is left."), "{text}");
    table.keys("\r");
    assert!(table.shown.borrow().page.as_ref().unwrap().contains("The bell has rung"));
    table.keys("jhnafter the be");
    table.keys("ll\rq");
    assert_eq!(table.status, Some(ExitStatus::Success));
    let text = table.text();
    assert!(text.contains("Turn the screen back") && !text.contains("SECRET"), "{text}");
    let marked = of_interviewer(&table);
    assert!(marked.contains(&PartnerEvent::Noted { question: 0, text: "after the bell".to_owned() }), "{marked:?}");
    assert_eq!(marked.iter().filter(|event| **event == PartnerEvent::Left).count(), 2);
    assert!(matches!(table.events().last(), Some(Event::Finished)));
}

#[test]
fn whoever_wants_no_marks_after_the_bell_gets_the_report_by_any_key() {
    let mut table = turned();
    table.ring();
    table.settle();
    assert_eq!(table.status, None);
    table.keys("x");
    assert_eq!(table.status, Some(ExitStatus::Success));
}

#[test]
fn control_c_while_marks_are_given_on_the_same_screen_keeps_the_note_and_writes_the_report() {
    let mut table = turned();
    table.ring();
    table.settle();
    table.keys("\r");
    table.keys("nhalf a no");
    table.send(Message::Interrupted);
    assert_eq!(table.status, Some(ExitStatus::Interrupted));
    assert!(of_interviewer(&table).contains(&PartnerEvent::Noted { question: 0, text: "half a no".to_owned() }));
    assert_eq!(table.shown.borrow().page, None);
}

/// What this end of a line asks, until it is dealt with.
fn asks(table: &mut Table, request: Request) {
    table.send(Message::Interviewer(Call::Asked(request, sync_channel(0).0)));
}

/// Somebody at a second terminal who types a note, and has not ended it.
fn typing_a_note() -> (Table, UnixStream) {
    let mut table = Table::new(true);
    let (ours, theirs) = UnixStream::pair().unwrap();
    table.send(Message::Interviewer(Call::Joined(Outbox::new(&ours).unwrap())));
    for text in ["hal", "half a no"] {
        asks(&mut table, Request::Draft { question: 1, text: text.to_owned() });
    }
    (table, theirs)
}

#[test]
fn a_note_that_is_being_typed_at_the_other_terminal_is_kept_when_the_room_ends_or_its_writer_goes() {
    let ends: [fn(&mut Table); 4] = [
        |table| {
            table.ring();
            table.settle();
            table.keys("\r");
        },
        |table| table.keys("q"),
        |table| table.send(Message::Interrupted),
        |table| table.send(Message::Interviewer(Call::Left)),
    ];
    for end in ends {
        let (mut table, _line) = typing_a_note();
        end(&mut table);
        let noted = PartnerEvent::Noted { question: 1, text: "half a no".to_owned() };
        assert_eq!(of_interviewer(&table).iter().filter(|event| **event == noted).count(), 1);
    }
}

#[test]
fn a_note_that_was_ended_or_taken_back_is_not_kept_again() {
    for last in
        [Request::Note { question: 1, text: "done".to_owned() }, Request::Draft { question: 0, text: String::new() }]
    {
        let (mut table, _line) = typing_a_note();
        asks(&mut table, last);
        table.send(Message::Interrupted);
        let notes = of_interviewer(&table).into_iter().filter(|event| matches!(event, PartnerEvent::Noted { .. }));
        assert!(
            notes.count() <= 1
                && !of_interviewer(&table).contains(&PartnerEvent::Noted { question: 1, text: "half a no".to_owned() })
        );
    }
}
