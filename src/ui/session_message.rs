//! The sentences of a session that are not screens.

use std::path::Path;
use std::time::Duration;

use crate::model::conditions::GRACE;
use crate::model::escape;
use crate::model::event::Score;
use crate::model::question::{Exchange, KeyPoint};
use crate::model::verdict::Verdict;
use crate::model::view::{Budget, Mark, Warning};
use crate::ui::paint::Look;
use crate::ui::prose;
use crate::ui::session_screen::{clock, countdown, span};

/// What the commands do.
pub fn help(look: Look) -> String {
    let commands = [
        ("check, c", "run the hidden cases too; for a prediction, which lines are right"),
        ("edit, e", "the answer in the editor that `$VISUAL` or `$EDITOR` names"),
        ("hint, h", "the next hint, at its price"),
        ("ask N, a", "what the interviewer answers to question N of the menu"),
        ("next, n", "the next question"),
        ("previous, p", "the question before"),
        ("go N, g", "question N"),
        ("flag, l", "mark this question to come back to, or take the mark away"),
        ("show, s", "this question once more"),
        ("time, t", "how the time is spent"),
        ("rate, r", "show the key points of this question and rate your answer; closes it"),
        ("rate N S", "give key point N the score 0, half or 1"),
        ("finish, f", "end the session: grade everything, write the report"),
        ("pause, u", "stop the clock and stay here; the report shows every pause"),
        ("submit, b", "on a whiteboard: hand this question in and run it"),
        ("quit, q", "stop the clock and leave; `greenroom resume` goes on"),
        ("help, ?", "this list"),
    ];
    let lines: Vec<String> =
        commands.iter().map(|(name, text)| prose::hang(&format!("  {name:<13}"), text, look.width)).collect();
    lines.join("\n") + "\n"
}

/// A point of a budget that was reached.
pub fn warning(look: Look, warning: Warning, left: Duration) -> String {
    let of = match warning.of {
        Budget::Question(question) => format!("question {}", question + 1),
        Budget::Session => "the session".to_owned(),
    };
    match warning.mark {
        Mark::Half => format!("Half of the time for {of} is used; {} left.\n", countdown(left)),
        Mark::FourFifths => {
            look.caution(&format!("Four fifths of the time for {of} are used; {} left.", countdown(left))) + "\n"
        }
        Mark::TwoMinutesLeft => look.caution(&format!("Two minutes left for {of}.")) + "\n",
        Mark::HalfAMinuteLeft => look.alert(&format!("Thirty seconds left for {of}.")) + "\n",
        Mark::Spent => look.alert(&format!("The time for {of} is used up; more of it is missing elsewhere.")) + "\n",
    }
}

pub fn hint(look: Look, number: usize, count: usize, text: &str) -> String {
    prose::hang(&format!("Hint {number} of {count}: "), &escape::terminal(text), look.width) + "\n"
}

pub fn no_more_hints(count: usize) -> String {
    match count {
        0 => "This question has no hints.\n".to_owned(),
        _ => "There are no more hints.\n".to_owned(),
    }
}

/// What can be asked, with a number each.
pub fn ask_menu(look: Look, clarify: &[Exchange]) -> String {
    if clarify.is_empty() {
        return "There is nothing to ask about this question.\n".to_owned();
    }
    let lines = clarify
        .iter()
        .zip(1..)
        .map(|(exchange, number)| prose::hang(&format!(" {number} "), &escape::terminal(&exchange.ask), look.width));
    let mut text = lines.collect::<Vec<_>>().join("\n");
    text.push_str("\nAsk which? Give its number. Asking costs nothing.\n");
    text
}

pub fn clarification(look: Look, exchange: &Exchange) -> String {
    let ask = prose::hang("You: ", &escape::terminal(&exchange.ask), look.width);
    let answer = prose::hang("Interviewer: ", &escape::terminal(&exchange.answer.text()), look.width);
    format!("{}\n{answer}\n", look.dim(&ask))
}

/// The key points to rate, with what each was given so far.
pub fn key_points(look: Look, points: &[(&KeyPoint, Option<Score>)]) -> String {
    let lines = points.iter().zip(1..).map(|((point, score), number)| {
        let mark = match score {
            None => "   ",
            Some(Score::No) => "  0",
            Some(Score::Half) => "1/2",
            Some(Score::Full) => "  1",
        };
        prose::hang(&format!("{number:>2} [{mark}] "), &escape::terminal(&point.text), look.width)
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

pub fn rating_begins(number: usize) -> String {
    format!("Did you say it? Your own judgement of question {number}; what you saved so far is your answer.\n")
}

/// Asks for one score.
pub fn rate_prompt(look: Look, number: usize, count: usize, point: &KeyPoint) -> String {
    let point = prose::hang(&format!("{number} of {count}: "), &escape::terminal(&point.text), look.width);
    format!("{point}\n{}\n", look.dim("0, h (half) or 1; any other key leaves"))
}

pub fn rate_by_line() -> String {
    "Rate with `rate N 0`, `rate N half` or `rate N 1`.\n".to_owned()
}

pub fn nothing_to_rate() -> String {
    "Code is rated by its cases, not by you.\n".to_owned()
}

pub fn nothing_to_check() -> String {
    "An explanation cannot be run; `rate` compares it with the key points.\n".to_owned()
}

pub fn nothing_saved(file: &str) -> String {
    format!("There is nothing to check yet: `{}` is as it was at the start.\n", escape::terminal(file))
}

pub fn is_closed(number: usize, is_submitted: bool) -> String {
    let why = if is_submitted { "it was submitted" } else { "its key points were shown" };
    format!("Question {number} is closed: {why}. What is saved now does not count.\n")
}

pub fn checking(number: usize) -> String {
    format!("Q{number}: checking.\n")
}

/// The file cannot be read; the newest content that was kept still counts.
pub fn unreadable(number: usize, reason: &str) -> String {
    format!("Q{number}: {}. What was saved before it still counts.\n", escape::terminal(reason))
}

pub fn internal(number: usize, reason: &str) -> String {
    format!("Q{number} could not be checked: {}. This is greenroom's fault, not yours.\n", escape::terminal(reason))
}

/// The journal does not take events.
pub fn not_kept(reason: &str) -> String {
    format!(
        "{}. The session goes on, and the journal is tried again with each event; your files are in the session folder.\n",
        escape::terminal(reason)
    )
}

pub fn kept_again() -> String {
    "The journal is written again; nothing was lost.\n".to_owned()
}

pub fn lost_events(count: usize) -> String {
    format!("{count} events could not be written to the journal. Your files are in the session folder.\n")
}

pub fn first_question() -> String {
    "This is the first question.\n".to_owned()
}

pub fn last_question() -> String {
    "This is the last question; `finish` ends the session.\n".to_owned()
}

pub fn which_number(what: &str, count: usize) -> String {
    match count {
        0 => format!("There is no {what}.\n"),
        1 => format!("There is one {what}: number 1.\n"),
        _ => format!("Which {what}? A number from 1 to {count}.\n"),
    }
}

pub fn unknown_command(text: &str) -> String {
    format!("There is no command `{}`; `help` lists them.\n", escape::terminal(text))
}

pub fn confirm_finish(unanswered: usize) -> String {
    match unanswered {
        0 => "Finish, and grade everything? y or n\n".to_owned(),
        1 => "Finish, and grade everything? One question has no answer yet. y or n\n".to_owned(),
        _ => format!("Finish, and grade everything? {unanswered} questions have no answer yet. y or n\n"),
    }
}

/// Before key points are shown to somebody who may still write.
pub fn confirm_rating(number: usize) -> String {
    format!("Show the key points of Q{number}? What is saved after that does not count. y or n\n")
}

pub fn goes_on() -> String {
    "The session goes on.\n".to_owned()
}

/// A question in the list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTime {
    pub title: String,
    pub used: Duration,
    /// Its budget, and what was saved before it.
    pub allowance: Duration,
    pub is_flagged: bool,
    pub is_current: bool,
}

/// The questions in order, how their time is spent, and what is left of the session.
pub fn times(look: Look, questions: &[QuestionTime], left: Duration) -> String {
    let mut text = String::new();
    for (question, number) in questions.iter().zip(1..) {
        let QuestionTime { title, used, allowance, is_flagged, is_current } = question;
        let used_text = format!("{:>6} of {:>5}", clock(*used), clock(*allowance));
        let used_text = if used > allowance { look.alert(&used_text) } else { used_text };
        let mark = if *is_current { '>' } else { ' ' };
        let flag = if *is_flagged { look.caution("  flagged") } else { String::new() };
        text.push_str(&format!("{mark}{number:>2}  {used_text}  {}{flag}\n", escape::terminal(title)));
    }
    text.push_str(&format!("     {:>6} left\n", countdown(left)));
    text
}

pub fn bell(look: Look) -> String {
    let seconds = GRACE.as_secs();
    format!("{} Time is up. Save now: for {seconds} seconds a last save counts.\n", look.alert("Bell!"))
}

pub fn finishing() -> String {
    "Grading what was saved.\n".to_owned()
}

pub fn grading(number: usize, count: usize) -> String {
    format!("Q{number} of {count}: grading.\n")
}

pub fn rate_before_report() -> String {
    "The clock has stopped. Rate what cannot be run, or press any other key for the report.\n".to_owned()
}

pub fn suspended(session: &str, left: Duration) -> String {
    format!("The clock stands at {} left. Go on with `greenroom resume {session}`.\n", countdown(left))
}

pub fn resumed(left: Duration, paused: Duration) -> String {
    format!("{} left. The clock stood still for {}.\n", countdown(left), span(paused))
}

pub fn report_written(path: &Path) -> String {
    let path = escape::terminal(&path.display().to_string());
    format!("The report with its charts is in `{path}`, and as `report.md` and `report.json` beside it.\n")
}

pub fn no_report_file(name: &str, reason: &str) -> String {
    format!("`{name}` could not be written: {}.\n", escape::terminal(reason))
}

/// The last line before the clock.
pub fn start_prompt(look: Look, has_editor: bool) -> String {
    look.bold(if has_editor {
        "Enter starts the clock, e edits the sample, q leaves."
    } else {
        "Enter starts the clock, q leaves."
    })
}

/// The sample, which is wrong by intent, was checked before the clock started.
pub fn sample_tried(look: Look, file: &str, verdict: Verdict, took: Duration) -> String {
    let file = escape::terminal(file);
    let text = match verdict {
        Verdict::Fail => format!(
            "The checker works: it found the mistake in the sample `{file}` in {} ms. To try your editor, mend it and save.",
            took.as_millis()
        ),
        verdict => {
            format!("The sample `{file}` should fail and was found to be `{verdict}`; `greenroom doctor` says more.")
        }
    };
    prose::wrap(&text, look.width) + "\n"
}

pub fn sample_heading(took: Duration) -> String {
    format!("Sample, checked in {} ms", took.as_millis())
}

pub fn sample_failed(reason: &str) -> String {
    format!("The sample could not be checked: {}. This is greenroom's fault, not yours.\n", escape::terminal(reason))
}

pub fn not_started() -> String {
    "Nothing was started.\n".to_owned()
}

pub fn bank_changed() -> String {
    "note: the bank has changed since this session started; answers are checked by the bank as it is now.\n".to_owned()
}

pub fn folder_is_gone(path: &Path) -> String {
    format!(
        "The session folder `{}` is gone. What was saved is in the journal and counts.\n",
        escape::terminal(&path.display().to_string())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    #[test]
    fn help_lists_every_command() {
        insta::assert_snapshot!(help(LOOK), @r"
        check, c     run the hidden cases too; for a prediction,
                     which lines are right
        edit, e      the answer in the editor that `$VISUAL` or
                     `$EDITOR` names
        hint, h      the next hint, at its price
        ask N, a     what the interviewer answers to question N of
                     the menu
        next, n      the next question
        previous, p  the question before
        go N, g      question N
        flag, l      mark this question to come back to, or take
                     the mark away
        show, s      this question once more
        time, t      how the time is spent
        rate, r      show the key points of this question and rate
                     your answer; closes it
        rate N S     give key point N the score 0, half or 1
        finish, f    end the session: grade everything, write the
                     report
        pause, u     stop the clock and stay here; the report
                     shows every pause
        submit, b    on a whiteboard: hand this question in and
                     run it
        quit, q      stop the clock and leave; `greenroom resume`
                     goes on
        help, ?      this list
        ");
    }

    #[test]
    fn warnings_say_whose_time_it_is() {
        let text = |of, mark| warning(LOOK, Warning { of, mark }, Duration::from_secs(90));
        let marks = [Mark::Half, Mark::FourFifths, Mark::TwoMinutesLeft, Mark::HalfAMinuteLeft, Mark::Spent];
        let all: String = marks.iter().map(|mark| text(Budget::Question(1), *mark)).collect();
        insta::assert_snapshot!(all + &text(Budget::Session, Mark::HalfAMinuteLeft), @r"
        Half of the time for question 2 is used; 1:30 left.
        Four fifths of the time for question 2 are used; 1:30 left.
        Two minutes left for question 2.
        Thirty seconds left for question 2.
        The time for question 2 is used up; more of it is missing elsewhere.
        Thirty seconds left for the session.
        ");
    }

    #[test]
    fn key_points_show_what_they_were_given() {
        let point = |text: &str| KeyPoint { id: "p".to_owned(), text: text.to_owned(), weight: 1 };
        let (first, second) = (point("one lock for each interpreter: one thread runs at a time"), point("why"));
        insta::assert_snapshot!(key_points(LOOK, &[(&first, Some(Score::Half)), (&second, None)]), @r"
        1 [1/2] one lock for each interpreter: one thread runs at a
                time
        2 [   ] why
        ");
    }

    #[test]
    fn the_time_is_shown_question_by_question() {
        let row = |title: &str, used, allowance, is_flagged| QuestionTime {
            title: title.to_owned(),
            used: Duration::from_secs(used),
            allowance: Duration::from_secs(allowance),
            is_flagged,
            is_current: !is_flagged,
        };
        let rows = [row("is and ==", 200, 180, true), row("Merge two sorted lists", 10, 660, false)];
        insta::assert_snapshot!(times(LOOK, &rows, Duration::from_secs(1_450)), @r"
          1    3:20 of  3:00  is and ==  flagged
        > 2    0:10 of 11:00  Merge two sorted lists
              24:10 left
        ");
    }
}
