//! A sheet of notes as a page: one file without scripts that loads nothing, to be read on a screen or printed.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::model::escape;
use crate::notes::prose;
use crate::notes::python;
use crate::notes::sheet::{Note, Sheet, steps};

const STYLE: &str = include_str!("html.css");

/// No page of ours loads or runs anything, whatever stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A sheet of fewer questions needs no list of them.
const LISTED: usize = 5;

/// How much of the hash of a bank names it.
const HASH: usize = 12;

/// The document.
pub fn render(sheet: &Sheet) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Greenroom notes: " (sheet.facts()) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "Notes" }
                    p.soft {
                        (sheet.facts()) ", from the bank "
                        code { (escape::line(&sheet.bank_hash.chars().take(HASH).collect::<String>())) }
                        ". A full dot marks what weighs most in an answer."
                    }
                }
                @if sheet.notes().count() >= LISTED { (contents(sheet)) }
                main {
                    @for group in &sheet.groups {
                        section {
                            @if let Some(heading) = &group.heading { h2 { (line(heading)) } }
                            @for note in &group.notes { (article(note)) }
                        }
                    }
                }
                footer { p { "Made by Greenroom " (env!("CARGO_PKG_VERSION")) "." } }
            }
        }
    };
    page.into_string() + "\n"
}

/// Every question, to be jumped to or, on paper, to be ticked off.
fn contents(sheet: &Sheet) -> Markup {
    html! {
        nav {
            @for group in &sheet.groups {
                div {
                    @if let Some(heading) = &group.heading { h4 { (line(heading)) } }
                    ul { @for note in &group.notes { li { a href={ "#" (name(note)) } { (line(&note.question().title)) } } } }
                }
            }
        }
    }
}

fn article(note: &Note) -> Markup {
    let question = note.question();
    html! {
        article id=(name(note)) {
            div.top {
                h3 { (line(&question.title)) }
                p.facts {
                    span class={ "level l" (steps(question.level)) } { (question.level) }
                    " · " (question.kind) " · " (question.minutes) " min · " span.slug { (line(&question.slug)) }
                }
            }
            @if !note.asked.is_empty() {
                ul.asked { @for seed in &note.asked { li { b { (line(&seed.id())) } " " (line(&seed.text)) } } }
            }
            @if let Some(weak) = &note.weak { p.weak { b { "Missed" } " " (plain(&weak.sentence())) } }
            div.prompt {
                (PreEscaped(prose::html(&question.prompt.text())))
                @if !question.constraints.is_empty() {
                    ul.constraints { @for constraint in &question.constraints { li { (line(constraint)) } } }
                }
            }
            @if let Some((snippet, printed)) = note.prediction() {
                (PreEscaped(python::html(snippet)))
                div.prints { h4 { "It prints" } (PreEscaped(python::printed(printed))) }
            }
            h4 { "Answer" }
            (PreEscaped(prose::html(&question.model_answer.text())))
            @if let Some(code) = note.code() { (PreEscaped(python::html(code))) }
            @if let Some(complexity) = note.complexity() { p.cost { (line(&complexity)) } }
            @if let Some((code, why)) = note.at_work() {
                h4 { "At work" }
                (PreEscaped(python::html(code)))
                (PreEscaped(prose::html(&why)))
            }
            @if !question.key_points.is_empty() {
                h4 { "Key points" }
                ul.points {
                    @for point in &question.key_points {
                        @let mark = note.weak.as_ref().and_then(|weak| weak.mark(&point.id));
                        li class=[(point.weight > 1).then_some("heavy")] {
                            (line(&point.text))
                            @if let Some(mark) = mark { " " span.unsaid { (mark) } }
                        }
                    }
                }
            }
            @if !question.mistakes.is_empty() {
                h4 { "Mistakes" }
                ul.mistakes { @for mistake in &question.mistakes { li { (line(mistake)) } } }
            }
        }
    }
}

fn line(text: &str) -> Markup {
    PreEscaped(prose::html_line(text))
}

/// A text that has no Markdown in it.
fn plain(text: &str) -> Markup {
    html! { (escape::line(text)) }
}

/// What the place of a question on the page is called.
fn name(note: &Note) -> String {
    escape::line(&note.question().slug)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notes::sheet::{Weak, WeakPoint};
    use crate::notes::testing::{HOSTILE, assert_sound, hostile, sheet};

    #[test]
    fn a_page_has_everything_that_a_note_needs() {
        let page = render(&sheet());
        assert_sound(&page);
        let seen = [
            "<h2>Object model</h2>",
            "<h3>Merge <code>two</code> lists</h3>",
            "<p>Say <code>what</code>.</p><ul><li>one</li><li>two</li></ul>",
            "<li>time <code>O(n)</code></li>",
            "<b>return</b> sorted(a + b)",
            "<p class=\"cost\">Time O(n), space O(1).</p>",
            "<li class=\"heavy\">names <code>a</code></li><li>and b</li>",
            "<li>forgets <code>b</code></li>",
            "<h4>At work</h4>",
            "<p>One line, in <code>C</code>.</p>",
            "<h4>It prints</h4>",
        ];
        for seen in seen {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        assert!(!page.contains("nothing of it") && !page.contains("other"), "{page}");
    }

    #[test]
    fn what_was_missed_is_marked() {
        let mut sheet = sheet();
        let points = vec![WeakPoint { id: "a".to_owned(), in_part: true }];
        let cases = ["case_a", "case_b", "case_c", "case_d", "case_e"].map(str::to_owned).to_vec();
        sheet.groups[0].notes[0].weak =
            Some(Weak { said: "2026-11-25: fail, 3 of 8".to_owned(), cases, points, ..Weak::default() });
        let page = render(&sheet);
        assert!(page.contains("2026-11-25: fail, 3 of 8 (case_a, case_b, case_c, case_d and 1 more)</p>"), "{page}");
        assert_eq!(page.matches("only in part</span>").count(), 1, "{page}");
    }

    #[test]
    fn hostile_banks_give_sound_pages() {
        for text in HOSTILE {
            assert_sound(&render(&hostile(text)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_a_text(text in any::<String>()) {
            assert_sound(&render(&hostile(&text)));
        }
    }
}
