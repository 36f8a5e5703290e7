//! The bell, and Ctrl-Z, in the middle of something: nothing that was begun is lost, and nothing is asked that nobody sees.

use serde_json::json;

use crate::model::event::Event;
use crate::model::exit_status::ExitStatus;
use crate::model::material::Material;
use crate::model::partner::PartnerEvent;
use crate::room::message::Message;
use crate::room::table::Table;
use crate::ui::input::Input;

/// The code question has a card.
fn with_a_card(materials: &mut [Material]) {
    let classes = json!({ "time": "O(n)", "space": "O(n)", "classes": { "time": "O(n)", "space": "O(n)" } });
    materials[1].question.complexity = serde_json::from_value(classes).unwrap();
}

/// At the card of an answer that has passed.
fn at_the_card() -> Table {
    let mut table = Table::changed(Default::default(), true, with_a_card);
    table.keys("n");
    table.save(1, "9");
    table.settle();
    table.keys("c");
    table.settle();
    table.text();
    table
}

fn count(table: &Table, is_one: fn(&Event) -> bool) -> usize {
    table.events().iter().filter(|event| is_one(event)).count()
}

#[test]
fn a_wrong_number_is_asked_for_again() {
    let mut table = Table::new(true);
    table.keys("a");
    table.keys("9");
    assert!(table.text().contains("There is one clarification: number 1."));
    table.keys("1");
    assert!(table.text().contains("SECRET clarification"));
    table.keys("g0");
    table.text();
    table.keys("3");
    assert!(table.text().contains("Q3 of 3"));
    table.keys("go 9\r");
    table.keys("2");
    assert!(table.text().contains("Q2 of 3"));
}

#[test]
fn the_bell_keeps_a_card_with_the_sentence_as_far_as_it_was_typed() {
    let mut table = at_the_card();
    table.keys("3");
    table.keys("1");
    table.keys("one pa");
    table.tick(600);
    let text = table.text();
    assert!(text.contains("Your complexity card counts as far as you had filled it in."), "{text}");
    table.keys("ss\r");
    table.tick(615);
    table.settle();
    let claimed = table.events().into_iter().find_map(|event| match event {
        Event::Claimed { claim, .. } => Some((claim.time.to_string(), claim.space.to_string(), claim.why)),
        _ => None,
    });
    assert_eq!(claimed, Some(("O(n)".to_owned(), "O(1)".to_owned(), "one pa".to_owned())));
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert!(table.reported(1).cost.is_some());
}

#[test]
fn a_rating_that_the_bell_interrupts_goes_on_after_the_grading() {
    let mut table = Table::new(true);
    table.keys("g3");
    table.keys("ry1");
    table.tick(600);
    table.keys("h");
    table.tick(615);
    table.settle();
    let text = table.text();
    assert!(text.contains("2 of 3: SECRET point: why it is there"), "{text}");
    table.keys("1");
    table.keys("1");
    table.keys("x");
    assert_eq!(table.reported(2).self_rating(), Some((6.0, 6.0)));
}

#[test]
fn the_rating_of_a_delivery_goes_on_too() {
    let mut table = Table::new(true);
    table.keys("g3");
    table.keys("ry111");
    table.keys("1");
    table.ring();
    table.settle();
    table.keys("0");
    table.keys("1");
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!(count(&table, |event| matches!(event, Event::Rated { .. })), 3, "nothing is rated twice");
    assert_eq!(table.reported(2).delivery.len(), 3);
}

#[test]
fn the_bell_keeps_the_note_that_a_partner_types_on_the_same_screen() {
    let mut table = Table::new(true);
    table.line("interviewer");
    table.keys("\r");
    table.keys("nthinks alou");
    table.tick(600);
    let note = PartnerEvent::Noted { question: 0, text: "thinks alou".to_owned() };
    assert!(table.events().contains(&Event::Interviewer(note)), "{:?}", table.events());
}

#[test]
fn what_was_asked_before_the_terminal_was_away_is_asked_again() {
    let mut table = Table::new(true);
    for (keys, asked) in
        [("h", "Take it? y or n"), ("f", "y or n"), ("a", "Give its number"), ("g", "A number from 1 to 3")]
    {
        table.keys(keys);
        table.text();
        table.room.fall_asleep();
        table.room.wake_up();
        let text = table.text();
        assert!(text.contains(asked), "{keys}: {text}");
        table.keys("n");
    }
    let mut table = at_the_card();
    table.keys("3");
    table.keys("1");
    table.keys("one pa");
    table.room.fall_asleep();
    table.room.wake_up();
    assert!(table.text().contains("One sentence"));
    table.keys("ss\r");
    assert!(
        table.events().iter().any(|event| matches!(event, Event::Claimed { claim, .. } if claim.why == "one pass"))
    );
}

#[test]
fn a_key_after_an_answer_is_a_key_again_once_no_word_goes_on_with_it() {
    let mut table = Table::new(true);
    table.keys("hyes");
    assert_eq!(table.room.wanted_edit, None);
    table.keys("hy");
    table.keys("e");
    assert_eq!(table.room.wanted_edit, Some(0), "the editor was asked for");
}

#[test]
fn what_is_pasted_is_no_row_of_keys() {
    let paste = |table: &mut Table, text: &str| table.send(Message::Input(Input::Paste(text.to_owned())));
    let mut table = Table::new(true);
    table.text();
    paste(&mut table, "entry = 1\r    return entry\ry\r");
    let text = table.text().replace('\n', " ");
    assert!(text.contains("does nothing: an answer belongs in `1-is-vs-equality/prediction.txt`"), "{text}");
    table.keys("f");
    paste(&mut table, "y");
    assert!(table.text().contains("What was pasted answers nothing"));
    table.keys("n");
    assert_eq!((table.events().len(), table.status), (1, None), "{:?}", table.events());
    paste(&mut table, "go 3\r");
    assert_eq!(table.shown.borrow().status, "> go 3   Enter does it");
    table.keys("\r");
    assert!(table.text().contains("Q3 of 3"));

    let mut table = at_the_card();
    table.keys("3");
    table.keys("1");
    paste(&mut table, "one\rpass");
    table.keys("\r");
    assert!(
        table.events().iter().any(|event| matches!(event, Event::Claimed { claim, .. } if claim.why == "one pass"))
    );
}

#[test]
fn what_a_question_can_never_have_is_not_promised() {
    let mut table = Table::new(true);
    table.keys("i");
    assert!(!table.text().contains("when yours has passed"), "a prediction has no second solution");
    table.keys("g3");
    table.keys("w");
    assert!(table.text().contains("Follow-ups come when your key points are shown."));
}

#[test]
fn an_answer_that_cannot_be_read_is_named_at_each_check() {
    let mut table = Table::new(true);
    let answer = table.answer(0);
    std::fs::remove_file(&answer).unwrap();
    std::fs::create_dir(&answer).unwrap();
    for _ in 0..2 {
        table.keys("c");
        let text = table.text();
        assert!(text.contains("is a folder, not a\nfile. Nothing else is saved yet."), "{text}");
        assert!(!text.contains("as it was"), "{text}");
    }
    std::fs::remove_dir(&answer).unwrap();
    table.save(0, "4");
    std::fs::remove_file(&answer).unwrap();
    std::fs::create_dir(&answer).unwrap();
    for check in 1..=2 {
        table.keys("c");
        table.settle();
        let text = table.text();
        assert!(text.contains("What was saved before it still counts."), "{text}");
        assert!(text.contains(&format!("Q1 check {check}: pass")), "{text}");
    }
}

#[test]
fn control_s_and_its_like_answer_nothing() {
    let mut table = Table::new(true);
    table.keys("f");
    table.text();
    table.keys("\u{13}\u{c}\t");
    assert_eq!(table.text(), "");
    table.keys("n");
    assert_eq!(table.text(), "The session goes on.\n", "it is asked still");
    table.keys("\u{13}");
    assert_eq!(table.text(), "");
}

#[test]
fn enter_after_an_answer_of_one_key_belongs_to_it() {
    let mut table = Table::new(true);
    table.keys("go 3\r");
    for keys in ["r", "yes\r", "1\r", "half\r"] {
        table.keys(keys);
    }
    assert!(table.text().contains("3 of 3: "), "the rating goes on");
    table.keys("\r");
    assert!(table.text().contains("The rating stops here; `rate` goes on with it."));
    let rated = count(&table, |event| matches!(event, Event::Rated { .. }));
    let mut table = at_the_card();
    for keys in ["3\r", "1\r", "one pass\r"] {
        table.keys(keys);
    }
    let claimed = |event: &Event| matches!(event, Event::Claimed { claim, .. } if claim.why == "one pass");
    assert_eq!((rated, count(&table, claimed)), (2, 1));
}
