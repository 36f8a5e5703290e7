//! What a review asks: of all that is due, as much as fits the minutes that somebody has.

use crate::model::progress::{Progress, Standing};

/// A choice of what is due.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<'a> {
    /// In the order in which they are asked.
    pub asked: Vec<&'a Standing>,
    /// Due, and left for another time.
    pub left: Vec<&'a Standing>,
}

/// What fits into so many minutes, the most forgotten first. What is too long for the rest of the time lets shorter ones
/// pass; when nothing fits at all, the shortest is asked alone.
pub fn choose<'a>(due: &[&'a Standing], minutes: u32) -> Choice<'a> {
    let mut choice = Choice { asked: Vec::new(), left: Vec::new() };
    let mut free = minutes;
    for question in due {
        match free.checked_sub(question.expected_minutes()) {
            Some(rest) => {
                free = rest;
                choice.asked.push(*question);
            }
            None => choice.left.push(*question),
        }
    }
    if choice.asked.is_empty()
        && let Some(shortest) = (0..choice.left.len()).min_by_key(|index| choice.left[*index].expected_minutes())
    {
        choice.asked.push(choice.left.remove(shortest));
    }
    choice
}

/// What may be asked: what is due, and with `again` also what was answered today already.
pub fn askable(progress: &Progress, again: bool) -> Vec<&Standing> {
    let mut askable = progress.due();
    if again {
        askable.extend(progress.questions.iter().filter(|question| question.graded == Some(progress.today)));
    }
    askable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::due;

    fn question(slug: &str, minutes: u32, used_s: Option<u64>) -> Standing {
        Standing { minutes, used_s, ..due(slug) }
    }

    fn chosen(questions: &[Standing], minutes: u32) -> (Vec<&str>, Vec<&str>) {
        let due: Vec<&Standing> = questions.iter().collect();
        let choice = choose(&due, minutes);
        let slugs = |questions: &[&Standing]| -> Vec<&str> {
            let found = questions.iter().map(|question| due.iter().find(|due| due.slug == question.slug));
            found.map(|due| due.expect("it was due").slug.as_str()).collect()
        };
        (slugs(&choice.asked), slugs(&choice.left))
    }

    #[test]
    fn as_much_is_asked_as_fits_and_the_most_forgotten_first() {
        let questions =
            [question("a", 4, None), question("long", 20, None), question("b", 5, None), question("c", 4, None)];
        assert_eq!(chosen(&questions, 10), (vec!["a", "b"], vec!["long", "c"]));
        assert_eq!(chosen(&questions, 33), (vec!["a", "long", "b", "c"], vec![]));
        assert_eq!(chosen(&[], 10), (vec![], vec![]));
    }

    #[test]
    fn what_is_longer_than_the_whole_review_is_asked_alone() {
        assert_eq!(chosen(&[question("a", 30, None), question("b", 20, None)], 10), (vec!["b"], vec!["a"]));
    }

    #[test]
    fn a_question_takes_as_long_as_it_took_and_never_longer_than_it_should() {
        let questions =
            [question("quick", 20, Some(241)), question("slow", 5, Some(3_600)), question("at-once", 5, Some(0))];
        let minutes: Vec<u32> = questions.iter().map(Standing::expected_minutes).collect();
        assert_eq!(minutes, [5, 5, 1]);
        assert_eq!(chosen(&questions, 10).0, ["quick", "slow"]);
    }
}
