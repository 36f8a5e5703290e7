//! A follow-up as an interviewer puts it, and what a good answer to it says.

use crate::model::escape;
use crate::model::event::{Asker, Score};
use crate::ui::paint::Look;
use crate::ui::prose;

/// The follow-up, and how its answer is shown.
pub fn asked(look: Look, number: usize, ask: &str, by: Asker, has_keys: bool) -> String {
    let who = match by {
        Asker::Greenroom => format!("Follow-up to Q{number}: "),
        Asker::Interviewer => format!("Follow-up to Q{number}, from your interviewer: "),
    };
    let how = if has_keys {
        "Answer aloud, then [w] shows what a good answer says. Any other key goes on."
    } else {
        "Answer aloud; `follow` shows what a good answer says, then `follow 0`, `half` or `1` rates yours."
    };
    let ask = prose::wrap(&escape::terminal(&format!("{who}{ask}")), look.width);
    format!("\n{}\n{}\n", look.bold(&ask), look.dim(&prose::wrap(how, look.width)))
}

/// What a good answer says; the candidate rates the own one against it.
pub fn answer(look: Look, answer: &str, has_keys: bool) -> String {
    let how = if has_keys {
        "How much of that did you say? 0, h (half) or 1; any other key leaves it."
    } else {
        "How much of that did you say? `follow 0`, `follow half` or `follow 1`."
    };
    let answer = prose::wrap(&escape::terminal(&format!("A good answer: {answer}")), look.width);
    format!("{answer}\n{}\n", look.dim(&prose::wrap(how, look.width)))
}

pub fn rated(score: Score) -> String {
    format!("Noted: {} of 1, by your own judgement. `follow` asks for another one.\n", score.points())
}

pub fn nothing_to_rate() -> String {
    "No follow-up waits for a score; `follow` asks for one.\n".to_owned()
}

pub fn too_early(is_explained: bool) -> String {
    let when = if is_explained { "your key points are shown" } else { "the answer has passed a whole check" };
    format!("Follow-ups come when {when}.\n")
}

pub fn no_more(asked: usize) -> String {
    match asked {
        0 => "This question has no follow-up.\n".to_owned(),
        _ => "There are no more follow-ups to this question.\n".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    #[test]
    fn a_follow_up_is_asked_answered_and_rated() {
        let ask = "How do you merge k sorted lists with n items in total?";
        let text = asked(LOOK, 2, ask, Asker::Greenroom, true)
            + &answer(LOOK, "Keep the front of each list in a heap of size k: `O(n log k)`.", true)
            + &rated(Score::Half);
        insta::assert_snapshot!(text, @r"

        Follow-up to Q2: How do you merge k sorted lists with n
        items in total?
        Answer aloud, then [w] shows what a good answer says. Any
        other key goes on.
        A good answer: Keep the front of each list in a heap of size
        k: `O(n log k)`.
        How much of that did you say? 0, h (half) or 1; any other
        key leaves it.
        Noted: 0.5 of 1, by your own judgement. `follow` asks for another one.
        ");
    }

    #[test]
    fn hostile_text_of_a_bank_is_inert() {
        let hostile = "\u{1b}[2J\u{202e}";
        let text = asked(LOOK, 1, hostile, Asker::Interviewer, false) + &answer(LOOK, hostile, false);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    }
}
