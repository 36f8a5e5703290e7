//! Greenroom itself.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::account::{self, Used};
use crate::contender::{Contender, Graded, Problem, at};
use crate::workload::{QUESTION, Workload, write};

pub const GREENROOM: &str = env!("CARGO_BIN_EXE_greenroom");

/// The name of the batch, to which the others are compared.
pub const BATCH: &str = "greenroom grade";

/// The name of one answer from command to exit.
pub const ONE: &str = "greenroom check";

const ISOLATION: &str = "full: namespaces, root, landlock, seccomp, limits";

/// A batch in every size, and one answer at a time.
pub fn contenders(sizes: &[u32]) -> Vec<Contender> {
    vec![
        Contender { name: BATCH, isolation: ISOLATION, sizes: sizes.to_vec(), grade: Box::new(grade) },
        Contender { name: ONE, isolation: ISOLATION, sizes: vec![1], grade: Box::new(check) },
    ]
}

/// The level at which a comparison is worth something.
const LEVEL: &str = "full";
const WEAKER: &str = "the level is not `full`; a comparison needs every layer";

/// What is read of a result.
#[derive(Debug, Deserialize)]
struct Row {
    verdict: String,
    /// In the document of `check` it stands above the answers.
    level: Option<String>,
    cpu_ms: u64,
}

/// `greenroom` with a home in the folder of the workload.
pub fn greenroom(workload: &Workload) -> Command {
    let mut command = Command::new(GREENROOM);
    command
        .env("GREENROOM_HOME", workload.path("home"))
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command
}

/// `greenroom grade DIR`: a candidate for each answer.
fn grade(workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
    let (folder, out) = (workload.fresh("submissions").map_err(at("submissions"))?, workload.path("out"));
    for (number, answer) in answers.iter().enumerate() {
        write(&folder.join(format!("candidate-{number}/{QUESTION}.py")), answer).map_err(at("submissions"))?;
    }
    workload.fresh("out").map_err(at("out"))?;
    let mut command = greenroom(workload);
    // The bank is not what is measured, and no other contender verifies it.
    command.arg("grade").arg(&folder).arg("--no-verify").arg("--bank").arg(workload.bank()).arg("--out").arg(&out);
    let used = run(command, "grade")?;
    let text = fs::read_to_string(out.join("results.jsonl")).map_err(at("results"))?;
    let rows = text.lines().map(serde_json::from_str).collect::<Result<Vec<Row>, _>>().map_err(at("results"))?;
    if rows.iter().any(|row| row.level.as_deref() != Some(LEVEL)) {
        return Err(WEAKER.to_owned());
    }
    graded(used, &rows, answers.len())
}

/// `greenroom check SLUG FILE` for each answer.
fn check(workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
    let (file, report) = (workload.path("answer.py"), workload.path("report.json"));
    let (mut used, mut rows) = (Used::default(), Vec::new());
    for answer in answers {
        write(&file, answer).map_err(at("answer"))?;
        let mut command = greenroom(workload);
        command.arg("check").arg(QUESTION).arg(&file).arg("--bank").arg(workload.bank()).arg("--json");
        command.stdout(File::create(&report).map_err(at("report"))?);
        used = used.and(&run(command, "check")?);
        let text = fs::read_to_string(&report).map_err(at("report"))?;
        let mut report: Value = serde_json::from_str(&text).map_err(at("report"))?;
        if report["level"] != LEVEL {
            return Err(WEAKER.to_owned());
        }
        rows.push(serde_json::from_value(report["answers"][0].take()).map_err(at("report"))?);
    }
    graded(used, &rows, answers.len())
}

/// Run a command that leaves with 0 or, when an answer does not pass, 1.
fn run(mut command: Command, name: &str) -> Result<Used, Problem> {
    command.stderr(Stdio::null());
    match account::run(command).map_err(at("greenroom"))? {
        (0 | 1, used) => Ok(used),
        (status, _) => Err(format!("`greenroom {name}` left with status {status}")),
    }
}

/// Every answer must be there.
fn graded(used: Used, rows: &[Row], expected: usize) -> Result<Graded, Problem> {
    if rows.len() != expected {
        return Err(format!("{} results for {expected} answers", rows.len()));
    }
    let claimed = rows.iter().map(|row| Duration::from_millis(row.cpu_ms)).sum();
    let rejected = rows.iter().filter(|row| row.verdict != "pass").count();
    Ok(Graded { used, rejected, claimed: Some(claimed) })
}
