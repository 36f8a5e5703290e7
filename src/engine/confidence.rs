//! Compare what candidates give themselves with what was checked, topic by topic. Pure, and a remark: no verdict knows of it.

use std::collections::BTreeMap;

use crate::model::confidence::{ConfidenceNote, Leans};
use crate::model::question::Kind;
use crate::model::session_report::QuestionReport;
use crate::model::verdict::Verdict;

/// How much of a topic must have been rated and checked before anything is said.
// A choice with a reason: no entry of the bank has fewer than four key points, so a rating that was begun and left says
// nothing; six lines are one long prediction or two short ones.
const LEAST_KEY_POINTS: u64 = 4;
const LEAST_CHECKED: u64 = 6;

/// How far apart the two must be, in per cent.
// A choice with a reason. Somebody who gives a topic just the share that is right in the long run gets a note by bad luck
// (computed from the binomial distribution, mean over all shares) in 4.5 % of topics with 6 lines, 2.3 % with 8 and 0.6 %
// with 12; at the share where it is worst, in 11.2, 7.4 and 1.8 %. With 25 % it would be 14.0, 9.4 and 4.5 %.
const MARGIN_PERCENT: f64 = 35.0;

/// What is known of one topic.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Evidence {
    /// Weighted points that were given, and what could have been given to the key points that were rated.
    given: f64,
    possible: f64,
    key_points: u64,
    lines: Tally,
    cases: Tally,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Tally {
    passed: u64,
    total: u64,
}

/// The topics of a session on which the candidate is much surer than the results, or much less, in order of name. Results
/// are those at the bell. What was not handed in is none, and neither is code that did not load: it says nothing of a topic.
pub fn notes(questions: &[QuestionReport]) -> Vec<ConfidenceNote> {
    let mut topics: BTreeMap<&str, Evidence> = BTreeMap::new();
    for question in questions {
        let evidence = topics.entry(&question.topic).or_default();
        for point in &question.key_points {
            let Some(score) = point.self_rated else { continue };
            evidence.given += score * f64::from(point.weight);
            evidence.possible += f64::from(point.weight);
            evidence.key_points += 1;
        }
        let has_loaded = question.verdict != Verdict::Error || question.passed > 0;
        if question.is_judged() && has_loaded {
            let tally = if question.kind == Kind::Code { &mut evidence.cases } else { &mut evidence.lines };
            tally.passed += question.passed;
            tally.total += question.total;
        }
    }
    topics.into_iter().filter_map(|(topic, evidence)| note(topic, &evidence)).collect()
}

fn note(topic: &str, evidence: &Evidence) -> Option<ConfidenceNote> {
    let Evidence { given, possible, key_points, lines, cases } = *evidence;
    let (passed, total) = (lines.passed + cases.passed, lines.total + cases.total);
    if key_points < LEAST_KEY_POINTS || total < LEAST_CHECKED || possible <= 0.0 {
        return None;
    }
    let rated = 100.0 * given / possible;
    let reached = 100.0 * passed as f64 / total as f64;
    if (rated - reached).abs() < MARGIN_PERCENT {
        return None;
    }
    let leans = if rated > reached { Leans::Over } else { Leans::Under };
    let self_rated_percent = rated.round() as u32;
    let says = format!(
        "You rated yourself {self_rated_percent} % on {topic} and {}: {}.",
        results(lines, cases),
        match leans {
            Leans::Over => "you are surer than your results",
            Leans::Under => "you know more than you give yourself",
        }
    );
    Some(ConfidenceNote { topic: topic.to_owned(), leans, self_rated_percent, key_points, passed, total, says })
}

/// As it reads on after "you".
fn results(lines: Tally, cases: Tally) -> String {
    let of = |tally: Tally| format!("{} of {}", tally.passed, tally.total);
    match (lines.total, cases.total) {
        (_, 0) => format!("predicted {} lines right", of(lines)),
        (0, _) => format!("passed {} cases", of(cases)),
        _ => format!("predicted {} lines right and passed {} cases", of(lines), of(cases)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::session_report::KeyPointReport;
    use crate::model::testing::question_report;

    fn question(kind: Kind, scores: &[f64], passed: u64, total: u64) -> QuestionReport {
        let points = scores.iter().zip(1..).map(|(score, number)| KeyPointReport {
            id: format!("point-{number}"),
            weight: if number == 1 { 4 } else { 1 },
            self_rated: Some(*score),
        });
        let verdict = if passed == total { Verdict::Pass } else { Verdict::Fail };
        QuestionReport {
            verdict,
            passed,
            total,
            key_points: points.collect(),
            ..question_report("is-vs-equality", kind)
        }
    }

    fn said(questions: &[QuestionReport]) -> Vec<String> {
        notes(questions).into_iter().map(|note| note.says).collect()
    }

    #[test]
    fn who_is_surer_than_the_results_is_told_so() {
        let sure = question(Kind::Predict, &[1.0, 1.0, 0.5, 1.0], 2, 6);
        assert_eq!(
            said(&[sure]),
            ["You rated yourself 93 % on classes and predicted 2 of 6 lines right: you are surer than your results."]
        );
    }

    #[test]
    fn who_knows_more_than_the_own_rating_is_told_so_too() {
        let modest = question(Kind::Explain, &[0.0, 0.5, 1.0, 0.5], 0, 0);
        let modest = QuestionReport { verdict: Verdict::Manual, ..modest };
        let (lines, cases) = (question(Kind::Predict, &[], 4, 4), question(Kind::Code, &[], 13, 14));
        assert_eq!(
            said(&[modest, lines, cases]),
            ["You rated yourself 29 % on classes and predicted 4 of 4 lines right and passed 13 of 14 cases: \
              you know more than you give yourself."]
        );
    }

    #[test]
    fn key_points_count_by_their_weight() {
        let weighty = question(Kind::Predict, &[1.0, 0.0, 0.0, 0.0], 6, 6);
        let note = &notes(&[weighty])[0];
        assert_eq!((note.self_rated_percent, note.leans, note.key_points), (57, Leans::Under, 4));
    }

    #[test]
    fn too_little_evidence_and_a_small_difference_say_nothing() {
        let (all, three) = ([1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0]);
        assert_eq!(said(&[question(Kind::Predict, &all, 0, 5)]), [""; 0], "five lines are too few");
        assert_eq!(said(&[question(Kind::Predict, &three, 0, 6)]), [""; 0], "three key points are too few");
        assert_eq!(said(&[question(Kind::Predict, &all, 4, 6)]), [""; 0], "67 % is within the margin");
        assert_eq!(said(&[question(Kind::Predict, &all, 13, 20)]).len(), 1, "35 % is not");
        let other = QuestionReport { topic: "typing".to_owned(), ..question(Kind::Predict, &[], 0, 6) };
        assert_eq!(said(&[question(Kind::Explain, &all, 0, 0), other]), [""; 0], "another topic is no evidence");
    }

    #[test]
    fn what_was_not_handed_in_or_not_checked_is_no_result() {
        for verdict in [Verdict::NotSubmitted, Verdict::Internal, Verdict::Skipped, Verdict::Error] {
            let answer_sha256 = (verdict != Verdict::NotSubmitted).then(|| "ab".to_owned());
            let missing = QuestionReport { verdict, answer_sha256, ..question(Kind::Predict, &[1.0; 4], 0, 6) };
            assert_eq!(said(&[missing]), [""; 0], "{verdict}");
        }
    }
}
