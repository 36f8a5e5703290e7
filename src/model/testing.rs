//! What the tests of sessions share: a small session, its questions, and moments that are told instead of read.

use std::path::PathBuf;

use crate::model::day::Day;
use crate::model::event::{
    Boot, CheckSummary, DrawnQuestion, Ending, Event, Moment, Occasion, Remark, Scope, Started, Stop,
};
use crate::model::isolation::Level;
use crate::model::material::{Material, OpenCase};
use crate::model::practice::{Practice, PracticeId, Source};
use crate::model::progress::{Grade, Standing, Status};
use crate::model::question::{Difficulty, Kind, Question};
use crate::model::session_report::{PauseReport, QuestionReport, SessionReport, Step, VERSION};
use crate::model::session_status::{LastCheck, QuestionStatus, SessionStatus, State};
use crate::model::verdict::Verdict;

/// A moment, in seconds since the session started.
pub fn at(seconds: u64) -> Moment {
    let millis = 1_795_000_000_000 + 1_000 * i64::try_from(seconds).expect("tests are short");
    Moment { wall_ms: millis, boottime_ns: (500 + seconds) * 1_000_000_000, boot: Boot(1) }
}

/// Ten minutes: a prediction of three, code of four, an explanation of two.
pub fn started() -> Started {
    let question = |slug: &str, title: &str, kind, topic: &str, budget_minutes| DrawnQuestion {
        slug: slug.to_owned(),
        title: title.to_owned(),
        kind,
        topic: topic.to_owned(),
        level: Difficulty::Easy,
        budget_minutes,
    };
    Started {
        session: "k7qd".to_owned(),
        greenroom: "0.1.0".to_owned(),
        plan: Some("trial-10".to_owned()),
        title: "Ten-minute trial".to_owned(),
        seed: 7,
        bank_hash: "5f3a".repeat(16),
        banks: Vec::new(),
        minutes: 10,
        topics: Vec::new(),
        levels: Vec::new(),
        conditions: Default::default(),
        questions: vec![
            question("is-vs-equality", "is and ==", Kind::Predict, "object-model", 3),
            question("merge-sorted-lists", "Merge two sorted lists", Kind::Code, "data-structures-and-algorithms", 4),
            question("gil", "The Global Interpreter Lock", Kind::Explain, "concurrency", 2),
        ],
        remarks: Vec::new(),
        folder: PathBuf::from("/tmp/greenroom-2026-11-18-k7qd"),
        level: Level::Full,
        python: "3.11.7".to_owned(),
    }
}

pub fn saved(question: usize, content: &str) -> Event {
    Event::Saved { question, sha256: format!("sha of {content}"), content: content.as_bytes().to_vec() }
}

pub fn checked(question: usize, content: &str, occasion: Occasion, passed: usize, total: usize) -> Event {
    let verdict = if passed == total { Verdict::Pass } else { Verdict::Fail };
    let failed = (passed..total).map(|number| format!("case_{number}")).collect();
    let sha256 = format!("sha of {content}");
    Event::Checked(CheckSummary { question, sha256, occasion, verdict, passed, total, failed, not_run: Vec::new() })
}

/// Code that passed at its first check, without a hint, in the time that it is meant to take: so many days after the start.
pub fn practised(number: u32, day: u64, slug: &str) -> Practice {
    let mut hash = [0; 16];
    hash[..4].copy_from_slice(&number.to_be_bytes());
    Practice {
        id: PracticeId::from_hash(&hash),
        at_ms: at(day * 86_400).wall_ms,
        slug: slug.to_owned(),
        kind: Kind::Code,
        source: Source::Watch,
        scope: Scope::All,
        verdict: Verdict::Pass,
        passed: 9,
        total: 9,
        hints: 0,
        used_s: Some(500),
        budget_s: 600,
        self_rated: None,
        answer_sha256: String::new(),
    }
}

/// A prediction that was passed on day 100 and is due on day 103.
pub fn due(slug: &str) -> Standing {
    Standing {
        slug: slug.to_owned(),
        title: "A title".to_owned(),
        kind: Kind::Predict,
        topic: "memory".to_owned(),
        level: Difficulty::Medium,
        minutes: 4,
        status: Status::Due,
        checks: 3,
        last: Some(Day(100)),
        graded: Some(Day(100)),
        grade: Some(Grade::Good),
        due: Some(Day(103)),
        stability_days: Some(3.0),
        recall: Some(0.8),
        used_s: None,
    }
}

/// The material of the questions of `started`. Every hidden text has the word SECRET in it.
pub fn materials() -> Vec<Material> {
    let question = |slug: &str, title: &str, kind: &str, topic: &str, prompt: &str| -> Question {
        serde_json::from_value(serde_json::json!({
            "format": 1,
            "slug": slug,
            "title": title,
            "kind": kind,
            "topic": topic,
            "level": "easy",
            "minutes": 4,
            "seeds": [],
            "prompt": prompt,
            "clarify": [{ "ask": "May it be empty?", "answer": "Yes: SECRET clarification.",
                "cases": if kind == "code" { vec!["case_8"] } else { vec![] } }],
            "constraints": if kind == "code" { vec!["time O(n)"] } else { vec![] },
            "hints": ["SECRET hint one", "SECRET hint two"],
            "wrong": [{ "file": "bad_SECRET.py", "fails": ["case_SECRET"], "says": "SECRET remark" }],
            "model_answer": "SECRET model answer",
            "key_points": [
                { "id": "what", "text": "SECRET point: what it is", "weight": 2 },
                { "id": "why", "text": "SECRET point: why it is there", "weight": 2 },
                { "id": "now", "text": "SECRET point: how it is now", "weight": 2 },
            ],
            "follow_ups": [{ "ask": "SECRET follow-up", "answer": "SECRET" }],
            "mistakes": ["SECRET mistake"],
        }))
        .expect("the fields are those of a question")
    };
    vec![
        Material {
            question: question(
                "is-vs-equality",
                "is and ==",
                "predict",
                "object-model",
                "Say exactly what each line prints.",
            ),
            samples: String::new(),
            starter: String::new(),
            snippet: Some("a = [1, 2]\nb = [1, 2]\nprint(a == b)\nprint(a is b)\n".to_owned()),
            cases: Vec::new(),
            idiom: None,
        },
        Material {
            question: question(
                "merge-sorted-lists",
                "Merge two sorted lists",
                "code",
                "data-structures-and-algorithms",
                "Write `merge_sorted(a, b)` that merges two sorted lists into a new sorted list.",
            ),
            samples: ">>> merge_sorted([1, 3, 5], [2, 4])\n[1, 2, 3, 4, 5]\n".to_owned(),
            starter: "def merge_sorted(a, b):\n    ...\n".to_owned(),
            snippet: None,
            cases: vec![open_case("sample_0", true), open_case("case_2", false)],
            idiom: None,
        },
        Material {
            question: question(
                "gil",
                "The Global Interpreter Lock",
                "explain",
                "concurrency",
                "What is the GIL, and why does CPython have it?",
            ),
            samples: String::new(),
            starter: String::new(),
            snippet: None,
            cases: Vec::new(),
            idiom: None,
        },
    ]
}

fn open_case(name: &str, is_sample: bool) -> OpenCase {
    let text = format!(">>> merge_sorted([], []){}\n[]\n", if is_sample { "" } else { "  # SECRET" });
    OpenCase { name: name.to_owned(), is_sample, sentence: "Nothing is still a list.".to_owned(), text }
}

/// A report of thirty minutes without questions, in which the clock stood still once, after so many seconds.
pub fn session_report(paused_after_s: u64) -> SessionReport {
    SessionReport {
        version: VERSION,
        greenroom: "0.1.0".to_owned(),
        session: "k7qd".to_owned(),
        plan: Some("phone-screen-30".to_owned()),
        title: "30-minute phone screen".to_owned(),
        seed: 7,
        level: Level::Full,
        python: "3.11.7".to_owned(),
        bank_hash: "ef".repeat(32),
        bank_changed: false,
        minutes: 30,
        conditions: Default::default(),
        minutes_at_usual_pace: Some(30),
        started_at: "2026-11-21T10:00:00Z".to_owned(),
        ended_at: "2026-11-21T11:35:00Z".to_owned(),
        ended_by: Ending::TimeUp,
        used_s: 1_800,
        clock_estimated: false,
        pauses: vec![PauseReport {
            after_s: paused_after_s,
            length_s: 3_900,
            why: Some(Stop::Quit),
            estimated: false,
            costs_time: false,
        }],
        remarks: vec![Remark::LevelWidened {
            slug: "merge-sorted-lists".to_owned(),
            level: Difficulty::Medium,
            wanted: vec![Difficulty::Easy],
        }],
        questions: Vec::new(),
        confidence: Vec::new(),
        interviewer: None,
        timeline: Vec::new(),
        next: vec![Step {
            command: "greenroom check merge-sorted-lists room/2-merge-sorted-lists/answer.py".to_owned(),
            why: "Question 2: 7 of 9 cases pass.".to_owned(),
        }],
    }
}

/// What a report says of a question whose answer passed nine of nine.
pub fn question_report(slug: &str, kind: Kind) -> QuestionReport {
    QuestionReport {
        slug: slug.to_owned(),
        title: slug.replace('-', " "),
        kind,
        topic: "classes".to_owned(),
        difficulty: Difficulty::Easy,
        verdict: Verdict::Pass,
        best: Verdict::Pass,
        answer_sha256: Some("ab".to_owned()),
        best_sha256: Some("ab".to_owned()),
        passed: 9,
        total: 9,
        best_passed: 9,
        failed: Vec::new(),
        hints: 0,
        hints_available: 2,
        clarifications: 0,
        clarifications_available: 2,
        checks: 1,
        saves: 3,
        budget_s: 180,
        used_s: 130,
        conduct: Default::default(),
        cost: None,
        follow_ups: Vec::new(),
        key_points: Vec::new(),
        delivery: Vec::new(),
        unasked: Vec::new(),
    }
}

/// A session of `started` that was left for two hours: the code was checked, changed and flagged.
pub fn session_status() -> SessionStatus {
    let started = started();
    let question = |drawn: &DrawnQuestion| QuestionStatus {
        slug: drawn.slug.clone(),
        title: drawn.title.clone(),
        kind: drawn.kind,
        topic: drawn.topic.clone(),
        level: drawn.level,
        budget_s: 240,
        used_s: 130,
        saves: 0,
        saved_at: None,
        saved_ago_s: None,
        check: None,
        hints: 0,
        flagged: false,
        closed: false,
    };
    let mut questions: Vec<QuestionStatus> = started.questions.iter().map(question).collect();
    questions[1] = QuestionStatus {
        saves: 3,
        saved_at: Some("2026-11-18T11:06:40Z".to_owned()),
        saved_ago_s: Some(7_500),
        check: Some(LastCheck {
            at: "2026-11-18T11:06:10Z".to_owned(),
            ago_s: 7_530,
            verdict: Verdict::Fail,
            passed: 8,
            total: 13,
            samples_only: false,
            changed_since: true,
        }),
        hints: 1,
        flagged: true,
        ..questions[1].clone()
    };
    SessionStatus {
        session: started.session,
        title: started.title,
        plan: started.plan,
        folder: started.folder,
        conditions: started.conditions,
        state: State::Suspended,
        process: None,
        left_because: Some(Stop::Interrupted),
        started_at: "2026-11-18T10:40:00Z".to_owned(),
        started_ago_s: 9_000,
        last_at: "2026-11-18T11:06:40Z".to_owned(),
        last_ago_s: 7_500,
        length_s: 1_800,
        used_s: 350,
        left_s: 1_450,
        clock_estimated: false,
        current: 2,
        saved_at: Some("2026-11-18T11:06:40Z".to_owned()),
        saved_ago_s: Some(7_500),
        questions,
        next: vec![Step { command: "greenroom resume k7qd".to_owned(), why: "Go on with it.".to_owned() }],
    }
}
