//! From a fork of the nursery to a waiting zygote: one process enters the namespaces and holds the slot, its fork is the
//! zygote.

use std::fs::Permissions;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::OnceLock;

use pyo3::prelude::*;
use rustix::process::{Pid, PidfdFlags, Signal, getpid, getppid, pidfd_open, set_parent_process_death_signal};

use crate::judge::namespace::namespace_id;
use crate::judge::packet;
use crate::model::isolation::{Layer, Level};
use crate::model::wire::{Hello, Namespace, Notice};
use crate::python::fork::fork;
use crate::python::interpreter::{self, Started};
use crate::sandbox::root::Readable;
use crate::sandbox::slot::Slot;
use crate::sandbox::sys;
use crate::worker::descriptors::CHANNEL;
use crate::worker::zygote::Zygote;

/// The scratch folder of a slot that has a root of its own.
const SCRATCH: &str = "/tmp";

/// The control channel of the slot that this process is in.
static CONTROL: OnceLock<OwnedFd> = OnceLock::new();

/// Tell the parent of a panic in a slot.
pub fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(control) = CONTROL.get() {
            let _ = packet::send(control.as_fd(), &Notice::Refused(format!("the worker failed: {panic}")), &[]);
        }
    }));
}

/// Hold a slot: enter the namespaces, fork the zygote, and wait for its end. `nursery` is the process that forked this one.
/// Never returns.
pub fn hold(control: OwnedFd, started: &Started, level: Level, nursery: u32) -> ! {
    let control = CONTROL.get_or_init(|| control);
    let status = match try_to_hold(control, started, level, nursery) {
        Ok(status) => status,
        Err(reason) => {
            let _ = packet::send(control.as_fd(), &Notice::Refused(reason), &[]);
            1
        }
    };
    sys::exit_now(status)
}

fn try_to_hold(control: &'static OwnedFd, started: &Started, level: Level, nursery: u32) -> Result<i32, String> {
    end_with_parent()?;
    if getppid() != i32::try_from(nursery).ok().and_then(Pid::from_raw) {
        return Err(LOST.to_owned());
    }
    let holder = pidfd_open(getpid(), PidfdFlags::empty()).map_err(|error| format!("pidfd_open: {error}"))?;
    let mut slot = Slot::enter_namespaces(level);
    match Python::attach(fork) {
        Err(error) => Err(error.to_string()),
        Ok(Some(_)) => {
            // Only the zygote holds the channel now, so its end is seen by the parent.
            let _ = sys::close_from(CHANNEL as u32);
            let _ = sys::reap(true);
            Ok(0)
        }
        Ok(None) => {
            // The zygote ends when the holder does: then the whole namespace is gone when the parent ends that one.
            end_with_parent()?;
            // In its own pid namespace the zygote sees no parent; elsewhere, losing it before the call above would go
            // unnoticed.
            if !slot.has(Layer::PidNamespace) && getppid().is_none_or(|parent| parent.is_init()) {
                return Err(LOST.to_owned());
            }
            Ok(zygote(control, started, &mut slot, holder)?.serve())
        }
    }
}

const LOST: &str = "the process that started this worker is gone";

fn end_with_parent() -> Result<(), String> {
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(|error| format!("prctl(PR_SET_PDEATHSIG): {error}"))
}

fn zygote<'a>(
    control: &'a OwnedFd,
    started: &'a Started,
    slot: &mut Slot,
    holder: OwnedFd,
) -> Result<Zygote<'a>, String> {
    let readable = Readable::standard_library(&started.library);
    // Before the root is entered, where they can be seen.
    let namespaces = slot.entered().filter_map(|layer| Some(Namespace { layer, id: namespace_id(layer)? })).collect();
    slot.shut(&readable)?;
    let scratch = if slot.has(Layer::PrivateRoot) { PathBuf::from(SCRATCH) } else { own_scratch()? };
    let zygote = Zygote::new(control, std::mem::take(slot), readable, scratch, &started.warm)?;
    let hello = Hello { interpreter: started.interpreter.clone(), missing: zygote.slot().missing.clone(), namespaces };
    packet::send(control.as_fd(), &Notice::Hello(hello), &[holder.as_fd()]).map_err(|error| error.to_string())?;
    Ok(zygote)
}

/// A scratch folder for a slot that has no root of its own.
fn own_scratch() -> Result<PathBuf, String> {
    let folder = tempfile::Builder::new()
        .prefix("greenroom-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir()
        .map_err(|error| format!("scratch folder: {error}"))?
        .keep();
    std::env::set_current_dir(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    interpreter::use_scratch(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}
