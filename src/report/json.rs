//! JSON that can be shown in a terminal and in the log of a CI: its strings hold texts of answers.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use crate::model::printable::is_printable;

/// The document, indented, with a newline at its end.
pub fn pretty(value: &impl Serialize) -> String {
    text(|to| write_pretty(to, value))
}

/// The document on one line, with a newline at its end.
pub fn line(value: &impl Serialize) -> String {
    text(|to| write(to, CompactFormatter, value))
}

/// As [`pretty`], written while it is made: a document of a large class is never whole in memory.
pub fn write_pretty(to: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    write(to, PrettyFormatter::new(), value)
}

fn text(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("documents and schemas have JSON for every value");
    String::from_utf8(bytes).expect("JSON is text")
}

fn write(to: &mut dyn Write, layout: impl Formatter, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *to, Escaping(layout)))?;
    to.write_all(b"\n")
}

/// A layout in which characters that cannot be seen become escapes of JSON, and so does the bracket of `##[`, with which a
/// line commands a CI. A reader of JSON gets the very same strings.
struct Escaping<L>(L);

impl<L: Formatter> Formatter for Escaping<L> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (place, character) in fragment.char_indices() {
            if is_printable(character) && !(character == '[' && fragment[..place].ends_with("##")) {
                continue;
            }
            to.write_all(&fragment.as_bytes()[plain..place])?;
            plain = place + character.len_utf8();
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(to, "\\u{unit:04x}")?;
            }
        }
        to.write_all(&fragment.as_bytes()[plain..])
    }

    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_array(to)
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array(to)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(to, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array_value(to)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object(to)
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object(to)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(to, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object_value(to)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object_value(to)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_in_it_draws_or_commands() {
        let text = pretty(&["\u{1b}[31m\u{9b}\u{202e}\u{7f}\u{e0041}", "##[error]a##[", "é中🐍"]);
        let escaped = r#""\u001b[31m\u009b\u202e\u007f\udb40\udc41""#;
        assert!(
            text.contains(escaped) && text.contains(r###""##\u005berror]a##\u005b""###) && text.contains("é中🐍"),
            "{text}"
        );
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_same_strings(strings in proptest::collection::vec(any::<String>(), 0..4)) {
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&pretty(&strings)).unwrap(), strings);
        }
    }
}
