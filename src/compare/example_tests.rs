//! Tests of `example.rs`, as tables.

use crate::compare::build::{dict, float, int, list, other, text, tuple};
use crate::compare::example::{Difference, Outcome, compare};
use crate::model::check::Expected;
use crate::model::value::Value;
use crate::model::wire::{ExampleReply, Raised};

fn reply(shown: impl IntoIterator<Item = Value>) -> ExampleReply {
    ExampleReply {
        shown: shown.into_iter().map(|value| value.encode()).collect(),
        printed: String::new(),
        raised: None,
    }
}

fn printing(printed: &str) -> ExampleReply {
    ExampleReply { printed: printed.to_owned(), ..reply([Value::None]) }
}

fn raising(exception: &str) -> ExampleReply {
    let raised = Raised { exception: exception.to_owned(), message: "a message".to_owned(), trace: Vec::new() };
    ExampleReply { raised: Some(raised), ..reply([]) }
}

fn values(values: impl IntoIterator<Item = Value>) -> Expected {
    let values = values.into_iter().map(|value| value.encode()).collect();
    Expected::Values { values, any_order: false, approx: false }
}

fn raises(exception: &str) -> Expected {
    Expected::Raises { exception: exception.to_owned() }
}

fn printed(text: &str) -> Expected {
    Expected::Text { text: text.to_owned(), ellipsis: false, normalize_whitespace: false }
}

const REFERENCE: Expected = Expected::Reference { any_order: false, approx: false };

/// `verdict | expected | got | note`, for tables.
fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Pass => "pass".to_owned(),
        Outcome::Differs(difference) => {
            let or_dash = |text: &Option<String>| text.clone().unwrap_or("-".to_owned());
            let Difference { verdict, expected, got, note } = difference;
            format!("{verdict} | {} | {} | {}", or_dash(expected), or_dash(got), or_dash(note))
        }
        Outcome::Malformed(error) => format!("malformed | {error}"),
        Outcome::Unusable(reason) => format!("unusable | {reason}"),
    }
}

fn check(table: Vec<(Expected, ExampleReply, &str)>) {
    for (expected, reply, outcome) in table {
        assert_eq!(told(&compare(&expected, None, &reply)), outcome, "{expected:?} {reply:?}");
    }
}

#[test]
fn values_are_compared_one_by_one() {
    let dict_of = |keys: [&str; 2]| dict(keys.map(|key| (text(key), int(1))));
    check(vec![
        (values([int(1)]), reply([int(1)]), "pass"),
        (values([Value::None]), reply([Value::None]), "pass"),
        (values([float(f64::NAN)]), reply([float(f64::NAN)]), "pass"),
        (values([dict_of(["a", "b"])]), reply([dict_of(["b", "a"])]), "pass"),
        (values([int(1), Value::None, int(3)]), reply([int(1), Value::None, int(3)]), "pass"),
        (values([int(1)]), reply([int(2)]), "fail | 1 | 2 | -"),
        (
            values([Value::Bool(true)]),
            reply([int(1)]),
            "fail | True | 1 | `1` where `True` is expected: an int, not a bool",
        ),
        (values([float(0.0)]), reply([float(-0.0)]), "fail | 0.0 | -0.0 | -"),
        (values([int(1)]), reply([Value::None]), "fail | 1 | None | nothing was returned (`None`)"),
        (values([int(1)]), reply([]), "fail | 1 | - | nothing was displayed"),
        (values([int(1)]), reply([int(1), int(2)]), "fail | 1 | 1\n2 | 2 values where 1 is expected"),
        (values([int(1), int(2)]), reply([int(1)]), "fail | 1\n2 | 1 | 1 value where 2 are expected"),
        (values([int(1), int(2)]), reply([int(1), int(3)]), "fail | 2 | 3 | value 2 of 2"),
        (
            values([int(1), list([int(2)])]),
            reply([int(1), tuple([int(2)])]),
            "fail | [2] | (2,) | value 2 of 2: same items, but a tuple instead of a list",
        ),
        (values([list([int(1)])]), reply([other("map")]), "fail | [1] | <map> | an iterator (`map`), not a list"),
    ]);
}

#[test]
fn no_expected_output_means_none_or_nothing() {
    check(vec![
        (values([]), reply([]), "pass"),
        (values([]), reply([Value::None, Value::None]), "pass"),
        (values([]), printing("hello\n"), "pass"),
        (values([]), reply([Value::None, int(3)]), "fail | None | 3 | nothing is to be returned"),
        (values([]), raising("ValueError"), "error | - | - | -"),
    ]);
}

#[test]
fn whoever_prints_instead_of_returning_is_told() {
    check(vec![
        (values([int(42)]), printing("42\n"), "fail | 42 | None | the value was printed, not returned"),
        (values([text("hi")]), printing("hi\n"), "fail | 'hi' | None | the value was printed, not returned"),
        (values([text("hi")]), printing("ho\n"), "fail | 'hi' | None | nothing was returned (`None`)"),
        (printed("hi\n"), reply([text("hi")]), "fail | hi | - | the text was returned, not printed"),
        (printed("hi\n"), reply([]), "fail | hi | - | nothing was printed"),
    ]);
}

#[test]
fn relaxed_values_are_compared_as_the_author_allows() {
    let relaxed = |value: Value, any_order: bool, approx: bool| Expected::Values {
        values: vec![value.encode()],
        any_order,
        approx,
    };
    let numbers = |numbers: [f64; 2]| list(numbers.map(float));
    check(vec![
        (relaxed(numbers([0.3, 2.0]), false, true), reply([numbers([0.1 + 0.2, 2.0])]), "pass"),
        (relaxed(numbers([0.3, 2.0]), true, true), reply([numbers([2.0, 0.1 + 0.2])]), "pass"),
        (relaxed(numbers([1.0, 2.0]), true, false), reply([numbers([2.0, 1.0])]), "pass"),
        (
            relaxed(numbers([1.0, 2.0]), true, false),
            reply([numbers([2.0, 3.0])]),
            "fail | [1.0, 2.0] | [2.0, 3.0] | missing: `1.0`; unexpected: `3.0`",
        ),
        (
            relaxed(float(1.0), false, true),
            reply([int(1)]),
            "fail | 1.0 | 1 | `1` where `1.0` is expected: an int, not a float",
        ),
    ]);
}

#[test]
fn an_exception_that_was_not_expected_is_an_error() {
    check(vec![
        (values([int(1)]), raising("KeyError"), "error | 1 | - | -"),
        (values([int(1)]), raising("MemoryError"), "memory | 1 | - | -"),
        (printed("a\nb\n"), raising("RecursionError"), "error | a\nb | - | -"),
        (Expected::Between { low: 1, high: 2 }, raising("OSError"), "error | an int from 1 to 2 | - | -"),
    ]);
}

#[test]
fn an_expected_exception_is_compared_by_its_full_name() {
    check(vec![
        (raises("ValueError"), raising("ValueError"), "pass"),
        (raises("answer.Empty"), raising("answer.Empty"), "pass"),
        (raises("MemoryError"), raising("MemoryError"), "pass"),
        (
            raises("ValueError"),
            raising("answer.ValueError"),
            "error | ValueError | answer.ValueError | `answer.ValueError` was raised, not `ValueError`",
        ),
        (
            raises("ValueError"),
            raising("MemoryError"),
            "memory | ValueError | MemoryError | `MemoryError` was raised, not `ValueError`",
        ),
        (
            raises("ValueError"),
            reply([int(3)]),
            "fail | ValueError | 3 | a value was returned, and no exception raised",
        ),
        (raises("ValueError"), reply([Value::None]), "fail | ValueError | - | no exception was raised"),
        (raises("ValueError"), reply([]), "fail | ValueError | - | no exception was raised"),
    ]);
}

#[test]
fn a_count_lies_between_its_bounds() {
    let bounds = || Expected::Between { low: 10, high: 20 };
    let huge = |negative| Value::Int(crate::model::value::Int { negative, magnitude: vec![1; 20] });
    check(vec![
        (bounds(), reply([int(10)]), "pass"),
        (bounds(), reply([int(20)]), "pass"),
        (bounds(), reply([int(9)]), "fail | an int from 10 to 20 | 9 | below 10"),
        (bounds(), reply([int(21)]), "fail | an int from 10 to 20 | 21 | above 20"),
        (Expected::Between { low: 7, high: 7 }, reply([int(8)]), "fail | 7 | 8 | above 7"),
        (bounds(), reply([float(15.0)]), "fail | an int from 10 to 20 | 15.0 | not an int"),
        (
            Expected::Between { low: 0, high: 2 },
            reply([Value::Bool(true)]),
            "fail | an int from 0 to 2 | True | not an int",
        ),
        (bounds(), reply([]), "fail | an int from 10 to 20 | - | nothing was displayed"),
        (bounds(), reply([Value::None]), "fail | an int from 10 to 20 | None | nothing was returned (`None`)"),
        (bounds(), reply([int(15), int(15)]), "fail | an int from 10 to 20 | 15\n15 | more than one value"),
    ]);
    for (negative, note) in [(true, "below 10"), (false, "above 20")] {
        assert!(told(&compare(&bounds(), None, &reply([huge(negative)]))).ends_with(note));
    }
}

#[test]
fn printed_text_is_compared_whatever_is_displayed() {
    check(vec![
        (printed("a\nb\n"), printing("a\nb\n"), "pass"),
        (printed("a\nb\n"), printing("a\nb"), "pass"),
        (printed("a\n"), ExampleReply { printed: "a\n".to_owned(), ..reply([int(3)]) }, "pass"),
        (printed("a b\n"), printing("a  b\n"), "fail | a b | a  b | differs only in whitespace"),
        (printed("a\n"), printing("b\n"), "fail | a | b | -"),
        (
            Expected::Text { text: "a...c\n".to_owned(), ellipsis: true, normalize_whitespace: true },
            printing("a\nb  c\n"),
            "pass",
        ),
        (
            Expected::Text { text: "a...c\n".to_owned(), ellipsis: true, normalize_whitespace: false },
            printing("x\n"),
            "fail | a...c | x | -",
        ),
    ]);
}

#[test]
fn a_reference_sets_the_values() {
    let table = [
        (reply([int(1), Value::None]), reply([int(1), Value::None]), "pass"),
        (reply([int(1), int(2)]), reply([int(1), int(3)]), "fail | 2 | 3 | value 2 of 2"),
        (reply([]), reply([int(3)]), "fail | None | 3 | nothing is to be returned"),
        (raising("KeyError"), raising("KeyError"), "pass"),
        (
            raising("KeyError"),
            raising("ValueError"),
            "error | KeyError | ValueError | `ValueError` was raised, not `KeyError`",
        ),
        (raising("KeyError"), reply([Value::None]), "fail | KeyError | - | no exception was raised"),
        (
            ExampleReply { shown: vec![int(1).encode()], ..raising("KeyError") },
            raising("KeyError"),
            "fail | 1 | - | nothing was displayed",
        ),
        (reply([int(1)]), raising("KeyError"), "error | 1 | - | -"),
        (
            reply([other("generator")]),
            reply([other("generator")]),
            "fail | <generator> | <generator> | the reference gives an object of type `generator`, which equals nothing",
        ),
    ];
    for (reference, reply, outcome) in table {
        assert_eq!(told(&compare(&REFERENCE, Some(&reference), &reply)), outcome, "{reference:?} {reply:?}");
    }
}

#[test]
fn a_reference_that_only_prints_sets_the_text() {
    assert_eq!(compare(&REFERENCE, Some(&printing("a\n")), &printing("a\n")), Outcome::Pass);
    let outcome = compare(&REFERENCE, Some(&printing("a\n")), &printing("b\n"));
    assert_eq!(told(&outcome), "fail | a | b | -");
    let talkative = ExampleReply { printed: "debug\n".to_owned(), ..reply([int(1)]) };
    assert_eq!(compare(&REFERENCE, Some(&talkative), &reply([int(1)])), Outcome::Pass);
}

#[test]
fn what_cannot_be_read_is_said_of_the_right_side() {
    let broken = ExampleReply { shown: vec![vec![99]], ..reply([]) };
    check(vec![
        (values([int(1)]), broken.clone(), "malformed | unknown tag 99"),
        (printed("a"), broken.clone(), "malformed | unknown tag 99"),
        (REFERENCE, reply([]), "unusable | there is no reply of the reference answer"),
        (
            Expected::Values { values: vec![vec![]], any_order: false, approx: false },
            reply([]),
            "unusable | the expected value cannot be read: the value ends early",
        ),
    ]);
    let outcome = compare(&REFERENCE, Some(&broken), &reply([]));
    assert_eq!(told(&outcome), "unusable | the reference's value cannot be read: unknown tag 99");
}

#[test]
fn a_difference_far_into_a_long_value_is_shown() {
    let numbers = |wrong: i64| list((0..20_000).map(|number| int(if number == 15_000 { wrong } else { number })));
    let Outcome::Differs(difference) = compare(&values([numbers(15_000)]), None, &reply([numbers(-1)])) else {
        panic!("they differ");
    };
    let (expected, got) = (difference.expected.unwrap(), difference.got.unwrap());
    assert!(expected.starts_with("[\n    … 14,997 items before\n    14997,\n    14998,\n    14999,\n    15000,\n"));
    assert!(got.starts_with("[\n    … 14,997 items before\n    14997,\n    14998,\n    14999,\n    -1,\n"));
    assert_eq!(difference.note.as_deref(), Some("first difference at `[15000]`"));
}
