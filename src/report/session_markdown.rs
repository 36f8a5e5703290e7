//! The report of a session as Markdown: what a page shows, to be kept among one's own notes.

use std::fmt::Write;

use crate::compare::diff::{Line, Tag, diff};
use crate::compare::prediction_notes::notes;
use crate::model::material::typed;
use crate::model::question::Kind;
use crate::model::record::{CaseResult, Checked, Detail, Failure};
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::verdict::Verdict;
use crate::notes::prose::{markdown, markdown_line};
use crate::report::axes::axes;
use crate::report::opened::Opened;
use crate::report::session_cost;
use crate::report::session_facts::{fact_list, remark_lines, when};
use crate::report::session_insight;
use crate::report::session_partner;
use crate::report::text;

/// How much of a name and of a sentence is shown.
const NAME: usize = 100;
const SENTENCE: usize = 2000;

/// The longest text in a fence, in lines.
const MOST_LINES: usize = 1000;

/// The document. `opened` has the questions of the report, in its order.
pub fn render(report: &SessionReport, opened: &[Opened<'_>]) -> String {
    let mut page = format!("# {}\n\n{}\n", name(&report.title), sentence(&when(report)));
    page += "\n| | | |\n| --- | ---: | --- |\n";
    for axis in axes(report) {
        let own = if axis.is_self_rated { " (self-rated)" } else { "" };
        add(&mut page, format_args!("| {}{own} | {} | {} |\n", axis.name, axis.figure, axis.about));
    }
    page += &steps(report);
    page += &table(&report.questions);
    page += &session_partner::markdown(report, opened, sentence);
    page += &session_insight::markdown(report, sentence);
    let remarks = remark_lines(report);
    if !remarks.is_empty() {
        page += "\n## Remarks\n\n";
        remarks.iter().for_each(|remark| add(&mut page, format_args!("- {}\n", sentence(remark))));
    }
    for ((question, opened), number) in report.questions.iter().zip(opened).zip(1..) {
        page += &article(question, opened, number);
    }
    page += "\n## The session\n\n";
    for (fact, value) in fact_list(report) {
        add(&mut page, format_args!("- {fact}: {}\n", sentence(&value)));
    }
    page
}

fn steps(report: &SessionReport) -> String {
    let mut lines = String::from("\n## Next\n");
    for step in &report.next {
        add(&mut lines, format_args!("\n{}\n\n{}", sentence(&step.why), fence(&step.command, "sh")));
    }
    if report.next.is_empty() { String::new() } else { lines }
}

fn table(questions: &[QuestionReport]) -> String {
    let mut table = String::from(
        "\n## Question by question\n\n| | question | time | at the bell | best | hints | self-rating |\n\
         | ---: | --- | ---: | --- | --- | ---: | ---: |\n",
    );
    let of = |verdict: Verdict, passed: u64, total: u64| {
        if total > 0 { format!("{verdict} {passed}/{total}") } else { verdict.to_string() }
    };
    for (question, number) in questions.iter().zip(1..) {
        let best = match question.was_better() {
            true => of(question.best, question.best_passed, question.total),
            false if question.is_judged() => "the same".to_owned(),
            false => "–".to_owned(),
        };
        let rated =
            question.self_rating().map_or("–".to_owned(), |(given, possible)| format!("{given} of {possible}"));
        let time = format!("{} of {}", text::clock(question.used_s), text::clock(question.budget_s));
        let bell = of(question.verdict, question.passed, question.total);
        let hints = format!("{} of {}", question.hints, question.hints_available);
        let title = name(&question.title);
        add(&mut table, format_args!("| {number} | {title} | {time} | {bell} | {best} | {hints} | {rated} |\n"));
    }
    table
}

fn article(row: &QuestionReport, opened: &Opened<'_>, number: usize) -> String {
    let question = &opened.material.question;
    let mut page = format!("\n## {number} {}\n\n", name(&row.title));
    page += &(markdown(&question.prompt.text()) + "\n");
    if let Some(snippet) = &opened.material.snippet {
        add(&mut page, format_args!("\n{}", fence(snippet, "python")));
    }
    if let Some(answer) = &opened.answer {
        let language = if row.kind == Kind::Code { "python" } else { "" };
        add(&mut page, format_args!("\n### Your answer\n\n{}", fence(answer, language)));
    }
    if let Some(graded) = opened.at_bell {
        add(&mut page, format_args!("\n### At the bell: {}\n{}", graded.checked.verdict, findings(&graded.checked)));
    }
    if let (Some(better), Some(answer)) = (&opened.better, &opened.answer) {
        let change = fence(&difference(better, answer), "diff");
        add(&mut page, format_args!("\n### From your best version to the one at the bell\n\n{change}"));
    }
    if !opened.material.cases.is_empty() {
        page += "\n### All cases of the check\n";
        for case in &opened.material.cases {
            let said =
                if case.sentence.is_empty() { String::new() } else { format!(": {}", markdown_line(&case.sentence)) };
            add(&mut page, format_args!("\n{}{said}\n\n{}", name(&case.name), fence(&case.text, "python")));
        }
    }
    add(&mut page, format_args!("\n### A model answer\n\n{}\n", markdown(&question.model_answer.text())));
    if let Some((idiom, code)) = question.idiom.as_ref().zip(opened.material.idiom.as_ref()) {
        let (says, code) = (markdown(&idiom.says.text()), fence(code, "python"));
        add(&mut page, format_args!("\n### What you would write at work\n\n{says}\n\n{code}"));
    }
    if let Some(cost) = &row.cost {
        page += "\n### What it costs\n\n";
        session_cost::sentences(cost).iter().for_each(|line| add(&mut page, format_args!("- {}\n", sentence(line))));
    }
    if !row.follow_ups.is_empty() {
        page += "\n### Follow-ups (self-rated)\n\n";
        for follow_up in &row.follow_ups {
            add(&mut page, format_args!("- {}: {}\n", session_cost::score(follow_up), markdown_line(&follow_up.ask)));
        }
    }
    if !question.key_points.is_empty() {
        page += "\n### Key points\n\n";
        for point in &question.key_points {
            let rated = row.key_points.iter().find(|known| known.id == point.id).and_then(|known| known.self_rated);
            let rated = rated.map_or(String::new(), |score| format!(" (self-rated {score})"));
            add(&mut page, format_args!("- {}{rated}\n", markdown_line(&point.text)));
        }
    }
    page += &session_insight::delivery_markdown(row);
    page
}

fn findings(checked: &Checked) -> String {
    let mut page = String::new();
    if let Some(says) = &checked.says {
        add(&mut page, format_args!("\nA known mistake: {}\n", markdown_line(says)));
    }
    if let Some(load) = &checked.load {
        page += &failure(load);
    }
    match &checked.detail {
        Detail::Cases(cases) => {
            let is_failed = |case: &&CaseResult| !matches!(case.verdict, Verdict::Pass | Verdict::Skipped);
            for case in cases.iter().filter(is_failed) {
                add(&mut page, format_args!("\n- {}: {}", name(&case.name), case.verdict));
                let said = if case.sentence.is_empty() {
                    String::new()
                } else {
                    format!(". {}", markdown_line(&case.sentence))
                };
                add(&mut page, format_args!("{said}\n"));
                page += &case.failure.as_ref().map(failure).unwrap_or_default();
            }
        }
        Detail::Lines(lines) => {
            page += "\n| line | predicted | printed | |\n| ---: | --- | --- | --- |\n";
            for line in lines {
                let text = |text: &Option<String>| text.as_deref().map_or("–".to_owned(), sentence);
                let right = if line.right { "right" } else { "wrong" };
                let (predicted, printed) = (text(&line.predicted), text(&line.printed));
                add(&mut page, format_args!("| {} | {predicted} | {printed} | {right} |\n", line.line));
            }
            for note in notes(lines) {
                add(&mut page, format_args!("\n{}\n", markdown_line(&note)));
            }
        }
        Detail::Manual => {}
    }
    page
}

fn failure(failure: &Failure) -> String {
    let mut text = String::new();
    let calls: Vec<String> = failure.before.iter().chain([&failure.call]).flat_map(|source| typed(source)).collect();
    for line in calls.iter().filter(|line| !line.trim().is_empty()) {
        text += line;
        text.push('\n');
    }
    text += &difference(failure.expected.as_deref().unwrap_or_default(), failure.got.as_deref().unwrap_or_default());
    if let Some(raised) = &failure.raised {
        add(&mut text, format_args!("{}: {}\n", raised.exception, raised.message));
    }
    if let Some(note) = &failure.note {
        add(&mut text, format_args!("note: {note}\n"));
    }
    if !failure.printed.is_empty() && failure.got.as_deref() != Some(failure.printed.trim_end_matches('\n')) {
        add(&mut text, format_args!("printed:\n{}\n", failure.printed));
    }
    if text.trim().is_empty() { String::new() } else { format!("\n{}", fence(&text, "diff")) }
}

/// What is expected behind `-`, what was given behind `+`.
fn difference(expected: &str, got: &str) -> String {
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
fn fence(content: &str, language: &str) -> String {
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

fn name(text: &str) -> String {
    quote(text, NAME)
}

/// A sentence of others that is no Markdown.
fn sentence(text: &str) -> String {
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

fn add(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::report::session_testing::{hostile, opened, report};

    #[test]
    fn a_report_has_every_part() {
        let (report, opened) = (report(), opened());
        let page = render(&report, &opened.of());
        for part in [
            "# 30-minute phone screen",
            "| Explanation (self-rated) | 3 of 6 |",
            "```sh\ngreenroom check merge-sorted-lists room/2-merge-sorted-lists/answer.py\n```",
            "| 2 | Merge two sorted lists | 12:00 of 11:00 | fail 7/9 | pass 9/9 | 1 of 2 | – |",
            "- [1, 2, 3]\n+ [1, 3, 2]\n",
            "### A model answer\n\nSECRET model answer",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    /// Nothing in the page is HTML, a link or an image, wherever a reader of Markdown stands.
    #[track_caller]
    fn assert_inert(page: &str) {
        for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
            let is_active = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
            );
            assert!(!is_active, "{event:?} in {page}");
        }
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\0', '\r']), "{page}");
    }

    #[test]
    fn hostile_answers_are_inert() {
        let text = "```\n<script>alert(1)</script> ![x](http://x.y) [a](javascript:b) <http://x.y>\n~~~\n````\n\u{202e}\u{1b}[2J | b";
        let (report, opened) = hostile(text);
        assert_inert(&render(&report, &opened.of()));
    }

    #[test]
    fn fences_are_longer_than_what_they_hold() {
        assert_eq!(fence("a ``` b ```` c\n", "python"), "`````python\na ``` b ```` c\n`````\n");
        assert_eq!(fence("", ""), "```\n\n```\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_written(text in any::<String>()) {
            let (report, opened) = hostile(&text);
            assert_inert(&render(&report, &opened.of()));
        }
    }
}
