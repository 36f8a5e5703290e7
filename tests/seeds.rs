//! The seed questions of the bank: each has an entry that answers it.

use greenroom::bank::bank::Bank;

#[test]
fn every_seed_question_is_answered_by_an_entry_that_names_it() {
    let bank = Bank::builtin().unwrap();
    assert_eq!(bank.seeds().len(), 214);
    let is_answered = |id: &String| bank.summaries().iter().any(|question| question.seeds.contains(id));
    let missing: Vec<String> = bank.seeds().iter().map(|seed| seed.id()).filter(|id| !is_answered(id)).collect();
    assert!(missing.is_empty(), "{} seeds have no entry: {}", missing.len(), missing.join(", "));
}
