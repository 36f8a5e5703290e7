//! Which follow-ups were put to the candidate in the sessions of a journal.

use std::collections::BTreeSet;

use crate::model::event::Event;
use crate::model::follow_up_place::follow_up_place;
use crate::model::question::Question;
use crate::store::journal::Journal;

/// Where the events that are looked for begin, as the journal writes them.
const ASKED: &str = r#"{"event":"follow-up-asked"%"#;

/// The follow-ups of each of these questions, from 0, wherever they stood when they were put. What cannot be read was not
/// asked: it only decides what is asked now.
pub fn asked(journal: &Journal, questions: &[&Question]) -> Vec<BTreeSet<usize>> {
    let mut asked = vec![BTreeSet::new(); questions.len()];
    for (event, started) in read(journal).unwrap_or_default() {
        let Ok(Event::FollowUpAsked { question, follow_up, ask, .. }) = serde_json::from_str(&event) else { continue };
        let Ok(Event::Started(started)) = serde_json::from_str(&started) else { continue };
        let Some(drawn) = started.questions.get(question) else { continue };
        for (known, asked) in questions.iter().zip(&mut asked) {
            if known.slug == drawn.slug {
                asked.extend(follow_up_place(&known.follow_ups, follow_up, ask.as_deref()));
            }
        }
    }
    asked
}

/// Each such event with the first one of its session.
fn read(journal: &Journal) -> rusqlite::Result<Vec<(String, String)>> {
    let mut query = journal.connection().prepare(
        "SELECT asked.event, started.event FROM event AS asked JOIN event AS started
         ON started.session = asked.session AND started.sequence = 1 WHERE asked.event LIKE ?",
    )?;
    query.query_map([ASKED], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Asker;
    use crate::model::material::Material;
    use crate::model::testing::{at, materials, started};

    #[test]
    fn what_any_session_asked_is_known_by_its_question_and_its_words() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::open(folder.path()).unwrap();
        for (name, follow_up, ask) in [("aaaa", 2, None), ("bbbb", 0, Some("moved?")), ("cccc", 1, Some("gone?"))] {
            let mut started = started();
            started.session = name.to_owned();
            journal.append(name, at(0), &Event::Started(Box::new(started))).unwrap();
            let ask = ask.map(str::to_owned);
            let asked = Event::FollowUpAsked { question: 1, follow_up, ask, by: Asker::Greenroom };
            journal.append(name, at(1), &asked).unwrap();
            journal.append(name, at(1), &Event::HintShown { question: 0, hint: 1 }).unwrap();
        }
        let mut materials: Vec<Material> = materials();
        materials[1].question.follow_ups = serde_json::from_value(
            serde_json::json!([{ "ask": "new?", "answer": "x" }, { "ask": "new too?", "answer": "x" },
                { "ask": "old?", "answer": "x" }, { "ask": "moved?", "answer": "x" }]),
        )
        .unwrap();
        let questions: Vec<&Question> = materials.iter().map(|material| &material.question).collect();
        let nothing = BTreeSet::new;
        assert_eq!(asked(&journal, &questions), [nothing(), BTreeSet::from([2, 3]), nothing()]);
    }
}
