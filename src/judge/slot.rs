//! One worker as the parent sees it: a process, its control channel, and what it said of itself.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::net::{Shutdown, shutdown};

use crate::judge::error::JudgeError;
use crate::judge::packet;
use crate::model::isolation::Layer;
use crate::model::limits::START_GRACE;
use crate::model::wire::{ENVIRONMENT, Hello, Notice, Preload};

/// The running program itself, even when the file on disk has been replaced since: no version skew.
const OWN_BINARY: &str = "/proc/self/exe";

/// How long a worker without a root of its own may take to remove its scratch folder before it is ended.
const TIDY_GRACE: Duration = Duration::from_millis(500);

/// A running worker. Dropping it ends everything in it.
#[derive(Debug)]
pub struct Slot {
    outer: Outer,
    pub control: OwnedFd,
    pub hello: Hello,
}

impl Slot {
    /// Start a worker and wait for it to be ready.
    pub fn start(preload: Preload, hash_seed: u32) -> Result<Slot, JudgeError> {
        let (control, theirs) = packet::pair().map_err(JudgeError::Spawn)?;
        let mut outer = Command::new(OWN_BINARY)
            .arg0("greenroom")
            .arg("worker")
            .args(["--preload", preload.word(), "--hash-seed", &hash_seed.to_string()])
            .env_clear()
            .envs(ENVIRONMENT)
            .current_dir("/")
            .stdin(Stdio::from(theirs))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map(Outer)
            .map_err(JudgeError::Spawn)?;
        if !readable_within(&control, START_GRACE).map_err(JudgeError::Spawn)? {
            return Err(JudgeError::Lost(format!("it did not start within {} s", START_GRACE.as_secs())));
        }
        match packet::receive::<Notice>(control.as_fd()) {
            Ok(Some((Notice::Hello(hello), _))) => Ok(Slot { outer, control, hello }),
            Ok(Some((Notice::Refused(reason), _))) => Err(JudgeError::Refused(reason)),
            Ok(Some(_)) => Err(JudgeError::Lost("it began with an unexpected notice".to_owned())),
            Ok(None) => Err(JudgeError::Lost(format!("it ended while starting ({})", outer.end()))),
            Err(error) => Err(JudgeError::Lost(error.to_string())),
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // A root of its own vanishes with the namespace; a scratch folder on disk is the worker's to remove.
        if self.hello.missing.iter().any(|missing| missing.layer == Layer::PrivateRoot) {
            let _ = shutdown(&self.control, Shutdown::Both);
            self.outer.wait_within(TIDY_GRACE);
        }
    }
}

/// Whether a packet, or the end of the channel, comes within `limit`.
pub fn readable_within(control: &OwnedFd, limit: Duration) -> io::Result<bool> {
    let deadline = Instant::now() + limit;
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let timeout = Timespec { tv_sec: left.as_secs() as i64, tv_nsec: i64::from(left.subsec_nanos()) };
        match poll(&mut [PollFd::new(control, PollFlags::IN)], Some(&timeout)) {
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
            Ok(ready) => return Ok(ready > 0),
        }
    }
}

/// The process that was started. It dies at once when ended, its zygote dies with it, and with the zygote its whole pid
/// namespace.
#[derive(Debug)]
struct Outer(Child);

impl Outer {
    fn wait_within(&mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline && matches!(self.0.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn end(&mut self) -> String {
        let _ = self.0.kill();
        self.0.wait().map_or_else(|error| error.to_string(), |status| status.to_string())
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        self.end();
    }
}
