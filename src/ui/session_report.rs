//! The report of a session for a terminal: what was checked, then what the candidate rated, then what to do next.

use std::time::Duration;

use crate::model::escape;
use crate::model::event::Ending;
use crate::model::record::Graded;
use crate::model::session_report::{QuestionReport, SessionReport, Step};
use crate::model::verdict::Verdict;
use crate::ui::checked::Reveal;
use crate::ui::paint::Look;
use crate::ui::paint::clip;
use crate::ui::partner_report;
use crate::ui::prose;
use crate::ui::session_check;
use crate::ui::session_conduct::conduct;
use crate::ui::session_cost::{costs, follow_ups};
use crate::ui::session_rules::remark_text;
use crate::ui::session_self_rated::{self_rated, unasked};
use crate::ui::times::{clock, plural, span};

/// Fewer columns than this do not hold a title beside the figures: then it gets a line of its own.
const NARROWEST_TITLE: usize = 18;

/// The whole report. `graded` has what was found at the bell, question by question.
pub fn report(look: Look, report: &SessionReport, graded: &[Option<Graded>]) -> String {
    let title = format!("Report · {} · {}", escape::line(&report.title), escape::line(&report.session));
    let mut lines = vec![look.rule(&title), String::new()];
    lines.extend(facts(look, report));
    lines.push(String::new());
    lines.extend(table(look, &report.questions));
    lines.extend(conduct(look, report));
    lines.extend(failures(look, report, graded));
    lines.extend(costs(look, &report.questions));
    lines.extend(unasked(look, report));
    lines.extend(self_rated(look, report));
    lines.extend(follow_ups(look, &report.questions));
    lines.extend(partner_report::section(look, report));
    lines.extend(notes(look, report));
    lines.extend([String::new(), look.bold("Next")]);
    lines.extend(report.next.iter().flat_map(|step| next(look, step)));
    lines.join("\n") + "\n"
}

fn facts(look: Look, report: &SessionReport) -> Vec<String> {
    let by = match report.ended_by {
        Ending::TimeUp => "ended by the bell",
        Ending::Candidate => "finished by you",
    };
    let length = Duration::from_secs(u64::from(report.minutes) * 60);
    let used = clock(Duration::from_secs(report.used_s));
    let mut text = format!(
        "{used} of {} used, {by}. Seed {}, CPython {}, isolation level `{}`.",
        clock(length),
        report.seed,
        report.python,
        report.level
    );
    let is_paused = report.pauses.iter().any(|pause| !pause.costs_time);
    if is_paused {
        let paused = Duration::from_secs(report.pauses.iter().map(|pause| pause.length_s).sum());
        let count = report.pauses.len();
        let is_estimated = report.pauses.iter().any(|pause| pause.estimated);
        let about = if is_estimated { "about " } else { "" };
        text.push_str(&format!(" {count} pause{}, {about}{} in all.", plural(count), span(paused)));
    }
    prose::wrap(&text, look.width).lines().map(str::to_owned).collect()
}

/// A row for each question; the cells are as wide as they need to be.
fn table(look: Look, questions: &[QuestionReport]) -> Vec<String> {
    let head = ["time", "at the bell", "best", "hints"].map(str::to_owned);
    let rows: Vec<[String; 4]> = questions.iter().map(cells).collect();
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3)];
    let figures: usize = widths.iter().map(|width| width + 2).sum();
    let titles = questions.iter().map(|question| question.title.chars().count());
    let longest = titles.max().unwrap_or(0).max("question".len());
    let room = look.width.saturating_sub(figures + 3);
    let is_narrow = room < NARROWEST_TITLE.min(longest);
    let title_width = if is_narrow { look.width - 3 } else { room.min(longest) };
    let figures_of = |row: &[String; 4], verdict: Option<&QuestionReport>| {
        let bell = format!("{:<1$}", row[1], widths[1]);
        let bell = match verdict {
            // The colour must not be counted as width, so it comes after the padding.
            Some(question) => {
                let word = question.verdict.word();
                bell.replacen(word, &session_check::verdict(look, question.verdict), 1)
            }
            None => bell,
        };
        format!("{:<a$}  {bell}  {:<b$}  {}", row[0], row[2], row[3], a = widths[0], b = widths[2])
    };
    let mut lines = Vec::new();
    let heading = figures_of(&head, None);
    lines.push(if is_narrow {
        look.dim(&format!("   {heading}"))
    } else {
        look.dim(&format!("   {:<title_width$}  {heading}", "question"))
    });
    for ((question, row), number) in questions.iter().zip(&rows).zip(1..) {
        let title = clip(&escape::line(&question.title), title_width);
        let figures = figures_of(row, Some(question));
        if is_narrow {
            lines.extend([format!("{number:>2} {title}"), format!("   {figures}")]);
        } else {
            lines.push(format!("{number:>2} {title:<title_width$}  {figures}"));
        }
    }
    lines
}

fn cells(question: &QuestionReport) -> [String; 4] {
    let seconds = |seconds: u64| clock(Duration::from_secs(seconds));
    let of = |verdict: Verdict, passed: u64| match question.total {
        0 => verdict.to_string(),
        total => format!("{verdict} {passed}/{total}"),
    };
    let has_answer = question.answer_sha256.is_some() && question.verdict != Verdict::Manual;
    let best = if !has_answer {
        "-".to_owned()
    } else if question.best_sha256.is_some() && question.best_sha256 != question.answer_sha256 {
        of(question.best, question.best_passed)
    } else {
        "same".to_owned()
    };
    [
        format!("{} of {}", seconds(question.used_s), seconds(question.budget_s)),
        of(question.verdict, question.passed),
        best,
        format!("{} of {}", question.hints, question.hints_available),
    ]
}

/// What did not pass, now that everything may be seen.
fn failures(look: Look, report: &SessionReport, graded: &[Option<Graded>]) -> Vec<String> {
    let mut lines = Vec::new();
    for ((question, graded), number) in report.questions.iter().zip(graded).zip(1..) {
        let Some(Graded { checked, source }) = graded else { continue };
        if matches!(checked.verdict, Verdict::Pass | Verdict::Manual) {
            continue;
        }
        let heading = look.bold(&format!("Q{number} {}", escape::line(&question.title)));
        let text = session_check::result(look, &heading, checked, source, Reveal::Everything);
        lines.push(String::new());
        lines.extend(text.lines().map(str::to_owned));
    }
    lines
}

fn notes(look: Look, report: &SessionReport) -> Vec<String> {
    let drawn: Vec<&str> = report.questions.iter().map(|question| question.slug.as_str()).collect();
    let mut notes: Vec<String> = report.remarks.iter().map(|remark| remark_text(remark, &drawn)).collect();
    if report.bank_changed {
        notes.push("the bank has changed since the session started; answers were checked by the new one".to_owned());
    }
    if report.clock_estimated {
        notes.push("the machine was started anew while the clock ran; a part of the time is estimated".to_owned());
    }
    let internal = report.questions.iter().filter(|question| question.verdict == Verdict::Internal).count();
    if internal > 0 {
        notes.push(format!(
            "{internal} answer{} could not be checked; that is greenroom's fault, not yours",
            plural(internal)
        ));
    }
    if notes.is_empty() {
        return notes;
    }
    let notes = notes.iter().map(|note| prose::hang("- ", note, look.width));
    [String::new(), look.bold("Remarks")].into_iter().chain(notes).collect()
}

/// A command, whole, so that it can be copied, and its reason below it.
fn next(look: Look, step: &Step) -> [String; 2] {
    let why = prose::hang("    ", &escape::line(&step.why), look.width);
    [format!("  {}", escape::line(&step.command)), look.dim(&why)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::confidence::{ConfidenceNote, Leans};
    use crate::model::delivery::{Criterion, DeliveryReport};
    use crate::model::isolation::Level;
    use crate::model::question::Kind;
    use crate::model::record::{Checked, Context, Detail, LineResult, Usage};
    use crate::model::session_report::KeyPointReport;
    use crate::model::testing::{question_report, session_report};
    use crate::model::unasked::Unasked;

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
}
