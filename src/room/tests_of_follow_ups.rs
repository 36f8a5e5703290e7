//! Follow-ups: asked, answered aloud, rated; by greenroom and by an interviewer.

use crate::model::event::{Asker, Event, Score};
use crate::room::table::Table;

/// A session at its code question, whose answer has passed a whole check.
fn passed(has_keys: bool) -> Table {
    let mut table = Table::new(has_keys);
    if has_keys {
        table.keys("n")
    } else {
        table.line("next")
    }
    table.save(1, "9");
    table.settle();
    if has_keys {
        table.keys("c")
    } else {
        table.line("check")
    }
    table.settle();
    table
}

fn asked(table: &Table) -> Vec<Event> {
    let is_of_follow_up = |event: &Event| matches!(event, Event::FollowUpAsked { .. } | Event::FollowUpRated { .. });
    table.events().into_iter().filter(is_of_follow_up).collect()
}

#[test]
fn a_script_is_asked_a_follow_up_sees_its_answer_and_rates_its_own() {
    let mut table = passed(false);
    table.text();
    table.line("follow");
    table.line("follow");
    table.line("follow half");
    insta::assert_snapshot!(table.text(), @r"

    Follow-up to Q2: SECRET follow-up
    Answer aloud; `follow` shows what a good answer says, then `follow 0`, `half` or
    `1` rates yours.
    A good answer: SECRET
    How much of that did you say? `follow 0`, `follow half` or `follow 1`.
    Noted: 0.5 of 1, by your own judgement. `follow` asks for another one.
    ");
    let expected = [
        Event::FollowUpAsked {
            question: 1,
            follow_up: 0,
            ask: Some("SECRET follow-up".to_owned()),
            by: Asker::Greenroom,
        },
        Event::FollowUpRated { question: 1, follow_up: 0, score: Score::Half },
    ];
    assert_eq!(asked(&table), expected);
    table.line("follow");
    assert!(table.text().contains("There are no more follow-ups to this question."));
}

#[test]
fn a_follow_up_of_an_interviewer_needs_no_pass_and_one_of_greenroom_does() {
    let mut table = Table::new(true);
    table.keys("n");
    table.keys("w");
    assert!(table.text().contains("Follow-ups come when the answer has passed a whole check."));
    table.room.ask_follow_up(1, 0, Asker::Interviewer);
    table.room.ask_follow_up(1, 7, Asker::Interviewer);
    assert!(table.text().contains("from your interviewer: SECRET follow-up"));
    table.keys("w1");
    let expected = [
        Event::FollowUpAsked {
            question: 1,
            follow_up: 0,
            ask: Some("SECRET follow-up".to_owned()),
            by: Asker::Interviewer,
        },
        Event::FollowUpRated { question: 1, follow_up: 0, score: Score::Full },
    ];
    assert_eq!(asked(&table), expected);
}

#[test]
fn a_key_that_is_no_score_leaves_the_follow_up_and_does_what_it_does() {
    let mut table = Table::new(true);
    table.room.ask_follow_up(0, 0, Asker::Interviewer);
    table.keys("w");
    table.text();
    table.keys("t");
    assert!(table.text().contains("left"), "the times are shown");
    assert_eq!(asked(&table).len(), 1);
}
