//! The zygote: a warm CPython that forks a child for each order, ends it when told to, and clears up behind it.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;

use pyo3::prelude::*;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use crate::judge::packet;
use crate::model::isolation::Layer;
use crate::model::modules::known;
use crate::model::wire::{Ended, Exit, Launch, Notice, Order};
use crate::python::fork::fork;
use crate::python::warm::Warm;
use crate::sandbox::lockdown::Kit;
use crate::sandbox::root::Readable;
use crate::sandbox::slot::Slot;
use crate::sandbox::sys::{self, Reaped};
use crate::worker::child::{self, Start};
use crate::worker::scratch::Scratch;

/// The zygote's state between orders. Holds nothing of any answer.
#[derive(Debug)]
pub struct Zygote<'a> {
    control: &'a OwnedFd,
    slot: Slot,
    readable: Readable,
    scratch: Scratch,
    warm: &'a Warm,
    /// Prepared for the last kind of launch; the next is usually of the same kind.
    kit: Kit,
    /// How many children there have been.
    children: u64,
    /// What the next child is to be ready for, and whether it rehearses.
    ordered: Option<(Launch, bool)>,
    /// What is to be imported before it.
    to_import: Vec<&'static str>,
}

/// A child of the zygote: it waits for its job, or works on it.
#[derive(Debug)]
struct Child {
    number: u64,
    pid: i32,
    pidfd: OwnedFd,
}

/// Why a child is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// It has ended, or the parent says so.
    Ended,
    /// It wrote more into its scratch folder than it may.
    Flooded,
    /// The parent is gone.
    Orphaned,
}

impl<'a> Zygote<'a> {
    pub fn new(
        control: &'a OwnedFd,
        mut slot: Slot,
        readable: Readable,
        scratch: PathBuf,
        warm: &'a Warm,
    ) -> Result<Zygote<'a>, String> {
        let kit = Kit::prepare(Launch::default(), &readable, &scratch, &mut slot)?;
        let scratch = Scratch::new(scratch, slot.has(Layer::PrivateRoot));
        Ok(Zygote { control, slot, readable, scratch, warm, kit, children: 0, ordered: None, to_import: Vec::new() })
    }

    pub fn slot(&self) -> &Slot {
        &self.slot
    }

    /// Serve orders until the parent goes away. Returns the exit status.
    pub fn serve(mut self) -> i32 {
        let served = Python::attach(|py| self.serve_attached(py));
        let status = match served {
            Ok(()) => 0,
            Err(error) => {
                let _ = self.notify(&Notice::Refused(format!("the zygote cannot go on: {error}")));
                1
            }
        };
        self.scratch.remove();
        // Not through CPython's finalization: there is nothing in it that anybody waits for.
        sys::exit_now(status)
    }

    fn serve_attached(&mut self, py: Python<'_>) -> io::Result<()> {
        loop {
            let Some((launch, rehearse)) = self.ordered.take() else {
                if self.hear()? {
                    continue;
                }
                return Ok(());
            };
            let Some(child) = self.fork(py, launch, rehearse)? else { continue };
            let over = self.attend(&child)?;
            let reaped = self.end_everything(child.pid)?;
            if over == Over::Orphaned {
                return Ok(());
            }
            let how = match reaped.status {
                _ if over == Over::Flooded => Exit::Flooded,
                status if status < 0 => Exit::Signal(-status),
                status => Exit::Status(status),
            };
            let ended = Ended { how, cpu_us: reaped.cpu_us, max_rss_kib: reaped.max_rss_kib };
            self.notify(&Notice::Ended { child: child.number, ended })?;
            // After the notice: what cannot be removed costs this slot, never the answer that is done.
            self.scratch.empty()?;
        }
    }

    /// Fork a child, and tell the parent. `None` when there is none: the parent knows why.
    fn fork(&mut self, py: Python<'_>, launch: Launch, rehearse: bool) -> io::Result<Option<Child>> {
        if !self.to_import.is_empty() && self.warm.import(py, &std::mem::take(&mut self.to_import)).is_err() {
            return Err(io::Error::other("importing modules failed"));
        }
        let not_started = |this: &Self, reason: String| this.notify(&Notice::NotStarted(reason)).map(|()| None);
        if !self.kit.fits(launch) {
            match Kit::prepare(launch, &self.readable, self.scratch.folder(), &mut self.slot) {
                Ok(kit) => self.kit = kit,
                Err(reason) => return not_started(self, reason),
            }
        }
        let pair = socketpair(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None);
        let (ours, theirs) = match pair {
            Ok(pair) => pair,
            Err(error) => return not_started(self, format!("socketpair: {error}")),
        };
        let pid = match fork(py) {
            Ok(Some(pid)) => pid,
            Ok(None) => {
                let start = Start { launch, rehearse, slot: &self.slot, channel: theirs };
                child::run(py, self.warm, &mut self.kit, start)
            }
            Err(error) => return not_started(self, format!("fork: {error}")),
        };
        self.children += 1;
        let pidfd = Pid::from_raw(pid)
            .ok_or(io::Error::from(io::ErrorKind::InvalidData))
            .and_then(|pid| Ok(pidfd_open(pid, PidfdFlags::empty())?));
        let pidfd = match pidfd {
            Ok(pidfd) => pidfd,
            Err(error) => {
                self.end_everything(pid)?;
                return not_started(self, format!("pidfd_open: {error}"));
            }
        };
        let child = Child { number: self.children, pid, pidfd };
        let notice = Notice::Forked { child: child.number };
        packet::send(self.control.as_fd(), &notice, &[child.pidfd.as_fd(), ours.as_fd()])?;
        Ok(Some(child))
    }

    /// Until the child is over: it has ended by itself or by order, or nobody waits for it any more.
    fn attend(&mut self, child: &Child) -> io::Result<Over> {
        loop {
            let mut waiting = [PollFd::new(&child.pidfd, PollFlags::IN), PollFd::new(self.control, PollFlags::IN)];
            let timeout = self
                .scratch
                .look_every()
                .map(|every| Timespec { tv_sec: every.as_secs() as i64, tv_nsec: i64::from(every.subsec_nanos()) });
            match poll(&mut waiting, timeout.as_ref()) {
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
                Ok(_) => {}
            }
            let [ended, control] = waiting.map(|one| !one.revents().is_empty());
            if ended {
                return Ok(Over::Ended);
            }
            if control {
                match packet::receive::<Order>(self.control.as_fd())? {
                    Some((Order::Kill { child: number }, _)) if number == child.number => return Ok(Over::Ended),
                    Some((order, _)) => self.note(order),
                    None => return Ok(Over::Orphaned),
                }
            }
            if self.scratch.is_flooded() {
                return Ok(Over::Flooded);
            }
        }
    }

    /// Take one order while there is no child. False when the parent is gone.
    fn hear(&mut self) -> io::Result<bool> {
        match packet::receive::<Order>(self.control.as_fd())? {
            Some((order, _)) => self.note(order),
            None => return Ok(false),
        }
        Ok(true)
    }

    /// Remember what is to be done when no child is there.
    fn note(&mut self, order: Order) {
        match order {
            Order::Prepare { launch, rehearse } => self.ordered = Some((launch, rehearse)),
            Order::Import(names) => self.to_import.extend(names.iter().filter_map(|name| known(name))),
            // It crossed the notice of an end.
            Order::Kill { .. } => {}
        }
    }

    fn kill(&self, pid: i32) {
        if self.slot.has(Layer::PidNamespace) { sys::kill_namespace() } else { sys::kill_group(pid) }
    }

    /// Kill and reap whatever is left of the answer: the child, what it forked, what that forked. One kill reaches all of
    /// them at once, and a process that is being killed forks no more.
    fn end_everything(&self, pid: i32) -> io::Result<Reaped> {
        self.kill(pid);
        let mut child = None;
        let mut others_us = 0;
        loop {
            match sys::reap(true) {
                Ok(Some(reaped)) if reaped.pid == pid => child = Some(reaped),
                Ok(Some(reaped)) => others_us += reaped.cpu_us,
                Ok(None) => {}
                Err(error) if error.raw_os_error() == Some(libc::ECHILD) => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let reaped = child.ok_or(io::ErrorKind::NotFound)?;
        Ok(Reaped { cpu_us: reaped.cpu_us + others_us, ..reaped })
    }

    fn notify(&self, notice: &Notice) -> io::Result<()> {
        packet::send(self.control.as_fd(), notice, &[])
    }
}
