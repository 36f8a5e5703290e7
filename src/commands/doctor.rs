//! `greenroom doctor`: what this machine gives, each layer tried by a child that uses it.

use crate::commands::failure::Failure;
use crate::commands::judges::judge;
use crate::judge::error::JudgeError;
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::{Isolation, Layer, Level};
use crate::model::wire::Preload;
use crate::ui::diagnosis::{self, Diagnosis, Examined};
use crate::ui::out;
use crate::ui::paint::Look;

pub fn run() -> Result<ExitStatus, Failure> {
    // Whatever is missing: this one tells what is, and which interpreter runs.
    let mut best = judge(Preload::Nothing, None)?;
    let proved = best.probe();
    let isolation = best.isolation().clone();
    let without = examine(Level::NoUserns);
    let diagnosis = Diagnosis {
        interpreter: best.interpreter(),
        layers: layers(&isolation, &proved),
        levels: vec![(Level::Full, examine(Level::Full)), (Level::NoUserns, without), (Level::OwnCode, words(&proved))],
    };
    let runs = diagnosis.reaches(Level::Full);
    out::data(&diagnosis::render(Look::of_stdout(), &diagnosis));
    Ok(if runs { ExitStatus::Success } else { ExitStatus::Incomplete })
}

/// Start at this level, and let a child prove it. The sentence says why it cannot be reached.
fn examine(level: Level) -> Result<(), String> {
    let probed = judge(Preload::Nothing, Some(level)).and_then(|mut judge| judge.probe());
    words(&probed)
}

fn words<T>(probed: &Result<T, JudgeError>) -> Result<(), String> {
    probed.as_ref().map(|_| ()).map_err(ToString::to_string)
}

fn layers(isolation: &Isolation, proved: &Result<Vec<Layer>, JudgeError>) -> Vec<(Layer, Examined)> {
    let examine = |layer: Layer| {
        let missing = isolation.missing.iter().find(|missing| missing.layer == layer);
        match (missing, proved) {
            (Some(missing), _) => Examined::Missing(missing.reason.clone()),
            (None, Ok(proved)) if proved.contains(&layer) => Examined::ProvedByChild,
            (None, Ok(_)) => Examined::ProvedBySlot,
            (None, Err(error)) => Examined::Missing(error.to_string()),
        }
    };
    Layer::ALL.into_iter().map(|layer| (layer, examine(layer))).collect()
}
