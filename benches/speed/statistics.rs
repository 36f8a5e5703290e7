//! Medians and what lies around them.

use serde::Serialize;

/// The median of some figures, their extremes, and the figure below which 99 of 100 lie.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Spread {
    pub median: f64,
    pub min: f64,
    pub max: f64,
    pub p99: f64,
    pub count: usize,
}

impl Spread {
    pub fn of(figures: &[f64]) -> Spread {
        let mut sorted = figures.to_vec();
        sorted.sort_by(f64::total_cmp);
        let [Some(&min), Some(&max)] = [sorted.first(), sorted.last()] else { return Spread::default() };
        let (middle, count) = (sorted.len() / 2, sorted.len());
        let median = if count % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 };
        let p99 = sorted[(count * 99).div_ceil(100).saturating_sub(1)];
        Spread { median, min, max, p99, count }
    }

    pub fn scaled(&self, factor: f64) -> Spread {
        let Spread { median, min, max, p99, count } = *self;
        Spread { median: median * factor, min: min * factor, max: max * factor, p99: p99 * factor, count }
    }
}
