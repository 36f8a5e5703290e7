//! What was found when an answer was graded, on a session's page: the cases that did not pass with their differences, the
//! lines of a prediction beside what was printed.

use maud::{Markup, html};

use crate::compare::diff::{Line, Tag, diff};
use crate::compare::prediction_notes::notes;
use crate::model::escape;
use crate::model::material::typed;
use crate::model::record::{CaseResult, Checked, Detail, Failure, LineResult};
use crate::model::verdict::Verdict;
use crate::report::session_facts::prose;
use crate::report::text;

/// The longest difference, and the longest printed text, in lines.
// Receipt: a column of the page shows 60 lines of code on a screen of 1,080 pixels.
const MOST_LINES: usize = 60;

/// The longest stretch of one line.
const LONGEST: usize = 2000;

/// The longest text beside another one.
// Receipt: a cell is 27 letters wide on a screen of 900 pixels; 15 lines of it still stand beside each other.
const CELL: usize = 400;

/// How a difference is read.
pub const KEY: &str = "Lines behind − were expected, lines behind + are what you got.";

/// Whatever did not pass, and how much did.
pub fn of_answer(checked: &Checked) -> Markup {
    html! {
        @if let Some(load) = &checked.load {
            div.case { p { (chip(checked.verdict)) " It could not be tried." } (failure(load)) }
        } @else {
            @match &checked.detail {
                Detail::Cases(cases) => {
                    @if has_difference(cases) { p.soft { (KEY) } }
                    @for case in cases.iter().filter(|case| !matches!(case.verdict, Verdict::Pass | Verdict::Skipped)) {
                        (failed_case(case))
                    }
                    p.soft { (passed(cases)) }
                },
                Detail::Lines(lines) => (prediction(lines)),
                Detail::Manual => {},
            }
        }
    }
}

/// Whether some case that did not pass has a difference to show.
pub fn has_difference(cases: &[CaseResult]) -> bool {
    let failed = cases.iter().filter(|case| !matches!(case.verdict, Verdict::Pass | Verdict::Skipped));
    let mut found = failed.filter_map(|case| case.failure.as_ref());
    found.any(|found| found.expected.is_some() || found.got.is_some())
}

fn passed(cases: &[CaseResult]) -> String {
    let passed = cases.iter().filter(|case| case.verdict == Verdict::Pass).count();
    let all = cases.iter().filter(|case| case.verdict != Verdict::Skipped).count();
    format!("{passed} of {} pass.", text::count(all as u64, "case", "cases"))
}

fn failed_case(case: &CaseResult) -> Markup {
    html! {
        div.case {
            p { (chip(case.verdict)) " " code { (escape::line(&case.name)) } }
            @if !case.sentence.is_empty() { div { (prose(&case.sentence)) } }
            @if let Some(found) = &case.failure { (failure(found)) }
        }
    }
}

fn failure(failure: &Failure) -> Markup {
    let calls: Vec<String> = failure.before.iter().chain([&failure.call]).flat_map(|source| typed(source)).collect();
    let got = failure.got.as_deref().filter(|got| !got.is_empty());
    html! {
        @if calls.iter().any(|call| !call.trim().is_empty()) { pre.plain { (escape::terminal(&calls.join("\n"))) } }
        @match (&failure.expected, got) {
            (Some(expected), Some(got)) => (lines(&diff(expected, got))),
            (Some(expected), None) => {
                (lines(&diff(expected, "")))
                @if failure.raised.is_none() { p.soft { "It gave nothing." } }
            },
            (None, Some(got)) => (lines(&diff("", got))),
            (None, None) => {},
        }
        @if let Some(raised) = &failure.raised {
            p.raised {
                b { (text::short(&raised.exception, 200)) }
                @if !raised.message.is_empty() { ": " bdi { (text::short(&raised.message, LONGEST)) } }
            }
            @if let Some(line) = raised.trace.last() {
                p.soft { "in line " (line.line) @if line.function != "<module>" { ", in " (text::short(&line.function, 200)) } }
            }
        }
        @if let Some(note) = &failure.note { div.note { (prose(note)) } }
        @if !failure.printed.trim().is_empty() && got != Some(failure.printed.trim_end_matches('\n')) {
            p.soft { "It printed" }
            pre.plain { (head(&failure.printed)) }
        }
    }
}

/// The first lines of a text.
fn head(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end_matches('\n').split('\n').collect();
    let shown: String = lines[..lines.len().min(MOST_LINES)].join("\n").chars().take(LONGEST * 4).collect();
    let left = lines.len().saturating_sub(MOST_LINES);
    escape::terminal(&shown) + &if left > 0 { format!("\n… {left} more lines") } else { String::new() }
}

/// The lines of an answer that its exceptions went through.
pub fn lines_of(checked: &Checked) -> Vec<u32> {
    let of = |failure: &Failure| -> Vec<u32> {
        failure.raised.iter().flat_map(|raised| raised.trace.iter().map(|line| line.line)).collect()
    };
    let cases: &[CaseResult] = if let Detail::Cases(cases) = &checked.detail { cases } else { &[] };
    let failures = cases.iter().filter_map(|case| case.failure.as_ref()).chain(&checked.load);
    failures.flat_map(of).collect()
}

/// A difference: what was expected behind `−`, what was given behind `+`.
pub fn lines(lines: &[Line]) -> Markup {
    html! {
        pre.diff {
            @for line in lines.iter().take(MOST_LINES) {
                @match line {
                    Line::Text { tag, segments } => {
                        span class=(class(*tag)) {
                            i { (sign(*tag)) }
                            @for segment in segments {
                                @if segment.emphasised { (emphasised(&segment.text)) } @else { (piece(&segment.text)) }
                            }
                            "\n"
                        }
                    },
                    Line::Folded(count) => span.soft { "  … " (text::count(*count as u64, "equal line", "equal lines")) "\n" },
                    Line::Beyond { count, .. } => span.soft { "  … " (count) " more\n" },
                }
            }
            @if lines.len() > MOST_LINES { span.soft { "  … " (lines.len() - MOST_LINES) " more\n" } }
        }
    }
}

/// What differs. Space is tinted, since a line below it would look like something that was typed.
fn emphasised(text: &str) -> Markup {
    let words = text.trim_start_matches(' ');
    let (space, words) = text.split_at(text.len() - words.len());
    html! {
        @if !space.is_empty() { b.space { (space) } }
        @if !words.is_empty() { b { (piece(words)) } }
    }
}

fn piece(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).collect();
    escape::terminal(&shown) + if shown.len() < text.len() { "…" } else { "" }
}

fn class(tag: Tag) -> &'static str {
    match tag {
        Tag::Equal => "equal",
        Tag::Expected => "minus",
        Tag::Got => "plus",
    }
}

fn sign(tag: Tag) -> &'static str {
    match tag {
        Tag::Equal => "  ",
        Tag::Expected => "− ",
        Tag::Got => "+ ",
    }
}

/// A prediction beside what was printed.
fn prediction(lines: &[LineResult]) -> Markup {
    let cell = |text: &Option<String>| match text {
        Some(text) => html! { code { (text::short(text, CELL)) } },
        None => html! { span.soft { "no such line" } },
    };
    html! {
        table.lines {
            thead { tr { th.n { "line" } th { "predicted" } th { "printed" } th {} } }
            tbody {
                @for line in lines {
                    tr {
                        td.n { (line.line) }
                        td { (cell(&line.predicted)) }
                        td { (cell(&line.printed)) }
                        td { @if line.right { span.chip.good { "right" } } @else { span.chip.bad { "wrong" } } }
                    }
                }
            }
        }
        @for note in notes(lines) { (prose(&note)) }
    }
}

/// A verdict in its colour; the word says it too.
pub fn chip(verdict: Verdict) -> Markup {
    let class = match verdict {
        Verdict::Pass => "chip good",
        Verdict::Manual | Verdict::Skipped | Verdict::NotSubmitted | Verdict::NotRun | Verdict::Internal => "chip",
        _ => "chip bad",
    };
    html! { span class=(class) { (verdict.word()) } }
}
