//! The nursery: from an executed process to CPython, and from there to as many slots as are asked for.

use std::io;
use std::os::fd::{AsFd, OwnedFd};

use pyo3::prelude::*;
use rustix::process::setsid;

use crate::judge::packet;
use crate::model::isolation::Level;
use crate::model::wire::{Notice, Preload, Request};
use crate::python::fork::fork;
use crate::python::interpreter;
use crate::sandbox::sys;
use crate::worker::child::HOOKS;
use crate::worker::descriptors;
use crate::worker::slot;

/// Be a nursery until the parent goes away. Descriptor 0 is the channel of its requests. Returns the exit status.
///
/// `bank` is where the built-in bank is mapped: it is given back before anything else happens.
pub fn run(preload: Preload, level: Level, hash_seed: u32, bank: (*const u8, usize)) -> i32 {
    if sys::unmap(bank.0, bank.1).is_err() {
        return 1;
    }
    sys::usual_signals();
    let Ok(requests) = descriptors::arrange() else { return 1 };
    // There is no standard error to print to: what goes wrong in a slot is told to the parent.
    slot::tell_panics();
    sys::one_malloc_arena();
    // Away from the terminal: its signals are the parent's business.
    let _ = setsid();
    let started = interpreter::start(preload, hash_seed, HOOKS).map_err(|error| error.to_string());
    let nursery = std::process::id();
    while let Ok(Some(control)) = next_slot(&requests) {
        let refuse = |reason: String| packet::send(control.as_fd(), &Notice::Refused(reason), &[]);
        let refused = match &started {
            Err(reason) => refuse(reason.clone()),
            Ok(started) => match Python::attach(fork) {
                Err(error) => refuse(error.to_string()),
                Ok(Some(_)) => Ok(()),
                Ok(None) => {
                    drop(requests);
                    slot::hold(control, started, level, nursery)
                }
            },
        };
        // A parent that does not listen has given this slot up.
        drop(refused);
        reap_ended();
    }
    // Every slot ends when its parent does. Waited for, what they used counts as used by this process.
    while sys::reap(true).is_ok_and(|reaped| reaped.is_some()) {}
    0
}

/// Wait for the request of a slot; gives its end of the control channel. `None` when the parent is gone.
fn next_slot(requests: &OwnedFd) -> io::Result<Option<OwnedFd>> {
    match packet::receive::<Request>(requests.as_fd())? {
        None => Ok(None),
        Some((Request::Slot, descriptors)) => match <[OwnedFd; 1]>::try_from(descriptors) {
            Ok([control]) => descriptors::out_of_the_way(&control).map(Some),
            Err(_) => Err(io::ErrorKind::InvalidData.into()),
        },
    }
}

fn reap_ended() {
    while sys::reap(false).is_ok_and(|reaped| reaped.is_some()) {}
}
