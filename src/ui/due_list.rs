//! The questions that are due, a line each.

use crate::model::day::Day;
use crate::model::escape::line;
use crate::model::progress::{Grade, Standing};
use crate::ui::paint::Look;
use crate::ui::width::{pad, width};

/// Kind, level, minutes, what the last day showed, and since when.
const FACTS_WIDTH: usize = 42;

/// Render what is asked, then what is left for another time.
pub fn list(look: Look, asked: &[&Standing], left: &[&Standing], today: Day) -> String {
    let all = || asked.iter().chain(left);
    let slug_width = all().map(|question| width(&look.line(&question.slug))).max().unwrap_or(0);
    let room = look.width.saturating_sub(FACTS_WIDTH + 3);
    // On a narrow screen the facts have a line of their own.
    let is_narrow = slug_width > room;
    let mut text = String::new();
    for (index, question) in all().enumerate() {
        if index == asked.len() {
            text += &format!("{}\n", look.dim("For another time, or with more `--minutes`:"));
        }
        let slug = look.line(&question.slug);
        let facts = look.dim(&facts(question, today));
        text += &if is_narrow {
            format!(" {slug}\n     {facts}\n")
        } else {
            format!(" {}  {facts}\n", pad(&slug, slug_width))
        };
    }
    text
}

fn facts(question: &Standing, today: Day) -> String {
    let showed = match question.grade {
        Some(Grade::Again) => "failed",
        Some(Grade::Hard) => "hard",
        Some(Grade::Good) => "good",
        Some(Grade::Easy) => "easy",
        None => "",
    };
    let since = match question.due.map(|due| today.since(due)) {
        Some(0) => "today".to_owned(),
        Some(days @ 1..) => format!("{days} d late"),
        Some(days) => format!("in {} d", -days),
        None => String::new(),
    };
    let minutes = question.expected_minutes();
    line(&format!("{:<7} {:<6} {minutes:>3} min  {showed:<6}  {since}", question.kind, question.level))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::due;

    fn question(slug: &str, grade: Grade, day: i32) -> Standing {
        Standing { grade: Some(grade), due: Some(Day(day)), ..due(slug) }
    }

    #[test]
    fn each_question_has_a_line_and_a_narrow_screen_two() {
        let (late, today) = (question("gc", Grade::Again, 190), question("lru-cache-from-scratch", Grade::Good, 200));
        insta::assert_snapshot!(list(Look::new(80, false), &[&late], &[&today], Day(200)), @r"
         gc                      predict medium   4 min  failed  10 d late
        For another time, or with more `--minutes`:
         lru-cache-from-scratch  predict medium   4 min  good    today
        ");
        insta::assert_snapshot!(list(Look::new(60, false), &[&late, &today], &[], Day(200)), @r"
         gc
             predict medium   4 min  failed  10 d late
         lru-cache-from-scratch
             predict medium   4 min  good    today
        ");
    }
}
