//! The process of one answer: lock down, prove it, read the job, run it, stream what it gave.

use std::fs::File;
use std::mem::ManuallyDrop;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::OnceLock;

use pyo3::prelude::*;

use crate::judge::frame;
use crate::model::limits::Limits;
use crate::model::mutant::Mutated;
use crate::model::wire::{Assignment, CheckJob, CountJob, Frame, Job, Launch, to_bytes};
use crate::python::count::Counter;
use crate::python::hooks::Hooks;
use crate::python::load;
use crate::python::mutate;
use crate::python::recorder;
use crate::python::run;
use crate::python::warm::Warm;
use crate::sandbox::lockdown::{self, Kit};
use crate::sandbox::proof::proved_layers;
use crate::sandbox::slot::Slot;
use crate::sandbox::sys;
use crate::worker::descriptors::{CHANNEL, own_streams};

/// The exit status of a child whose job is done. What the parent believes are the frames, not this.
const DONE: i32 = 0;

/// The exit status of a child that could not start or lost its parent.
const FAILED: i32 = 70;

/// What the interpreter calls for a job.
pub static HOOKS: Hooks = Hooks { too_much_output, memory_error };

/// The terms of this child, for the hooks.
static TERMS: OnceLock<(Launch, Limits)> = OnceLock::new();

/// What a child is told when it starts.
pub struct Start<'a> {
    pub launch: Launch,
    pub rehearse: bool,
    pub slot: &'a Slot,
    pub channel: OwnedFd,
}

/// Be the child. Never returns.
pub fn run(py: Python<'_>, warm: &Warm, kit: &mut Kit, start: Start<'_>) -> ! {
    let Start { launch, rehearse, slot, channel } = start;
    // A panic in here is our fault: the parent sees a child that left without an answer.
    std::panic::set_hook(Box::new(|_| sys::exit_now(FAILED)));
    if sys::place(channel.as_fd(), CHANNEL).is_err() || own_streams().is_err() {
        sys::exit_now(FAILED);
    }
    std::mem::forget(channel);
    if let Err(problem) = lockdown::enter(kit, slot, CHANNEL as u32) {
        send(&Frame::NotReady { layer: problem.layer, reason: problem.reason });
        sys::exit_now(FAILED);
    }
    if rehearse && warm.rehearse(py, HOOKS).is_err() {
        sys::exit_now(FAILED);
    }
    send(&Frame::Ready { proved: proved_layers(launch, slot, CHANNEL) });
    let Ok(Assignment { limits, job }) = frame::read(&mut *channel_file()) else { sys::exit_now(FAILED) };
    let _ = TERMS.set((launch, limits));
    if lockdown::limit(launch, &limits).is_err() || (launch.processes && warm.register_fork_handlers(py).is_err()) {
        sys::exit_now(FAILED);
    }
    recorder::begin(limits.output_bytes());
    match job {
        Job::Check(job) => check(py, &job),
        Job::Script { source } => {
            let (printed, raised) = run::script(py, &source, HOOKS);
            send(&Frame::Script { printed, raised });
        }
        Job::Load { source } => send(&Frame::Parsed(to_bytes(&load::parse(py, &source)))),
        Job::Mutate { source } => match mutate::mutate(py, &source) {
            Ok(Mutated { base, mutants }) => send(&Frame::Mutated { base, mutants }),
            Err(_) => sys::exit_now(FAILED),
        },
        Job::Count(job) => count(py, &job),
    }
    sys::exit_now(DONE)
}

fn check(py: Python<'_>, job: &CheckJob) {
    let (load, loaded) = run::load(py, job, HOOKS);
    send(&Frame::Loaded(load));
    if let Some(loaded) = loaded {
        for examples in &job.cases {
            send(&Frame::Case { examples: loaded.case(examples, HOOKS) });
        }
    }
}

fn count(py: Python<'_>, job: &CountJob) {
    let Ok(counter) = Counter::new(py) else { sys::exit_now(FAILED) };
    let (load, loaded) = run::load_with(py, &job.check, Some(&counter), HOOKS);
    send(&Frame::Loaded(load));
    let Some(loaded) = loaded else { return };
    for size in &job.sizes {
        let count = loaded.count(&counter, *size, job.budget, HOOKS);
        let is_whole = count.is_whole();
        send(&Frame::Counted(count));
        if !is_whole {
            return;
        }
    }
}

/// The channel, which stays open however often it is used.
fn channel_file() -> ManuallyDrop<File> {
    ManuallyDrop::new(File::from(sys::own(CHANNEL)))
}

/// Send a frame, or end: a child whose parent does not listen has nothing left to do.
fn send(message: &Frame) {
    if frame::write(&mut *channel_file(), message).is_err() {
        sys::exit_now(FAILED);
    }
}

fn too_much_output() -> ! {
    send(&Frame::TooMuchOutput);
    sys::exit_now(DONE)
}

fn memory_error() {
    if let Some((launch, limits)) = TERMS.get() {
        lockdown::open_reserve(*launch, limits);
    }
}
