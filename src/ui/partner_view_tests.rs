//! What keys and lines do to an interviewer's view, and what it looks like.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::model::event::{Asker, Occasion};
use crate::model::partner_wire::{
    CheckState, ClockState, FollowUpState, News, PrivateCard, QuestionState, Request, Said, State, Welcome,
};
use crate::model::score::Score;
use crate::model::testing::{materials, started};
use crate::model::verdict::Verdict;
use crate::ui::paint::Look;
use crate::ui::partner_keys::Act;
use crate::ui::partner_page;
use crate::ui::partner_view::View;
use crate::ui::width::width;

const LOOK: Look = Look { width: 60, colour: false, unicode: true };

fn welcome() -> Welcome {
    let cards = started().questions.into_iter().zip(materials()).map(|(drawn, material)| PrivateCard {
        drawn,
        question: material.question,
        snippet: material.snippet,
    });
    Welcome { session: "k7qd".to_owned(), title: "Ten-minute trial".to_owned(), cards: cards.collect() }
}

fn state(current: usize) -> State {
    let question = QuestionState { used_ms: 62_000, budget_ms: 240_000, ..QuestionState::default() };
    State {
        clock: ClockState::Running,
        current,
        left_ms: 500_000,
        length_ms: 600_000,
        is_checking: false,
        questions: vec![question; 3],
    }
}

fn view() -> View {
    View::new(welcome(), state(1))
}

fn typed(view: &mut View, keys: &str) -> Vec<Act> {
    keys.chars().map(|key| view.key(key)).filter(|act| *act != Act::Nothing).collect()
}

fn mark(point: usize, score: Score) -> Act {
    Act::Ask(Request::Mark { question: 1, point, score })
}

#[test]
fn digits_mark_one_after_the_other() {
    let marks = typed(&mut view(), "1h0");
    assert_eq!(marks, [mark(0, Score::Full), mark(1, Score::Half), mark(2, Score::No)]);
    assert_eq!(typed(&mut view(), "jjjjk1"), [mark(1, Score::Full)], "the cursor stops at the ends");
    assert_eq!(typed(&mut view(), "kk1"), [mark(0, Score::Full)]);
}

#[test]
fn minutes_follow_ups_and_notes_are_typed_and_ended_by_enter() {
    let minutes = |minutes| Act::Ask(Request::AddMinutes { minutes });
    assert_eq!(typed(&mut view(), "m15\r"), [minutes(15)]);
    assert_eq!(typed(&mut view(), "mx1\u{7f}712\r"), [minutes(71)], "two digits, and only digits");
    assert_eq!(typed(&mut view(), "m\rq"), [Act::Leave], "nothing typed is nothing asked");
    assert_eq!(typed(&mut view(), "f1\r"), [Act::Ask(Request::AskFollowUp { question: 1, follow_up: 0 })]);
    let note = |text: &str| Act::Ask(Request::Note { question: 1, text: text.to_owned() });
    assert_eq!(typed(&mut view(), "n quick, 0 hints \r"), [note("quick, 0 hints")]);
    assert_eq!(typed(&mut view(), &format!("n{}\r", "é".repeat(600))), [note(&"é".repeat(500))]);
}

#[test]
fn a_follow_up_that_was_put_is_marked_next() {
    let mut view = view();
    let mut with_follow_up = state(1);
    with_follow_up.questions[1].follow_ups = vec![FollowUpState { follow_up: 0, by: Asker::Interviewer, score: None }];
    view.take(LOOK, &News::State(Box::new(with_follow_up)));
    view.take(LOOK, &News::Said(Said::FollowUpAsked { number: 1 }));
    let expected = Request::MarkFollowUp { question: 1, follow_up: 0, score: Score::Half };
    assert_eq!(typed(&mut view, "h"), [Act::Ask(expected)]);
}

#[test]
fn it_follows_the_candidate_unless_it_looks_elsewhere() {
    let mut view = view();
    let question_of = |view: &mut View| match typed(view, "1").pop() {
        Some(Act::Ask(Request::Mark { question, .. })) => question,
        act => panic!("{act:?}"),
    };
    let turn = |view: &mut View, to| view.take(LOOK, &News::State(Box::new(state(to))));
    assert!(turn(&mut view, 2).contains("Private · Q3"), "who reads lines gets the new card");
    assert_eq!(question_of(&mut view), 2);
    typed(&mut view, "<<");
    assert_eq!(turn(&mut view, 1), "");
    assert_eq!(question_of(&mut view), 0);
    assert!(view.text(LOOK).contains("Your candidate is at Q2; `.` follows."));
    typed(&mut view, "<.");
    assert_eq!(question_of(&mut view), 1);
    typed(&mut view, ">>>>");
    assert_eq!(question_of(&mut view), 2);
}

#[test]
fn lines_of_a_script_say_the_same() {
    let line = |text: &str| view().line(text);
    assert_eq!(line("1"), mark(0, Score::Full));
    assert_eq!(line(" p 3  half"), mark(2, Score::Half));
    assert_eq!(line("m 5"), Act::Ask(Request::AddMinutes { minutes: 5 }));
    assert_eq!(line("f 1"), Act::Ask(Request::AskFollowUp { question: 1, follow_up: 0 }));
    let score = Request::MarkFollowUp { question: 1, follow_up: 0, score: Score::No };
    assert_eq!(line("f 1 0"), Act::Ask(score));
    assert_eq!(line("n q is fine"), Act::Ask(Request::Note { question: 1, text: "q is fine".to_owned() }));
    assert_eq!(
        [line("s"), line("?"), line(">"), line(""), line("q")],
        [Act::Show, Act::Show, Act::Show, Act::Nothing, Act::Leave]
    );
    for wrong in ["dance", "m", "m five", "p 0 1", "p 1 much", "f 0", "m 5 5", "p 1", "1 2"] {
        assert_eq!(line(wrong), Act::Unknown, "{wrong}");
    }
}

#[test]
fn a_card_has_everything_that_an_interviewer_needs() {
    let mut told = state(1);
    told.questions[1] = QuestionState {
        marks: BTreeMap::from([("what".to_owned(), Score::Half)]),
        notes: vec!["asked well".to_owned()],
        hints: 1,
        checks: vec![CheckState {
            occasion: Occasion::Request,
            verdict: Verdict::Fail,
            passed: 7,
            total: 9,
            failed: vec!["case_one".to_owned(), "case_two".to_owned()],
        }],
        ..told.questions[1].clone()
    };
    insta::assert_snapshot!(View::new(welcome(), told).text(LOOK), @r"
    ── Private · Q2 · Merge two sorted lists ───────────────────
    code · easy · data-structures-and-algorithms · hint 1 of 2
    check: fail 7 of 9; not case_one, case_two

    Key points · 1 of 6 points given
    > 1 [1/2] SECRET point: what it is (2)
      2 [   ] SECRET point: why it is there (2)
      3 [   ] SECRET point: how it is now (2)

    Follow-ups
     f1 [   ] SECRET follow-up
             SECRET
    Note: asked well

    Model answer
    SECRET model answer

    Wrong answers
    - SECRET remark

    Common mistakes
    - SECRET mistake

    What your candidate was asked
    Write `merge_sorted(a, b)` that merges two sorted lists into
    a new sorted list.
    - May it be empty? Yes: SECRET clarification.
    ");
}

#[test]
fn a_page_is_never_higher_or_wider_than_the_terminal() {
    for columns in [40, 60, 80, 100] {
        for rows in [3, 10, 24, 80] {
            let look = Look { width: columns, ..LOOK };
            let mut view = view();
            for keys in [
                "",
                "jjj",
                "n a long note that goes on and on, further than the screen is wide, and on",
                "\r?",
                "  ",
                "s",
            ] {
                typed(&mut view, keys);
                let page = view.page(look, rows, Duration::from_secs(3));
                let plain = page.replace("\u{1b}[K", "").replace("\u{1b}[H", "").replace("\u{1b}[J", "");
                assert_eq!(plain.matches('\n').count(), partner_page::room(rows) + 1, "{columns} {rows} {keys}");
                for line in plain.lines() {
                    assert!(width(line) <= columns, "{columns} {keys}: {line}");
                }
            }
        }
    }
}

#[test]
fn the_clocks_run_between_two_states_and_stand_still_in_a_pause() {
    let mut view = view();
    let first = |view: &mut View| view.page(LOOK, 24, Duration::from_secs(10)).lines().next().unwrap().to_owned();
    assert!(first(&mut view).contains("8:17 left  Q2 of 3  1:05 of 4:00  not saved yet"), "{}", first(&mut view));
    let paused = State { clock: ClockState::Paused, ..state(1) };
    assert_eq!(view.take(LOOK, &News::State(Box::new(paused))), "The clock stands still.\n");
    assert!(first(&mut view).contains("paused  8:20 left"), "{}", first(&mut view));
}

#[test]
fn hostile_texts_are_inert() {
    let hostile = "\u{1b}]0;x\u{7}\u{202e}\r";
    let mut welcome = welcome();
    for card in &mut welcome.cards {
        card.question.title = hostile.to_owned();
        card.question.key_points[0].text = hostile.to_owned();
        card.snippet = Some(hostile.to_owned());
    }
    let mut told = state(1);
    told.questions[1].notes = vec![hostile.to_owned()];
    told.questions[1].checks = vec![CheckState {
        occasion: Occasion::Save,
        verdict: Verdict::Fail,
        passed: 0,
        total: 1,
        failed: vec![hostile.to_owned()],
    }];
    let mut view = View::new(welcome, told);
    view.take(LOOK, &News::File { question: 1, text: hostile.to_owned() });
    view.take(LOOK, &News::File { question: 9, text: String::new() });
    let card = view.text(LOOK);
    typed(&mut view, "s");
    for text in [card, view.text(LOOK)] {
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{text:?}");
    }
}

#[test]
fn a_state_that_does_not_fit_is_not_shown() {
    let mut view = view();
    let strange = [State { current: 7, ..state(1) }, State { questions: Vec::new(), ..state(0) }];
    for state in strange {
        assert!(!View::fits(&welcome(), &state));
        assert_eq!(view.take(LOOK, &News::State(Box::new(state))), "");
    }
    assert!(view.text(LOOK).contains("Private · Q2"));
}

#[test]
fn what_is_being_typed_is_about_the_question_at_which_it_was_begun() {
    let mut view = view();
    typed(&mut view, "nclear");
    view.take(LOOK, &News::State(Box::new(state(2))));
    assert_eq!(
        typed(&mut view, " so far\r"),
        [Act::Ask(Request::Note { question: 1, text: "clear so far".to_owned() })]
    );
    let page = view.page(LOOK, 24, Duration::ZERO);
    assert!(page.contains("Your candidate is at Q3"), "{page}");
    assert_eq!(view.draft(), None);
    typed(&mut view, ".nx");
    assert_eq!(view.draft(), Some(Request::Draft { question: 2, text: "x".to_owned() }));
}
