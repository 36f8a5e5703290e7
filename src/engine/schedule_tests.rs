//! Sixty days of reviews with a clock that is told: a learner who forgets as FSRS expects, ten minutes a day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::engine::due::{askable, choose};
use crate::engine::progress::progress;
use crate::engine::schedule::{WANTED_RECALL, studied};
use crate::model::day::Day;
use crate::model::practice::Practice;
use crate::model::progress::{Grade, Standing, Status};
use crate::model::question::{Difficulty, Kind, Summary};
use crate::model::testing::{at, practised};
use crate::model::verdict::Verdict;

const DAYS: u64 = 60;
const MINUTES: u32 = 10;
const QUESTIONS: usize = 120;

/// Questions of four minutes, as most predictions of the bank.
fn bank() -> Vec<Summary> {
    let summary = |number: usize| Summary {
        slug: format!("q{number:03}"),
        title: String::new(),
        kind: Kind::Code,
        topic: "t".to_owned(),
        level: Difficulty::Easy,
        minutes: 4,
        seeds: vec![],
        family: None,
        tags: vec![],
        aliases: vec![],
    };
    (0..QUESTIONS).map(summary).collect()
}

/// What was asked and answered on each day.
struct Played {
    events: Vec<Practice>,
    /// Day, question, what was known of it before, whether it was passed.
    reviews: Vec<(u64, Standing, bool)>,
    /// How many were due on each day.
    due: Vec<usize>,
}

/// A number from 0 to 1 that looks random and is the same each time.
fn chance(day: u64, slug: &str) -> f64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ day;
    for byte in slug.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 29;
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as f64 / f64::from(1 << 24)
}

/// What is due, as much as fits, then a new question; no practice on every seventh day. Six of ten new questions
/// are passed, and each review is passed with the chance that FSRS gives it.
fn play() -> Played {
    let bank = bank();
    let mut played = Played { events: Vec::new(), reviews: Vec::new(), due: Vec::new() };
    let mut number = 0;
    let mut answer = |day: u64, slug: &str, passes: bool| {
        number += 1;
        let verdict = if passes { Verdict::Pass } else { Verdict::Fail };
        Practice { verdict, used_s: Some(110), budget_s: 200, ..practised(number, day, slug) }
    };
    for day in 0..DAYS {
        let today = Day::of(at(86_400 * day).wall_ms, &TimeZone::UTC);
        let progress = progress(&bank, &[], &played.events, &TimeZone::UTC, today);
        let due = askable(&progress, false);
        played.due.push(due.len());
        if day % 7 == 6 {
            continue;
        }
        for question in choose(&due, MINUTES).asked {
            let passes = chance(day, &question.slug) < question.recall.unwrap();
            played.events.push(answer(day, &question.slug, passes));
            played.reviews.push((day, question.clone(), passes));
        }
        let new = progress.questions.iter().filter(|question| question.status == Status::New).take(1);
        played.events.extend(new.map(|question| answer(day, &question.slug, chance(day, &question.slug) < 0.6)));
    }
    played
}

#[test]
fn sixty_days_have_no_question_twice_on_a_day_and_none_before_its_time() {
    let played = play();
    let mut asked = BTreeSet::new();
    for (day, question, _) in &played.reviews {
        let today = Day::of(at(86_400 * day).wall_ms, &TimeZone::UTC);
        assert!(asked.insert((*day, question.slug.clone())), "{} twice on day {day}", question.slug);
        assert!(question.due <= Some(today) && question.last < Some(today), "{question:?} on {today}");
    }
    let mut practised = BTreeSet::new();
    for event in &played.events {
        assert!(practised.insert((event.at_ms, event.slug.clone())), "{} twice in a day", event.slug);
    }
}

#[test]
fn sixty_days_never_ask_for_more_minutes_than_there_are() {
    let mut minutes: BTreeMap<u64, u32> = BTreeMap::new();
    for (day, question, _) in play().reviews {
        *minutes.entry(day).or_default() += question.expected_minutes();
    }
    assert!(minutes.values().all(|minutes| *minutes <= MINUTES), "{minutes:?}");
    assert!(minutes.len() > 40, "{} days with reviews", minutes.len());
}

#[test]
fn sixty_days_bring_back_what_failed_the_next_day_and_what_passed_ever_later() {
    let played = play();
    let studied = studied(&played.events, &TimeZone::UTC);
    let mut waits: BTreeMap<&str, Vec<(i32, bool)>> = BTreeMap::new();
    for (day, question, passes) in &played.reviews {
        let today = Day::of(at(86_400 * day).wall_ms, &TimeZone::UTC);
        let wait = question.due.unwrap().since(question.graded.unwrap());
        assert!(wait >= 1);
        if question.grade == Some(Grade::Again) {
            assert_eq!(wait, 1, "{} failed", question.slug);
        }
        waits.entry(&question.slug).or_default().push((wait, *passes));
        assert!(today.since(question.due.unwrap()) < 8, "{} waited too long", question.slug);
    }
    for (slug, waits) in waits {
        for pair in waits.windows(2) {
            if pair[0].1 {
                assert!(pair[1].0 >= pair[0].0, "{slug}: {waits:?}");
            }
        }
    }
    assert!(studied.values().filter_map(|studied| studied.memory).any(|memory| memory.stability > 21.0));
}

#[test]
#[expect(clippy::print_stdout, reason = "the lists are worth a look with `--nocapture`")]
fn sixty_days_end_with_a_list_that_can_be_worked_off() {
    let played = play();
    let worst = played.due.iter().max().unwrap();
    let passed = played.reviews.iter().filter(|(_, _, passes)| *passes).count() as f64;
    let share = passed / played.reviews.len() as f64;
    println!("due by day {:?}; {} reviews, {share:.2} passed", played.due, played.reviews.len());
    assert!(*worst <= 15 && played.due[DAYS as usize - 1] <= 10, "{:?}", played.due);
    assert!((WANTED_RECALL - 0.1..=1.0).contains(&share), "{share}");
}
