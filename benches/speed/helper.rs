//! A helper process of the benchmark: CPython embedded through greenroom's own crate, told by lines what to repeat.
//!
//! Theory of operation. The benchmark executes itself. The helper starts the interpreter as a zygote does, in a slot or
//! outside of any, and obeys lines `WHAT COUNT` from standard input. For each it prints one line: CPU nanoseconds of
//! itself and its children, and their minor faults, over all repetitions together.

use std::fs::File;
use std::io::{self, BufRead, Read, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

use greenroom::judge::frame;
use greenroom::model::isolation::Level;
use greenroom::model::limits::Limits;
use greenroom::model::wire::{Assignment, CheckJob, Frame, Job, Launch, Preload};
use greenroom::python::code::{Kind, compile_to_bytes};
use greenroom::python::fork::fork;
use greenroom::python::hooks::Hooks;
use greenroom::python::warm::Warm;
use greenroom::python::{interpreter, recorder, run};
use greenroom::sandbox::lockdown::Kit;
use greenroom::sandbox::root::Readable;
use greenroom::sandbox::slot::Slot;
use greenroom::sandbox::sys::{self, Side};
use greenroom::worker::child::{self, Start};
use greenroom::worker::descriptors::CHANNEL;
use pyo3::prelude::*;
use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair};
use serde::{Deserialize, Serialize};

use crate::account;
use crate::options::Place;

/// How much a child may print.
const OUTPUT_BYTES: usize = 1024 * 1024;

static HOOKS: Hooks = Hooks { too_much_output, memory_error: || {} };

/// What a helper can repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Fork a child that exits at once, and reap it. Python is not told.
    Fork,
    /// Compile and run the script that bare runs, in this process.
    Script,
    /// Fork a child that runs the job and sends its frames.
    Child,
    /// The same through the lockdown and its proof, as a worker does it.
    LockedChild,
}

/// The first line of standard input.
#[derive(Debug, Serialize, Deserialize)]
pub struct Material {
    pub script: String,
    pub answer: String,
    /// What the check runs before its cases, and a call for each of them.
    pub setup: String,
    pub calls: Vec<String>,
}

impl Material {
    /// The job as a parent sends it: what is of the bank is compiled beforehand.
    fn job(&self, py: Python<'_>) -> PyResult<CheckJob> {
        let call = |call: &String| Ok(vec![compile_to_bytes(py, call, "<example>", Kind::Interactive)?]);
        Ok(CheckJob {
            answer: self.answer.clone(),
            execute: true,
            setup: compile_to_bytes(py, &self.setup, "check.py", Kind::Module)?,
            seed_random: false,
            seed: 1,
            cases: self.calls.iter().map(call).collect::<PyResult<_>>()?,
        })
    }
}

/// What to repeat, and how often.
#[derive(Debug, Serialize, Deserialize)]
pub struct Request {
    pub task: Task,
    pub count: u32,
}

/// What all repetitions together have used.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reply {
    pub cpu_ns: u64,
    pub minor_faults: u64,
}

/// Be a helper until the end of standard input. Returns the exit status.
pub fn be(place: Place) -> i32 {
    match try_to_be(place) {
        Ok(()) => 0,
        Err(error) => {
            // The benchmark reads it in place of a reply.
            let _ = writeln!(io::stdout(), "helper: {error}");
            1
        }
    }
}

type Problem = Box<dyn std::error::Error>;

fn try_to_be(place: Place) -> Result<(), Problem> {
    let null = File::options().read(true).write(true).open("/dev/null")?;
    sys::place(null.as_fd(), CHANNEL)?;
    sys::one_malloc_arena();
    let mut slot = Slot::default();
    if place == Place::Slot {
        slot = Slot::enter_namespaces(Level::Full);
        if let Side::Parent(_) = sys::fork()? {
            sys::reap(true)?;
            return Ok(());
        }
    }
    let started = interpreter::start(Preload::Common, 0, HOOKS)?;
    let readable = Readable::standard_library(&started.library);
    let launch = Launch::default();
    let mut kit = None;
    if place == Place::Slot {
        slot.shut(&readable)?;
        if let Some(missing) = slot.missing.first() {
            return Err(format!("`{}` is missing: {}", missing.layer.name(), missing.reason).into());
        }
        kit = Some(Kit::prepare(launch, &readable, Path::new("/tmp"), &mut slot)?);
    }
    let mut lines = io::stdin().lock().lines();
    let material: Material = serde_json::from_str(&lines.next().ok_or("no material")??)?;
    Python::attach(|py| -> Result<(), Problem> {
        let job = Job::Check(material.job(py)?);
        let mut zygote = Zygote {
            py,
            warm: started.warm,
            slot,
            launch,
            kit,
            job: frame::frame(&Assignment { limits: Limits::default(), job }),
            script: material.script,
        };
        for line in lines {
            let request: Request = serde_json::from_str(&line?)?;
            let before = account::of_this_process();
            (0..request.count).try_for_each(|_| zygote.perform(request.task))?;
            let after = account::of_this_process();
            let reply = Reply { cpu_ns: (after.0 - before.0).as_nanos() as u64, minor_faults: after.1 - before.1 };
            writeln!(io::stdout(), "{}", serde_json::to_string(&reply)?)?;
        }
        Ok(())
    })
}

struct Zygote<'py> {
    py: Python<'py>,
    warm: Warm,
    slot: Slot,
    launch: Launch,
    kit: Option<Kit>,
    job: Vec<u8>,
    script: String,
}

impl Zygote<'_> {
    fn perform(&mut self, task: Task) -> Result<(), Problem> {
        match task {
            Task::Fork => {
                if sys::fork()? == Side::Child {
                    sys::exit_now(0);
                }
                reap()
            }
            Task::Script => {
                let (_, raised) = run::script(self.py, &self.script, HOOKS);
                raised.map_or(Ok(()), |raised| Err(format!("the script raised {}", raised.exception).into()))
            }
            Task::Child => self.converse(false),
            Task::LockedChild => self.converse(true),
        }
    }

    /// Fork a child, give it the job, and take its frames until it leaves.
    fn converse(&mut self, locked: bool) -> Result<(), Problem> {
        let (ours, theirs) = socketpair(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None)?;
        if fork(self.py)?.is_none() {
            match &mut self.kit {
                Some(kit) if locked => {
                    let start = Start { launch: self.launch, rehearse: false, slot: &self.slot, channel: theirs };
                    child::run(self.py, &self.warm, kit, start)
                }
                _ => unlocked_child(self.py, theirs),
            }
        }
        drop(theirs);
        let mut ours = File::from(ours);
        ours.write_all(&self.job)?;
        let mut sent = Vec::new();
        ours.read_to_end(&mut sent)?;
        // Ready, loaded, and a frame for each case that is never empty.
        if sent.len() < 100 {
            return Err(format!("a child sent {} bytes only", sent.len()).into());
        }
        reap()
    }
}

/// What `child::run` does, without the lockdown and its proof.
fn unlocked_child(py: Python<'_>, channel: OwnedFd) -> ! {
    let work = || -> io::Result<()> {
        sys::place(channel.as_fd(), CHANNEL).map_err(|error| error.source)?;
        let mut channel = ManuallyDrop::new(File::from(sys::own(CHANNEL)));
        frame::write(&mut *channel, &Frame::Ready { proved: Vec::new() })?;
        let Assignment { job: Job::Check(job), .. } = frame::read(&mut *channel)? else { return Ok(()) };
        recorder::begin(OUTPUT_BYTES);
        let (load, loaded) = run::load(py, &job, HOOKS);
        frame::write(&mut *channel, &Frame::Loaded(load))?;
        if let Some(loaded) = loaded {
            for examples in &job.cases {
                frame::write(&mut *channel, &Frame::Case { examples: loaded.case(examples, HOOKS) })?;
            }
        }
        Ok(())
    };
    sys::exit_now(if work().is_ok() { 0 } else { 1 })
}

fn too_much_output() -> ! {
    sys::exit_now(1)
}

fn reap() -> Result<(), Problem> {
    match account::reap()? {
        Some(reaped) if reaped.status == 0 => Ok(()),
        other => Err(format!("a child ended wrongly: {other:?}").into()),
    }
}
