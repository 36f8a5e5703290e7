//! Come back to a session that was left, or whose process died: to go on with it, or to end it.

use crate::engine::checker::Checker;
use crate::engine::clock::{Clock, SystemClock};
use crate::engine::past::Past;
use crate::engine::session::{Phase, Session};
use crate::model::event::Event;
use crate::model::exit_status::ExitStatus;
use crate::model::material::Material;
use crate::room::error::RoomError;
use crate::room::opener::Opener;
use crate::room::opening::Opening;
use crate::room::partner_turn::join_command;
use crate::room::run::{Entrance, run};
use crate::room::screen::{Screen, Terminal};
use crate::room::sources::Sources;
use crate::store::journal::Journal;
use crate::store::session_folder::SessionFolder;
use crate::ui::session_end;
use crate::ui::session_rules;
use crate::ui::session_terms;
use crate::ui::session_trouble;

/// The session of this name, or the one that was left last. Its questions and bank are told by its start.
pub fn find(journal: &Journal, name: Option<&str>) -> Result<Past, RoomError> {
    let entries = journal.sessions()?;
    let mut unfinished: Vec<_> = entries.iter().filter(|entry| !entry.finished).collect();
    unfinished.sort_by_key(|entry| entry.last_place);
    let entry = match name {
        Some(name) => match entries.iter().find(|entry| entry.started.session == name) {
            Some(entry) => entry,
            None => {
                // One that is there and damaged says so.
                journal.records(name)?;
                let unfinished = unfinished.iter().map(|entry| entry.started.session.clone()).collect();
                return Err(RoomError::UnknownSession { session: name.to_owned(), unfinished });
            }
        },
        None => unfinished.last().ok_or(RoomError::NothingToResume)?,
    };
    if entry.finished {
        let (session, folder) = (entry.started.session.clone(), entry.started.folder.clone());
        return Err(RoomError::Finished { session, folder });
    }
    Ok(Past::replay(journal.records(&entry.started.session)?)?)
}

/// What somebody comes back for.
#[derive(Debug)]
pub enum Errand {
    /// To work on; what opens the answer files, where that was asked for.
    GoOn(Option<Opener>),
    /// To have graded what is there, and to read the report.
    Finish,
}

/// Run the rest of a session. `materials` are of its questions, in its order; `bank_hash` is of the bank they are from.
pub fn resume(
    opening: Opening,
    mut session: Session,
    materials: Vec<Material>,
    bank_hash: &str,
    checker: Box<dyn Checker>,
    errand: Errand,
) -> Result<ExitStatus, RoomError> {
    let Opening { mut lock, mut journal } = opening;
    let name = session.started().session.clone();
    let folder = SessionFolder::reopen(&session.started().folder)?;
    lock.name(&name, folder.root())?;
    let sources = Sources::open().map_err(RoomError::Signals)?;
    let mut screen = Terminal::new();
    let bank_changed = session.started().bank_hash != bank_hash;
    if bank_changed {
        screen.show(&session_trouble::bank_changed());
    }
    if matches!(session.phase(), Phase::Running | Phase::Suspended(_)) {
        let now = SystemClock::new().now();
        journal.append(&name, now, &Event::Resumed)?;
        let has_place = session.apply(&Event::Resumed, now);
        debug_assert!(has_place, "a session that is not over can be resumed");
        let paused = session.pauses().last().map_or_else(Default::default, |pause| pause.length);
        let is_strict = session.started().conditions.strict;
        let say: fn(_, _) -> _ = match errand {
            _ if is_strict => session_terms::came_back,
            Errand::GoOn(_) => session_end::resumed,
            Errand::Finish => session_end::not_used,
        };
        screen.show(&say(session.left(now), paused));
    }
    // Nothing is asked any more of somebody who came to finish, and only grading may be left.
    let interviewer = session.interviewed().is_invited && matches!(errand, Errand::GoOn(_));
    if interviewer {
        screen.show(&session_rules::interviewer(screen.look(), &join_command(&name)));
    }
    let (demos, checker) = sources.demos(checker);
    let desk = sources.desk(checker);
    let (opener, finishes) = match errand {
        // There is nothing to edit where only grading is left.
        Errand::GoOn(opener) => (opener.filter(|_| session.phase() == Phase::Running), false),
        Errand::Finish => (None, true),
    };
    let entrance = Entrance {
        sources,
        screen,
        journal,
        folder,
        materials,
        desk,
        demos,
        bank_changed,
        interviewer,
        opener,
        finishes,
    };
    run(entrance, session)
}
