//! What cannot be undercut, and what the lockdown adds to it: blocks of one task in turn, in helper processes.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use greenroom::model::wire::ENVIRONMENT;
use serde::Serialize;

use crate::contender::{Problem, at};
use crate::helper::{Material, Reply, Request, Task};
use crate::options::Place;
use crate::statistics::Spread;
use crate::workload::{Workload, answers};

/// Repetitions of one block.
// Receipt: 20 forks take 10 to 60 ms, a hundred times the resolution of the clock and short against changes of load.
const BLOCK: u32 = 20;

/// What is measured, where, and how it is called.
const BLOCKS: [(Place, Task, &str); 5] = [
    (Place::Open, Task::Fork, "fork of a warm zygote, exit, wait"),
    (Place::Open, Task::Script, "compile and run in one interpreter"),
    (Place::Open, Task::Child, "fork, job, frames: no sandbox"),
    (Place::Slot, Task::Child, "fork, job, frames: in a slot, no lockdown"),
    (Place::Slot, Task::LockedChild, "fork, job, frames: in a slot, lockdown and proof"),
];

/// CPU of one repetition in milliseconds, and minor faults.
#[derive(Debug, Serialize)]
pub struct Measured {
    pub name: &'static str,
    pub cpu_ms: Spread,
    pub minor_faults: f64,
}

/// The floor and the loop around a child.
#[derive(Debug, Serialize)]
pub struct Floor {
    pub blocks: Vec<Measured>,
    /// Fork, exit and wait, plus compile and run: the median of the sum over rounds.
    pub sum_ms: f64,
    /// Lockdown and proof over none, both in a slot: the ratio of the medians.
    pub lockdown: f64,
    /// In a slot with lockdown and proof over no sandbox at all.
    pub sandbox: f64,
}

pub fn measure(workload: &Workload, rounds: u32, step: &dyn Fn(&str)) -> Result<Floor, Problem> {
    let answer = answers(1, &mut 0).remove(0);
    let material = Material {
        script: workload.script(&answer),
        answer,
        setup: "from answer import merge\n".to_owned(),
        calls: workload.cases.iter().map(|case| format!("{}\n", case.call())).collect(),
    };
    let mut open = Helper::start(Place::Open, &material)?;
    let mut slot = Helper::start(Place::Slot, &material)?;
    let mut figures: [Vec<f64>; BLOCKS.len()] = Default::default();
    let mut faults = [0.0; BLOCKS.len()];
    for round in 0..=rounds {
        for (index, (place, task, name)) in BLOCKS.into_iter().enumerate() {
            step(name);
            let helper = if place == Place::Open { &mut open } else { &mut slot };
            let reply = helper.repeat(task, BLOCK)?;
            // The first round warms up.
            if round > 0 {
                figures[index].push(reply.cpu_ns as f64 / 1e6 / f64::from(BLOCK));
                faults[index] = reply.minor_faults as f64 / f64::from(BLOCK);
            }
        }
    }
    let sums: Vec<f64> = figures[0].iter().zip(&figures[1]).map(|(fork, run)| fork + run).collect();
    let spreads = figures.map(|figures| Spread::of(&figures));
    let blocks = BLOCKS.iter().zip(spreads).zip(faults);
    Ok(Floor {
        blocks: blocks.map(|(((_, _, name), cpu_ms), minor_faults)| Measured { name, cpu_ms, minor_faults }).collect(),
        sum_ms: Spread::of(&sums).median,
        lockdown: spreads[4].median / spreads[3].median,
        sandbox: spreads[4].median / spreads[2].median,
    })
}

/// A running helper.
struct Helper {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Helper {
    fn start(place: Place, material: &Material) -> Result<Helper, Problem> {
        let own = std::env::current_exe().map_err(at("this program"))?;
        let word = if place == Place::Open { "open" } else { "slot" };
        let mut process = Command::new(own)
            .args(["--helper", word])
            .env_clear()
            .envs(ENVIRONMENT)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(at("helper"))?;
        let to = process.stdin.take().expect("it is piped");
        let from = BufReader::new(process.stdout.take().expect("it is piped"));
        let mut helper = Helper { process, to, from };
        helper.say(material)?;
        Ok(helper)
    }

    fn say(&mut self, message: &impl Serialize) -> Result<(), Problem> {
        let line = serde_json::to_string(message).map_err(at("helper"))?;
        writeln!(self.to, "{line}").map_err(at("helper"))
    }

    fn repeat(&mut self, task: Task, count: u32) -> Result<Reply, Problem> {
        self.say(&Request { task, count })?;
        let mut line = String::new();
        self.from.read_line(&mut line).map_err(at("helper"))?;
        serde_json::from_str(&line).map_err(|_| format!("{task:?}: {}", line.trim_end()))
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
