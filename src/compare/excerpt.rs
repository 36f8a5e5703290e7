//! Two long texts, cut to where they differ. What is left out is announced.

use crate::compare::quote::{counted, more};
use crate::compare::render::MAX_CHARS;

/// How many lines are shown before the first that differs.
const LINES_BEFORE: usize = 3;

/// How many characters of a long line are shown before the first that differs.
const CHARACTERS_BEFORE: usize = 40;

/// Both texts whole if they are short, otherwise about [`MAX_CHARS`] characters of each from the first difference on.
pub fn pair(expected: &str, got: &str) -> (String, String) {
    let short = |text: &str| text.chars().nth(MAX_CHARS).is_none();
    if short(expected) && short(got) {
        return (expected.to_owned(), got.to_owned());
    }
    let common = expected.split('\n').zip(got.split('\n')).take_while(|(expected, got)| expected == got).count();
    let from = common.saturating_sub(LINES_BEFORE);
    let line = |text: &str| text.split('\n').nth(common).unwrap_or("").to_owned();
    let column = line(expected).chars().zip(line(got).chars()).take_while(|(expected, got)| expected == got).count();
    (cut(expected, from, (common, column)), cut(got, from, (common, column)))
}

/// About [`MAX_CHARS`] characters from the start of a text.
pub fn start(text: &str) -> String {
    cut(text, 0, (0, 0))
}

/// The lines of a text from `from` on. Of the line `focus.0` the start is left out if `focus.1` is far behind it.
fn cut(text: &str, from: usize, focus: (usize, usize)) -> String {
    let mut shown = String::new();
    if from > 0 {
        shown.push_str(&format!("… {} before\n", counted(from, "line")));
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let mut left = MAX_CHARS;
    for (index, line) in lines.iter().enumerate().skip(from) {
        if left == 0 {
            shown.push_str(&more(lines.len() - index, "line"));
            return shown;
        }
        let column = if index == focus.0 { focus.1 } else { 0 };
        let line = cut_line(line, column, left);
        left = left.saturating_sub(line.chars().count() + 1);
        shown.push_str(&line);
        if index + 1 < lines.len() {
            shown.push('\n');
        }
    }
    shown
}

fn cut_line(line: &str, column: usize, limit: usize) -> String {
    let length = line.chars().count();
    if length <= limit {
        return line.to_owned();
    }
    let skip = if column > limit / 2 { column - CHARACTERS_BEFORE } else { 0 };
    let before = if skip > 0 { format!("… {} before ", counted(skip, "character")) } else { String::new() };
    let shown: String = line.chars().skip(skip).take(limit).collect();
    let behind = (skip + limit < length).then(|| more(length - skip - limit, "character"));
    format!("{before}{shown}{}", behind.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(pair("a\nb\n", ""), ("a\nb\n".to_owned(), String::new()));
    }

    #[test]
    fn long_texts_begin_near_the_first_difference() {
        let text = |word: &str| {
            let mut lines: Vec<String> = (0..3000).map(|number| format!("line {number}")).collect();
            lines[2500] = word.to_owned();
            lines.join("\n")
        };
        let (expected, got) = pair(&text("right"), &text("wrong"));
        assert!(expected.starts_with("… 2,497 lines before\nline 2497\nline 2498\nline 2499\nright\nline 2501\n"));
        assert!(got.starts_with("… 2,497 lines before\nline 2497\nline 2498\nline 2499\nwrong\nline 2501\n"));
        assert!(got.ends_with("\n… 102 more lines"), "{got}");
    }

    #[test]
    fn a_long_line_begins_near_the_first_difference() {
        let text = |letter: &str| "é".repeat(50_000) + letter + &"z".repeat(50_000);
        let (expected, _) = pair(&text("a"), &text("b"));
        assert!(expected.starts_with("… 49,960 characters before ééé"), "{expected}");
        assert!(expected.ends_with("zzz… 46,041 more characters"), "{expected}");
    }

    #[test]
    fn the_start_of_a_text_announces_what_follows() {
        assert_eq!(start("a\nb\n"), "a\nb\n");
        assert!(start(&"x".repeat(5000)).ends_with("x… 1,000 more characters"));
        assert!(start(&"x\n".repeat(5000)).ends_with("x\n… 3,001 more lines"));
        assert!(start("").is_empty());
    }
}
