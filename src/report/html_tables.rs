//! The tables of the page: the class as a heat map of candidates and questions, and every question with its cases.

use maud::{Markup, html};

use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::facts::{CandidateFacts, Facts, Mark};
use crate::report::items::{CaseFacts, QuestionFacts, Remark};
use crate::report::text;

/// How many candidates and questions the heat map shows.
// Receipt: a page with 500 by 40 is 0.85 MB.
const CANDIDATES: usize = 500;
const QUESTIONS: usize = 40;

/// How many cases are listed over all questions.
const CASES: usize = 1000;

/// How much of a name and of a result is shown.
const NAME: usize = 80;
const RESULT: usize = 120;

/// Candidates in order of their scores, a cell for each answer.
pub fn heat_map(facts: &Facts, context: &Context) -> Markup {
    let ranking = facts.ranking();
    let questions = facts.questions.len().min(QUESTIONS);
    html! {
        h2 { "Candidates and questions" }
        p.soft.key {
            "Score in percent: "
            span.s0 { "0" } span.s1 { "under 50" } span.s2 { "under 75" } span.s3 { "under 100" } span.s4 { "100" }
            span.none { "none" }
            " T timeout, M memory, O output limit, C crash, B blocked, E error, – not submitted, … to read, ? not checked."
        }
        div.scroll {
            table.heat {
                thead {
                    tr {
                        th { "candidate" }
                        th.n { "score" }
                        @for question in facts.questions.iter().take(QUESTIONS) {
                            th title=(text::short(context.title(&question.slug), NAME)) {
                                (text::short(&question.slug, NAME))
                            }
                        }
                    }
                }
                tbody {
                    @for candidate in ranking.iter().take(CANDIDATES) { (of_candidate(candidate, questions)) }
                }
            }
        }
        @if ranking.len() > CANDIDATES {
            p.soft { "and " (ranking.len() - CANDIDATES) " more candidates in " code { "grades.csv" } }
        }
        @if facts.questions.len() > QUESTIONS {
            p.soft { "and " (facts.questions.len() - QUESTIONS) " more questions in " code { "grades.csv" } }
        }
    }
}

fn of_candidate(candidate: &CandidateFacts, questions: usize) -> Markup {
    html! {
        tr {
            th scope="row" { bdi { (text::short(&candidate.name, NAME)) } }
            td.n.plain { (candidate.score().map_or("–".to_owned(), text::percent)) }
            @for question in 0..questions {
                (cell(candidate.marks_of(question).max_by_key(|mark| (mark.score().is_some(), mark.points))))
            }
        }
    }
}

/// The number says what the colour says, for whoever does not see it.
fn cell(mark: Option<&Mark>) -> Markup {
    let Some(mark) = mark else { return html! { td.none {} } };
    let class = match (mark.score(), mark.points) {
        (None, _) => "none",
        (_, 0) => "s0",
        (_, 1..5000) => "s1",
        (_, 5000..7500) => "s2",
        (_, 7500..10_000) => "s3",
        _ => "s4",
    };
    let number = mark.score().map(|score| text::percent(score).replace(" %", "")).unwrap_or_default();
    let sign = match mark.verdict {
        Verdict::Timeout => "T",
        Verdict::Memory => "M",
        Verdict::OutputLimit => "O",
        Verdict::Crash => "C",
        Verdict::Blocked => "B",
        Verdict::Error => "E",
        Verdict::NotSubmitted => "–",
        Verdict::Manual => "…",
        Verdict::Internal => "?",
        Verdict::Pass | Verdict::Fail | Verdict::NotRun | Verdict::Skipped => "",
    };
    let text = if mark.verdict == Verdict::NotSubmitted { sign.to_owned() } else { format!("{number} {sign}") };
    html! { td class=(class) title=(mark.verdict) { (text.trim()) } }
}

/// Every question, the hardest first, with its cases.
pub fn items(facts: &Facts, context: &Context) -> Markup {
    let questions = facts.hardest();
    let mut room = CASES;
    let rows = questions.iter().map(|question| {
        let cases: Vec<&CaseFacts> = question.cases().take(room).collect();
        room -= cases.len();
        (*question, cases)
    });
    let rows: Vec<(&QuestionFacts, Vec<&CaseFacts>)> = rows.collect();
    html! {
        h2 { "Questions and their cases" }
        p.soft {
            "Pass: those who pass, of those who tried. Discrimination: correlation with everything else that candidates did, \
             from -1 to 1; above 0.2 is good. Most common mistake: how many gave the same wrong result, and one of them."
        }
        div.scroll {
            table {
                thead {
                    tr {
                        th { "question or case" } th.n { "pass" } th.n { "share" } th.n { "discrimination" } th { "" }
                        th { "most common mistake" }
                    }
                }
                tbody {
                    @for (question, cases) in &rows {
                        (row(
                            &html! { b { (text::short(context.title(&question.slug), NAME)) } },
                            (question.passed, question.tried, question.difficulty()),
                            question.discrimination(),
                            question.remark(),
                            &html! {},
                        ))
                        @for case in cases {
                            (row(
                                &html! { (text::short(&case.name, NAME)) },
                                (case.passed, case.seen, case.difficulty()),
                                case.discrimination(),
                                case.remark(),
                                &mistake(case),
                            ))
                        }
                    }
                }
            }
        }
        @if room == 0 { p.soft { "All cases are in " code { "items.csv" } "." } }
    }
}

fn row(
    name: &Markup,
    (passed, tried, share): (u64, u64, Option<f64>),
    discrimination: Option<f64>,
    remark: Option<Remark>,
    mistake: &Markup,
) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            td.n { (passed) " of " (tried) }
            td.n { (share.map_or("–".to_owned(), text::percent)) }
            td.n { (discrimination.map_or("–".to_owned(), |value| format!("{value:.2}"))) }
            td.remark { (remark.map_or("", |remark| remark.words())) }
            td.got { (mistake) }
        }
    }
}

fn mistake(case: &CaseFacts) -> Markup {
    let Some((_, mistake)) = case.common_mistake() else { return html! {} };
    html! {
        (mistake.count) " × " (mistake.verdict) ", for instance " bdi { (text::short(&mistake.candidate, 40)) }
        @if let Some(got) = &mistake.got { ": " bdi { (text::short(got, RESULT)) } }
    }
}
