//! A question on the screen. Pure text; everything from the bank is escaped.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::model::conditions::Conditions;
use crate::model::escape;
use crate::model::event::DrawnQuestion;
use crate::model::independence;
use crate::model::material::Material;
use crate::model::question::{Clarification, Kind};
use crate::ui::paint::Look;
use crate::ui::prose;
use crate::ui::times::clock;
use crate::ui::times::minutes;

/// A question, as the candidate sees it.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    /// From 1.
    pub number: usize,
    pub count: usize,
    pub drawn: &'a DrawnQuestion,
    pub material: &'a Material,
    /// The file to edit, from the session folder.
    pub file: &'a str,
    /// How many hints have been shown.
    pub hints: usize,
    /// Which clarifications have been shown.
    pub asked: &'a BTreeSet<usize>,
    pub conditions: Conditions,
    /// Minutes that the interviewer added.
    pub added: u32,
    /// What earlier questions left for this one.
    pub saved_before: Duration,
    pub is_flagged: bool,
}

/// A question with everything that its candidate may see.
pub fn question(look: Look, card: &Card) -> String {
    let Card { drawn, material, .. } = card;
    let title = format!("Q{} of {} · {}", card.number, card.count, escape::terminal(&drawn.title));
    let mut lines = vec![String::new(), look.rule(&title)];
    let budget = minutes(card.conditions.pace.stretch(drawn.budget_minutes));
    let mut facts = format!("{} · {} · {} · {budget} min", drawn.kind, drawn.level, drawn.topic);
    if card.added > 0 {
        facts.push_str(&format!(" and {} from your interviewer", card.added));
    }
    if !card.saved_before.is_zero() {
        facts.push_str(&format!(" and {} saved before", clock(card.saved_before)));
    }
    if card.is_flagged {
        facts.push_str(" · flagged");
    }
    lines.push(look.dim(&prose::wrap(&facts, look.width)));
    lines.push(String::new());
    lines.push(prose_of(look, &material.question.prompt.text()));
    if !material.question.constraints.is_empty() {
        lines.extend([String::new(), look.bold("Constraints")]);
        for constraint in &material.question.constraints {
            lines.push(prose::hang("- ", &escape::terminal(constraint), look.width));
        }
    }
    for (heading, text) in [("Samples", Some(&material.samples)), ("Snippet", material.snippet.as_ref())] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            lines.extend([String::new(), look.bold(heading)]);
            lines.push(code(look, &escape::terminal(text.trim_end())));
        }
    }
    lines.extend(menu(look, &material.question.clarify, card.asked));
    lines.push(String::new());
    lines.push(prose::wrap(&answer_line(card), look.width));
    lines.push(keys(look, card));
    finish(lines)
}

/// What can be asked, and an answer where it was.
fn menu(look: Look, clarify: &[Clarification], asked: &BTreeSet<usize>) -> Vec<String> {
    if clarify.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), look.bold("Ask the interviewer")];
    for (index, exchange) in clarify.iter().enumerate() {
        lines.push(prose::hang(&format!(" {} ", index + 1), &escape::terminal(&exchange.ask), look.width));
        if asked.contains(&index) {
            lines.push(prose::hang("   ", &escape::terminal(&exchange.answer.text()), look.width));
        }
    }
    lines
}

fn answer_line(card: &Card) -> String {
    let file = escape::terminal(card.file);
    match card.drawn.kind {
        Kind::Code => format!("Write your answer in `{file}`."),
        Kind::Predict => format!("Write what the snippet prints, line by line, in `{file}`."),
        Kind::Explain => {
            format!("Answer aloud or in `{file}`; then `rate` shows the key points and closes the question.")
        }
    }
}

/// The commands that make sense here.
fn keys(look: Look, card: &Card) -> String {
    let hints = card.material.question.hints.len();
    let price = if card.hints < hints { format!(" -{}%", independence::price(card.hints)) } else { String::new() };
    let rate = if card.drawn.kind == Kind::Code { "" } else { " [r]ate" };
    let check = match card.drawn.kind {
        Kind::Explain => "",
        _ if card.conditions.whiteboard => "su[b]mit ",
        _ => "[c]heck ",
    };
    let pause = if card.conditions.strict { "" } else { " pa[u]se" };
    let text = format!(
        "{check}[e]dit [h]int {}/{hints}{price} [a]sk [n]ext [p]revious [g]o f[l]ag [t]ime{pause}{rate} [f]inish [q]uit [?]help",
        card.hints
    );
    look.dim(&prose::wrap(&text, look.width))
}

pub(super) fn prose_of(look: Look, text: &str) -> String {
    prose::wrap(&escape::terminal(text), look.width)
}

/// Source as it is, indented as far as its longest line allows.
fn code(look: Look, text: &str) -> String {
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let indent = " ".repeat(look.width.saturating_sub(longest).min(4));
    text.lines().map(|line| format!("{indent}{line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// The lines as one text that ends in a newline.
pub(super) fn finish(lines: Vec<String>) -> String {
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{materials, started};

    const WIDE: Look = Look { width: 80, colour: false, unicode: true };
    const NARROW: Look = Look { width: 60, colour: false, unicode: true };

    fn card(index: usize, look: Look) -> String {
        let (started, materials) = (started(), materials());
        let asked = BTreeSet::from([0]);
        let file = format!("{}-{}/answer.py", index + 1, started.questions[index].slug);
        question(
            look,
            &Card {
                number: index + 1,
                count: 3,
                drawn: &started.questions[index],
                material: &materials[index],
                file: &file,
                hints: 1,
                asked: if index == 2 { &asked } else { const { &BTreeSet::new() } },
                conditions: started.conditions,
                added: 0,
                saved_before: Duration::ZERO,
                is_flagged: false,
            },
        )
    }

    #[test]
    fn a_code_question_shows_all_that_its_candidate_may_see() {
        insta::assert_snapshot!(card(1, WIDE), @r"
        ── Q2 of 3 · Merge two sorted lists ────────────────────────────────────────────
        code · easy · data-structures-and-algorithms · 4 min

        Write `merge_sorted(a, b)` that merges two sorted lists into a new sorted list.

        Constraints
        - time O(n)

        Samples
            >>> merge_sorted([1, 3, 5], [2, 4])
            [1, 2, 3, 4, 5]

        Ask the interviewer
         1 May it be empty?

        Write your answer in `2-merge-sorted-lists/answer.py`.
        [c]heck [e]dit [h]int 1/2 -25% [a]sk [n]ext [p]revious [g]o f[l]ag [t]ime
        pa[u]se [f]inish [q]uit [?]help
        ");
    }

    #[test]
    fn a_prediction_shows_its_snippet() {
        insta::assert_snapshot!(card(0, NARROW), @r"
        ── Q1 of 3 · is and == ─────────────────────────────────────
        predict · easy · object-model · 3 min

        Say exactly what each line prints.

        Snippet
            a = [1, 2]
            b = [1, 2]
            print(a == b)
            print(a is b)

        Ask the interviewer
         1 May it be empty?

        Write what the snippet prints, line by line, in
        `1-is-vs-equality/answer.py`.
        [c]heck [e]dit [h]int 1/2 -25% [a]sk [n]ext [p]revious [g]o
        f[l]ag [t]ime pa[u]se [r]ate [f]inish [q]uit [?]help
        ");
    }

    #[test]
    fn an_explanation_shows_an_answer_that_was_asked_for() {
        insta::assert_snapshot!(card(2, NARROW), @r"
        ── Q3 of 3 · The Global Interpreter Lock ───────────────────
        explain · easy · concurrency · 2 min

        What is the GIL, and why does CPython have it?

        Ask the interviewer
         1 May it be empty?
           Yes: SECRET clarification.

        Answer aloud or in `3-gil/answer.py`; then `rate` shows the
        key points and closes the question.
        [e]dit [h]int 1/2 -25% [a]sk [n]ext [p]revious [g]o f[l]ag
        [t]ime pa[u]se [r]ate [f]inish [q]uit [?]help
        ");
    }

    #[test]
    fn nothing_hidden_is_on_a_card() {
        for index in [0, 1] {
            assert!(!card(index, WIDE).contains("SECRET"));
        }
    }

    #[test]
    fn no_screen_is_wider_than_the_terminal() {
        for width in [40, 60, 80, 100] {
            let look = Look { width, colour: false, unicode: true };
            let screens = [card(0, look), card(1, look)];
            for line in screens.iter().flat_map(|screen| screen.lines()) {
                assert!(line.chars().count() <= width || line.starts_with("    "), "{width}: {line}");
            }
        }
    }

    #[test]
    fn hostile_text_of_a_bank_is_inert() {
        let (mut started, mut material) = (started(), materials().remove(1));
        started.questions[1].title = "\u{1b}]0;owned\u{7}".to_owned();
        material.samples = "\u{1b}[2J".to_owned();
        let card = Card {
            number: 2,
            count: 3,
            drawn: &started.questions[1],
            material: &material,
            file: "\u{9b}31m",
            hints: 0,
            asked: &BTreeSet::new(),
            conditions: started.conditions,
            added: 0,
            saved_before: Duration::ZERO,
            is_flagged: false,
        };
        assert!(question(WIDE, &card).chars().all(|character| character == '\n' || !character.is_control()));
    }
}
