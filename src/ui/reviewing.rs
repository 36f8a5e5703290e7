//! What `review` says before, between and after its questions.

use std::time::Duration;

use crate::compare::quote::counted;
use crate::model::day::Day;
use crate::model::progress::{Grade, Standing};
use crate::model::question::KeyPoint;
use crate::ui::paint::Look;
use crate::ui::prose::hang;
use crate::ui::session_screen::span;

/// What will be asked.
pub fn begun(look: Look, asked: &[&Standing], left: usize, folder: &str) -> String {
    let minutes: u32 = asked.iter().map(|question| question.expected_minutes()).sum();
    let left = if left > 0 { format!(" {left} more due for another time.") } else { String::new() };
    let text = format!(
        "{}, about {minutes} min.{left} Answers go into `{}`.",
        counted(asked.len(), "question"),
        look.line(folder)
    );
    format!("{}\n{}\n\n", look.rule("Review"), hang("", &text, look.width))
}

/// The next question is about to be shown.
pub fn next(look: Look, number: usize, count: usize) -> String {
    format!("{}\n", look.dim(&format!("Question {number} of {count}")))
}

/// What came of a question, and when it comes back. `None`: nothing was checked that says whether it was known.
pub fn result(look: Look, outcome: Option<(Grade, Day)>, today: Day) -> String {
    let Some((grade, due)) = outcome else {
        return look.dim("Not answered: it stays due.") + "\n\n";
    };
    let again = match due.since(today).max(1) {
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days, on {due}"),
    };
    let (word, text) = match grade {
        Grade::Again => (look.bad("Again"), "not passed"),
        Grade::Hard => (look.caution("Hard"), "passed with a hint, over its time or after several checks"),
        Grade::Good => (look.good("Good"), "passed"),
        Grade::Easy => (look.good("Easy"), "passed at once in half of its time"),
    };
    format!("{word}: {text}. It comes back {again}.\n\n")
}

/// All is asked, or the candidate has stopped. Counted are those that were graded.
pub fn ended(graded: &[Grade], asked: usize, time: Duration, coming: &str) -> String {
    let passed = graded.iter().filter(|grade| **grade != Grade::Again).count();
    let coming = if coming.is_empty() { String::new() } else { format!(" {coming}") };
    format!("{} of {} answered, {passed} passed, in {}.{coming}\n", graded.len(), asked, span(time))
}

/// Nothing is due.
pub fn nothing(coming: &str) -> String {
    let coming = if coming.is_empty() { String::new() } else { format!(" {coming}") };
    format!("Nothing is due.{coming}\n")
}

/// An explanation is to be given.
pub fn explain(look: Look, has_keys: bool) -> String {
    let how = if has_keys {
        "Enter shows the key points, [n] goes on, [q] quits."
    } else {
        "Commands, one a line: points, next, quit"
    };
    format!("\n{}\n{}\n", hang("", "Say it aloud, or write it down.", look.width), look.dim(how))
}

/// Scores come as lines.
pub fn rate_by_line(look: Look, number: usize, count: usize, point: &KeyPoint) -> String {
    let point = hang(&format!("{number} of {count}: "), &look.text(&point.text), look.width);
    format!("{point}\n{}\n", look.dim("0, half or 1, on a line"))
}

/// How much of an explanation was covered.
pub fn rated(percent: u32) -> String {
    format!("You covered {percent} % of it, by your own judgement.\n")
}
