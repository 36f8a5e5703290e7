//! The parts of a session's report that come after a pass: what was claimed of the cost, and the follow-ups.

use crate::model::cost_report::CostReport;
use crate::model::escape;
use crate::model::growth::named;
use crate::model::session_report::QuestionReport;
use crate::ui::complexity_card;
use crate::ui::paint::Look;
use crate::ui::prose;

/// The section of claims, as lines; none when no question had a card.
pub fn costs(look: Look, questions: &[QuestionReport]) -> Vec<String> {
    let told = questions.iter().zip(1..).filter_map(|(question, number)| {
        let place = format!("Q{number} {}", escape::line(&question.title));
        Some((place, question.cost.as_ref()?))
    });
    let lines: Vec<String> = told.flat_map(|(place, cost)| cost_of(look, &place, cost)).collect();
    section(look, "Complexity", "(claimed and counted: advice, and no verdict knows of it)", lines)
}

fn cost_of(look: Look, place: &str, cost: &CostReport) -> Vec<String> {
    let author = cost.author;
    let Some(judged) = &cost.judged else {
        let counted = named(&cost.counted).map_or(String::new(), |classes| format!("counted as {classes}; "));
        let text = format!("nothing was claimed; {counted}the author's answer is {} in {}", author.time, author.space);
        return vec![prose::wrap(place, look.width), prose::hang("  ", &text, look.width)];
    };
    let mut lines = vec![prose::wrap(place, look.width)];
    lines.extend(complexity_card::result(look, judged));
    if !cost.is_of_final_answer {
        let earlier = "That was said of an earlier version than the one at the bell.";
        lines.extend(prose::hang("  ", earlier, look.width).lines().map(|line| look.dim(line)));
    }
    lines
}

/// The section of follow-ups, as lines; none when none was asked.
pub fn follow_ups(look: Look, questions: &[QuestionReport]) -> Vec<String> {
    let asked = questions.iter().zip(1..).flat_map(|(question, number)| {
        question.follow_ups.iter().map(move |follow_up| {
            let score = match follow_up.self_rated {
                None => " · ",
                Some(score) if score >= 1.0 => " 1 ",
                Some(score) if score > 0.0 => "1/2",
                Some(_) => " 0 ",
            };
            prose::hang(&format!("Q{number} [{score}] "), &escape::line(&follow_up.words()), look.width)
        })
    });
    let lines = asked.collect();
    section(look, "Follow-ups", "(answered aloud; the score is your own)", lines)
}

fn section(look: Look, name: &str, about: &str, lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() {
        return lines;
    }
    let heading = prose::wrap(&format!("{name} {about}"), look.width);
    let heading = heading.replacen(name, &look.bold(name), 1);
    [String::new(), heading].into_iter().chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Claim, JudgedClaim, Outcome};
    use crate::model::cost_report::FollowUpReport;
    use crate::model::event::Asker;
    use crate::model::growth::Class;
    use crate::model::question::{Classes, Kind};
    use crate::model::testing::question_report;
    use crate::model::wording::Wording;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    #[test]
    fn claims_and_follow_ups_have_sections_of_their_own() {
        let author = Classes { time: Class::Linear, space: Class::Constant };
        let claim = Claim { time: Class::Quadratic, space: Class::Constant, why: "a loop in a loop".to_owned() };
        let counted = vec![Class::Quadratic];
        let judged =
            JudgedClaim { claim, time: Outcome::WorseCode, space: Outcome::Right, author, counted: counted.clone() };
        let cost = CostReport {
            answer_sha256: "ab".to_owned(),
            is_of_final_answer: false,
            judged: Some(judged),
            claims: 1,
            author,
            counted,
        };
        let follow_up = |ask: &str, self_rated| FollowUpReport {
            number: 1,
            ask: ask.to_owned(),
            wording: Wording::AsPut,
            by: Asker::Greenroom,
            self_rated,
        };
        let silent = CostReport { judged: None, claims: 0, ..cost.clone() };
        let questions = [
            question_report("is-vs-equality", Kind::Predict),
            QuestionReport {
                cost: Some(cost),
                follow_ups: vec![
                    follow_up("How do you merge k sorted lists with n items in total?", Some(0.5)),
                    follow_up("And in place? \u{1b}[2J", None),
                ],
                ..question_report("merge-sorted-lists", Kind::Code)
            },
            QuestionReport { cost: Some(silent), ..question_report("two-sum", Kind::Code) },
        ];
        let lines: Vec<String> = costs(LOOK, &questions).into_iter().chain(follow_ups(LOOK, &questions)).collect();
        insta::assert_snapshot!(lines.join("\n"), @r"

        Complexity (claimed and counted: advice, and no verdict
        knows of it)
        Q2 merge sorted lists
          ! time O(n^2): right, but the code is worse. Your code was
            counted as O(n^2), and the author's answer is O(n).
          ✓ space O(1): right. The author's answer takes O(1).
          You said: a loop in a loop
          That was said of an earlier version than the one at the
          bell.
        Q3 two sum
          nothing was claimed; counted as O(n^2); the author's
          answer is O(n) in O(1)

        Follow-ups (answered aloud; the score is your own)
        Q2 [1/2] How do you merge k sorted lists with n items in
                 total?
        Q2 [ · ] And in place? \x1b[2J
        ");
        assert!(costs(LOOK, &questions[..1]).is_empty() && follow_ups(LOOK, &questions[..1]).is_empty());
    }
}
