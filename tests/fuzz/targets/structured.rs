//! Frames of the protocol, made from the bytes of the fuzzer, then changed as bytes.
#![no_main]

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use greenroom::model::wire::Job;
use greenroom::ui::paint::Look;
use greenroom_fuzz::make::frames;
use greenroom_fuzz::mutate::stream;
use greenroom_fuzz::parent::try_stream;
use greenroom_fuzz::question::{Asked, pairs};
use libfuzzer_sys::{Corpus, fuzz_target};

static PAIRS: LazyLock<Vec<(Asked, [Job; 5])>> = LazyLock::new(pairs);

fuzz_target!(|bytes: &[u8]| -> Corpus { if run(bytes).is_ok() { Corpus::Keep } else { Corpus::Reject } });

fn run(bytes: &[u8]) -> Result<()> {
    let from = &mut Unstructured::new(bytes);
    let (asked, jobs) = from.choose(&PAIRS)?;
    let job = if from.ratio(9, 10)? { &jobs[0] } else { from.choose(jobs)? };
    let look = Look { width: from.int_in_range(40..=100)?, colour: false, unicode: from.arbitrary()? };
    let sizes: [u8; 2] = from.arbitrary()?;
    let frames = frames(asked, from)?;
    let stream = stream(&frames, from)?;
    try_stream(asked, job, &stream, &sizes, look);
    Ok(())
}
