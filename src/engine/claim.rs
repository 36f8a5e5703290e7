//! The complexity card: compare what a candidate says that an answer costs with the author's classes and with what was
//! counted. Pure; the count may be of an answer that lies about itself, and then only its own card is wrong.

use crate::engine::session::Session;
use crate::model::claim::{Claim, JudgedClaim, Outcome};
use crate::model::growth::{Class, Growth, NoClass};
use crate::model::question::{Classes, Question};

/// The classes that a claim is compared with; none when the question has no card.
pub fn classes(question: &Question) -> Option<Classes> {
    question.complexity.as_ref()?.classes
}

/// What became of the claim that was made last of a question of a session; none without one.
pub fn of(session: &Session, question: usize, material: &Question) -> Option<JudgedClaim> {
    let progress = session.progress(question);
    let claimed = progress.claims.last()?;
    Some(judge(claimed.claim.clone(), classes(material)?, progress.counted.get(&claimed.sha256)))
}

/// The version that passed last was counted, and costs more than the author's answer.
pub fn is_code_worse(session: &Session, question: usize, material: &Question) -> bool {
    let counted = session.passed(question).and_then(|passed| {
        let growth = session.progress(question).counted.get(&passed.summary.sha256)?;
        growth.class.zip(classes(material))
    });
    counted.is_some_and(|(class, author)| class > author.time)
}

/// A class as a candidate chooses it: by its number in [`Class::ALL`], from 1, or written out. A blank `1` is the number,
/// which is the class O(1) as well.
pub fn read_class(text: &str) -> Result<Class, NoClass> {
    let number: Option<usize> = text.trim().parse().ok();
    let chosen = number.and_then(|number| Class::ALL.get(number.checked_sub(1)?)).copied();
    chosen.map_or_else(|| text.parse(), Ok)
}

/// A claim in one line: a class of time, one of space, and why. None of it is `None`; a class may have blanks within `O(…)`.
pub fn read_claim(line: &str) -> Result<Claim, Option<NoClass>> {
    let (time, rest) = first_class(line).ok_or(None)?;
    let time = read_class(time).map_err(Some)?;
    let (space, why) = first_class(rest).ok_or_else(|| Some(NoClass(String::new())))?;
    let space = read_class(space).map_err(Some)?;
    Ok(Claim { time, space, why: why.trim().to_owned() })
}

/// The first word, or all of `O(…)`, and what follows.
fn first_class(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let is_whole = line.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("o("));
    let mut depth = 0;
    let end = line.char_indices().find(|(_, sign)| {
        depth += i32::from(*sign == '(') - i32::from(*sign == ')');
        sign.is_whitespace() && (!is_whole || depth <= 0)
    });
    let (first, rest) = line.split_at(end.map_or(line.len(), |(place, _)| place));
    (!first.is_empty()).then_some((first, rest))
}

/// Compare a claim. Without a count (or with one that decided nothing) the author's class stands for the code.
pub fn judge(claim: Claim, author: Classes, growth: Option<&Growth>) -> JudgedClaim {
    let counted = growth.map(Growth::shown).unwrap_or_default();
    let time = time(claim.time, author.time, &counted);
    let space = if claim.space == author.space { Outcome::Right } else { Outcome::Wrong };
    JudgedClaim { claim, time, space, author, counted }
}

fn time(claim: Class, author: Class, counted: &[Class]) -> Outcome {
    let is_known = claim == author || counted.contains(&claim);
    match counted {
        _ if !is_known => Outcome::Wrong,
        [code] if *code > author => Outcome::WorseCode,
        _ => Outcome::Right,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use Class::{Constant, Linear, Linearithmic, Logarithmic, Quadratic};
    use Outcome::{Right, WorseCode, Wrong};

    const AUTHOR: Classes = Classes { time: Linear, space: Constant };

    fn judged(time: Class, class: Option<Class>, nearest: &[Class]) -> Outcome {
        let growth = Growth { class, nearest: nearest.to_vec(), ..Growth::default() };
        let claim = Claim { time, space: Constant, why: "one pass".to_owned() };
        judge(claim, AUTHOR, Some(&growth)).time
    }

    #[test]
    fn a_claim_is_right_of_code_that_is_as_good_as_the_authors() {
        let fits = [Linear, Linearithmic];
        assert_eq!(judged(Linear, Some(Linear), &fits), Right);
        // The next best class of a decided count is no excuse.
        assert_eq!(judged(Linearithmic, Some(Linear), &fits), Wrong);
        assert_eq!(judged(Constant, Some(Linear), &fits), Wrong);
    }

    #[test]
    fn code_that_is_worse_is_said_to_be_whichever_of_the_two_was_claimed() {
        let fits = [Quadratic, Linearithmic];
        assert_eq!(judged(Quadratic, Some(Quadratic), &fits), WorseCode);
        assert_eq!(judged(Linear, Some(Quadratic), &fits), WorseCode);
        assert_eq!(judged(Constant, Some(Quadratic), &fits), Wrong);
    }

    #[test]
    fn code_that_is_better_than_the_authors_is_right() {
        assert_eq!(judged(Logarithmic, Some(Logarithmic), &[Logarithmic, Linear]), Right);
    }

    #[test]
    fn an_undecided_count_accepts_what_it_cannot_tell_apart() {
        let fits = [Linearithmic, Linear];
        assert_eq!(judged(Linear, None, &fits), Right);
        assert_eq!(judged(Linearithmic, None, &fits), Right);
        assert_eq!(judged(Quadratic, None, &fits), Wrong);
    }

    #[test]
    fn without_a_count_the_author_decides_and_space_is_never_counted() {
        assert_eq!(judged(Linear, None, &[]), Right);
        assert_eq!(judged(Quadratic, None, &[]), Wrong);
        let claim = Claim { time: Linear, space: Linear, why: String::new() };
        let judged = judge(claim, AUTHOR, None);
        assert_eq!((judged.time, judged.space), (Right, Wrong));
    }

    #[test]
    fn a_claim_is_read_from_one_line() {
        let read = |line: &str| read_claim(line).map(|claim| (claim.time, claim.space, claim.why));
        let why = |why: &str| why.to_owned();
        assert_eq!(read("3 1  one pass, two indices "), Ok((Linear, Constant, why("one pass, two indices"))));
        assert_eq!(read("O(n log n) o(n) it sorts"), Ok((Linearithmic, Linear, why("it sorts"))));
        assert_eq!(read("n^2 O( log(n) )"), Ok((Quadratic, Logarithmic, why(""))));
        assert_eq!(read("  "), Err(None));
        assert_eq!(read("fast 1 x"), Err(Some(NoClass(why("fast")))));
        assert_eq!(read("3"), Err(Some(NoClass(why("")))));
        assert_eq!(read("O(n"), Err(Some(NoClass(why("O(n")))));
    }

    #[test]
    fn a_class_is_chosen_by_number_or_by_name() {
        assert_eq!(read_class("1"), Ok(Constant));
        assert_eq!(read_class(" 3 "), Ok(Linear));
        assert_eq!(read_class("n log n"), Ok(Linearithmic));
        assert!(read_class("0").is_err() && read_class("8").is_err() && read_class("").is_err());
    }
}
