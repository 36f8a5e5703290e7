//! What is said after an answer has passed: the card of its cost, a second solution, and what else waits.

use crate::model::escape;
use crate::model::growth::{Class, NoClass};
use crate::model::question::Idiom;
use crate::ui::complexity_card;
use crate::ui::paint::Look;
use crate::ui::prose;

/// Above a second solution.
pub const AT_WORK: &str = "What you would write at work";

/// The card, put before somebody who can press a key and has not asked for it.
pub fn offer(look: Look) -> String {
    let how = "Time? Its number; then space, and a sentence. Enter: not now. Or go on with any command.";
    format!("{}{}\n", card(look), look.dim(&prose::wrap(how, look.width)))
}

/// The words for what can be had now; none when there is nothing.
pub fn what_waits(number: usize, has_card: bool, has_idiom: bool, has_follow_up: bool) -> Option<String> {
    let words = [
        (has_card, "`complexity` says what it costs"),
        (has_idiom, "`idiom` shows what one would write at work"),
        (has_follow_up, "`follow` asks one more question"),
    ];
    let words: Vec<&str> = words.into_iter().filter(|(has, _)| *has).map(|(_, word)| word).collect();
    (!words.is_empty()).then(|| format!("Q{number} has passed: {}.\n", words.join(", ")))
}

/// The classes to choose from.
pub fn card(look: Look) -> String {
    format!("\n{}\n", complexity_card::choices(look).join("\n"))
}

/// The same for whoever types lines.
pub fn card_by_line(look: Look) -> String {
    let how = "Say it in one line: `complexity TIME SPACE WHY`, such as `complexity 3 1 one pass, two indices`.";
    format!("{}{}\n", card(look), prose::wrap(how, look.width))
}

pub fn choose_time() -> String {
    "Time? Its number; any other key leaves the card.\n".to_owned()
}

pub fn choose_space(time: Class) -> String {
    format!("Time {time}. Space, without the input? Backspace takes the time back.\n")
}

pub fn say_why(time: Class, space: Class) -> String {
    format!("Time {time}, space {space}. Why? One sentence, then Enter. Enter alone leaves it out.\n")
}

pub fn card_left() -> String {
    "Not now: `complexity` comes back to the card.\n".to_owned()
}

pub fn claimed_at_the_bell() -> String {
    "Your complexity card counts as far as you had filled it in.\n".to_owned()
}

pub fn counting() -> String {
    "Noted. Your code is being counted; what came of it follows.\n".to_owned()
}

pub fn not_counted(number: usize, error: &str) -> String {
    format!("Q{number}: its cost could not be counted: {}. It counts nowhere.\n", escape::terminal(error))
}

pub fn no_class(error: &NoClass) -> String {
    if error.0.is_empty() {
        return "The class of space is missing: `complexity TIME SPACE WHY`, such as `complexity 3 1 one pass`.\n"
            .to_owned();
    }
    format!(
        "{}. `complexity TIME SPACE WHY` takes numbers from 1 to {} too.\n",
        escape::terminal(&error.to_string()),
        Class::ALL.len()
    )
}

pub fn no_card() -> String {
    "This question has no complexity card: its bank says no classes for it.\n".to_owned()
}

pub fn card_too_early() -> String {
    "The card comes when the answer has passed a whole check.\n".to_owned()
}

/// A claim stands, and no other is taken.
pub fn claimed_already(is_of_this_version: bool) -> String {
    if is_of_this_version {
        "You have said it of this version; another one that passes can be claimed anew.\n".to_owned()
    } else {
        "A strict session takes one claim for each question.\n".to_owned()
    }
}

/// The second solution, with what one would say of it.
pub fn idiom(look: Look, idiom: &Idiom, code: &str) -> String {
    let mut text = format!("\n{}\n", look.bold(AT_WORK));
    for line in code.trim_end().lines() {
        text += format!("    {}", escape::terminal(line)).trim_end();
        text.push('\n');
    }
    text += &format!("{}\n", prose::wrap(&escape::terminal(&idiom.says.text()), look.width));
    if let Some(rejected) = rejected(&idiom.fails) {
        text += &format!("{}\n", look.dim(&prose::wrap(&rejected, look.width)));
    }
    text
}

/// What keeps a second solution from being a right answer here; none when it is one.
pub fn rejected(fails: &[String]) -> Option<String> {
    let names: Vec<String> = fails.iter().map(|name| format!("`{}`", escape::line(name))).collect();
    (!names.is_empty()).then(|| format!("As an answer here it would fail {}.", names.join(", ")))
}

pub fn idiom_too_early() -> String {
    "The second solution is shown when yours has passed a whole check.\n".to_owned()
}

pub fn no_idiom() -> String {
    "This question has no second solution.\n".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::Prose;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    #[test]
    fn a_second_solution_says_why_and_what_it_would_fail() {
        let shown = Idiom {
            file: "idiom_sorted.py".to_owned(),
            says: Prose::Text("`sorted` finds the two runs and merges them, in C.".to_owned()),
            fails: vec!["source_merges_by_hand".to_owned()],
        };
        insta::assert_snapshot!(idiom(LOOK, &shown, "def merge(a, b):\n    return sorted(a + b)\n"), @r"

        What you would write at work
            def merge(a, b):
                return sorted(a + b)
        `sorted` finds the two runs and merges them, in C.
        As an answer here it would fail `source_merges_by_hand`.
        ");
        let right = Idiom { fails: Vec::new(), ..shown };
        assert!(!idiom(LOOK, &right, "x = 1\n").contains("fail"));
    }

    #[test]
    fn what_waits_is_named_by_its_words() {
        insta::assert_snapshot!(what_waits(2, true, true, true).unwrap(), @r"Q2 has passed: `complexity` says what it costs, `idiom` shows what one would write at work, `follow` asks one more question.");
        assert_eq!(what_waits(2, false, false, false), None);
    }

    #[test]
    fn hostile_text_of_a_bank_is_inert() {
        let hostile = "\u{1b}[2J\u{202e}";
        let shown =
            Idiom { file: String::new(), says: Prose::Text(hostile.to_owned()), fails: vec![hostile.to_owned()] };
        assert!(!idiom(LOOK, &shown, hostile).contains(['\u{1b}', '\u{202e}']));
    }
}
