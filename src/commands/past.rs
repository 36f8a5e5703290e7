//! Sessions that are told again: found in the journal, with the bank that their questions are from.

use crate::bank::bank::Bank;
use crate::cli::Banks;
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::seat::prepare;
use crate::engine::checker::Checker;
use crate::engine::past::Past;
use crate::model::event::Started;
use crate::model::material::Material;
use crate::model::wire::Preload;
use crate::room::error::RoomError;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::store::sessions::SessionEntry;
use crate::ui::{message, out};

/// How many names of sessions are told to somebody who named none of them.
const NAMED: usize = 5;

/// Which sessions a command can tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Any,
    /// Only those whose hidden cases may be seen.
    Finished,
}

/// The session of this name, or the last one.
pub fn find(name: Option<&str>, told: Told) -> Result<Past, Failure> {
    look_up(name, told)?.ok_or_else(|| match name {
        Some(name) => unknown(name),
        None if told == Told::Finished => Failure::usage("there is no finished session; `greenroom start` begins one"),
        None => Failure::usage("there is no session; `greenroom start` begins one"),
    })
}

/// Nobody has this name.
pub fn unknown(name: &str) -> Failure {
    unknown_among(name, journal().ok().and_then(|journal| journal.sessions().ok()).unwrap_or_default())
}

/// None of these has this name.
pub fn unknown_among(name: &str, entries: Vec<SessionEntry>) -> Failure {
    Failure::usage(format!("there is no session `{name}`")).hint(known(entries))
}

/// As `find`; none when the journal does not have it.
pub fn look_up(name: Option<&str>, told: Told) -> Result<Option<Past>, Failure> {
    let journal = journal()?;
    let entries = journal.sessions().map_err(RoomError::from)?;
    let can_be_told = |entry: &&SessionEntry| told == Told::Any || entry.finished;
    let entry = match name {
        Some(name) => entries.iter().find(|entry| entry.started.session == name),
        None => {
            name_damaged(&journal)?;
            entries.iter().filter(can_be_told).max_by_key(|entry| entry.last_place)
        }
    };
    let Some(entry) = entry else {
        // One that is there and damaged says so.
        name.map_or(Ok(Vec::new()), |name| journal.records(name)).map_err(RoomError::from)?;
        return Ok(None);
    };
    let name = &entry.started.session;
    if !can_be_told(&entry) {
        return Err(Failure::usage(format!("session `{name}` is not finished")).hint(format!(
            "`greenroom resume {name}` goes on with it, `greenroom finish {name}` grades it as it is, `greenroom replay {name}` shows what happened"
        )));
    }
    let records = journal.records(name).map_err(RoomError::from)?;
    Ok(Some(Past::replay(records).map_err(RoomError::from)?))
}

/// Say which sessions are left out because the journal of them is damaged.
pub fn name_damaged(journal: &Journal) -> Result<(), Failure> {
    for error in journal.damaged_sessions().map_err(RoomError::from)? {
        out::note(&message::unreadable_session(&error.to_string()));
    }
    Ok(())
}

fn journal() -> Result<Journal, Failure> {
    let home = Home::locate().map_err(RoomError::from)?;
    Ok(Journal::open(home.data().map_err(RoomError::from)?).map_err(RoomError::from)?)
}

/// Names that could have been meant, the last ones first.
fn known(mut entries: Vec<SessionEntry>) -> String {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.last_place));
    let names: Vec<&str> = entries.iter().take(NAMED).map(|entry| entry.started.session.as_str()).collect();
    match names.as_slice() {
        [] => "`greenroom start` begins one".to_owned(),
        [name] => format!("there is one, `{name}`"),
        _ => format!("the last ones are `{}`", names.join("`, `")),
    }
}

/// The bank of a session: the one that it was drawn from, unless the command line says where it stands now.
pub fn bank_of(started: &Started, banks: &Banks) -> Result<Bank, Failure> {
    if !banks.dirs.is_empty() {
        return Ok(Bank::open(&banks.dirs)?);
    }
    Bank::open(&started.banks).map_err(|error| match started.banks.is_empty() {
        true => error.into(),
        false => {
            Failure::from(error).hint("the session was drawn from this bank; say with `--bank` where it stands now")
        }
    })
}

/// The material of the questions of a session, and a checker for their answers.
pub fn reopen(started: &Started, bank: &Bank) -> Result<(Vec<Material>, Box<dyn Checker>), Failure> {
    let judge = start_judge(Preload::Common)?;
    prepare(judge, bank, &started.questions).map_err(|failure| match failure.hint {
        None if bank.hash() != started.bank_hash => {
            failure.hint("the session was drawn from another bank; name that one with `--bank`")
        }
        _ => failure,
    })
}
