//! What the report of a session says of cost and of follow-ups.

use crate::engine::claim;
use crate::engine::claim::classes;
use crate::engine::session::Session;
use crate::model::cost_report::{CostReport, FollowUpReport};
use crate::model::growth::Growth;
use crate::model::question::Question;

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
pub fn follow_ups(session: &Session, index: usize, question: &Question) -> Vec<FollowUpReport> {
    let progress = session.progress(index);
    let asked = progress.follow_ups.iter().filter_map(|(follow_up, by)| {
        Some(FollowUpReport {
            number: *follow_up as u64 + 1,
            ask: question.follow_ups.get(*follow_up)?.ask.clone(),
            by: *by,
            self_rated: progress.follow_up_scores.get(follow_up).map(|score| score.points()),
        })
    });
    asked.collect()
}
