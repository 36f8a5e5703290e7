//! `greenroom status`: how the sessions stand that are not finished. It only looks: nothing is written, and no session that
//! runs waits for it.

use std::path::Path;

use crate::cli::session::Status;
use crate::commands::failure::Failure;
use crate::commands::past::unknown_among;
use crate::engine::clock::{Clock, SystemClock};
use crate::engine::session::Session;
use crate::engine::session_report::timestamp;
use crate::engine::session_status::session_status;
use crate::model::event::Moment;
use crate::model::exit_status::ExitStatus;
use crate::model::session_status::{Overview, Starting, State};
use crate::report::status_json;
use crate::room::error::RoomError;
use crate::room::run::short_name;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::store::lock::{LockState, SessionLock};
use crate::store::sessions::SessionEntry;
use crate::ui::paint::Look;
use crate::ui::{message, out, session_overview};

/// How often it looks again when a session was taken up or left meanwhile.
// A choice and no measurement: a look takes milliseconds, and nobody comes and goes three times in them.
const LOOKS: u32 = 3;

pub fn run(arguments: &Status) -> Result<ExitStatus, Failure> {
    let name = arguments.session.as_deref();
    let home = Home::locate().map_err(RoomError::from)?;
    let seen = match home.data_to_read().map_err(RoomError::from)? {
        Some(folder) => look(folder, name)?,
        None => Seen::default(),
    };
    let now = SystemClock::new().now();
    let overview = overview(seen, name, now)?;
    if arguments.json {
        out::data(&status_json::render(&overview));
    } else {
        show(&overview);
    }
    Ok(ExitStatus::Success)
}

/// What a look found; nothing of it is open any more.
#[derive(Debug, Default)]
struct Seen {
    /// Who holds the lock of sessions.
    lock: Option<LockState>,
    /// All that can be listed, the oldest first.
    entries: Vec<SessionEntry>,
    /// Those that are to be told.
    sessions: Vec<Session>,
    damaged: Vec<String>,
}

/// Look at the lock and at the journal, until both are of one time.
fn look(folder: &Path, name: Option<&str>) -> Result<Seen, Failure> {
    let mut lock = SessionLock::look(folder).map_err(RoomError::from)?;
    for _ in 1..LOOKS {
        let seen = read(folder, name)?;
        let after = SessionLock::look(folder).map_err(RoomError::from)?;
        if after == lock {
            return Ok(Seen { lock: Some(lock), ..seen });
        }
        lock = after;
    }
    Ok(Seen { lock: Some(lock), ..read(folder, name)? })
}

fn read(folder: &Path, name: Option<&str>) -> Result<Seen, Failure> {
    let Some(journal) = Journal::open_to_read(folder).map_err(RoomError::from)? else { return Ok(Seen::default()) };
    let entries = journal.sessions().map_err(RoomError::from)?;
    let mut seen = Seen::default();
    if let Some(name) = name {
        // One that is there and damaged says so.
        let records = journal.records(name).map_err(RoomError::from)?;
        if !records.is_empty() {
            seen.sessions.push(Session::replay(&records).map_err(RoomError::from)?);
        }
    } else {
        let mut open: Vec<_> = entries.iter().filter(|entry| !entry.finished).collect();
        open.sort_by_key(|entry| std::cmp::Reverse(entry.last_place));
        for entry in open {
            let session = journal.records(&entry.started.session).map_err(RoomError::from);
            match session.and_then(|records| Ok(Session::replay(&records)?)) {
                Ok(session) => seen.sessions.push(session),
                Err(error) => seen.damaged.push(error.to_string()),
            }
        }
        let damaged = journal.damaged_sessions().map_err(RoomError::from)?;
        seen.damaged.extend(damaged.iter().map(ToString::to_string));
    }
    Ok(Seen { entries, ..seen })
}

/// What is told of it at this moment. A name that nobody has is an error.
fn overview(seen: Seen, name: Option<&str>, now: Moment) -> Result<Overview, Failure> {
    let Seen { lock, entries, sessions, damaged } = seen;
    let holder = match &lock {
        Some(LockState::Held(holder)) => Some(holder),
        _ => None,
    };
    let is_known = |session: &str| entries.iter().any(|entry| entry.started.session == session);
    let starting = holder.filter(|holder| !is_known(&holder.session)).map(|holder| Starting {
        session: holder.session.clone(),
        folder: holder.folder.clone(),
        process: holder.pid,
    });
    let starting = starting.filter(|starting| name.is_none_or(|name| name == starting.session));
    if let Some(name) = name.filter(|_| sessions.is_empty() && starting.is_none()) {
        return Err(unknown_among(name, entries));
    }
    if lock == Some(LockState::HeldByUnknown) {
        out::note(session_overview::somebody_starts());
    }
    let process = |session: &Session| {
        holder.filter(|holder| holder.session == session.started().session).map(|holder| holder.pid)
    };
    let mut sessions: Vec<_> = sessions
        .into_iter()
        .map(|session| {
            let process = process(&session);
            let mut status = session_status(session, process, now);
            // One session runs at a time: until that one is left, none of this can be done.
            if lock != Some(LockState::Free) && status.state != State::Finished {
                status.next.clear();
            }
            status
        })
        .collect();
    sessions.sort_by_key(|status| status.process.is_none());
    let finished = entries.iter().filter(|entry| entry.finished).max_by_key(|entry| entry.last_place);
    Ok(Overview {
        at: timestamp(now),
        starting,
        sessions,
        damaged,
        last_finished: finished.map(|entry| entry.started.session.clone()),
    })
}

fn show(overview: &Overview) {
    let look = Look::of_stdout();
    let starting = overview
        .starting
        .iter()
        .map(|starting| session_overview::starting(look, starting, Path::new(&short_name(&starting.folder))));
    let sessions = overview
        .sessions
        .iter()
        .map(|status| session_overview::session(look, status, Path::new(&short_name(&status.folder))));
    let texts: Vec<String> = starting.chain(sessions).collect();
    out::data(&texts.join("\n"));
    for reason in &overview.damaged {
        out::remark(&message::unreadable_session(reason));
    }
    if texts.is_empty() {
        out::remark(&session_overview::nothing_open(overview.last_finished.as_deref()));
    }
}
