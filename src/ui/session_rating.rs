//! The sentences around an explanation that its candidate rates.

use crate::model::escape;
use crate::model::event::Score;
use crate::model::question::KeyPoint;
use crate::ui::paint::Look;
use crate::ui::prose;

/// The key points to rate, with what each was given so far.
pub fn key_points(look: Look, points: &[(&KeyPoint, Option<Score>)]) -> String {
    let lines = points.iter().zip(1..).map(|((point, score), number)| {
        let mark = match score {
            None => "   ",
            Some(Score::No) => "  0",
            Some(Score::Half) => "1/2",
            Some(Score::Full) => "  1",
        };
        let text = escape::terminal(&point.text);
        prose::hang(&format!("{number:>2} [{mark}] "), &format!("{text}{}", weight(point)), look.width)
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

pub fn rating_begins(number: usize) -> String {
    format!("Did you say it? Your own judgement of question {number}; what you saved so far is your answer.\n")
}

/// Asks for one score.
pub fn rate_prompt(look: Look, number: usize, count: usize, point: &KeyPoint) -> String {
    let text = format!("{}{}", escape::terminal(&point.text), weight(point));
    let point = prose::hang(&format!("{number} of {count}: "), &text, look.width);
    format!("{point}\n{}\n", look.dim("0, h (half) or 1; any other key leaves"))
}

pub fn rating_left() -> String {
    "The rating stops here; `rate` goes on with it.\n".to_owned()
}

/// How lines rate. Of something that was spoken the delivery can be rated too.
pub fn rate_by_line(is_spoken: bool) -> String {
    let delivery = match is_spoken {
        true => " How you said it stands apart: `rate structure S`, `rate example S`, `rate words S`.",
        false => "",
    };
    format!("Rate with `rate N 0`, `rate N half` or `rate N 1`.{delivery}\n")
}

/// What the points that were rated give.
pub fn knowledge(given: f64, possible: u32, percent: u32) -> String {
    format!("Knowledge: {given} of {possible} points ({percent} %), each key point by its weight.\n")
}

/// What a key point counts, where that is not one.
fn weight(point: &KeyPoint) -> String {
    if point.weight > 1 { format!(" ({} points)", point.weight) } else { String::new() }
}

pub fn nothing_to_rate() -> String {
    "Code is rated by its cases, not by you.\n".to_owned()
}

/// Before key points are shown to somebody who may still write.
pub fn confirm_rating(number: usize) -> String {
    format!("Show the key points of Q{number}? What is saved after that does not count. y or n\n")
}

pub fn rate_before_report() -> String {
    "The clock has stopped. Rate what cannot be run, or press any other key for the report.\n".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

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
}
