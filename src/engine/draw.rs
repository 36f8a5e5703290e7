//! Draw the questions of an interview. The same request, bank and seed give the same interview on every machine.

use crate::model::event::{DrawnQuestion, Remark};
use crate::model::plan::{Plan, Slot};
use crate::model::question::{Difficulty, Kind, Summary};

/// An interview, and where it is not what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    pub questions: Vec<DrawnQuestion>,
    pub remarks: Vec<Remark>,
}

/// An interview without a plan. Empty lists mean any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub minutes: u32,
    pub topics: Vec<String>,
    pub levels: Vec<Difficulty>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    #[error("the bank has too few questions for the plan `{plan}`: {}", .missing.iter().map(Missing::to_string).collect::<Vec<_>>().join(", "))]
    Unfilled { plan: String, missing: Vec<Missing> },
    #[error("there is no topic `{topic}` in the bank; its topics are {}", quoted(.known))]
    UnknownTopic { topic: String, known: Vec<String> },
    #[error("the bank has no question of {minutes} minutes or less{}", .shortest.map_or(String::new(), |shortest| format!("; its shortest takes {shortest}")))]
    NothingFits { minutes: u32, shortest: Option<u32> },
}

/// What the whole bank cannot give to a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// From 1, as people count the slots of a plan.
    pub slot: usize,
    pub count: u32,
    pub kinds: Vec<Kind>,
}

impl std::fmt::Display for Missing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kinds: Vec<String> = self.kinds.iter().map(|kind| format!("`{kind}`")).collect();
        write!(formatter, "slot {} lacks {} of kind {}", self.slot, self.count, kinds.join(" or "))
    }
}

/// Fill the slots of a plan. What a slot asks for exactly goes to it before any other slot is widened.
pub fn by_plan(plan: &Plan, bank: &[Summary], seed: u64) -> Result<Draw, DrawError> {
    let mut deck = Deck::new(bank, seed);
    let mut places: Vec<(&Slot, Vec<&Summary>)> = plan.slots.iter().map(|slot| (slot, Vec::new())).collect();
    for width in Width::ALL {
        for (slot, drawn) in &mut places {
            while drawn.len() < slot.pick as usize {
                let wanted = |question: &Summary| {
                    slot.kind.contains(&question.kind) && width.admits(question, &slot.topic, &slot.level)
                };
                let Some(question) = deck.draw(wanted) else { break };
                drawn.push(question);
            }
        }
    }
    let missing: Vec<Missing> = places
        .iter()
        .zip(1..)
        .filter(|((slot, drawn), _)| drawn.len() < slot.pick as usize)
        .map(|((slot, drawn), number)| Missing {
            slot: number,
            count: slot.pick - drawn.len() as u32,
            kinds: slot.kind.clone(),
        })
        .collect();
    if !missing.is_empty() {
        return Err(DrawError::Unfilled { plan: plan.id.clone(), missing });
    }
    let mut draw = Draw { questions: Vec::new(), remarks: Vec::new() };
    for (slot, drawn) in places {
        for question in drawn {
            draw.remarks.extend(remarks(question, &slot.topic, &slot.level));
            draw.questions.push(drawn_question(question, slot.minutes));
        }
    }
    Ok(draw)
}

/// Fill a number of minutes; a tenth is left for reading and looking back. The easier questions come first.
///
/// Topics and levels are widened only while less than half of the time is filled.
pub fn by_filter(filter: &Filter, bank: &[Summary], seed: u64) -> Result<Draw, DrawError> {
    let mut deck = Deck::new(bank, seed);
    check_topics(filter, &deck.cards)?;
    let target = filter.minutes - filter.minutes / 10;
    let mut drawn: Vec<&Summary> = Vec::new();
    let mut filled = 0;
    for width in Width::ALL {
        while let Some(question) = deck.draw(|question| {
            question.minutes <= target - filled && width.admits(question, &filter.topics, &filter.levels)
        }) {
            filled += question.minutes;
            drawn.push(question);
        }
        if filled * 2 >= target {
            break;
        }
    }
    if drawn.is_empty() {
        let shortest = bank.iter().map(|question| question.minutes).min();
        return Err(DrawError::NothingFits { minutes: target, shortest });
    }
    let mut remarks: Vec<Remark> =
        drawn.iter().flat_map(|question| remarks(question, &filter.topics, &filter.levels)).collect();
    if filled * 2 < target {
        remarks.push(Remark::Short { wanted_minutes: filter.minutes, found_minutes: filled });
    }
    drawn.sort_by_key(|question| question.level);
    Ok(Draw {
        questions: drawn.into_iter().map(|question| drawn_question(question, question.minutes)).collect(),
        remarks,
    })
}

fn check_topics(filter: &Filter, cards: &[&Summary]) -> Result<(), DrawError> {
    let mut known: Vec<String> = cards.iter().map(|question| question.topic.clone()).collect();
    known.sort();
    known.dedup();
    match filter.topics.iter().find(|topic| *topic != "*" && !known.contains(topic)) {
        Some(topic) => Err(DrawError::UnknownTopic { topic: topic.clone(), known }),
        None => Ok(()),
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn drawn_question(question: &Summary, budget_minutes: u32) -> DrawnQuestion {
    DrawnQuestion {
        slug: question.slug.clone(),
        title: question.title.clone(),
        kind: question.kind,
        topic: question.topic.clone(),
        level: question.level,
        budget_minutes,
    }
}

fn remarks(question: &Summary, topics: &[String], levels: &[Difficulty]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let slug = &question.slug;
    if !has_level(question, levels) {
        remarks.push(Remark::LevelWidened { slug: slug.clone(), level: question.level, wanted: levels.to_vec() });
    }
    if !has_topic(question, topics) {
        let topic = question.topic.clone();
        remarks.push(Remark::TopicWidened { slug: slug.clone(), topic, wanted: topics.to_vec() });
    }
    remarks
}

fn has_level(question: &Summary, levels: &[Difficulty]) -> bool {
    levels.is_empty() || levels.contains(&question.level)
}

fn has_topic(question: &Summary, topics: &[String]) -> bool {
    topics.is_empty() || topics.iter().any(|topic| topic == "*" || *topic == question.topic)
}

/// How far a draw goes for a slot that it cannot fill.
#[derive(Clone, Copy)]
enum Width {
    Exact,
    NeighbourLevels,
    AnyTopic,
}

impl Width {
    const ALL: [Width; 3] = [Width::Exact, Width::NeighbourLevels, Width::AnyTopic];

    fn admits(self, question: &Summary, topics: &[String], levels: &[Difficulty]) -> bool {
        let is_near = || levels.iter().any(|level| (*level as i32 - question.level as i32).abs() == 1);
        match self {
            Width::Exact => has_topic(question, topics) && has_level(question, levels),
            Width::NeighbourLevels => has_topic(question, topics) && (has_level(question, levels) || is_near()),
            Width::AnyTopic => has_level(question, levels) || is_near(),
        }
    }
}

/// The questions that are left to draw from, in the order of their slugs.
struct Deck<'bank> {
    cards: Vec<&'bank Summary>,
    random: SplitMix64,
}

impl<'bank> Deck<'bank> {
    fn new(bank: &'bank [Summary], seed: u64) -> Deck<'bank> {
        let mut cards: Vec<&Summary> = bank.iter().collect();
        cards.sort_by(|a, b| a.slug.cmp(&b.slug));
        Deck { cards, random: SplitMix64(seed) }
    }

    /// Take one of the questions that are wanted, and its whole family with it.
    fn draw(&mut self, wanted: impl Fn(&Summary) -> bool) -> Option<&'bank Summary> {
        let pool: Vec<&Summary> = self.cards.iter().copied().filter(|question| wanted(question)).collect();
        if pool.is_empty() {
            return None;
        }
        let question = pool[self.random.below(pool.len())];
        self.cards.retain(|other| {
            other.slug != question.slug && (question.family.is_none() || other.family != question.family)
        });
        Some(question)
    }
}

/// Steele, Lea and Flood's SplitMix64: a seed gives the same numbers on every machine and in every version of this program.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `bound`, which is not zero. Uneven by less than one part in 2^50 for any bank.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const TOPICS: [&str; 5] = ["classes", "exceptions", "internals", "memory", "object-model"];
    const LEVELS: [Difficulty; 4] = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard, Difficulty::Expert];
    const KINDS: [Kind; 3] = [Kind::Code, Kind::Predict, Kind::Explain];

    fn question(slug: &str, kind: Kind, topic: &str, level: Difficulty, minutes: u32) -> Summary {
        Summary {
            slug: slug.to_owned(),
            title: slug.to_uppercase(),
            kind,
            topic: topic.to_owned(),
            level,
            minutes,
            seeds: Vec::new(),
            family: None,
            tags: Vec::new(),
            aliases: Vec::new(),
        }
    }

    /// 120 questions: two of each kind, topic and level; every fourth belongs to one of six families.
    fn bank() -> Vec<Summary> {
        let mut bank = Vec::new();
        for (kind, minutes) in KINDS.into_iter().zip([12, 3, 5]) {
            for topic in TOPICS {
                for level in LEVELS {
                    for copy in 0..2 {
                        let slug = format!("{topic}-{kind}-{level}-{copy}");
                        let family = (bank.len() % 4 == 0).then(|| format!("family-{}", bank.len() / 4 % 6));
                        bank.push(Summary { family, ..question(&slug, kind, topic, level, minutes) });
                    }
                }
            }
        }
        bank
    }

    fn slot(pick: u32, kind: Kind, topic: &str, level: Difficulty, minutes: u32) -> Slot {
        Slot { pick, kind: vec![kind], topic: vec![topic.to_owned()], level: vec![level], minutes }
    }

    fn plan(slots: Vec<Slot>) -> Plan {
        let minutes = slots.iter().map(|slot| slot.pick * slot.minutes).sum::<u32>() + 5;
        let (id, title) = ("trial".to_owned(), "Trial".to_owned());
        Plan { format: 1, id, title, minutes, intro: 2, wrap: 3, slots }
    }

    fn slugs(draw: &Draw) -> Vec<&str> {
        draw.questions.iter().map(|question| question.slug.as_str()).collect()
    }

    fn assert_fair(draw: &Draw, bank: &[Summary]) {
        let unique: BTreeSet<&str> = slugs(draw).into_iter().collect();
        assert_eq!(unique.len(), draw.questions.len(), "no question twice");
        let families: Vec<&String> =
            bank.iter().filter(|entry| unique.contains(entry.slug.as_str())).flat_map(|entry| &entry.family).collect();
        assert_eq!(families.len(), families.iter().collect::<BTreeSet<_>>().len(), "no family twice");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_plan_is_filled_as_asked_without_repeats(seed: u64) {
            let plan = plan(vec![
                slot(2, Kind::Predict, "memory", Difficulty::Easy, 3),
                Slot { topic: vec!["*".to_owned()], ..slot(3, Kind::Explain, "", Difficulty::Hard, 5) },
                slot(1, Kind::Code, "classes", Difficulty::Medium, 20),
            ]);
            let bank = bank();
            let draw = by_plan(&plan, &bank, seed).unwrap();
            assert_fair(&draw, &bank);
            let kinds: Vec<Kind> = draw.questions.iter().map(|question| question.kind).collect();
            let wanted = [[Kind::Predict; 2].as_slice(), &[Kind::Explain; 3], &[Kind::Code]].concat();
            prop_assert_eq!(kinds, wanted);
            prop_assert_eq!(draw.questions.iter().map(|question| question.budget_minutes).sum::<u32>() + 5, plan.minutes);
            prop_assert_eq!(by_plan(&plan, &bank, seed).unwrap(), draw);
        }

        #[test]
        fn the_order_of_the_bank_changes_nothing(seed: u64) {
            let plan = plan(vec![slot(2, Kind::Code, "memory", Difficulty::Hard, 9)]);
            let mut reversed = bank();
            reversed.reverse();
            prop_assert_eq!(by_plan(&plan, &bank(), seed), by_plan(&plan, &reversed, seed));
        }

        #[test]
        fn minutes_are_filled_to_nine_tenths_at_most(seed: u64, minutes in 4_u32..240) {
            let filter = Filter { minutes, topics: Vec::new(), levels: Vec::new() };
            let bank = bank();
            let draw = by_filter(&filter, &bank, seed).unwrap();
            assert_fair(&draw, &bank);
            let filled: u32 = draw.questions.iter().map(|question| question.budget_minutes).sum();
            prop_assert!(filled <= minutes - minutes / 10 && filled * 2 >= minutes - minutes / 10, "{} of {}", filled, minutes);
            prop_assert!(draw.questions.is_sorted_by_key(|question| question.level));
            prop_assert_eq!(draw.remarks, []);
        }

        #[test]
        fn topics_and_levels_are_kept_where_the_bank_allows_it(seed: u64) {
            let filter = Filter { minutes: 20, topics: vec!["memory".to_owned()], levels: vec![Difficulty::Easy, Difficulty::Medium] };
            let draw = by_filter(&filter, &bank(), seed).unwrap();
            prop_assert!(draw.questions.iter().all(|question| question.topic == "memory" && question.level <= Difficulty::Medium));
            prop_assert_eq!(draw.remarks, []);
        }
    }

    #[test]
    fn two_hundred_seeds_give_many_interviews() {
        let plan = plan(vec![
            slot(1, Kind::Code, "memory", Difficulty::Hard, 9),
            slot(1, Kind::Predict, "memory", Difficulty::Hard, 3),
        ]);
        let draws: BTreeSet<Vec<String>> = (0..200)
            .map(|seed| slugs(&by_plan(&plan, &bank(), seed).unwrap()).into_iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(draws.len(), 4);
    }

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut random = SplitMix64(1_234_567);
        let numbers = [random.next(), random.next(), random.next()];
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn seed_seven_never_changes_its_interview() {
        let plan = plan(vec![
            slot(2, Kind::Predict, "memory", Difficulty::Easy, 3),
            slot(1, Kind::Code, "classes", Difficulty::Hard, 9),
        ]);
        let draw = by_plan(&plan, &bank(), 7).unwrap();
        assert_eq!(slugs(&draw), ["memory-predict-easy-0", "memory-predict-easy-1", "classes-code-hard-1"]);
    }

    #[test]
    fn an_empty_pool_takes_the_neighbouring_level_and_says_so() {
        let bank = [
            question("expert", Kind::Code, "memory", Difficulty::Expert, 9),
            question("hard", Kind::Code, "memory", Difficulty::Hard, 9),
            question("elsewhere", Kind::Code, "classes", Difficulty::Medium, 9),
        ];
        let draw = by_plan(&plan(vec![slot(1, Kind::Code, "memory", Difficulty::Medium, 9)]), &bank, 1).unwrap();
        assert_eq!(slugs(&draw), ["hard"]);
        let wanted = vec![Difficulty::Medium];
        assert_eq!(draw.remarks, [Remark::LevelWidened { slug: "hard".into(), level: Difficulty::Hard, wanted }]);
    }

    #[test]
    fn a_pool_that_stays_empty_takes_another_topic_and_says_so() {
        let bank = [question("elsewhere", Kind::Code, "classes", Difficulty::Easy, 9)];
        let draw = by_plan(&plan(vec![slot(1, Kind::Code, "memory", Difficulty::Medium, 9)]), &bank, 1).unwrap();
        assert_eq!(slugs(&draw), ["elsewhere"]);
        assert_eq!(draw.remarks.len(), 2);
    }

    #[test]
    fn a_widened_slot_never_takes_what_another_slot_asks_for() {
        let bank = [
            question("easy", Kind::Code, "memory", Difficulty::Easy, 9),
            question("medium", Kind::Code, "memory", Difficulty::Medium, 9),
            question("hard", Kind::Code, "memory", Difficulty::Hard, 9),
        ];
        let slots = vec![
            slot(2, Kind::Code, "memory", Difficulty::Medium, 9),
            slot(1, Kind::Code, "memory", Difficulty::Easy, 9),
        ];
        for seed in 0..50 {
            assert_eq!(slugs(&by_plan(&plan(slots.clone()), &bank, seed).unwrap()), ["medium", "hard", "easy"]);
        }
    }

    #[test]
    fn what_the_whole_bank_cannot_fill_is_named() {
        let bank = [question("one", Kind::Code, "memory", Difficulty::Easy, 9)];
        let slots = vec![
            slot(2, Kind::Code, "memory", Difficulty::Easy, 9),
            slot(1, Kind::Explain, "memory", Difficulty::Easy, 9),
        ];
        assert_eq!(
            by_plan(&plan(slots), &bank, 1).unwrap_err().to_string(),
            "the bank has too few questions for the plan `trial`: slot 1 lacks 1 of kind `code`, slot 2 lacks 1 of kind `explain`"
        );
    }

    #[test]
    fn a_topic_with_few_questions_is_widened_only_as_far_as_needed() {
        let mut bank = vec![question("only", Kind::Explain, "gil", Difficulty::Hard, 6)];
        bank.extend((0..9).map(|n| question(&format!("other-{n}"), Kind::Code, "memory", Difficulty::Hard, 10)));
        let filter = |minutes| Filter { minutes, topics: vec!["gil".to_owned()], levels: vec![Difficulty::Hard] };
        let draw = by_filter(&filter(12), &bank, 3).unwrap();
        assert_eq!((slugs(&draw), draw.remarks.len()), (vec!["only"], 0));
        let draw = by_filter(&filter(40), &bank, 3).unwrap();
        assert_eq!((draw.questions.len(), draw.remarks.len()), (4, 3));
        let draw = by_filter(&filter(240), &bank, 3).unwrap();
        assert!(draw.remarks.contains(&Remark::Short { wanted_minutes: 240, found_minutes: 96 }));
    }

    #[test]
    fn what_cannot_be_drawn_is_said() {
        let filter = Filter { minutes: 2, topics: vec!["memori".to_owned()], levels: Vec::new() };
        let error = by_filter(&filter, &bank(), 1).unwrap_err().to_string();
        assert!(
            error.starts_with("there is no topic `memori` in the bank; its topics are `classes`, `exceptions`"),
            "{error}"
        );
        let filter = Filter { topics: Vec::new(), ..filter };
        let error = by_filter(&filter, &bank(), 1).unwrap_err().to_string();
        assert_eq!(error, "the bank has no question of 2 minutes or less; its shortest takes 3");
        assert_eq!(by_filter(&filter, &[], 1), Err(DrawError::NothingFits { minutes: 2, shortest: None }));
    }
}
