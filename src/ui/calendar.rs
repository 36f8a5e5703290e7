//! A calendar of the last weeks: a column a week, in each cell how many questions were practised on that day.

use std::collections::BTreeMap;

use crate::model::day::Day;
use crate::model::progress::PractisedDay;
use crate::ui::paint::Look;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The name of a weekday and what stands before it.
const MARGIN: usize = 5;

/// A number and what stands on both sides of it.
const CELL: usize = 3;

/// More weeks say no more of a habit.
const MOST_WEEKS: usize = 18;

/// The weeks up to today, as many as the screen has room for.
pub fn calendar(look: Look, days: &[PractisedDay], today: Day) -> String {
    let weeks = (look.width.saturating_sub(MARGIN) / CELL).clamp(1, MOST_WEEKS);
    let first = today.monday().plus(-7 * (weeks as i32 - 1));
    let questions: BTreeMap<Day, usize> = days.iter().map(|day| (day.day, day.questions)).collect();
    let mut text = format!("{}{}\n", " ".repeat(MARGIN), look.dim(months(first, weeks).trim_end()));
    for (weekday, name) in (0..).zip(WEEKDAYS) {
        text += &format!(" {} ", look.dim(name));
        for week in 0..weeks as i32 {
            let day = first.plus(7 * week + weekday);
            if day <= today {
                text += &cell(look, questions.get(&day).copied().unwrap_or(0), day == today);
            }
        }
        text = text.trim_end().to_owned();
        text.push('\n');
    }
    text
}

fn cell(look: Look, questions: usize, is_today: bool) -> String {
    let number = match questions {
        0 if look.unicode => look.dim("·"),
        0 => look.dim("."),
        1..=9 => look.good(&questions.to_string()),
        _ => look.good("+"),
    };
    if is_today { format!("[{number}]") } else { format!(" {number} ") }
}

/// The name of each month above the week in which it begins.
fn months(first: Day, weeks: usize) -> String {
    let mut line = String::new();
    for week in 0..weeks {
        let monday = first.plus(7 * week as i32);
        let is_new = week == 0 || monday.plus(6).month() != monday.plus(-1).month();
        let column = week * CELL;
        // A name that would touch the one before has to go.
        if is_new && line.len() <= column {
            line += &" ".repeat(column - line.len());
            line += monday.plus(6).month();
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    fn practised(day: Day, questions: usize) -> PractisedDay {
        PractisedDay { day, questions, checks: questions }
    }

    #[test]
    fn numbers_stand_on_their_days_and_today_in_brackets() {
        // A Wednesday.
        let today = Day(20_782);
        assert_eq!(today.to_string(), "2026-11-25");
        let days = [practised(today.plus(-60), 2), practised(today.plus(-9), 12), practised(today.plus(-1), 1)];
        insta::assert_snapshot!(calendar(Look::new(60, false), &days, today), @r"
             Aug            Sep         Oct         Nov
         Mon  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  +  ·
         Tue  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  1
         Wed  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · [·]
         Thu  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
         Fri  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
         Sat  ·  ·  ·  ·  ·  ·  ·  ·  2  ·  ·  ·  ·  ·  ·  ·  ·
         Sun  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
        ");
        let empty = calendar(Look { unicode: false, ..Look::new(60, false) }, &[], today);
        assert!(empty.is_ascii() && empty.contains("[.]"), "{empty}");
    }

    #[test]
    fn no_line_is_wider_than_the_screen_on_any_day() {
        for columns in [40, 60, 100] {
            for day in 20_700..21_100 {
                let text = calendar(Look::new(columns, false), &[], Day(day));
                assert!(text.lines().all(|line| width(line) <= columns), "{day}\n{text}");
                assert_eq!(text.lines().count(), 8, "{text}");
            }
        }
    }
}
