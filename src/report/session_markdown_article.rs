//! One question of a session as Markdown: what was handed in and found, and everything that was hidden before the bell.

use crate::compare::prediction_notes::notes;
use crate::model::material::typed;
use crate::model::question::Kind;
use crate::model::record::{CaseResult, Checked, Detail, Failure};
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::timeline::What;
use crate::model::verdict::Verdict;
use crate::notes::prose::{markdown, markdown_line};
use crate::report::opened::Opened;
use crate::report::session_cost;
use crate::report::session_failures as failures;
use crate::report::session_insight;
use crate::report::session_markdown_text::{add, difference, fence, name, sentence};

/// Everything about the question of this number, from 1.
pub fn article(report: &SessionReport, row: &QuestionReport, opened: &Opened<'_>, number: usize) -> String {
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
    page += &asked_and_shown(report, row, opened, number);
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
        page += "\n### Follow-ups\n\n";
        for asked in &row.follow_ups {
            let rated = asked.self_rated.map_or(", not rated".to_owned(), |score| format!(", self-rated {score}"));
            let (ask, by) = (markdown_line(&asked.words()), session_insight::asker(asked.by));
            add(&mut page, format_args!("- {ask} ({by}{rated})\n"));
            if let Some(known) = opened.follow_up(asked.number) {
                add(&mut page, format_args!("  - {}\n", markdown_line(&known.answer.text())));
            }
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
    list(&mut page, "Common mistakes", question.mistakes.iter().map(|mistake| markdown_line(mistake)));
    page
}

/// What could have been asked and which hints there were, with what the candidate asked and took.
fn asked_and_shown(report: &SessionReport, row: &QuestionReport, opened: &Opened<'_>, number: usize) -> String {
    let question = &opened.material.question;
    let mut page = String::new();
    list(
        &mut page,
        "What the interviewer would have said",
        question.clarify.iter().zip(1..).map(|(exchange, asked)| {
            let note = match session_insight::unasked(row, asked) {
                _ if report.happened(number, &What::Asked { number: asked }) => " (asked)".to_owned(),
                Some(unasked) => format!(" (not asked; {} failed)", sentence(&unasked.cases.join(", "))),
                None => String::new(),
            };
            format!("{}{note} — {}", markdown_line(&exchange.ask), markdown_line(&exchange.answer.text()))
        }),
    );
    list(
        &mut page,
        "Hints",
        question.hints.iter().zip(1..).map(|(hint, shown)| {
            let note = if report.happened(number, &What::Hint { number: shown }) { " (shown)" } else { "" };
            format!("{}{note}", markdown_line(&hint.text()))
        }),
    );
    page
}

fn list(page: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    for (index, item) in items.enumerate() {
        if index == 0 {
            add(page, format_args!("\n### {heading}\n\n"));
        }
        add(page, format_args!("- {item}\n"));
    }
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
            if failures::has_difference(cases) {
                add(&mut page, format_args!("\n{}\n", failures::KEY));
            }
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
