//! From an executed process to a waiting zygote.

use std::fs::Permissions;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::OnceLock;

use rustix::process::{Signal, getppid, set_parent_process_death_signal, setsid};

use crate::judge::namespace::namespace_id;
use crate::judge::packet;
use crate::model::isolation::{Layer, Level};
use crate::model::wire::{Hello, Namespace, Notice, Preload};
use crate::python::interpreter;
use crate::sandbox::root::Readable;
use crate::sandbox::slot::Slot;
use crate::sandbox::sys::{self, Side};
use crate::worker::child::HOOKS;
use crate::worker::descriptors::{self, CHANNEL};
use crate::worker::zygote::Zygote;

/// The scratch folder of a slot that has a root of its own.
const SCRATCH: &str = "/tmp";

/// Be a worker until the parent goes away. Descriptor 0 is the control channel. Returns the exit status.
///
/// `bank` is where the built-in bank is mapped: it is given back before anything else happens.
pub fn run(preload: Preload, level: Level, hash_seed: u32, bank: (*const u8, usize)) -> i32 {
    if sys::unmap(bank.0, bank.1).is_err() {
        return 1;
    }
    sys::usual_signals();
    let Ok(control) = descriptors::arrange() else { return 1 };
    static CONTROL: OnceLock<OwnedFd> = OnceLock::new();
    let control = CONTROL.get_or_init(|| control);
    // There is no standard error to print to: what goes wrong here is told to the parent.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(control) = CONTROL.get() {
            let _ = packet::send(control.as_fd(), &Notice::Refused(format!("the worker failed: {panic}")), &[]);
        }
    }));
    sys::one_malloc_arena();
    // Away from the terminal: its signals are the parent's business.
    let _ = setsid();
    let mut slot = Slot::enter_namespaces(level);
    match sys::fork() {
        Err(error) => refuse(control, error.to_string()),
        Ok(Side::Parent(_)) => {
            // Only the zygote holds the channel now, so its end is seen by the parent.
            let _ = sys::close_from(CHANNEL as u32);
            let _ = sys::reap(true);
            0
        }
        Ok(Side::Child) => {
            if let Err(reason) = tie_to_outer(&slot) {
                return refuse(control, reason);
            }
            match start_zygote(control, preload, hash_seed, &mut slot) {
                Ok(zygote) => zygote.serve(),
                Err(reason) => refuse(control, reason),
            }
        }
    }
}

fn refuse(control: &OwnedFd, reason: String) -> i32 {
    let _ = packet::send(control.as_fd(), &Notice::Refused(reason), &[]);
    1
}

/// The zygote ends when outer does: then the whole namespace is gone when the parent ends outer.
fn tie_to_outer(slot: &Slot) -> Result<(), String> {
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(|error| format!("prctl(PR_SET_PDEATHSIG): {error}"))?;
    // In its own pid namespace the zygote sees no parent; elsewhere, losing it before the call above would go unnoticed.
    if !slot.has(Layer::PidNamespace) && getppid().is_none_or(|parent| parent.is_init()) {
        return Err("the process that started this worker is gone".to_owned());
    }
    Ok(())
}

fn start_zygote<'a>(
    control: &'a OwnedFd,
    preload: Preload,
    hash_seed: u32,
    slot: &mut Slot,
) -> Result<Zygote<'a>, String> {
    let started = interpreter::start(preload, hash_seed, HOOKS).map_err(|error| error.to_string())?;
    let readable = Readable::standard_library(&started.library);
    // Before the root is entered, where they can be seen.
    let namespaces = slot.entered().filter_map(|layer| Some(Namespace { layer, id: namespace_id(layer)? })).collect();
    slot.shut(&readable)?;
    let scratch = if slot.has(Layer::PrivateRoot) { PathBuf::from(SCRATCH) } else { own_scratch()? };
    let zygote = Zygote::new(control, std::mem::take(slot), readable, scratch, started.warm)?;
    let hello = Hello { interpreter: started.interpreter, missing: zygote.slot().missing.clone(), namespaces };
    packet::send(control.as_fd(), &Notice::Hello(hello), &[]).map_err(|error| error.to_string())?;
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
