//! The questions on a session's page: a row each, and an article each with everything that was hidden before the bell.

use maud::{Markup, html};

use crate::compare::diff::diff;
use crate::model::escape;
use crate::model::question::Kind;
use crate::model::record::{Checked, Detail};
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::timeline::What;
use crate::model::unasked::Unasked;
use crate::model::verdict::Verdict;
use crate::report::opened::Opened;
use crate::report::session_cost;
use crate::report::session_facts::{NAME, prose};
use crate::report::session_failures as failures;
use crate::report::session_failures::chip;
use crate::report::session_insight;
use crate::report::text;

/// How many lines of an answer are shown.
// Receipt: an answer has at most 64 KiB, and no honest one 1,000 lines; five answers of that are 400 kB of page.
const MOST_LINES: usize = 1000;

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

fn of(passed: u64, total: u64) -> String {
    if total > 0 { format!("{passed}/{total}") } else { String::new() }
}

/// Everything about one question.
pub fn article(report: &SessionReport, index: usize, opened: &Opened<'_>) -> Markup {
    let Some(row) = report.questions.get(index) else { return html! {} };
    let question = &opened.material.question;
    let number = index + 1;
    html! {
        article id={ "q" (number) } {
            h2 { span.number { (number) } " " (text::short(&row.title, NAME)) " " (chip(row.verdict)) }
            p.soft {
                (row.kind) " · " (row.difficulty) " · " (text::short(&row.topic, NAME)) " · "
                code { (text::short(&row.slug, NAME)) }
            }
            div.prompt { (prose(&question.prompt.text())) }
            div.pair {
                div.held { (answer(row, opened)) }
                div { (findings(opened)) }
            }
            (asked(report, number, opened))
            (cases(opened))
            section.model {
                h3 { "A model answer" }
                (prose(&question.model_answer.text()))
                @if let Some((idiom, code)) = question.idiom.as_ref().zip(opened.material.idiom.as_ref()) {
                    h3 { "What you would write at work" }
                    (prose(&idiom.says.text()))
                    pre.plain { (escape::terminal(code.trim_end())) }
                }
            }
            (session_cost::section(row.cost.as_ref()))
            (session_cost::follow_ups(&row.follow_ups, opened))
            (key_points(row, opened))
            (session_insight::delivery(row))
            @if !question.mistakes.is_empty() {
                section { h3 { "Common mistakes" } ul { @for mistake in &question.mistakes { li { (prose(mistake)) } } } }
            }
        }
    }
}

/// What was asked about and what was handed in; a prediction stands line by line where it was graded.
fn answer(row: &QuestionReport, opened: &Opened<'_>) -> Markup {
    let hits = opened.at_bell.map(|graded| failures::lines_of(&graded.checked)).unwrap_or_default();
    let is_listed = opened.at_bell.is_some_and(|graded| matches!(graded.checked.detail, Detail::Lines(_)));
    html! {
        @if let Some(snippet) = &opened.material.snippet {
            h3 { "The script" }
            (source(snippet, &[]))
        }
        @if !is_listed {
            h3 { @if row.kind == Kind::Predict { "Your prediction" } @else { "Your answer" } }
            @match &opened.answer {
                Some(answer) => (source(answer, &hits)),
                None if row.verdict == Verdict::Manual => p.soft { "Spoken; nothing was written down." },
                None => p.soft { "Nothing was handed in." },
            }
        }
        @if let (Some(better), Some(answer)) = (&opened.better, &opened.answer) {
            h3 { "From your best version to the one at the bell" }
            p.soft { "Lines behind − were in what passed " (of(row.best_passed, row.total)) ", lines behind + came after it." }
            (failures::lines(&diff(better, answer)))
        }
    }
}

/// Text with a number for each line; the lines that an exception went through are marked.
fn source(answer: &str, hits: &[u32]) -> Markup {
    let lines: Vec<&str> = answer.trim_end_matches('\n').split('\n').collect();
    html! {
        pre.source {
            @for (line, number) in lines.iter().take(MOST_LINES).zip(1_u32..) {
                span.hit[hits.contains(&number)] { (escape::terminal(line.trim_end_matches('\r'))) "\n" }
            }
        }
        @if lines.len() > MOST_LINES { p.soft { "and " (lines.len() - MOST_LINES) " more lines" } }
    }
}

fn findings(opened: &Opened<'_>) -> Markup {
    let Some(graded) = opened.at_bell else {
        let is_explained = opened.material.question.kind == Kind::Explain;
        return html! {
            h3 { "What was found" }
            @if is_explained { p.soft { "Nothing of it can be run: the key points below are what it is compared with." } }
            @else { p.soft { "It was not run." } }
        };
    };
    let Checked { verdict, says, .. } = &graded.checked;
    html! {
        h3 { "What was found at the bell" }
        @if let Some(says) = says { div.says { b { "A known mistake. " } (prose(says)) } }
        (failures::of_answer(&graded.checked))
        @if *verdict == Verdict::Pass { p { "Everything passes." } }
    }
}

/// What could have been asked, and what was; an answer nobody asked for may be where a case failed.
fn asked(report: &SessionReport, number: usize, opened: &Opened<'_>) -> Markup {
    let question = &opened.material.question;
    let happened = || report.timeline.iter().filter(move |happening| happening.question == number);
    let was_asked = |index: usize| {
        happened().any(|happening| matches!(happening.what, What::Asked { number } if number == index as u64 + 1))
    };
    let row = report.questions.get(number - 1);
    let never_asked = |index: usize| row.and_then(|row| session_insight::unasked(row, index as u64 + 1));
    let about = |unasked: &Unasked| format!("{} failed", text::short(&unasked.cases.join(", "), NAME));
    let was_shown = |index: usize| {
        happened().any(|happening| matches!(happening.what, What::Hint { number } if number == index as u64 + 1))
    };
    html! {
        @if !question.clarify.is_empty() {
            section {
                h3 { "What the interviewer would have said" }
                dl.asked {
                    @for (index, exchange) in question.clarify.iter().enumerate() {
                        dt { (prose(&exchange.ask)) " " @if was_asked(index) { span.chip.good { "asked" } } @else if let Some(unasked) = never_asked(index) { span.chip.bad { "not asked" } " " span.soft { (about(unasked)) } } @else { span.chip { "not asked" } } }
                        dd { (prose(&exchange.answer.text())) }
                    }
                }
            }
        }
        @if !question.hints.is_empty() {
            section {
                h3 { "Hints" }
                ol {
                    @for (index, hint) in question.hints.iter().enumerate() {
                        li { @if was_shown(index) { span.chip.used { "shown" } " " } (prose(&hint.text())) }
                    }
                }
            }
        }
    }
}

/// Every case of the check, now that all may be seen.
fn cases(opened: &Opened<'_>) -> Markup {
    let verdict_of = |name: &str| match opened.at_bell.map(|graded| &graded.checked.detail) {
        Some(Detail::Cases(cases)) => cases.iter().find(|case| case.name == name).map(|case| case.verdict),
        _ => None,
    };
    let cases = &opened.material.cases;
    html! {
        @if !cases.is_empty() {
            details.cases {
                summary { "All " (cases.len()) " cases of the check" }
                @for case in cases {
                    div.case {
                        p {
                            @if let Some(verdict) = verdict_of(&case.name) { (chip(verdict)) " " }
                            code { (escape::line(&case.name)) }
                            span.soft { @if case.is_sample { " sample" } @else { " hidden" } }
                        }
                        @if !case.sentence.is_empty() { div { (prose(&case.sentence)) } }
                        pre.plain { (escape::terminal(case.text.trim_end())) }
                    }
                }
            }
        }
    }
}

fn key_points(row: &QuestionReport, opened: &Opened<'_>) -> Markup {
    let rating = |id: &str| row.key_points.iter().find(|point| point.id == id).and_then(|point| point.self_rated);
    let points = &opened.material.question.key_points;
    let is_rated = row.self_rating().is_some();
    html! {
        @if !points.is_empty() {
            section {
                h3 { "Key points" @if is_rated { " " span.tag { "self-rated" } } }
                ul.points {
                    @for point in points {
                        li {
                            @if is_rated {
                                span.score {
                                    @match rating(&point.id) {
                                        Some(score) if score >= 1.0 => "1",
                                        Some(score) if score > 0.0 => "½",
                                        Some(_) => "0",
                                        None => "–",
                                    }
                                }
                            }
                            (session_insight::marked(&point.text))
                            @if point.weight > 1 { span.soft { " · counts " (point.weight) } }
                        }
                    }
                }
            }
        }
    }
}
