//! What a person sees of a checked answer, as snapshots.

use insta::assert_snapshot;

use crate::model::check::CaseKind;
use crate::model::isolation::Level;
use crate::model::record::{CaseResult, Checked, Context, Detail, Failure, LineResult, Usage};
use crate::model::verdict::Verdict;
use crate::model::wire::{Raised, TraceLine};
use crate::ui::checked::{Reveal, line, render};
use crate::ui::paint::Look;

const WIDE: Look = Look { width: 80, colour: false, unicode: true };
const NARROW: Look = Look { width: 60, colour: false, unicode: true };
const ASCII: Look = Look { width: 80, colour: false, unicode: false };
const COLOURED: Look = Look { width: 80, colour: true, unicode: true };

const SOURCE: &str = "def merge(a, b):
    merged = []
    i = j = 0
    while i < len(a):
        if b[j] < a[i]:
            merged.append(b[j])
            j += 1
    return merged
";

fn checked(verdict: Verdict, detail: Detail) -> Checked {
    Checked {
        slug: "merge-sorted-lists".to_owned(),
        file: "bad_drops_the_tail.py".to_owned(),
        verdict,
        answer_sha256: "ab".repeat(32),
        load: None,
        detail,
        says: None,
        usage: Usage { cpu_ms: 31, wall_ms: 1204, max_rss_kib: 14_200 },
        context: Context { seed: 7, level: Level::Full, python: "3.11.7".to_owned() },
    }
}

fn passing(name: &str) -> CaseResult {
    CaseResult {
        name: name.to_owned(),
        kind: if name.starts_with("sample") { CaseKind::Sample } else { CaseKind::Hidden },
        verdict: Verdict::Pass,
        sentence: String::new(),
        failure: None,
        fingerprint: String::new(),
    }
}

fn failing(name: &str, verdict: Verdict, sentence: &str, failure: Failure) -> CaseResult {
    CaseResult { verdict, sentence: sentence.to_owned(), failure: Some(failure), ..passing(name) }
}

fn differs(call: &str, expected: &str, got: &str, note: &str) -> Failure {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Failure {
        before: Vec::new(),
        call: call.to_owned(),
        check_line: 9,
        expected: some(expected),
        got: some(got),
        note: some(note),
        ..Failure::default()
    }
}

fn raised(exception: &str, message: &str, places: &[(u32, u32, &str)]) -> Raised {
    let place = |(line, column, function): &(u32, u32, &str)| TraceLine {
        line: *line,
        column: *column,
        function: (*function).to_owned(),
    };
    Raised { exception: exception.to_owned(), message: message.to_owned(), trace: places.iter().map(place).collect() }
}

fn drops_the_tail() -> Checked {
    let one_side = differs(
        "merge([], []), merge([], [7, 8]), merge([7, 8], [])",
        "([], [7, 8], [7, 8])",
        "([], [], [7, 8])",
        "at `[1]`: nothing in it",
    );
    let used_up = Failure {
        expected: Some("([1, 2, 5, 6, 7], [1, 2, 5, 6, 7])".to_owned()),
        raised: Some(raised("IndexError", "list index out of range", &[(5, 0, "merge")])),
        printed: "i=2 j=0\n".repeat(40),
        ..differs("merge([1, 2], [5, 6, 7]), merge([5, 6, 7], [1, 2])", "", "", "")
    };
    let cases = vec![
        passing("sample_interleaved"),
        passing("sample_different_lengths"),
        failing(
            "case_one_side_is_empty",
            Verdict::Fail,
            "A list can be empty: then the result holds the items of the other one.",
            one_side,
        ),
        failing(
            "case_one_side_is_used_up_first",
            Verdict::Error,
            "When one list is used up, the rest of the other still belongs in the result.",
            used_up,
        ),
        passing("case_duplicates"),
        failing("case_two_hundred_thousand_each", Verdict::Timeout, "", differs("", "", "", "over 2 s of CPU time")),
        CaseResult { verdict: Verdict::NotRun, ..passing("case_random") },
    ];
    let says = "You stop when the first list is used up. What is left of the other one belongs behind it.".to_owned();
    Checked { says: Some(says), ..checked(Verdict::Fail, Detail::Cases(cases)) }
}

fn long_difference() -> Checked {
    let list = |wrong: &str| {
        let items = (0..40).map(|number| match number {
            20 => format!("    {wrong},\n"),
            _ => format!("    {number},\n"),
        });
        format!("[\n{}]", items.collect::<String>())
    };
    let failure = differs(
        "squares(40)",
        &list("20"),
        &list("'20'"),
        "at `[20]`: `'20'` where `20` is expected: a str, not an int",
    );
    checked(Verdict::Fail, Detail::Cases(vec![failing("sample_squares", Verdict::Fail, "", failure)]))
}

fn prediction() -> Checked {
    let line = |line, predicted: Option<&str>, printed: Option<&str>| LineResult {
        line,
        predicted: predicted.map(str::to_owned),
        printed: printed.map(str::to_owned),
        right: predicted == printed,
    };
    let lines = vec![
        line(1, Some("True"), Some("True")),
        line(2, Some("True"), Some("False")),
        line(3, Some("[1, 2, 3]"), Some("[1, 2, 3, 4]")),
        line(4, None, Some("0")),
    ];
    let file = "prediction.txt".to_owned();
    Checked { slug: "is-vs-equality".to_owned(), file, ..checked(Verdict::Fail, Detail::Lines(lines)) }
}

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

    ✗ case_one_side_is_empty  fail
      A list can be empty: then the result holds the items of the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      - expected   ([], [7, 8], [7, 8])
                         ~~~~
      + got        ([], [], [7, 8])
        note: at `[1]`: nothing in it

    ✗ case_one_side_is_used_up_first  error
      When one list is used up, the rest of the other still belongs in the result.

        >>> merge([1, 2], [5, 6, 7]), merge([5, 6, 7], [1, 2])
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

    ✗ case_two_hundred_thousand_each  timeout
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

    ✗ case_one_side_is_empty  fail
      A list can be empty: then the result holds the items of
      the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      - expected   ([], [7, 8], [7, 8])
                         ~~~~
      + got        ([], [], [7, 8])
        note: at `[1]`: nothing in it

    ✗ case_one_side_is_used_up_first  error
      When one list is used up, the rest of the other still
      belongs in the result.

        >>> merge([1, 2], [5, 6, 7]), merge([5, 6, 7], [1, 2])
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

    ✗ case_two_hundred_thousand_each  timeout
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

    ^[31m✗^[0m ^[1mcase_one_side_is_empty^[0m  ^[31mfail^[0m
      A list can be empty: then the result holds the items of the other one.

        >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
      ^[31m-^[0m ^[2mexpected   ^[0m^[31m([], [^[0m^[31;1;4m7, 8^[0m^[31m], [7, 8])^[0m
      ^[32m+^[0m ^[2mgot        ^[0m^[32m([], [], [7, 8])^[0m
        ^[33mnote: at `[1]`: nothing in it^[0m

    ^[31m✗^[0m ^[1mcase_one_side_is_used_up_first^[0m  ^[31merror^[0m
      When one list is used up, the rest of the other still belongs in the result.

        >>> merge([1, 2], [5, 6, 7]), merge([5, 6, 7], [1, 2])
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

    ^[31m✗^[0m ^[1mcase_two_hundred_thousand_each^[0m  ^[31mtimeout^[0m
        ^[33mnote: over 2 s of CPU time^[0m

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

    x case_one_side_is_empty  fail
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
    assert_snapshot!(render(WIDE, &answer, Some(SOURCE), Reveal::Names), @r#"
    ✗ merge-sorted-lists  bad_drops_the_tail.py  fail  2 of 7 cases pass

      ✗ fail     sample_interleaved
      ✓ pass     sample_different_lengths
      ✗ fail     case_one_side_is_empty
      ✗ error    case_one_side_is_used_up_first
      ✓ pass     case_duplicates
      ✗ timeout  case_two_hundred_thousand_each
      – not-run  case_random

    ✗ sample_interleaved  fail
        >>> merge([1], [2])
      - expected   [1, 2]
                    ~  ~
      + got        [2, 1]
                    ~  ~
        note: the items are in reverse order

    ✗ case_one_side_is_empty  fail
      A list can be empty: then the result holds the items of the other one.

    ✗ case_one_side_is_used_up_first  error
      When one list is used up, the rest of the other still belongs in the result.

    ✗ case_two_hundred_thousand_each  timeout
      What it tries is shown after the bell.

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

    ✗ sample_squares  fail
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

    ✗ sample_letter  fail
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

    ✗ sample_story  fail
        >>> story()
      - expected   'the quick brown fox jumps over the lazy do
      -            g and then sleeps again'
                              ~~~~~~
      + got        'the quick brown fox jumps over the lazy do
      +            g and then jumps again'
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

    ✗ sample_depth  error
        >>> depth([])
        expected   3
        RecursionError: maximum recursion depth exceeded
          line 9
          line 2, in depth
              return 1 + depth(tree)
          … and 18 more calls from the same line

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

    ! case_a  internal
        note: the run ended without a result
        note: greenroom failed here, not the answer: nothing is counted against it

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
      level `own-code`: not every layer of the sandbox stood; `greenroom doctor`
      says which are missing
    "#);
}

#[test]
fn a_prediction_stands_beside_what_was_printed() {
    assert_snapshot!(render(WIDE, &prediction(), None, Reveal::Everything), @r#"
    ✗ is-vs-equality  prediction.txt  fail  1 of 4 lines right

                     predicted        printed
      ✓ right    1   True             True
      ✗ wrong    2   True             False
      ✗ wrong    3   [1, 2, 3]        [1, 2, 3, 4]
      ✗ wrong    4   (no such line)   0

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_prediction_before_the_bell() {
    assert_snapshot!(render(WIDE, &prediction(), None, Reveal::Names), @r#"
    ✗ is-vs-equality  prediction.txt  fail  1 of 4 lines right
      look again at lines 2, 3, 4

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn a_wide_prediction_has_its_texts_one_below_the_other() {
    let mut answer = prediction();
    if let Detail::Lines(lines) = &mut answer.detail {
        lines[2].predicted = Some("{'name': 'Ada', 'languages': ['Python', 'C'], 'age': 36}".to_owned());
        lines[2].printed = Some("{'name': 'Ada', 'languages': ['Python', 'Rust'], 'age': 36}".to_owned());
    }
    assert_snapshot!(render(NARROW, &answer, None, Reveal::Everything), @r#"
    ✗ is-vs-equality  prediction.txt  fail  1 of 4 lines right

      ✓ right    1   True
      ✗ wrong    2
          - printed    False
          + predicted  True
      ✗ wrong    3
          - printed    {'name': 'Ada', 'languages': ['Python', '
          -            Rust'], 'age': 36}
                       ~~~~
          + predicted  {'name': 'Ada', 'languages': ['Python', '
          +            C'], 'age': 36}
                       ~
      ✗ wrong    4
            printed    0
            predicted  (no such line)

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn an_explanation_is_for_a_human() {
    let answer =
        Checked { slug: "gil".to_owned(), file: "answer.md".to_owned(), ..checked(Verdict::Manual, Detail::Manual) };
    assert_snapshot!(render(WIDE, &answer, None, Reveal::Everything), @r#"
    ○ gil  answer.md  manual  for a human to judge

      CPU 31 ms · wall 1.20 s · 14 MiB · CPython 3.11.7 · seed 7
    "#);
}

#[test]
fn many_answers_have_a_line_each() {
    let right = Checked {
        file: "ok_two_indices.py".to_owned(),
        ..checked(Verdict::Pass, Detail::Cases(vec![passing("sample_a")]))
    };
    let load = Failure { raised: Some(raised("SyntaxError", "expected ':'", &[(3, 16, "")])), ..Failure::default() };
    let broken = Checked {
        load: Some(load),
        ..checked(Verdict::Error, Detail::Cases(vec![CaseResult { verdict: Verdict::NotRun, ..passing("sample_a") }]))
    };
    let explained =
        Checked { slug: "gil".to_owned(), file: "answer.md".to_owned(), ..checked(Verdict::Manual, Detail::Manual) };
    let file = "checks/data-structures-and-algorithms/merge-sorted-lists/bad_drops_the_tail.py".to_owned();
    let far_away = Checked { file, ..drops_the_tail() };
    let answers = [right, drops_the_tail(), far_away, broken, prediction(), explained];
    assert_snapshot!(answers.iter().map(|answer| line(WIDE, answer)).collect::<String>(), @r#"
    ✓ pass        1/1  ok_two_indices.py
    ✗ fail        3/7  bad_drops_the_tail.py           case_one_side_is_empty
    ✗ fail        3/7  …d-lists/bad_drops_the_tail.py  case_one_side_is_empty
    ✗ error       0/1  bad_drops_the_tail.py           SyntaxError in line 3
    ✗ fail        1/4  prediction.txt                  look again at lines 2, 3, 4
    ○ manual           answer.md
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
    };
    let case = failing(&start(200), Verdict::Fail, &start(9), failure);
    let mut answer = checked(Verdict::Fail, Detail::Cases(vec![case]));
    answer.file = start(200);
    answer.context.seed = u64::MAX;
    for look in [WIDE, NARROW, ASCII] {
        let text = render(look, &answer, Some(&hostile), Reveal::Everything) + &line(look, &answer);
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
