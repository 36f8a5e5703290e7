//! All figures of a run.

use std::fs;

use serde::Serialize;

use crate::bars::{self, Bar};
use crate::floor::Floor;
use crate::overshoot::Overshoot;
use crate::rounds::Rounds;
use crate::statistics::Spread;

#[derive(Debug, Serialize)]
pub struct Figures {
    pub machine: Machine,
    pub rounds: Rounds,
    pub floor: Option<Floor>,
    pub watch_ms: Option<Spread>,
    pub overshoot: Option<Overshoot>,
    /// Parts that could not be measured, and why.
    pub problems: Vec<String>,
}

/// Where and when it was measured.
#[derive(Debug, Serialize)]
pub struct Machine {
    pub cores: usize,
    pub python: &'static str,
    /// Load average of the last minute before and after the run.
    pub load: [f64; 2],
}

impl Figures {
    /// The figures and the bars as one JSON document.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Document<'a> {
            version: u32,
            #[serde(flatten)]
            figures: &'a Figures,
            bars: Vec<Bar>,
        }
        let document = Document { version: 1, figures: self, bars: bars::bars(self) };
        serde_json::to_string_pretty(&document).expect("figures are plain data") + "\n"
    }
}

/// The load average of the last minute; 0 where it is not told.
pub fn load() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0.0)
}
