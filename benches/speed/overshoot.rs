//! How far beyond its limit an endless answer runs, as greenroom reports it and as it is seen from outside.

use std::collections::HashMap;
use std::fs::{self, File};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use serde::Serialize;
use serde_json::Value;

use crate::contender::{Problem, at};
use crate::ours::greenroom;
use crate::statistics::Spread;
use crate::tree;
use crate::workload::{Workload, write};

/// How often a running check is looked at.
// Receipt: a look reads three small files in 0.05 ms.
const LOOK_EVERY: Duration = Duration::from_micros(500);

/// The wall limit, far below the limit of CPU time, so that it is what ends every kind.
const WALL: Duration = Duration::from_millis(400);

/// Ways not to end.
const ENDLESS: [(&str, &str); 5] = [
    ("a loop", "    while True:\n        pass\n"),
    ("a loop in C", "    import itertools\n    return sum(itertools.repeat(1))\n"),
    (
        "caught exceptions",
        "    while True:\n        try:\n            while True:\n                raise KeyError\n        except BaseException:\n            pass\n",
    ),
    ("sleep", "    import time\n    while True:\n        time.sleep(60)\n"),
    (
        "threads",
        "    import threading\n    def spin():\n        while True:\n            pass\n    for _ in range(8):\n        threading.Thread(target=spin, daemon=True).start()\n    spin()\n",
    ),
];

/// Its first case fails with the moment at which the answer was loaded, which is how that gets out.
const CHECK: &str = r#""""Answer."""
from answer import began, f


def sample_began():
    """
    >>> began
    0
    """


def sample_f():
    """
    >>> f()
    1
    """
"#;

/// Milliseconds beyond the limit, over all kinds.
#[derive(Debug, Serialize)]
pub struct Overshoot {
    pub reported: Spread,
    pub outside: Spread,
    /// The kind that was the latest from outside, and how late it was in the median.
    pub worst: (String, f64),
}

pub fn measure(workload: &Workload, times: u32, step: &dyn Fn(&str)) -> Result<Overshoot, Problem> {
    write_bank(workload).map_err(at("bank"))?;
    // The parsed check is there then.
    check(workload, "    return 1\n")?;
    let (mut reported, mut outside) = (Vec::new(), Vec::new());
    let mut kinds: [Vec<f64>; ENDLESS.len()] = Default::default();
    for _ in 0..times {
        for (index, (kind, body)) in ENDLESS.iter().enumerate() {
            step(kind);
            let checked = check(workload, body)?;
            if checked.verdict != "timeout" {
                return Err(format!("{kind}: the verdict is `{}`", checked.verdict));
            }
            let gone = checked.gone().ok_or_else(|| format!("{kind}: its process was not seen"))?;
            let late = |time: Duration| (time.as_secs_f64() - WALL.as_secs_f64()) * 1e3;
            reported.push(late(checked.reported));
            outside.push(late(gone.saturating_sub(checked.began)));
            kinds[index].push(late(gone.saturating_sub(checked.began)));
        }
    }
    let medians = ENDLESS.iter().zip(&kinds).map(|((kind, _), late)| ((*kind).to_owned(), Spread::of(late).median));
    let worst = medians.max_by(|one, other| one.1.total_cmp(&other.1)).expect("there are five");
    Ok(Overshoot { reported: Spread::of(&reported), outside: Spread::of(&outside), worst })
}

/// One checked answer. Moments are those of the monotonic clock, which the answer reads too.
struct Checked {
    /// Of the case that does not end.
    verdict: String,
    /// Wall time by the report.
    reported: Duration,
    /// When the answer was loaded, by its own account.
    began: Duration,
    /// The processes of answers: when each was seen first and last.
    seen: HashMap<u32, (Duration, Duration)>,
}

impl Checked {
    /// When the process of the answer was gone. One that is kept ready for the next answer outlives it.
    fn gone(&self) -> Option<Duration> {
        let midst = self.began + WALL / 2;
        let alive = self.seen.values().filter(|(first, last)| (*first..=*last).contains(&midst));
        alive.map(|(_, last)| *last).min()
    }
}

fn check(workload: &Workload, body: &str) -> Result<Checked, Problem> {
    let (file, report) = (workload.path("endless.py"), workload.path("endless.json"));
    let source = format!("import time\nbegan = time.monotonic_ns()\n\n\ndef f():\n{body}");
    fs::write(&file, source).map_err(at("answer"))?;
    let mut command = greenroom(workload);
    command.arg("check").arg("endless").arg(&file).arg("--bank").arg(workload.path("endless")).arg("--json");
    command.stdout(File::create(&report).map_err(at("report"))?).stderr(Stdio::null());
    let mut process = command.spawn().map_err(at("greenroom"))?;
    let seen = watch_answers(&mut process)?;
    let report: Value = serde_json::from_slice(&fs::read(&report).map_err(at("report"))?).map_err(at("report"))?;
    let answer = &report["answers"][0];
    let began = find_number(&answer["cases"][0]["failure"]).ok_or("the answer does not say when it began")?;
    Ok(Checked {
        verdict: answer["cases"][1]["verdict"].as_str().unwrap_or_default().to_owned(),
        reported: Duration::from_millis(answer["wall_ms"].as_u64().unwrap_or_default()),
        began: Duration::from_nanos(began),
        seen,
    })
}

/// The moment in the report of a failed case: the one long number in it, wherever it stands.
fn find_number(failure: &Value) -> Option<u64> {
    let text = failure.to_string();
    text.split(|character: char| !character.is_ascii_digit())
        .filter(|digits| digits.len() >= 10)
        .find_map(|digits| digits.parse().ok())
}

/// When the processes of answers are there: below the nursery stand the holders of slots, then zygotes, then answers.
fn watch_answers(process: &mut Child) -> Result<HashMap<u32, (Duration, Duration)>, Problem> {
    let mut seen = HashMap::new();
    while process.try_wait().map_err(at("greenroom"))?.is_none() {
        let holders = tree::children_of(process.id()).into_iter().flat_map(tree::children_of);
        for answer in holders.flat_map(tree::children_of).flat_map(tree::children_of) {
            let now = monotonic();
            seen.entry(answer).and_modify(|(_, last)| *last = now).or_insert((now, now));
        }
        thread::sleep(LOOK_EVERY);
    }
    Ok(seen)
}

fn monotonic() -> Duration {
    let time = clock_gettime(ClockId::Monotonic);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

fn write_bank(workload: &Workload) -> std::io::Result<()> {
    let bank = workload.path("endless");
    let names = ["bad_1.py", "bad_2.py", "bad_3.py"];
    let wrong = names.map(|file| serde_json::json!({"file": file, "fails": ["sample_f"], "says": "Return 1."}));
    let question = serde_json::json!({
        "format": 1, "slug": "endless", "title": "Endless", "kind": "code", "topic": "limits", "level": "easy",
        "minutes": 5, "seeds": [], "prompt": "Write `f()`.", "wrong": wrong, "hints": ["Return 1."],
        "model_answer": "Return 1.", "key_points": [{"id": "one", "text": "returns 1", "weight": 1}],
        "limits": {"wall_s": WALL.as_secs_f64(), "cpu_s": 60.0}
    });
    write(&bank.join("questions/limits/endless.json"), &question.to_string())?;
    let checks = bank.join("checks/limits/endless");
    write(&checks.join("check.py"), CHECK)?;
    write(&checks.join("starter.py"), "began = 0\n\n\ndef f():\n    ...\n")?;
    write(&checks.join("ok_one.py"), "began = 0\n\n\ndef f():\n    return 1\n")?;
    names.iter().zip(["0", "2", "None"]).try_for_each(|(name, value)| {
        write(&checks.join(name), &format!("began = 0\n\n\ndef f():\n    return {value}\n"))
    })
}
