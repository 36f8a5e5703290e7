//! A page for a teacher: what to look at first, charts, the class as a heat map. One file without scripts that loads
//! nothing: it can be opened anywhere, kept and printed.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::facts::{CandidateFacts, Facts};
use crate::report::html_charts as charts;
use crate::report::html_tables as tables;
use crate::report::items::{QuestionFacts, Remark};
use crate::report::text;

const STYLE: &str = include_str!("html.css");

/// No page of ours loads or runs anything, whatever stands in it.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// How many questions or cases a remark at the top names.
const NAMED: usize = 3;

/// The document.
pub fn render(facts: &Facts, context: &Context) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Greenroom: " (text::count(facts.candidates.len() as u64, "candidate", "candidates")) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "Graded class" }
                    p.soft { (circumstances(facts)) }
                }
                main {
                    (first(facts, context))
                    (tiles(facts))
                    @if !facts.candidates.is_empty() {
                        div.charts {
                            (charts::scores(facts))
                            (charts::difficulty(facts, context))
                            (charts::discrimination(facts, context))
                            (charts::time(facts, context))
                        }
                        (tables::heat_map(facts, context))
                        (tables::items(facts, context))
                    }
                }
                footer {
                    p.wrap {
                        "Made by Greenroom " (env!("CARGO_PKG_VERSION")) " from the bank " code { (short_hash(context)) }
                        @if let Some(seed) = context.seed { ", random cases from the number " (seed) }
                        ". Every number is also in " code { "summary.json" } ", " code { "grades.csv" } " and "
                        code { "items.csv" } "."
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn circumstances(facts: &Facts) -> String {
    let Some(level) = facts.level() else { return "No answer was graded.".to_owned() };
    let answers = text::count(facts.answers(), "answer", "answers");
    let candidates = text::count(facts.candidates.len() as u64, "candidate", "candidates");
    let questions = text::count(facts.questions.len() as u64, "question", "questions");
    let python = text::short(&facts.python(), 40);
    format!("{answers} of {candidates} to {questions}, executed at isolation level {level} by Python {python}.")
}

fn short_hash(context: &Context) -> String {
    text::short(context.bank_hash.get(..12).unwrap_or(&context.bank_hash), 12)
}

/// What needs a human, the gravest first; nothing when nothing does.
fn first(facts: &Facts, context: &Context) -> Markup {
    let remarks = remarks(facts, context);
    html! {
        @if !remarks.is_empty() {
            section.first {
                h2 { "Look at this first" }
                ul { @for remark in &remarks { li.wrap { (remark) } } }
            }
        }
    }
}

fn remarks(facts: &Facts, context: &Context) -> Vec<String> {
    let answers = |verdict| {
        let count = facts.count(verdict);
        (count > 0).then(|| text::count(count, "answer", "answers"))
    };
    let of = |wanted: &dyn Fn(&CandidateFacts) -> bool| {
        let candidates = facts.candidates.iter().filter(|candidate| wanted(candidate));
        named(candidates.map(|candidate| text::short(&candidate.name, 40)).collect())
    };
    let whose = |verdict| of(&|candidate| candidate.count(verdict) > 0);
    let mut remarks = Vec::new();
    if let Some(answers) = answers(Verdict::Internal) {
        let whose = whose(Verdict::Internal);
        remarks.push(format!("{answers} could not be checked, which is not the candidates' fault: {whose}."));
    }
    let tampering: usize = facts.candidates.iter().map(CandidateFacts::tampering).sum();
    if tampering > 0 {
        let answers = text::count(tampering as u64, "answer", "answers");
        let whose = of(&|candidate| candidate.tampering() > 0);
        remarks.push(format!("{answers} tried what no honest answer does, and ended there: {whose}."));
    }
    let title = |question: &QuestionFacts| text::short(context.title(&question.slug), 60);
    let mut about = |remark, before: &str, after: &str| {
        let questions = facts.questions.iter().filter(|question| question.remark() == Some(remark));
        let questions: Vec<String> = questions.map(title).collect();
        if !questions.is_empty() {
            remarks.push(format!("{before}{}{after}", named(questions)));
        }
    };
    about(Remark::NobodyPasses, "Nobody passes ", ".");
    about(Remark::Backwards, "Those who do well elsewhere fail here: ", ". Is the question right?");
    let dead = facts.questions.iter().filter(|question| question.remark().is_none()).flat_map(|question| {
        let cases = question.cases().filter(|case| case.remark() == Some(Remark::NobodyPasses));
        cases.map(move |case| format!("{} in {}", text::short(&case.name, 60), title(question)))
    });
    let dead: Vec<String> = dead.collect();
    if !dead.is_empty() {
        remarks.push(format!("Nobody passes the case {}.", named(dead)));
    }
    if let Some(answers) = answers(Verdict::Manual) {
        remarks.push(format!("For a human to read: {answers}, of {}.", whose(Verdict::Manual)));
    }
    let late: usize = facts.candidates.iter().map(|candidate| candidate.late()).sum();
    if late > 0 {
        remarks.push(format!("{} handed in late.", text::count(late as u64, "answer was", "answers were")));
    }
    remarks
}

/// The first few, and how many more there are.
fn named(names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    let text = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{text} and {more} more") } else { text }
}

fn tiles(facts: &Facts) -> Markup {
    let share = |share: Option<f64>| share.map_or("–".to_owned(), text::percent);
    let checked: u64 = facts.questions.iter().map(|question| question.tried).sum();
    let passed = facts.count(Verdict::Pass);
    let mut scores: Vec<f64> = facts.candidates.iter().filter_map(|candidate| candidate.score()).collect();
    scores.sort_by(f64::total_cmp);
    let passing = (checked > 0).then(|| passed as f64 / checked as f64);
    let tiles = [
        (share(facts.mean_score()), "mean score"),
        (share(scores.get(scores.len() / 2).copied()), "median score"),
        (share(passing), "of tried answers pass"),
        (facts.count(Verdict::NotSubmitted).to_string(), "not submitted"),
        (text::duration(facts.cpu_ms), "CPU time of all answers"),
    ];
    html! {
        ul.tiles { @for (number, what) in &tiles { li { b { (number) } (what) } } }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use roxmltree::{Document, ParsingOptions};

    use super::*;
    use crate::report::result_row::ResultRow;
    use crate::report::testing::{bare, class, context, hostile_class, hostile_rows, row};

    fn of(rows: &[ResultRow]) -> String {
        render(&Facts::of_rows(rows), &context())
    }

    /// The page as a tree: every element that is opened is closed, and no text of a stranger became an element.
    fn assert_sound(page: &str) {
        // What HTML leaves open is closed for a reader of XML.
        let closed = page.replace("<meta ", "<meta/><meta-of-html ");
        let mut text = String::new();
        for (index, part) in closed.split("<meta-of-html ").enumerate() {
            match (index, part.split_once('>')) {
                (0, _) | (_, None) => text += part,
                (_, Some((attributes, rest))) => text += &format!("<input {attributes}/>{rest}"),
            }
        }
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(&text, options).unwrap_or_else(|error| panic!("{error}: {text}"));
        const KNOWN: &str = " html head meta input title style body header h1 h2 p main section ul li b div figure \
            figcaption span svg rect text line circle table thead tbody tr th td bdi code footer ";
        for node in document.descendants().filter(|node| node.is_element()) {
            assert!(KNOWN.contains(&format!(" {} ", node.tag_name().name())), "{node:?}");
            assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")), "{node:?}");
        }
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\0', '\r']));
    }

    #[test]
    fn pages_are_sound() {
        for rows in [class(), hostile_class(), Vec::new()] {
            assert_sound(&of(&rows));
        }
    }

    #[test]
    fn what_needs_a_human_stands_on_top() {
        let mut rows = class();
        rows.extend((0..6).map(|number| row(&format!("z{number}"), "zip", "f")));
        rows.push(bare("z9", "zip", Verdict::Blocked, "the system-call filter ended it"));
        let page = of(&rows);
        let [top, rest] = page.split_once("<ul class=\"tiles\">").map(|(top, rest)| [top, rest]).unwrap();
        let seen = [
            "1 answer could not be checked, which is not the candidates' fault: dee.",
            "1 answer tried what no honest answer does, and ended there: z9.",
            "Nobody passes zip.",
            "For a human to read: 1 answer, of bob.",
            "1 answer was handed in late.",
        ];
        for sentence in seen {
            assert!(top.contains(sentence) && !rest.contains(sentence), "{sentence}: {top}");
        }
        assert!(!of(&[row("ada", "merge", "p")]).contains("Look at this first"));
    }

    #[test]
    fn a_large_class_gives_a_page_that_a_browser_opens() {
        let rows: Vec<ResultRow> =
            (0..3000).map(|number| row(&format!("c{number:04}"), &format!("q{}", number % 300), "pf")).collect();
        let page = of(&rows);
        assert!(page.len() < 2_000_000, "{}", page.len());
        assert!(page.contains("2500 more candidates"), "the rest is counted");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_a_text(name in any::<String>()) {
            assert_sound(&of(&hostile_rows(&name)));
        }
    }
}
