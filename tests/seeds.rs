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

#[test]
fn every_snippet_can_be_kept_in_mind() {
    let bank = Bank::builtin().unwrap();
    let entries = bank.summaries().iter().map(|question| bank.entry(&question.slug).unwrap());
    let long: Vec<String> = entries
        .filter_map(|entry| {
            let lines = entry.snippet()?.lines().filter(|line| !line.trim().is_empty()).count();
            (lines > 15).then(|| format!("{} has {lines} lines", entry.question.slug))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join(", "));
}
