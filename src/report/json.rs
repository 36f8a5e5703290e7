//! JSON that can be shown in a terminal and in the log of a CI: its strings hold texts of answers.

use std::fmt::Write;

use serde::Serialize;

use crate::model::printable::is_printable;

/// The document, indented, with a newline at its end. Characters that cannot be seen are escapes of JSON, and so is the
/// bracket of `##[`, with which a line commands a CI; a reader of JSON gets the very same strings.
pub fn pretty(value: &impl Serialize) -> String {
    let document = serde_json::to_string_pretty(value).expect("documents and schemas have JSON for every value");
    let mut text = String::with_capacity(document.len() + 1);
    // Outside of strings JSON has none of these characters.
    for character in document.replace("##[", "##\\u005b").chars() {
        if character == '\n' || is_printable(character) {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04x}").expect("writing to a string does not fail");
            }
        }
    }
    text.push('\n');
    text
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
