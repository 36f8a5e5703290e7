//! Texts of others in the Markdown of a session: quoted so that they mean nothing in it, or between fences.

use std::fmt::Write;

use crate::compare::diff::{Line, Tag, diff};
use crate::report::text;

/// How much of a name and of a sentence is shown.
const NAME: usize = 100;
const SENTENCE: usize = 2000;

/// The longest text in a fence, in lines.
const MOST_LINES: usize = 1000;

/// What is expected behind `-`, what was given behind `+`.
pub fn difference(expected: &str, got: &str) -> String {
    let mut page = String::new();
    for line in diff(expected, got) {
        match line {
            Line::Text { tag, segments } => {
                let sign = match tag {
                    Tag::Equal => " ",
                    Tag::Expected => "-",
                    Tag::Got => "+",
                };
                let line: String = segments.iter().map(|segment| segment.text.as_str()).collect();
                add(&mut page, format_args!("{sign} {line}\n"));
            }
            Line::Folded(count) => {
                add(&mut page, format_args!("  … {}\n", text::count(count as u64, "equal line", "equal lines")));
            }
            Line::Beyond { count, .. } => add(&mut page, format_args!("  … {count} more\n")),
        }
    }
    page
}

/// Text as it is, between marks that do not occur in it.
pub fn fence(content: &str, language: &str) -> String {
    let lines: Vec<&str> = content.trim_end_matches('\n').split('\n').collect();
    let mut shown = text::block(&lines[..lines.len().min(MOST_LINES)].join("\n"));
    if lines.len() > MOST_LINES {
        add(&mut shown, format_args!("\n… {} more lines", lines.len() - MOST_LINES));
    }
    let mut longest = 0;
    let mut run = 0;
    for character in shown.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let marks = "`".repeat((longest + 1).max(3));
    format!("{marks}{language}\n{shown}\n{marks}\n")
}

/// A name of others that is no Markdown.
pub fn name(text: &str) -> String {
    quote(text, NAME)
}

/// A sentence of others that is no Markdown.
pub fn sentence(text: &str) -> String {
    quote(text, SENTENCE)
}

/// Marks of ASCII that begin nothing within a line, as long as the others are written as references.
const PLAIN: &str = "-.,:;?'()";

/// A text of so many characters that means nothing in Markdown.
fn quote(text: &str, most: usize) -> String {
    let mut quoted = String::new();
    let text = text::short(text, most);
    // What looks like an address becomes a link.
    let has_address = text.to_lowercase().contains("www");
    for character in text.chars() {
        let is_plain = PLAIN.contains(character) && !(has_address && character == '.');
        if character.is_ascii_punctuation() && !is_plain {
            add(&mut quoted, format_args!("&#{};", u32::from(character)));
        } else {
            quoted.push(character);
        }
    }
    quoted
}

/// Write on.
pub fn add(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_are_longer_than_what_they_hold() {
        assert_eq!(fence("a ``` b ```` c\n", "python"), "`````python\na ``` b ```` c\n`````\n");
        assert_eq!(fence("", ""), "```\n\n```\n");
    }
}
