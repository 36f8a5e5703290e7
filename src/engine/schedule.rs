//! When a question is to be seen again: the memory model of FSRS, fed with one grade a day.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use rs_fsrs::{Parameters, Rating};

use crate::engine::grade::{grade, is_passed};
use crate::model::day::Day;
use crate::model::event::Scope;
use crate::model::practice::Practice;
use crate::model::progress::Grade;

/// The chance to know a question on the day of its review. Nine of ten is what the authors of FSRS take.
pub const WANTED_RECALL: f64 = 0.9;

/// Whoever is expected to know a question so many days more has mastered it, as a card of Anki is mature then.
pub const MASTERED_DAYS: f64 = 21.0;

/// The longest wait, in days: nothing is put off for more than a year.
const LONGEST_WAIT: i32 = 365;

/// What is known of one question that was practised.
#[derive(Debug, Clone, PartialEq)]
pub struct Studied {
    pub checks: usize,
    pub last: Day,
    /// Absent while no day of it could be graded.
    pub memory: Option<Memory>,
    /// Seconds that it took when it was last passed, where they were counted.
    pub used_s: Option<u64>,
}

/// After the last day that could be graded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    pub graded: Day,
    pub grade: Grade,
    pub due: Day,
    /// In so many days the chance to know it sinks to nine of ten.
    pub stability: f64,
    /// From 1 to 10.
    pub difficulty: f64,
}

impl Memory {
    /// Its day has come. On a day that it was graded on it never has: there is no review on the same day.
    pub fn is_due(&self, today: Day) -> bool {
        self.due <= today && self.graded < today
    }
}

/// Every question that was practised. `events` are in order of time.
pub fn studied(events: &[Practice], zone: &TimeZone) -> BTreeMap<String, Studied> {
    let mut days: BTreeMap<&str, BTreeMap<Day, Vec<&Practice>>> = BTreeMap::new();
    for event in events {
        days.entry(&event.slug).or_default().entry(Day::of(event.at_ms, zone)).or_default().push(event);
    }
    days.into_iter().filter_map(|(slug, days)| Some((slug.to_owned(), study(&days)?))).collect()
}

fn study(days: &BTreeMap<Day, Vec<&Practice>>) -> Option<Studied> {
    let mut memory = None;
    for (day, events) in days {
        if let Some(grade) = grade(events) {
            memory = Some(reviewed(memory, *day, grade));
        }
    }
    let events = || days.values().flatten();
    Some(Studied {
        checks: events().count(),
        last: *days.last_key_value()?.0,
        memory,
        used_s: events()
            .filter(|event| event.scope == Scope::All && is_passed(event))
            .filter_map(|event| event.used_s)
            .next_back(),
    })
}

/// The chance that it is known on a day, from 0 to 1.
pub fn recall(memory: &Memory, today: Day) -> f64 {
    Parameters::forgetting_curve(f64::from(today.since(memory.graded).max(0)), memory.stability)
}

/// What is known after one more day that could be graded.
fn reviewed(before: Option<Memory>, day: Day, grade: Grade) -> Memory {
    let parameters =
        Parameters { request_retention: WANTED_RECALL, maximum_interval: LONGEST_WAIT, ..Parameters::default() };
    let rating = match grade {
        Grade::Again => Rating::Again,
        Grade::Hard => Rating::Hard,
        Grade::Good => Rating::Good,
        Grade::Easy => Rating::Easy,
    };
    let (stability, difficulty) = match before {
        None => (parameters.init_stability(rating), parameters.init_difficulty(rating)),
        Some(memory) => {
            let Memory { stability, difficulty, .. } = memory;
            let recall = recall(&memory, day);
            let stability = match rating {
                // What was forgotten is not known for longer than before.
                Rating::Again => parameters.next_forget_stability(difficulty, stability, recall).min(stability),
                _ => parameters.next_recall_stability(difficulty, stability, recall, rating),
            };
            (stability, parameters.next_difficulty(difficulty, rating))
        }
    };
    // What was not passed is learned anew, which begins tomorrow.
    let wait = if grade == Grade::Again { 1 } else { parameters.next_interval(stability, 0) as i32 };
    Memory { graded: day, grade, due: day.plus(wait), stability, difficulty }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::practised;
    use crate::model::verdict::Verdict;

    fn memory(grades: &[(i32, Grade)]) -> Memory {
        grades.iter().fold(None, |before, (day, grade)| Some(reviewed(before, Day(*day), *grade))).unwrap()
    }

    #[test]
    fn the_first_wait_is_longer_the_better_it_was_known() {
        let waits: Vec<i32> = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy]
            .into_iter()
            .map(|grade| memory(&[(100, grade)]).due.since(Day(100)))
            .collect();
        assert_eq!(waits, [1, 1, 3, 15]);
    }

    #[test]
    fn on_its_day_it_is_known_with_the_chance_that_is_wanted() {
        for grades in [&[(0, Grade::Good)][..], &[(0, Grade::Good), (3, Grade::Good)], &[(0, Grade::Easy)]] {
            let memory = memory(grades);
            assert!((recall(&memory, memory.due) - WANTED_RECALL).abs() < 0.01, "{memory:?}");
            assert!((recall(&memory, memory.graded) - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn what_is_forgotten_comes_tomorrow_and_is_known_for_less_long() {
        let known = memory(&[(0, Grade::Good), (3, Grade::Good), (14, Grade::Good)]);
        let forgotten = reviewed(Some(known), Day(60), Grade::Again);
        assert_eq!(forgotten.due, Day(61));
        assert!(forgotten.stability < known.stability && forgotten.difficulty > known.difficulty);
    }

    #[test]
    fn no_wait_is_longer_than_a_year_and_no_number_leaves_its_bounds() {
        let mut last = memory(&[(0, Grade::Easy)]);
        for round in 0..40 {
            let grade = if round % 13 == 12 { Grade::Again } else { Grade::Easy };
            last = reviewed(Some(last), last.due.plus(round % 3 * 100), grade);
            let wait = last.due.since(last.graded);
            assert!((1..=LONGEST_WAIT).contains(&wait) && last.stability.is_finite(), "{last:?}");
            assert!((1.0..=10.0).contains(&last.difficulty), "{last:?}");
        }
    }

    #[test]
    fn a_day_that_was_graded_has_no_review_and_a_clock_that_was_set_back_breaks_nothing() {
        let memory = memory(&[(100, Grade::Again)]);
        assert!(!memory.is_due(Day(100)) && memory.is_due(Day(101)) && !memory.is_due(Day(50)));
        assert!(reviewed(Some(memory), Day(90), Grade::Good).stability > 0.0);
    }

    #[test]
    fn checks_of_one_day_are_one_grade() {
        let fails = |number, day| Practice { verdict: Verdict::Fail, ..practised(number, day, "gil") };
        let events = [fails(1, 0), practised(2, 0, "gil"), practised(3, 0, "gil"), fails(4, 9)];
        let studied = studied(&events, &TimeZone::UTC);
        let gil = &studied["gil"];
        assert_eq!((gil.checks, gil.used_s, studied.len()), (4, Some(500), 1));
        assert_eq!(gil.memory.unwrap().grade, Grade::Again);
        assert_eq!(gil.memory.unwrap().due.since(gil.last), 1);
    }
}
