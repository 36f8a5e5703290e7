//! What `review` says before, between and after its questions.

use std::time::Duration;

use crate::compare::quote::counted;
use crate::model::day::Day;
use crate::model::escape::terminal;
use crate::model::progress::{Grade, Standing};
use crate::model::question::KeyPoint;
use crate::ui::paint::{Look, Tone};
use crate::ui::prose::hang;
use crate::ui::times::span;

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

/// An answer is shown, and the next question waits.
pub fn goes_on(look: Look) -> String {
    look.dim("Enter goes on, [q] quits.") + "\n"
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
    let (word, tone, text) = match grade {
        Grade::Again => ("Again", Tone::Bad, "not passed"),
        Grade::Hard => ("Hard", Tone::Caution, "passed with a hint, over its time or after several checks"),
        Grade::Good => ("Good", Tone::Good, "passed"),
        Grade::Easy => ("Easy", Tone::Good, "passed at once in half of its time"),
    };
    let text = hang("", &format!("{word}: {text}. It comes back {again}."), look.width);
    // The colour must not be counted as width, so it comes after the wrapping.
    format!("{}\n\n", text.replacen(word, &look.paint(tone, word), 1))
}

/// All is asked, or the candidate has stopped. Counted are those that were graded.
pub fn ended(look: Look, graded: &[Grade], asked: usize, time: Duration, coming: &str) -> String {
    let passed = graded.iter().filter(|grade| **grade != Grade::Again).count();
    let coming = if coming.is_empty() { String::new() } else { format!(" {coming}") };
    let text = format!("{} of {asked} done, {passed} passed, in {}.{coming}", graded.len(), span(time));
    hang("", &text, look.width) + "\n"
}

/// Nothing is due.
pub fn nothing(has_practised: bool, coming: &str) -> String {
    if !has_practised {
        return "Nothing is due: a question comes back here after you have worked on it. `greenroom start` begins an interview, `greenroom watch SLUG` one question.\n".to_owned();
    }
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

pub fn unknown(command: &str) -> String {
    format!("`{}` is no command here: points, next, quit", terminal(command))
}

/// Scores come as lines.
pub fn rate_by_line(look: Look, number: usize, count: usize, point: &KeyPoint) -> String {
    let point = hang(&format!("{number} of {count}: "), &look.text(&point.text), look.width);
    format!("{point}\n{}\n", look.dim("0, half or 1, on a line; anything else leaves"))
}

/// How much of an explanation was covered.
pub fn rated(percent: u32) -> String {
    format!("You covered {percent} % of it, by your own judgement.\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    #[test]
    fn what_came_of_a_question_fits_the_screen_and_says_when_it_comes_back() {
        let today = Day(20_782);
        for (grade, days, wanted) in [
            (Grade::Again, 1, "Again: not passed. It comes back tomorrow."),
            (Grade::Good, 3, "Good: passed. It comes back in 3 days, on 2026-11-28."),
        ] {
            let text = result(Look::new(80, false), Some((grade, today.plus(days))), today);
            assert_eq!(text, format!("{wanted}\n\n"));
        }
        for grade in [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy] {
            let text = result(Look::new(40, false), Some((grade, today.plus(14))), today);
            assert!(text.lines().all(|line| width(line) <= 40), "{text}");
        }
        let text = ended(Look::new(40, false), &[Grade::Good, Grade::Again], 3, Duration::from_secs(90), "Tomorrow 1.");
        assert_eq!(text, "2 of 3 done, 1 passed, in 1 min.\nTomorrow 1.\n");
    }
}
