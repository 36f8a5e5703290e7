//! The interpreter that greenroom embeds, without greenroom: one process for each answer.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::account;
use crate::contender::{Contender, Graded, Problem, at};
use crate::workload::{Workload, write};

pub const PYTHON: &str = env!("GREENROOM_PYTHON_EXECUTABLE");

/// What the bars of the design compare with.
pub const BARE: &str = "bare python -I -S";

const ISOLATION: &str = "none, a process each";

/// One at a time, and two.
pub fn contenders(size: u32) -> Vec<Contender> {
    let one = |workload: &Workload, answers: &[String]| grade(workload, answers, 1);
    let two = |workload: &Workload, answers: &[String]| grade(workload, answers, 2);
    vec![
        Contender { name: BARE, isolation: ISOLATION, sizes: vec![1, size], grade: Box::new(one) },
        Contender { name: "bare, two at a time", isolation: ISOLATION, sizes: vec![size], grade: Box::new(two) },
    ]
}

fn grade(workload: &Workload, answers: &[String], at_a_time: usize) -> Result<Graded, Problem> {
    let folder = workload.fresh("scripts").map_err(at("scripts"))?;
    let files: Vec<PathBuf> = (0..answers.len()).map(|number| folder.join(format!("{number}.py"))).collect();
    for (file, answer) in files.iter().zip(answers) {
        write(file, &workload.script(answer)).map_err(at("scripts"))?;
    }
    let commands = files.iter().map(|file| {
        let mut command = Command::new(PYTHON);
        command.args(["-I", "-S"]).arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    });
    let (statuses, used) = account::run_all(commands, at_a_time).map_err(at(PYTHON))?;
    Ok(Graded { used, rejected: statuses.iter().filter(|status| **status != 0).count(), claimed: None })
}
