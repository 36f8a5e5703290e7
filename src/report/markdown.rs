//! A summary for the page of a CI job: verdicts, the hardest questions, candidates.

use std::fmt::Write;

use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::facts::{CandidateFacts, Facts};
use crate::report::items::points;
use crate::report::text;

/// How many candidates are listed.
// Receipt: GitHub takes 1 MiB a step; a row with the longest name takes under 2 KiB, so that 100 take a fifth of that.
const CANDIDATES: usize = 100;

/// How many of the hardest questions are listed.
const QUESTIONS: usize = 10;

/// How much of a name is shown.
const NAME: usize = 60;

/// The document.
pub fn render(facts: &Facts, context: &Context) -> String {
    let mut page = String::from("# Greenroom\n\n");
    page += &sentence(facts);
    page += &verdicts(facts);
    page += &hardest(facts, context);
    page += &candidates(facts);
    page
}

fn sentence(facts: &Facts) -> String {
    let answers = text::count(facts.answers(), "answer", "answers");
    let candidates = text::count(facts.candidates.len() as u64, "candidate", "candidates");
    let Some(level) = facts.level() else { return "No answer was graded.\n".to_owned() };
    let mut lines =
        format!("{answers} of {candidates}, checked at level `{level}` by Python {}.\n", quote(&facts.python()));
    let internal = facts.count(Verdict::Internal);
    if internal > 0 {
        let answers = text::count(internal, "answer", "answers");
        lines +=
            &format!("\n**{answers} could not be checked.** That is not the candidates' fault: grade them again.\n");
    }
    lines
}

fn verdicts(facts: &Facts) -> String {
    if facts.verdicts.is_empty() {
        return String::new();
    }
    let mut table = String::from("\n| verdict | answers |\n| --- | ---: |\n");
    for (verdict, count) in &facts.verdicts {
        writeln!(table, "| {verdict} | {count} |").expect("writing to a string does not fail");
    }
    table
}

fn hardest(facts: &Facts, context: &Context) -> String {
    let questions = facts.hardest();
    if questions.is_empty() {
        return String::new();
    }
    let mut table =
        String::from("\n## Hardest questions\n\n| question | pass | mean score | |\n| --- | ---: | ---: | --- |\n");
    for question in questions.iter().take(QUESTIONS) {
        let share = |share: Option<f64>| share.map_or("–".to_owned(), text::percent);
        let remark = question.remark().map_or("", |remark| remark.words());
        let title = quote(context.title(&question.slug));
        let (passed, tried) = (question.passed, question.tried);
        let row = (share(question.difficulty()), share(question.mean_score()));
        writeln!(table, "| {title} | {passed} of {tried} ({}) | {} | {remark} |", row.0, row.1)
            .expect("writing to a string does not fail");
    }
    table + &more(questions.len(), QUESTIONS, "questions")
}

/// Those with the lowest scores first: they are whom somebody has to look at.
fn candidates(facts: &Facts) -> String {
    if facts.candidates.is_empty() {
        return String::new();
    }
    let mut table = String::from("\n## Candidates\n\n| candidate | score | passed | |\n| --- | ---: | ---: | --- |\n");
    let mut ranking = facts.ranking();
    ranking.sort_by_key(|candidate| candidate.score().map(points));
    for candidate in ranking.iter().take(CANDIDATES) {
        let score = candidate.score().map_or("–".to_owned(), text::percent);
        let passed = format!("{} of {}", candidate.count(Verdict::Pass), candidate.marks.len());
        writeln!(table, "| {} | {score} | {passed} | {} |", quote(&candidate.name), remarks(candidate))
            .expect("writing to a string does not fail");
    }
    table + &more(facts.candidates.len(), CANDIDATES, "candidates")
}

fn remarks(candidate: &CandidateFacts) -> String {
    let some = |count: usize, words: &str| (count > 0).then(|| format!("{count} {words}"));
    let remark = |verdict, words: &str| some(candidate.count(verdict), words);
    [
        remark(Verdict::Internal, "could not be checked"),
        some(candidate.tampering(), "tampered"),
        remark(Verdict::NotSubmitted, "not submitted"),
        some(candidate.late(), "late"),
        remark(Verdict::Manual, "to read"),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

fn more(all: usize, shown: usize, what: &str) -> String {
    if all > shown {
        format!("\nand {} more {what}; `grades.csv` and `items.csv` list them all\n", all - shown)
    } else {
        String::new()
    }
}

/// A text that means nothing in Markdown: every mark of ASCII is written as a character reference.
fn quote(text: &str) -> String {
    let mut quoted = String::new();
    let text = text::short(text, NAME);
    // What looks like an address becomes a link.
    let plain = if text.to_lowercase().contains("www") { "-" } else { "-." };
    for character in text.chars() {
        if character.is_ascii_punctuation() && !plain.contains(character) {
            write!(quoted, "&#{};", u32::from(character)).expect("writing to a string does not fail");
        } else {
            quoted.push(character);
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::testing::{class, context, hostile_class, hostile_rows, row};

    #[test]
    fn a_small_class() {
        insta::assert_snapshot!(render(&Facts::of_rows(&class()), &context()));
    }

    #[test]
    fn an_empty_class() {
        assert_eq!(render(&Facts::of_rows(&[]), &context()), "# Greenroom\n\nNo answer was graded.\n");
    }

    #[test]
    fn the_weakest_are_listed_and_the_others_counted() {
        let cases = |number| if number < 140 { "p" } else { "f" };
        let rows: Vec<_> = (0..150).map(|number| row(&format!("c{number:03}"), "merge", cases(number))).collect();
        let page = render(&Facts::of_rows(&rows), &context());
        assert!(page.contains("| c149 | 0 % | 0 of 1 |") && page.contains("and 50 more candidates"), "{page}");
        assert!(page.find("c149").unwrap() < page.find("c000").unwrap(), "{page}");
    }

    /// Every line of a table has as many bars as its heading, and nothing else begins anything.
    fn assert_sound(page: &str) {
        let own =
            page.lines().filter(|line| line.starts_with("| ")).all(|line| matches!(line.matches('|').count(), 3 | 5));
        assert!(own, "{page}");
        assert!(!page.contains(['<', '>', '[', ']', '\u{1b}', '\u{202e}']), "{page}");
    }

    #[test]
    fn hostile_names_are_cells() {
        assert_sound(&render(&Facts::of_rows(&hostile_class()), &context()));
    }

    proptest! {
        #[test]
        fn any_name_is_a_cell(name in any::<String>()) {
            assert_sound(&render(&Facts::of_rows(&hostile_rows(&name)), &context()));
        }
    }
}
