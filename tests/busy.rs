//! What a machine that has no time left does to a verdict: nothing.

mod support;

use std::process::{Child, Command, Stdio};
use std::thread;

use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

use crate::support::Bench;

/// How many programs want the same core.
const OTHERS: usize = 7;

/// Half a second of CPU.
const WORK: &str = "import time\n\n\ndef f():\n    while time.process_time() < 0.5:\n        pass\n    return 1\n";

/// As long, without work.
const REST: &str = "import time\n\n\ndef f():\n    time.sleep(5)\n    return 1\n";

const CHECK: &str =
    "from answer import f\n\n\ndef sample_a():\n    \"\"\"Return 1.\n\n    >>> f()\n    1\n    \"\"\"\n";

/// Programs that do nothing but use a core, each in a session of its own: where the kernel shares cores out among sessions
/// they are not one of two.
struct Crowd(Vec<Child>);

impl Crowd {
    fn gather() -> Crowd {
        let one = || {
            let mut shell = Command::new("setsid");
            shell.args(["sh", "-c", "while :; do :; done"]).stdin(Stdio::null()).spawn().unwrap()
        };
        Crowd((0..OTHERS).map(|_| one()).collect())
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        for child in &mut self.0 {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

/// Run on one core, and so does everything that is started here.
fn on_one_core(run: impl FnOnce() + Send) {
    thread::scope(|scope| {
        scope.spawn(|| {
            let allowed = sched_getaffinity(None).unwrap();
            let first = (0..CpuSet::MAX_CPU).find(|cpu| allowed.is_set(*cpu)).unwrap();
            let mut one = CpuSet::new();
            one.set(first);
            sched_setaffinity(None, &one).unwrap();
            run();
        });
    });
}

#[test]
fn a_busy_machine_takes_no_wall_time_from_an_answer() {
    on_one_core(|| {
        let _crowd = Crowd::gather();
        let bench = Bench::new();
        let bank = bench.bank_with(CHECK, "def f():\n    return 1\n", r#"{"limits": {"wall_s": 1.5}}"#);
        let answer = bench.check_probe(&bank, WORK);
        assert_eq!(answer["verdict"], "pass", "{answer:#}");
        let answer = bench.check_probe(&bank, REST);
        assert_eq!(answer["verdict"], "timeout", "{answer:#}");
    });
}
