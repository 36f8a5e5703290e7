//! `greenroom replay`: a session played back in the terminal, faster than it was; elsewhere as plain lines at once.

use std::io::IsTerminal;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::bank::entry::Entry;
use crate::cli::session::Replay;
use crate::commands::failure::Failure;
use crate::commands::past::{Told, bank_of, find};
use crate::engine::session::{Phase, Session};
use crate::model::exit_status::ExitStatus;
use crate::model::question::{Kind, Question};
use crate::model::timeline::{Happening, What};
use crate::room::message::Message;
use crate::room::screen::{Screen, Terminal};
use crate::room::sources::Sources;
use crate::ui::input::Input;
use crate::ui::message;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::session_replay as screen;
use crate::ui::session_replay::{Details, Position};

/// How often the status line is drawn.
// Receipt: at 20 times the speed two seconds of the session pass in a tenth of one.
const TICK: Duration = Duration::from_millis(100);

/// Between these the keys `+` and `-` change the speed.
const SPEEDS: [f64; 2] = [1.0, 640.0];

pub fn run(arguments: &Replay) -> Result<ExitStatus, Failure> {
    let past = find(arguments.session.as_deref(), Told::Any)?;
    let started = past.session().started();
    // Without the bank there are no words for what was asked; the session is told all the same.
    let bank = bank_of(started, &arguments.banks).ok();
    let entries: Vec<Option<Entry>> =
        started.questions.iter().map(|drawn| bank.as_ref().and_then(|bank| bank.entry(&drawn.slug).ok())).collect();
    let questions: Vec<Option<&Question>> =
        entries.iter().map(|entry| entry.as_ref().map(|entry| &entry.question)).collect();
    let session = past.settle(&questions);
    let started = session.started();
    let look = Look::of_stdout();
    let details: Vec<Details> = (0..session.timeline().len()).map(|index| details(&session, &entries, index)).collect();
    if bank.is_some_and(|bank| bank.hash() != started.bank_hash) {
        out::note(&message::told_by_another_bank());
    }
    out::data(&screen::heading(look, &started.title, &started.session, &date(session.started_at().wall_ms)));
    out::data(&screen::line(
        look,
        &beginning(),
        &Details { title: first_title(&session), ..Details::default() },
        false,
    ));
    let is_watched = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    let sources = if is_watched { Sources::open().ok().filter(Sources::has_keys) } else { None };
    let Some(sources) = sources else {
        for (happening, details) in session.timeline().iter().zip(&details).filter(|told| may_be_told(&session, told.0))
        {
            out::data(&screen::line(look, happening, details, false));
        }
        if !is_over(&session) {
            out::data(&screen::unfinished(look, &started.session));
        }
        return Ok(ExitStatus::Success);
    };
    let left = play(&session, &details, arguments.speed, &sources);
    if left.is_none() {
        let name = &started.session;
        out::data(&if is_over(&session) { screen::end(name) } else { screen::unfinished(look, name) });
    }
    Ok(left.unwrap_or(ExitStatus::Success))
}

/// Before the bell the marks of an interviewer are not for the candidate.
fn may_be_told(session: &Session, happening: &Happening) -> bool {
    is_over(session) || !matches!(&happening.what, What::Interviewer(did) if did.is_private())
}

fn is_over(session: &Session) -> bool {
    matches!(session.phase(), Phase::Finished(_))
}

/// No event says that the first question is before the candidate.
fn beginning() -> Happening {
    Happening { at_ms: 0, question: 1, what: What::Focus }
}

fn first_title(session: &Session) -> String {
    if session.count() > 0 { session.drawn(0).title.clone() } else { String::new() }
}

fn date(wall_ms: i64) -> String {
    Timestamp::from_millisecond(wall_ms).unwrap_or(Timestamp::UNIX_EPOCH).strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// Play to the end, or until somebody leaves; then how.
fn play(session: &Session, details: &[Details], speed: f64, sources: &Sources) -> Option<ExitStatus> {
    let mut terminal = Terminal::new();
    let mut player = Player { at: Duration::ZERO, speed, is_paused: false };
    let told = session.timeline().iter().zip(details).filter(|told| may_be_told(session, told.0));
    let mut rest = told.peekable();
    let mut question = 1;
    let mut seen = Instant::now();
    while let Some((next, _)) = rest.peek() {
        let due = Duration::from_millis(next.at_ms);
        if player.at >= due {
            if let Some((happening, details)) = rest.next() {
                question = happening.question;
                let text = screen::line(terminal.report_look(), happening, details, true);
                terminal.report(&text);
            }
            continue;
        }
        let (length, look) = (session.length(), terminal.look());
        let Player { at, speed, is_paused } = player;
        terminal.status(&screen::status(look, &Position { at, length, question, speed, is_paused }), 0);
        let message = sources.messages.recv_timeout(TICK);
        player.pass(seen.elapsed(), due);
        seen = Instant::now();
        let left = match message {
            Ok(Message::Input(Input::Key(key))) => (!player.key(key, due)).then_some(ExitStatus::Success),
            Ok(Message::Input(Input::End) | Message::Interrupted) | Err(RecvTimeoutError::Disconnected) => {
                Some(ExitStatus::Interrupted)
            }
            Ok(Message::Stopped) => {
                terminal.clear_status();
                terminal.settle();
                sources.sleep();
                seen = Instant::now();
                None
            }
            _ => None,
        };
        if left.is_some() {
            terminal.clear_status();
            return left;
        }
    }
    terminal.clear_status();
    None
}

/// The clock of a replay.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Player {
    at: Duration,
    speed: f64,
    is_paused: bool,
}

impl Player {
    /// Let real time pass, and never past what is due.
    fn pass(&mut self, real: Duration, due: Duration) {
        if !self.is_paused {
            self.at = (self.at + real.mul_f64(self.speed)).min(due);
        }
    }

    /// Obey a key. False when it says to leave.
    fn key(&mut self, key: char, due: Duration) -> bool {
        match key {
            ' ' | 'p' | 'P' => self.is_paused = !self.is_paused,
            'n' | 'N' | '\n' | '\r' => self.at = due,
            '+' | '=' => self.speed = (self.speed * 2.0).min(SPEEDS[1].max(self.speed)),
            '-' => self.speed = (self.speed / 2.0).max(SPEEDS[0].min(self.speed)),
            'q' | 'Q' => return false,
            _ => {}
        }
        true
    }
}

/// What stands behind the happening at this place.
fn details(session: &Session, entries: &[Option<Entry>], index: usize) -> Details {
    let Happening { question, what, .. } = &session.timeline()[index];
    let number = question - 1;
    let entry = entries[number].as_ref();
    let of = |number: &u64| usize::try_from(number - 1).unwrap_or(usize::MAX);
    Details {
        title: session.drawn(number).title.clone(),
        change: change(session, entry, index),
        failed: failed(session, number, what),
        said: match what {
            What::Hint { number } => entry.and_then(|entry| Some(entry.question.hints.get(of(number))?.text())),
            What::Asked { number } => entry.and_then(|entry| Some(entry.question.clarify.get(of(number))?.ask.clone())),
            What::FollowUp { number: put, .. } => session.progress(number).follow_ups.get(&of(put)).and_then(|kept| {
                let known = || entry.and_then(|entry| Some(entry.question.follow_ups.get(of(put))?.ask.clone()));
                kept.ask.clone().or_else(known)
            }),
            What::Claimed { time, space } => {
                let claims = session.progress(number).claims.iter().map(|claimed| &claimed.claim);
                let why = claims.rev().find(|claim| (claim.time, claim.space) == (*time, *space));
                why.map(|claim| claim.why.clone()).filter(|why| !why.is_empty())
            }
            _ => None,
        },
    }
}

/// The text before and after a save: before the first one there was the starter.
fn change(session: &Session, entry: Option<&Entry>, index: usize) -> Option<(String, String)> {
    let Happening { question, what: What::Saved { sha256, .. }, .. } = &session.timeline()[index] else { return None };
    let saves = &session.progress(question - 1).saves;
    let text = |sha256: &str| {
        let save = saves.iter().find(|save| save.sha256 == sha256)?;
        Some(String::from_utf8_lossy(&save.content).into_owned())
    };
    let before = session.timeline()[..index].iter().rev().find_map(|happening| match &happening.what {
        What::Saved { sha256, .. } if happening.question == *question => text(sha256),
        _ => None,
    });
    let starter = || entry.and_then(Entry::starter).unwrap_or_default().to_owned();
    Some((before.unwrap_or_else(starter), text(sha256)?))
}

fn failed(session: &Session, number: usize, what: &What) -> Vec<String> {
    let What::Checked { sha256, occasion, .. } = what else { return Vec::new() };
    let mut checks = session.progress(number).checks.iter().map(|check| &check.summary);
    checks.find(|check| check.sha256 == *sha256 && check.occasion == *occasion).map_or(
        Vec::new(),
        |check| match session.drawn(number).kind {
            Kind::Predict => check.failed.iter().map(|line| format!("line {line}")).collect(),
            Kind::Code | Kind::Explain => check.failed.clone(),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replay_runs_so_many_times_faster_and_waits_when_told_to() {
        let mut player = Player { at: Duration::ZERO, speed: 20.0, is_paused: false };
        let due = Duration::from_secs(60);
        player.pass(Duration::from_secs(1), due);
        assert_eq!(player.at, Duration::from_secs(20));
        assert!(player.key(' ', due));
        player.pass(Duration::from_secs(100), due);
        assert_eq!(player.at, Duration::from_secs(20));
        assert!(player.key(' ', due) && player.key('+', due));
        player.pass(Duration::from_secs(1), due);
        assert_eq!((player.at, player.speed), (due, 40.0), "no further than what is due");
        assert!(!player.key('q', due));
    }

    #[test]
    fn the_speed_stays_within_reason() {
        let mut player = Player { at: Duration::ZERO, speed: 1.0, is_paused: false };
        player.key('-', Duration::ZERO);
        assert_eq!(player.speed, 1.0);
        for _ in 0..20 {
            player.key('+', Duration::ZERO);
        }
        assert_eq!(player.speed, 640.0);
    }
}
