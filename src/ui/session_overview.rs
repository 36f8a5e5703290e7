//! The screen of `greenroom status`: how sessions stand, for somebody who is not in their room. Everything is escaped.

use std::path::Path;
use std::time::Duration;

use crate::compare::quote::counted;
use crate::model::conditions::{Conditions, Pace};
use crate::model::escape::line;
use crate::model::event::Stop;
use crate::model::question::Kind;
use crate::model::session_status::{LastCheck, QuestionStatus, SessionStatus, Starting, State};
use crate::ui::paint::{Look, Tone};
use crate::ui::prose;
use crate::ui::times::{clock, span};
use crate::ui::width::{pad, width};

/// Fewer columns than this do not hold a title beside the figures: then it gets a line of its own.
const NARROWEST_TITLE: usize = 18;

/// Before a title: the mark of the current question, its number, and the space behind it.
const NUMBER: usize = 5;

/// One session. The first line says the most important by itself. `folder` is how its folder is called from here.
pub fn session(look: Look, status: &SessionStatus, folder: &Path) -> String {
    let mut lines = vec![headline(look, status)];
    lines.push(sentence(look, &whereabouts(status, &look.line(&folder.display().to_string()))));
    lines.push(String::new());
    lines.extend(table(look, status));
    if !status.next.is_empty() {
        lines.push(String::new());
    }
    let commands = status.next.iter().map(|step| width(&step.command)).max().unwrap_or(0);
    for step in &status.next {
        lines.push(prose::hang(&format!("  {}  ", pad(&look.line(&step.command), commands)), &step.why, look.width));
    }
    lines.join("\n") + "\n"
}

/// For instance `k7qd  running  24:10 left  Q2 of 5  Phone screen`.
fn headline(look: Look, status: &SessionStatus) -> String {
    let (state, tone) = match status.state {
        State::Running => ("running", Tone::Good),
        State::Paused => ("paused", Tone::Caution),
        State::Stopped => ("stopped", Tone::Caution),
        State::Grace => ("time is up", Tone::Bad),
        State::Grading => ("grading", Tone::Plain),
        State::Suspended => ("suspended", Tone::Caution),
        State::TimeUp => ("time is up", Tone::Bad),
        State::Ungraded => ("not graded", Tone::Bad),
        State::Finished => ("finished", Tone::Plain),
    };
    let left = clock(Duration::from_secs(status.left_s));
    let is_late = status.left_s <= 120;
    let (left, left_tone) = match status.state {
        State::Running | State::Paused | State::Stopped | State::Suspended => {
            let tone = match status.state {
                State::Running if is_late => Tone::Bad,
                State::Running if status.left_s * 5 <= status.length_s => Tone::Caution,
                _ => Tone::Plain,
            };
            (format!("{left} left"), tone)
        }
        State::Grace => (format!("{} s to save", status.left_s), Tone::Bad),
        State::Grading | State::TimeUp | State::Ungraded | State::Finished => (String::new(), Tone::Plain),
    };
    let question = match status.state {
        State::Finished | State::Grading | State::TimeUp | State::Ungraded => {
            counted(status.questions.len(), "question")
        }
        _ => format!("Q{} of {}", status.current, status.questions.len()),
    };
    let name = look.line(&status.session);
    let parts = [(name, Tone::Strong), (state.to_owned(), tone), (left, left_tone), (question, Tone::Plain)];
    let parts: Vec<_> = parts.into_iter().filter(|(text, _)| !text.is_empty()).collect();
    let used: usize = parts.iter().map(|(text, _)| width(text) + 2).sum();
    let mut line = parts.iter().map(|(text, tone)| look.paint(*tone, text)).collect::<Vec<_>>().join("  ");
    let title = look.cut(&look.line(&status.title), look.width.saturating_sub(used));
    // A few letters of a title say nothing.
    if width(&title) > 3 {
        line += &format!("  {title}");
    }
    line
}

/// Who is there, since when nobody is, what the clock does, and where the files are. `folder` is escaped.
fn whereabouts(status: &SessionStatus, folder: &str) -> String {
    let process = status.process.map_or(String::new(), |process| format!(" (process {process})"));
    let mut text = match status.state {
        State::Running => format!("In another terminal{process}."),
        State::Paused => format!("The candidate has stopped the clock, in another terminal{process}."),
        State::Stopped => {
            format!("Stopped with Ctrl-Z{process}: `fg` in its terminal goes on. The clock stands still.")
        }
        State::Grace => format!("In another terminal{process}: what is saved now still counts."),
        State::Grading => format!("In another terminal{process}, which shows the report when all is graded."),
        State::Suspended => {
            let clock = if status.conditions.strict {
                "The session is strict: the clock runs on."
            } else {
                "The clock stands still."
            };
            format!("{}. {clock}", left(status.left_because, &rough(status.last_ago_s)))
        }
        State::TimeUp if status.conditions.strict => format!(
            "{}, and the clock ran out: the session is strict. What was saved in time counts.",
            left(status.left_because, &rough(status.last_ago_s))
        ),
        State::TimeUp => format!("Last heard of {} ago. What was saved in time counts.", rough(status.last_ago_s)),
        State::Ungraded => format!("Over, and left {} ago, before everything was graded.", rough(status.last_ago_s)),
        State::Finished => format!("Finished {} ago.", rough(status.last_ago_s)),
    };
    if let Some(seconds) = status.saved_ago_s.filter(|_| status.state != State::Finished) {
        text += &format!(" Last save {} ago.", rough(seconds));
    }
    if status.clock_estimated {
        text += " The machine was started anew meanwhile: the time is estimated.";
    }
    text += &format!(" Files in `{folder}`");
    text += &conditions(status.conditions);
    text += ".";
    text
}

/// How it came that nobody is there.
fn left(why: Option<Stop>, ago: &str) -> String {
    match why {
        Some(Stop::Quit) => format!("Left {ago} ago with `quit`"),
        Some(Stop::EndOfInput) => format!("Left {ago} ago, at the end of its input"),
        Some(Stop::Interrupted) => format!("Left {ago} ago by Ctrl-C or another signal"),
        Some(Stop::Pause | Stop::Sleep | Stop::Asleep) => format!("Ended {ago} ago or later, while it was paused"),
        None => format!("Its process ended without a word; last heard of {ago} ago"),
    }
}

fn conditions(conditions: Conditions) -> String {
    let Conditions { pace, strict, whiteboard } = conditions;
    let pace = if pace == Pace::USUAL { String::new() } else { format!("; pace {pace}") };
    let strict = if strict { "; strict" } else { "" };
    let whiteboard = if whiteboard { "; on a whiteboard" } else { "" };
    format!("{pace}{strict}{whiteboard}")
}

/// A row for each question; the cells are as wide as they need to be. What is said of few stands behind or below.
fn table(look: Look, status: &SessionStatus) -> Vec<String> {
    let columns = Columns::of(look, status);
    let mut lines = vec![look.dim(columns.heading().trim_end())];
    for (question, number) in status.questions.iter().zip(1..) {
        let mark = if number == status.current && status.state != State::Finished { '>' } else { ' ' };
        let row = columns.row(look, &format!("{mark} {number:>2} "), question);
        lines.extend(row.lines().map(|line| line.trim_end().to_owned()));
    }
    lines
}

/// How wide a table is.
struct Columns {
    screen: usize,
    title: usize,
    /// Time, last check, last save; the last one is left out where it has no room.
    figures: Vec<usize>,
    /// The title has a line of its own.
    is_narrow: bool,
}

const HEAD: [&str; 3] = ["time", "last check", "saved"];

impl Columns {
    fn of(look: Look, status: &SessionStatus) -> Columns {
        let rows: Vec<[String; 3]> = status.questions.iter().map(cells).collect();
        let widest = |column: usize| {
            let cells = rows.iter().map(|row| width(&row[column]));
            cells.max().unwrap_or(0).max(HEAD[column].len())
        };
        let mut figures = vec![widest(0), widest(1), widest(2)];
        let titles = status.questions.iter().map(|question| width(&look.line(&question.title)));
        let longest = titles.max().unwrap_or(0).max("question".len());
        let needed = |figures: &[usize]| NUMBER + figures.iter().map(|width| width + 2).sum::<usize>();
        let room = look.width.saturating_sub(needed(&figures));
        let is_narrow = room < NARROWEST_TITLE.min(longest);
        if is_narrow && needed(&figures) > look.width + 2 {
            figures.pop();
        }
        let title = if is_narrow { look.width - NUMBER } else { room.min(longest) };
        Columns { screen: look.width, title, figures, is_narrow }
    }

    fn heading(&self) -> String {
        let figures = self.padded(&HEAD.map(str::to_owned)).join("  ");
        let title = if self.is_narrow { String::new() } else { pad("question", self.title) + "  " };
        format!("{}{title}{figures}", " ".repeat(NUMBER))
    }

    fn padded(&self, row: &[String; 3]) -> Vec<String> {
        row.iter().zip(&self.figures).map(|(cell, width)| pad(cell, *width)).collect()
    }

    fn row(&self, look: Look, first: &str, question: &QuestionStatus) -> String {
        let indent = " ".repeat(NUMBER);
        let title = pad(&look.cut(&look.line(&question.title), self.title), self.title);
        let mut figures = self.padded(&cells(question));
        let before = if self.is_narrow { NUMBER } else { NUMBER + self.title + 2 };
        let used = before + figures.iter().map(|figure| width(figure) + 2).sum::<usize>();
        // A colour must not be counted as width, so it comes after the padding.
        if question.used_s > question.budget_s {
            figures[0] = look.caution(&figures[0]);
        }
        if let Some(check) = &question.check {
            figures[1] = look.paint(Tone::of(check.verdict), &figures[1]);
        }
        let figures = figures.join("  ");
        let between = if self.is_narrow { format!("\n{indent}") } else { "  ".to_owned() };
        let row = format!("{first}{title}{between}{figures}");
        let notes = notes(question).join(", ");
        if notes.is_empty() {
            return row;
        }
        let is_room = used + width(&notes) <= self.screen;
        let notes =
            prose::wrap(&notes, self.screen - NUMBER).lines().map(|line| look.caution(line)).collect::<Vec<_>>();
        let between = if is_room { "  ".to_owned() } else { format!("\n{indent}") };
        format!("{row}{between}{}", notes.join(&format!("\n{indent}")))
    }
}

fn cells(question: &QuestionStatus) -> [String; 3] {
    let seconds = |seconds: u64| clock(Duration::from_secs(seconds));
    [
        format!("{} of {}", seconds(question.used_s), seconds(question.budget_s)),
        question.check.as_ref().map_or("-".to_owned(), check),
        question.saved_ago_s.map_or("-".to_owned(), |seconds| format!("{} ago", rough(seconds))),
    ]
}

/// How long ago something was, as far as that matters: for instance `12 s`, `3 min`, `2 h`, `5 days`.
fn rough(seconds: u64) -> String {
    match seconds / 3_600 {
        0 => span(Duration::from_secs(seconds)),
        hours @ 1..48 => format!("{hours} h"),
        hours => format!("{} days", hours / 24),
    }
}

/// For instance `fail 8/13`.
fn check(check: &LastCheck) -> String {
    let samples = if check.samples_only { "samples " } else { "" };
    match check.total {
        0 => format!("{samples}{}", check.verdict),
        total => format!("{samples}{} {}/{total}", check.verdict, check.passed),
    }
}

/// What is said of few questions.
fn notes(question: &QuestionStatus) -> Vec<String> {
    let mut notes = Vec::new();
    if question.flagged {
        notes.push("flagged".to_owned());
    }
    if question.check.as_ref().is_some_and(|check| check.changed_since) {
        notes.push("changed since that check".to_owned());
    }
    if question.closed {
        notes.push(if question.kind == Kind::Code { "handed in" } else { "closed" }.to_owned());
    }
    if question.hints > 0 {
        notes.push(counted(question.hints, "hint"));
    }
    notes
}

/// A session whose rules are being read.
pub fn starting(look: Look, starting: &Starting, folder: &Path) -> String {
    let folder = look.line(&folder.display().to_string());
    let process = starting.process;
    let text = format!("In another terminal (process {process}): its clock starts with Enter. Files in `{folder}`.");
    let headline = format!("{}  {}", look.bold(&look.line(&starting.session)), look.caution("starting"));
    format!("{headline}\n{}\n", sentence(look, &text))
}

/// A process holds the lock and has not said for what.
pub fn somebody_starts() -> &'static str {
    "another session is being started at this moment"
}

/// There is nothing to tell of. `last` is the session that was finished last.
pub fn nothing_open(last: Option<&str>) -> String {
    let report = last.map_or(String::new(), |last| format!(", `greenroom report {}` shows the last one", line(last)));
    format!("no session is open; `greenroom start` begins one{report}")
}

fn sentence(look: Look, text: &str) -> String {
    prose::wrap(text, look.width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::session_status;

    fn shown(columns: usize, status: &SessionStatus) -> String {
        session(Look::new(columns, false), status, Path::new("room"))
    }

    #[test]
    fn a_session_that_was_left_says_where_it_stands_and_how_to_go_on() {
        insta::assert_snapshot!(shown(100, &session_status()), @r"
        k7qd  suspended  24:10 left  Q2 of 3  Ten-minute trial
        Left 2 h ago by Ctrl-C or another signal. The clock stands still. Last save 2 h ago. Files in
        `room`.

             question                     time          last check  saved
           1 is and ==                    2:10 of 4:00  -           -
        >  2 Merge two sorted lists       2:10 of 4:00  fail 8/13   2 h ago
             flagged, changed since that check, 1 hint
           3 The Global Interpreter Lock  2:10 of 4:00  -           -

          greenroom resume k7qd  Go on with it.
        ");
        insta::assert_snapshot!(shown(60, &session_status()), @r"
        k7qd  suspended  24:10 left  Q2 of 3  Ten-minute trial
        Left 2 h ago by Ctrl-C or another signal. The clock stands
        still. Last save 2 h ago. Files in `room`.

             question              time          last check  saved
           1 is and ==             2:10 of 4:00  -           -
        >  2 Merge two sorted li…  2:10 of 4:00  fail 8/13   2 h ago
             flagged, changed since that check, 1 hint
           3 The Global Interpre…  2:10 of 4:00  -           -

          greenroom resume k7qd  Go on with it.
        ");
    }

    #[test]
    fn every_state_fits_every_screen_and_is_read_without_colour() {
        let states = [
            State::Running,
            State::Paused,
            State::Stopped,
            State::Grace,
            State::Grading,
            State::Suspended,
            State::TimeUp,
            State::Ungraded,
            State::Finished,
        ];
        let mut headlines = Vec::new();
        for state in states {
            let left_s = if state == State::Grace { 12 } else { 1_450 };
            let status =
                SessionStatus { state, left_s, process: Some(4711), clock_estimated: true, ..session_status() };
            for columns in [40, 60, 80, 100] {
                let text = shown(columns, &status);
                assert!(text.lines().all(|line| width(line) <= columns), "{columns}: {text}");
            }
            headlines.push(shown(80, &status).lines().next().unwrap().to_owned());
        }
        insta::assert_snapshot!(headlines.join("\n"), @r"
        k7qd  running  24:10 left  Q2 of 3  Ten-minute trial
        k7qd  paused  24:10 left  Q2 of 3  Ten-minute trial
        k7qd  stopped  24:10 left  Q2 of 3  Ten-minute trial
        k7qd  time is up  12 s to save  Q2 of 3  Ten-minute trial
        k7qd  grading  3 questions  Ten-minute trial
        k7qd  suspended  24:10 left  Q2 of 3  Ten-minute trial
        k7qd  time is up  3 questions  Ten-minute trial
        k7qd  not graded  3 questions  Ten-minute trial
        k7qd  finished  3 questions  Ten-minute trial
        ");
    }

    #[test]
    fn what_stands_in_a_journal_cannot_command_a_terminal() {
        let hostile = "x\u{1b}[2J\u{202e}\n\ny";
        let mut status = session_status();
        status.session = hostile.to_owned();
        status.title = hostile.to_owned();
        status.questions[0].title = hostile.to_owned();
        status.next[0].command = hostile.to_owned();
        let starting = Starting { session: hostile.to_owned(), folder: hostile.into(), process: 7 };
        let look = Look::new(80, false);
        let text = session(look, &status, Path::new(hostile)) + &super::starting(look, &starting, Path::new(hostile));
        assert!(!text.contains(['\u{1b}', '\u{202e}']) && !text.contains("\n\ny"), "{text}");
    }

    #[test]
    fn where_nothing_is_open_the_next_step_is_named() {
        assert_eq!(nothing_open(None), "no session is open; `greenroom start` begins one");
        let last = "no session is open; `greenroom start` begins one, `greenroom report k7qd` shows the last one";
        assert_eq!(nothing_open(Some("k7qd")), last);
    }
}
