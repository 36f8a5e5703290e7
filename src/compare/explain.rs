//! What kind of difference it is, in words that help, and where in a value it is.

use std::collections::HashMap;

use crate::compare::equal::{self, Rules};
use crate::compare::quote::{self, counted};
use crate::compare::render::{MAX_COLUMNS, fits_one_line, short, start_of};
use crate::compare::text;
use crate::model::value::Value;

/// How wide a value in a note may be.
const MAX_QUOTED: usize = 30;

/// How many items are named in a note.
const MAX_NAMED: usize = 3;

/// Where two values differ first.
#[derive(Debug)]
pub struct Spot<'a> {
    /// Python subscripts that lead there, such as `[2]['name']`; empty at the top.
    pub path: String,
    pub expected: &'a Value,
    pub got: &'a Value,
    /// The same way as indices, for [`crate::compare::render::laid_out_at`].
    pub expected_focus: Vec<usize>,
    pub got_focus: Vec<usize>,
}

/// A sentence about two values that differ; `None` when showing them says it all.
pub fn note(expected: &Value, got: &Value, rules: Rules) -> Option<String> {
    let spot = spot(expected, got, rules);
    let at_top = spot.path.is_empty();
    let sentence = if at_top && rules.any_order { in_any_order(expected, got, rules) } else { None };
    if let Some(sentence) = sentence.or_else(|| describe(&spot, rules)) {
        return Some(if at_top { sentence } else { format!("at `{}`: {sentence}", spot.path) });
    }
    let long = !(fits_one_line(expected) && fits_one_line(got));
    let inside = spot.path + &string_index(spot.expected, spot.got);
    (long && !inside.is_empty()).then(|| format!("first difference at `{inside}`"))
}

/// The innermost place at which the values differ first.
pub fn spot<'a>(expected: &'a Value, got: &'a Value, rules: Rules) -> Spot<'a> {
    let mut spot = Spot { path: String::new(), expected, got, expected_focus: Vec::new(), got_focus: Vec::new() };
    let inside = Rules { any_order: false, ..rules };
    if rules.any_order && expected.items().is_some() {
        return spot;
    }
    while let Some(step) = step(spot.expected, spot.got, inside) {
        spot.path.push_str(&format!("[{}]", step.subscript));
        spot.expected = step.expected;
        spot.got = step.got;
        spot.expected_focus.push(step.expected_index);
        spot.got_focus.push(step.got_index);
    }
    let index = first_unequal(spot.expected, spot.got, inside);
    spot.expected_focus.extend(index);
    spot.got_focus.extend(index);
    spot
}

/// One level down into two containers.
struct Step<'a> {
    subscript: String,
    expected: &'a Value,
    got: &'a Value,
    expected_index: usize,
    got_index: usize,
}

/// The first child that differs. `None` when the containers themselves differ: in type, size, order or keys.
fn step<'a>(expected: &'a Value, got: &'a Value, rules: Rules) -> Option<Step<'a>> {
    match (expected, got) {
        (Value::List(expected), Value::List(got)) | (Value::Tuple(expected), Value::Tuple(got)) => {
            if expected.len() != got.len() || equal::same_items(expected, got, rules.approx) {
                return None;
            }
            let index = common_items(expected, got, rules);
            Some(Step {
                subscript: index.to_string(),
                expected: expected.get(index)?,
                got: got.get(index)?,
                expected_index: index,
                got_index: index,
            })
        }
        (Value::Dict(expected), Value::Dict(got)) => {
            let places: HashMap<_, _> =
                got.iter().enumerate().map(|(index, (key, value))| (equal::key(key), (index, value))).collect();
            let found: Option<Vec<_>> = expected.iter().map(|(key, _)| places.get(&equal::key(key))).collect();
            let found = found.filter(|found| found.len() == got.len())?;
            let (expected_index, ((key, expected), (got_index, got))) = expected
                .iter()
                .zip(found)
                .enumerate()
                .find(|(_, ((_, expected), (_, got)))| !equal::equal(expected, got, rules))?;
            Some(Step { subscript: short(key, MAX_QUOTED), expected, got, expected_index, got_index: *got_index })
        }
        _ => None,
    }
}

/// How many items at the start are the same.
fn common_items(expected: &[Value], got: &[Value], rules: Rules) -> usize {
    expected.iter().zip(got).take_while(|(expected, got)| equal::equal(expected, got, rules)).count()
}

/// The index of the first item or character that differs; where one side ends early, its end.
fn first_unequal(expected: &Value, got: &Value, rules: Rules) -> Option<usize> {
    match (expected, got) {
        (Value::List(expected), Value::List(got)) | (Value::Tuple(expected), Value::Tuple(got)) => {
            Some(common_items(expected, got, rules))
        }
        (Value::Str(expected), Value::Str(got)) => Some(quote::common_characters(expected, got)),
        _ => None,
    }
}

fn string_index(expected: &Value, got: &Value) -> String {
    let both_strings = matches!((expected, got), (Value::Str(_), Value::Str(_)));
    let index = first_unequal(expected, got, Rules::default()).filter(|_| both_strings);
    index.map_or(String::new(), |index| format!("[{index}]"))
}

fn describe(spot: &Spot<'_>, rules: Rules) -> Option<String> {
    match (spot.expected, spot.got) {
        (Value::Other(name), _) => {
            let name = start_of(name, MAX_COLUMNS);
            Some(format!("the reference gives an object of type `{name}`, which equals nothing"))
        }
        (Value::Beyond(_), _) => Some("the reference gives more than can be compared".to_owned()),
        (_, Value::Beyond(_)) => Some("more than can be compared".to_owned()),
        (expected, Value::Other(name)) => Some(other_type(expected, name)),
        (_, Value::None) if spot.path.is_empty() => Some("nothing was returned (`None`)".to_owned()),
        (Value::Float(expected), Value::Float(got)) if equal::close(*expected, *got) && expected.get() != got.get() => {
            Some("off in the last digits of a float".to_owned())
        }
        (Value::Str(expected), Value::Str(got)) => text::note(quote::plain(expected)?, quote::plain(got)?),
        (Value::List(expected), Value::List(got)) | (Value::Tuple(expected), Value::Tuple(got)) => {
            sequence(expected, got, rules)
        }
        (Value::Set(expected), Value::Set(got)) | (Value::FrozenSet(expected), Value::FrozenSet(got)) => {
            missing("", &refs(expected), &refs(got))
        }
        (Value::Dict(expected), Value::Dict(got)) => missing(" key", &keys(expected), &keys(got)),
        (expected, got) if type_of(expected) != type_of(got) => Some(types_differ(expected, got, rules)),
        _ => None,
    }
}

/// Two lists or two tuples of which no single item can be blamed.
fn sequence(expected: &[Value], got: &[Value], rules: Rules) -> Option<String> {
    let same = |expected: &[Value], got: &[Value]| {
        let rules = Rules { any_order: false, ..rules };
        expected.iter().zip(got).all(|(expected, got)| equal::equal(expected, got, rules))
    };
    let (wanted, found) = (expected.len(), got.len());
    let are = if wanted == 1 { "is" } else { "are" };
    if found == 0 && wanted > 0 {
        return Some(format!("no item where {} {are} expected", quote::grouped(wanted)));
    }
    if found < wanted && same(expected, got) {
        return Some(match wanted - found {
            1 => "the last item is missing".to_owned(),
            left => format!("the last {left} items are missing"),
        });
    }
    if found > wanted && same(expected, got) {
        return Some(format!("{} too many at the end", counted(found - wanted, "item")));
    }
    if found != wanted {
        return Some(format!("{} where {} {are} expected", counted(found, "item"), quote::grouped(wanted)));
    }
    let reversed: Vec<Value> = got.iter().rev().cloned().collect();
    if same(expected, &reversed) {
        return Some("the items are in reverse order".to_owned());
    }
    equal::same_items(expected, got, rules.approx).then(|| "differs only in the order of items".to_owned())
}

/// Two lists or two tuples whose order does not matter.
fn in_any_order(expected: &Value, got: &Value, rules: Rules) -> Option<String> {
    match (expected, got) {
        (Value::List(expected), Value::List(got)) | (Value::Tuple(expected), Value::Tuple(got)) if !rules.approx => {
            missing("", &refs(expected), &refs(got))
        }
        _ => None,
    }
}

/// `missing: ...; unexpected: ...`
fn missing(what: &str, expected: &[&Value], got: &[&Value]) -> Option<String> {
    let parts = [("missing", without(expected, got)), ("unexpected", without(got, expected))];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(word, items)| {
            let plural = if what.is_empty() || items.len() == 1 { "" } else { "s" };
            format!("{word}{what}{plural}: {}", named(&items))
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// What is left of `items` when each of `others` takes one like itself away.
fn without<'a>(items: &[&'a Value], others: &[&Value]) -> Vec<&'a Value> {
    let mut counts: HashMap<Vec<u8>, usize> = HashMap::new();
    for key in others.iter().filter_map(|other| equal::key(other)) {
        *counts.entry(key).or_default() += 1;
    }
    let taken = |item: &&&Value| {
        let count = equal::key(item).and_then(|key| counts.get_mut(&key)).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let mut taken = taken;
    items.iter().filter(|item| !taken(item)).copied().collect()
}

/// `` `3`, `5` and 2 more ``
fn named(items: &[&Value]) -> String {
    let mut words: Vec<String> =
        items.iter().take(MAX_NAMED).map(|item| format!("`{}`", short(item, MAX_QUOTED))).collect();
    if items.len() > MAX_NAMED {
        words.push(format!("{} more", quote::grouped(items.len() - MAX_NAMED)));
    }
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} and {last}", words.join(", ")) }
}

fn refs(items: &[Value]) -> Vec<&Value> {
    items.iter().collect()
}

fn keys(pairs: &[(Value, Value)]) -> Vec<&Value> {
    pairs.iter().map(|(key, _)| key).collect()
}

fn types_differ(expected: &Value, got: &Value, rules: Rules) -> String {
    let (wanted, found) = (type_of(expected), type_of(got));
    if let (Some(wanted_items), Some(found_items)) = (items(expected), items(got)) {
        let unordered = rules.any_order || expected.items().is_none() || got.items().is_none();
        let same = if unordered {
            equal::same_items(wanted_items, found_items, rules.approx)
        } else {
            wanted_items.len() == found_items.len()
                && common_items(wanted_items, found_items, rules) == found_items.len()
        };
        return if same {
            format!("same items, but {found} instead of {wanted}")
        } else {
            format!("{found}, not {wanted}")
        };
    }
    if let Some([only]) = got.items()
        && equal::equal(expected, only, rules)
    {
        return format!("the expected value, but inside {found}");
    }
    let either_is_none = matches!(expected, Value::None) || matches!(got, Value::None);
    let (expected, got) = (short(expected, MAX_QUOTED), short(got, MAX_QUOTED));
    if either_is_none {
        return format!("`{got}` where `{expected}` is expected");
    }
    if expected.len() + got.len() <= MAX_QUOTED {
        return format!("`{got}` where `{expected}` is expected: {found}, not {wanted}");
    }
    format!("{found}, not {wanted}")
}

/// The items of whatever has items but no keys.
fn items(value: &Value) -> Option<&[Value]> {
    match value {
        Value::Set(items) | Value::FrozenSet(items) => Some(items),
        _ => value.items(),
    }
}

/// A value of a type that nothing equals.
fn other_type(expected: &Value, name: &str) -> String {
    let wanted = type_of(expected);
    let iterator = name.ends_with("iterator")
        || name.starts_with("itertools.")
        || ["generator", "map", "filter", "zip", "enumerate", "reversed"].contains(&name);
    match name {
        "function" | "method" | "builtin_function_or_method" => {
            format!("a function, not {wanted}: is its call `()` missing?")
        }
        "type" => format!("a class, not {wanted}"),
        "coroutine" => format!("a coroutine, not {wanted}: was it awaited?"),
        "ellipsis" => format!("`...`, not {wanted}"),
        "NotImplementedType" => format!("`NotImplemented`, not {wanted}"),
        // An answer may give a type a name of any length.
        _ if iterator => format!("an iterator (`{}`), not {wanted}", start_of(name, MAX_COLUMNS)),
        _ => format!("an object of type `{}`, not {wanted}", start_of(name, MAX_COLUMNS)),
    }
}

/// The type with its article.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::None => "`None`",
        Value::Bool(_) => "a bool",
        Value::Int(_) => "an int",
        Value::Float(_) => "a float",
        Value::Complex(..) => "a complex",
        Value::Str(_) => "a str",
        Value::Bytes(_) => "bytes",
        Value::List(_) => "a list",
        Value::Tuple(_) => "a tuple",
        Value::Dict(_) => "a dict",
        Value::Set(_) => "a set",
        Value::FrozenSet(_) => "a frozenset",
        Value::Other(_) => "an object",
        Value::Beyond(_) => "a value past a bound",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::time::Duration;

    use super::*;
    use crate::compare::build::{any_value, complex, dict, float, int, list, other, set, text, tuple};
    use crate::compare::render::{MAX_CHARS, laid_out_at};
    use crate::compare::testing::cpu_time;

    const EXACT: Rules = Rules { any_order: false, approx: false };
    const ANY_ORDER: Rules = Rules { any_order: true, approx: false };

    fn ints(numbers: impl IntoIterator<Item = i64>) -> Value {
        list(numbers.into_iter().map(int))
    }

    fn person(name: &str, age: Value) -> Value {
        dict([(text("name"), text(name)), (text("age"), age)])
    }

    #[test]
    fn notes_say_what_kind_of_difference_it_is() {
        let table = [
            (int(3), Value::None, "nothing was returned (`None`)"),
            (Value::None, int(3), "`3` where `None` is expected"),
            (Value::Bool(true), int(1), "`1` where `True` is expected: an int, not a bool"),
            (int(1), float(1.0), "`1.0` where `1` is expected: a float, not an int"),
            (int(3), text("3"), "`'3'` where `3` is expected: a str, not an int"),
            (text("a"), Value::Bytes(b"a".to_vec()), "`b'a'` where `'a'` is expected: bytes, not a str"),
            (int(3), tuple([int(3)]), "the expected value, but inside a tuple"),
            (ints([1, 2]), tuple([int(1), int(2)]), "same items, but a tuple instead of a list"),
            (ints([1, 2]), set([int(2), int(1)]), "same items, but a set instead of a list"),
            (ints([1, 2]), tuple([int(2), int(1)]), "a tuple, not a list"),
            (ints([1, 2]), dict([]), "`{}` where `[1, 2]` is expected: a dict, not a list"),
            (ints([1, 2]), other("generator"), "an iterator (`generator`), not a list"),
            (ints([1, 2]), other("list_reverseiterator"), "an iterator (`list_reverseiterator`), not a list"),
            (ints([1, 2]), other("dict_keys"), "an object of type `dict_keys`, not a list"),
            (dict([]), other("collections.Counter"), "an object of type `collections.Counter`, not a dict"),
            (int(1), other("method"), "a function, not an int: is its call `()` missing?"),
            (int(1), other("coroutine"), "a coroutine, not an int: was it awaited?"),
            (float(0.3), float(0.1 + 0.2), "off in the last digits of a float"),
            (
                list([float(1.0), float(0.3)]),
                list([float(1.0), float(0.1 + 0.2)]),
                "at `[1]`: off in the last digits of a float",
            ),
            (text("a b"), text("a  b"), "differs only in whitespace"),
            (text("Ab"), text("aB"), "differs only in upper and lower case"),
            (ints([1, 2, 3]), ints([3, 1, 2]), "differs only in the order of items"),
            (ints([1, 2, 3]), ints([3, 2, 1]), "the items are in reverse order"),
            (ints([1, 2, 3]), ints([1, 2]), "the last item is missing"),
            (ints([1, 2, 3]), ints([1]), "the last 2 items are missing"),
            (ints([1, 2, 3]), ints([]), "no item where 3 are expected"),
            (ints([1]), ints([1, 2, 3]), "2 items too many at the end"),
            (ints([1, 1, 2]), ints([1, 2]), "2 items where 3 are expected"),
            (ints([2]), ints([1, 2]), "2 items where 1 is expected"),
            (set([int(1), int(2)]), set([int(2), int(3)]), "missing: `1`; unexpected: `3`"),
            (set((1..7).map(int)), set([int(1)]), "missing: `2`, `3`, `4` and 2 more"),
            (person("Ada", int(36)), dict([(text("age"), int(36))]), "missing key: `'name'`"),
            (
                person("Ada", int(36)),
                dict([(text("Name"), text("Ada")), (text("years"), int(36))]),
                "missing keys: `'name'` and `'age'`; unexpected keys: `'Name'` and `'years'`",
            ),
            (
                list([person("Ada", int(36)), person("Alan", int(41))]),
                list([person("Ada", int(36)), dict([(text("age"), text("41")), (text("name"), text("Alan"))])]),
                "at `[1]['age']`: `'41'` where `41` is expected: a str, not an int",
            ),
            (
                list([list([ints([1, 2])])]),
                list([list([tuple([int(1), int(2)])])]),
                "at `[0][0]`: same items, but a tuple instead of a list",
            ),
            (list([int(1), int(2)]), list([int(1), Value::None]), "at `[1]`: `None` where `2` is expected"),
        ];
        for (expected, got, sentence) in table {
            assert_eq!(note(&expected, &got, EXACT).as_deref(), Some(sentence), "{expected:?} {got:?}");
        }
    }

    #[test]
    fn where_the_values_say_it_all_there_is_no_note() {
        let table = [
            (int(3), int(4)),
            (float(1.0), float(2.0)),
            (complex(1.0, 0.0), complex(2.0, 0.0)),
            (text("abc"), text("abd")),
            (ints([1, 2, 3]), ints([1, 5, 3])),
            (person("Ada", int(36)), person("Ada", int(37))),
        ];
        for (expected, got) in table {
            assert_eq!(note(&expected, &got, EXACT), None, "{expected:?} {got:?}");
        }
    }

    #[test]
    fn in_a_long_value_the_first_difference_is_located() {
        let mut numbers: Vec<i64> = (0..5000).collect();
        numbers[4312] = -1;
        assert_eq!(note(&ints(0..5000), &ints(numbers), EXACT).as_deref(), Some("first difference at `[4312]`"));
        let words = |word: &str| list([text(&("é".repeat(100) + word))]);
        assert_eq!(note(&words("x"), &words("y"), EXACT).as_deref(), Some("first difference at `[0][100]`"));
        assert_eq!(note(&words("è"), &words("é"), EXACT).as_deref(), Some("first difference at `[0][100]`"));
    }

    #[test]
    fn where_order_does_not_matter_items_are_named() {
        let sentence = note(&ints([1, 2, 2]), &ints([2, 1, 4]), ANY_ORDER);
        assert_eq!(sentence.as_deref(), Some("missing: `2`; unexpected: `4`"));
        let sentence = note(&ints([1, 2]), &tuple([int(2), int(1)]), ANY_ORDER);
        assert_eq!(sentence.as_deref(), Some("same items, but a tuple instead of a list"));
    }

    #[test]
    fn the_way_to_a_difference_in_a_dict_is_found_on_both_sides() {
        let expected = dict([(text("a"), int(1)), (text("b"), ints([1, 2]))]);
        let got = dict([(text("b"), ints([1, 3])), (text("a"), int(1))]);
        let spot = spot(&expected, &got, EXACT);
        assert_eq!((spot.path.as_str(), spot.expected_focus, spot.got_focus), ("['b'][1]", vec![1, 1], vec![0, 1]));
    }

    proptest! {
        #[test]
        fn every_pair_of_values_can_be_explained(
            items in proptest::collection::vec(any_value(), 1..4),
            other in any_value(),
            at in any::<prop::sample::Index>(),
            any_order: bool,
            approx: bool,
        ) {
            let mut others = items.clone();
            others[at.index(items.len())] = other;
            let (expected, got) = (list(items), list(others));
            let rules = Rules { any_order, approx };
            if let Some(note) = note(&expected, &got, rules) {
                prop_assert!(note.chars().count() < 500 && !note.contains('\n'), "{}", note);
            }
            let spot = spot(&expected, &got, rules);
            let shown = laid_out_at(&got, &spot.got_focus);
            prop_assert!(shown.chars().count() < 5 * MAX_CHARS);
        }
    }

    #[test]
    fn the_name_of_a_type_is_cut() {
        let long = other(&"é".repeat(500_000));
        for (expected, got) in [(&int(1), &long), (&long, &int(1))] {
            let note = note(expected, got, EXACT).unwrap();
            assert!(note.contains("ééé… 499,930 more characters"), "{}", note.chars().take(200).collect::<String>());
        }
    }

    #[test]
    fn notes_about_huge_dicts_are_quick() {
        let before = cpu_time();
        let dict_of =
            |numbers: &mut dyn Iterator<Item = i64>| dict(numbers.map(|number| (int(number), int(number % 7))));
        assert_eq!(note(&dict_of(&mut (0..49_000)), &dict_of(&mut (0..49_000).rev()), EXACT), None);
        assert!(cpu_time() - before < Duration::from_secs(5));
    }
}
