//! Whether printed text is what is expected, with the two relaxations of doctest.

/// What stands for any text under `ELLIPSIS`.
const MARKER: &str = "...";

/// In a text of more lines the first difference is located.
const MANY_LINES: usize = 5;

/// What an author has relaxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextRules {
    /// `...` in the expected text stands for any text, also for none and over several lines.
    pub ellipsis: bool,
    /// Every run of whitespace counts as one space.
    pub normalize_whitespace: bool,
}

/// Whether `printed` is what is expected. A newline at the very end does not matter.
pub fn matches(expected: &str, printed: &str, rules: TextRules) -> bool {
    let (expected, printed) = (without_last_newline(expected), without_last_newline(printed));
    if rules.normalize_whitespace {
        return matches_pattern(&normalized(expected), &normalized(printed), rules.ellipsis);
    }
    matches_pattern(expected, printed, rules.ellipsis)
}

/// The text without one newline at its end.
pub fn without_last_newline(text: &str) -> &str {
    text.strip_suffix('\n').unwrap_or(text)
}

/// The words of a text, one space between them.
pub fn normalized(text: &str) -> String {
    text.split(is_python_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What kind of difference it is between two texts; `None` when showing them says it all.
pub fn note(expected: &str, got: &str) -> Option<String> {
    let letters = |text: &str| text.chars().filter(|character| !is_python_space(*character)).collect::<String>();
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    if got.is_empty() {
        return Some("the text is empty".to_owned());
    }
    if trimmed(expected) == trimmed(got) {
        return Some("differs only in whitespace at the end of a line".to_owned());
    }
    if letters(expected) == letters(got) {
        return Some("differs only in whitespace".to_owned());
    }
    if expected.to_lowercase() == got.to_lowercase() {
        return Some("differs only in upper and lower case".to_owned());
    }
    lines_differ(&expected.lines().collect::<Vec<_>>(), &got.lines().collect::<Vec<_>>())
}

fn lines_differ(expected: &[&str], got: &[&str]) -> Option<String> {
    let sorted = |lines: &[&str]| {
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        lines.join("\n")
    };
    if expected.len() > 1 && sorted(expected) == sorted(got) {
        return Some("differs only in the order of lines".to_owned());
    }
    let common = expected.iter().zip(got).take_while(|(expected, got)| expected == got).count();
    (expected.len() > MANY_LINES).then(|| format!("first difference in line {}", common + 1))
}

/// What `str.split()` of Python splits at.
fn is_python_space(character: char) -> bool {
    character.is_whitespace() || ('\x1c'..='\x1f').contains(&character)
}

/// As doctest does it: the first piece at the start, the last at the end, each other at its first place in what is left.
/// Taking the first place is never wrong, so nothing is tried twice and the time is linear.
fn matches_pattern(expected: &str, printed: &str, ellipsis: bool) -> bool {
    if !ellipsis || !expected.contains(MARKER) {
        return expected == printed;
    }
    let mut pieces: Vec<&str> = expected.split(MARKER).collect();
    let last = pieces.pop().expect("a split gives at least one piece");
    let Some(rest) = printed.strip_prefix(pieces[0]) else {
        return false;
    };
    let Some(mut rest) = rest.strip_suffix(last) else {
        return false;
    };
    for piece in &pieces[1..] {
        let Some(start) = rest.find(piece) else {
            return false;
        };
        rest = &rest[start + piece.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::compare::testing::cpu_time;

    const EXACT: TextRules = TextRules { ellipsis: false, normalize_whitespace: false };
    const ELLIPSIS: TextRules = TextRules { ellipsis: true, normalize_whitespace: false };
    const SPACES: TextRules = TextRules { ellipsis: false, normalize_whitespace: true };
    const BOTH: TextRules = TextRules { ellipsis: true, normalize_whitespace: true };

    #[test]
    fn texts_match_as_in_doctest() {
        let table = [
            ("a\n", "a\n", EXACT, true),
            ("a\n", "a", EXACT, true),
            ("a", "a\n", EXACT, true),
            ("a\n", "a\n\n", EXACT, false),
            ("a\n\nb\n", "a\n\nb\n", EXACT, true),
            ("a", "A", EXACT, false),
            ("a b", "a  b", EXACT, false),
            ("a ", "a", EXACT, false),
            ("", "", EXACT, true),
            ("", "\n", EXACT, true),
            ("a...", "a...", EXACT, true),
            ("a...", "abc", EXACT, false),
            ("a  b\n", "a\n b", SPACES, true),
            ("a b", " a\tb ", SPACES, true),
            ("a b", "a\u{a0}b", SPACES, true),
            ("a b", "a\x1fb", SPACES, true),
            ("a b", "ab", SPACES, false),
            ("a...", "abc", SPACES, false),
            ("...", "", ELLIPSIS, true),
            ("...", "anything\nat all", ELLIPSIS, true),
            ("a...c", "abbbc", ELLIPSIS, true),
            ("a...c", "ac", ELLIPSIS, true),
            ("a...c", "abcd", ELLIPSIS, false),
            ("a...b...c", "a b b c", ELLIPSIS, true),
            ("a...b...c", "a c b", ELLIPSIS, false),
            ("aa...aa", "aaa", ELLIPSIS, false),
            ("aa...aa", "aaaa", ELLIPSIS, true),
            ("ab...ba", "aba", ELLIPSIS, false),
            ("...b...b...", "b", ELLIPSIS, false),
            ("[0, 1, ..., 9]\n", "[0, 1, 2, 9]\n", ELLIPSIS, true),
            ("....", "abc.", ELLIPSIS, true),
            ("......", "x", ELLIPSIS, true),
            ("a b...", "a\n\nb c", BOTH, true),
            ("a ...b", "a\n\n b", BOTH, true),
        ];
        for (expected, printed, rules, matched) in table {
            assert_eq!(matches(expected, printed, rules), matched, "{expected:?} {printed:?} {rules:?}");
        }
    }

    #[test]
    fn notes_say_what_kind_of_difference_it_is() {
        let table = [
            ("a", "", Some("the text is empty")),
            ("a\nb", "a \nb\n", Some("differs only in whitespace at the end of a line")),
            ("a\nb", "a\n\nb", Some("differs only in whitespace")),
            ("a b", "ab", Some("differs only in whitespace")),
            ("Hello", "hello", Some("differs only in upper and lower case")),
            ("a\nb", "b\na", Some("differs only in the order of lines")),
            ("a", "b", None),
            ("1\n2\n3\n4\n5\n6", "1\n2\n3\n4\nfive\n6", Some("first difference in line 5")),
            ("1\n2\n3\n4\n5\n6", "1\n2", Some("first difference in line 3")),
        ];
        for (expected, got, sentence) in table {
            assert_eq!(note(expected, got).as_deref(), sentence, "{expected:?} {got:?}");
        }
    }

    #[test]
    fn hostile_text_is_matched_in_no_time() {
        let pattern = "a...".repeat(1000) + "b";
        let before = cpu_time();
        assert!(!matches(&pattern, &"a".repeat(1024 * 1024), ELLIPSIS));
        assert!(matches(&pattern, &("a".repeat(1024 * 1024) + "b"), ELLIPSIS));
        let periodic = format!("{}b...", "ab".repeat(500)).repeat(10);
        assert!(!matches(&periodic, &"ab".repeat(512 * 1024), BOTH));
        assert!(cpu_time() - before < Duration::from_secs(5));
    }
}
