//! Which follow-ups were put to the candidate in the sessions of a journal.

use std::collections::BTreeSet;

use crate::model::event::Event;
use crate::store::journal::Journal;

/// Where the events that are looked for begin, as the journal writes them.
const ASKED: &str = r#"{"event":"follow-up-asked"%"#;

/// The follow-ups of this question, from 0. What cannot be read was not asked: it only decides what is asked now.
pub fn asked(journal: &Journal, slug: &str) -> BTreeSet<usize> {
    let pairs = read(journal).unwrap_or_default();
    let of_question = pairs.iter().filter_map(|(event, started)| {
        let Ok(Event::FollowUpAsked { question, follow_up, .. }) = serde_json::from_str(event) else { return None };
        let Ok(Event::Started(started)) = serde_json::from_str(started) else { return None };
        (started.questions.get(question)?.slug == slug).then_some(follow_up)
    });
    of_question.collect()
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
        assert_eq!(asked(&journal, "merge-sorted-lists"), BTreeSet::from([0, 2]));
        assert_eq!(asked(&journal, "is-vs-equality"), BTreeSet::new());
    }
}
