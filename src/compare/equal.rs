//! Whether two values are the same: exact types, floats by bits, dicts and sets without order.

use std::cmp::Ordering;

use crate::model::value::{Float, Value, put_length};

/// How far two floats may be apart under `APPROX`, relative to the larger one. There is no absolute part: 1e-30 is not
/// close to zero.
pub const TOLERANCE: f64 = 1e-9;

/// How many rows that sorting did not bring together are tried against each other; with more, the values differ.
// Receipt: 2,000 such rows took 0.2 s without optimisation; only floats at the edge between two `f32` get here.
const MAX_TRIED: usize = 2000;

/// What an author has relaxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules {
    /// The items of a list or tuple at the top come in any order.
    pub any_order: bool,
    /// Floats and complex numbers at any depth may differ by [`TOLERANCE`].
    pub approx: bool,
}

/// Whether `got` is what is expected. Other types and values past a bound match nothing, not even themselves.
pub fn equal(expected: &Value, got: &Value, rules: Rules) -> bool {
    match (expected, got) {
        (Value::List(expected), Value::List(got)) | (Value::Tuple(expected), Value::Tuple(got)) if rules.any_order => {
            same_items(expected, got, rules.approx)
        }
        _ => same(expected, got, rules.approx),
    }
}

/// Whether two lists hold the same items, each as often, in any order.
pub fn same_items(expected: &[Value], got: &[Value], approx: bool) -> bool {
    expected.len() == got.len() && same_rows(items_as_rows(expected, approx), items_as_rows(got, approx), approx)
}

/// Bytes that two values have in common exactly if they are the same. `None` when something inside matches nothing.
pub fn key(value: &Value) -> Option<Vec<u8>> {
    Row::new(vec![value], false).map(|row| row.skeleton)
}

/// Whether two floats are within [`TOLERANCE`]. nan is close to nan.
pub fn close(left: Float, right: Float) -> bool {
    let (a, b) = (left.get(), right.get());
    // Infinity is within any share of infinity of everything.
    left == right || (a.is_finite() && b.is_finite() && (a - b).abs() <= TOLERANCE * a.abs().max(b.abs()))
}

fn close_complex(left: (Float, Float), right: (Float, Float)) -> bool {
    if close(left.0, right.0) && close(left.1, right.1) {
        return true;
    }
    let apart = (left.0.get() - right.0.get()).hypot(left.1.get() - right.1.get());
    let size = left.0.get().hypot(left.1.get()).max(right.0.get().hypot(right.1.get()));
    size.is_finite() && apart <= TOLERANCE * size
}

fn same(expected: &Value, got: &Value, approx: bool) -> bool {
    match (expected, got) {
        (Value::Other(_) | Value::Beyond(_), _) | (_, Value::Other(_) | Value::Beyond(_)) => false,
        (Value::List(expected), Value::List(got)) | (Value::Tuple(expected), Value::Tuple(got)) => {
            expected.len() == got.len() && expected.iter().zip(got).all(|(expected, got)| same(expected, got, approx))
        }
        (Value::Set(expected), Value::Set(got)) | (Value::FrozenSet(expected), Value::FrozenSet(got)) => {
            same_items(expected, got, approx)
        }
        (Value::Dict(expected), Value::Dict(got)) => {
            expected.len() == got.len()
                && same_rows(pairs_as_rows(expected, approx), pairs_as_rows(got, approx), approx)
        }
        (Value::Float(expected), Value::Float(got)) if approx => close(*expected, *got),
        (Value::Complex(real, imaginary), Value::Complex(got_real, got_imaginary)) if approx => {
            close_complex((*real, *imaginary), (*got_real, *got_imaginary))
        }
        // Only leaves are left, and values of different types.
        (expected, got) => expected == got,
    }
}

/// An item, or a key and its value, that is to be found among others.
struct Row<'a> {
    values: Vec<&'a Value>,
    /// Bytes that two rows have in common if they are the same.
    skeleton: Vec<u8>,
    /// The floats that the skeleton leaves out, to sort by.
    floats: Vec<f64>,
}

impl<'a> Row<'a> {
    /// `None` when something inside matches nothing.
    fn new(values: Vec<&'a Value>, approx: bool) -> Option<Row<'a>> {
        let mut row = Row { values, skeleton: Vec::new(), floats: Vec::new() };
        for value in row.values.clone() {
            row.add(value, approx)?;
        }
        Some(row)
    }

    fn add(&mut self, value: &'a Value, approx: bool) -> Option<()> {
        match value {
            Value::Other(_) | Value::Beyond(_) => return None,
            Value::List(items) => self.add_rows(b'L', items_as_rows(items, approx)?),
            Value::Tuple(items) => self.add_rows(b'T', items_as_rows(items, approx)?),
            Value::Set(items) => self.add_rows(b'S', sorted(items_as_rows(items, approx)?)),
            Value::FrozenSet(items) => self.add_rows(b'F', sorted(items_as_rows(items, approx)?)),
            Value::Dict(pairs) => self.add_rows(b'D', sorted(pairs_as_rows(pairs, approx)?)),
            Value::Float(float) if approx => {
                self.skeleton.push(b'f');
                self.floats.push(float.get());
            }
            Value::Complex(real, imaginary) if approx => {
                self.skeleton.push(b'c');
                self.floats.extend([real.get(), imaginary.get()]);
            }
            leaf => {
                self.skeleton.push(b'V');
                self.skeleton.extend(leaf.encode());
            }
        }
        Some(())
    }

    fn add_rows(&mut self, mark: u8, rows: Vec<Row<'_>>) {
        self.skeleton.push(mark);
        put_length(&mut self.skeleton, rows.len());
        for row in rows {
            self.skeleton.extend(row.skeleton);
            self.floats.extend(row.floats);
        }
    }

    /// Floats that differ in their last digits sort as one, so that the floats behind them decide.
    fn by_content(&self, other: &Row<'_>) -> Ordering {
        let coarse = |float: &f64| *float as f32 + 0.0;
        self.skeleton
            .cmp(&other.skeleton)
            .then_with(|| first_unequal(&self.floats, &other.floats, |a, b| coarse(a).total_cmp(&coarse(b))))
            .then_with(|| first_unequal(&self.floats, &other.floats, f64::total_cmp))
    }

    fn same(&self, other: &Row<'_>, approx: bool) -> bool {
        self.values.iter().zip(&other.values).all(|(left, right)| same(left, right, approx))
    }
}

fn first_unequal(left: &[f64], right: &[f64], order: impl Fn(&f64, &f64) -> Ordering) -> Ordering {
    left.iter()
        .zip(right)
        .map(|(left, right)| order(left, right))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn items_as_rows(items: &[Value], approx: bool) -> Option<Vec<Row<'_>>> {
    items.iter().map(|item| Row::new(vec![item], approx)).collect()
}

fn pairs_as_rows(pairs: &[(Value, Value)], approx: bool) -> Option<Vec<Row<'_>>> {
    pairs.iter().map(|(key, value)| Row::new(vec![key, value], approx)).collect()
}

fn sorted(mut rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    rows.sort_by(Row::by_content);
    rows
}

/// Whether each row of one side is the same as a row of its own on the other side. The sides are equally long.
fn same_rows(expected: Option<Vec<Row<'_>>>, got: Option<Vec<Row<'_>>>, approx: bool) -> bool {
    let (Some(expected), Some(got)) = (expected, got) else {
        return false;
    };
    let (expected, got) = (sorted(expected), sorted(got));
    if !expected.iter().zip(&got).all(|(expected, got)| expected.skeleton == got.skeleton) {
        return false;
    }
    // Without tolerance the skeleton is all there is. With it, rows that belong together nearly always stand at the same
    // place of both sorted sides; what a tiny difference has put elsewhere is searched for.
    !approx || same_after_search(&expected, &got)
}

fn same_after_search(expected: &[Row<'_>], got: &[Row<'_>]) -> bool {
    let apart: Vec<usize> = (0..expected.len()).filter(|index| !expected[*index].same(&got[*index], true)).collect();
    if apart.len() > MAX_TRIED {
        return false;
    }
    let mut free = apart.clone();
    apart.iter().all(|wanted| {
        let found = free.iter().position(|candidate| expected[*wanted].same(&got[*candidate], true));
        found.map(|position| free.swap_remove(position)).is_some()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compare::build::{any_value, complex, dict, float, int, list, text, tuple};

    const EXACT: Rules = Rules { any_order: false, approx: false };
    const ANY_ORDER: Rules = Rules { any_order: true, approx: false };
    const APPROX: Rules = Rules { any_order: false, approx: true };
    const BOTH: Rules = Rules { any_order: true, approx: true };

    #[test]
    fn types_are_exact() {
        let lookalikes = [
            int(1),
            Value::Bool(true),
            float(1.0),
            complex(1.0, 0.0),
            text("1"),
            Value::Bytes(b"1".to_vec()),
            list([int(1)]),
            tuple([int(1)]),
            Value::Set(vec![int(1)]),
            Value::FrozenSet(vec![int(1)]),
            dict([(int(1), int(1))]),
            Value::None,
        ];
        for (row, expected) in lookalikes.iter().enumerate() {
            for (column, got) in lookalikes.iter().enumerate() {
                for rules in [EXACT, ANY_ORDER, APPROX, BOTH] {
                    assert_eq!(equal(expected, got, rules), row == column, "{expected:?} {got:?} {rules:?}");
                }
            }
        }
    }

    #[test]
    fn floats_are_equal_by_their_bits() {
        let table = [
            (f64::NAN, f64::NAN, true, true),
            (0.0, -0.0, false, true),
            (0.3, 0.1 + 0.2, false, true),
            (1.0, 1.0 + 2e-9, false, false),
            (0.0, 1e-30, false, false),
            (1e300, 1e300 * (1.0 + 5e-10), false, true),
            (f64::INFINITY, f64::INFINITY, true, true),
            (f64::INFINITY, f64::MAX, false, false),
            (f64::INFINITY, f64::NEG_INFINITY, false, false),
            (f64::NAN, 1.0, false, false),
            (f64::MAX, f64::MIN, false, false),
        ];
        for (expected, got, exactly, approximately) in table {
            assert_eq!(equal(&float(expected), &float(got), EXACT), exactly, "{expected} {got}");
            assert_eq!(equal(&float(expected), &float(got), APPROX), approximately, "{expected} {got}");
            let deep = |number| dict([(text("a"), list([tuple([float(number)])]))]);
            assert_eq!(equal(&deep(expected), &deep(got), APPROX), approximately, "{expected} {got} deep inside");
        }
    }

    #[test]
    fn complex_numbers_are_close_by_their_distance() {
        assert!(equal(&complex(0.0, 1.0), &complex(1e-16, 1.0), APPROX));
        assert!(!equal(&complex(0.0, 1.0), &complex(1e-8, 1.0), APPROX));
        assert!(!equal(&complex(0.0, 1.0), &complex(1e-16, 1.0), EXACT));
        assert!(equal(&complex(f64::NAN, 1.0), &complex(f64::NAN, 1.0), EXACT));
        assert!(!equal(&complex(f64::MAX, f64::MAX), &complex(1.0, 1.0), APPROX));
    }

    #[test]
    fn the_order_of_a_dict_does_not_matter_at_any_depth() {
        let forward = dict([(text("a"), int(1)), (text("b"), list([int(2)]))]);
        let backward = dict([(text("b"), list([int(2)])), (text("a"), int(1))]);
        let other = dict([(text("a"), list([int(2)])), (text("b"), int(1))]);
        assert!(equal(&forward, &backward, EXACT));
        assert!(!equal(&forward, &other, EXACT));
        let nested = |inner: &Value| list([dict([(int(1), tuple([inner.clone()])), (int(2), inner.clone())])]);
        assert!(equal(&nested(&forward), &nested(&backward), EXACT));
        assert!(!equal(&nested(&forward), &nested(&other), EXACT));
    }

    #[test]
    fn the_keys_of_a_dict_have_exact_types() {
        assert!(!equal(&dict([(int(1), int(0))]), &dict([(Value::Bool(true), int(0))]), EXACT));
        assert!(!equal(&dict([(int(1), int(0))]), &dict([(float(1.0), int(0))]), APPROX));
        assert!(equal(&dict([(float(0.3), int(0))]), &dict([(float(0.1 + 0.2), int(0))]), APPROX));
    }

    #[test]
    fn any_order_is_about_the_top_level_only() {
        let lists = |first: [i64; 2], second: [i64; 2]| list([list(first.map(int)), list(second.map(int))]);
        assert!(equal(&lists([1, 2], [3, 4]), &lists([3, 4], [1, 2]), ANY_ORDER));
        assert!(!equal(&lists([1, 2], [3, 4]), &lists([3, 4], [2, 1]), ANY_ORDER));
        assert!(!equal(&lists([1, 2], [3, 4]), &lists([3, 4], [1, 2]), EXACT));
        assert!(equal(&tuple([int(1), int(2)]), &tuple([int(2), int(1)]), ANY_ORDER));
        assert!(!equal(&tuple([int(1), int(2)]), &list([int(2), int(1)]), ANY_ORDER));
    }

    #[test]
    fn any_order_counts_how_often_an_item_comes() {
        let items = |numbers: [i64; 3]| list(numbers.map(int));
        assert!(equal(&items([1, 1, 2]), &items([1, 2, 1]), ANY_ORDER));
        assert!(!equal(&items([1, 1, 2]), &items([1, 2, 2]), ANY_ORDER));
        assert!(!equal(&list([int(1), int(1)]), &list([int(1)]), ANY_ORDER));
    }

    #[test]
    fn any_order_finds_close_floats() {
        let tiny = 1e-15;
        let pair = |number: f64, letter: &str| tuple([float(number), text(letter)]);
        let expected = list([pair(1.0, "a"), pair(1.0 + tiny, "b")]);
        assert!(equal(&expected, &list([pair(1.0, "b"), pair(1.0 + tiny, "a")]), BOTH));
        assert!(!equal(&expected, &list([pair(1.0, "b"), pair(1.0 + tiny, "b")]), BOTH));
        let point = |x: f64, y: f64| tuple([float(x), float(y)]);
        let expected = list([point(1.0, 5.0), point(1.0 + tiny, 2.0), point(f64::NAN, 0.0)]);
        assert!(equal(&expected, &list([point(f64::NAN, -0.0), point(1.0 + tiny, 5.0), point(1.0, 2.0)]), BOTH));
        assert!(!equal(&expected, &list([point(f64::NAN, -0.0), point(1.0 + tiny, 5.0), point(1.0, 2.1)]), BOTH));
        let sets = |numbers: [f64; 2]| list([Value::Set(numbers.map(float).into())]);
        assert!(equal(&sets([0.3, 7.0]), &sets([7.0, 0.1 + 0.2]), BOTH));
    }

    #[test]
    fn many_points_with_jitter_are_found_in_any_order() {
        let points = |reversed: bool| {
            let point = |number: i64| {
                let jitter = if reversed { 0.3 } else { 0.1 + 0.2 };
                tuple([float(jitter), float(number as f64 / 7.0 * if reversed { 1.0 + f64::EPSILON } else { 1.0 })])
            };
            let numbers: Vec<i64> = if reversed { (0..20_000).rev().collect() } else { (0..20_000).collect() };
            Value::List(numbers.into_iter().map(point).collect())
        };
        assert!(equal(&points(false), &points(true), BOTH));
    }

    #[test]
    fn other_types_and_values_past_a_bound_match_nothing() {
        use crate::model::value::Bound;
        for value in [Value::Other("generator".to_owned()), Value::Beyond(Bound::Nodes)] {
            for wrapped in [value.clone(), list([value.clone()]), dict([(int(1), value.clone())])] {
                for rules in [EXACT, ANY_ORDER, APPROX, BOTH] {
                    assert!(!equal(&wrapped, &wrapped, rules), "{wrapped:?}");
                }
            }
        }
    }

    /// The same value with the items of every dict the other way round.
    fn turned(value: &Value) -> Value {
        let items = |items: &[Value]| items.iter().map(turned).collect();
        match value {
            Value::List(list) => Value::List(items(list)),
            Value::Tuple(tuple) => Value::Tuple(items(tuple)),
            Value::Dict(pairs) => {
                Value::Dict(pairs.iter().rev().map(|(key, value)| (turned(key), turned(value))).collect())
            }
            other => other.clone(),
        }
    }

    proptest! {
        #[test]
        fn every_value_equals_itself_however_its_dicts_are_turned(value in any_value()) {
            for rules in [EXACT, ANY_ORDER, APPROX, BOTH] {
                prop_assert!(equal(&value, &value, rules));
                prop_assert!(equal(&value, &turned(&value), rules));
            }
        }

        #[test]
        fn rules_only_relax_and_both_sides_are_treated_alike(left in any_value(), right in any_value()) {
            for rules in [EXACT, ANY_ORDER, APPROX, BOTH] {
                let found = equal(&left, &right, rules);
                prop_assert_eq!(found, equal(&right, &left, rules));
                prop_assert!(!equal(&left, &right, EXACT) || found);
            }
        }
    }
}
