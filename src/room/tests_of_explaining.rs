//! Explanations: what they knew and how they were delivered, rated apart; demos that run beside; what was never asked.

use crate::engine::checker::CheckerError;
use crate::model::delivery::Criterion;
use crate::model::demo::{DemoEnd, Demonstration};
use crate::model::event::{Event, Score};
use crate::model::exit_status::ExitStatus;
use crate::room::demos::Demonstrated;
use crate::room::message::Message;
use crate::room::table::Table;

/// The demo of this question ends.
fn demo_ends(table: &mut Table, question: usize) {
    let pinned = "two deposits of 10, no lock: 10\n".to_owned();
    let (printed, end) = (pinned.clone(), DemoEnd::Well);
    let demonstration = Demonstration { slug: "gil".to_owned(), pinned, printed, end };
    table.send(Message::Demonstrated(Box::new(Demonstrated { question, result: Ok(Some(demonstration)) })));
}

fn delivery(table: &Table) -> Vec<(Criterion, f64)> {
    table.reported(2).delivery.iter().map(|rated| (rated.criterion, rated.self_rated)).collect()
}

#[test]
fn knowledge_and_delivery_are_rated_one_after_the_other_and_stay_apart() {
    let mut table = Table::new(true);
    table.keys("g3");
    table.text();
    table.keys("ry1h1");
    let text = table.text();
    assert!(text.contains("3 of 3: SECRET point: how it is now (2 points)"), "{text}");
    assert!(text.contains("Knowledge: 5 of 6 points (83 %), each key point by its weight."), "{text}");
    assert!(text.contains("adds nothing to what you knew") && text.contains("1 of 3: structure:"), "{text}");
    table.keys("half01");
    assert!(table.text().contains("Delivery: structure 1/2, example 0, words 1."));
    assert_eq!(table.events().iter().filter(|event| matches!(event, Event::DeliveryRated { .. })).count(), 3);
    table.keys("fy");
    assert_eq!(delivery(&table), [(Criterion::Structure, 0.5), (Criterion::Example, 0.0), (Criterion::Words, 1.0)]);
    assert_eq!(table.reported(2).self_rating(), Some((5.0, 6.0)), "delivery adds nothing");
    let report = table.shown.borrow().report.clone();
    assert!(report.contains("5 of 6 points (83 %), 3 of 3 key points rated"), "{report}");
    assert!(report.contains("delivery: structure 1/2, example 0, words 1"), "{report}");
}

#[test]
fn delivery_may_be_skipped() {
    let mut table = Table::new(true);
    table.save(2, "The GIL is a lock.");
    table.ring();
    table.settle();
    table.keys("111");
    assert_eq!(table.status, None, "delivery is asked for");
    table.keys("1x");
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!(delivery(&table), [(Criterion::Structure, 1.0)]);
}

#[test]
fn a_prediction_has_no_delivery() {
    let mut table = Table::new(true);
    table.save(0, "4");
    table.keys("ry111");
    let text = table.text();
    assert!(text.contains("Knowledge: 6 of 6 points") && !text.contains("How did you say it"), "{text}");
    assert!(table.demos.try_recv().is_err(), "and no demo");
}

#[test]
fn a_script_rates_delivery_by_its_word() {
    let mut table = Table::new(false);
    table.line("rate words 1");
    assert!(table.text().contains("Delivery is rated where something is explained."));
    table.line("go 3");
    table.line("rate");
    assert!(table.text().contains("`rate structure S`"));
    table.line("rate 1 half");
    assert!(!table.text().contains("Knowledge"), "not before all are rated");
    table.line("rate 2 1");
    table.line("rate 3 0");
    assert!(table.text().contains("Knowledge: 3 of 6 points (50 %)"));
    table.line("rate words 1");
    table.line("rate words half");
    assert!(table.text().contains("Delivery: words 1/2."));
    table.line("finish");
    assert_eq!(delivery(&table), [(Criterion::Words, 0.5)]);
}

#[test]
fn a_demo_begins_with_the_key_points_and_interrupts_no_rating() {
    let mut table = Table::new(true);
    table.keys("g3");
    assert!(table.demos.try_recv().is_err());
    table.keys("ry");
    assert_eq!(table.demos.try_recv(), Ok(2));
    demo_ends(&mut table, 2);
    table.keys("1h1");
    assert!(!table.text().contains("Demo of Q3"), "not in the middle of a rating");
    table.keys("x");
    let text = table.text();
    assert!(text.contains("Demo of Q3, run just now\n  ✓ two deposits of 10, no lock: 10\n"), "{text}");
    table.keys("d");
    assert_eq!(table.demos.try_recv(), Ok(2));
    assert!(table.text().contains("The demo of Q3 is running."));
    demo_ends(&mut table, 2);
    assert!(table.text().contains("Demo of Q3, run just now"));
}

#[test]
fn nobody_waits_for_a_demo_that_was_not_asked_for() {
    let mut table = Table::new(true);
    table.save(2, "The GIL is a lock.");
    table.ring();
    table.settle();
    assert_eq!(table.demos.try_recv(), Ok(2));
    table.keys("111x");
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert!(!table.text().contains("Demo of"));
}

#[test]
fn a_demo_that_a_script_asks_for_is_waited_for() {
    let mut table = Table::new(false);
    table.line("demo");
    assert!(table.text().contains("Only explanations have a demo"));
    table.line("go 3");
    table.line("demo");
    assert!(table.text().contains("it comes with them: `rate` shows them"));
    table.line("rate 1 1");
    table.line("demo");
    table.line("finish");
    assert_eq!(table.status, None);
    let result = Err(CheckerError("the worker was lost".to_owned()));
    table.send(Message::Demonstrated(Box::new(Demonstrated { question: 2, result })));
    let text = table.text();
    assert!(text.contains("The demo could not be run: the worker was lost."), "{text}");
    assert_eq!(table.status, Some(ExitStatus::Success));
    assert_eq!(table.reported(2).self_rating(), Some((2.0, 6.0)));
}

#[test]
fn a_resumed_session_knows_the_delivery() {
    let mut table = Table::new(false);
    table.line("go 3");
    table.line("rate structure 1");
    let mut table = table.resumed(100);
    table.line("finish");
    assert_eq!(delivery(&table), [(Criterion::Structure, 1.0)]);
    assert!(table.events().contains(&Event::DeliveryRated {
        question: 2,
        criterion: Criterion::Structure,
        score: Score::Full
    }));
}

#[test]
fn a_report_reminds_of_what_was_never_asked_and_failed() {
    for (asked, unasked) in [(false, 1), (true, 0)] {
        let mut table = Table::new(false);
        table.line("go 2");
        if asked {
            table.line("ask 1");
        }
        table.save(1, "8");
        table.line("finish");
        table.settle();
        assert_eq!(table.reported(1).unasked.len(), unasked);
        let report = table.shown.borrow().report.clone();
        let line = "- Q2: You never asked: “May it be empty?” It would have told you: 8 (`case_8`\n      failed).";
        assert_eq!(report.contains(line), unasked == 1, "{report}");
        let page = std::fs::read_to_string(table.place.path().join("room/report.md")).unwrap();
        assert_eq!(page.contains("## What a question would have told"), unasked == 1);
    }
}

#[test]
fn a_slip_in_a_rating_is_named_and_closes_nothing() {
    let mut table = Table::new(false);
    table.line("go 3");
    table.text();
    for (line, told) in [
        ("rate 1 7", "`7` is no score: give 0, half or 1."),
        ("rate 9 1", "There is no key point `9`: the numbers are 1 to 3. How you said it is rated by"),
        ("rate charm 1", "There is no key point `charm`"),
        ("rate 1", "`rate` takes a key point and a score, as in `rate 1 half`"),
        ("follow 7", "`7` is no score"),
        ("ask two", "`two` is no number of what you ask: `ask 1`, for example; `ask` alone lists them."),
        ("check 3", "`check` stands alone, without `3`"),
    ] {
        table.line(line);
        let text = table.text();
        assert!(text.replace('\n', " ").contains(told), "{line}: {text}");
    }
    assert!(!table.events().iter().any(|event| matches!(event, Event::KeyPointsShown { .. })));
    table.line("go 1");
    table.text();
    table.line("rate 9 1");
    assert!(!table.text().contains("How you said it"), "a prediction is not delivered");
    table.line("rate structure 1");
    table.text();
    table.line("go 2");
    table.text();
    table.line("rate charm 1");
    assert_eq!(table.text(), "Code is rated by its cases, not by you.\n");
}

#[test]
fn control_c_in_a_rating_after_the_bell_writes_the_report_and_says_that_it_was_interrupted() {
    let mut table = Table::new(true);
    table.save(2, "Because.");
    table.ring();
    table.settle();
    table.keys("1");
    table.send(Message::Interrupted);
    assert_eq!(table.status, Some(ExitStatus::Interrupted));
    assert_eq!(table.reported(2).key_points[0].self_rated, Some(1.0));
    assert!(matches!(table.events().last(), Some(Event::Finished)));
}
