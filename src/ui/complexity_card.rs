//! The complexity card: the classes to choose from, and what became of a claim.

use crate::model::claim::{JudgedClaim, Outcome};
use crate::model::escape::inert;
use crate::model::growth::Class;
use crate::model::verdict::Verdict;
use crate::ui::paint::{Look, Tone};
use crate::ui::prose::hang;
use crate::ui::width::width;

/// The question and its choices, which are answered by number or by name: time, then space, then one sentence.
pub fn choices(look: Look) -> Vec<String> {
    let mut lines = hang("", QUESTION, look.width).split('\n').map(str::to_owned).collect::<Vec<_>>();
    let mut line = String::from(" ");
    for (index, class) in Class::ALL.iter().enumerate() {
        let choice = format!(" {} {}  ", index + 1, class);
        if width(&line) + width(choice.trim_end()) > look.width {
            lines.push(std::mem::replace(&mut line, String::from(" ")));
        }
        line.push_str(&choice);
    }
    lines.push(line);
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

const QUESTION: &str = "What does your answer cost for an input of size n? Choose a class of time and one of space, and say why in a sentence.";

/// What became of a claim: a line for time and one for space, wrapped, and the sentence.
pub fn result(look: Look, judged: &JudgedClaim) -> Vec<String> {
    let author = judged.author;
    let counted = match judged.counted[..] {
        [class] => format!("Your code was counted as {class}, and the author's answer is {}", author.time),
        [one, other, ..] => {
            format!(
                "The count cannot tell {} from {}; the author's answer is {}",
                one.min(other),
                one.max(other),
                author.time
            )
        }
        [] => format!("The author's answer is {}", author.time),
    };
    let space = format!("The author's answer takes {}", author.space);
    let words = judged.time_in_words();
    let mut lines = half(look, "time", judged.claim.time, (judged.time, words), &counted);
    lines.extend(half(look, "space", judged.claim.space, (judged.space, judged.space.in_words()), &space));
    if !judged.claim.why.trim().is_empty() {
        let why = hang("  ", &format!("You said: {}", look.line(judged.claim.why.trim())), look.width);
        lines.extend(why.split('\n').map(|line| inert(&look.dim(line))));
    }
    lines
}

fn half(look: Look, name: &str, class: Class, (outcome, word): (Outcome, &str), because: &str) -> Vec<String> {
    let (verdict, tone) = match outcome {
        Outcome::Right => (Verdict::Pass, Tone::Good),
        Outcome::WorseCode => (Verdict::Internal, Tone::Caution),
        Outcome::Wrong => (Verdict::Fail, Tone::Bad),
    };
    let start = format!("  {} ", look.mark(verdict));
    let text = hang(&start, &format!("{name} {class}: {word}. {because}."), look.width);
    // The colour must not be counted as width, so it comes after the wrapping.
    let mark = look.paint(tone, look.mark(verdict));
    text.split('\n').map(|line| line.replacen(look.mark(verdict), &mark, 1)).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::model::claim::Claim;
    use crate::model::question::Classes;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    fn judged(time: Outcome, counted: &[Class], why: &str) -> JudgedClaim {
        let author = Classes { time: Class::Linear, space: Class::Constant };
        let claim = Claim { time: Class::Quadratic, space: Class::Constant, why: why.to_owned() };
        JudgedClaim { claim, time, space: Outcome::Right, author, counted: counted.to_vec() }
    }

    #[test]
    fn the_choices_fit_a_narrow_screen() {
        let shown = choices(Look { width: 40, ..LOOK });
        assert!(shown.iter().all(|line| width(line) <= 40), "{shown:?}");
        assert_snapshot!(choices(LOOK).join("\n"), @r"
        What does your answer cost for an input of size n? Choose a
        class of time and one of space, and say why in a sentence.
          1 O(1)   2 O(log n)   3 O(n)   4 O(n log n)   5 O(n^2)
          6 O(n^3)   7 O(2^n)
        ");
    }

    #[test]
    fn each_outcome_says_what_it_was_compared_with() {
        let worse = judged(Outcome::WorseCode, &[Class::Quadratic], "a loop in a loop \u{1b}[31m");
        assert_snapshot!(result(LOOK, &worse).join("\n"), @r"
          ! time O(n^2): right, but the code is worse. Your code was
            counted as O(n^2), and the author's answer is O(n).
          ✓ space O(1): right. The author's answer takes O(1).
          You said: a loop in a loop \x1b[31m
        ");
        let wrong = judged(Outcome::Wrong, &[], "");
        assert_snapshot!(result(LOOK, &wrong).join("\n"), @r"
          ✗ time O(n^2): wrong. The author's answer is O(n).
          ✓ space O(1): right. The author's answer takes O(1).
        ");
    }
}
