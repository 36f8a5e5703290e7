//! Contenders in turn, round after round, so that a change of load meets all of them.

use std::time::Duration;

use serde::Serialize;

use crate::account::Used;
use crate::contender::{Contender, Problem};
use crate::statistics::Spread;
use crate::workload::{Workload, answers};

/// Answers of the batch with which a contender is proved.
const PROOF: u32 = 3;

/// From this size on, a batch is long enough to need few rounds.
const LONG: u32 = 5000;

/// A contender in one size of batch.
#[derive(Debug, Serialize)]
pub struct Batch {
    pub name: &'static str,
    pub isolation: &'static str,
    pub size: u32,
    /// Of one answer.
    pub cpu_ms: Spread,
    /// Of one answer.
    pub wall_ms: Spread,
    /// CPU of one answer as the contender itself reports it, if it does.
    pub claimed_cpu_ms: Option<f64>,
    /// Of one answer.
    pub minor_faults: f64,
    pub own_peak_mib: f64,
    pub tree_peak_mib: f64,
}

/// All that was measured, and why others were not.
#[derive(Debug, Default, Serialize)]
pub struct Rounds {
    pub batches: Vec<Batch>,
    pub broken: Vec<String>,
}

impl Rounds {
    pub fn find(&self, name: &str, size: u32) -> Option<&Batch> {
        self.batches.iter().find(|batch| batch.name == name && batch.size == size)
    }

    /// The largest batch of a contender up to a size.
    pub fn largest(&self, name: &str, most: u32) -> Option<&Batch> {
        self.batches.iter().filter(|batch| batch.name == name && batch.size <= most).max_by_key(|batch| batch.size)
    }
}

/// How many steps `measure` takes.
pub fn steps(contenders: &[Contender], rounds: u32) -> u64 {
    let sizes = contenders.iter().flat_map(|contender| &contender.sizes);
    contenders.len() as u64 + sizes.map(|size| u64::from(rounds_of(*size, rounds))).sum::<u64>()
}

/// Prove each contender, then measure those that are right.
pub fn measure(
    workload: &Workload,
    contenders: Vec<Contender>,
    rounds: u32,
    batch: &mut u32,
    step: &dyn Fn(&str),
) -> Rounds {
    let mut broken = Vec::new();
    let mut running = Vec::new();
    for contender in contenders {
        step(&format!("{}: does it reject a wrong answer?", contender.name));
        match contender.prove(workload, &answers(PROOF, batch)) {
            Ok(()) => {
                let sizes = contender.sizes.iter().map(|size| Series::new(*size)).collect();
                running.push(Running { contender, sizes, problem: None });
            }
            Err(problem) => broken.push(format!("{}: {problem}", contender.name)),
        }
    }
    for round in 0..rounds {
        // Nobody is always the first.
        let count = running.len().max(1);
        for index in 0..running.len() {
            running[(index + round as usize) % count].round(workload, round, rounds, batch, step);
        }
    }
    for running in &running {
        broken.extend(running.problem.iter().map(|problem| format!("{}: {problem}", running.contender.name)));
    }
    let batches = running.iter().flat_map(|running| {
        running.sizes.iter().filter(|series| !series.used.is_empty()).map(|series| series.batch(&running.contender))
    });
    Rounds { batches: batches.collect(), broken }
}

fn rounds_of(size: u32, rounds: u32) -> u32 {
    if size >= LONG { rounds.min(2) } else { rounds }
}

struct Running {
    contender: Contender,
    sizes: Vec<Series>,
    problem: Option<Problem>,
}

impl Running {
    fn round(&mut self, workload: &Workload, round: u32, rounds: u32, batch: &mut u32, step: &dyn Fn(&str)) {
        for series in &mut self.sizes {
            if self.problem.is_some() || round >= rounds_of(series.size, rounds) {
                continue;
            }
            step(&format!("{}, {} answers, round {}", self.contender.name, series.size, round + 1));
            match (self.contender.grade)(workload, &answers(series.size, batch)) {
                Ok(graded) if graded.rejected == 0 => {
                    series.used.push(graded.used);
                    series.claimed.extend(graded.claimed);
                }
                Ok(graded) => self.problem = Some(format!("rejects {} right answers", graded.rejected)),
                Err(problem) => self.problem = Some(problem),
            }
        }
    }
}

/// What one contender used for batches of one size.
struct Series {
    size: u32,
    used: Vec<Used>,
    claimed: Vec<Duration>,
}

impl Series {
    fn new(size: u32) -> Series {
        Series { size, used: Vec::new(), claimed: Vec::new() }
    }

    fn batch(&self, contender: &Contender) -> Batch {
        let of = |figure: fn(&Used) -> f64| Spread::of(&self.used.iter().map(figure).collect::<Vec<_>>());
        let each = |spread: Spread| spread.scaled(1.0 / f64::from(self.size));
        let claimed: Vec<f64> = self.claimed.iter().map(|time| time.as_secs_f64() * 1e3).collect();
        Batch {
            name: contender.name,
            isolation: contender.isolation,
            size: self.size,
            cpu_ms: each(of(|used| used.cpu.as_secs_f64() * 1e3)),
            wall_ms: each(of(|used| used.wall.as_secs_f64() * 1e3)),
            claimed_cpu_ms: (!claimed.is_empty()).then(|| each(Spread::of(&claimed)).median),
            minor_faults: each(of(|used| used.minor_faults as f64)).median,
            own_peak_mib: of(|used| used.own_peak_kib as f64 / 1024.0).max,
            tree_peak_mib: of(|used| used.tree_peak_kib as f64 / 1024.0).max,
        }
    }
}
