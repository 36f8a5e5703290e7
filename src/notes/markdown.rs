//! A sheet of notes as Markdown: readable as it is, in any viewer, and easy to go on writing in.

use std::fmt::Write;

use crate::model::escape;
use crate::notes::prose;
use crate::notes::sheet::{Note, Sheet};

/// The document.
pub fn render(sheet: &Sheet) -> String {
    let mut page = format!("# Notes\n\n{}.\n", sheet.facts());
    // Below a heading of a topic a question is one step further down.
    for group in &sheet.groups {
        if let Some(heading) = &group.heading {
            write!(page, "\n## {}\n", prose::markdown_line(heading)).expect("writing to a string does not fail");
        }
        for note in &group.notes {
            page += &section(note, if group.heading.is_some() { "###" } else { "##" });
        }
    }
    page
}

fn section(note: &Note, heading: &str) -> String {
    let question = note.question();
    let mut text = format!("\n{heading} {}\n\n", prose::markdown_line(&question.title));
    text += &format!("{} · `{}`\n\n", note.facts(), escape::line(&question.slug));
    for seed in &note.asked {
        text += &format!("> {}: {}\n", escape::line(&seed.id()), prose::markdown_line(&seed.text));
    }
    if !note.asked.is_empty() {
        text.push('\n');
    }
    if let Some(weak) = &note.weak {
        text += &format!("**Missed** {}\n\n", prose::markdown_line(&weak.sentence()));
    }
    text += &prose::markdown(&question.prompt.text());
    text.push('\n');
    if !question.constraints.is_empty() {
        text += "\nConstraints:\n\n";
        text += &list(&question.constraints);
    }
    if let Some((snippet, printed)) = note.prediction() {
        text += &fenced("python", snippet);
        text += "\nIt prints:\n";
        text += &fenced("text", printed);
    }
    text += "\n**Answer**\n\n";
    text += &prose::markdown(&question.model_answer.text());
    text.push('\n');
    if let Some(code) = note.code() {
        text += &fenced("python", code);
    }
    if let Some(complexity) = note.complexity() {
        text += &format!("\n{}\n", prose::markdown_line(&complexity));
    }
    if let Some((code, why)) = note.at_work() {
        text += &format!("\n**At work**\n{}\n{}\n", fenced("python", code), prose::markdown(&why));
    }
    if !question.key_points.is_empty() {
        text += "\n**Key points**\n\n";
        for point in &question.key_points {
            let mark = note.weak.as_ref().and_then(|weak| weak.mark(&point.id));
            let mark = mark.map_or(String::new(), |mark| format!(" **({mark})**"));
            text += &format!("- {}{mark}\n", prose::markdown_line(&point.text));
        }
    }
    if !question.mistakes.is_empty() {
        text += "\n**Mistakes**\n\n";
        text += &list(&question.mistakes);
    }
    text
}

fn list(items: &[String]) -> String {
    items.iter().map(|item| format!("- {}\n", prose::markdown_line(item))).collect()
}

/// A block of code behind a fence that is longer than any in it.
fn fenced(language: &str, code: &str) -> String {
    let code = escape::terminal(code.trim_end());
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("\n{fence}{language}\n{code}\n{fence}\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::notes::testing::{HOSTILE, hostile, sheet};

    #[test]
    fn a_sheet() {
        insta::assert_snapshot!(render(&sheet()));
    }

    #[test]
    fn code_with_fences_stays_in_its_own() {
        assert_eq!(fenced("text", "````\n"), "\n`````text\n````\n`````\n");
    }

    fn assert_inert(page: &str) {
        for event in Parser::new_ext(page, Options::empty()) {
            let is_live = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
            );
            assert!(!is_live, "{event:?} in {page}");
        }
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\u{1}', '\u{2}', '\0', '\r']), "{page}");
    }

    #[test]
    fn hostile_banks_are_inert() {
        for text in HOSTILE {
            assert_inert(&render(&hostile(text)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_inert(text in "[ -~\n]{0,80}|\\PC{0,40}") {
            assert_inert(&render(&hostile(&text)));
        }
    }
}
