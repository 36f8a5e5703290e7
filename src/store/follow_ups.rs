//! Which follow-ups were put to the candidate in the sessions of a journal.

use std::collections::BTreeSet;

use crate::model::event::{DrawnQuestion, Event};
use crate::store::journal::Journal;

/// Where the events that are looked for begin, as the journal writes them.
const ASKED: &str = r#"{"event":"follow-up-asked"%"#;

/// The follow-ups of each of these questions, from 0. What cannot be read was not asked: it only decides what is asked now.
pub fn asked(journal: &Journal, questions: &[DrawnQuestion]) -> Vec<BTreeSet<usize>> {
    let mut asked = vec![BTreeSet::new(); questions.len()];
    for (event, started) in read(journal).unwrap_or_default() {
        let Ok(Event::FollowUpAsked { question, follow_up, .. }) = serde_json::from_str(&event) else { continue };
        let Ok(Event::Started(started)) = serde_json::from_str(&started) else { continue };
        let Some(drawn) = started.questions.get(question) else { continue };
        for (known, asked) in questions.iter().zip(&mut asked) {
            if known.slug == drawn.slug {
                asked.insert(follow_up);
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
    use crate::model::testing::{at, started};

    #[test]
    fn what_any_session_asked_is_known_by_its_question() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::open(folder.path()).unwrap();
        for (name, follow_up) in [("aaaa", 0), ("bbbb", 2)] {
            let mut started = started();
            started.session = name.to_owned();
            journal.append(name, at(0), &Event::Started(Box::new(started))).unwrap();
            let asked = Event::FollowUpAsked { question: 1, follow_up, by: Asker::Greenroom };
            journal.append(name, at(1), &asked).unwrap();
            journal.append(name, at(1), &Event::HintShown { question: 0, hint: 1 }).unwrap();
        }
        let nothing = BTreeSet::new;
        assert_eq!(asked(&journal, &started().questions), [nothing(), BTreeSet::from([0, 2]), nothing()]);
    }
}
