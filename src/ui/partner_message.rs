//! The sentences between a candidate and the interviewer.

use std::time::Duration;

use crate::model::escape;
use crate::model::partner::{Did, LONGEST_NOTE, MOST_MINUTES, MOST_MINUTES_AT_ONCE};
use crate::model::partner_wire::{Refused, Said};
use crate::ui::times::{countdown, plural};

/// What the interviewer did, in a replay.
pub fn did(did: &Did) -> String {
    match did {
        Did::Joined => "the interviewer sat down".to_owned(),
        Did::Left => "the interviewer left".to_owned(),
        Did::MinutesAdded { minutes } => {
            format!("the interviewer added {minutes} minute{}", plural(*minutes as usize))
        }
        Did::Marked { point, score } => format!("the interviewer marked {}: {score}", escape::line(point)),
        Did::FollowUpMarked { number, score } => format!("the interviewer marked follow-up {number}: {score}"),
        Did::Noted => "the interviewer wrote a note".to_owned(),
    }
}

// To the candidate.

/// How a partner joins, before the clock starts or when the candidate asks for it.
pub fn how_to_join(command: &str) -> String {
    format!(
        "Your interviewer joins by this command in a second terminal, now or later; nobody is waited for. With one screen \
         for two, type `interviewer` and turn it.\n    {}",
        escape::terminal(command)
    )
}

/// The same for somebody who has just typed `interviewer`.
pub fn how_to_join_now(command: &str) -> String {
    format!(
        "Your interviewer joins by this command in a second terminal, now or later; nobody is waited for.\n    {}",
        escape::terminal(command)
    )
}

/// What a partner types. A home of its own must be named there too.
pub fn join_command(session: &str, home: Option<&str>) -> String {
    let home = home.map_or(String::new(), |home| {
        let is_plain = home.chars().all(|one| one.is_ascii_alphanumeric() || "/._-".contains(one));
        let home = if is_plain { home.to_owned() } else { format!("'{}'", home.replace('\'', "'\\''")) };
        format!("GREENROOM_HOME={home} ")
    });
    format!("{home}greenroom interviewer {session}")
}

pub fn no_door(reason: &str) -> String {
    format!(
        "No interviewer can join from a second terminal: {}. The session goes on without; `interviewer` here still turns \
         the screen.\n",
        escape::terminal(reason)
    )
}

pub fn joined() -> String {
    "Your interviewer is here.\n".to_owned()
}

pub fn left() -> String {
    "Your interviewer has left the second terminal, and may come back.\n".to_owned()
}

pub fn minutes_added(minutes: u32, left: Duration, question: usize) -> String {
    format!(
        "Your interviewer adds {minutes} minute{} for Q{question}: {} left.\n",
        plural(minutes as usize),
        countdown(left)
    )
}

pub fn turn_the_screen() -> String {
    "Turn the screen to your interviewer, who then presses Enter; the clock runs on. Any other key: stay here.\n"
        .to_owned()
}

pub fn sits_there_already() -> String {
    "Your interviewer sits at the other terminal.\n".to_owned()
}

pub fn your_screen_again() -> String {
    "Turn the screen back to your candidate.\n".to_owned()
}

pub fn still_marking() -> String {
    "Your interviewer may still be marking. The report comes when they leave, or when you press Enter.\n".to_owned()
}

/// After the grading, where both share the screen.
pub fn mark_what_is_left() -> String {
    "Turn the screen to your interviewer, who presses Enter and marks what is left. Any other key: the report.\n"
        .to_owned()
}

// To the interviewer.

/// What became of a request.
pub fn said(said: &Said) -> String {
    match said {
        Said::MinutesAdded { minutes } => {
            format!("{minutes} minute{} added", plural(*minutes as usize))
        }
        Said::FollowUpAsked { number } => format!("follow-up {number} is asked; mark the answer here"),
        Said::Marked => "marked".to_owned(),
        Said::Noted => "noted".to_owned(),
        Said::BadMinutes => format!("from 1 to {MOST_MINUTES_AT_ONCE} minutes can be added at once"),
        Said::TooManyMinutes { left: 0 } => {
            format!("{MOST_MINUTES} minutes can be added in all: this session has them")
        }
        Said::TooManyMinutes { left } => {
            format!("{MOST_MINUTES} minutes can be added in all; {left} {} left", if *left == 1 { "is" } else { "are" })
        }
        Said::StrictClock => "the clock is strict: nothing is added to it".to_owned(),
        Said::TimeIsUp => "the time is up: only marks and notes are taken now".to_owned(),
        Said::AskedBefore => "your candidate was asked that already".to_owned(),
        Said::NoSuchThing => "there is none of that number here".to_owned(),
        Said::NotAsked => "it was not asked yet; `f` and its number ask it".to_owned(),
        Said::EmptyNote => "an empty note is not kept".to_owned(),
        Said::LongNote => format!("a note has {LONGEST_NOTE} characters at the most"),
        Said::Enough => "no more marks and notes are kept of this session".to_owned(),
    }
}

/// Why somebody is not let in.
pub fn refused(why: &Refused) -> String {
    match why {
        Refused::Taken => "an interviewer sits at another terminal already; one can".to_owned(),
        Refused::OtherVersion { greenroom } => {
            format!("the session runs greenroom {}; use that one here too", escape::line(greenroom))
        }
        Refused::NotUnderstood => {
            "the two ends do not understand each other; use the same greenroom at both".to_owned()
        }
    }
}

pub fn unknown_command(text: &str) -> String {
    format!("There is no command `{}`; `?` lists them.", escape::line(text))
}

/// Before a room is found.
pub fn waiting(session: Option<&str>) -> String {
    let which = session.map_or("a session".to_owned(), |session| format!("session `{}`", escape::line(session)));
    format!(
        "Waiting for {which} to let an interviewer in, by `greenroom start --interviewer` or by `interviewer` in a session \
         that runs. Ctrl-C leaves."
    )
}

/// The candidate's process ended, and the session has not.
pub fn candidate_left(session: &str) -> String {
    format!("Your candidate has left; `greenroom resume {session}` brings them back. Waiting; Ctrl-C leaves.")
}

pub fn is_over(session: &str) -> String {
    format!("The interview is over. Your marks stand in its report: `greenroom report {session}`.")
}

pub fn you_left(session: &str) -> String {
    format!("You have left; what you marked is kept. `greenroom interviewer {session}` comes back.")
}

/// What keys do, line by line: for the help of both forms.
pub const HELP: [(&str, &str); 13] = [
    ("0  h  1", "mark the key point or follow-up at the cursor: nothing, half, all of it; goes to the next"),
    ("j  k", "the next, the previous one"),
    ("p N S", "as a line: mark key point N with 0, half or 1"),
    ("f", "put a follow-up to your candidate, by its number; `f N S` marks one that was put"),
    ("m", "add minutes to the session and to the question in focus"),
    ("n", "write a note on this question, of one line"),
    ("s", "your candidate's file as it was saved last, and back to the card"),
    (">  <", "look at the next question, the previous one"),
    (".", "follow your candidate again"),
    ("space  b", "a screen further, a screen back"),
    ("c", "the card"),
    ("?", "this list, and back"),
    ("q", "leave; what you marked is kept"),
];
