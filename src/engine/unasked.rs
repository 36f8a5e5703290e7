//! What was never asked: clarifications that are about a case that failed.

use crate::model::event::CheckSummary;
use crate::model::question::Question;
use crate::model::unasked::Unasked;

/// The clarifications that would have told about what failed, in the order of the question. `is_asked` knows which were
/// asked, counted from 0: who asked and failed all the same is not blamed. A case that was never reached blames nobody.
pub fn unasked(question: &Question, at_bell: Option<&CheckSummary>, is_asked: impl Fn(usize) -> bool) -> Vec<Unasked> {
    let Some(check) = at_bell else { return Vec::new() };
    let has_failed = |case: &&String| check.failed.contains(case) && !check.not_run.contains(case);
    let missed = question.clarify.iter().enumerate().filter(|(index, _)| !is_asked(*index));
    let told = missed.filter_map(|(index, clarification)| {
        let cases: Vec<String> = clarification.cases.iter().filter(has_failed).cloned().collect();
        let says = says(&clarification.ask, &cases)?;
        Some(Unasked { number: index as u64 + 1, ask: clarification.ask.clone(), cases, says })
    });
    told.collect()
}

/// None when no case failed.
fn says(ask: &str, cases: &[String]) -> Option<String> {
    let told: Vec<String> = cases.iter().map(|case| format!("{} (`{case}` failed)", words(case))).collect();
    (!told.is_empty()).then(|| {
        format!("You never asked: \u{201c}{}\u{201d} It would have told you: {}.", ask.trim(), told.join("; "))
    })
}

/// The name of a case as words: `case_duplicates_stay` is "duplicates stay".
fn words(case: &str) -> String {
    let name = case.strip_prefix("case_").or_else(|| case.strip_prefix("source_")).unwrap_or(case);
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::{Event, Occasion};
    use crate::model::testing::{checked, materials};

    fn question() -> Question {
        let mut question = materials()[1].question.clone();
        let clarify = serde_json::json!([
            { "ask": "What about equal items?", "answer": "Those of a first.", "cases": ["case_1", "case_equal_items"] },
            { "ask": "May it be empty?", "answer": "Yes.", "cases": ["case_2", "case_3"] },
            { "ask": "How long?", "answer": "Long." }
        ]);
        question.clarify = serde_json::from_value(clarify).unwrap();
        question
    }

    fn failed(failed: &[&str], not_run: &[&str]) -> CheckSummary {
        let Event::Checked(check) = checked(1, "x", Occasion::Bell, 0, 3) else { panic!("it is a check") };
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        CheckSummary { failed: names(failed), not_run: names(not_run), ..check }
    }

    #[test]
    fn what_was_never_asked_and_failed_is_named_with_its_cases() {
        let found = unasked(&question(), Some(&failed(&["case_equal_items", "case_3", "case_9"], &[])), |_| false);
        let said: Vec<&str> = found.iter().map(|unasked| unasked.says.as_str()).collect();
        assert_eq!(
            said,
            [
                "You never asked: “What about equal items?” It would have told you: equal items (`case_equal_items` failed).",
                "You never asked: “May it be empty?” It would have told you: 3 (`case_3` failed).",
            ]
        );
        assert_eq!((found[1].number, found[1].cases.as_slice()), (2, ["case_3".to_owned()].as_slice()));
    }

    #[test]
    fn who_asked_and_failed_all_the_same_is_not_blamed() {
        let found = unasked(&question(), Some(&failed(&["case_1", "case_2"], &[])), |number| number == 0);
        assert_eq!(found.iter().map(|unasked| unasked.number).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_case_that_passed_or_was_never_reached_blames_nobody() {
        assert_eq!(unasked(&question(), Some(&failed(&["case_1", "case_2"], &["case_1", "case_2"])), |_| false), []);
        assert_eq!(unasked(&question(), Some(&failed(&[], &[])), |_| false), []);
        assert_eq!(unasked(&question(), None, |_| false), []);
    }
}
