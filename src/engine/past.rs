//! A session out of a journal, before its bank is known: its follow-ups are moved to where the bank lists them now.

use std::collections::HashMap;

use crate::engine::session::{ReplayError, Session};
use crate::model::event::{Event, Record};
use crate::model::follow_up_place::follow_up_place;
use crate::model::partner::PartnerEvent;
use crate::model::question::Question;

/// What a journal has of a session.
#[derive(Debug)]
pub struct Past {
    records: Vec<Record>,
    session: Session,
}

impl Past {
    pub fn replay(records: Vec<Record>) -> Result<Past, ReplayError> {
        let session = Session::replay(&records)?;
        Ok(Past { records, session })
    }

    /// Its follow-ups stand where the journal says.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session with its follow-ups where these questions have them; they are those of the session, in its order, and none
    /// for one that the bank does not have. A follow-up that is gone stands behind all that are left.
    pub fn settle(mut self, questions: &[Option<&Question>]) -> Session {
        // By the place in the journal: one that was put anew after the bank had changed counts from then on.
        let mut moved: HashMap<(usize, usize), usize> = HashMap::new();
        for record in &mut self.records {
            match &mut record.event {
                Event::FollowUpAsked { question, follow_up, ask, .. } => {
                    let Some(Some(known)) = questions.get(*question) else { continue };
                    let kept = *follow_up;
                    let place = follow_up_place(&known.follow_ups, kept, ask.as_deref());
                    *follow_up = place.unwrap_or(known.follow_ups.len() + kept);
                    moved.insert((*question, kept), *follow_up);
                }
                Event::FollowUpRated { question, follow_up, .. }
                | Event::Interviewer(PartnerEvent::FollowUpMarked { question, follow_up, .. }) => {
                    if let Some(place) = moved.get(&(*question, *follow_up)) {
                        *follow_up = *place;
                    }
                }
                _ => {}
            }
        }
        // What could be replayed before can be replayed now: no event has another question or another time.
        Session::replay(&self.records).unwrap_or(self.session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Asker;
    use crate::model::score::Score;
    use crate::model::testing::{at, materials, started};

    fn put(follow_up: usize, ask: Option<&str>) -> Event {
        let ask = ask.map(str::to_owned);
        Event::FollowUpAsked { question: 1, follow_up, ask, by: Asker::Greenroom }
    }

    fn rated(follow_up: usize, score: Score) -> Event {
        Event::FollowUpRated { question: 1, follow_up, score }
    }

    /// The session of these events, with a bank that asks this after the second question.
    fn settled(events: Vec<Event>, asks: &[&str]) -> Session {
        let events = [Event::Started(Box::new(started()))].into_iter().chain(events);
        let records = events.zip(1..).map(|(event, sequence)| Record { sequence, at: at(sequence), event });
        let mut materials = materials();
        materials[1].question.follow_ups = asks
            .iter()
            .map(|ask| serde_json::from_value(serde_json::json!({ "ask": ask, "answer": "x" })).unwrap())
            .collect();
        let questions: Vec<Option<&Question>> = materials.iter().map(|material| Some(&material.question)).collect();
        Past::replay(records.collect()).unwrap().settle(&questions)
    }

    #[test]
    fn a_follow_up_that_the_bank_moved_takes_its_score_and_its_mark_along() {
        let mark = PartnerEvent::FollowUpMarked { question: 1, follow_up: 0, score: Score::No };
        let events = vec![put(0, Some("empty?")), rated(0, Score::Half), Event::Interviewer(mark)];
        let session = settled(events, &["cost?", "empty?"]);
        let progress = session.progress(1);
        assert_eq!(progress.follow_ups.keys().collect::<Vec<_>>(), [&1]);
        assert_eq!((progress.follow_up, progress.follow_up_scores.get(&1)), (Some(1), Some(&Score::Half)));
        assert_eq!(session.interviewed().sheet(1).follow_up_marks.get(&1), Some(&Score::No));
    }

    #[test]
    fn what_was_put_after_the_bank_had_changed_is_not_taken_for_what_stood_there_before() {
        let events = vec![put(0, Some("empty?")), rated(0, Score::Half), put(0, Some("cost?")), rated(0, Score::Full)];
        let session = settled(events, &["cost?", "empty?"]);
        let scores = &session.progress(1).follow_up_scores;
        assert_eq!((scores.get(&0), scores.get(&1)), (Some(&Score::Full), Some(&Score::Half)));
    }

    #[test]
    fn one_that_is_gone_takes_no_place_and_one_without_words_keeps_its_own() {
        let session = settled(vec![put(0, Some("gone?")), put(1, None)], &["cost?", "empty?"]);
        let put = &session.progress(1).follow_ups;
        assert_eq!(put.keys().collect::<Vec<_>>(), [&1, &2]);
        assert_eq!((put[&1].ask.as_deref(), put[&2].ask.as_deref()), (None, Some("gone?")));
    }
}
