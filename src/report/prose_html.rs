//! The Markdown of a bank as HTML. What is HTML in it is shown as text, and links keep their words only.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::model::escape;

/// Headings of a text stand below those of the page.
const LEVEL: HeadingLevel = HeadingLevel::H5;

pub fn prose(text: &str) -> Markup {
    let text = escape::terminal(text);
    let mut page = String::new();
    html::push_html(&mut page, Parser::new_ext(&text, Options::ENABLE_TABLES).filter_map(inert));
    PreEscaped(page)
}

/// The event with nothing in it that a browser would do something with.
fn inert(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Link | TagEnd::Image) => return None,
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        Event::Start(Tag::Heading { .. }) => {
            Event::Start(Tag::Heading { level: LEVEL, id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(LEVEL)),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_html() {
        let text = "# Why\n\nA *set* of `a < b`:\n\n- one\n- two\n\n```python\nx = 1 < 2\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        insta::assert_snapshot!(prose(text).into_string(), @r"
        <h5>Why</h5>
        <p>A <em>set</em> of <code>a &lt; b</code>:</p>
        <ul>
        <li>one</li>
        <li>two</li>
        </ul>
        <pre><code>x = 1 &lt; 2
        </code></pre>
        <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>
        <tr><td>1</td><td>2</td></tr>
        </tbody></table>
        ");
    }

    #[test]
    fn nothing_of_a_text_is_active() {
        let text = "<script>a()</script>\n\nx <b onclick=a()>y</b> [go](javascript:a()) ![i](http://x/y.png) <http://x.y> \u{202e}\u{1b}[2J\n\n```\"><script>\nz\n```\n";
        let page = prose(text).into_string();
        for mark in ["<script", "<b ", "<a", "<img", "\u{202e}", "\u{1b}", "\"><"] {
            assert!(!page.contains(mark), "{mark} in {page}");
        }
        assert!(page.contains("&lt;script&gt;") && page.contains("go") && page.contains(r"\u202e"), "{page}");
    }
}
