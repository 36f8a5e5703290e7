//! Hostile replies, through everything that the parent does with them: bounds, order, comparison, screen, reports. The same
//! code is fuzzed for longer by `tests/fuzz/`.

use std::fs;
use std::path::Path;

use arbitrary::Unstructured;
use greenroom::judge::frame::frame;
use greenroom::judge::run::End;
use greenroom::model::isolation::Layer;
use greenroom::model::limits::{Limits, MAX_FRAME_BYTES, MAX_SHOWN_BYTES};
use greenroom::model::mutant::Mutant;
use greenroom::model::value::{Value, put_length, tag};
use greenroom::model::verdict::Verdict;
use greenroom::model::wire::{Count, ExampleReply, Frame, Load, LoadFailure, LoadStage, Raised, TraceLine};
use greenroom::ui::paint::Look;
use proptest::prelude::*;

use crate::memory::peak_of;
use crate::parent::{hear, judge, try_stream};
use crate::question::{Asked, asked, chosen_job, jobs, pairs, right_reply};

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

/// The seeds of the fuzz target `frames`: five bytes of choices, then a stream. `UPDATE_SEEDS=1` writes them.
#[test]
fn the_seeds_of_the_fuzzer_get_as_far_as_a_frame() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds/frames");
    let pairs = pairs();
    let seeds: Vec<_> = (0_u8..).zip(&pairs).flat_map(|(number, (asked, _))| seeds(number, asked)).collect();
    if std::env::var_os("UPDATE_SEEDS").is_some() {
        for (name, choices, frames) in &seeds {
            let stream: Vec<u8> = frames.iter().flat_map(frame).collect();
            fs::write(folder.join(name), [choices, &[9, 200, 30][..], &stream].concat()).unwrap();
        }
    }
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let ([cases, choice, sizes @ ..], stream) = bytes.split_first_chunk::<5>().unwrap();
        let (asked, jobs) = &pairs[usize::from(*cases)];
        let job = &jobs[chosen_job(*choice)];
        assert!(try_stream(asked, job, stream, sizes, LOOK), "{}", path.display());
        count += 1;
    }
    assert_eq!(count, seeds.len());
}

/// Each with the bytes that choose its cases and its job.
fn seeds(number: u8, asked: &Asked) -> Vec<(String, [u8; 2], Vec<Frame>)> {
    let right = right_frames(asked);
    let wrong = right.iter().cloned().map(|frame| match frame {
        Frame::Case { mut examples } => {
            for example in &mut examples {
                example.shown.reverse();
                example.printed.push_str("more\n");
            }
            Frame::Case { examples }
        }
        other => other,
    });
    let raised = Raised {
        exception: "SyntaxError".to_owned(),
        message: "invalid syntax".to_owned(),
        trace: vec![TraceLine { line: 2, column: 5, function: "solve".to_owned() }],
    };
    let failed = LoadFailure { stage: LoadStage::Compile, raised: raised.clone() };
    let raising = ExampleReply { shown: Vec::new(), printed: "printed".to_owned(), raised: Some(raised.clone()) };
    let raising = Frame::Case { examples: vec![raising; asked.cases[0].examples.len()] };
    let script = Frame::Script { printed: "one\ntwo\nthree\n".to_owned(), raised: Some(raised.clone()) };
    let mutants = vec![Mutant::new(1, "<".to_owned(), "<=".to_owned(), 2..3, "<=".to_owned())];
    let mutated = Frame::Mutated { base: "a < b".to_owned(), mutants };
    let replies =
        [("right", 0, right.clone()), ("wrong", 0, wrong.collect()), ("raising", 8, vec![right[0].clone(), raising])];
    let count = |steps| Frame::Counted(Count { steps, over: false, raised: None });
    let counted = vec![right[0].clone(), count(20), count(30), count(40)];
    let stopped = Frame::Counted(Count { steps: 0, over: false, raised: Some(raised.clone()) });
    let stopped = vec![right[0].clone(), count(20), stopped];
    // What has nothing to do with the cases is kept once.
    let others = [
        ("failed", 0, vec![Frame::Loaded(Load { printed: String::new(), failed: Some(failed) })]),
        ("too_much", 0, vec![right[0].clone(), Frame::TooMuchOutput]),
        ("script", 5, vec![script]),
        ("parsed", 6, vec![Frame::Parsed(vec![0; 20])]),
        ("mutated", 7, vec![mutated]),
        ("counted", 4, counted),
        ("stopped", 4, stopped),
    ];
    let others = others.into_iter().filter(|_| number == 0);
    let named = |(name, choice, frames)| (format!("{name}_{number}"), [number, choice], frames);
    replies.into_iter().chain(others).map(named).collect()
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
