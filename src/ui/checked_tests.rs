//! What a person sees of a checked answer, as snapshots.

use insta::assert_snapshot;

use crate::model::isolation::Level;
use crate::model::record::{CaseResult, Checked, Detail, Failure};
use crate::model::verdict::Verdict;
use crate::ui::checked::{Reveal, render};
use crate::ui::checked_list::list;
use crate::ui::sample_answers::*;

#[test]
fn a_wrong_answer_at_80_columns() {
    assert_snapshot!(render(WIDE, &drops_the_tail(), Some(SOURCE), Reveal::Everything), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  fail  3 of 7 cases pass

      ✓ pass     sample_interleaved
      ✓ pass     sample_different_lengths
      ✗ fail     case_one_side_is_empty
      ✗ error    case_one_side_is_used_up_first
      ✓ pass     case_duplicates
      ✗ timeout  case_two_hundred_thousand_each
      – not-run  case_random

    ✗ fail case_one_side_is_empty
      A list can be empty: then the result holds the items of the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      - expected   ([], [7, 8], [7, 8])
                         ~~~~
      + got        ([], [], [7, 8])
        note: at `[1]`: nothing in it

    ✗ error case_one_side_is_used_up_first
      When one list is used up, the rest of the other still belongs in the result.

        >>> a, b = [1, 2], [5, 6, 7]
        >>> merge(a, b), merge(b, a)
        expected   ([1, 2, 5, 6, 7], [1, 2, 5, 6, 7])
        IndexError: list index out of range
          line 5, in merge
              if b[j] < a[i]:
        printed
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        … 28 more lines

    ✗ timeout case_two_hundred_thousand_each
        note: over 2 s of CPU time

      A known mistake: You stop when the first list is used up. What is left of the
      other one belongs behind it.

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_wrong_answer_at_60_columns() {
    assert_snapshot!(render(NARROW, &drops_the_tail(), Some(SOURCE), Reveal::Everything), @r#"
    ✗ merge-sorted-lists  fail  3 of 7 cases pass
      bad_drops_the_tail.py

      ✓ pass     sample_interleaved
      ✓ pass     sample_different_lengths
      ✗ fail     case_one_side_is_empty
      ✗ error    case_one_side_is_used_up_first
      ✓ pass     case_duplicates
      ✗ timeout  case_two_hundred_thousand_each
      – not-run  case_random

    ✗ fail case_one_side_is_empty
      A list can be empty: then the result holds the items of
      the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      - expected   ([], [7, 8], [7, 8])
                         ~~~~
      + got        ([], [], [7, 8])
        note: at `[1]`: nothing in it

    ✗ error case_one_side_is_used_up_first
      When one list is used up, the rest of the other still
      belongs in the result.

        >>> a, b = [1, 2], [5, 6, 7]
        >>> merge(a, b), merge(b, a)
        expected   ([1, 2, 5, 6, 7], [1, 2, 5, 6, 7])
        IndexError: list index out of range
          line 5, in merge
              if b[j] < a[i]:
        printed
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        | i=2 j=0
        … 28 more lines

    ✗ timeout case_two_hundred_thousand_each
        note: over 2 s of CPU time

      A known mistake: You stop when the first list is used up.
      What is left of the other one belongs behind it.

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_wrong_answer_in_colour() {
    let text = render(COLOURED, &drops_the_tail(), Some(SOURCE), Reveal::Everything);
    assert_snapshot!(text.replace('\x1b', "^"), @r#"
    ^[31m✗^[0m ^[1mmerge-sorted-lists^[0m  bad_drops_the_tail.py  ^[31mfail^[0m  3 of 7 cases pass

      ^[32m✓ pass   ^[0m  sample_interleaved
      ^[32m✓ pass   ^[0m  sample_different_lengths
      ^[31m✗ fail   ^[0m  case_one_side_is_empty
      ^[31m✗ error  ^[0m  case_one_side_is_used_up_first
      ^[32m✓ pass   ^[0m  case_duplicates
      ^[31m✗ timeout^[0m  case_two_hundred_thousand_each
      ^[2m– not-run^[0m  case_random

    ^[31m✗ fail^[0m ^[1mcase_one_side_is_empty^[0m
      A list can be empty: then the result holds the items of the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      ^[31m-^[0m ^[2mexpected   ^[0m^[31m([], [^[0m^[31;1;4m7, 8^[0m^[31m], [7, 8])^[0m
      ^[32m+^[0m ^[2mgot        ^[0m^[32m([], [], [7, 8])^[0m
        ^[38;5;130mnote: at `[1]`: nothing in it^[0m

    ^[31m✗ error^[0m ^[1mcase_one_side_is_used_up_first^[0m
      When one list is used up, the rest of the other still belongs in the result.

        >>> a, b = [1, 2], [5, 6, 7]
        >>> merge(a, b), merge(b, a)
        ^[2mexpected   ^[0m([1, 2, 5, 6, 7], [1, 2, 5, 6, 7])
        ^[31mIndexError: list index out of range^[0m
          ^[2mline 5, in merge^[0m
              if b[j] < a[i]:
        ^[2mprinted^[0m
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m|^[0m i=2 j=0
        ^[2m… 28 more lines^[0m

    ^[31m✗ timeout^[0m ^[1mcase_two_hundred_thousand_each^[0m
        ^[38;5;130mnote: over 2 s of CPU time^[0m

      A known mistake: You stop when the first list is used up. What is left of the
      other one belongs behind it.

      ^[2mCPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7^[0m
    "#);
}

#[test]
fn a_wrong_answer_in_ascii() {
    let text = render(ASCII, &drops_the_tail(), None, Reveal::Everything);
    assert!(text.is_ascii());
    assert_snapshot!(text.lines().take(16).collect::<Vec<_>>().join("\n"), @r#"
    x merge-sorted-lists  bad_drops_the_tail.py  fail  3 of 7 cases pass

      + pass     sample_interleaved
      + pass     sample_different_lengths
      x fail     case_one_side_is_empty
      x error    case_one_side_is_used_up_first
      + pass     case_duplicates
      x timeout  case_two_hundred_thousand_each
      - not-run  case_random

    x fail case_one_side_is_empty
      A list can be empty: then the result holds the items of the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      - expected   ([], [7, 8], [7, 8])
                         ~~~~
    "#);
}

#[test]
fn before_the_bell_hidden_cases_show_names_and_sentences() {
    let mut answer = drops_the_tail();
    if let Detail::Cases(cases) = &mut answer.detail {
        let failure = differs("merge([1], [2])", "[1, 2]", "[2, 1]", "the items are in reverse order");
        cases[0] = failing("sample_interleaved", Verdict::Fail, "", failure);
    }
    assert_snapshot!(render(WIDE, &answer, Some(SOURCE), Reveal::Seen), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  fail  2 of 7 cases pass

      ✗ fail     sample_interleaved
      ✓ pass     sample_different_lengths
      ✗ fail     case_one_side_is_empty
      ✗ error    case_one_side_is_used_up_first
      ✓ pass     case_duplicates
      ✗ timeout  case_two_hundred_thousand_each
      – not-run  case_random

    ✗ fail sample_interleaved
        >>> merge([1], [2])
      - expected   [1, 2]
                    ~  ~
      + got        [2, 1]
                    ~  ~
        note: the items are in reverse order

    ✗ fail case_one_side_is_empty: A list can be empty: then the result holds the
      items of the other one.
    ✗ error case_one_side_is_used_up_first: When one list is used up, the rest of
      the other still belongs in the result.
    ✗ timeout case_two_hundred_thousand_each

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_right_answer() {
    let cases = ["sample_interleaved", "case_duplicates", "case_random"].map(passing);
    let answer =
        Checked { file: "ok_two_indices.py".to_owned(), ..checked(Verdict::Pass, Detail::Cases(cases.into())) };
    assert_snapshot!(render(WIDE, &answer, Some(SOURCE), Reveal::Everything), @r#"
    ✓ merge-sorted-lists  ok_two_indices.py  pass  all 3 cases pass

      ✓ pass  sample_interleaved
      ✓ pass  case_duplicates
      ✓ pass  case_random

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_long_difference_is_folded() {
    assert_snapshot!(render(WIDE, &long_difference(), None, Reveal::Everything), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  fail  the only case does not pass

      ✗ fail  sample_squares

    ✗ fail sample_squares
        >>> squares(40)
      - expected   + got
        … 18 equal lines
            17,
            18,
            19,
      -     20,
      +     '20',
            ~  ~
            21,
            22,
            23,
        … 17 equal lines
        note: at `[20]`: `'20'` where `20` is expected: a str, not an int

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn printed_texts_are_compared_by_lines() {
    let got = "Dear Ada,\nyour order no 17 is on its  way.\nYours\n";
    let failure = Failure {
        printed: got.to_owned(),
        ..differs(
            "letter('Ada', 17)",
            "Dear Ada,\nyour order no 17 is on its way.\nYours",
            got.trim_end(),
            "differs only in whitespace",
        )
    };
    let answer = checked(Verdict::Fail, Detail::Cases(vec![failing("sample_letter", Verdict::Fail, "", failure)]));
    assert_snapshot!(render(WIDE, &answer, None, Reveal::Everything), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  fail  the only case does not pass

      ✗ fail  sample_letter

    ✗ fail sample_letter
        >>> letter('Ada', 17)
      - expected   + got
        Dear Ada,
      - your order no 17 is on its way.
                                  ~
      + your order no 17 is on its  way.
                                  ~~
        Yours
        note: differs only in whitespace

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn values_wider_than_the_screen_are_broken() {
    let words = |last: &str| format!("'the quick brown fox jumps over the lazy dog and then {last} again'");
    let failure = differs("story()", &words("sleeps"), &words("jumps"), "");
    let answer = checked(Verdict::Fail, Detail::Cases(vec![failing("sample_story", Verdict::Fail, "", failure)]));
    assert_snapshot!(render(NARROW, &answer, None, Reveal::Everything), @r#"
    ✗ merge-sorted-lists  fail  the only case does not pass
      bad_drops_the_tail.py

      ✗ fail  sample_story

    ✗ fail sample_story
        >>> story()
      - expected   'the quick brown fox jumps over the lazy dog
      -            and then sleeps again'
                            ~~~~~~
      + got        'the quick brown fox jumps over the lazy dog
      +            and then jumps again'
                            ~~~~~

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn an_answer_that_does_not_compile() {
    let source = "import typing\n\ndef merge(a, b)\n    return a\n";
    let load = Failure {
        note: Some("the file does not compile".to_owned()),
        raised: Some(raised("SyntaxError", "expected ':'", &[(3, 16, "")])),
        ..Failure::default()
    };
    let cases =
        ["sample_interleaved", "case_random"].map(|name| CaseResult { verdict: Verdict::NotRun, ..passing(name) });
    let answer = Checked { load: Some(load), ..checked(Verdict::Error, Detail::Cases(cases.into())) };
    assert_snapshot!(render(WIDE, &answer, Some(source), Reveal::Everything), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  error  no case tried

        SyntaxError: expected ':'
          line 3
              def merge(a, b)
                             ^
        note: the file does not compile

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_recursion_without_end() {
    let mut places = vec![(9, 0, "<module>")];
    places.extend(std::iter::repeat_n((2, 0, "depth"), 19));
    let failure = Failure {
        expected: Some("3".to_owned()),
        raised: Some(raised("RecursionError", "maximum recursion depth exceeded", &places)),
        ..differs("depth([])", "", "", "")
    };
    let answer = checked(Verdict::Error, Detail::Cases(vec![failing("sample_depth", Verdict::Error, "", failure)]));
    let source = "def depth(tree):\n\treturn 1 + depth(tree)\n";
    assert_snapshot!(render(WIDE, &answer, Some(source), Reveal::Everything), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  error  the only case does not pass

      ✗ error  sample_depth

    ✗ error sample_depth
        >>> depth([])
        expected   3
        RecursionError: maximum recursion depth exceeded
          line 9
          line 2, in depth
              return 1 + depth(tree)
          … 15 more calls
          line 2, in depth
              return 1 + depth(tree)
          line 2, in depth
              return 1 + depth(tree)
          line 2, in depth
              return 1 + depth(tree)

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_weaker_level_and_our_own_failure_are_said() {
    let failure = differs("", "", "", "the run ended without a result");
    let mut answer = checked(Verdict::Internal, Detail::Cases(vec![failing("case_a", Verdict::Internal, "", failure)]));
    answer.context.level = Level::OwnCode;
    assert_snapshot!(render(WIDE, &answer, None, Reveal::Everything), @r#"
    ! merge-sorted-lists  bad_drops_the_tail.py  internal  could not be checked

      ! internal  case_a

    ! internal case_a
        note: the run ended without a result
        note: greenroom failed here, not the answer: nothing is counted against it

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
      level `own-code`: not every layer of the sandbox stood; the warning at the
      start names them
    "#);
}

#[test]
fn an_explanation_is_for_a_human() {
    let answer =
        Checked { slug: "gil".to_owned(), file: "answer.md".to_owned(), ..checked(Verdict::Manual, Detail::Manual) };
    assert_snapshot!(render(WIDE, &answer, None, Reveal::Everything), @r#"
    ○ gil  answer.md  manual  for a human to judge

      CPython 3.11.7
    "#);
}

#[test]
fn hostile_text_is_inert_and_bounded_and_no_line_is_too_wide() {
    let hostile = "\x1b[2J\u{202e}中\u{301}\t\r".repeat(3000) + &"\nline".repeat(5000);
    let start = |characters: usize| hostile.chars().take(characters).collect::<String>();
    let failure = Failure {
        before: Vec::new(),
        call: hostile.clone(),
        expected: Some(hostile.clone()),
        got: Some(hostile.replace('中', "国")),
        note: Some(start(300)),
        raised: Some(raised(&start(200), &hostile, &[(1, 3, &start(100)), (90, 0, "x")])),
        printed: hostile.clone(),
        check_line: 1,
        tampering: false,
    };
    let case = failing(&start(200), Verdict::Fail, &start(9), failure);
    let mut answer = checked(Verdict::Fail, Detail::Cases(vec![case]));
    answer.file = start(200);
    answer.context.seed = u64::MAX;
    for look in [WIDE, NARROW, ASCII] {
        let text = render(look, &answer, Some(&hostile), Reveal::Everything) + &list(look, &[&answer]);
        assert!(!text.contains(['\x1b', '\u{202e}', '\t', '\r']));
        assert!(text.lines().count() < 150, "{}", text.lines().count());
        for line in text.lines() {
            assert!(
                crate::ui::width::width(line) <= look.width,
                "{} of {}: {line}",
                crate::ui::width::width(line),
                look.width
            );
        }
    }
}

#[test]
fn a_prediction_before_the_bell() {
    assert_snapshot!(render(WIDE, &prediction(), None, Reveal::Seen), @r#"
    ✗ is-vs-equality  prediction.txt  fail  1 of 4 lines right

      look again at lines 2 to 4

      CPython 3.11.7
    "#);
}
