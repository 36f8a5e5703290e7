//! What comes after an answer has passed: the card, the second solution, and which follow-up that brings.

use serde_json::json;

use crate::model::claim::Outcome;
use crate::model::conditions::Conditions;
use crate::model::event::Event;
use crate::model::growth::Class;
use crate::model::material::Material;
use crate::room::desk::{Outcome as Ran, Work};
use crate::room::message::Message;
use crate::room::table::Table;
use crate::room::table_checker;

/// The code question has classes, a second solution, and a follow-up of each kind.
fn with_a_card(materials: &mut [Material]) {
    let Material { question, idiom, .. } = &mut materials[1];
    question.complexity = serde_json::from_value(
        json!({ "time": "O(n)", "space": "O(n)", "classes": { "time": "O(n)", "space": "O(n)" } }),
    )
    .unwrap();
    question.idiom = serde_json::from_value(
        json!({ "file": "idiom_sorted.py", "says": "SECRET: sorted finds the runs.", "fails": ["source_by_hand"] }),
    )
    .unwrap();
    question.follow_ups = serde_json::from_value(json!([
        { "ask": "What is at work?", "answer": "sorted", "about": "library" },
        { "ask": "What does each step cost?", "answer": "O(1)", "about": "cost" },
        { "ask": "And k lists?", "answer": "A heap.", "about": "design" },
    ]))
    .unwrap();
    *idiom = Some("def merge_sorted(a, b):\n    return sorted(a + b)\n".to_owned());
}

/// At the code question, with this answer checked and counted.
fn card(has_keys: bool, conditions: Conditions, answer: &str) -> Table {
    let mut table = Table::changed(conditions, has_keys, with_a_card);
    if has_keys {
        table.keys("n")
    } else {
        table.line("next")
    }
    check(&mut table, has_keys, answer);
    table
}

fn check(table: &mut Table, has_keys: bool, answer: &str) {
    table.save(1, answer);
    table.settle();
    table.text();
    if has_keys {
        table.keys("c")
    } else {
        table.line("check")
    }
    table.settle();
}

fn claims(table: &Table) -> Vec<(String, String, String)> {
    let claims = table.events().into_iter().filter_map(|event| match event {
        Event::Claimed { claim, .. } => Some((claim.time.to_string(), claim.space.to_string(), claim.why)),
        _ => None,
    });
    claims.collect()
}

#[test]
fn a_pass_offers_the_card_then_the_second_solution_then_a_follow_up() {
    let mut table = card(true, Conditions::default(), "9");
    insta::assert_snapshot!(table.text(), @r"
    Q2: checking.
    Q2 check 1: pass, samples 2 of 2, hidden 7 of 7

    What does your answer cost for an input of size n? Choose a class of time and
    one of space, and say why in a sentence.
      1 O(1)   2 O(log n)   3 O(n)   4 O(n log n)   5 O(n^2)   6 O(n^3)   7 O(2^n)
    Time? Its number; then space, and a sentence. Enter: not now. Or go on with any
    command.
    ");
    table.keys("33each item is placed onse\u{7f}\u{7f}ce");
    assert_eq!(table.shown.borrow().status, "> each item is placed once   Enter does it");
    table.keys("\n");
    insta::assert_snapshot!(table.text(), @r"
    Time O(n). Space, without the input? Backspace takes the time back.
    Time O(n), space O(n). Why? One sentence, then Enter. Enter alone leaves it out.

      ✓ time O(n): right. Your code was counted as O(n), and the author's answer is
        O(n).
      ✓ space O(n): right. The author's answer takes O(n).
      You said: each item is placed once

    What you would write at work
        def merge_sorted(a, b):
            return sorted(a + b)
    SECRET: sorted finds the runs.
    As an answer here it would fail `source_by_hand`.

    Follow-up to Q2: And k lists?
    Answer aloud, then [w] shows what a good answer says. Any other key goes on.
    ");
    let claim = |time: &str, space: &str, why: &str| (time.to_owned(), space.to_owned(), why.to_owned());
    assert_eq!(claims(&table), [claim("O(n)", "O(n)", "each item is placed once")]);
}

#[test]
fn a_key_that_means_nothing_refuses_the_card_and_a_command_goes_first() {
    let mut refused = card(true, Conditions::default(), "9");
    refused.text();
    refused.keys("\n");
    let text = refused.text();
    assert!(text.contains("What you would write at work") && text.contains("Follow-up to Q2"), "{text}");

    let mut gone = card(true, Conditions::default(), "9");
    gone.text();
    gone.keys("n");
    let text = gone.text();
    assert!(text.contains("Q2 has passed: `complexity`") && text.contains("Q3 of 3"), "{text}");
    assert!(!text.contains("What you would") && !text.contains("Follow-up"), "{text}");
    gone.keys("p");
    gone.text();
    gone.keys("i");
    assert!(gone.text().contains("return sorted(a + b)"));
    gone.keys("complexity 5 1 a loop in a loop\n");
    assert_eq!(claims(&gone)[0].0, "O(n^2)");
    assert!(claims(&refused).is_empty());
}

#[test]
fn each_step_of_the_card_can_be_taken_back_and_the_card_left() {
    let mut table = card(true, Conditions::default(), "9");
    table.keys("o55\u{7f}\u{7f}34x\u{7f}\u{7f}1\n");
    assert_eq!(claims(&table), [("O(n)".to_owned(), "O(1)".to_owned(), String::new())]);

    let mut left = card(true, Conditions::default(), "9");
    left.text();
    left.keys("o3t");
    let text = left.text();
    assert!(
        text.contains("`complexity` comes back to the card") && text.contains("10:00 left"),
        "the times are shown: {text}"
    );
    assert!(claims(&left).is_empty());
}

#[test]
fn a_card_that_is_asked_for_during_the_check_opens_when_it_has_passed() {
    let mut table = Table::changed(Conditions::default(), true, with_a_card);
    table.keys("n");
    table.save(1, "9");
    table.settle();
    table.keys("c");
    table.keys("o");
    assert!(!table.text().contains("Time?"));
    table.settle();
    table.text();
    table.keys("33\n");
    let text = table.text();
    assert!(text.contains("time O(n): right") && text.contains("Follow-up to Q2"), "{text}");
    table.keys("t");
    assert!(!table.text().contains("has passed"), "the card is not offered any more");
}

#[test]
fn nothing_of_it_is_shown_before_a_pass() {
    let mut table = card(false, Conditions::default(), "8");
    for line in ["complexity 3 3", "idiom", "follow"] {
        table.line(line);
    }
    let text = table.text();
    assert!(
        text.contains("The card comes when") && !text.contains("sorted(a + b)") && !text.contains("SECRET: s"),
        "{text}"
    );
    assert!(claims(&table).is_empty());
}

#[test]
fn a_script_that_does_not_wait_claims_when_its_check_has_ended() {
    let mut table = Table::changed(Conditions::default(), false, with_a_card);
    table.line("next");
    table.save(1, "9 slow");
    for line in ["check", "complexity 3 3 one pass", "idiom", "follow", "finish"] {
        table.line(line);
    }
    assert!(claims(&table).is_empty());
    table.settle();
    assert_eq!(claims(&table).len(), 1);
    let cost = table.reported(1).cost.unwrap();
    assert_eq!((cost.judged.unwrap().time, cost.counted), (Outcome::WorseCode, vec![Class::Quadratic]));
    assert_eq!(table.reported(1).follow_ups.len(), 1);
}

#[test]
fn worse_code_is_told_and_asked_about() {
    let mut table = card(false, Conditions::default(), "9 slow");
    table.text();
    table.line("complexity n^2 O(n) a loop in a loop");
    assert!(table.text().contains("right, but the code is worse"));
    table.line("follow");
    assert!(table.text().contains("What does each step cost?"));
}

#[test]
fn a_claim_stays_with_its_version_and_a_strict_session_takes_one() {
    for strict in [false, true] {
        let mut table = card(false, Conditions { strict, ..Conditions::default() }, "9");
        table.line("complexity 3 3 first");
        table.line("complexity 4 4 again");
        assert!(table.text().contains(if strict { "You have said it of this version" } else { "claimed anew" }));
        assert_eq!(claims(&table).len(), 1);
        table.clock.set(120);
        check(&mut table, false, "9 slow");
        table.line("complexity 5 3 second");
        assert_eq!(claims(&table).len(), if strict { 1 } else { 2 });
        table.line("finish");
        table.settle();
        let cost = table.reported(1).cost.unwrap();
        assert_eq!(cost.claims, if strict { 1 } else { 2 });
        assert_eq!(cost.is_of_final_answer, !strict);
        assert_eq!(cost.judged.unwrap().claim.why, if strict { "first" } else { "second" });
    }
}

#[test]
fn what_was_claimed_and_counted_survives_the_process() {
    let mut table = card(false, Conditions::default(), "9 slow");
    table.line("complexity 5 3 two loops");
    let mut table = table.resumed(100);
    table.line("go 2");
    table.line("complexity");
    assert!(table.text().contains("right, but the code is worse"));
    assert!(table.work.try_recv().is_err(), "nothing is counted again");
    let counted = table.events().into_iter().filter(|event| matches!(event, Event::Counted { .. })).count();
    assert_eq!(counted, 1);
}

#[test]
fn counting_keeps_nobody_waiting() {
    let mut table = Table::changed(Conditions::default(), true, with_a_card);
    table.keys("n");
    table.save(1, "9");
    table.settle();
    table.keys("c");
    let job = table.job();
    table.send(Message::Checked(Box::new(Ran { result: table_checker::check(&job), job })));
    assert!(matches!(table.work.try_recv(), Ok(Work::Count(_))));
    assert!(!table.shown.borrow().status.contains("checking"));
    table.text();
    table.keys("o33\n");
    let text = table.text();
    assert!(text.contains("Your code is being counted") && !text.contains("What you would"), "{text}");
    table.ring();
    assert!(matches!(table.events()[..], [.., Event::TimeUp, Event::Bell { .. }]), "the bell rings all the same");
}

#[test]
fn a_whiteboard_offers_it_after_the_one_run() {
    let mut table = Table::changed(Conditions { whiteboard: true, ..Conditions::default() }, true, with_a_card);
    table.keys("n");
    table.save(1, "9");
    table.keys("b");
    table.keys("y");
    table.settle();
    let text = table.text();
    assert!(text.contains("What does your answer cost"), "{text}");
}

#[test]
fn a_prediction_that_is_right_gets_a_follow_up_and_no_card() {
    let mut table = Table::new(true);
    table.save(0, "4");
    table.keys("c");
    table.settle();
    let text = table.text();
    assert!(text.contains("Follow-up to Q1: SECRET follow-up") && !text.contains("cost"), "{text}");
}

#[test]
fn the_bell_ends_a_card_that_lacks_a_class() {
    let mut table = card(true, Conditions::default(), "9");
    table.keys("o3");
    table.ring();
    table.settle();
    assert!(claims(&table).is_empty());
    assert!(table.reported(1).cost.unwrap().judged.is_none());
    assert!(!table.text().contains("as far as you had filled it in"));
}

#[test]
fn whoever_types_a_sentence_is_warned_and_known_to_be_alive() {
    let mut table = card(true, Conditions::default(), "9");
    table.keys("o33half a sent");
    table.text();
    table.tick(125);
    assert!(table.text().contains("Half of the time for question 2"));
    assert!(table.events().contains(&Event::Alive));
    assert_eq!(table.shown.borrow().status, "> half a sent   Enter does it");
}
