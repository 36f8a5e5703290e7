//! One worker as the parent sees it: a process, its control channel, and what it said of itself.

use std::collections::BTreeSet;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::net::{Shutdown, shutdown};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use crate::judge::error::JudgeError;
use crate::judge::namespace::namespace_id;
use crate::judge::packet;
use crate::model::isolation::{Layer, Level};
use crate::model::limits::{KILL_GRACE, START_GRACE};
use crate::model::wire::{ENVIRONMENT, Ended, Hello, Launch, Namespace, Notice, Order, Preload};

/// The running program itself, even when the file on disk has been replaced since: no version skew.
const OWN_BINARY: &str = "/proc/self/exe";

/// What the dynamic linker reads. The worker forgets it before its first child.
// Receipt: 0.3 ms of 2.6 ms of CPU an answer, and 1 ms of the worker's start.
const BIND_NOW: (&str, &str) = ("LD_BIND_NOW", "1");

/// How long a worker may take to end in order, which removes a scratch folder on disk, before it is ended.
// Receipt: 1,024 files were not all removed within 0.5 s on two cores with a load of 15; a worker without files needs 1 ms.
const TIDY_GRACE: Duration = Duration::from_secs(5);

/// A running worker. Dropping it ends everything in it at once.
#[derive(Debug)]
pub struct Slot {
    outer: Outer,
    pub control: OwnedFd,
    pub hello: Hello,
    /// What the zygote was told to keep ready, and has not announced yet.
    ordered: Option<Launch>,
    /// The modules that it was told to import.
    imported: BTreeSet<&'static str>,
}

/// A child that has been forked and waits for its job.
#[derive(Debug)]
pub struct Waiting {
    pub child: u64,
    pub pidfd: OwnedFd,
    pub channel: OwnedFd,
}

impl Slot {
    /// Start a worker that enters what `level` allows, and wait for it to be ready.
    pub fn start(preload: Preload, level: Level, hash_seed: u32) -> Result<Slot, JudgeError> {
        let (control, theirs) = packet::pair().map_err(JudgeError::Spawn)?;
        // For many answers: addresses of functions are looked up once, not when each child first calls them.
        let bind_now = (preload == Preload::Common).then_some(BIND_NOW);
        let outer = Command::new(OWN_BINARY)
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
        let mut outer = Outer(outer);
        // Most questions need nothing special: the first child gets ready while the parent reads its bank.
        let usual = Launch::default();
        packet::send(control.as_fd(), &Order::Prepare { launch: usual, rehearse: false }, &[])
            .map_err(JudgeError::Spawn)?;
        let hello = match hear(&control, START_GRACE) {
            Ok((Notice::Hello(hello), _)) => hello,
            Ok((Notice::Refused(reason), _)) => return Err(JudgeError::Refused(reason)),
            Ok(_) => return Err(JudgeError::Lost("it began with an unexpected notice".to_owned())),
            Err(JudgeError::Lost(what)) => {
                return Err(JudgeError::Lost(format!("{what} while starting ({})", outer.end())));
            }
            Err(error) => return Err(error),
        };
        if let Some(namespace) = shared_namespace(&hello) {
            let reason = "the worker says that it entered one, and is in the runner's".to_owned();
            return Err(JudgeError::Layer { layer: namespace.name(), reason });
        }
        Ok(Slot { outer, control, hello, ordered: Some(usual), imported: BTreeSet::new() })
    }

    /// A slot of which somebody else plays the zygote, at the other end of `control`. Dropping it ends `process`.
    #[cfg(test)]
    pub fn played(control: OwnedFd, process: Child, hello: Hello) -> Slot {
        Slot { outer: Outer(process), control, hello, ordered: None, imported: BTreeSet::new() }
    }

    /// Order a child for a launch like this one, to be ready when the one that runs has ended.
    pub fn prepare(&mut self, launch: Launch, rehearse: bool) -> Result<(), JudgeError> {
        packet::send(self.control.as_fd(), &Order::Prepare { launch, rehearse }, &[]).map_err(lost)?;
        self.ordered = Some(launch);
        Ok(())
    }

    /// Have these modules in every child that is forked from now on.
    pub fn import(&mut self, modules: &BTreeSet<&'static str>) -> Result<(), JudgeError> {
        let new: Vec<String> = modules.difference(&self.imported).map(|module| (*module).to_owned()).collect();
        if new.is_empty() {
            return Ok(());
        }
        packet::send(self.control.as_fd(), &Order::Import(new), &[]).map_err(lost)?;
        self.imported.extend(modules);
        Ok(())
    }

    /// A child for a launch like this one: the one that was ordered, if it is of this kind.
    pub fn take(&mut self, launch: Launch) -> Result<Waiting, JudgeError> {
        if let Some(ordered) = self.ordered.take() {
            let waiting = self.forked()?;
            if ordered == launch {
                return Ok(waiting);
            }
            packet::send(self.control.as_fd(), &Order::Kill { child: waiting.child }, &[]).map_err(lost)?;
            self.ended(waiting.child, KILL_GRACE)?;
        }
        self.prepare(launch, false)?;
        self.ordered = None;
        self.forked()
    }

    fn forked(&self) -> Result<Waiting, JudgeError> {
        match hear(&self.control, START_GRACE)? {
            (Notice::Forked { child }, descriptors) => match <[OwnedFd; 2]>::try_from(descriptors) {
                Ok([pidfd, channel]) => Ok(Waiting { child, pidfd, channel }),
                Err(_) => Err(JudgeError::Lost("it sent a child without its descriptors".to_owned())),
            },
            (Notice::NotStarted(reason), _) => Err(JudgeError::Refused(reason)),
            _ => Err(JudgeError::Lost("it sent an unexpected notice".to_owned())),
        }
    }

    /// Wait for the end of a child and of all that it started.
    pub fn ended(&self, child: u64, within: Duration) -> Result<Ended, JudgeError> {
        match hear(&self.control, within)? {
            (Notice::Ended { child: ended_child, ended }, _) if ended_child == child => Ok(ended),
            (Notice::Refused(reason), _) => Err(JudgeError::Lost(reason)),
            _ => Err(JudgeError::Lost("it sent an unexpected notice".to_owned())),
        }
    }

    /// End the worker in order, so that what it used is known to whoever measures this process.
    pub fn finish(mut self) {
        let _ = shutdown(&self.control, Shutdown::Both);
        self.outer.wait_within(TIDY_GRACE);
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

/// A namespace that the worker claims to have entered and that is this process's own.
fn shared_namespace(hello: &Hello) -> Option<Layer> {
    let missing = |layer: Layer| hello.missing.iter().any(|missing| missing.layer == layer);
    hello.namespaces.iter().find_map(|Namespace { layer, id }| {
        (!missing(*layer) && namespace_id(*layer).is_none_or(|own| own == *id)).then_some(*layer)
    })
}

fn lost(error: io::Error) -> JudgeError {
    JudgeError::Lost(error.to_string())
}

/// The next notice, if it comes within `limit`.
fn hear(control: &OwnedFd, limit: Duration) -> Result<(Notice, Vec<OwnedFd>), JudgeError> {
    if !readable_within(control, limit).map_err(lost)? {
        return Err(JudgeError::Lost(format!("it was silent for {} s", limit.as_secs())));
    }
    match packet::receive(control.as_fd()) {
        Ok(Some(notice)) => Ok(notice),
        Ok(None) => Err(JudgeError::Lost("it has ended".to_owned())),
        Err(error) => Err(lost(error)),
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
        let pid = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw);
        if let Some(Ok(pidfd)) = pid.map(|pid| pidfd_open(pid, PidfdFlags::empty())) {
            let _ = readable_within(&pidfd, limit);
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
