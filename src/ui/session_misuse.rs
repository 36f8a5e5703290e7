//! The sentences for a command that was given what it does not take: what is wrong, and what it takes.

use crate::model::escape;
use crate::ui::paint::clip;

/// As much of what was typed is said again.
// A choice and no measurement: enough to know it by.
const SAID_AGAIN: usize = 40;

fn said_again(given: &str) -> String {
    clip(&escape::line(given), SAID_AGAIN)
}

/// A command that takes a number was given something else.
pub fn no_number(word: &str, given: &str) -> String {
    let of = if word == "ask" { "of what you ask" } else { "of a question" };
    format!("`{}` is no number {of}: `{word} 1`, for example; `{word}` alone lists them.\n", said_again(given))
}

/// A command that stands alone was given something.
pub fn takes_nothing(word: &str, given: &str) -> String {
    format!("`{}` stands alone, without `{}`; `help` lists the commands.\n", escape::line(word), said_again(given))
}

/// Somebody named a key point that is none. Of something that was spoken the delivery can be rated too.
pub fn no_such_point(given: &str, count: usize, is_spoken: bool) -> String {
    let given = said_again(given);
    let points = match count {
        1 => "there is one, number 1".to_owned(),
        _ => format!("the numbers are 1 to {count}"),
    };
    let delivery = if is_spoken { " How you said it is rated by `structure`, `example` or `words`." } else { "" };
    format!("There is no key point `{given}`: {points}.{delivery}\n")
}

pub fn no_score(given: &str) -> String {
    format!("`{}` is no score: give 0, half or 1.\n", said_again(given))
}

pub fn rate_takes_two() -> String {
    "`rate` takes a key point and a score, as in `rate 1 half`; alone it shows the key points.\n".to_owned()
}

pub fn unknown_command(text: &str) -> String {
    format!("There is no command `{}`; `help` lists them.\n", said_again(text))
}
