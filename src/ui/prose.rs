//! Wrap the Markdown of the bank for a terminal: paragraphs and lists flow, code and tables stay as they are.

use crate::ui::width::width as columns;

/// The text in lines of at most `width` columns, where words allow it. Ends without a newline.
pub fn wrap(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut is_fenced = false;
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        is_fenced ^= is_fence;
        if is_fence || is_fenced || is_verbatim(line) {
            paragraph.flush(width, &mut lines);
            lines.push(line.trim_end().to_owned());
        } else if let Some(marker) = list_marker(line) {
            paragraph.flush(width, &mut lines);
            paragraph = Paragraph { indent: marker.chars().count(), text: line.trim_end().to_owned() };
        } else {
            paragraph.push(line.trim());
        }
    }
    paragraph.flush(width, &mut lines);
    lines.join("\n")
}

/// The text wrapped, with `first` before its first line and as many spaces before the others.
pub fn hang(first: &str, text: &str, width: usize) -> String {
    let indent = columns(first);
    let wrapped = wrap(text, width.saturating_sub(indent));
    format!("{first}{}", wrapped.replace('\n', &format!("\n{}", " ".repeat(indent))))
}

/// What a message begins with; its other lines stand below what follows.
const LABELS: [&str; 4] = ["error: ", "warning: ", "hint: ", "note: "];

/// Lines of a message that are too wide, wrapped between words. Indented ones stay, and those with a command that has no room
/// on half a line: it is there to be copied.
pub fn fit(text: &str, width: usize) -> String {
    let lines = text.lines().map(|line| {
        let has_long_code =
            line.split('`').skip(1).step_by(2).any(|code| columns(code) + 3 > width / 2 && code.contains(' '));
        if columns(line) <= width || line.starts_with(' ') || has_long_code {
            return line.to_owned();
        }
        let label = LABELS.into_iter().find(|label| line.starts_with(label)).unwrap_or_default();
        hang(label, &line[label.len()..], width)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Code, tables, headings and empty lines.
fn is_verbatim(line: &str) -> bool {
    line.trim().is_empty() || ["    ", "\t", "|", "#", ">>>", "..."].iter().any(|start| line.starts_with(start))
}

/// What a list item begins with: `- `, `* ` or `1. `, and the spaces before it.
fn list_marker(line: &str) -> Option<&str> {
    let start = line.len() - line.trim_start().len();
    let rest = &line[start..];
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let length = if digits > 0 && rest[digits..].starts_with(". ") {
        digits + 2
    } else if rest.starts_with("- ") || rest.starts_with("* ") {
        2
    } else {
        return None;
    };
    Some(&line[..start + length])
}

#[derive(Default)]
struct Paragraph {
    /// Of every line but the first.
    indent: usize,
    text: String,
}

impl Paragraph {
    fn push(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(line);
    }

    fn flush(&mut self, width: usize, lines: &mut Vec<String>) {
        let Paragraph { indent, text } = std::mem::take(self);
        if text.is_empty() {
            return;
        }
        let leading = &text[..text.len() - text.trim_start().len()];
        let mut line = leading.to_owned();
        for word in words(&text, width) {
            let is_empty = line.trim().is_empty();
            if !is_empty && columns(&line) + 1 + columns(&word) > width {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            } else if !is_empty {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
}

/// Words of a text. Code in backticks is one, however many spaces it has, if a line has room for it.
fn words(text: &str, width: usize) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for word in text.split_whitespace() {
        let mut parts = open.take().unwrap_or_default();
        parts.push(word);
        let is_closed = parts.iter().map(|part| part.matches('`').count()).sum::<usize>() % 2 == 0;
        let length = parts.iter().map(|part| columns(part) + 1).sum::<usize>();
        if !is_closed {
            open = Some(parts);
        } else if length <= width / 2 {
            words.push(parts.join(" "));
        } else {
            words.extend(parts.into_iter().map(str::to_owned));
        }
    }
    words.extend(open.into_iter().flatten().map(str::to_owned));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_wrapped_and_its_commands_stay_whole() {
        let topics = "hint: the topics are `classes`, `concurrency`, `context-managers`\n  12 | an excerpt that is as wide as it is";
        let expected = "hint: the topics are `classes`,\n      `concurrency`,\n      `context-managers`\n  12 | an excerpt that is as wide as it is";
        assert_eq!(fit(topics, 32), expected);
        let command = "hint: begin with `greenroom show probe --starter > probe.py`";
        assert_eq!((fit(command, 40).as_str(), fit(command, 80).as_str()), (command, command));
    }

    #[test]
    fn paragraphs_flow_lists_hang_and_code_stays() {
        let text = "You have two lists, both sorted. Each may be\nempty.\n\n- `a`: the first of them, which is never changed\n- `b`\n\n```\nmerge([1],   [2])\n```\n    indented code that is longer than the width\nEnd.";
        insta::assert_snapshot!(wrap(text, 30), @r"
        You have two lists, both
        sorted. Each may be empty.

        - `a`: the first of them,
          which is never changed
        - `b`

        ```
        merge([1],   [2])
        ```
            indented code that is longer than the width
        End.
        ");
    }

    #[test]
    fn short_code_stays_on_one_line() {
        assert_eq!(
            wrap("take from `b` only if `b[j] < a[i]`, never else", 30),
            "take from `b` only if\n`b[j] < a[i]`, never else"
        );
        let long = wrap("call `merge(one, two, three, four)` once", 20);
        assert_eq!(long, "call `merge(one,\ntwo, three, four)`\nonce");
        assert_eq!(wrap("an ` alone and more words", 12), "an ` alone\nand more\nwords");
    }

    #[test]
    fn a_hanging_text_is_aligned() {
        assert_eq!(hang(" 1 ", "May it be empty, and what then?", 20), " 1 May it be empty,\n   and what then?");
    }

    #[test]
    fn a_word_that_is_too_long_stands_alone() {
        assert_eq!(wrap("see aaaaaaaaaaaaaaaa now", 10), "see\naaaaaaaaaaaaaaaa\nnow");
        assert_eq!(wrap("", 10), "");
    }
}
