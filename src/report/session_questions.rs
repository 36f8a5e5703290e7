//! The questions on a session's page, an article each: what was handed in and found, and everything that was hidden before the
//! bell.

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
use crate::report::session_ratings as ratings;
use crate::report::session_table::of;
use crate::report::text;

/// How many lines of an answer are shown.
// Receipt: an answer has at most 64 KiB, and no honest one 1,000 lines; five answers of that are 400 kB of page.
const MOST_LINES: usize = 1000;

/// Everything about one question.
pub fn article(report: &SessionReport, index: usize, opened: &Opened<'_>) -> Markup {
    let Some(row) = report.questions.get(index) else { return html! {} };
    let question = &opened.material.question;
    let number = index + 1;
    let marks = ratings::marks_of(report, number);
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
                div {
                    @if row.kind == Kind::Explain { (ratings::key_points(row, marks, opened)) (ratings::delivery(row)) }
                    @else { (findings(opened)) }
                }
            }
            (session_cost::section(row.cost.as_ref()))
            (ratings::follow_ups(row, marks, opened))
            div.pair {
                (asked(report, number, opened))
                (hints(report, number, opened))
            }
            section.model {
                h3 { "A model answer" }
                (prose(&question.model_answer.text()))
                @if let Some((idiom, code)) = question.idiom.as_ref().zip(opened.material.idiom.as_ref()) {
                    h3 { "What you would write at work" }
                    (prose(&idiom.says.text()))
                    pre.plain { (escape::terminal(code.trim_end())) }
                }
            }
            div.pair {
                @if row.kind != Kind::Explain { (ratings::key_points(row, marks, opened)) }
                @if !question.mistakes.is_empty() {
                    section { h3 { "Common mistakes" } ul { @for mistake in &question.mistakes { li { (prose(mistake)) } } } }
                }
            }
            (cases(opened))
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
                Some(answer) if row.kind == Kind::Explain => (written(answer)),
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

/// Prose of the candidate, as it was typed.
fn written(answer: &str) -> Markup {
    let lines: Vec<&str> = answer.trim_end().split('\n').collect();
    html! {
        pre.written { (escape::terminal(&lines[..lines.len().min(MOST_LINES)].join("\n"))) }
        @if lines.len() > MOST_LINES { p.soft { "and " (lines.len() - MOST_LINES) " more lines" } }
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
        return html! { h3 { "What was found" } p.soft { "It was not run." } };
    };
    let Checked { verdict, says, detail, .. } = &graded.checked;
    html! {
        h3 { "What was found at the bell" }
        @if let Some(says) = says { div.says { b { "A known mistake. " } (prose(says)) } }
        (failures::of_answer(&graded.checked))
        @if *verdict == Verdict::Pass && matches!(detail, Detail::Lines(_)) { p.soft { "Every line is right." } }
    }
}

/// What could have been asked, and what was; an answer nobody asked for may be where a case failed.
fn asked(report: &SessionReport, number: usize, opened: &Opened<'_>) -> Markup {
    let exchanges = &opened.material.question.clarify;
    let was_asked = |index: usize| report.happened(number, &What::Asked { number: index as u64 + 1 });
    let row = report.questions.get(number - 1);
    let never_asked = |index: usize| row.and_then(|row| session_insight::unasked(row, index as u64 + 1));
    let about = |unasked: &Unasked| format!("{} failed", text::short(&unasked.cases.join(", "), NAME));
    let count = (0..exchanges.len()).filter(|index| was_asked(*index)).count();
    html! {
        @if !exchanges.is_empty() {
            section {
                h3 { "What the interviewer would have said" }
                p.soft { "You asked " (count) " of " (exchanges.len()) "." }
                dl.asked {
                    @for (index, exchange) in exchanges.iter().enumerate() {
                        dt {
                            (prose(&exchange.ask))
                            @if was_asked(index) { " " span.chip.good { "asked" } }
                            @else if let Some(unasked) = never_asked(index) {
                                " " span.chip.bad { "not asked" } " " span.soft { (about(unasked)) }
                            }
                        }
                        dd { (prose(&exchange.answer.text())) }
                    }
                }
            }
        }
    }
}

fn hints(report: &SessionReport, number: usize, opened: &Opened<'_>) -> Markup {
    let hints = &opened.material.question.hints;
    let was_shown = |index: usize| report.happened(number, &What::Hint { number: index as u64 + 1 });
    let count = (0..hints.len()).filter(|index| was_shown(*index)).count();
    html! {
        @if !hints.is_empty() {
            section {
                h3 { "Hints" }
                p.soft { "You took " (count) " of " (hints.len()) "." }
                ol {
                    @for (index, hint) in hints.iter().enumerate() {
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
