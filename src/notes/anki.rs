//! A sheet of notes as flash cards: the text format that Anki imports, with a header that says all it would ask.
//!
//! Each note has an identifier made from the name of its question, so that importing again updates it and keeps what Anki
//! knows of its reviews.

use maud::{Markup, PreEscaped, html};

use crate::model::escape;
use crate::notes::prose;
use crate::notes::sheet::{Note, Sheet, topic_name};

/// Columns: identifier, deck, front, back. They are mapped to the fields of the note type by their order, because names of
/// fields depend on Anki's language, and so does `Basic`: where it is unknown, Anki proposes the type that was used last.
/// Tags stand up here and not in a column of their own, which would replace the candidate's own at each import.
const HEADER: &str = "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n#tags:greenroom\n\
    #if matches:update current\n";

/// The file.
pub fn render(sheet: &Sheet) -> String {
    let mut file = HEADER.to_owned();
    for note in sheet.notes() {
        let question = note.question();
        let name = escape::line(&question.slug);
        let fields = [
            format!("greenroom-{name}"),
            format!("Greenroom::{}", deck(&question.topic)),
            quiet(&front(note).into_string()),
            quiet(&back(note).into_string()),
        ];
        file += &fields.map(|field| quoted(&field)).join("\t");
        file.push('\n');
    }
    file
}

/// `::` begins a deck in a deck.
fn deck(topic: &str) -> String {
    escape::line(&topic_name(topic)).replace("::", ":")
}

fn front(note: &Note) -> Markup {
    let question = note.question();
    html! {
        div style="text-align:left" {
            p { b { (line(&question.title)) } br; small { (note.facts()) } }
            (PreEscaped(prose::html_with(&question.prompt.text(), &code)))
            @if !question.constraints.is_empty() { ul { @for item in &question.constraints { li { (line(item)) } } } }
            @if let Some((snippet, _)) = note.prediction() { (PreEscaped(code(snippet))) }
        }
    }
}

fn back(note: &Note) -> Markup {
    let question = note.question();
    html! {
        div style="text-align:left" {
            @if let Some(weak) = &note.weak { p { b { "Missed" } " " (escape::line(&weak.sentence())) } }
            @if let Some((_, printed)) = note.prediction() { (PreEscaped(code(printed))) }
            (PreEscaped(prose::html_with(&question.model_answer.text(), &code)))
            @if let Some(source) = note.code() { (PreEscaped(code(source))) }
            @if let Some(complexity) = note.complexity() { p { i { (line(&complexity)) } } }
            @if let Some((source, why)) = note.at_work() {
                p { b { "At work" } }
                (PreEscaped(code(source)))
                (PreEscaped(prose::html_with(&why, &code)))
            }
            @if !question.key_points.is_empty() {
                p { b { "Key points" } }
                ul { @for point in &question.key_points {
                    @let mark = note.weak.as_ref().and_then(|weak| weak.mark(&point.id));
                    li { (line(&point.text)) @if let Some(mark) = mark { " " b { "(" (mark) ")" } } }
                } }
            }
            @if !question.mistakes.is_empty() {
                p { b { "Mistakes" } }
                ul { @for mistake in &question.mistakes { li { (line(mistake)) } } }
            }
        }
    }
}

fn line(text: &str) -> Markup {
    PreEscaped(prose::html_line(text))
}

/// Code as it is, in the colours of the cards. What editors of Anki add to elements they keep.
fn code(source: &str) -> String {
    html! { pre style="overflow-x:auto;font-size:.85em" { code { (escape::terminal(source.trim_end())) } } }
        .into_string()
}

/// HTML in which Anki finds nothing to play, to typeset or to hide: `[sound:…]`, `[latex]`, `\(…\)`, `{{…}}`.
fn quiet(html: &str) -> String {
    // Twice: of three braces the first pass takes a pair apart and leaves one.
    let apart = |html: &str| html.replace("{{", "{<span></span>{");
    let html = apart(&apart(&html.replace('[', "&#91;")));
    html.replace("\\(", "\\<span></span>(").replace("\\&#91;", "\\<span></span>&#91;")
}

/// A field between quotes, whatever is in it.
fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::notes::sheet::{Weak, WeakPoint};
    use crate::notes::testing::{HOSTILE, assert_sound, hostile, sheet};

    /// As Anki reads the file: lines of `#` are its header, the rest is CSV.
    fn rows(file: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .delimiter(b'\t')
            .from_reader(file.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_question_is_a_row_with_an_identifier_that_stays() {
        let file = render(&sheet());
        assert!(file.starts_with("#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n"));
        let rows = rows(&file);
        let starts: Vec<&[String]> = rows.iter().map(|row| &row[..2]).collect();
        let named = ["greenroom-a-code", "greenroom-a-predict", "greenroom-a-explain"];
        assert_eq!(starts, named.map(|name| [name.to_owned(), "Greenroom::Object model".to_owned()]));
        assert!(rows[0][2].contains("Merge <code>two</code> lists") && !rows[0][2].contains("sorted"), "{rows:?}");
        assert!(rows[0][3].contains("def merge(a, b):\n    return sorted(a + b)"), "{rows:?}");
        assert!(rows[1][2].contains("print(&#91;1])") && rows[1][3].contains("<code>&#91;1]</code>"), "{rows:?}");
        assert_eq!(file, render(&sheet()));
    }

    #[test]
    fn what_was_missed_is_marked_on_the_back() {
        let mut sheet = sheet();
        let (cases, points) = (vec!["case_a".to_owned()], vec![WeakPoint { id: "a".to_owned(), in_part: false }]);
        sheet.groups[0].notes[0].weak =
            Some(Weak { said: "2026-11-25: fail, 3 of 8".to_owned(), cases, points, ..Weak::default() });
        let rows = rows(&render(&sheet));
        assert!(rows[0][3].contains("<b>Missed</b> 2026-11-25: fail, 3 of 8 (case_a)</p>"), "{rows:?}");
        assert!(rows[0][3].contains("<li>names <code>a</code> <b>(not said)</b></li>"), "{rows:?}");
        let fields = rows.iter().flatten();
        assert_eq!(
            fields.filter(|field| field.contains("Missed") || field.contains("not said")).count(),
            1,
            "{rows:?}"
        );
    }

    fn assert_quiet(file: &str) {
        let rows = rows(file);
        assert_eq!(rows.iter().map(|row| &row[0]).collect::<BTreeSet<_>>().len(), 3, "{file}");
        for row in rows {
            assert_eq!(row.len(), 4, "{row:?}");
            for field in &row[2..] {
                assert_sound(field);
                assert!(!field.contains('[') && !field.contains("{{") && !field.contains("\\("), "{field}");
            }
        }
    }

    #[test]
    fn hostile_banks_are_cards_too() {
        for text in HOSTILE {
            assert_quiet(&render(&hostile(text)));
        }
    }

    #[test]
    fn braces_in_any_number_hide_nothing() {
        for count in 1..9 {
            assert_quiet(&render(&hostile(&"{".repeat(count))));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_a_card(text in any::<String>()) {
            assert_quiet(&render(&hostile(&text)));
        }
    }
}
