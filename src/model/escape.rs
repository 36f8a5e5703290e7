//! Make any text safe to be shown: in a terminal, the log of a CI, a page. Whatever comes from answers, banks and files
//! goes through here before it is quoted for its format.

use unicode_width::UnicodeWidthChar;

use crate::model::printable::{escape, is_printable};

/// Characters with a category of letters, marks or symbols that cannot be seen.
const INVISIBLE: [char; 7] = ['\u{34f}', '\u{115f}', '\u{1160}', '\u{17b4}', '\u{17b5}', '\u{2800}', '\u{3164}'];

/// How many combining marks one letter may carry; written languages need no more, and hundreds of them cover the screen.
const MAX_MARKS: usize = 4;

/// How far a tab goes.
const TAB: usize = 8;

/// Text of several lines. Newlines stay, tabs become spaces; controls, invisible and direction-changing characters become
/// visible escapes such as `\x1b` and `\u202e`.
pub fn terminal(text: &str) -> String {
    text.split('\n').map(|line| escaped(line, true)).collect::<Vec<_>>().join("\n")
}

/// Text on one line: newlines, tabs and spaces other than the plain one become visible escapes too.
pub fn line(text: &str) -> String {
    escaped(text, false)
}

/// Text on one line in ASCII, for terminals that do not read UTF-8.
pub fn ascii(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in line(text).chars() {
        match character {
            '\0'..='\x7f' => shown.push(character),
            '…' => shown.push_str("..."),
            '’' => shown.push('\''),
            '·' => shown.push('-'),
            '\u{201c}' | '\u{201d}' => shown.push('"'),
            _ => shown.push_str(&escape(character)),
        }
    }
    shown
}

/// A line that is no command of the CI whose log it lands in. GitHub obeys lines that begin with `::`, behind spaces too,
/// and `##[` anywhere in a line; `::stop-commands` in an answer's message would silence the log of every other answer.
pub fn inert(line: &str) -> String {
    let line = line.replace("##[", "##\\x5b");
    let spaces = line.len() - line.trim_start().len();
    if line[spaces..].starts_with("::") { format!("{}\\x3a{}", &line[..spaces], &line[spaces + 1..]) } else { line }
}

fn escaped(text: &str, keep_spaces: bool) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut column = 0;
    // A mark at the start would sit on whatever stands before the text.
    let mut marks = MAX_MARKS;
    for character in text.chars() {
        let width = character.width().unwrap_or(0);
        if keep_spaces && character == '\t' {
            let spaces = TAB - column % TAB;
            shown.extend(std::iter::repeat_n(' ', spaces));
            column += spaces;
            marks = MAX_MARKS;
        } else if is_safe(character, keep_spaces) && (width > 0 || marks < MAX_MARKS) {
            shown.push(character);
            column += width;
            marks = if width > 0 { 0 } else { marks + 1 };
        } else {
            let escaped = escape(character);
            column += escaped.len();
            shown.push_str(&escaped);
            marks = MAX_MARKS;
        }
    }
    shown
}

fn is_safe(character: char, keep_spaces: bool) -> bool {
    let hidden = INVISIBLE.contains(&character) || matches!(character, '\u{180b}'..='\u{180f}' | '\u{ffa0}');
    let selector = matches!(character, '\u{fe00}'..='\u{fe0e}' | '\u{e0100}'..='\u{e01ef}');
    let space = keep_spaces && matches!(character, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}');
    (is_printable(character) || space) && !hidden && !selector
}

/// A word of a command, as a shell takes it.
pub fn shell(text: &str) -> String {
    let is_plain =
        !text.is_empty() && text.chars().all(|character| character.is_alphanumeric() || "/._-~,".contains(character));
    if is_plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By ranges of Unicode, not by the rule under test.
    fn is_dangerous(character: char) -> bool {
        matches!(character,
            '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
    }

    #[test]
    fn of_all_characters_no_dangerous_one_survives() {
        for first in (0..=u32::from(char::MAX)).step_by(0x100) {
            let characters = (first..first + 0x100).filter_map(char::from_u32);
            let text: String = characters.flat_map(|character| ['a', character]).collect();
            let shown = terminal(&text);
            let survivors: Vec<char> = shown.chars().filter(|shown| is_dangerous(*shown) && *shown != '\n').collect();
            assert!(survivors.is_empty(), "{survivors:?}");
            let shown = line(&text);
            let survivors: Vec<char> = shown.chars().filter(|shown| is_dangerous(*shown)).collect();
            assert!(survivors.is_empty(), "{survivors:?}");
            if first % 0x1000 == 0 {
                assert!(ascii(&text).bytes().all(|byte| (b' '..=b'~').contains(&byte)));
            }
        }
    }

    #[test]
    fn escapes_name_the_character() {
        let table = [
            ("\x1b[31mred", r"\x1b[31mred"),
            ("a\rb\x07\x7f\u{9b}", r"a\rb\x07\x7f\x9b"),
            ("user\u{202e}txt.exe", r"user\u202etxt.exe"),
            ("zero\u{200b}width\u{feff}", r"zero\u200bwidth\ufeff"),
            ("\u{e0041}", r"\U000e0041"),
            ("two\nlines", "two\nlines"),
            ("a\tb\n\tc", "a       b\n        c"),
            ("中\tb", "中      b"),
            ("it's \"quoted\" \\ here", "it's \"quoted\" \\ here"),
            ("naïve 中文 🐍 √", "naïve 中文 🐍 √"),
            ("no\u{a0}break", "no\u{a0}break"),
        ];
        for (text, shown) in table {
            assert_eq!(terminal(text), shown);
        }
    }

    #[test]
    fn no_line_commands_a_ci() {
        let table = [
            ("::error file=a::b", r"\x3a:error file=a::b"),
            ("  ::stop-commands::x", r"  \x3a:stop-commands::x"),
            ("a ##[add-mask]b ##[c]", r"a ##\x5badd-mask]b ##\x5bc]"),
            ("a::b: [c] # [d]", "a::b: [c] # [d]"),
            ("", ""),
        ];
        for (text, shown) in table {
            assert_eq!(inert(text), shown);
            assert_eq!(inert(shown), shown);
        }
    }

    #[test]
    fn one_line_shows_newlines_tabs_and_odd_spaces() {
        assert_eq!(line("a\n\tb\u{a0}\r\n"), r"a\n\tb\xa0\r\n");
    }

    #[test]
    fn combining_marks_need_a_letter_and_are_few() {
        assert_eq!(line("e\u{301}"), "e\u{301}");
        assert_eq!(line("\u{301}e"), r"\u0301e");
        let crowd = line(&format!("a{}", "\u{301}".repeat(100)));
        assert_eq!(crowd.matches('\u{301}').count(), MAX_MARKS);
        assert_eq!(crowd.matches("\\u0301").count(), 100 - MAX_MARKS);
    }

    #[test]
    fn ascii_keeps_what_we_write_readable() {
        assert_eq!(ascii("… 3 more · it’s é"), r"... 3 more - it's \xe9");
    }

    proptest! {
        #[test]
        fn no_text_gives_anything_dangerous(text in any::<String>()) {
            for shown in [terminal(&text), line(&text)] {
                prop_assert!(shown.chars().all(|shown| !is_dangerous(shown) || shown == '\n'), "{:?}", shown);
            }
            prop_assert!(!line(&text).contains('\n'));
        }

        #[test]
        fn what_is_safe_stays_as_it_is(text in any::<String>()) {
            prop_assert_eq!(terminal(&terminal(&text)), terminal(&text));
            prop_assert_eq!(line(&line(&text)), line(&text));
        }
    }
}
