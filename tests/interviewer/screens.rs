//! An interviewer at a terminal, and one screen for two.

use expectrl::Expect;

use crate::seat::{candidate, interviewer, report, start};
use crate::support::Bench;
use crate::terminal::{assert_sane, on_a_terminal, started_on_a_terminal};

#[test]
fn an_interviewer_at_a_terminal_works_by_keys_and_leaves_it_sane() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    let mut terminal = on_a_terminal(&bench, &bench.command(["interviewer"]));
    terminal.expect("SECRET point one").unwrap();
    terminal.send("1h").unwrap();
    terminal.expect("2.5 of 3 points given").unwrap();
    terminal.send("m").unwrap();
    terminal.expect("Minutes to add: ").unwrap();
    terminal.send("3\r").unwrap();
    terminal.expect("3 minutes added").unwrap();
    terminal.send("f1\r").unwrap();
    terminal.expect("mark the answer here").unwrap();
    terminal.send("0").unwrap();
    terminal.expect("marked").unwrap();
    terminal.send("nwell put\r").unwrap();
    terminal.expect("Note: well put").unwrap();
    terminal.send("s").unwrap();
    terminal.expect("Nothing is saved yet.").unwrap();
    terminal.send("?").unwrap();
    terminal.expect("Keys of the interviewer").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("You have left").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    candidate.say("finish\n");
    candidate.ends(0);
    let marks = &report(&bench)["interviewer"]["questions"][0];
    assert_eq!((&marks["follow_ups"][0]["score"], &marks["notes"][0]["text"]), (&0.0.into(), &"well put".into()));
}

#[test]
fn one_screen_for_two_shows_the_private_card_while_it_is_turned_and_no_longer() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &["--interviewer"]));
    terminal.expect("Q1 of 1").unwrap();
    terminal.send("interviewer\r").unwrap();
    terminal.expect("Turn the screen to your interviewer").unwrap();
    terminal.send("\r").unwrap();
    let before = terminal.expect("\u{1b}[?1049h").unwrap();
    assert!(!String::from_utf8_lossy(before.as_bytes()).contains("SECRET"), "not before the screen is turned");
    terminal.expect("SECRET point one").unwrap();
    terminal.send("1m4\r").unwrap();
    terminal.expect("4 minutes added").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("\u{1b}[?1049l").unwrap();
    let after = terminal.expect("5 min and 4 from your interviewer").unwrap();
    assert!(!String::from_utf8_lossy(after.as_bytes()).contains("SECRET"), "the candidate's card is back");
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    terminal.expect("Turn the screen to your interviewer").unwrap();
    terminal.send("\r").unwrap();
    terminal.expect("mark what is left").unwrap();
    // The first point again, and the second.
    terminal.send("1h").unwrap();
    terminal.expect("2.5 of 3 points").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("2.5 of 3 points; 4 minutes added").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn a_turned_screen_is_given_back_when_the_process_is_told_to_end() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &[]));
    terminal.expect("Q1 of 1").unwrap();
    terminal.send("interviewer\r").unwrap();
    terminal.expect("Turn the screen to your interviewer").unwrap();
    terminal.send("\r").unwrap();
    terminal.expect("SECRET point one").unwrap();
    terminal.send("\u{3}").unwrap();
    terminal.expect("\u{1b}[?1049l").unwrap();
    terminal.expect("greenroom resume").unwrap();
    terminal.expect("exit 130").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn the_report_waits_for_an_interviewer_who_still_marks() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &["--interviewer"]));
    terminal.expect("Q1 of 1").unwrap();
    let mut partner = interviewer(&bench, "partner");
    terminal.expect("Your interviewer is here").unwrap();
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    terminal.expect("Your interviewer may still be marking").unwrap();
    partner.hears("The bell has rung.");
    partner.say("1\nm 5\nq\n");
    let told = partner.ends(0);
    assert!(told.contains("marked") && told.contains("the time is up"), "{told}");
    assert!(told.contains("Your marks stand in its report"), "{told}");
    terminal.expect("2 of 3 points").unwrap();
    terminal.expect("exit 0").unwrap();
}
