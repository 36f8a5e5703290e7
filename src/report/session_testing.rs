//! A session as the tests of its reports see it.

use crate::model::check::CaseKind;
use crate::model::confidence::{ConfidenceNote, Leans};
use crate::model::delivery::{Criterion, DeliveryReport};
use crate::model::event::{Ending, Occasion, Stop};
use crate::model::isolation::Level;
use crate::model::material::Material;
use crate::model::partner::{InterviewerMarks, InterviewerNote, InterviewerReport, MarkedFollowUp, MarkedPoint};
use crate::model::question::Kind;
use crate::model::record::{CaseResult, Checked, Context, Detail, Failure, Graded, LineResult, Usage};
use crate::model::session_report::{Conduct, KeyPointReport, QuestionReport, SessionReport};
use crate::model::testing::{materials, question_report, session_report};
use crate::model::timeline::{Happening, What};
use crate::model::unasked::Unasked;
use crate::model::verdict::Verdict;
use crate::model::wording::Wording;
use crate::report::opened::Opened;

/// Thirty minutes with a prediction, code that got worse before the bell, an explanation, and one question unanswered.
pub fn report() -> SessionReport {
    let question = |slug: &str, title: &str, kind| QuestionReport {
        title: title.to_owned(),
        passed: 0,
        total: 0,
        best_passed: 0,
        ..question_report(slug, kind)
    };
    let point = |id: &str, self_rated| KeyPointReport { id: id.to_owned(), weight: 2, self_rated };
    let sha256 = "ab".to_owned();
    let happenings = [
        (180, 2, What::Focus),
        (240, 2, What::Saved { sha256: sha256.clone(), lines: 2 }),
        (
            241,
            2,
            What::Checked {
                sha256: sha256.clone(),
                occasion: Occasion::Save,
                verdict: Verdict::Pass,
                passed: 2,
                total: 2,
            },
        ),
        (
            300,
            2,
            What::Checked {
                sha256: sha256.clone(),
                occasion: Occasion::Request,
                verdict: Verdict::Fail,
                passed: 7,
                total: 9,
            },
        ),
        (360, 2, What::Pause { length_s: 3_900, why: Some(Stop::Quit), costs_time: false }),
        (400, 2, What::Hint { number: 1 }),
        (420, 2, What::Asked { number: 1 }),
        (900, 3, What::Focus),
        (1_700, 3, What::KeyPoints),
        (1_710, 3, What::Rated { point: "what".to_owned(), score: 1.0 }),
        (1_740, 3, What::Bell { why: Ending::TimeUp }),
        (1_740, 2, What::Checked { sha256, occasion: Occasion::Bell, verdict: Verdict::Fail, passed: 7, total: 9 }),
    ];
    SessionReport {
        used_s: 1_740,
        questions: vec![
            QuestionReport {
                passed: 4,
                total: 4,
                best_passed: 4,
                verdict: Verdict::Pass,
                used_s: 180,
                ..question("is-vs-equality", "is and ==", Kind::Predict)
            },
            QuestionReport {
                verdict: Verdict::Fail,
                passed: 7,
                total: 9,
                best_passed: 9,
                best_sha256: Some("cd".to_owned()),
                hints: 1,
                conduct: with_a_hint(),
                clarifications: 1,
                used_s: 720,
                budget_s: 660,
                topic: "algorithms".to_owned(),
                unasked: vec![never_asked()],
                ..question("merge-sorted-lists", "Merge two sorted lists", Kind::Code)
            },
            QuestionReport {
                verdict: Verdict::Manual,
                best: Verdict::Manual,
                best_sha256: None,
                hints: 1,
                conduct: with_a_hint(),
                used_s: 840,
                key_points: vec![point("what", Some(1.0)), point("why", Some(0.5)), point("now", None)],
                delivery: vec![
                    DeliveryReport { criterion: Criterion::Structure, self_rated: 0.5 },
                    DeliveryReport { criterion: Criterion::Words, self_rated: 1.0 },
                ],
                topic: "concurrency".to_owned(),
                ..question("gil", "The Global Interpreter Lock", Kind::Explain)
            },
            QuestionReport {
                verdict: Verdict::NotSubmitted,
                best: Verdict::NotSubmitted,
                answer_sha256: None,
                best_sha256: None,
                used_s: 0,
                ..question("exception-handling", "Order of try, else and finally", Kind::Predict)
            },
        ],
        interviewer: None,
        confidence: vec![ConfidenceNote {
            topic: "object-model".to_owned(),
            leans: Leans::Over,
            self_rated_percent: 90,
            key_points: 5,
            passed: 2,
            total: 6,
            says: "You rated yourself 90 % on object-model and predicted 2 of 6 lines right: you are surer than your results."
                .to_owned(),
        }],
        timeline: happenings
            .into_iter()
            .map(|(second, question, what)| Happening { at_ms: second * 1000, question, what })
            .collect(),
        ..session_report(360)
    }
}

fn never_asked() -> Unasked {
    Unasked {
        number: 1,
        ask: "May it be empty?".to_owned(),
        cases: vec!["case_2".to_owned()],
        says: "You never asked: “May it be empty?” It would have told you: nothing is still a list (`case_2` failed)."
            .to_owned(),
    }
}

fn with_a_hint() -> Conduct {
    Conduct { independence_percent: 90, ..Conduct::default() }
}

/// What an interviewer left of the code, with this note and this follow-up.
pub fn interviewer(note: &str, ask: &str) -> InterviewerReport {
    let point = |id: &str, score| MarkedPoint { id: id.to_owned(), weight: 2, score };
    let marks = InterviewerMarks {
        question: 2,
        minutes_added: 5,
        key_points: vec![point("what", Some(0.5)), point("why", Some(0.0)), point("now", None)],
        follow_ups: vec![MarkedFollowUp {
            number: 1,
            ask: ask.to_owned(),
            wording: Wording::AsPut,
            by_interviewer: true,
            score: Some(1.0),
        }],
        notes: vec![InterviewerNote { at_s: 610, text: note.to_owned() }],
    };
    InterviewerReport { minutes_added: 5, questions: vec![marks] }
}

/// What `opened` borrows from.
pub struct Room {
    pub materials: Vec<Material>,
    pub graded: Vec<Option<Graded>>,
    pub answers: Vec<Option<String>>,
    /// The version of the code that passed more.
    pub better: String,
}

impl Room {
    pub fn of(&self) -> Vec<Opened<'_>> {
        let better = |index| (index == 1).then(|| self.better.clone());
        let rows = self.materials.iter().zip(&self.graded).zip(&self.answers).enumerate();
        rows.map(|(index, ((material, graded), answer))| Opened {
            material,
            at_bell: graded.as_ref(),
            answer: answer.clone(),
            better: better(index),
        })
        .collect()
    }
}

/// The questions of `report` that were answered.
pub fn opened() -> Room {
    let line = |line, predicted: &str, printed: &str| LineResult {
        line,
        predicted: Some(predicted.to_owned()),
        printed: Some(printed.to_owned()),
        right: predicted == printed,
    };
    let prediction = Detail::Lines(vec![line(1, "True", "True"), line(2, "True", "False")]);
    let code = "def merge_sorted(a, b):\n    return a + b\n".to_owned();
    Room {
        materials: materials(),
        graded: vec![
            Some(graded(Verdict::Fail, prediction, "True\nTrue\n")),
            Some(graded(Verdict::Fail, cases("[1, 2, 3]", "[1, 3, 2]"), &code)),
            None,
        ],
        answers: vec![Some("True\nTrue\n".to_owned()), Some(code), Some("One lock for an interpreter.".to_owned())],
        better: "def merge_sorted(a, b):\n    return sorted(a + b)\n".to_owned(),
    }
}

fn cases(expected: &str, got: &str) -> Detail {
    let failure = Failure {
        call: "merge_sorted([1, 3], [2])\n".to_owned(),
        expected: Some(expected.to_owned()),
        got: Some(got.to_owned()),
        ..Failure::default()
    };
    let case = |name: &str, verdict, failure| CaseResult {
        name: name.to_owned(),
        kind: CaseKind::Hidden,
        verdict,
        sentence: "Nothing is still a list.".to_owned(),
        failure,
        fingerprint: String::new(),
    };
    Detail::Cases(vec![case("sample_0", Verdict::Pass, None), case("case_2", Verdict::Fail, Some(failure))])
}

fn graded(verdict: Verdict, detail: Detail, source: &str) -> Graded {
    let checked = Checked {
        slug: "merge-sorted-lists".to_owned(),
        file: "answer.py".to_owned(),
        verdict,
        answer_sha256: "ab".to_owned(),
        load: None,
        detail,
        says: Some("You *append* one list to the other.".to_owned()),
        usage: Usage::default(),
        context: Context { seed: 1, level: Level::Full, python: "3.11.7".to_owned() },
    };
    Graded { checked, source: source.to_owned() }
}
