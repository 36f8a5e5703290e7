//! The questions on a session's page, a row each: what they took, and what came of them.

use maud::{Markup, html};

use crate::model::session_report::{QuestionReport, SessionReport};
use crate::report::session_facts::NAME;
use crate::report::session_failures::chip;
use crate::report::text;

/// A row for each question.
pub fn table(report: &SessionReport) -> Markup {
    html! {
        div.scroll {
            table.rows {
                thead {
                    tr {
                        th { "question" } th.n { "time" } th { "at the bell" } th { "best" } th.n { "hints" }
                        th.n { "asked" } th.n { "checks" } th.n { "saves" } th.n { "self-rating" }
                    }
                }
                tbody { @for (index, question) in report.questions.iter().enumerate() { (row(index + 1, question)) } }
            }
        }
    }
}

fn row(number: usize, question: &QuestionReport) -> Markup {
    let time = format!("{} of {}", text::clock(question.used_s), text::clock(question.budget_s));
    let rated = question.self_rating().map_or("–".to_owned(), |(given, possible)| format!("{given} of {possible}"));
    html! {
        tr {
            th scope="row" {
                a href={ "#q" (number) } { (number) " " (text::short(&question.title, NAME)) }
                span.soft {
                    (question.kind) " · " (question.difficulty) " · " (text::short(&question.topic, NAME))
                    @if question.conduct.flagged { " · flagged" }
                    @if question.conduct.saved_in_grace { " · saved after the bell, in time" }
                }
            }
            td.n.warn-text[question.used_s > question.budget_s] data-name="time" { (time) }
            td data-name="at the bell" { (chip(question.verdict)) " " (of(question.passed, question.total)) }
            td data-name="best" {
                @if question.was_better() { (chip(question.best)) " " (of(question.best_passed, question.total)) }
                @else if question.is_judged() { span.soft { "the same" } }
                @else { "–" }
            }
            td.n data-name="hints" { (question.hints) " of " (question.hints_available) }
            td.n data-name="asked" { (question.clarifications) " of " (question.clarifications_available) }
            td.n data-name="checks" { (question.checks) }
            td.n data-name="saves" { (question.saves) }
            td.n data-name="self-rating" { (rated) }
        }
    }
}

/// For instance `7/9`; nothing where nothing was counted.
pub fn of(passed: u64, total: u64) -> String {
    if total > 0 { format!("{passed}/{total}") } else { String::new() }
}
