//! Start a session: choose its name and folder, tell the rules, start the clock.

use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;

use jiff::Zoned;

use crate::engine::checker::Checker;
use crate::engine::clock::{Clock, SystemClock};
use crate::engine::draw::Draw;
use crate::engine::session::Session;
use crate::model::conditions::Conditions;
use crate::model::event::{Event, Started};
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::Level;
use crate::model::material::Material;
use crate::model::question::Difficulty;
use crate::room::error::RoomError;
use crate::room::opener::Opener;
use crate::room::opening::Opening;
use crate::room::partner_turn::join_command;
use crate::room::run::{Entrance, run, short_name};
use crate::room::sample::wait_for_start;
use crate::room::screen::{Screen, Terminal};
use crate::room::sources::Sources;
use crate::store::editor;
use crate::store::session_folder::SessionFolder;
use crate::ui::session_rules;

/// Everything that is settled before a session has a name.
#[derive(Debug)]
pub struct Invitation {
    /// The plan that was drawn by; none when minutes, topics and levels were given.
    pub plan: Option<String>,
    pub title: String,
    pub minutes: u32,
    /// What was asked for where there is no plan.
    pub topics: Vec<String>,
    pub levels: Vec<Difficulty>,
    pub seed: u64,
    pub conditions: Conditions,
    pub draw: Draw,
    pub bank_hash: String,
    /// The folders that replace the built-in bank.
    pub banks: Vec<PathBuf>,
    pub level: Level,
    pub python: String,
    /// Where the session folder is to be; `greenroom-<date>-<name>` here, if absent.
    pub folder: Option<PathBuf>,
    /// Of the questions that were drawn, in their order.
    pub materials: Vec<Material>,
    /// Whether an interviewer may join.
    pub interviewer: bool,
    /// Opens the answer files when the clock starts; in this terminal the first of them.
    pub opener: Option<Opener>,
}

/// Run a new session to its end, or until it is left.
pub fn start(opening: Opening, invitation: Invitation, checker: Box<dyn Checker>) -> Result<ExitStatus, RoomError> {
    let Opening { mut lock, mut journal } = opening;
    let name = fresh_name(&journal.names()?);
    let place = invitation.folder.unwrap_or_else(|| format!("greenroom-{}-{name}", Zoned::now().date()).into());
    let folder = SessionFolder::create(&place)?;
    let started = Started {
        session: name,
        greenroom: env!("CARGO_PKG_VERSION").to_owned(),
        plan: invitation.plan,
        title: invitation.title,
        seed: invitation.seed,
        bank_hash: invitation.bank_hash,
        banks: invitation.banks,
        minutes: invitation.minutes,
        topics: invitation.topics,
        levels: invitation.levels,
        conditions: invitation.conditions,
        questions: invitation.draw.questions,
        remarks: invitation.draw.remarks,
        folder: folder.root().to_owned(),
        level: invitation.level,
        python: invitation.python,
    };
    lock.name(&started.session, folder.root())?;
    let sources = Sources::open().map_err(RoomError::Signals)?;
    let mut screen = Terminal::new();
    screen.show(&session_rules::rules(screen.look(), &started, &short_name(folder.root()), &editor::find()));
    if invitation.interviewer {
        screen.show(&session_rules::interviewer(screen.look(), &join_command(&started.session)));
    }
    let (demos, checker) = sources.demos(checker);
    let mut desk = sources.desk(checker);
    let sample = started.questions.len();
    // Who did not ask for it may try it all the same.
    let opener = invitation.opener.clone().or_else(|| Opener::of_user().ok());
    if let Some(status) = wait_for_start(&sources, &mut screen, &mut desk, &folder, sample, opener.as_ref()) {
        // Empty, or somebody has put something of their own there.
        let _ = std::fs::remove_dir(folder.root());
        return Ok(status);
    }
    let now = SystemClock::new().now();
    journal.append(&started.session, now, &Event::Started(Box::new(started.clone())))?;
    let Invitation { materials, interviewer, opener, .. } = invitation;
    let (bank_changed, finishes) = (false, false);
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
    run(entrance, Session::new(started, now))
}

/// A seed that is easy to type: the plan and it name an interview.
pub fn fresh_seed() -> u64 {
    random() % 1_000_000
}

/// Four letters and digits that are not mistaken for each other.
fn fresh_name(taken: &[String]) -> String {
    const LETTERS: &[u8] = b"23456789abcdefghjkmnpqrstuvwxyz";
    loop {
        let mut number = random();
        let mut letter = || {
            let letter = LETTERS[(number % LETTERS.len() as u64) as usize];
            number /= LETTERS.len() as u64;
            char::from(letter)
        };
        let name: String = [letter(), letter(), letter(), letter()].iter().collect();
        if !taken.contains(&name) {
            return name;
        }
    }
}

/// Random by the keys of the standard library's hash maps, which come from the system. For names, not for secrets.
fn random() -> u64 {
    RandomState::new().hash_one(std::process::id())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_short_plain_and_new() {
        let names: BTreeSet<String> = (0..200).map(|_| fresh_name(&[])).collect();
        assert!(names.len() > 190, "{}", names.len());
        assert!(names.iter().all(|name| name.len() == 4 && name.chars().all(|letter| letter.is_ascii_alphanumeric())));
        let taken: Vec<String> = names.into_iter().collect();
        assert!(!taken.contains(&fresh_name(&taken)));
    }

    #[test]
    fn seeds_are_easy_to_type() {
        assert!((0..100).all(|_| fresh_seed() < 1_000_000));
    }
}
