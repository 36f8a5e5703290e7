//! A value as a Python programmer sees it: like `repr`, but bounded. What is left out is always announced.

use std::cmp::Ordering;

use crate::compare::number;
use crate::compare::quote::{self, counted, more};
use crate::model::limits::{MAX_DEPTH, MAX_NODES, MAX_VALUE_BYTES};
use crate::model::value::{Bound, Value};

/// About how many characters of one value are shown; closing brackets and the announcement of the rest come on top.
// Receipt: fifty lines of 80 columns: more than two screens are not read.
pub const MAX_CHARS: usize = 4000;

/// A value that is no wider stays on one line.
// Receipt: 80 columns less the gutter, the label and the indentation of a difference.
pub const MAX_COLUMNS: usize = 70;

/// How many items are shown before the one that a layout is focused on.
const ITEMS_BEFORE: usize = 3;

/// How many characters of a long string are shown before the one that a layout is focused on.
const CHARACTERS_BEFORE: usize = 40;

/// The value on one line.
pub fn python(value: &Value) -> String {
    limited(value, MAX_CHARS).text
}

/// The value on one line of about `limit` characters.
pub fn short(value: &Value, limit: usize) -> String {
    limited(value, limit).text
}

/// The value on one line if it is at most [`MAX_COLUMNS`] wide; otherwise one item a line, for a difference by lines.
pub fn laid_out(value: &Value) -> String {
    laid_out_at(value, &[])
}

/// As [`laid_out`]; when not all of it can be shown, what `focus` points at is. `focus` has a child's index for each
/// level (of a dict: the index of the pair), and for a string the index of a character.
pub fn laid_out_at(value: &Value, focus: &[usize]) -> String {
    let whole = Layout::of(value, &[]);
    let layout = if whole.cut && !focus.is_empty() { Layout::of(value, focus) } else { whole };
    layout.lines.join("\n")
}

/// Whether the value fits on one line of [`MAX_COLUMNS`].
pub fn fits_one_line(value: &Value) -> bool {
    fitting(value, MAX_COLUMNS).is_some()
}

fn limited(value: &Value, limit: usize) -> Line {
    let mut line = Line { text: String::new(), chars: 0, limit, cut: false };
    line.value(value);
    line
}

/// The value on one line of at most `columns` characters, if it fits whole.
fn fitting(value: &Value, columns: usize) -> Option<String> {
    let line = limited(value, columns);
    (!line.cut && line.chars <= columns).then_some(line.text)
}

/// Writes a value on one line until `limit` characters are reached.
struct Line {
    text: String,
    chars: usize,
    limit: usize,
    /// Something was left out.
    cut: bool,
}

impl Line {
    fn put(&mut self, text: &str) {
        self.chars += text.chars().count();
        self.text.push_str(text);
    }

    fn left(&self) -> usize {
        self.limit.saturating_sub(self.chars)
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::None => self.put("None"),
            Value::Bool(true) => self.put("True"),
            Value::Bool(false) => self.put("False"),
            Value::Int(int) => self.digits(&number::int(int)),
            Value::Float(float) => self.put(&number::float(*float)),
            Value::Complex(real, imaginary) => self.put(&number::complex(*real, *imaginary)),
            Value::Str(text) => {
                let left = self.left();
                self.cut |= quote::length(text) > left;
                self.put(&quote::string(text, 0, left));
            }
            Value::Bytes(data) => {
                let left = self.left();
                self.cut |= data.len() > left;
                self.put(&quote::bytes(data, left));
            }
            Value::Dict(pairs) => self.pairs(pairs),
            Value::Other(name) => self.put(&format!("<{}>", start_of(name, MAX_COLUMNS))),
            Value::Beyond(bound) => self.put(beyond(*bound)),
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
                self.items(value, items);
            }
        }
    }

    fn digits(&mut self, digits: &str) {
        let left = self.left().max(1);
        if digits.len() > left {
            self.cut = true;
            self.put(&format!("{}{}", &digits[..left], more(digits.len() - left, "digit")));
        } else {
            self.put(digits);
        }
    }

    fn items(&mut self, container: &Value, items: &[Value]) {
        let (open, close) = brackets(container);
        self.put(open);
        for (index, item) in in_reading_order(container, items).into_iter().enumerate() {
            if self.announced_rest(index, items.len()) {
                break;
            }
            self.value(item);
        }
        if matches!(container, Value::Tuple(_)) && items.len() == 1 {
            self.put(",");
        }
        self.put(close);
    }

    fn pairs(&mut self, pairs: &[(Value, Value)]) {
        self.put("{");
        for (index, (key, value)) in pairs.iter().enumerate() {
            if self.announced_rest(index, pairs.len()) {
                break;
            }
            self.value(key);
            self.put(": ");
            self.value(value);
        }
        self.put("}");
    }

    /// Writes the comma before the item at `index`, or what is left out when the line is full.
    fn announced_rest(&mut self, index: usize, count: usize) -> bool {
        if index > 0 {
            self.put(", ");
        }
        let full = self.chars >= self.limit;
        if full {
            self.cut = true;
            self.put(&more(count - index, "item"));
        }
        full
    }
}

/// Writes a value over several lines until `MAX_CHARS` characters are reached.
struct Layout {
    lines: Vec<String>,
    chars: usize,
    cut: bool,
}

impl Layout {
    fn of(value: &Value, focus: &[usize]) -> Layout {
        let mut layout = Layout { lines: Vec::new(), chars: 0, cut: false };
        layout.value(Place { indent: 0, before: "", behind: "" }, value, focus);
        layout
    }

    fn put(&mut self, line: String) {
        self.chars += line.chars().count() + 1;
        self.lines.push(line);
    }

    fn left(&self) -> usize {
        MAX_CHARS.saturating_sub(self.chars)
    }

    fn value(&mut self, place: Place<'_>, value: &Value, focus: &[usize]) {
        if let Some(line) = fitting(value, place.columns()) {
            return self.put(place.line(&line));
        }
        match value {
            Value::Dict(pairs) => {
                self.children(place, ("{", "}"), (pairs.len(), "item"), focus, |layout, index, focus| {
                    let (key, value) = &pairs[index];
                    let key = limited(key, MAX_COLUMNS).text + ": ";
                    layout.value(place.child(&key), value, focus);
                })
            }
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
                let ordered = in_reading_order(value, items);
                self.children(place, brackets(value), (items.len(), "item"), focus, |layout, index, focus| {
                    layout.value(place.child(""), ordered[index], focus);
                });
            }
            Value::Str(text) if text.contains(&b'\n') => {
                let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
                let focus: Vec<usize> = focus.iter().map(|character| quote::line_of(text, *character)).collect();
                self.children(place, ("(", ")"), (lines.len(), "line"), &focus, |layout, index, _| {
                    let quoted = layout.string(lines[index], &[]);
                    layout.put(Place { behind: "", ..place.child("") }.line(&quoted));
                });
            }
            Value::Str(text) => {
                let quoted = self.string(text, focus);
                self.put(place.line(&quoted));
            }
            scalar => {
                let line = limited(scalar, self.left().max(MAX_COLUMNS));
                self.cut |= line.cut;
                self.put(place.line(&line.text));
            }
        }
    }

    fn string(&mut self, text: &[u8], focus: &[usize]) -> String {
        let left = self.left().max(MAX_COLUMNS);
        self.cut |= quote::length(text) > left;
        let skip = focus.first().map_or(0, |character| character.saturating_sub(CHARACTERS_BEFORE));
        quote::string(text, skip, left)
    }

    /// The items of a container, or the lines of a string, between its brackets, each by `child(layout, index, focus)`.
    fn children(
        &mut self,
        place: Place<'_>,
        (open, close): (&str, &str),
        (count, noun): (usize, &str),
        focus: &[usize],
        mut child: impl FnMut(&mut Layout, usize, &[usize]),
    ) {
        self.put(place.opening(open));
        let first = focus.first().map_or(0, |index| index.saturating_sub(ITEMS_BEFORE));
        if first > 0 {
            self.put(place.inner(&format!("… {} before", counted(first, noun))));
        }
        for index in first..count {
            if self.left() == 0 {
                self.cut = true;
                self.put(place.inner(&more(count - index, noun)));
                break;
            }
            let inner = if focus.first() == Some(&index) { &focus[1..] } else { &[] };
            child(self, index, inner);
        }
        self.put(place.closing(close));
    }
}

/// Where a value stands in a layout: its indentation, and what comes before and behind it on its line.
#[derive(Clone, Copy)]
struct Place<'a> {
    indent: usize,
    before: &'a str,
    behind: &'a str,
}

impl Place<'_> {
    /// How wide a value may be to stand here on one line.
    fn columns(&self) -> usize {
        MAX_COLUMNS.saturating_sub(self.indent + self.before.chars().count() + self.behind.len())
    }

    fn child<'a>(&self, before: &'a str) -> Place<'a> {
        Place { indent: self.indent + 4, before, behind: "," }
    }

    fn line(&self, text: &str) -> String {
        format!("{:indent$}{}{text}{}", "", self.before, self.behind, indent = self.indent)
    }

    fn opening(&self, bracket: &str) -> String {
        format!("{:indent$}{}{bracket}", "", self.before, indent = self.indent)
    }

    fn closing(&self, bracket: &str) -> String {
        format!("{:indent$}{bracket}{}", "", self.behind, indent = self.indent)
    }

    fn inner(&self, text: &str) -> String {
        format!("{:indent$}{text}", "", indent = self.indent + 4)
    }
}

fn brackets(container: &Value) -> (&'static str, &'static str) {
    match container {
        Value::Tuple(_) => ("(", ")"),
        Value::Set(items) if items.is_empty() => ("set(", ")"),
        Value::Set(_) => ("{", "}"),
        Value::FrozenSet(items) if items.is_empty() => ("frozenset(", ")"),
        Value::FrozenSet(_) => ("frozenset({", "})"),
        _ => ("[", "]"),
    }
}

/// Items of a set by size or alphabet where they are all ints or all strings; everything else as it comes.
fn in_reading_order<'a>(container: &Value, items: &'a [Value]) -> Vec<&'a Value> {
    let mut ordered: Vec<&Value> = items.iter().collect();
    if matches!(container, Value::Set(_) | Value::FrozenSet(_)) {
        if items.iter().all(|item| matches!(item, Value::Int(_))) {
            ordered.sort_by(|left, right| by_size(left, right));
        } else if items.iter().all(|item| matches!(item, Value::Str(_))) {
            ordered.sort_by_key(|item| if let Value::Str(text) = item { text.as_slice() } else { &[] });
        }
    }
    ordered
}

fn by_size(left: &Value, right: &Value) -> Ordering {
    let (Value::Int(left), Value::Int(right)) = (left, right) else {
        return Ordering::Equal;
    };
    let magnitudes = (left.magnitude.len(), &left.magnitude).cmp(&(right.magnitude.len(), &right.magnitude));
    match (left.negative, right.negative) {
        (false, false) => magnitudes,
        (true, true) => magnitudes.reverse(),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// So many characters of a text; what is left is announced.
pub fn start_of(text: &str, limit: usize) -> String {
    let count = text.chars().count();
    if count <= limit {
        return text.to_owned();
    }
    let shown: String = text.chars().take(limit).collect();
    format!("{shown}{}", more(count - limit, "character"))
}

/// A value past a bound, as a sentence in angle brackets.
fn beyond(bound: Bound) -> &'static str {
    const { assert!(MAX_DEPTH == 64 && MAX_NODES == 100_000 && MAX_VALUE_BYTES == 1024 * 1024, "sentences below") }
    match bound {
        Bound::Depth => "<nested deeper than 64 levels>",
        Bound::Nodes => "<more than 100,000 items>",
        Bound::Bytes => "<larger than 1 MiB>",
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::compare::build::{int, text};

    fn ints(numbers: std::ops::Range<i64>) -> Vec<Value> {
        numbers.map(int).collect()
    }

    fn record(number: i64) -> Value {
        Value::Dict(vec![
            (text("name"), text(&format!("candidate number {number}"))),
            (text("scores"), Value::List(ints(number..number + 20))),
            (int(3), Value::None),
        ])
    }

    #[test]
    fn every_type_reads_as_its_repr() {
        let table = [
            (Value::None, "None"),
            (Value::Bool(true), "True"),
            (Value::Bool(false), "False"),
            (int(-42), "-42"),
            (Value::Float(1e16.into()), "1e+16"),
            (Value::Complex(0.0.into(), 1.0.into()), "1j"),
            (text("it's"), "\"it's\""),
            (Value::Bytes(b"a\0".to_vec()), r"b'a\x00'"),
            (Value::List(vec![]), "[]"),
            (Value::List(vec![int(1), Value::List(vec![int(2)])]), "[1, [2]]"),
            (Value::Tuple(vec![]), "()"),
            (Value::Tuple(vec![int(1)]), "(1,)"),
            (Value::Tuple(vec![int(1), int(2)]), "(1, 2)"),
            (Value::Dict(vec![]), "{}"),
            (Value::Dict(vec![(text("b"), int(1)), (text("a"), int(2))]), "{'b': 1, 'a': 2}"),
            (Value::Set(vec![]), "set()"),
            (Value::Set(vec![int(300), int(-2), int(7), int(-300)]), "{-300, -2, 7, 300}"),
            (Value::Set(vec![text("b"), text("aa")]), "{'aa', 'b'}"),
            (Value::FrozenSet(vec![]), "frozenset()"),
            (Value::FrozenSet(vec![int(1)]), "frozenset({1})"),
            (Value::Other("collections.deque".to_owned()), "<collections.deque>"),
            (Value::List(vec![Value::Beyond(Bound::Depth)]), "[<nested deeper than 64 levels>]"),
        ];
        for (value, repr) in table {
            assert_eq!(python(&value), repr);
            assert_eq!(laid_out(&value), repr, "what fits stays on one line");
        }
    }

    #[test]
    fn a_long_value_is_cut_and_the_rest_announced() {
        let shown = python(&Value::List(ints(0..10_000)));
        assert!(shown.starts_with("[0, 1, 2, ") && shown.ends_with(", … 9,178 more items]"), "{shown}");
        let shown = python(&Value::List(vec![text(&"x".repeat(10_000)), int(1), int(2)]));
        assert!(shown.ends_with("'… 6,001 more characters, … 2 more items]"), "{shown}");
        let shown = python(&Value::Int(crate::model::value::Int { negative: false, magnitude: vec![0x7f; 10_000] }));
        assert!(shown.ends_with("7f7f… 16,002 more digits"), "{shown}");
        let shown = python(&Value::Other("x".repeat(100)));
        assert!(shown.ends_with("x… 30 more characters>"), "{shown}");
    }

    #[test]
    fn whatever_the_value_the_text_stays_near_its_bound() {
        let control_characters = text(&"\u{1}".repeat(100_000));
        let mut nested = Value::List(ints(0..1000));
        for _ in 0..60 {
            nested = Value::Tuple(vec![
                control_characters.clone(),
                Value::Dict(vec![(int(1), nested), (control_characters.clone(), Value::None)]),
            ]);
        }
        // An escape takes four characters, and each of 120 levels may announce what it leaves out.
        assert!(python(&nested).chars().count() < 4 * MAX_CHARS + 120 * 30);
        assert!(laid_out(&nested).chars().count() < 4 * MAX_CHARS + 120 * 300);
    }

    #[test]
    fn a_value_over_seventy_columns_has_one_item_a_line() {
        assert_snapshot!(laid_out(&Value::List(vec![record(1), Value::Tuple(vec![int(7)])])), @r#"
    [
        {
            'name': 'candidate number 1',
            'scores': [
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16,
                17,
                18,
                19,
                20,
            ],
            3: None,
        },
        (7,),
    ]
    "#);
    }

    #[test]
    fn a_string_of_several_lines_is_laid_out_as_such() {
        let poem = "a line of a poem that is long enough\n".repeat(3) + "its end";
        assert_snapshot!(laid_out(&Value::Dict(vec![(text("poem"), text(&poem))])), @r#"
        {
            'poem': (
                'a line of a poem that is long enough\n'
                'a line of a poem that is long enough\n'
                'a line of a poem that is long enough\n'
                'its end'
            ),
        }
        "#);
    }

    #[test]
    fn a_layout_that_is_cut_shows_what_it_is_focused_on() {
        let value = Value::List(ints(0..5000));
        assert!(!laid_out(&value).contains("4000,"));
        let shown = laid_out_at(&value, &[4000]);
        assert!(
            shown.starts_with("[\n    … 3,997 items before\n    3997,\n    3998,\n    3999,\n    4000,\n"),
            "{shown}"
        );
        assert!(shown.ends_with("items\n]"), "{shown}");
        let letters = "a".repeat(9000) + "B" + &"c".repeat(9000);
        let shown = laid_out_at(&text(&letters), &[9000]);
        assert!(shown.starts_with("… 8,960 characters before 'aaaa"), "{shown}");
        let lines = "a line\n".repeat(3000);
        let shown = laid_out_at(&text(&lines), &[7 * 2000]);
        assert!(shown.starts_with("(\n    … 1,997 lines before\n    'a line\\n'\n"), "{shown}");
    }
}
