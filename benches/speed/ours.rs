//! Greenroom itself.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::account;
use crate::contender::{Contender, Graded, Problem, at};
use crate::workload::{QUESTION, Workload};

pub const GREENROOM: &str = env!("CARGO_BIN_EXE_greenroom");

/// The name of the batch, to which the others are compared.
pub const BATCH: &str = "greenroom, a batch";

/// The name of one answer from command to exit.
pub const ONE: &str = "greenroom, one check";

const ISOLATION: &str = "full: namespaces, root, landlock, seccomp, limits";

/// A batch in every size, and one answer at a time.
pub fn contenders(sizes: &[u32]) -> Vec<Contender> {
    let check = |workload: &Workload, answers: &[String]| check(workload, answers);
    vec![
        Contender { name: BATCH, isolation: ISOLATION, sizes: sizes.to_vec(), grade: Box::new(check) },
        Contender { name: ONE, isolation: ISOLATION, sizes: vec![1], grade: Box::new(one_by_one) },
    ]
}

/// `greenroom` with a home in the folder of the workload.
pub fn greenroom(workload: &Workload) -> Command {
    let mut command = Command::new(GREENROOM);
    command.env("GREENROOM_HOME", workload.path("home")).env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// Each answer with a command of its own.
fn one_by_one(workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
    let mut sum = Graded { used: account::Used::default(), rejected: 0, claimed: Some(Duration::ZERO) };
    for answer in answers {
        let graded = check(workload, std::slice::from_ref(answer))?;
        sum.used = sum.used.and(&graded.used);
        sum.rejected += graded.rejected;
        sum.claimed = sum.claimed.zip(graded.claimed).map(|(one, other)| one + other);
    }
    Ok(sum)
}

/// `greenroom check SLUG FILE... --json`.
fn check(workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
    let folder = workload.fresh("answers").map_err(at("answers"))?;
    let files: Vec<String> = (0..answers.len()).map(|number| format!("{number}.py")).collect();
    for (file, answer) in files.iter().zip(answers) {
        fs::write(folder.join(file), answer).map_err(at("answers"))?;
    }
    let report = workload.path("report.json");
    let mut command = greenroom(workload);
    command.arg("check").arg(QUESTION).args(&files).arg("--bank").arg(workload.bank()).arg("--json");
    command.current_dir(&folder).stdout(File::create(&report).map_err(at("report"))?).stderr(Stdio::null());
    let (status, used) = account::run(command).map_err(at("greenroom"))?;
    if !matches!(status, 0 | 1) {
        return Err(format!("`greenroom check` left with status {status}"));
    }
    let (rejected, claimed) = read_report(&report, answers.len())?;
    Ok(Graded { used, rejected, claimed: Some(claimed) })
}

/// How many answers did not pass, and what they have used. Every answer must be there, and every layer.
fn read_report(path: &Path, expected: usize) -> Result<(usize, Duration), Problem> {
    let text = fs::read_to_string(path).map_err(at("report"))?;
    let report: Value = serde_json::from_str(&text).map_err(at("report"))?;
    if report["level"] != "full" {
        return Err(format!("the level is `{}`; a comparison needs every layer", report["level"]));
    }
    let answers = report["answers"].as_array().ok_or("the report has no answers")?;
    if answers.len() != expected {
        return Err(format!("the report has {} answers of {expected}", answers.len()));
    }
    let claimed = answers.iter().filter_map(|answer| answer["cpu_ms"].as_u64()).map(Duration::from_millis).sum();
    Ok((answers.iter().filter(|answer| answer["verdict"] != "pass").count(), claimed))
}
