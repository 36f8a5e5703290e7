//! The plans of the bank: whatever the seed, each is filled with exactly what its slots ask for, and its minutes add up.

use std::collections::BTreeSet;

use greenroom::bank::bank::Bank;
use greenroom::engine::draw::by_plan;

#[test]
fn every_plan_is_filled_as_it_asks_with_any_seed() {
    let bank = Bank::builtin().unwrap();
    assert!(bank.plans().len() >= 2);
    for plan in bank.plans() {
        for seed in 0..200 {
            let draw = by_plan(plan, bank.summaries(), seed).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
            assert!(draw.remarks.is_empty(), "`{}`, seed {seed}: {:?}", plan.id, draw.remarks);
            let minutes = draw.questions.iter().map(|question| question.budget_minutes).sum::<u32>();
            assert_eq!(plan.intro + minutes + plan.wrap, plan.minutes, "`{}`", plan.id);
            let slugs: BTreeSet<&str> = draw.questions.iter().map(|question| question.slug.as_str()).collect();
            assert_eq!(slugs.len(), draw.questions.len(), "`{}`, seed {seed}: a question twice", plan.id);
        }
    }
}
