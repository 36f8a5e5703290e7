//! What the report of a session says of cost and of follow-ups.

use crate::engine::claim;
use crate::engine::claim::classes;
use crate::engine::session::{Put, Session};
use crate::model::cost_report::{CostReport, FollowUpReport};
use crate::model::growth::Growth;
use crate::model::question::Question;
use crate::model::wording::Wording;

/// Of a question that has a card and whose answer passed a whole check before the bell; none for all others.
pub fn cost(session: &Session, index: usize, question: &Question) -> Option<CostReport> {
    let author = classes(question)?;
    let progress = session.progress(index);
    let claimed = progress.claims.last().map(|claimed| &claimed.sha256);
    let answer_sha256 = claimed.or_else(|| session.passed(index).map(|check| &check.summary.sha256))?.clone();
    Some(CostReport {
        is_of_final_answer: session.newest(index).is_some_and(|save| save.sha256 == answer_sha256),
        judged: claim::of(session, index, question),
        claims: progress.claims.len() as u64,
        author,
        counted: progress.counted.get(&answer_sha256).map(Growth::shown).unwrap_or_default(),
        answer_sha256,
    })
}

/// The follow-ups that were put, in the order in which the question lists them.
pub fn follow_ups(session: &Session, index: usize, question: &Question, bank_changed: bool) -> Vec<FollowUpReport> {
    let progress = session.progress(index);
    let asked = progress.follow_ups.iter().map(|(follow_up, put)| {
        let (ask, wording) = words(put, question, *follow_up, bank_changed);
        FollowUpReport {
            number: *follow_up as u64 + 1,
            ask,
            wording,
            by: put.by,
            self_rated: progress.follow_up_scores.get(follow_up).map(|score| score.points()),
        }
    });
    asked.collect()
}

/// The words of a follow-up, and where they are from.
pub fn words(put: &Put, question: &Question, follow_up: usize, bank_changed: bool) -> (String, Wording) {
    match (&put.ask, question.follow_ups.get(follow_up)) {
        (Some(ask), _) => (ask.clone(), Wording::AsPut),
        (None, Some(known)) => (known.ask.clone(), if bank_changed { Wording::OfNow } else { Wording::AsPut }),
        (None, None) => (String::new(), Wording::Lost),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Asker;
    use crate::model::testing::materials;

    #[test]
    fn a_follow_up_without_words_is_told_with_those_of_the_bank_and_their_doubt() {
        let question = materials().swap_remove(1).question;
        let said = |ask: Option<&str>, place, bank_changed| {
            let put = Put { by: Asker::Greenroom, ask: ask.map(str::to_owned) };
            let (ask, wording) = words(&put, &question, place, bank_changed);
            wording.told(&ask)
        };
        assert_eq!(said(Some("As put?"), 0, true), "As put?");
        assert_eq!(said(None, 0, false), "SECRET follow-up");
        assert!(said(None, 0, true).starts_with("SECRET follow-up (as the bank has it now"));
        assert!(said(None, 5, true).starts_with("What was put is not known"));
    }
}
