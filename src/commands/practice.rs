//! Everything that was practised on this machine: the record, and the sessions of the journal beside it.

use std::collections::{BTreeMap, HashSet};

use jiff::tz::TimeZone;

use crate::bank::bank::Bank;
use crate::commands::failure::Failure;
use crate::engine::clock::{Clock, SystemClock};
use crate::engine::confidence;
use crate::engine::practised::{merged, of_session};
use crate::engine::progress;
use crate::engine::session::Session;
use crate::model::confidence::ConfidenceNote;
use crate::model::day::Day;
use crate::model::exit_status::ExitStatus;
use crate::model::practice::Practice;
use crate::model::progress::{Progress, Status};
use crate::store::home::Home;
use crate::store::practice::PracticeRecord;
use crate::ui::{message, out};

/// The record of this home.
pub fn open() -> Result<PracticeRecord, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(ExitStatus::Incomplete, error);
    let home = Home::locate().map_err(|error| failed(&error))?;
    PracticeRecord::open(home.data().map_err(|error| failed(&error))?).map_err(|error| failed(&error))
}

/// The record of this home for reading; none where nothing was kept yet. Nothing is created.
pub fn open_to_read() -> Result<Option<PracticeRecord>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(ExitStatus::Incomplete, error);
    let home = Home::locate().map_err(|error| failed(&error))?;
    match home.data_to_read().map_err(|error| failed(&error))? {
        Some(folder) => PracticeRecord::open_to_read(folder).map_err(|error| failed(&error)),
        None => Ok(None),
    }
}

/// All events, in order of time. What cannot be read is said and left out.
pub fn events(record: &PracticeRecord) -> Result<Vec<Practice>, Failure> {
    let failed = |error| Failure::new(ExitStatus::Incomplete, error);
    let kept = record.read().map_err(failed)?;
    if kept.unreadable > 0 {
        out::note(&message::unreadable_practice(kept.unreadable));
    }
    let journal = record.journal();
    let mut sources = vec![kept.events];
    for session in journal.sessions().map_err(failed)? {
        match journal.records_unproved(&session.started.session) {
            Ok(records) => sources.push(of_session(&records)),
            Err(error) => out::note(&message::unreadable_session(&error.to_string())),
        }
    }
    Ok(merged(sources))
}

/// How each question of a bank stands, by its slug.
pub fn statuses(bank: &Bank) -> Result<BTreeMap<String, Status>, Failure> {
    let events = open_to_read()?.map_or(Ok(Vec::new()), |record| events(&record))?;
    let (zone, today) = today();
    let progress = progress::progress(bank.summaries(), &[], &events, &zone, today);
    Ok(progress.questions.into_iter().map(|question| (question.slug, question.status)).collect())
}

/// Today, by the clock on the wall here.
pub fn today() -> (TimeZone, Day) {
    let zone = TimeZone::system();
    let day = Day::of(SystemClock::new().now().wall_ms, &zone);
    (zone, day)
}

/// How far somebody has come with the questions of a bank.
pub fn progress(bank: &Bank, record: &PracticeRecord) -> Result<Progress, Failure> {
    let (zone, today) = today();
    Ok(progress::progress(bank.summaries(), bank.seeds(), &events(record)?, &zone, today))
}

/// Where the own rating and the results are far apart, over the finished sessions of this machine. What cannot be read is
/// left out: `events` has said so.
pub fn confidence(bank: &Bank, record: &PracticeRecord) -> Result<Vec<ConfidenceNote>, Failure> {
    let known: HashSet<&str> = bank.summaries().iter().map(|question| question.slug.as_str()).collect();
    let journal = record.journal();
    let mut entries = journal.sessions().map_err(|error| Failure::new(ExitStatus::Incomplete, error))?;
    entries.retain(|entry| {
        entry.finished && entry.started.questions.iter().any(|drawn| known.contains(drawn.slug.as_str()))
    });
    let records = entries.iter().filter_map(|entry| journal.records_unproved(&entry.started.session).ok());
    let sessions: Vec<Session> = records.filter_map(|records| Session::replay(&records).ok()).collect();
    Ok(confidence::notes_over(&sessions))
}
