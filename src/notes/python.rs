//! Python source as HTML: a line an element, so that long lines hang; keywords, strings and comments told apart.

use maud::{Markup, html};

use crate::model::escape;

/// What Python reserves, and the soft keywords that begin a statement.
const KEYWORDS: [&str; 37] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Fewer lines than this stay with those that follow: alone at the foot of a column they look lost.
const FEWEST: usize = 3;

/// Lines that are indented further than this hang no further.
const DEEPEST: usize = 24;

/// What a piece of source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Plain,
    Keyword,
    Text,
    Comment,
}

/// A block of source.
pub fn html(source: &str) -> String {
    block(source, true).into_string()
}

/// A block of what was printed.
pub fn printed(text: &str) -> String {
    block(text, false).into_string()
}

fn block(source: &str, is_python: bool) -> Markup {
    let source = escape::terminal(source.trim_end());
    let parts = if is_python { parts(&source) } else { vec![(Part::Plain, source.as_str())] };
    html! {
        pre {
            code {
                @for piece in pieces(lines(&parts), is_python) {
                    span.piece { @for line in &piece { (shown(line)) } }
                }
            }
        }
    }
}

/// A line that hangs by its own indentation and some more where it is longer than its column.
fn shown(line: &[(Part, &str)]) -> Markup {
    let text: String = line.iter().map(|(_, text)| *text).collect();
    let indent = text.len() - text.trim_start().len();
    let style = (indent > 0).then(|| format!("--n:{}", indent.min(DEEPEST)));
    html! { span.l style=[style] { @for (part, text) in line { (marked(*part, text)) } "\n" } }
}

/// Lines that stay together on paper: what stands between empty lines at the outermost level.
fn pieces<'a>(lines: Vec<Vec<(Part, &'a str)>>, is_python: bool) -> Vec<Vec<Vec<(Part, &'a str)>>> {
    let mut pieces: Vec<Vec<Vec<(Part, &'a str)>>> = vec![Vec::new()];
    for line in lines {
        let begins = line.first().is_some_and(|(_, text)| !text.starts_with(char::is_whitespace));
        let piece = pieces.last_mut().expect("there is a first piece");
        let is_enough = piece.iter().filter(|line| !line.is_empty()).count() >= FEWEST;
        if is_python && begins && is_enough && piece.last().is_some_and(Vec::is_empty) {
            pieces.push(vec![line]);
        } else {
            piece.push(line);
        }
    }
    pieces
}

fn marked(part: Part, text: &str) -> Markup {
    html! {
        @match part {
            Part::Plain => { (text) }
            Part::Keyword => { b { (text) } }
            Part::Text => { span.s { (text) } }
            Part::Comment => { i { (text) } }
        }
    }
}

/// Cut where lines end; a text in three quotes goes on in the next.
fn lines<'a>(parts: &[(Part, &'a str)]) -> Vec<Vec<(Part, &'a str)>> {
    let mut lines = vec![Vec::new()];
    for (part, text) in parts {
        for (index, piece) in text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if !piece.is_empty() {
                lines.last_mut().expect("there is a first line").push((*part, piece));
            }
        }
    }
    lines
}

/// The source in pieces that make it up again. What is no Python is cut somehow, and loses nothing.
fn parts(source: &str) -> Vec<(Part, &str)> {
    let mut parts: Vec<(Part, &str)> = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let (part, length) = match first {
            '#' => (Part::Comment, rest.find('\n').unwrap_or(rest.len())),
            '"' | '\'' => (Part::Text, text_length(rest)),
            _ if first == '_' || first.is_alphabetic() => {
                let end = rest.find(|letter: char| letter != '_' && !letter.is_alphanumeric()).unwrap_or(rest.len());
                let is_keyword = KEYWORDS.contains(&&rest[..end]);
                (if is_keyword { Part::Keyword } else { Part::Plain }, end)
            }
            _ => (Part::Plain, first.len_utf8()),
        };
        parts.push((part, &rest[..length]));
        rest = &rest[length..];
    }
    parts
}

/// How long the text is that begins with a quote. One without an end stops with its line.
fn text_length(source: &str) -> usize {
    let quote = &source[..1];
    let triple = quote.repeat(3);
    let is_triple = source.starts_with(&triple);
    let end = if is_triple { triple.as_str() } else { quote };
    let mut at = end.len();
    while at < source.len() {
        let rest = &source[at..];
        if rest.starts_with(end) {
            return at + end.len();
        }
        let first = rest.chars().next().expect("there is a rest");
        if first == '\n' && !is_triple {
            return at;
        }
        at += first.len_utf8();
        if first == '\\' {
            at += source[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    source.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notes::testing::assert_sound;

    #[test]
    fn keywords_texts_and_comments_are_told_apart() {
        let page = html("def f(x='a \\' # b'):\n\n    return x  # why\n");
        let code = "<pre><code><span class=\"piece\"><span class=\"l\"><b>def</b> f(x=<span class=\"s\">'a \\' # b'</span>):\n</span>\
            <span class=\"l\">\n</span><span class=\"l\" style=\"--n:4\">    <b>return</b> x  <i># why</i>\n</span></span></code></pre>";
        assert_eq!(page, code);
    }

    #[test]
    fn a_text_in_three_quotes_goes_over_lines_and_another_does_not() {
        assert_eq!(parts("'''a\n'b'''c")[0], (Part::Text, "'''a\n'b'''"));
        assert_eq!(parts("'a\nb")[0], (Part::Text, "'a"));
        assert_eq!(parts("\"\"\"a")[0], (Part::Text, "\"\"\"a"));
        assert_eq!(parts("'\\")[0], (Part::Text, "'\\"));
    }

    #[test]
    fn a_break_comes_only_between_things_that_begin_at_the_margin() {
        let page = html("import a\n\ndef f():\n    x\n\n    y\nz\n\nf()\n");
        let pieces: Vec<usize> =
            page.split("<span class=\"piece\">").skip(1).map(|piece| piece.matches("class=\"l\"").count()).collect();
        assert_eq!(pieces, [8, 1]);
    }

    #[test]
    fn what_was_printed_has_no_keywords() {
        assert_eq!(
            printed("not 'x'\n"),
            "<pre><code><span class=\"piece\"><span class=\"l\">not 'x'\n</span></span></code></pre>"
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost(source in "[ -~\n]{0,80}|\\PC{0,40}") {
            prop_assert_eq!(parts(&source).iter().map(|part| part.1).collect::<String>(), source.clone());
            assert_sound(&html(&source));
        }
    }
}
