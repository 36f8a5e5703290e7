//! The Markdown of a bank for pages and for Markdown files. It has paragraphs, lists, emphasis and code; tags, links and
//! pictures are text, so that nothing a bank says can be loaded, followed or run.

use std::collections::BTreeSet;
use std::ops::Range;

use maud::html;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::model::escape;
use crate::notes::python;

/// Stand for `<` and `[` while Markdown is read: without these no tag, address, picture or reference can begin. Escaped
/// text holds no such controls of its own.
const VEILS: [(char, &str); 2] = [('<', "\u{1}"), ('[', "\u{2}")];

/// Blocks of HTML.
pub fn html(markdown: &str) -> String {
    html_with(markdown, &python::html)
}

/// Blocks of HTML, in which `block` makes those of code.
pub fn html_with(markdown: &str, block: &dyn Fn(&str) -> String) -> String {
    let veiled = veil(markdown);
    let mut html = String::new();
    let mut code: Option<String> = None;
    for event in Parser::new_ext(&veiled, Options::empty()) {
        match (event, &mut code) {
            (Event::Start(Tag::CodeBlock(_)), _) => code = Some(String::new()),
            (Event::End(TagEnd::CodeBlock), code) => html += &block(&code.take().unwrap_or_default()),
            (Event::Text(text), Some(code)) => code.push_str(&unveil(&text)),
            (event, _) => push(&mut html, &event),
        }
    }
    html
}

/// HTML of a text that stands on a line with others: only code is marked. What looks like emphasis is `__init__`.
pub fn html_line(markdown: &str) -> String {
    let veiled = veil(&one_line(markdown));
    with_code(&veiled, &|event| matches!(event, Event::Code(_)), &|plain| text(&unveil(plain)), &|code| {
        format!("<code>{}</code>", text(&inner(&unveil(code))))
    })
}

/// What a span of code holds, without its backticks and the space that may keep them apart.
fn inner(span: &str) -> String {
    let code = span.trim_matches('`');
    let is_padded = code.len() > 2 && code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
    if is_padded { code[1..code.len() - 1].to_owned() } else { code.to_owned() }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text as HTML shows it.
pub fn text(text: &str) -> String {
    html! { (text) }.into_string()
}

/// Markdown without tags, links and pictures, in blocks of its own: a fence that is left open is closed.
pub fn markdown(markdown: &str) -> String {
    let veiled = veil(markdown.trim_end());
    let is_code = |event: &Event<'_>| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)));
    with_code(&veiled, &is_code, &quoted, &unveil)
        + &open_fence(&veiled).map(|fence| format!("\n{fence}")).unwrap_or_default()
}

/// A text on one line, wherever that stands: only code is marked.
pub fn markdown_line(text: &str) -> String {
    let veiled = veil(&one_line(text));
    // What looks like the fence of a block is none behind the mark of a heading.
    with_code(&veiled, &|event| matches!(event, Event::Code(_)), &|plain| unmarked(plain), &unveil)
}

/// Veiled text, its code and what is none each as it is to be shown. Viewers differ in whether they know tables, whose bars
/// end code: what is code for only one of them is none.
fn with_code(
    veiled: &str,
    is_code: &dyn Fn(&Event<'_>) -> bool,
    plain: &dyn Fn(&str) -> String,
    code: &dyn Fn(&str) -> String,
) -> String {
    let ranges = |options| -> Vec<(Range<usize>, bool)> {
        let events = Parser::new_ext(veiled, options).into_offset_iter().filter(|(event, _)| is_code(event));
        events.map(|(event, range)| (range, matches!(event, Event::Code(_)))).collect()
    };
    let in_tables: BTreeSet<(usize, usize)> =
        ranges(Options::ENABLE_TABLES).into_iter().map(|(range, _)| (range.start, range.end)).collect();
    let mut shown = String::new();
    let mut end = 0;
    for (range, is_span) in ranges(Options::empty()) {
        if range.start >= end && in_tables.contains(&(range.start, range.end)) {
            shown += &plain(&veiled[end..range.start]);
            let source = &veiled[range.clone()];
            // At the start of a line a tag would go before the code that it stands in.
            shown += &if is_span { code(&source.replace('\n', " ")) } else { code(source) };
            end = range.end;
        }
    }
    shown + &plain(&veiled[end..])
}

/// What closes the block of code that a text ends in, if a line behind it would still be code.
fn open_fence(veiled: &str) -> Option<String> {
    const PROBE: &str = "\u{3}";
    let probed = format!("{veiled}\n\n{PROBE}");
    let mut block: Option<Range<usize>> = None;
    for (event, range) in Parser::new_ext(&probed, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => block = Some(range),
            Event::End(TagEnd::CodeBlock) => block = None,
            Event::Text(text) if text.contains(PROBE) => break,
            _ => {}
        }
    }
    let opening = veiled.get(block?.start..)?.trim_start();
    let mark = opening.chars().next()?;
    Some(opening.chars().take_while(|character| *character == mark).collect())
}

fn push(html: &mut String, event: &Event<'_>) {
    match event {
        Event::Start(tag) => html.push_str(&match tag {
            Tag::Paragraph => "<p>".to_owned(),
            Tag::Heading { .. } => "<p><strong>".to_owned(),
            Tag::BlockQuote(_) => "<blockquote>".to_owned(),
            Tag::List(None) => "<ul>".to_owned(),
            Tag::List(Some(first)) => format!("<ol start=\"{first}\">"),
            Tag::Item => "<li>".to_owned(),
            Tag::Emphasis => "<em>".to_owned(),
            Tag::Strong => "<strong>".to_owned(),
            _ => String::new(),
        }),
        Event::End(tag) => html.push_str(match tag {
            TagEnd::Paragraph => "</p>",
            TagEnd::Heading(_) => "</strong></p>",
            TagEnd::BlockQuote(_) => "</blockquote>",
            TagEnd::List(false) => "</ul>",
            TagEnd::List(true) => "</ol>",
            TagEnd::Item => "</li>",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            _ => "",
        }),
        Event::Code(code) => *html += &format!("<code>{}</code>", text(&unveil(code))),
        Event::SoftBreak => html.push('\n'),
        Event::HardBreak => html.push_str("<br>"),
        Event::Rule => html.push_str("<hr>"),
        // Raw HTML cannot begin; whatever else has text is shown as text.
        Event::Text(shown) | Event::Html(shown) | Event::InlineHtml(shown) => *html += &text(&unveil(shown)),
        _ => {}
    }
}

fn veil(markdown: &str) -> String {
    VEILS.iter().fold(escape::terminal(markdown), |text, (mark, veil)| text.replace(*mark, veil))
}

fn unveil(text: &str) -> String {
    VEILS.iter().fold(text.to_owned(), |text, (mark, veil)| text.replace(veil, &mark.to_string()))
}

/// Veiled text outside of code, with references in place of what could begin something.
fn quoted(veiled: &str) -> String {
    VEILS.iter().fold(veiled.to_owned(), |text, (mark, veil)| text.replace(veil, &format!("&#{};", u32::from(*mark))))
}

/// As [`quoted`], and nothing in it is emphasis or code.
fn unmarked(veiled: &str) -> String {
    let mut text = String::new();
    for character in veiled.chars() {
        if "\\`*_~".contains(character) {
            text.push('\\');
        }
        text.push(character);
    }
    quoted(&text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notes::testing::{HOSTILE, assert_sound};

    #[test]
    fn paragraphs_lists_and_code_become_html() {
        let text = "Write `f(a: list[int])`\nso that *it* is **true**:\n\n- one `a < b`\n- two\n\n```python\nif a < b:\n\n    pass\n```\nEnd & done.";
        let page = html(text);
        assert!(
            page.starts_with(
                "<p>Write <code>f(a: list[int])</code>\nso that <em>it</em> is <strong>true</strong>:</p>"
            )
        );
        assert!(page.contains("<ul><li>one <code>a &lt; b</code></li><li>two</li></ul>"), "{page}");
        assert!(page.ends_with("<p>End &amp; done.</p>"), "{page}");
    }

    #[test]
    fn a_line_has_no_blocks_and_loses_no_letter() {
        let table = [
            ("use `a[0]`, ``b`c``", "use <code>a[0]</code>, <code>b`c</code>"),
            ("__new__ and *args", "__new__ and *args"),
            ("1. is first", "1. is first"),
            ("# not `this`", "# not <code>this</code>"),
            ("a\n\nb", "a b"),
            ("x < y & z", "x &lt; y &amp; z"),
            ("", ""),
        ];
        for (text, line) in table {
            assert_eq!(html_line(text), line);
        }
    }

    #[test]
    fn markdown_of_the_bank_stays_as_it_is() {
        let text =
            "Write `f(a: list[int]) -> <b>`:\n\n- one\n- two `x[0] < y`\n\n```\nprint(a[0] < b)\n```\nIt's __done__.";
        assert_eq!(markdown(text), text);
    }

    #[test]
    fn on_a_line_only_code_is_marked() {
        assert_eq!(markdown_line("`__a__` is\n__a__ \\ *b"), r"`__a__` is \_\_a\_\_ \\ \*b");
    }

    #[test]
    fn tags_links_and_pictures_are_text() {
        let table = [
            ("<script>x</script>", "&#60;script>x&#60;/script>"),
            ("[a](javascript:x)", "&#91;a](javascript:x)"),
            ("![a](http://b)", "!&#91;a](http://b)"),
            ("<http://b>", "&#60;http://b>"),
            ("[a]: http://b\n\n[a]", "&#91;a]: http://b\n\n&#91;a]"),
            ("\\[a](b)", "\\&#91;a](b)"),
            ("<a href=`x`>", "&#60;a href=`x`>"),
            ("`\n<?x`", "` <?x`"),
        ];
        for (text, plain) in table {
            assert_eq!(markdown(text), plain);
        }
    }

    #[test]
    fn an_open_fence_is_closed() {
        let table =
            [("```\na", "```\na\n```"), ("~~~~ x\na\n~~~", "~~~~ x\na\n~~~\n~~~~"), ("```\na\n```", "```\na\n```")];
        for (text, closed) in table {
            assert_eq!(markdown(text), closed);
        }
    }

    #[test]
    fn bars_of_a_table_end_code() {
        assert_eq!(markdown("a|b\n-|-\n`<x> | `"), "a|b\n-|-\n`&#60;x> | `");
        assert_eq!(markdown_line("```<b>"), r"\`\`\`&#60;b>");
    }

    #[test]
    fn hostile_text_is_inert() {
        for text in HOSTILE {
            assert_sound(&html(text));
            assert_sound(&html_line(text));
            assert_inert(&markdown(text));
        }
    }

    /// Nothing in it is a tag, a link or a picture for who reads Markdown.
    fn assert_inert(markdown: &str) {
        for event in Parser::new_ext(markdown, Options::all()) {
            let is_live = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::FootnoteDefinition(_))
            );
            assert!(!is_live, "{event:?} in {markdown:?}");
        }
    }

    #[test]
    fn a_span_of_code_over_two_lines_lets_no_tag_out() {
        for text in ["`\n<?`\n", "`\n<?`a", "`\n<script>`\n"] {
            assert_sound(&html(text));
            assert_inert(&markdown(text));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_sound(text in "[ -~\n]{0,200}|\\PC{0,60}") {
            assert_sound(&html(&text));
            assert_sound(&html_line(&text));
            assert_inert(&markdown(&text));
        }
    }
}
