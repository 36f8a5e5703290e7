//! How many columns text takes, and text fitted to columns. But for one, all of it is escaped text without colours.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that text takes on one line.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Text followed by spaces up to `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Text cut to `columns`; `mark` (of one column or more) stands where something is missing.
pub fn cut(text: &str, columns: usize, mark: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (start, _) = split(text, columns.saturating_sub(width(mark)));
    format!("{}{mark}", start.trim_end())
}

/// As much of a painted line as fits `columns`, with all its colours.
pub fn cut_painted(line: &str, columns: usize) -> String {
    let (mut shown, mut used, mut is_sequence) = (String::new(), 0, false);
    for character in line.chars() {
        is_sequence |= character == '\u{1b}';
        if !is_sequence {
            used += character.width().unwrap_or(0);
        }
        if is_sequence || used <= columns {
            shown.push(character);
        }
        is_sequence &= !character.is_ascii_alphabetic();
    }
    shown
}

/// Text of which the end is kept, for paths.
pub fn cut_start(text: &str, columns: usize, mark: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(mark));
    let starts = text.char_indices().map(|(index, _)| index);
    let start = starts.chain([text.len()]).find(|start| width(&text[*start..]) <= room).unwrap_or(text.len());
    format!("{mark}{}", &text[start..])
}

/// Prose in lines of at most `columns`, broken at spaces; a longer word is broken anywhere. Line breaks of the text stay.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, columns)).collect()
}

/// Text in pieces of at most `columns`, broken anywhere, so that nothing of it changes.
pub fn chunks(text: &str, columns: usize) -> Vec<&str> {
    let mut chunks = Vec::new();
    let mut rest = text;
    loop {
        let (start, left) = split(rest, columns);
        chunks.push(start);
        if left.is_empty() {
            return chunks;
        }
        rest = left;
    }
}

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in line.split(' ') {
        let gap = usize::from(!current.is_empty());
        if width(&current) + gap + width(word) <= columns {
            current.push_str(&" ".repeat(gap));
            current.push_str(word);
            continue;
        }
        if !current.is_empty() {
            lines.push(std::mem::take(&mut current));
        }
        let mut pieces = chunks(word, columns);
        current = pieces.pop().unwrap_or_default().to_owned();
        lines.extend(pieces.into_iter().map(str::to_owned));
    }
    lines.push(current);
    lines
}

/// The longest start that fits `columns`, at least one character with the marks on it, and what is left.
pub fn split(text: &str, columns: usize) -> (&str, &str) {
    let mut used = 0;
    for (index, character) in text.char_indices() {
        used += character.width().unwrap_or(0);
        if used > columns && index > 0 {
            return text.split_at(index);
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_broken_at_spaces() {
        assert_eq!(wrap("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("unbreakable", 4), ["unbr", "eaka", "ble"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("中文字 x", 4), ["中文", "字 x"]);
    }

    #[test]
    fn chunks_put_together_give_the_text() {
        let text = "a b  中文 e\u{301}f";
        for columns in 1..12 {
            let chunks = chunks(text, columns);
            assert_eq!(chunks.concat(), text);
            assert!(chunks.iter().all(|chunk| width(chunk) <= columns.max(2)), "{chunks:?}");
        }
    }

    #[test]
    fn a_painted_line_is_cut_and_keeps_its_colours() {
        assert_eq!(cut_painted("ab\u{1b}[31;1mcd\u{1b}[0mef", 3), "ab\u{1b}[31;1mc\u{1b}[0m");
        assert_eq!(cut_painted("a中b", 2), "a");
        assert_eq!(cut_painted("ab", 2), "ab");
    }

    #[test]
    fn cut_text_shows_that_it_is_cut() {
        assert_eq!(cut("abcdef", 6, "…"), "abcdef");
        assert_eq!(cut("abcdef", 5, "…"), "abcd…");
        assert_eq!(cut("abcdef", 5, "..."), "ab...");
        assert_eq!(cut("中文字", 5, "…"), "中文…");
        assert_eq!(pad("中", 4), "中  ");
        assert_eq!(cut_start("abcdef", 6, "…"), "abcdef");
        assert_eq!(cut_start("abcdef", 4, "…"), "…def");
        assert_eq!(cut_start("中文字", 5, "…"), "…文字");
    }
}
