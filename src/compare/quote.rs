//! Strings and bytes as Python quotes them.

use crate::model::printable::{escape, is_printable};

/// A piece of a string as the wire carries it: UTF-8 in which Python's lone surrogates are passed through.
#[derive(PartialEq)]
enum Piece {
    Char(char),
    /// A lone surrogate.
    Surrogate(u16),
    /// A byte that no Python string can have given.
    Byte(u8),
}

/// A string in quotes: `limit` characters of its content after the first `skip`. What is left out before and behind them
/// is announced outside the quotes.
pub fn string(text: &[u8], skip: usize, limit: usize) -> String {
    let quote = quote_for(text);
    let mut quoted = if skip > 0 { format!("… {} before ", counted(skip, "character")) } else { String::new() };
    quoted.push(quote);
    let mut pieces = pieces(text).skip(skip);
    for piece in pieces.by_ref().take(limit) {
        match piece {
            Piece::Char(character) if character == quote || character == '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            Piece::Char(character) if is_printable(character) => quoted.push(character),
            Piece::Char(character) => quoted.push_str(&escape(character)),
            Piece::Surrogate(code) => quoted.push_str(&format!("\\u{code:04x}")),
            Piece::Byte(byte) => quoted.push_str(&format!("\\x{byte:02x}")),
        }
    }
    quoted.push(quote);
    match pieces.count() {
        0 => quoted,
        left => quoted + &more(left, "character"),
    }
}

/// Bytes in quotes, at most `limit` of them; what is left is announced behind the quotes.
pub fn bytes(data: &[u8], limit: usize) -> String {
    let quote = quote_for(data);
    let shown = &data[..data.len().min(limit)];
    let mut quoted = format!("b{quote}");
    for byte in shown {
        match char::from(*byte) {
            character if character == quote || character == '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            character @ ' '..='~' => quoted.push(character),
            character => quoted.push_str(&escape(character)),
        }
    }
    quoted.push(quote);
    if shown.len() < data.len() {
        quoted.push_str(&more(data.len() - shown.len(), "byte"));
    }
    quoted
}

/// The content of a string for comparing with printed text; `None` when it is not plain Unicode.
pub fn plain(text: &[u8]) -> Option<&str> {
    std::str::from_utf8(text).ok()
}

/// How many characters a string has.
pub fn length(text: &[u8]) -> usize {
    pieces(text).count()
}

/// How many characters two strings have in common at their start.
pub fn common_characters(left: &[u8], right: &[u8]) -> usize {
    pieces(left).zip(pieces(right)).take_while(|(left, right)| left == right).count()
}

/// In which line of a string a character stands, both from 0.
pub fn line_of(text: &[u8], character: usize) -> usize {
    pieces(text).take(character).filter(|piece| matches!(piece, Piece::Char('\n'))).count()
}

/// `… 4,312 more items`.
pub fn more(count: usize, what: &str) -> String {
    format!("… {}", counted(count, &format!("more {what}")))
}

/// `1 item`, `4,312 items`.
pub fn counted(count: usize, what: &str) -> String {
    format!("{} {what}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A count with commas between thousands.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// Python prefers `'`, and takes `"` when that saves escapes.
fn quote_for(content: &[u8]) -> char {
    if content.contains(&b'\'') && !content.contains(&b'"') { '"' } else { '\'' }
}

fn pieces(text: &[u8]) -> impl Iterator<Item = Piece> + '_ {
    let mut rest = text;
    std::iter::from_fn(move || {
        let length = match rest {
            [] => return None,
            [0x00..0x80, ..] => 1,
            [0x80..0xe0, ..] => 2,
            [0xe0..0xf0, ..] => 3,
            [0xf0..=0xff, ..] => 4,
        };
        let taken = &rest[..length.min(rest.len())];
        if let Some(character) = std::str::from_utf8(taken).ok().and_then(|text| text.chars().next()) {
            rest = &rest[length..];
            return Some(Piece::Char(character));
        }
        if let [0xed, high @ 0xa0..=0xbf, low @ 0x80..=0xbf] = *taken {
            rest = &rest[3..];
            return Some(Piece::Surrogate(0xd000 | u16::from(high & 0x3f) << 6 | u16::from(low & 0x3f)));
        }
        let byte = rest[0];
        rest = &rest[1..];
        Some(Piece::Byte(byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> String {
        string(text.as_bytes(), 0, 1000)
    }

    #[test]
    fn quotes_are_chosen_as_python_does() {
        assert_eq!(quoted("plain"), "'plain'");
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("say \"hi\""), "'say \"hi\"'");
        assert_eq!(quoted("it's \"both\""), r#"'it\'s "both"'"#);
        assert_eq!(quoted(""), "''");
        assert_eq!(bytes(b"it's", 100), "b\"it's\"");
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(quoted("a\tb\nc\r\\ \x1b[0m \x7f"), r"'a\tb\nc\r\\ \x1b[0m \x7f'");
        assert_eq!(quoted("\u{a0}\u{202e}\u{e0041}"), r"'\xa0\u202e\U000e0041'");
        assert_eq!(quoted("héllo 中 🐍 e\u{301}"), "'héllo 中 🐍 e\u{301}'");
        assert_eq!(bytes(b"\x00a\n\\\xff", 100), r"b'\x00a\n\\\xff'");
    }

    #[test]
    fn lone_surrogates_are_shown() {
        assert_eq!(string(b"a\xed\xa0\x80b\xed\xbf\xbf", 0, 100), r"'a\ud800b\udfff'");
    }

    #[test]
    fn bytes_that_are_no_text_are_shown() {
        assert_eq!(string(b"\xff\xc3", 0, 100), r"'\xff\xc3'");
        assert_eq!(string(b"\xe4\xb8", 0, 100), r"'\xe4\xb8'");
        assert_eq!(string(b"\xed\xa0", 0, 100), r"'\xed\xa0'");
    }

    #[test]
    fn long_content_is_cut_and_announced() {
        assert_eq!(string("é".repeat(5000).as_bytes(), 0, 3), "'ééé'… 4,997 more characters");
        assert_eq!(string(b"abcd", 0, 3), "'abc'… 1 more character");
        assert_eq!(bytes(&[b'x'; 1_000_003], 2), "b'xx'… 1,000,001 more bytes");
        assert_eq!(string(b"abc", 0, 3), "'abc'");
        assert_eq!(string(b"abcdef", 2, 3), "… 2 characters before 'cde'… 1 more character");
    }
}
