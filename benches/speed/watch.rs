//! From the save of a file to the verdict in `greenroom watch`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::contender::{Problem, at};
use crate::ours::greenroom;
use crate::statistics::Spread;
use crate::workload::{QUESTION, Workload, answers};

/// What `watch` says when it has begun to wait, and after a check that passed.
const WAITING: &str = "Watching";
const PASSED: &str = "The samples pass";

/// How long a line may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A user does not save again at once, and a warm spare process has time to be made.
const BETWEEN: Duration = Duration::from_millis(60);

/// Milliseconds from the rename that saves the file to the verdict, over some saves.
pub fn measure(workload: &Workload, saves: u32, batch: &mut u32, step: &dyn Fn(&str)) -> Result<Spread, Problem> {
    let folder = workload.fresh("watched").map_err(at("watched"))?;
    let (file, next) = (folder.join("merge.py"), folder.join("next"));
    let save = |answer: &str| -> Result<Instant, Problem> {
        fs::write(&next, answer).map_err(at("save"))?;
        let began = Instant::now();
        fs::rename(&next, &file).map_err(at("save"))?;
        Ok(began)
    };
    save(&answers(1, batch)[0])?;
    let mut command = greenroom(workload);
    command.args(["watch", QUESTION]).arg(&file).arg("--bank").arg(workload.bank()).current_dir(&folder);
    // The end of standard input would end it.
    let process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut watching = Watching(process.map_err(at("greenroom watch"))?);
    let lines = watching.lines();
    wait_for(&lines, WAITING)?;
    wait_for(&lines, PASSED)?;
    let mut figures = Vec::new();
    for number in 0..saves {
        thread::sleep(BETWEEN);
        step(&format!("save {}", number + 1));
        let began = save(&answers(1, batch)[0])?;
        let seen = wait_for(&lines, PASSED)?;
        figures.push((seen - began).as_secs_f64() * 1e3);
    }
    Ok(Spread::of(&figures))
}

/// A running `greenroom watch`, ended with this value.
struct Watching(Child);

impl Watching {
    /// Its lines, each with the moment at which it came.
    fn lines(&mut self) -> Receiver<(Instant, String)> {
        let (sender, receiver) = mpsc::channel();
        let output = self.0.stdout.take().expect("it is piped");
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send((Instant::now(), line)).is_err() {
                    break;
                }
            }
        });
        receiver
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn wait_for(lines: &Receiver<(Instant, String)>, text: &str) -> Result<Instant, Problem> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        match lines.recv_timeout(left) {
            Ok((moment, line)) if line.contains(text) => return Ok(moment),
            Ok(_) => {}
            Err(_) => return Err(format!("`greenroom watch` does not say `{text}`")),
        }
    }
}
