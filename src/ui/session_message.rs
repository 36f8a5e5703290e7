//! The sentences of a session that are answers to its candidate.

use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use crate::model::escape;
use crate::model::question::Clarification;
use crate::model::view::{Budget, Mark, Warning};
use crate::ui::paint::Look;
use crate::ui::prose;
use crate::ui::times::clock;
use crate::ui::times::countdown;

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
        ("rate WORD S", "the delivery of an explanation: structure, example or words"),
        ("demo, d", "run the demo of an explanation, once its key points are shown"),
        ("complexity, o", "once it passes: say what it costs, or look at what came of that"),
        ("idiom, i", "once it passes: what one would write at work"),
        ("follow, w", "once it passes: a follow-up; again, its answer; `follow 0`, `half` or `1` rates yours"),
        ("interviewer", "turn this screen to your interviewer, or let one join from a second terminal"),
        ("finish, f", "end the session: grade everything, write the report"),
        ("pause, u", "stop the clock and stay here; the report shows every pause"),
        ("submit, b", "on a whiteboard: hand this question in and run it"),
        ("quit, q", "stop the clock and leave; `greenroom resume` goes on"),
        ("help, ?", "this list"),
    ];
    let lines: Vec<String> =
        commands.iter().map(|(name, text)| prose::hang(&format!("  {name:<15}"), text, look.width)).collect();
    lines.join("\n") + "\n"
}

/// A point of a budget that was reached.
pub fn warning(look: Look, warning: Warning, left: Duration) -> String {
    let of = match warning.of {
        Budget::Question(question) => format!("question {}", question + 1),
        Budget::Session => "the session".to_owned(),
    };
    let text = match warning.mark {
        Mark::Half => format!("Half of the time for {of} is used; {} left.", countdown(left)),
        Mark::FourFifths => format!("Four fifths of the time for {of} are used; {} left.", countdown(left)),
        Mark::TwoMinutesLeft => format!("Two minutes left for {of}."),
        Mark::HalfAMinuteLeft => format!("Thirty seconds left for {of}."),
        Mark::Spent => format!("The time for {of} is used up; more of it is missing elsewhere."),
    };
    let text = prose::wrap(&text, look.width);
    let painted = match warning.mark {
        Mark::Half => text,
        Mark::FourFifths | Mark::TwoMinutesLeft => look.caution(&text),
        Mark::HalfAMinuteLeft | Mark::Spent => look.alert(&text),
    };
    painted + "\n"
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
pub fn ask_menu(look: Look, clarify: &[Clarification]) -> String {
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

pub fn clarification(look: Look, exchange: &Clarification) -> String {
    let ask = prose::hang("You: ", &escape::terminal(&exchange.ask), look.width);
    let answer = prose::hang("Interviewer: ", &escape::terminal(&exchange.answer.text()), look.width);
    format!("{}\n{answer}\n", look.dim(&ask))
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

/// Something was pasted that is no command, or that came where a key is asked for.
pub fn pasted(file: Option<&str>) -> String {
    match file {
        Some(file) => format!(
            "What was pasted here does nothing: an answer belongs in `{}`, in your editor.\n",
            escape::terminal(file)
        ),
        None => "What was pasted answers nothing: press a key.\n".to_owned(),
    }
}

pub fn confirm_finish(unanswered: usize) -> String {
    match unanswered {
        0 => "Finish, and grade everything? y or n\n".to_owned(),
        1 => "Finish, and grade everything? One question has no answer yet. y or n\n".to_owned(),
        _ => format!("Finish, and grade everything? {unanswered} questions have no answer yet. y or n\n"),
    }
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

/// After the title of a question that is to be come back to.
const FLAGGED: &str = "  flagged";

/// The questions in order, how their time is spent, and what is left of the session.
pub fn times(look: Look, questions: &[QuestionTime], left: Duration) -> String {
    let mut text = String::new();
    for (question, number) in questions.iter().zip(1..) {
        let QuestionTime { title, used, allowance, is_flagged, is_current } = question;
        let used_text = format!("{:>6} of {:>5}", clock(*used), clock(*allowance));
        let mark = if *is_current { '>' } else { ' ' };
        let head = format!("{mark}{number:>2}  {used_text}  ");
        let mut row = prose::hang(&head, &escape::terminal(title), look.width);
        if *is_flagged {
            let last = row.lines().next_back().map_or(0, UnicodeWidthStr::width);
            let fits = last + FLAGGED.len() <= look.width;
            row += &if fits { String::new() } else { format!("\n{}", " ".repeat(head.len() - 2)) };
            row += &look.caution(FLAGGED);
        }
        if used > allowance {
            row = row.replacen(&used_text, &look.alert(&used_text), 1);
        }
        text.push_str(&format!("{row}\n"));
    }
    text.push_str(&format!("     {:>6} left\n", countdown(left)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    #[test]
    fn nothing_that_is_told_of_the_time_is_wider_than_the_screen() {
        let title = "Transfers that never wait for each other in a circle".to_owned();
        let (used, allowance) = (Duration::from_secs(4000), Duration::from_secs(600));
        let row = QuestionTime { title, used, allowance, is_flagged: true, is_current: true };
        let shown = times(LOOK, &[row], Duration::from_secs(60)) + &crate::ui::session_end::bell(LOOK);
        insta::assert_snapshot!(shown, @r"
        > 1   66:40 of 10:00  Transfers that never wait for each
                              other in a circle  flagged
               1:00 left
        Bell! Time is up. Save now: for 15 seconds a last save
        counts.
        ");
    }

    #[test]
    fn help_lists_every_command() {
        insta::assert_snapshot!(help(LOOK), @r"
        check, c       run the hidden cases too; for a prediction,
                       which lines are right
        edit, e        the answer in the editor that `$VISUAL` or
                       `$EDITOR` names
        hint, h        the next hint, at its price
        ask N, a       what the interviewer answers to question N
                       of the menu
        next, n        the next question
        previous, p    the question before
        go N, g        question N
        flag, l        mark this question to come back to, or take
                       the mark away
        show, s        this question once more
        time, t        how the time is spent
        rate, r        show the key points of this question and
                       rate your answer; closes it
        rate N S       give key point N the score 0, half or 1
        rate WORD S    the delivery of an explanation: structure,
                       example or words
        demo, d        run the demo of an explanation, once its
                       key points are shown
        complexity, o  once it passes: say what it costs, or look
                       at what came of that
        idiom, i       once it passes: what one would write at
                       work
        follow, w      once it passes: a follow-up; again, its
                       answer; `follow 0`, `half` or `1` rates
                       yours
        interviewer    turn this screen to your interviewer, or
                       let one join from a second terminal
        finish, f      end the session: grade everything, write
                       the report
        pause, u       stop the clock and stay here; the report
                       shows every pause
        submit, b      on a whiteboard: hand this question in and
                       run it
        quit, q        stop the clock and leave;
                       `greenroom resume` goes on
        help, ?        this list
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
        The time for question 2 is used up; more of it is missing
        elsewhere.
        Thirty seconds left for the session.
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
