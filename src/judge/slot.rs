//! One slot as the parent sees it: its zygote's control channel, the process that holds it, and what it said of itself.

use std::collections::BTreeSet;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::time::Duration;

use rustix::net::{Shutdown, shutdown};
use rustix::process::{Signal, pidfd_send_signal};

use crate::judge::error::JudgeError;
use crate::judge::namespace::namespace_id;
use crate::judge::nursery::Nursery;
use crate::judge::packet::{self, readable_within};
use crate::model::isolation::Layer;
use crate::model::limits::{KILL_GRACE, START_GRACE, TIDY_GRACE};
use crate::model::wire::{Ended, Hello, Launch, Namespace, Notice, Order};

/// A running slot. Dropping it ends everything in it at once.
#[derive(Debug)]
pub struct Slot {
    outer: Outer,
    /// It has to outlive what it forked.
    nursery: Option<Arc<Nursery>>,
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
    /// Have a slot forked, and wait for it to be ready.
    pub fn start(nursery: &Arc<Nursery>) -> Result<Slot, JudgeError> {
        let control = nursery.request_slot().map_err(JudgeError::Spawn)?;
        // Most questions need nothing special: the first child gets ready while the parent reads its bank.
        let usual = Launch::default();
        // Where nobody is there to hear it, nobody will answer either.
        let _ = packet::send(control.as_fd(), &Order::Prepare { launch: usual, rehearse: false }, &[]);
        let (hello, outer) = match hear(&control, START_GRACE) {
            Ok((Notice::Hello(hello), descriptors)) => match <[OwnedFd; 1]>::try_from(descriptors) {
                Ok([outer]) => (hello, Outer(outer)),
                Err(_) => return Err(JudgeError::Lost("it came without the process that holds it".to_owned())),
            },
            Ok((Notice::Refused(reason), _)) => return Err(JudgeError::Refused(reason)),
            Ok(_) => return Err(JudgeError::Lost("it began with an unexpected notice".to_owned())),
            Err(JudgeError::Lost(what)) => {
                return Err(JudgeError::Lost(format!("{what} while starting ({})", nursery.state())));
            }
            Err(error) => return Err(error),
        };
        if let Some(namespace) = shared_namespace(&hello) {
            let reason = "the worker says that it entered one, and is in the runner's".to_owned();
            return Err(JudgeError::Layer { layer: namespace.name(), reason });
        }
        let nursery = Some(Arc::clone(nursery));
        Ok(Slot { outer, nursery, control, hello, ordered: Some(usual), imported: BTreeSet::new() })
    }

    /// A slot of which somebody else plays the zygote, at the other end of `control`. Dropping it ends the process behind `pidfd`.
    #[cfg(test)]
    pub fn played(control: OwnedFd, pidfd: OwnedFd, hello: Hello) -> Slot {
        Slot { outer: Outer(pidfd), nursery: None, control, hello, ordered: None, imported: BTreeSet::new() }
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
    pub fn finish(self) {
        let _ = shutdown(&self.control, Shutdown::Both);
        self.outer.wait_within(TIDY_GRACE);
        self.nursery.iter().for_each(|nursery| nursery.end_in_order());
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

/// The process that holds the slot. When it is killed, its zygote dies with it, and with the zygote its whole pid
/// namespace.
#[derive(Debug)]
struct Outer(OwnedFd);

impl Outer {
    fn wait_within(&self, limit: Duration) {
        let _ = readable_within(&self.0, limit);
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        let _ = pidfd_send_signal(&self.0, Signal::KILL);
        self.wait_within(KILL_GRACE);
    }
}
