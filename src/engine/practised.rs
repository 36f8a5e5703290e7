//! All that was practised: what the record holds, and what sessions checked, each once.

use std::collections::HashSet;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::engine::session::Session;
use crate::model::event::{Event, Record, Scope, Score};
use crate::model::practice::{Practice, PracticeId, Source};
use crate::model::question::Kind;
use crate::model::verdict::Verdict;

/// What a session checked, and how its explanations were rated. Its events make their names: whoever holds the journal
/// gives the same ones each time, and an export that comes back adds nothing.
///
/// Records that make no session, or only up to some event, give what they tell up to there.
pub fn of_session(records: &[Record]) -> Vec<Practice> {
    let Some((Record { at, event: Event::Started(started), .. }, rest)) = records.split_first() else {
        return Vec::new();
    };
    let name = Name { session: &started.session, seed: started.seed, at_ms: at.wall_ms, at_ns: at.boottime_ns };
    let mut session = Session::new((**started).clone(), *at);
    let mut practised = Vec::new();
    for record in rest {
        if !session.apply(&record.event, record.at) {
            break;
        }
        match &record.event {
            Event::Checked(summary) if Practice::is_of_the_candidate(summary.verdict) => {
                practised.push(Practice {
                    scope: summary.occasion.scope(),
                    verdict: summary.verdict,
                    passed: count(summary.passed),
                    total: count(summary.total),
                    answer_sha256: summary.sha256.clone(),
                    ..blank(&session, summary.question, record, name.id(record.sequence))
                });
            }
            Event::Finished => {
                let rated = (0..session.count()).filter_map(|question| rated(&session, question, record, &name));
                practised.extend(rated);
            }
            _ => {}
        }
    }
    practised
}

/// Events of several sources in order of time, each once: by its name.
pub fn merged(sources: impl IntoIterator<Item = Vec<Practice>>) -> Vec<Practice> {
    let mut seen = HashSet::new();
    let mut events: Vec<Practice> =
        sources.into_iter().flatten().filter(|event| seen.insert(event.id.clone())).collect();
    events.sort_by(|one, other| (one.at_ms, &one.id).cmp(&(other.at_ms, &other.id)));
    events
}

/// The rating of an explanation, if there is one, by the weights that its points had when they were rated. A rating that
/// was left in its middle is one of all key points.
fn rated(session: &Session, question: usize, record: &Record, name: &Name<'_>) -> Option<Practice> {
    let ratings = &session.progress(question).ratings;
    if session.drawn(question).kind != Kind::Explain || ratings.is_empty() {
        return None;
    }
    // A place of its own beside the numbers of events.
    let id = name.id((1 << 32) + question as u64);
    let sha256 = session.newest(question).map(|save| save.sha256.clone()).unwrap_or_default();
    let weights = &session.progress(question).weights;
    let shares = ratings.iter().map(|(point, score)| (*score, weights.get(point).copied().unwrap_or(1)));
    let all = session.progress(question).points_weight.unwrap_or(0);
    Some(Practice {
        self_rated: Some(percent_of(shares, all)),
        answer_sha256: sha256,
        ..blank(session, question, record, id)
    })
}

/// How many percent of the weight of key points an answer covers.
pub fn percent(scores: impl Iterator<Item = (Score, u32)>) -> u32 {
    percent_of(scores, 0)
}

/// As `percent`, where all key points weigh as much as this: those that were not rated give nothing.
fn percent_of(scores: impl Iterator<Item = (Score, u32)>, weight: u32) -> u32 {
    let (mut points, mut all) = (0, 0);
    for (score, weight) in scores {
        all += 2 * weight;
        points += weight
            * match score {
                Score::No => 0,
                Score::Half => 1,
                Score::Full => 2,
            };
    }
    (100 * points).checked_div(all.max(2 * weight)).unwrap_or(0)
}

fn blank(session: &Session, question: usize, record: &Record, id: PracticeId) -> Practice {
    let drawn = session.drawn(question);
    Practice {
        id,
        at_ms: record.at.wall_ms,
        slug: drawn.slug.clone(),
        kind: drawn.kind,
        source: Source::Session,
        scope: Scope::All,
        verdict: Verdict::Manual,
        passed: 0,
        total: 0,
        hints: count(session.progress(question).hints.len()),
        used_s: Some(session.used_on(question, record.at).as_secs()),
        budget_s: Duration::from_secs(u64::from(drawn.budget_minutes) * 60).as_secs(),
        self_rated: None,
        answer_sha256: String::new(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What no other session on any machine has.
struct Name<'a> {
    session: &'a str,
    seed: u64,
    at_ms: i64,
    at_ns: u64,
}

impl Name<'_> {
    fn id(&self, number: u64) -> PracticeId {
        let mut hasher = Sha256::new();
        hasher.update(self.session);
        for part in [self.seed, self.at_ms.unsigned_abs(), self.at_ns, number] {
            hasher.update(part.to_le_bytes());
        }
        PracticeId::from_hash(&hasher.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::{Ending, Occasion};
    use crate::model::testing::{at, checked, practised, saved, started};

    fn records(events: Vec<(u64, Event)>) -> Vec<Record> {
        let started = [(0, Event::Started(Box::new(started())))];
        let events = started.into_iter().chain(events).zip(1..);
        events.map(|((second, event), sequence)| Record { sequence, at: at(second), event }).collect()
    }

    #[test]
    fn checks_of_a_session_are_told_with_hints_and_time() {
        let hint = Event::HintShown { question: 1, hint: 0 };
        let events = of_session(&records(vec![
            (60, Event::Focus { question: 1 }),
            (70, saved(1, "one")),
            (71, checked(1, "one", Occasion::Save, 1, 2)),
            (90, hint),
            (120, checked(1, "one", Occasion::Request, 9, 9)),
            (200, Event::Bell { why: Ending::TimeUp }),
        ]));
        let told: Vec<_> = events
            .iter()
            .map(|event| (event.scope, event.verdict, event.hints, event.used_s, event.budget_s, event.passed))
            .collect();
        assert_eq!(
            told,
            [(Scope::Samples, Verdict::Fail, 0, Some(11), 240, 1), (Scope::All, Verdict::Pass, 1, Some(60), 240, 9)]
        );
        assert!(events.iter().all(|event| event.slug == "merge-sorted-lists" && event.source == Source::Session));
    }

    #[test]
    fn an_explanation_is_told_by_its_rating_when_the_session_is_over() {
        let rate = |point: &str, score, weight| Event::Rated { question: 2, point: point.to_owned(), score, weight };
        let mut events = vec![
            (60, Event::KeyPointsShown { question: 2, weight: None }),
            (61, rate("what", Score::Full, 3)),
            (62, rate("why", Score::Half, 1)),
            (63, Event::Bell { why: Ending::Candidate }),
        ];
        assert!(of_session(&records(events.clone())).is_empty());
        events.push((64, Event::Finished));
        let told = of_session(&records(events));
        assert_eq!((told.len(), told[0].self_rated, told[0].verdict), (1, Some(87), Verdict::Manual));
        assert_eq!((told[0].slug.as_str(), told[0].problem()), ("gil", None));
    }

    #[test]
    fn a_rating_that_was_left_in_its_middle_is_no_rating_of_what_was_rated() {
        let rated = Event::Rated { question: 2, point: "what".to_owned(), score: Score::Full, weight: 2 };
        let told = |weight| {
            of_session(&records(vec![
                (60, Event::KeyPointsShown { question: 2, weight }),
                (61, rated.clone()),
                (62, Event::Bell { why: Ending::TimeUp }),
                (63, Event::Finished),
            ]))
        };
        assert_eq!(told(Some(6))[0].self_rated, Some(33));
        assert_eq!(told(None)[0].self_rated, Some(100), "the journal of an older version does not tell more");
    }

    #[test]
    fn the_same_journal_gives_the_same_names_and_another_session_others() {
        let session = records(vec![(71, checked(1, "one", Occasion::Request, 1, 2))]);
        let mut other = session.clone();
        other[0].at.boottime_ns += 1;
        assert_eq!(of_session(&session), of_session(&session));
        assert_ne!(of_session(&session)[0].id, of_session(&other)[0].id);
    }

    #[test]
    fn what_is_no_session_tells_what_it_can() {
        assert!(of_session(&[]).is_empty());
        let out_of_place = checked(99, "one", Occasion::Request, 1, 2);
        let session = records(vec![(71, checked(1, "one", Occasion::Request, 1, 2)), (72, out_of_place)]);
        assert_eq!(of_session(&session).len(), 1);
        assert!(of_session(&session[1..]).is_empty());
    }

    #[test]
    fn merging_twice_is_merging_once() {
        let (one, two) = (practised(1, 2, "gil"), practised(2, 1, "slots"));
        let once = merged([vec![one.clone()], vec![two.clone()]]);
        assert_eq!(once, [two.clone(), one.clone()]);
        assert_eq!(merged([once.clone(), vec![one, two], once.clone()]), once);
    }

    #[test]
    fn key_points_count_by_their_weight() {
        let share = |scores: &[(Score, u32)]| percent(scores.iter().copied());
        assert_eq!(share(&[(Score::Full, 3), (Score::No, 1)]), 75);
        assert_eq!(share(&[(Score::Half, 2)]), 50);
        assert_eq!(share(&[]), 0);
    }
}
