//! A difference of two texts by lines and, within changed lines, by words. A model: how it looks is decided elsewhere.

use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_deadline, diff_ratio, group_diff_ops};

use crate::compare::quote::counted;
use crate::compare::text::without_last_newline;

/// How many equal lines stay around a change.
const CONTEXT: usize = 3;

/// The most lines of each text that are looked at; what follows is announced.
// Receipt: excerpts of values have under 1,000 lines; 2,000 lines against 2,000 took 40 ms without optimisation.
const MAX_LINES: usize = 2000;

/// A longer stretch of a changed line is cut in its middle, and the cut announced.
const MAX_STRETCH: usize = 240;

/// How much of a stretch stays on either side of a cut.
const KEPT: usize = 100;

/// Words of lines are marked when at least this share of them is equal; otherwise the lines are simply different.
const ALIKE: f32 = 0.4;

/// When the search for the best difference ends and any difference is taken.
const PATIENCE: Duration = Duration::from_millis(500);

/// One line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Text {
        tag: Tag,
        segments: Vec<Segment>,
    },
    /// So many equal lines are left out here.
    Folded(usize),
    /// So many lines of this side lie beyond the bound.
    Beyond {
        tag: Tag,
        count: usize,
    },
}

/// Which side a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Equal,
    Expected,
    Got,
}

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// This is what the lines differ in.
    pub emphasised: bool,
    pub text: String,
}

/// The difference of two texts. Equal texts give their lines, folded.
pub fn diff(expected: &str, got: &str) -> Vec<Line> {
    let (expected, expected_left) = first_lines(expected);
    let (got, got_left) = first_lines(got);
    let deadline = Instant::now() + PATIENCE;
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &expected, &got, Some(deadline));
    let mut lines = Vec::new();
    let mut shown = 0;
    for group in group_diff_ops(ops, CONTEXT) {
        let start = group.first().map_or(0, |op| op.old_range().start);
        fold(&mut lines, start - shown);
        shown = group.last().map_or(start, |op| op.old_range().end);
        for op in group {
            add(&mut lines, &op, &expected, &got, deadline);
        }
    }
    fold(&mut lines, expected.len() - shown);
    let beyond = [(Tag::Expected, expected_left), (Tag::Got, got_left)].into_iter().filter(|(_, count)| *count > 0);
    lines.extend(beyond.map(|(tag, count)| Line::Beyond { tag, count }));
    lines
}

/// The lines of a text up to the bound, and how many follow. A newline at the very end ends no further line.
fn first_lines(text: &str) -> (Vec<&str>, usize) {
    if text.is_empty() {
        return (Vec::new(), 0);
    }
    // Not `lines()`: a carriage return before a newline is a difference too.
    let all = || without_last_newline(text).split('\n');
    let lines: Vec<&str> = all().take(MAX_LINES).collect();
    let left = all().count() - lines.len();
    (lines, left)
}

fn fold(lines: &mut Vec<Line>, count: usize) {
    if count > 0 {
        lines.push(Line::Folded(count));
    }
}

fn add(lines: &mut Vec<Line>, op: &DiffOp, expected: &[&str], got: &[&str], deadline: Instant) {
    let (removed, added) = (&expected[op.old_range()], &got[op.new_range()]);
    if let DiffOp::Equal { .. } = op {
        lines.extend(removed.iter().map(|line| plain(Tag::Equal, line)));
        return;
    }
    let (mut removed_lines, mut added_lines) = (Vec::new(), Vec::new());
    for index in 0..removed.len().max(added.len()) {
        let pair = (removed.get(index), added.get(index));
        let words = if let (Some(removed), Some(added)) = pair { by_words(removed, added, deadline) } else { None };
        if let Some((removed, added)) = words {
            removed_lines.push(Line::Text { tag: Tag::Expected, segments: removed });
            added_lines.push(Line::Text { tag: Tag::Got, segments: added });
        } else {
            removed_lines.extend(pair.0.map(|line| plain(Tag::Expected, line)));
            added_lines.extend(pair.1.map(|line| plain(Tag::Got, line)));
        }
    }
    lines.append(&mut removed_lines);
    lines.append(&mut added_lines);
}

fn plain(tag: Tag, line: &str) -> Line {
    Line::Text { tag, segments: vec![segment(false, line)] }
}

/// Both lines with what differs emphasised; `None` when they have too little in common.
fn by_words(expected: &str, got: &str, deadline: Instant) -> Option<(Vec<Segment>, Vec<Segment>)> {
    let (expected, got) = (words(expected), words(got));
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &expected, &got, Some(deadline));
    let alike = diff_ratio(&ops, expected.len(), got.len()) >= ALIKE;
    alike.then(|| (side(&ops, &expected, DiffOp::old_range), side(&ops, &got, DiffOp::new_range)))
}

/// Letters and digits that stand together, spaces that stand together, and every other character by itself.
fn words(line: &str) -> Vec<&str> {
    let class = |character: char| match character {
        _ if character.is_alphanumeric() || character == '_' => 1,
        _ if character.is_whitespace() => 2,
        _ => 0,
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut previous = 0;
    for (index, character) in line.char_indices() {
        let class = class(character);
        if index > start && (class == 0 || class != previous) {
            words.push(&line[start..index]);
            start = index;
        }
        previous = class;
    }
    words.push(&line[start..]);
    words
}

/// The segments of one side. Spaces between two emphasised words are emphasised with them.
fn side(ops: &[DiffOp], words: &[&str], range: impl Fn(&DiffOp) -> Range<usize>) -> Vec<Segment> {
    let mut stretches: Vec<(bool, String)> = Vec::new();
    for op in ops.iter().filter(|op| !range(op).is_empty()) {
        stretches.push((op.tag() != DiffTag::Equal, words[range(op)].concat()));
    }
    for index in 1..stretches.len().saturating_sub(1) {
        let between = stretches[index - 1].0 && stretches[index + 1].0;
        stretches[index].0 |= between && stretches[index].1.trim().is_empty();
    }
    let stretches = stretches.chunk_by(|left, right| left.0 == right.0);
    stretches.map(|run| segment(run[0].0, &run.iter().map(|(_, text)| text.as_str()).collect::<String>())).collect()
}

fn segment(emphasised: bool, text: &str) -> Segment {
    let length = text.chars().count();
    if length <= MAX_STRETCH {
        return Segment { emphasised, text: text.to_owned() };
    }
    let start: String = text.chars().take(KEPT).collect();
    let end: String = text.chars().skip(length - KEPT).collect();
    Segment { emphasised, text: format!("{start}… {} …{end}", counted(length - 2 * KEPT, "more character")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::testing::cpu_time;

    /// One line each, emphasised words between `«` and `»`.
    fn told(expected: &str, got: &str) -> Vec<String> {
        let line = |line: &Line| match line {
            Line::Text { tag, segments } => {
                let gutter = match tag {
                    Tag::Equal => " ",
                    Tag::Expected => "-",
                    Tag::Got => "+",
                };
                let segments = segments.iter().map(|segment| match segment.emphasised {
                    true => format!("«{}»", segment.text),
                    false => segment.text.clone(),
                });
                format!("{gutter}{}", segments.collect::<String>())
            }
            Line::Folded(count) => format!("({count} equal)"),
            Line::Beyond { tag, count } => format!("({tag:?} {count} more)"),
        };
        diff(expected, got).iter().map(line).collect()
    }

    #[test]
    fn changed_words_are_emphasised() {
        let table = [
            ("[1, 2, 3, 4]", "[1, 2, 4]", ["-[1, 2, «3, »4]", "+[1, 2, 4]"]),
            ("[1, 2, 3]", "(1, 2, 3)", ["-«[»1, 2, 3«]»", "+«(»1, 2, 3«)»"]),
            ("a long line here", "a short line here", ["-a «long» line here", "+a «short» line here"]),
            ("say one two now", "say three four now", ["-say «one two» now", "+say «three four» now"]),
            ("0.3", "0.30000000000000004", ["-0.«3»", "+0.«30000000000000004»"]),
            ("a b", "a  b", ["-a« »b", "+a«  »b"]),
            ("True", "1", ["-True", "+1"]),
        ];
        for (expected, got, lines) in table {
            assert_eq!(told(expected, got), lines);
        }
    }

    #[test]
    fn far_equal_lines_are_folded() {
        let numbers = |wrong: &str| {
            (0..30).map(|number| if number == 15 { wrong.to_owned() } else { number.to_string() }).collect::<Vec<_>>()
        };
        let lines = told(&numbers("15").join("\n"), &numbers("fifteen").join("\n"));
        assert_eq!(lines, ["(12 equal)", " 12", " 13", " 14", "-15", "+fifteen", " 16", " 17", " 18", "(11 equal)"]);
    }

    #[test]
    fn missing_and_extra_lines_stand_alone() {
        assert_eq!(told("a\nb\nc", "a\nc"), [" a", "-b", " c"]);
        assert_eq!(told("a\n", "a\nb\n"), [" a", "+b"]);
        assert_eq!(told("", "a"), ["+a"]);
        assert_eq!(told("a", "a\n\n"), [" a", "+"]);
    }

    #[test]
    fn texts_that_are_equal_fold_whole() {
        assert_eq!(told("a\nb", "a\nb\n"), ["(2 equal)"]);
        assert!(told("", "").is_empty());
    }

    #[test]
    fn a_carriage_return_is_a_difference() {
        assert_eq!(told("a b\n", "a b\r\n"), ["-a b", "+a b«\r»"]);
    }

    #[test]
    fn a_long_line_is_cut_where_it_is_equal() {
        let line = |word: &str| format!("{} {word} {}", "a".repeat(1000), "z".repeat(1000));
        let lines = told(&line("right"), &line("wrong"));
        let side = |gutter: &str, word: &str| {
            let (a, z) = ("a".repeat(100), "z".repeat(100));
            let cut = "… 801 more characters …";
            format!("{gutter}{a}{cut}{} «{word}» {}{cut}{z}", &a[1..], &z[1..])
        };
        assert_eq!(lines, [side("-", "right"), side("+", "wrong")]);
    }

    #[test]
    fn lines_beyond_the_bound_are_announced() {
        let text = "x\n".repeat(5000);
        assert_eq!(told(&text, &text[2..]), ["(2000 equal)", "(Expected 3000 more)", "(Got 2999 more)"]);
    }

    #[test]
    fn hostile_texts_end_in_time() {
        let before = cpu_time();
        let letters = |from: u32| {
            (0..1_000_000).map(|index| char::from_u32(33 + (index * from) % 90).unwrap()).collect::<String>()
        };
        assert_eq!(diff(&letters(7), &letters(11)).len(), 2);
        let lines = |from: u32| (0..5000).map(|index| format!("{}\n", index * from % 97)).collect::<String>();
        assert!(!diff(&lines(5), &lines(3)).is_empty());
        assert!(cpu_time() - before < Duration::from_secs(10));
    }
}
