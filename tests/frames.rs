//! Hostile replies, through everything that the parent does with them: bounds, order, comparison, screen, reports. The same
//! code is fuzzed for longer by `tests/fuzz/`.

use arbitrary::Unstructured;
use greenroom::judge::frame::frame;
use greenroom::judge::run::End;
use greenroom::model::isolation::Layer;
use greenroom::model::limits::{Limits, MAX_FRAME_BYTES, MAX_SHOWN_BYTES};
use greenroom::model::value::{Value, put_length, tag};
use greenroom::model::verdict::Verdict;
use greenroom::model::wire::{ExampleReply, Frame, Load};
use greenroom::ui::paint::Look;
use proptest::prelude::*;

use crate::memory::peak_of;
use crate::parent::{hear, judge, try_stream};
use crate::question::{Asked, asked, jobs, right_reply};

#[path = "fuzz/src/make.rs"]
mod make;
#[path = "fuzz/src/memory.rs"]
mod memory;
#[path = "fuzz/src/mutate.rs"]
mod mutate;
#[path = "fuzz/src/parent.rs"]
mod parent;
#[path = "fuzz/src/question.rs"]
mod question;

const LOOK: Look = Look { width: 80, colour: false, unicode: true };

fn right_frames(asked: &Asked) -> Vec<Frame> {
    let case = |index: usize| {
        let pairs = asked.cases[index].examples.iter().zip(&asked.references[index]);
        Frame::Case { examples: pairs.map(|(example, reply)| right_reply(&example.expected, Some(reply))).collect() }
    };
    let loaded = Frame::Loaded(Load { printed: String::new(), failed: None });
    std::iter::once(loaded).chain((0..asked.cases.len()).map(case)).collect()
}

#[test]
fn right_replies_pass_however_they_are_cut() {
    let asked = asked();
    let [job, ..] = jobs(&asked);
    let stream: Vec<u8> = right_frames(&asked).iter().flat_map(frame).collect();
    for size in [1, 7, 100, stream.len()] {
        let heard = hear(&job, &Limits::default(), stream.chunks(size));
        assert_eq!(heard.end, End::Complete);
        let verdicts = judge(&asked, heard, &Limits::default(), LOOK);
        assert_eq!(verdicts, vec![Verdict::Pass; asked.cases.len()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_get_further_than_a_verdict(
        stream in proptest::collection::vec(any::<u8>(), 0..200),
        job in 0_usize..4,
        sizes: [u8; 2],
    ) {
        let asked = asked();
        try_stream(&asked, &jobs(&asked)[job], &stream, &sizes, LOOK);
    }

    #[test]
    fn frames_that_were_cut_mutated_or_interleaved_get_no_further_than_a_verdict(
        bytes in proptest::collection::vec(any::<u8>(), 0..700),
        sizes: [u8; 2],
        width in 40_usize..100,
        unicode: bool,
    ) {
        let asked = asked();
        let mut from = Unstructured::new(&bytes);
        let frames = make::frames(&asked, &mut from).unwrap();
        let stream = mutate::stream(&frames, &mut from).unwrap();
        try_stream(&asked, &jobs(&asked)[0], &stream, &sizes, Look { width, unicode, ..LOOK });
    }
}

/// One value of `levels` lists in each other, again and again in a list of less than a mebibyte and 100,000 nodes.
fn nested(levels: usize) -> Vec<u8> {
    let inner = [[tag::LIST, 1].repeat(levels - 1), vec![tag::LIST, 0]].concat();
    let count = 99_000 / levels;
    let mut value = vec![tag::LIST];
    put_length(&mut value, count);
    value.extend(inner.repeat(count));
    assert!(Value::decode(&value).is_ok());
    value
}

fn flat() -> Vec<u8> {
    Value::List(vec![Value::None; 99_000]).encode()
}

/// Frames made to take much memory, of nearly the largest size.
fn greedy() -> Vec<(&'static str, Vec<u8>)> {
    let case = |shown: Vec<Vec<u8>>| {
        let reply = ExampleReply { shown, printed: String::new(), raised: None };
        let loaded = Frame::Loaded(Load { printed: String::new(), failed: None });
        [frame(&loaded), frame(&Frame::Case { examples: vec![reply] })].concat()
    };
    let most = MAX_FRAME_BYTES - 1000;
    // Once to the bound of a frame, once to the bound of all values of a case.
    let filled = |bytes: usize, value: Vec<u8>| case(vec![value.clone(); (bytes / (value.len() + 4)).min(9999)]);
    vec![
        ("flat lists in a frame", filled(most, flat())),
        ("flat lists", filled(MAX_SHOWN_BYTES, flat())),
        ("lists in lists", filled(MAX_SHOWN_BYTES, nested(60))),
        ("lists of one list", filled(MAX_SHOWN_BYTES, nested(2))),
        ("small values", filled(MAX_SHOWN_BYTES, vec![tag::LIST, 1, tag::LIST, 1, tag::LIST, 0])),
        ("a parsed check", frame(&Frame::Parsed(vec![0; most]))),
        ("layers", frame(&Frame::Ready { proved: vec![Layer::UserNamespace; most] })),
    ]
}

#[test]
fn frames_made_to_take_memory_stay_within_the_bound() {
    let Asked { cases, references } = asked();
    // One example that expects one value.
    let mut asked = Asked { cases: cases[..1].to_vec(), references: references[..1].to_vec() };
    asked.cases[0].examples.truncate(1);
    for (what, stream) in greedy() {
        let (peak, _) = peak_of(|| {
            let heard = hear(&jobs(&asked)[0], &Limits::default(), stream.chunks(16 * 1024));
            judge(&asked, heard, &Limits::default(), LOOK)
        });
        // Receipt: flat lists take 36 MiB. Before values and checks had these bounds, lists in lists took 255.
        assert!(peak < 48 * 1024 * 1024, "{what}: {} KiB for {}", peak / 1024, stream.len() / 1024);
    }
}
