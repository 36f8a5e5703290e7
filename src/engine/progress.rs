//! How far somebody has come: the questions of a bank and its seeds, each with its status, the days of practice, the streak.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::engine::schedule::{MASTERED_DAYS, Studied, recall, studied};
use crate::model::day::Day;
use crate::model::practice::Practice;
use crate::model::progress::{Counts, Grade, Group, PractisedDay, Progress, Standing, Status, Streak};
use crate::model::question::Summary;
use crate::model::seed::Seed;

/// The progress on a day. `events` are in order of time; `summaries` by topic, level and slug, as a bank has them.
pub fn progress(summaries: &[Summary], seeds: &[Seed], events: &[Practice], zone: &TimeZone, today: Day) -> Progress {
    // What was practised under a name of before counts for the question that has it now.
    let names: BTreeMap<&str, &str> = summaries
        .iter()
        .flat_map(|question| question.aliases.iter().map(|alias| (alias.as_str(), question.slug.as_str())))
        .collect();
    let slugs: BTreeSet<&str> = summaries.iter().map(|question| question.slug.as_str()).collect();
    let events: Vec<Practice> = events
        .iter()
        .map(|event| match names.get(event.slug.as_str()) {
            Some(slug) if !slugs.contains(event.slug.as_str()) => {
                Practice { slug: (*slug).to_owned(), ..event.clone() }
            }
            _ => event.clone(),
        })
        .collect();
    let studied = studied(&events, zone);
    let questions: Vec<Standing> =
        summaries.iter().map(|question| standing(question, studied.get(&question.slug), today)).collect();
    let statuses: BTreeMap<&str, Status> =
        questions.iter().map(|question| (question.slug.as_str(), question.status)).collect();
    let seeds: Vec<(&Seed, Status)> =
        seeds.iter().map(|seed| (seed, statuses.get(seed.slug.as_str()).copied().unwrap_or(Status::New))).collect();
    let days = days(&events, zone);
    Progress {
        today,
        streak: streak(&days, today),
        entries: counted(questions.iter().map(|question| question.status)),
        seeds: counted(seeds.iter().map(|(_, status)| *status)),
        levels: groups(&questions, &seeds, |question| question.level, |seed| seed.level),
        topics: groups(&questions, &seeds, |question| question.topic.clone(), |seed| seed.topic.clone()),
        elsewhere: studied.keys().filter(|slug| !slugs.contains(slug.as_str())).count(),
        days,
        confidence: Vec::new(),
        questions,
    }
}

fn standing(question: &Summary, studied: Option<&Studied>, today: Day) -> Standing {
    let memory = studied.and_then(|studied| studied.memory);
    Standing {
        slug: question.slug.clone(),
        title: question.title.clone(),
        kind: question.kind,
        topic: question.topic.clone(),
        level: question.level,
        minutes: question.minutes,
        status: status(studied, today),
        checks: studied.map_or(0, |studied| studied.checks),
        last: studied.map(|studied| studied.last),
        graded: memory.map(|memory| memory.graded),
        grade: memory.map(|memory| memory.grade),
        due: memory.map(|memory| memory.due),
        stability_days: memory.map(|memory| rounded(memory.stability)),
        recall: memory.map(|memory| rounded(recall(&memory, today))),
        used_s: studied.and_then(|studied| studied.used_s),
    }
}

/// To thousandths, as far as anybody reads it.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

fn status(studied: Option<&Studied>, today: Day) -> Status {
    match studied.map(|studied| studied.memory) {
        None => Status::New,
        Some(None) => Status::Tried,
        Some(Some(memory)) if memory.is_due(today) => Status::Due,
        Some(Some(memory)) if memory.grade == Grade::Again => Status::Tried,
        Some(Some(memory)) if memory.stability >= MASTERED_DAYS => Status::Mastered,
        Some(Some(_)) => Status::Passed,
    }
}

fn counted(statuses: impl Iterator<Item = Status>) -> Counts {
    let mut counts = Counts::default();
    statuses.for_each(|status| counts += status);
    counts
}

/// A group for each key that a question or a seed has, in the order of keys.
fn groups<K: Ord + ToString>(
    questions: &[Standing],
    seeds: &[(&Seed, Status)],
    key_of: impl Fn(&Standing) -> K,
    key_of_seed: impl Fn(&Seed) -> K,
) -> Vec<Group> {
    let mut groups: BTreeMap<K, (Counts, Counts)> = BTreeMap::new();
    for question in questions {
        groups.entry(key_of(question)).or_default().0 += question.status;
    }
    for (seed, status) in seeds {
        groups.entry(key_of_seed(seed)).or_default().1 += *status;
    }
    let group = |(name, (entries, seeds)): (K, _)| Group { name: name.to_string(), entries, seeds };
    groups.into_iter().map(group).collect()
}

/// The days on which something was practised.
fn days(events: &[Practice], zone: &TimeZone) -> Vec<PractisedDay> {
    let mut days: BTreeMap<Day, (BTreeSet<&str>, usize)> = BTreeMap::new();
    for event in events {
        let (questions, checks) = days.entry(Day::of(event.at_ms, zone)).or_default();
        questions.insert(&event.slug);
        *checks += 1;
    }
    days.into_iter()
        .map(|(day, (questions, checks))| PractisedDay { day, questions: questions.len(), checks })
        .collect()
}

fn streak(days: &[PractisedDay], today: Day) -> Streak {
    let (mut longest, mut row) = (0, 0);
    let mut previous = None;
    let mut current = 0;
    for PractisedDay { day, .. } in days {
        row = if previous == Some(day.plus(-1)) { row + 1 } else { 1 };
        longest = longest.max(row);
        if (0..=1).contains(&today.since(*day)) {
            current = row;
        }
        previous = Some(*day);
    }
    Streak { days: current, longest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::{Difficulty, Kind};
    use crate::model::testing::{at, practised};
    use crate::model::verdict::Verdict;

    fn summary(slug: &str, topic: &str, level: Difficulty) -> Summary {
        Summary {
            slug: slug.to_owned(),
            title: slug.to_uppercase(),
            kind: Kind::Code,
            topic: topic.to_owned(),
            level,
            minutes: 10,
            seeds: vec![],
            family: None,
            tags: vec![],
            aliases: vec![format!("old-{slug}")],
        }
    }

    fn seed(number: u32, slug: &str) -> Seed {
        Seed {
            seed: "A".to_owned(),
            number,
            text: "?".to_owned(),
            level: Difficulty::Easy,
            section: None,
            topic: "memory".to_owned(),
            slug: slug.to_owned(),
            kind: Kind::Code,
        }
    }

    fn on(day: u64, events: &[Practice]) -> Progress {
        let bank = [
            summary("slots", "classes", Difficulty::Medium),
            summary("weakref", "memory", Difficulty::Hard),
            summary("gc", "memory", Difficulty::Hard),
            summary("gil", "memory", Difficulty::Hard),
        ];
        let seeds = [seed(1, "slots"), seed(2, "slots"), seed(3, "gone")];
        progress(&bank, &seeds, events, &TimeZone::UTC, Day::of(at(86_400 * day).wall_ms, &TimeZone::UTC))
    }

    fn fails(number: u32, day: u64, slug: &str) -> Practice {
        Practice { verdict: Verdict::Fail, ..practised(number, day, slug) }
    }

    #[test]
    fn each_question_has_one_status_and_seeds_have_that_of_their_question() {
        let events = [fails(1, 0, "weakref"), practised(2, 0, "slots"), practised(3, 0, "elsewhere")];
        let progress = on(0, &events);
        assert_eq!(progress.entries, Counts { new: 2, tried: 1, passed: 1, ..Counts::default() });
        assert_eq!(progress.seeds, Counts { new: 1, passed: 2, ..Counts::default() });
        assert_eq!(progress.elsewhere, 1);
        let topic = &progress.topics[1];
        assert_eq!((topic.name.as_str(), topic.entries.total(), topic.seeds.total()), ("memory", 3, 3));
        let levels: Vec<&str> = progress.levels.iter().map(|level| level.name.as_str()).collect();
        assert_eq!(levels, ["easy", "medium", "hard"]);
    }

    #[test]
    fn what_failed_is_due_the_next_day_and_what_passed_later() {
        let events = [fails(1, 0, "weakref"), practised(2, 0, "slots")];
        let slugs = |day| on(day, &events).due().iter().map(|due| due.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs(0), [""; 0]);
        assert_eq!(slugs(1), ["weakref"]);
        assert_eq!(slugs(30), ["weakref", "slots"], "the most forgotten comes first");
    }

    #[test]
    fn a_question_is_mastered_when_it_will_be_known_for_three_weeks_and_due_when_its_day_comes() {
        let mut events = vec![practised(1, 0, "slots")];
        let mut day = 0;
        for number in 2..8 {
            let question = on(day, &events).questions[0].clone();
            day += question.due.unwrap().since(question.last.unwrap()) as u64;
            assert_eq!(on(day, &events).questions[0].status, Status::Due);
            events.push(practised(number, day, "slots"));
        }
        let question = &on(day, &events).questions[0];
        assert_eq!(question.status, Status::Mastered);
        assert!(question.stability_days.unwrap() > MASTERED_DAYS && question.recall == Some(1.0));
    }

    #[test]
    fn samples_alone_make_a_question_tried_and_never_due() {
        let event = Practice { scope: crate::model::event::Scope::Samples, ..practised(1, 0, "slots") };
        for day in [0, 300] {
            assert_eq!(on(day, std::slice::from_ref(&event)).questions[0].status, Status::Tried);
        }
    }

    #[test]
    fn a_name_of_before_counts_for_the_question_that_has_it_now() {
        let progress = on(0, &[practised(1, 0, "old-slots")]);
        assert_eq!((progress.questions[0].status, progress.elsewhere), (Status::Passed, 0));
    }

    #[test]
    fn a_streak_outlives_the_day_that_is_not_over_and_breaks_after_it() {
        let events: Vec<Practice> =
            [0, 1, 2, 3, 6, 7].into_iter().zip(1..).map(|(day, number)| practised(number, day, "gil")).collect();
        let streak = |day| on(day, &events).streak;
        assert_eq!(streak(7), Streak { days: 2, longest: 4 });
        assert_eq!(streak(8), Streak { days: 2, longest: 4 });
        assert_eq!(streak(9), Streak { days: 0, longest: 4 });
        assert_eq!(on(9, &[]).streak, Streak::default());
    }

    #[test]
    fn two_checks_of_one_question_are_one_question_of_the_day() {
        let events = [practised(1, 0, "gil"), practised(2, 0, "gil"), practised(3, 0, "gc")];
        let days = on(3, &events).days;
        assert_eq!((days.len(), days[0].questions, days[0].checks), (1, 2, 3));
    }
}
