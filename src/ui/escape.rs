//! Make text that somebody else wrote harmless for a terminal.

/// The text with every control character but newline and tab spelled out, and nothing that turns the writing direction.
pub fn terminal(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => safe.push(character),
            _ if character.is_control() || turns_direction(character) => safe.extend(character.escape_unicode()),
            _ => safe.push(character),
        }
    }
    safe
}

fn turns_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::terminal;

    #[test]
    fn what_could_move_the_cursor_is_spelled_out() {
        assert_eq!(terminal("a\u{1b}[2Jb\rc\u{9b}d\u{202e}e\tf\ng"), "a\\u{1b}[2Jb\\u{d}c\\u{9b}d\\u{202e}e\tf\ng");
    }
}
