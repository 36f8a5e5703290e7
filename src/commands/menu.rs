//! Plain `greenroom`: a menu where there is a terminal, the help elsewhere.

use std::io::{self, IsTerminal};
use std::mem;

use clap::CommandFactory;

use crate::bank::bank::Bank;
use crate::cli::practice::{Progress, Review};
use crate::cli::session::{Finish, Replay, Report, Resume, Start, Status};
use crate::cli::{Banks, Cli, List, Watch};
use crate::commands::banks::open;
use crate::commands::failure::Failure;
use crate::commands::start::USUAL_PLAN;
use crate::commands::{finish, list, practice, progress, replay, report, resume, review, start, status, watch};
use crate::model::exit_status::ExitStatus;
use crate::model::plan::Plan;
use crate::model::question::{Kind, Summary};
use crate::room::start::fresh_seed;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::store::lock::{LockState, SessionLock};
use crate::store::sessions::SessionEntry;
use crate::ui::menu::Offer;
use crate::ui::paint::Look;
use crate::ui::{keys, menu, out};

/// What Ctrl-C and Ctrl-D are as keys.
const INTERRUPT: char = '\u{3}';
const END: char = '\u{4}';

pub fn run() -> Result<ExitStatus, Failure> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        out::note(Cli::command().render_help().to_string().trim_end());
        return Ok(ExitStatus::Usage);
    }
    let bank = open(&Banks { dirs: Vec::new() })?;
    let look = Look::of_stderr();
    let sessions = sessions();
    let (left, finished) = (last(&sessions, |entry| !entry.finished), last(&sessions, |entry| entry.finished));
    let is_running = is_running();
    // While one runs, no other can be gone on with.
    let left = left.filter(|_| !is_running);
    let due = due(&bank);
    let offer = Offer {
        usual: bank.plan(USUAL_PLAN).map_or("", |plan| &plan.title),
        questions: bank.summaries().len(),
        left: left.map(named),
        is_running,
        finished: finished.map(named),
        due,
    };
    let mut shown = menu::first(look, &offer);
    loop {
        return match key(&mut shown)? {
            'r' if left.is_some() => resume::run(&Resume::default()),
            'f' if left.is_some() => confirm_finish(left),
            't' if is_running => status::run(&Status::default()),
            'o' if finished.is_some() => report::run(&Report { session: name_of(finished), ..Report::default() }),
            'b' if finished.is_some() => replay::run(&Replay { session: name_of(finished), ..Replay::default() }),
            'd' if due.is_some() => review::run(&Review::default()),
            'w' => progress::run(&Progress::default()),
            's' | '\n' | '\r' => start::run(&Start::default()),
            'i' => choose_plan(look, &bank),
            'p' => practise(look, &bank),
            'l' => list::run(&List::default()),
            'h' | '?' => {
                out::data(&Cli::command().render_help().to_string());
                Ok(ExitStatus::Success)
            }
            'q' | END => Ok(ExitStatus::Success),
            INTERRUPT => Ok(ExitStatus::Interrupted),
            _ => continue,
        };
    }
}

/// The next key, after what is to be shown once. A terminal that is gone has pressed Ctrl-D.
fn key(shown: &mut String) -> Result<char, Failure> {
    let text = mem::take(shown);
    let show = || {
        if !text.is_empty() {
            out::note(&text);
        }
    };
    let key = keys::one_key(show)
        .map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot read a key: {error}")))?;
    Ok(key.unwrap_or(END))
}

/// One stray key must not end a session.
fn confirm_finish(left: Option<&SessionEntry>) -> Result<ExitStatus, Failure> {
    let mut shown = left.map(|left| menu::confirm_finish(named(left))).unwrap_or_default();
    match key(&mut shown)? {
        'y' | 'Y' => finish::run(&Finish { session: name_of(left), ..Finish::default() }),
        INTERRUPT => Ok(ExitStatus::Interrupted),
        _ => Ok(ExitStatus::Success),
    }
}

fn choose_plan(look: Look, bank: &Bank) -> Result<ExitStatus, Failure> {
    let mut plans: Vec<&Plan> = bank.plans().iter().collect();
    plans.sort_by_key(|plan| plan.minutes);
    let mut shown = menu::plans(look, &plans);
    loop {
        return match key(&mut shown)? {
            'q' | END => Ok(ExitStatus::Success),
            INTERRUPT => Ok(ExitStatus::Interrupted),
            key => match menu::place(key).and_then(|place| plans.get(place)) {
                Some(plan) => start::run(&Start { plan: Some(plan.id.clone()), ..Start::default() }),
                None => continue,
            },
        };
    }
}

/// Draw a question that something can be run for, and watch its file.
fn practise(look: Look, bank: &Bank) -> Result<ExitStatus, Failure> {
    let questions: Vec<&Summary> = bank.summaries().iter().filter(|question| question.kind != Kind::Explain).collect();
    let mut topics: Vec<(&str, usize)> = Vec::new();
    for question in &questions {
        match topics.last_mut().filter(|(topic, _)| *topic == question.topic) {
            Some((_, count)) => *count += 1,
            None => topics.push((&question.topic, 1)),
        }
    }
    let mut shown = menu::topics(look, &topics);
    let topic = loop {
        match key(&mut shown)? {
            '\n' | '\r' => break None,
            'q' | END => return Ok(ExitStatus::Success),
            INTERRUPT => return Ok(ExitStatus::Interrupted),
            key => {
                if let Some((topic, _)) = menu::place(key).and_then(|place| topics.get(place)) {
                    break Some(*topic);
                }
            }
        }
    };
    let drawn: Vec<&&Summary> =
        questions.iter().filter(|question| topic.is_none_or(|topic| question.topic == topic)).collect();
    let Some(question) = drawn.get(fresh_seed() as usize % drawn.len().max(1)) else {
        return Err(Failure::usage("this bank has no question that can be practised"));
    };
    watch::run(&Watch { slug: question.slug.clone(), ..Watch::default() })
}

/// How many questions are due, and how many minutes they take. Where the record cannot be read, nothing is offered:
/// `review` says why.
fn due(bank: &Bank) -> Option<(usize, u32)> {
    let record = practice::open().ok()?;
    let progress = practice::progress(bank, &record).ok()?;
    let due = progress.due();
    (!due.is_empty()).then(|| (due.len(), due.iter().map(|question| question.expected_minutes()).sum()))
}

/// Somebody sits in an interview, at another terminal.
fn is_running() -> bool {
    let look = || SessionLock::look(Home::locate().ok()?.data_to_read().ok()??).ok();
    look().is_some_and(|state| state != LockState::Free)
}

/// Where the journal cannot be read, no session is offered: `resume` and `report` say why.
fn sessions() -> Vec<SessionEntry> {
    let journal = Home::locate().ok().and_then(|home| Journal::open(home.data().ok()?).ok());
    journal.and_then(|journal| journal.sessions().ok()).unwrap_or_default()
}

/// The session of this kind in which something happened last.
fn last(sessions: &[SessionEntry], is_wanted: impl Fn(&SessionEntry) -> bool) -> Option<&SessionEntry> {
    sessions.iter().filter(|entry| is_wanted(entry)).max_by_key(|entry| entry.last_place)
}

fn named(entry: &SessionEntry) -> (&str, &str) {
    (&entry.started.session, &entry.started.title)
}

fn name_of(entry: Option<&SessionEntry>) -> Option<String> {
    entry.map(|entry| entry.started.session.clone())
}
