//! The nursery: one process that starts CPython and forks a slot whenever one is wanted.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rustix::net::{Shutdown, shutdown};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use crate::judge::error::JudgeError;
use crate::judge::packet::{self, readable_within};
use crate::model::isolation::Level;
use crate::model::limits::TIDY_GRACE;
use crate::model::wire::{ENVIRONMENT, Preload, Request};

/// The running program itself, even when the file on disk has been replaced since: no version skew.
const OWN_BINARY: &str = "/proc/self/exe";

/// What the dynamic linker reads. The worker forgets it before its first child.
// Receipt: 0.3 ms of 2.6 ms of CPU an answer, and 1 ms of the worker's start.
const BIND_NOW: (&str, &str) = ("LD_BIND_NOW", "1");

/// A running nursery. It ends when nobody has it any more, and with it every slot that it forked.
// Receipt: CPython with the common modules takes 30 ms of CPU to start, a slot that is forked takes 4.
#[derive(Debug)]
pub struct Nursery {
    process: Mutex<Child>,
    requests: OwnedFd,
    /// A slot of it was ended in order, so that what it used is known: this process has to tell it.
    counts: AtomicBool,
    pub preload: Preload,
    /// What each slot enters.
    pub level: Level,
    pub hash_seed: u32,
}

impl Nursery {
    /// Start one. It is not waited for: its first slot tells whether it runs.
    pub fn start(preload: Preload, level: Level, hash_seed: u32) -> Result<Nursery, JudgeError> {
        let (requests, theirs) = packet::pair().map_err(JudgeError::Spawn)?;
        // For many answers: addresses of functions are looked up once, not when each child first calls them.
        let bind_now = (preload == Preload::Common).then_some(BIND_NOW);
        let process = Command::new(OWN_BINARY)
            .arg0("greenroom")
            .arg("worker")
            .args(["--preload", preload.word(), "--level", level.word()])
            .args(["--hash-seed", &hash_seed.to_string()])
            .env_clear()
            .envs(ENVIRONMENT)
            .envs(bind_now)
            .current_dir("/")
            .stdin(Stdio::from(theirs))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(JudgeError::Spawn)?;
        Ok(Nursery {
            process: Mutex::new(process),
            requests,
            counts: AtomicBool::new(false),
            preload,
            level,
            hash_seed,
        })
    }

    /// Start another one like this.
    pub fn again(&self) -> Result<Nursery, JudgeError> {
        Nursery::start(self.preload, self.level, self.hash_seed)
    }

    /// Have a slot forked. Returns the near end of its control channel.
    pub fn request_slot(&self) -> io::Result<OwnedFd> {
        let (control, theirs) = packet::pair()?;
        packet::send(self.requests.as_fd(), &Request::Slot, &[theirs.as_fd()])?;
        Ok(control)
    }

    /// Let it end in order: what its slots used counts as used by it.
    pub fn end_in_order(&self) {
        self.counts.store(true, Ordering::Relaxed);
    }

    /// How it ended, or that it has not.
    pub fn state(&self) -> String {
        match self.process.lock().unwrap_or_else(PoisonError::into_inner).try_wait() {
            Ok(Some(status)) => status.to_string(),
            Ok(None) => "it runs".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    /// Whether it can fork another slot.
    pub fn is_there(&self) -> bool {
        matches!(self.process.lock().unwrap_or_else(PoisonError::into_inner).try_wait(), Ok(None))
    }
}

impl Drop for Nursery {
    fn drop(&mut self) {
        let process = self.process.get_mut().unwrap_or_else(PoisonError::into_inner);
        let pid = i32::try_from(process.id()).ok().and_then(Pid::from_raw);
        if *self.counts.get_mut()
            && let Some(Ok(pidfd)) = pid.map(|pid| pidfd_open(pid, PidfdFlags::empty()))
        {
            let _ = shutdown(&self.requests, Shutdown::Both);
            let _ = readable_within(&pidfd, TIDY_GRACE);
        }
        let _ = process.kill();
        let _ = process.wait();
    }
}
