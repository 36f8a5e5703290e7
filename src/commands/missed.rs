//! What a candidate missed: questions that were not passed when a finished interview last asked them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::commands::failure::Failure;
use crate::engine::session::Session;
use crate::model::event::Score;
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::notes::sheet::{Weak, WeakPoint};
use crate::room::error::RoomError;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::ui::{message, out};

/// By slug, from the journal of this user.
pub fn missed() -> Result<BTreeMap<String, Weak>, Failure> {
    let journal = Home::locate().and_then(|home| Ok(Journal::open(home.data()?))).map_err(RoomError::from)?;
    let journal = journal.map_err(RoomError::from)?;
    let mut missed = BTreeMap::new();
    // The oldest first, so that what was passed later is missed no more.
    for entry in journal.sessions().map_err(RoomError::from)?.iter().filter(|entry| entry.finished) {
        let records = journal.records(&entry.started.session).map_err(RoomError::from);
        let session = match records.and_then(|records| Ok(Session::replay(&records)?)) {
            Ok(session) => session,
            Err(error) => {
                out::note(&message::unreadable_session(&error.to_string()));
                continue;
            }
        };
        let when = Timestamp::from_millisecond(entry.started_at.wall_ms).unwrap_or_default();
        let date = when.to_zoned(TimeZone::system()).date().to_string();
        for question in 0..session.count() {
            let slug = session.drawn(question).slug.clone();
            match weak(&session, question, &date) {
                Some(weak) => missed.insert(slug, weak),
                None => missed.remove(&slug),
            };
        }
    }
    Ok(missed)
}

/// What was missed of one question; nothing if it was passed, and every rated key point was said.
fn weak(session: &Session, question: usize, date: &str) -> Option<Weak> {
    let ratings = &session.progress(question).ratings;
    let missed = ratings.iter().filter(|(_, score)| **score != Score::Full);
    let points: Vec<WeakPoint> =
        missed.map(|(point, score)| WeakPoint { id: point.clone(), in_part: *score == Score::Half }).collect();
    let (said, cases) = match session.best_result(question) {
        Some(best) if best.verdict == Verdict::Pass && points.is_empty() => return None,
        Some(best) if best.verdict == Verdict::Pass => ("passed, but not all was said".to_owned(), Vec::new()),
        Some(best) => {
            let is_prediction = session.drawn(question).kind == Kind::Predict;
            let named =
                best.failed.iter().map(|case| if is_prediction { format!("line {case}") } else { case.clone() });
            (format!("{}, {} of {}", best.verdict, best.passed, best.total), named.collect())
        }
        None if ratings.is_empty() => ("not answered".to_owned(), Vec::new()),
        None if points.is_empty() => return None,
        None => ("not all was said".to_owned(), Vec::new()),
    };
    Some(Weak { said: format!("{date}: {said}"), cases, points })
}
