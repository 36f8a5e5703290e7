//! Choose a follow-up by what happened. Pure, and by rules that can be told: what cost wrong is asked about, who needed hints
//! gets the easiest, who was quick gets the hardest, and nobody is asked the same again while there is something else.

use std::collections::BTreeSet;

use crate::engine::allowance::allowance;
use crate::engine::claim;
use crate::engine::session::Session;
use crate::model::claim::Outcome;
use crate::model::event::{Moment, Occasion};
use crate::model::question::{About, FollowUp, Question};

/// What happened to a question before its follow-up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happened {
    /// What was claimed of its cost is wrong, or the code costs more than the author's.
    pub cost_missed: bool,
    pub hints: usize,
    /// The first whole check passed, and time is left.
    pub was_quick: bool,
    /// The follow-ups that were asked in this session.
    pub asked: BTreeSet<usize>,
}

/// Which follow-up comes next, from 0, as the question lists them (from easy to hard); none when all were asked in this
/// session. `asked_before` are those of earlier sessions: they come when there is no other.
pub fn choose(question: &Question, happened: &Happened, asked_before: &BTreeSet<usize>) -> Option<usize> {
    let has_idiom = question.idiom.is_some();
    let asked = &happened.asked;
    let left: Vec<(usize, &FollowUp)> =
        question.follow_ups.iter().enumerate().filter(|(index, _)| !asked.contains(index)).collect();
    // What the second solution has just told is asked last of all.
    let is_told = |follow_up: &FollowUp| has_idiom && follow_up.about == Some(About::Library);
    let is_new = |index: &usize| !asked_before.contains(index);
    let news = left.iter().filter(|(index, follow_up)| is_new(index) && !is_told(follow_up)).copied().collect();
    let untold = left.iter().filter(|(_, follow_up)| !is_told(follow_up)).copied().collect();
    [news, untold, left].into_iter().find_map(|pool: Vec<(usize, &FollowUp)>| choose_from(&pool, happened))
}

fn choose_from(pool: &[(usize, &FollowUp)], happened: &Happened) -> Option<usize> {
    let about_cost = || pool.iter().find(|(_, follow_up)| is_about_cost(follow_up));
    let chosen = match happened {
        Happened { cost_missed: true, .. } => about_cost().or(pool.first()),
        Happened { hints: 1.., .. } => pool.first(),
        Happened { was_quick: true, .. } => pool.last(),
        Happened { .. } => pool.get(pool.len() / 2),
    };
    chosen.map(|(index, _)| *index)
}

/// Its author says so, or says nothing and names a class.
fn is_about_cost(follow_up: &FollowUp) -> bool {
    match follow_up.about {
        Some(about) => about == About::Cost,
        None => follow_up.ask.contains("O(") || follow_up.answer.text().contains("O("),
    }
}

impl Happened {
    /// What happened to this question of a session until now.
    pub fn of(session: &Session, question: usize, material: &Question, now: Moment) -> Happened {
        let progress = session.progress(question);
        let judged = claim::of(session, question, material);
        let first = progress.checks.iter().find(|check| check.summary.occasion == Occasion::Request);
        let passed_at_once = first
            .zip(session.passed(question))
            .is_some_and(|(first, passed)| first.summary.sha256 == passed.summary.sha256);
        Happened {
            cost_missed: judged.is_some_and(|judged| [judged.time, judged.space] != [Outcome::Right; 2])
                || claim::is_code_worse(session, question, material),
            hints: progress.hints.len(),
            was_quick: passed_at_once && session.used_on(question, now) < allowance(session, question, now),
            asked: progress.follow_ups.keys().copied().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::materials;

    /// Four follow-ups: one that names a class, one tagged, two about other things.
    fn question() -> Question {
        let mut question = materials().swap_remove(1).question;
        question.follow_ups = serde_json::from_value(serde_json::json!([
            { "ask": "What would you write at work?", "answer": "sorted", "about": "library" },
            { "ask": "What if it is empty?", "answer": "Nothing." },
            { "ask": "What does it cost?", "answer": "O(n)" },
            { "ask": "How do you merge k lists in O(n log k)?", "answer": "A heap.", "about": "design" },
        ]))
        .unwrap();
        question
    }

    fn happened(hints: usize, was_quick: bool, cost_missed: bool, asked: &[usize]) -> Happened {
        Happened { cost_missed, hints, was_quick, asked: asked.iter().copied().collect() }
    }

    #[test]
    fn what_happened_decides() {
        let chosen = |happened: &Happened| choose(&question(), happened, &BTreeSet::new());
        assert_eq!(chosen(&happened(2, true, true, &[])), Some(2), "a missed cost is asked about first of all");
        assert_eq!(chosen(&happened(1, true, false, &[])), Some(0), "hints: the easiest");
        assert_eq!(chosen(&happened(0, true, false, &[])), Some(3), "at once and in time: the hardest");
        assert_eq!(chosen(&happened(0, false, false, &[])), Some(2), "otherwise: the middle");
    }

    #[test]
    fn nothing_is_asked_twice_in_a_session() {
        let chosen = |asked: &[usize]| choose(&question(), &happened(0, true, true, asked), &BTreeSet::new());
        assert_eq!(
            chosen(&[2]),
            Some(0),
            "no other is about cost: the tag of the last one says that it is about design"
        );
        assert_eq!(chosen(&[0, 1, 2]), Some(3));
        assert_eq!(chosen(&[0, 1, 2, 3]), None);
    }

    #[test]
    fn what_earlier_sessions_asked_comes_when_there_is_no_other() {
        let chosen =
            |before: &[usize]| choose(&question(), &happened(0, true, false, &[]), &before.iter().copied().collect());
        assert_eq!((chosen(&[3]), chosen(&[2, 3])), (Some(2), Some(1)));
        assert_eq!(chosen(&[0, 1, 2, 3]), Some(3));
    }
}
