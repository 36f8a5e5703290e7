//! What a check said, as a session shows it: samples whole, hidden cases by name and sentence until the bell.

use anstream::adapter::strip_str;

use crate::model::check::CaseKind;
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;
use crate::ui::checked::{Reveal, findings};
use crate::ui::paint::Look;
use crate::ui::width::width;

/// The outcome of a check in a line, and below it whatever failed. `heading` says what was checked, `source` is its text.
pub fn result(look: Look, heading: &str, checked: &Checked, source: &str, reveal: Reveal) -> String {
    let verdict = verdict(look, checked.verdict);
    let (first, counts) = (format!("{heading}: {verdict}"), counts(&checked.detail));
    // Colours have no width.
    let is_wide = width(&format!("{}{counts}", strip_str(&first))) > look.width;
    let mut lines = match is_wide {
        true => vec![first, format!("  {}", counts.trim_start_matches(", "))],
        false => vec![first + &counts],
    };
    lines.extend(findings(look, checked, Some(source), reveal));
    if let (None, Detail::Cases(cases)) = (&checked.load, &checked.detail) {
        let not_run = cases.iter().filter(|case| case.verdict == Verdict::NotRun).count();
        if not_run > 0 {
            lines.push(format!("  {not_run} not run"));
        }
    }
    lines.join("\n") + "\n"
}

/// A verdict in its colour.
pub fn verdict(look: Look, verdict: Verdict) -> String {
    match verdict {
        Verdict::Pass => look.good(verdict.word()),
        Verdict::Manual | Verdict::Skipped | Verdict::NotSubmitted | Verdict::NotRun => verdict.word().to_owned(),
        Verdict::Internal => look.caution(verdict.word()),
        _ => look.bad(verdict.word()),
    }
}

/// For instance `, samples 2 of 2, hidden 5 of 6`.
fn counts(detail: &Detail) -> String {
    let of = |name: &str, passed: usize, total: usize| match total {
        0 => String::new(),
        _ => format!(", {name} {passed} of {total}"),
    };
    match detail {
        Detail::Cases(cases) => {
            let count = |is_sample: bool| {
                let of_kind = || {
                    cases.iter().filter(move |case| {
                        (case.kind == CaseKind::Sample) == is_sample && case.verdict != Verdict::Skipped
                    })
                };
                (of_kind().filter(|case| case.verdict == Verdict::Pass).count(), of_kind().count())
            };
            let ((samples, all_samples), (hidden, all_hidden)) = (count(true), count(false));
            of("samples", samples, all_samples) + &of("hidden", hidden, all_hidden)
        }
        Detail::Lines(lines) => of("lines", lines.iter().filter(|line| line.right).count(), lines.len()),
        Detail::Manual => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::isolation::Level;
    use crate::model::record::{CaseResult, Context, Failure, LineResult, Usage};
    use crate::model::wire::{Raised, TraceLine};

    const SOURCE: &str = "def merge_sorted(a, b):\n    merged = []\n    while True:\n        merged.append(a[0])\n";

    const LOOK: Look = Look { width: 80, colour: false, unicode: true };

    fn checked(verdict: Verdict, detail: Detail) -> Checked {
        Checked {
            slug: "merge-sorted-lists".to_owned(),
            file: "answer.py".to_owned(),
            verdict,
            answer_sha256: "ab".repeat(32),
            load: None,
            detail,
            says: Some("You compare only neighbours.".to_owned()),
            usage: Usage::default(),
            context: Context { seed: 1, level: Level::Full, python: "3.11.7".to_owned() },
        }
    }

    fn case(name: &str, kind: CaseKind, verdict: Verdict, failure: Option<Failure>) -> CaseResult {
        let sentence = if kind == CaseKind::Hidden { "Nothing to merge is still a merge." } else { "" };
        CaseResult {
            name: name.to_owned(),
            kind,
            verdict,
            sentence: sentence.to_owned(),
            failure,
            fingerprint: String::new(),
        }
    }

    fn failing() -> Checked {
        let sample = Failure {
            before: Vec::new(),
            call: "merge_sorted([1, 3], [2])\n".to_owned(),
            expected: Some("[1, 2, 3]".to_owned()),
            got: Some("[1, 3, 2]".to_owned()),
            printed: "first\nsecond\n".to_owned(),
            ..Failure::default()
        };
        let hidden = Failure {
            before: Vec::new(),
            call: "merge_sorted([], [])\n".to_owned(),
            expected: Some("[]".to_owned()),
            raised: Some(Raised {
                exception: "IndexError".to_owned(),
                message: "list index out of range".to_owned(),
                trace: vec![TraceLine { line: 4, column: 0, function: "merge_sorted".to_owned() }],
            }),
            ..Failure::default()
        };
        checked(
            Verdict::Fail,
            Detail::Cases(vec![
                case("sample_two", CaseKind::Sample, Verdict::Fail, Some(sample)),
                case("sample_one", CaseKind::Sample, Verdict::Pass, None),
                case("case_both_empty", CaseKind::Hidden, Verdict::Error, Some(hidden)),
                case("case_long", CaseKind::Hidden, Verdict::NotRun, None),
            ]),
        )
    }

    fn prediction() -> Checked {
        let line = |line, predicted: Option<&str>, printed: Option<&str>| LineResult {
            line,
            predicted: predicted.map(str::to_owned),
            printed: printed.map(str::to_owned),
            right: predicted == printed,
        };
        let lines =
            vec![line(1, Some("True"), Some("True")), line(2, Some("True"), Some("False")), line(3, None, Some("0"))];
        Checked { says: None, ..checked(Verdict::Fail, Detail::Lines(lines)) }
    }

    #[test]
    fn until_the_bell_a_hidden_case_has_its_name_and_sentence_only() {
        insta::assert_snapshot!(result(LOOK, "Q2 check 3", &failing(), SOURCE, Reveal::Seen), @r#"
        Q2 check 3: fail, samples 1 of 2, hidden 0 of 2

        ✗ fail sample_two
            >>> merge_sorted([1, 3], [2])
          - expected   [1, 2, 3]
                           ~  ~
          + got        [1, 3, 2]
                           ~  ~
            printed
            | first
            | second

        ✗ error case_both_empty: Nothing to merge is still a merge.
          1 not run
        "#);
    }

    #[test]
    fn after_the_bell_everything_is_shown() {
        insta::assert_snapshot!(result(LOOK, "Q2 at the bell", &failing(), SOURCE, Reveal::Everything), @r"
        Q2 at the bell: fail, samples 1 of 2, hidden 0 of 2

        ✗ fail sample_two
            >>> merge_sorted([1, 3], [2])
          - expected   [1, 2, 3]
                           ~  ~
          + got        [1, 3, 2]
                           ~  ~
            printed
            | first
            | second

        ✗ error case_both_empty
          Nothing to merge is still a merge.

            >>> merge_sorted([], [])
            expected   []
            IndexError: list index out of range
              line 4, in merge_sorted
                  merged.append(a[0])

          A known mistake: You compare only neighbours.
          1 not run
        ");
    }

    #[test]
    fn a_pass_is_one_line() {
        let all = vec![
            case("sample_one", CaseKind::Sample, Verdict::Pass, None),
            case("case_threads", CaseKind::Hidden, Verdict::Skipped, None),
        ];
        let passed = Checked { says: None, ..checked(Verdict::Pass, Detail::Cases(all)) };
        assert_eq!(result(LOOK, "Q2 saved", &passed, SOURCE, Reveal::Seen), "Q2 saved: pass, samples 1 of 1\n");
    }

    #[test]
    fn what_a_prediction_should_have_been_is_told_after_the_bell() {
        insta::assert_snapshot!(result(LOOK, "Q1 check 1", &prediction(), SOURCE, Reveal::Seen), @r#"
        Q1 check 1: fail, lines 1 of 3

          look again at lines 2, 3
        "#);
        insta::assert_snapshot!(result(LOOK, "Q1 at the bell", &prediction(), SOURCE, Reveal::Everything), @r#"
        Q1 at the bell: fail, lines 1 of 3

                         predicted        printed
          ✓ right    1   True             True
          ✗ wrong    2   True             False
          ✗ wrong    3   (no such line)   0
        "#);
    }

    #[test]
    fn a_syntax_error_shows_its_line() {
        let raised = Raised {
            exception: "SyntaxError".to_owned(),
            message: "expected ':'".to_owned(),
            trace: vec![TraceLine { line: 1, column: 23, function: String::new() }],
        };
        let load = Failure { raised: Some(raised), ..Failure::default() };
        let cases = vec![case("sample_one", CaseKind::Sample, Verdict::NotRun, None)];
        let broken = Checked { load: Some(load), says: None, ..checked(Verdict::Error, Detail::Cases(cases)) };
        insta::assert_snapshot!(result(LOOK, "Q2 saved", &broken, "def merge_sorted(a, b)\n    ...\n", Reveal::Seen), @r"
        Q2 saved: error, samples 0 of 1

            SyntaxError: expected ':'
              line 1
                  def merge_sorted(a, b)
                                        ^
        ");
    }

    #[test]
    fn hostile_output_is_inert_and_bounded() {
        let failure =
            Failure { printed: "\u{1b}[2J\n".repeat(5_000), got: Some("x".repeat(100_000)), ..Failure::default() };
        let cases = vec![case("sample_one", CaseKind::Sample, Verdict::Fail, Some(failure))];
        let text = result(LOOK, "Q2 saved", &checked(Verdict::Fail, Detail::Cases(cases)), SOURCE, Reveal::Seen);
        assert!(text.contains("… 4,988 more lines") && text.len() < 6_000 && !text.contains('\u{1b}'), "{text}");
    }
}
