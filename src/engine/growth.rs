//! How the cost of a right answer grows: have it count its steps for the inputs of its check, and say which class that is.
//! What an answer counts is its own claim, so this is advice, and no verdict knows of it.

use crate::bank::entry::Entry;
use crate::engine::code::parse;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::default_seed;
use crate::engine::fit::fit;
use crate::engine::options::terms;
use crate::judge::judge::Judge;
use crate::judge::run::{End, Terms};
use crate::model::growth::{Class, Growth, Point};
use crate::model::limits::Limits;
use crate::model::wire::{CheckJob, CountJob};

/// The sizes that are counted, as far as the budget goes.
// Receipt: from 16 to 4096 a logarithm grows threefold, which tells n from n log n; the smaller ones are for what explodes.
const SIZES: [u32; 21] =
    [4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096];

/// The most steps that are counted for one size.
// Receipt: n^3 with one step a turn gets to 64 with it, and five sizes from 8 on decide.
const BUDGET: u64 = 500_000;

/// CPU for one size, and wall time for all of them.
// Receipt: of the 61 functions of `tests/growth/` the slowest took 0.6 s of CPU for one size and 1.2 s for all, half of them
// 0.01 s or less.
const CPU_S: f64 = 3.0;
const WALL_S: f64 = 20.0;

/// Count an answer. A failure to count is part of the result; an error is our failure.
pub fn count(judge: &mut Judge, entry: &Entry, source: &str, seed: Option<u64>) -> Result<Growth, EvaluateError> {
    let author = author(entry);
    let check = parse(judge, entry)?;
    if !check.grows() {
        return Ok(Growth::not_counted("this question says no inputs of growing size", author));
    }
    let Terms { launch, limits } = terms(&entry.question);
    let limits = Limits { cpu_s: CPU_S, wall_s: WALL_S, memory_mib: limits.memory_mib.max(512), ..limits };
    let job = CountJob {
        check: CheckJob {
            answer: source.to_owned(),
            execute: true,
            setup: check.setup.code.clone(),
            seed_random: check.setup.source.contains("random"),
            seed: seed.unwrap_or_else(|| default_seed(entry)),
            cases: Vec::new(),
        },
        sizes: SIZES.to_vec(),
        budget: BUDGET,
    };
    let counted = judge.count(&Terms { launch, limits }, &job)?;
    let failed = counted.load.as_ref().and_then(|load| load.failed.as_ref());
    if let Some(failed) = failed {
        let reason =
            format!("the answer that counts does not load: {}: {}", failed.raised.exception, failed.raised.message);
        return Ok(Growth::not_counted(&reason, author));
    }
    let whole = SIZES.into_iter().zip(&counted.counts).filter(|(_, count)| count.is_whole());
    let points: Vec<Point> = whole.map(|(size, count)| Point { size, steps: count.steps }).collect();
    let stopped = SIZES.get(points.len()).map(|size| {
        let raised = counted.counts.last().and_then(|count| count.raised.as_ref());
        match (raised, &counted.end) {
            (Some(raised), _) => format!("size {size} raised {}: {}", raised.exception, raised.message),
            (None, End::Complete) => format!("size {size} takes more than {BUDGET} steps"),
            (None, End::Timeout(_)) => format!("size {size} took too long"),
            (None, _) => format!("the process ended at size {size}"),
        }
    });
    let fit = fit(&points);
    Ok(Growth { points, class: fit.class, nearest: fit.nearest, stopped, author })
}

/// The class of the author's answer, for the inputs of the check.
fn author(entry: &Entry) -> Option<Class> {
    entry.question.complexity.as_ref()?.classes.map(|classes| classes.time)
}
