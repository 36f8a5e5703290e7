//! What the report of a session shows on a terminal, in its widths.

use crate::model::confidence::{ConfidenceNote, Leans};
use crate::model::delivery::{Criterion, DeliveryReport};
use crate::model::isolation::Level;
use crate::model::question::Kind;
use crate::model::record::{Checked, Context, Detail, Graded, LineResult, Usage};
use crate::model::session_report::{KeyPointReport, QuestionReport, SessionReport, Step};
use crate::model::testing::{question_report, session_report};
use crate::model::unasked::Unasked;
use crate::model::verdict::Verdict;
use crate::ui::paint::Look;
use crate::ui::session_report::report;

fn question(slug: &str, title: &str, kind: Kind) -> QuestionReport {
    let title = title.to_owned();
    QuestionReport { title, passed: 4, total: 4, best_passed: 4, ..question_report(slug, kind) }
}

fn played() -> SessionReport {
    let mut report = without_another();
    report.next.push(Step {
        command: "greenroom start --plan phone-screen-30".to_owned(),
        why: "Another interview of this kind, with other questions.".to_owned(),
    });
    report
}

fn without_another() -> SessionReport {
    let point = |id: &str, self_rated| KeyPointReport { id: id.to_owned(), weight: 2, self_rated };
    SessionReport {
        questions: vec![
            question("is-vs-equality", "is and ==", Kind::Predict),
            QuestionReport {
                verdict: Verdict::Fail,
                passed: 7,
                total: 9,
                best_passed: 9,
                best_sha256: Some("cd".to_owned()),
                hints: 1,
                used_s: 702,
                budget_s: 660,
                unasked: vec![Unasked {
                    number: 3,
                    ask: "What about equal items?".to_owned(),
                    cases: vec!["case_equal_items_of_a_come_first".to_owned()],
                    says: "You never asked: “What about equal items?” It would have told you: equal items of a come first \
                           (`case_equal_items_of_a_come_first` failed)."
                        .to_owned(),
                }],
                ..question("merge-sorted-lists", "Merge two sorted lists", Kind::Code)
            },
            QuestionReport {
                verdict: Verdict::Manual,
                best: Verdict::Manual,
                best_sha256: None,
                passed: 0,
                total: 0,
                key_points: vec![point("what", Some(1.0)), point("why", Some(0.5)), point("now", None)],
                delivery: vec![
                    DeliveryReport { criterion: Criterion::Structure, self_rated: 0.5 },
                    DeliveryReport { criterion: Criterion::Example, self_rated: 1.0 },
                ],
                ..question("gil", "The Global Interpreter Lock", Kind::Explain)
            },
            QuestionReport {
                verdict: Verdict::NotSubmitted,
                best: Verdict::NotSubmitted,
                answer_sha256: None,
                best_sha256: None,
                passed: 0,
                total: 0,
                used_s: 0,
                ..question("exception-handling", "Order of try, else and finally", Kind::Predict)
            },
        ],
        confidence: vec![ConfidenceNote {
            topic: "typing".to_owned(),
            leans: Leans::Over,
            self_rated_percent: 90,
            key_points: 5,
            passed: 2,
            total: 6,
            says: "You rated yourself 90 % on typing and predicted 2 of 6 lines right: you are surer than your results."
                .to_owned(),
        }],
        ..session_report(60)
    }
}

fn at_the_bell() -> Vec<Option<Graded>> {
    let line = LineResult { line: 2, predicted: Some("1".to_owned()), printed: Some("2".to_owned()), right: false };
    let checked = Checked {
        slug: "merge-sorted-lists".to_owned(),
        file: "answer.py".to_owned(),
        verdict: Verdict::Fail,
        answer_sha256: "ab".to_owned(),
        load: None,
        detail: Detail::Lines(vec![line]),
        says: None,
        usage: Usage::default(),
        context: Context { seed: 1, level: Level::Full, python: "3.11.7".to_owned() },
    };
    vec![None, Some(Graded { checked, source: "1\n1\n".to_owned() }), None, None]
}

fn shown(width: usize, colour: bool) -> String {
    report(Look { width, colour, unicode: true }, &played(), &at_the_bell())
}

#[test]
fn a_report_has_a_row_for_each_question_and_ends_with_commands() {
    insta::assert_snapshot!(shown(80, false), @r"
    ── Report · 30-minute phone screen · k7qd ──────────────────────────────────────

    30:00 of 30:00 used, ended by the bell. Seed 7, CPython 3.11.7, isolation level
    `full`. 1 pause, 1 h 05 min in all.

       question                      time            at the bell    best      hints
     1 is and ==                     2:10 of 3:00    pass 4/4       same      0 of 2
     2 Merge two sorted lists        11:42 of 11:00  fail 7/9       pass 9/9  1 of 2
     3 The Global Interpreter Lock   2:10 of 3:00    manual         -         0 of 2
     4 Order of try, else and fina…  0:00 of 3:00    not-submitted  -         0 of 2

    How you worked
    - paused: 1 h 05 min at 1:00 (left)
    - independence after hints (correctness knows nothing of them): Q2 100 %

    Q2 Merge two sorted lists: fail, lines 0 of 1

                     predicted   printed
      ✗ wrong    2   1           2

    What a question would have told
    - Q2: You never asked: “What about equal items?” It would have told you: equal
          items of a come first (`case_equal_items_of_a_come_first` failed).

    Self-rated (your own judgement; nothing of it was checked)
    Q3 The Global Interpreter Lock: 3 of 6 points (50 %), 2 of 3 key points rated
       delivery: structure 1/2, example 1
    - You rated yourself 90 % on typing and predicted 2 of 6 lines right: you are
      surer than your results.

    Remarks
    - question 2 is medium: the bank has no other of level easy for it

    Next
      greenroom check merge-sorted-lists room/2-merge-sorted-lists/answer.py
        Question 2: 7 of 9 cases pass.
      greenroom start --plan phone-screen-30
        Another interview of this kind, with other questions.
    ");
}

#[test]
fn a_narrow_report_gives_titles_a_line_of_their_own() {
    insta::assert_snapshot!(shown(60, false), @r"
    ── Report · 30-minute phone screen · k7qd ──────────────────

    30:00 of 30:00 used, ended by the bell. Seed 7, CPython
    3.11.7, isolation level `full`. 1 pause, 1 h 05 min in all.

       time            at the bell    best      hints
     1 is and ==
       2:10 of 3:00    pass 4/4       same      0 of 2
     2 Merge two sorted lists
       11:42 of 11:00  fail 7/9       pass 9/9  1 of 2
     3 The Global Interpreter Lock
       2:10 of 3:00    manual         -         0 of 2
     4 Order of try, else and finally
       0:00 of 3:00    not-submitted  -         0 of 2

    How you worked
    - paused: 1 h 05 min at 1:00 (left)
    - independence after hints (correctness knows nothing of
      them): Q2 100 %

    Q2 Merge two sorted lists: fail, lines 0 of 1

                     predicted   printed
      ✗ wrong    2   1           2

    What a question would have told
    - Q2: You never asked: “What about equal items?” It would
          have told you: equal items of a come first
          (`case_equal_items_of_a_come_first` failed).

    Self-rated (your own judgement; nothing of it was checked)
    Q3 The Global Interpreter Lock: 3 of 6 points (50 %), 2 of 3
       key points rated
       delivery: structure 1/2, example 1
    - You rated yourself 90 % on typing and predicted 2 of 6
      lines right: you are surer than your results.

    Remarks
    - question 2 is medium: the bank has no other of level easy
      for it

    Next
      greenroom check merge-sorted-lists room/2-merge-sorted-lists/answer.py
        Question 2: 7 of 9 cases pass.
      greenroom start --plan phone-screen-30
        Another interview of this kind, with other questions.
    ");
}

#[test]
fn colours_only_repeat_what_the_words_say() {
    let coloured = shown(80, true);
    assert!(coloured.contains("\u{1b}[31mfail\u{1b}[0m"), "{coloured}");
    let mut plain = coloured;
    while let Some(start) = plain.find('\u{1b}') {
        let end = start + plain[start..].find('m').unwrap();
        plain.replace_range(start..=end, "");
    }
    assert_eq!(plain, shown(80, false));
}

#[test]
fn what_greenroom_did_wrong_is_said_to_be_its_fault() {
    let mut report_of = played();
    report_of.questions[1].verdict = Verdict::Internal;
    report_of.bank_changed = true;
    report_of.clock_estimated = true;
    let text = report(Look { width: 80, colour: false, unicode: true }, &report_of, &[]);
    insta::assert_snapshot!(text.split_once("Remarks\n").unwrap().1.split_once("\n\n").unwrap().0, @r"
    - question 2 is medium: the bank has no other of level easy for it
    - the bank has changed since the session started; answers were checked by the
      new one
    - the machine was started anew while the clock ran; a part of the time is
      estimated
    - 1 answer could not be checked; that is greenroom's fault, not yours
    ");
}
