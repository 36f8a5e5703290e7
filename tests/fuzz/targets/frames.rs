//! Arbitrary bytes, cut anywhere, as the replies of a child: five bytes choose the cases, the job, the screen and the cuts.
#![no_main]

use std::sync::LazyLock;

use greenroom::model::wire::Job;
use greenroom::ui::paint::Look;
use greenroom_fuzz::parent::try_stream;
use greenroom_fuzz::question::{Asked, chosen_job, pairs};
use libfuzzer_sys::{Corpus, fuzz_target};

static PAIRS: LazyLock<Vec<(Asked, [Job; 5])>> = LazyLock::new(pairs);

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some(([cases, choice, sizes @ ..], stream)) = bytes.split_first_chunk::<5>() else { return Corpus::Reject };
    let (asked, jobs) = &PAIRS[usize::from(*cases) % PAIRS.len()];
    // Half of all runs check an answer.
    let job = &jobs[chosen_job(*choice)];
    let look = Look { width: 40 + usize::from(choice >> 4) * 4, colour: false, unicode: choice & 8 == 0 };
    try_stream(asked, job, stream, sizes, look);
    Corpus::Keep
});
