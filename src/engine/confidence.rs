//! Compare what candidates give themselves with what was checked, topic by topic. Pure, and a remark: no verdict knows of it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::engine::session::{Phase, Session};
use crate::model::confidence::{ConfidenceNote, Leans};
use crate::model::practice::Practice;
use crate::model::question::Kind;
use crate::model::session_report::QuestionReport;
use crate::model::verdict::Verdict;

/// How much of a topic must have been rated and checked before anything is said.
// A choice with a reason: no entry of the bank has fewer than four key points, so a rating that was begun and left says
// nothing; six lines are one long prediction or two short ones.
const LEAST_KEY_POINTS: u64 = 4;
const LEAST_CHECKED: u64 = 6;

/// How much of a topic must have been checked where many sessions are looked at.
// A choice with a reason: all 17 topics of the bank are looked at at once, and there is time to wait for more. With 12 lines
// a note by bad luck comes in 0.6 % of topics and not in 4.5 % (below).
const LEAST_CHECKED_OVER_SESSIONS: u64 = 12;

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
            if let Some(score) = point.self_rated {
                evidence.rate(score, point.weight);
            }
        }
        if question.is_judged() {
            evidence.check(question.kind, question.verdict, question.passed, question.total);
        }
    }
    topics.into_iter().filter_map(|(topic, evidence)| note(topic, &evidence, LEAST_CHECKED)).collect()
}

/// The same over many sessions, which are in order of time: each question counts as it went when it was asked last. Those
/// where the two are furthest apart come first. Sessions that are not over say nothing yet.
pub fn notes_over<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Vec<ConfidenceNote> {
    let mut last: BTreeMap<&str, (&Session, usize)> = BTreeMap::new();
    for session in sessions.into_iter().filter(|session| matches!(session.phase(), Phase::Finished(_))) {
        last.extend((0..session.count()).map(|index| (session.drawn(index).slug.as_str(), (session, index))));
    }
    let mut topics: BTreeMap<&str, Evidence> = BTreeMap::new();
    for (session, index) in last.into_values() {
        let (drawn, progress) = (session.drawn(index), session.progress(index));
        let evidence = topics.entry(&drawn.topic).or_default();
        for (point, score) in &progress.ratings {
            evidence.rate(score.points(), progress.weights.get(point).copied().unwrap_or(1));
        }
        let at_bell = session.result_at_bell(index);
        if let Some(check) = at_bell.filter(|check| Practice::is_of_the_candidate(check.verdict)) {
            evidence.check(drawn.kind, check.verdict, check.passed as u64, check.total as u64);
        }
    }
    let notes = topics.into_iter().filter_map(|(topic, evidence)| note(topic, &evidence, LEAST_CHECKED_OVER_SESSIONS));
    let mut notes: Vec<ConfidenceNote> = notes.collect();
    notes.sort_by_key(|note| Reverse((100 * note.passed / note.total).abs_diff(u64::from(note.self_rated_percent))));
    notes
}

impl Evidence {
    fn rate(&mut self, score: f64, weight: u32) {
        self.given += score * f64::from(weight);
        self.possible += f64::from(weight);
        self.key_points += 1;
    }

    fn check(&mut self, kind: Kind, verdict: Verdict, passed: u64, total: u64) {
        let has_loaded = verdict != Verdict::Error || passed > 0;
        if has_loaded {
            let tally = if kind == Kind::Code { &mut self.cases } else { &mut self.lines };
            tally.passed += passed;
            tally.total += total;
        }
    }
}

fn note(topic: &str, evidence: &Evidence, least_checked: u64) -> Option<ConfidenceNote> {
    let Evidence { given, possible, key_points, lines, cases } = *evidence;
    let (passed, total) = (lines.passed + cases.passed, lines.total + cases.total);
    if key_points < LEAST_KEY_POINTS || total < least_checked || possible <= 0.0 {
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
    use crate::model::event::{Ending, Event, Occasion, Score};
    use crate::model::session_report::KeyPointReport;
    use crate::model::testing::{at, checked, question_report, saved, started};

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

    /// A finished session in which the explanation was given this score, and this much of the prediction was right.
    fn session(score: Score, passed: usize, total: usize) -> Session {
        let mut started = started();
        started.questions.iter_mut().for_each(|question| question.topic = "classes".to_owned());
        let mut session = Session::new(started, at(0));
        let mut events = vec![saved(0, "x"), checked(0, "x", Occasion::Bell, passed, total)];
        events.extend(["a", "b", "c", "d"].map(|point| Event::Rated {
            question: 2,
            point: point.to_owned(),
            score,
            weight: 2,
        }));
        events.extend([Event::Bell { why: Ending::Candidate }, Event::Finished]);
        for (event, second) in events.iter().zip(1..) {
            assert!(session.apply(event, at(second)), "{event:?}");
        }
        session
    }

    #[test]
    fn over_many_sessions_each_question_counts_as_it_went_last_and_more_is_wanted() {
        let says = |sessions: &[Session]| {
            notes_over(sessions).into_iter().map(|note| (note.says, note.key_points)).collect::<Vec<_>>()
        };
        let (poor, fine) = (session(Score::Full, 2, 12), session(Score::Full, 12, 12));
        let expected =
            "You rated yourself 100 % on classes and predicted 2 of 12 lines right: you are surer than your results.";
        assert_eq!(says(&[fine.clone(), poor.clone()]), [(expected.to_owned(), 4)]);
        assert_eq!(says(&[poor, fine]), [], "it went well the last time");
        assert_eq!(says(&[session(Score::Full, 0, 11)]), [], "eleven lines are too few for this");
        let other = |slug: &str| {
            let mut other = session(Score::Full, 0, 6);
            other.started.questions.iter_mut().for_each(|question| question.slug = format!("{slug}-{}", question.slug));
            other
        };
        assert_eq!(says(&[other("a"), other("b")]).len(), 1, "two sessions together are enough");
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
