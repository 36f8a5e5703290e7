//! `report.json` of a session. Scripts rely on it; its schema is published as `docs/schemas/report.json`.

use crate::model::session_report::SessionReport;
use crate::report::json::pretty;

/// The document, with a newline at its end.
pub fn render(report: &SessionReport) -> String {
    pretty(report)
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(SessionReport);
    schema.insert("title".to_owned(), "Report of a Greenroom session".into());
    pretty(&schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Claim, JudgedClaim, Outcome};
    use crate::model::confidence::{ConfidenceNote, Leans};
    use crate::model::cost_report::{CostReport, FollowUpReport};
    use crate::model::delivery::{Criterion, DeliveryReport};
    use crate::model::event::{Asker, Ending, Remark, Stop};
    use crate::model::growth::Class;
    use crate::model::isolation::Level;
    use crate::model::question::{Classes, Difficulty, Kind};
    use crate::model::session_report::{KeyPointReport, PauseReport, QuestionReport, Step, VERSION};
    use crate::model::timeline::{Happening, What};
    use crate::model::unasked::Unasked;
    use crate::model::verdict::Verdict;
    use crate::model::wording::Wording;

    fn report() -> SessionReport {
        let question = QuestionReport {
            slug: "merge-sorted-lists".to_owned(),
            title: "Merge two sorted lists".to_owned(),
            kind: Kind::Code,
            topic: "data-structures-and-algorithms".to_owned(),
            difficulty: Difficulty::Easy,
            verdict: Verdict::Fail,
            best: Verdict::Pass,
            answer_sha256: Some("ab".repeat(32)),
            best_sha256: Some("cd".repeat(32)),
            passed: 7,
            total: 9,
            best_passed: 9,
            failed: vec!["case_one_side_is_empty".to_owned()],
            hints: 1,
            hints_available: 3,
            clarifications: 0,
            clarifications_available: 2,
            checks: 4,
            saves: 11,
            budget_s: 660,
            used_s: 702,
            conduct: Default::default(),
            cost: Some(CostReport {
                answer_sha256: "ab".repeat(32),
                is_of_final_answer: true,
                judged: Some(JudgedClaim {
                    claim: Claim { time: Class::Linear, space: Class::Linear, why: "one pass".to_owned() },
                    time: Outcome::Right,
                    space: Outcome::Right,
                    author: Classes { time: Class::Linear, space: Class::Linear },
                    counted: vec![Class::Linear],
                }),
                claims: 1,
                author: Classes { time: Class::Linear, space: Class::Linear },
                counted: vec![Class::Linear],
            }),
            follow_ups: vec![FollowUpReport {
                number: 1,
                ask: "And k lists?".to_owned(),
                wording: Wording::AsPut,
                by: Asker::Interviewer,
                self_rated: Some(0.5),
            }],
            key_points: vec![
                KeyPointReport { id: "linear".to_owned(), weight: 2, self_rated: Some(0.5) },
                KeyPointReport { id: "edges".to_owned(), weight: 1, self_rated: None },
            ],
            delivery: vec![DeliveryReport { criterion: Criterion::Example, self_rated: 1.0 }],
            unasked: vec![Unasked {
                number: 2,
                ask: "May it be empty?".to_owned(),
                cases: vec!["case_one_side_is_empty".to_owned()],
                says: "You never asked.".to_owned(),
            }],
        };
        SessionReport {
            version: VERSION,
            greenroom: "0.1.0".to_owned(),
            session: "k7qd".to_owned(),
            plan: None,
            title: "30 minutes".to_owned(),
            seed: u64::MAX,
            level: Level::Full,
            python: "3.11.7".to_owned(),
            bank_hash: "ef".repeat(32),
            bank_changed: false,
            minutes: 30,
            conditions: Default::default(),
            minutes_at_usual_pace: Some(30),
            started_at: "2026-11-21T10:00:00Z".to_owned(),
            ended_at: "2026-11-21T10:30:00Z".to_owned(),
            ended_by: Ending::TimeUp,
            used_s: 1_800,
            clock_estimated: false,
            pauses: vec![
                PauseReport {
                    after_s: 60,
                    length_s: 3_600,
                    why: Some(Stop::EndOfInput),
                    estimated: true,
                    costs_time: false,
                },
                PauseReport { after_s: 90, length_s: 5, why: None, estimated: false, costs_time: true },
            ],
            remarks: vec![Remark::LevelWidened {
                slug: "merge-sorted-lists".to_owned(),
                level: Difficulty::Easy,
                wanted: vec![Difficulty::Medium],
            }],
            questions: vec![question],
            interviewer: None,
            confidence: vec![ConfidenceNote {
                topic: "typing".to_owned(),
                leans: Leans::Under,
                self_rated_percent: 30,
                key_points: 4,
                passed: 8,
                total: 8,
                says: "You know more than you give yourself.".to_owned(),
            }],
            timeline: vec![
                Happening { at_ms: 2_000, question: 1, what: What::Saved { sha256: "ab".repeat(32), lines: 12 } },
                Happening { at_ms: 2_040, question: 1, what: What::Bell { why: Ending::TimeUp } },
            ],
            next: vec![Step { command: "greenroom start --minutes 30".to_owned(), why: "Again.".to_owned() }],
        }
    }

    #[test]
    fn a_document_satisfies_the_schema() {
        let document: serde_json::Value = serde_json::from_str(&render(&report())).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
    }

    #[test]
    fn a_document_is_read_back_as_it_was() {
        assert_eq!(serde_json::from_str::<SessionReport>(&render(&report())).unwrap(), report());
    }

    #[test]
    fn scripts_find_the_fields_that_they_were_promised() {
        let document: serde_json::Value = serde_json::from_str(&render(&report())).unwrap();
        for field in ["version", "session", "plan", "seed", "level", "python", "questions"] {
            assert!(document.get(field).is_some(), "{field}");
        }
        for field in ["slug", "verdict", "best", "answer_sha256", "hints"] {
            assert!(document["questions"][0].get(field).is_some(), "{field}");
        }
        assert_eq!((&document["questions"][0]["verdict"], &document["ended_by"]), (&"fail".into(), &"time-up".into()));
    }
}
