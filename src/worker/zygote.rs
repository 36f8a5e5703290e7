//! The zygote: a warm CPython that forks a child for each order, ends it when told to, and clears up behind it.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Path, PathBuf};

use pyo3::prelude::*;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use crate::judge::packet;
use crate::model::isolation::Layer;
use crate::model::limits::Limits;
use crate::model::wire::{Ended, Exit, Launch, Notice, Order};
use crate::python::fork::fork;
use crate::sandbox::lockdown::Kit;
use crate::sandbox::root::Readable;
use crate::sandbox::slot::Slot;
use crate::sandbox::sys::{self, Reaped};
use crate::worker::child;

/// The zygote's state between orders. Holds nothing of any answer.
#[derive(Debug)]
pub struct Zygote<'a> {
    control: &'a OwnedFd,
    slot: Slot,
    readable: Readable,
    scratch: PathBuf,
    /// Prepared for the last kind of launch; the next is usually of the same kind.
    kit: Kit,
}

impl<'a> Zygote<'a> {
    pub fn new(
        control: &'a OwnedFd,
        mut slot: Slot,
        readable: Readable,
        scratch: PathBuf,
    ) -> Result<Zygote<'a>, String> {
        let usual = Launch { limits: Limits::default(), processes: false, loopback: false };
        let kit = Kit::prepare(&usual, &readable, &scratch, &mut slot)?;
        Ok(Zygote { control, slot, readable, scratch, kit })
    }

    pub fn slot(&self) -> &Slot {
        &self.slot
    }

    /// Serve orders until the parent goes away. Returns the exit status.
    pub fn serve(mut self) -> i32 {
        let status = Python::attach(|py| self.serve_attached(py));
        if !self.slot.has(Layer::PrivateRoot) {
            let _ = fs::remove_dir_all(&self.scratch);
        }
        // Not through CPython's finalization: there is nothing in it that anybody waits for.
        sys::exit_now(status)
    }

    fn serve_attached(&mut self, py: Python<'_>) -> i32 {
        loop {
            match packet::receive::<Order>(self.control.as_fd()) {
                Ok(Some((Order::Run(launch), Some(channel)))) => {
                    if self.run(py, &launch, channel).is_err() {
                        return 1;
                    }
                }
                // A kill that crossed the notice of the end.
                Ok(Some((Order::Kill, _))) => {}
                Ok(Some((Order::Run(_), None))) | Err(_) => return 1,
                Ok(None) => return 0,
            }
        }
    }

    /// One answer, from fork to cleared slot. An error is fatal to the slot.
    fn run(&mut self, py: Python<'_>, launch: &Launch, channel: OwnedFd) -> io::Result<()> {
        if !self.kit.fits(launch) {
            match Kit::prepare(launch, &self.readable, &self.scratch, &mut self.slot) {
                Ok(kit) => self.kit = kit,
                Err(reason) => return self.notify(&Notice::NotStarted(reason)),
            }
        }
        let pid = match fork(py) {
            Ok(Some(pid)) => pid,
            Ok(None) => child::run(py, &mut self.kit, launch, &self.slot, channel),
            Err(error) => return self.notify(&Notice::NotStarted(format!("fork: {error}"))),
        };
        drop(channel);
        let pidfd = Pid::from_raw(pid)
            .ok_or(io::ErrorKind::InvalidData)
            .and_then(|pid| pidfd_open(pid, PidfdFlags::empty()).map_err(|error| io::Error::from(error).kind()))?;
        packet::send(self.control.as_fd(), &Notice::Started, Some(pidfd.as_fd()))?;
        self.wait_for_end(pid, &pidfd)?;
        let reaped = self.end_everything(pid)?;
        let how = if reaped.status < 0 { Exit::Signal(-reaped.status) } else { Exit::Status(reaped.status) };
        self.notify(&Notice::Ended(Ended { how, cpu_us: reaped.cpu_us, max_rss_kib: reaped.max_rss_kib }))?;
        // After the notice: what cannot be removed costs this slot, never the answer that is done.
        empty(&self.scratch)
    }

    /// Until the child has ended by itself or by order. The parent going away is an order too.
    fn wait_for_end(&self, pid: i32, pidfd: &OwnedFd) -> io::Result<()> {
        loop {
            let mut waiting = [PollFd::new(pidfd, PollFlags::IN), PollFd::new(self.control, PollFlags::IN)];
            match poll(&mut waiting, None) {
                Err(rustix::io::Errno::INTR) => continue,
                other => other?,
            };
            let [child, control] = waiting.map(|one| one.revents());
            if !child.is_empty() {
                return Ok(());
            }
            if !control.is_empty() {
                match packet::receive::<Order>(self.control.as_fd()) {
                    Ok(Some((Order::Kill, _))) => return Ok(()),
                    _ => {
                        self.kill(pid);
                        return Err(io::ErrorKind::BrokenPipe.into());
                    }
                }
            }
        }
    }

    fn kill(&self, pid: i32) {
        if self.slot.has(Layer::PidNamespace) { sys::kill_namespace() } else { sys::kill_group(pid) }
    }

    /// Kill and reap whatever is left of the answer: the child, what it forked, what that forked.
    fn end_everything(&self, pid: i32) -> io::Result<Reaped> {
        let mut child = None;
        let mut others_us = 0;
        loop {
            // Again after each: a process that was forking meanwhile was not there yet.
            self.kill(pid);
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
        packet::send(self.control.as_fd(), notice, None)
    }
}

/// Remove all that an answer left in the scratch folder.
fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.is_symlink() {
            open_up(&path);
            fs::remove_dir_all(&path)?;
        } else {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// Undo what would keep the owner from removing a tree: folders without the right to list or to change them.
fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let _ = fs::set_permissions(&folder, fs::Permissions::from_mode(0o700));
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        folders.extend(
            entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()),
        );
    }
}
