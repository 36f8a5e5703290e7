//! Which characters a reader can see. Python's `repr` and whatever is written to a terminal ask this.

/// Whether a character has a visible form: not a control, format, separator, private or unassigned character. The plain
/// space is printable, every other space is not. The same rule as Python's `str.isprintable`.
pub fn is_printable(character: char) -> bool {
    if character.is_ascii() {
        return !character.is_ascii_control();
    }
    // Behind another character a combining mark counts as what it is: part of that character.
    let mut buffer = [b'x'; 5];
    let length = character.encode_utf8(&mut buffer[1..]).len();
    let text = std::str::from_utf8(&buffer[..1 + length]).expect("an ASCII letter and one whole character");
    text.escape_debug().count() == 2
}

/// How Python spells a character that it does not print: `\x1b`, `\u202e`, `\U000e0041`.
pub fn escape(character: char) -> String {
    match character {
        '\t' => "\\t".to_owned(),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        _ => match u32::from(character) {
            code @ ..=0xff => format!("\\x{code:02x}"),
            code @ ..=0xffff => format!("\\u{code:04x}"),
            code => format!("\\U{code:08x}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_marks_and_symbols_are_printable() {
        for character in ['a', ' ', '\\', '\'', 'é', '\u{301}', '中', '🐍', '√', '\u{fe0f}'] {
            assert!(is_printable(character), "{character:?}");
        }
    }

    #[test]
    fn controls_formats_and_odd_spaces_are_not() {
        let hidden = ['\n', '\x1b', '\x7f', '\u{85}', '\u{a0}', '\u{ad}', '\u{200b}', '\u{202e}', '\u{2028}'];
        for character in hidden.into_iter().chain(['\u{3000}', '\u{e000}', '\u{feff}', '\u{e0041}', '\u{10ffff}']) {
            assert!(!is_printable(character), "{character:?}");
        }
    }

    #[test]
    fn escapes_are_those_of_python() {
        let escaped: Vec<String> = ['\n', '\x1b', 'ÿ', '\u{202e}', '\u{e0041}'].into_iter().map(escape).collect();
        assert_eq!(escaped, ["\\n", "\\x1b", "\\xff", "\\u202e", "\\U000e0041"]);
    }
}
