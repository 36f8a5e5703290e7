//! A session with a text of strangers in every place that takes one, and what a page of it must be.

use crate::model::claim::{Claim, JudgedClaim, Outcome};
use crate::model::cost_report::{CostReport, FollowUpReport};
use crate::model::event::{Asker, Remark};
use crate::model::growth::Class;
use crate::model::partner::Did;
use crate::model::question::{Clarification, Classes, FollowUp, Idiom, Prose};
use crate::model::record::{Detail, Failure};
use crate::model::session_report::{SessionReport, Step};
use crate::model::timeline::{Happening, What};
use crate::model::verdict::Verdict;
use crate::model::wire::{Raised, TraceLine};
use crate::model::wording::Wording;
use crate::report::session_testing::{Room, interviewer, opened, report};
use roxmltree::{Document, ParsingOptions};

/// The same with this text in every place that a text of others gets to.
pub fn hostile(text: &str) -> (SessionReport, Room) {
    let own = || text.to_owned();
    let mut report = report();
    (report.title, report.session, report.python) = (own(), own(), own());
    (report.started_at, report.bank_hash, report.plan) = (own(), own(), Some(own()));
    report.next = vec![Step { command: own(), why: own() }];
    report.interviewer = Some(interviewer(text, text));
    for marks in report.interviewer.iter_mut().flat_map(|interviewer| &mut interviewer.questions) {
        // A key point that the bank has no more is told by its name.
        marks.key_points[0].id = own();
    }
    let marked = What::Interviewer(Did::Marked { point: own(), score: 1.0 });
    for what in [What::Rated { point: own(), score: 0.5 }, marked] {
        report.timeline.push(Happening { at_ms: 9_000, question: 1, what });
    }
    report.greenroom = own();
    report.remarks.push(Remark::TopicWidened { slug: own(), topic: own(), wanted: vec![own()] });
    for question in &mut report.questions {
        (question.slug, question.title, question.topic) = (own(), own(), own());
        for unasked in &mut question.unasked {
            (unasked.ask, unasked.cases, unasked.says) = (own(), vec![own()], own());
        }
    }
    report.confidence.iter_mut().for_each(|note| (note.topic, note.says) = (own(), own()));
    let classes = Classes { time: Class::Linear, space: Class::Linear };
    let claim = Claim { time: Class::Linear, space: Class::Linear, why: own() };
    report.questions[1].cost = Some(CostReport {
        answer_sha256: own(),
        is_of_final_answer: false,
        judged: Some(JudgedClaim {
            claim,
            time: Outcome::Right,
            space: Outcome::Wrong,
            author: classes,
            counted: vec![Class::Linear],
        }),
        claims: 1,
        author: classes,
        counted: vec![Class::Linear],
    });
    report.questions[1].follow_ups = vec![FollowUpReport {
        number: 1,
        ask: own(),
        wording: Wording::AsPut,
        by: Asker::Interviewer,
        self_rated: Some(0.5),
    }];
    let mut room = opened();
    let raised =
        Raised { exception: own(), message: own(), trace: vec![TraceLine { line: 1, column: 0, function: own() }] };
    let failure = Failure {
        before: vec![own()],
        call: own(),
        expected: Some(own()),
        got: Some(format!("x{text}")),
        note: Some(own()),
        raised: Some(raised),
        printed: own(),
        ..Failure::default()
    };
    for graded in room.graded.iter_mut().flatten() {
        graded.checked.says = Some(own());
        match &mut graded.checked.detail {
            Detail::Cases(cases) => {
                for case in cases.iter_mut() {
                    (case.name, case.sentence, case.failure) = (own(), own(), Some(failure.clone()));
                }
                cases[1].verdict = Verdict::Error;
            }
            Detail::Lines(lines) => {
                for line in lines {
                    (line.predicted, line.printed) = (Some(own()), Some(own()));
                }
            }
            Detail::Manual => {}
        }
    }
    for material in &mut room.materials {
        let question = &mut material.question;
        question.prompt = Prose::Text(own());
        question.model_answer = Prose::Text(own());
        question.hints = vec![Prose::Text(own())];
        question.clarify = vec![Clarification { ask: own(), answer: Prose::Text(own()), cases: Vec::new() }];
        question.mistakes = vec![own()];
        question.follow_ups = vec![FollowUp { ask: own(), answer: Prose::Text(own()), about: None }];
        question.idiom = Some(Idiom { file: own(), says: Prose::Text(own()), fails: vec![own()] });
        material.idiom = Some(own());
        question.key_points[0].text = own();
        material.snippet = Some(own());
        for case in &mut material.cases {
            (case.name, case.sentence, case.text) = (own(), own(), own());
        }
    }
    room.answers = room.answers.iter().map(|_| Some(own())).collect();
    room.better = format!("{text}\nbetter");
    (report, room)
}

/// The page as a tree: every element that is opened is closed, and no text of a stranger became an element.
#[track_caller]
pub fn assert_sound(page: &str) {
    // What HTML leaves open is closed for a reader of XML, and style sheets are not its business.
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let mut text = String::new();
    for (index, part) in head.split("<meta ").enumerate() {
        match (index, part.split_once('>')) {
            (0, _) | (_, None) => text += part,
            (_, Some((attributes, rest))) => text += &format!("<meta {attributes}/>{rest}"),
        }
    }
    text += body;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).unwrap_or_else(|error| panic!("{error}: {text}"));
    const KNOWN: &str = " html head meta title body header main footer section article h1 h2 h3 h5 p ul ol li b i em strong \
        del div figure figcaption span svg rect text line table thead tbody tr th td bdi code pre dl dt dd a details summary \
        blockquote hr br sup ";
    for node in document.descendants().filter(|node| node.is_element()) {
        assert!(KNOWN.contains(&format!(" {} ", node.tag_name().name())), "{node:?}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "src", "{node:?}");
            assert!(attribute.name() != "href" || attribute.value().starts_with("#q"), "{node:?}");
        }
    }
    assert!(!page.contains(['\u{1b}', '\u{202e}', '\0', '\r', '\u{2028}']), "{page}");
}
