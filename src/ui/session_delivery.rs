//! The sentences around the delivery of an explanation.

use crate::model::delivery::Criterion;
use crate::model::event::Score;
use crate::ui::paint::Look;
use crate::ui::prose;

pub fn begins() -> String {
    "How did you say it? This stands apart and adds nothing to what you knew.\n".to_owned()
}

/// Asks for one score.
pub fn prompt(look: Look, number: usize, count: usize, criterion: Criterion) -> String {
    let first = format!("{number} of {count}: ");
    let asked = prose::hang(&first, &format!("{criterion}: {}", asks(criterion)), look.width);
    format!("{asked}\n{}\n", look.dim("0, h (half) or 1; any other key skips this"))
}

/// What was given so far.
pub fn rated(scores: &[(Criterion, Score)]) -> String {
    let told: Vec<String> = scores.iter().map(|(criterion, score)| format!("{criterion} {}", mark(*score))).collect();
    format!("Delivery: {}.", told.join(", "))
}

pub fn only_for_explanations() -> String {
    "Delivery is rated where something is explained.\n".to_owned()
}

fn mark(score: Score) -> &'static str {
    match score {
        Score::No => "0",
        Score::Half => "1/2",
        Score::Full => "1",
    }
}

fn asks(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Structure => "the answer first, then its reasons in an order?",
        Criterion::Example => "an example, a number or a line of code?",
        Criterion::Words => "plain words, and each term explained?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_is_asked_for_and_told() {
        let look = Look { width: 60, colour: false, unicode: true };
        insta::assert_snapshot!(prompt(look, 1, 3, Criterion::Structure), @r"
        1 of 3: structure: the answer first, then its reasons in an
                order?
        0, h (half) or 1; any other key skips this
        ");
        let scores = [(Criterion::Structure, Score::Half), (Criterion::Words, Score::Full)];
        assert_eq!(rated(&scores), "Delivery: structure 1/2, words 1.");
    }
}
