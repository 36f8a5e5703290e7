//! The part of the lockdown that each child enters for itself, step by step, before it reads the answer.

use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreated, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
};
use rustix::process::{Resource, Rlimit, Signal, getrlimit, set_parent_process_death_signal, setrlimit, setsid};
use rustix::thread::{UnshareFlags, set_no_new_privs};
use seccompiler::BpfProgram;

use crate::model::isolation::Layer;
use crate::model::limits::{Limits, MAX_MEMORY_MIB, MAX_WALL_S};
use crate::model::wire::Launch;
use crate::sandbox::filter::{self, Narrowing};
use crate::sandbox::policy;
use crate::sandbox::root::Readable;
use crate::sandbox::slot::{Slot, give_up_capabilities, unshare};
use crate::sandbox::sys;

/// A layer that could not be entered.
#[derive(Debug)]
pub struct NotEntered {
    pub layer: Layer,
    pub reason: String,
}

/// Landlock rules and filter for one kind of launch: made once by the zygote, entered by each child.
#[derive(Debug)]
pub struct Kit {
    launch: Launch,
    ruleset: Option<RulesetCreated>,
    program: BpfProgram,
}

impl Kit {
    /// Prepare for launches like this one. What this kernel's landlock lacks is noted in `slot`.
    pub fn prepare(launch: Launch, readable: &Readable, scratch: &Path, slot: &mut Slot) -> Result<Kit, String> {
        let narrowing = Narrowing {
            processes: launch.processes,
            loopback: launch.loopback,
            shared_files: !slot.has(Layer::PrivateRoot),
        };
        let ruleset = match rules(readable, scratch, launch.loopback, slot) {
            Ok(ruleset) => Some(ruleset),
            Err(error) => {
                slot.miss(Layer::Landlock, &error);
                slot.miss(Layer::Scopes, error);
                None
            }
        };
        Ok(Kit { launch, ruleset, program: filter::for_child(narrowing).map_err(|error| error.to_string())? })
    }

    pub fn fits(&self, launch: Launch) -> bool {
        self.launch == launch
    }
}

/// Lock this process down. `channel` must already stand at the one descriptor that stays open, just above the standard
/// three.
pub fn enter(kit: &mut Kit, slot: &Slot, channel: u32) -> Result<(), NotEntered> {
    let at = |layer: Layer| move |error: &dyn std::fmt::Display| NotEntered { layer, reason: error.to_string() };
    let launch = kit.launch;
    for (needed, layer, what) in [
        (launch.processes, Layer::PidNamespace, "this question starts processes, which only a pid namespace can end"),
        (launch.loopback, Layer::NetworkNamespace, "this question opens sockets, which needs a network of its own"),
    ] {
        if needed && !(slot.has(layer) && slot.has(Layer::UserNamespace)) {
            return Err(at(layer)(&what));
        }
    }
    // A session of its own: no terminal, and one group to end where there is no pid namespace.
    setsid().map_err(|error| at(Layer::PidNamespace)(&error))?;
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(|error| at(Layer::PidNamespace)(&error))?;
    if launch.loopback {
        // Not the slot's: ports that an answer has used stay taken for a minute, and the next one would see them.
        let own = UnshareFlags::NEWUSER | UnshareFlags::NEWNET;
        unshare(own).map_err(|error| at(Layer::NetworkNamespace)(&error))?;
        sys::loopback_up().map_err(|error| at(Layer::NetworkNamespace)(&error))?;
    }
    set_limits(&outer_limits(launch, slot)).map_err(|error| at(Layer::ResourceLimits)(&error))?;
    // A new user namespace came with all capabilities over itself. Their bounding set needs no care: it is about what a
    // file that is executed may gain, and nothing is executed here, nor could it gain anything.
    give_up_capabilities().map_err(|error| at(Layer::NoCapabilities)(&error))?;
    set_no_new_privs(true).map_err(|error| at(Layer::NoNewPrivileges)(&error))?;
    if let Some(ruleset) = kit.ruleset.take() {
        let status = ruleset.restrict_self().map_err(|error| at(Layer::Landlock)(&error))?;
        if slot.has(Layer::Landlock) && status.ruleset == RulesetStatus::NotEnforced {
            return Err(at(Layer::Landlock)(&"not enforced by this kernel"));
        }
    }
    sys::close_from(channel + 1).map_err(|error| at(Layer::ClosedDescriptors)(&error))?;
    if slot.has(Layer::Seccomp) {
        filter::enter(&kit.program).map_err(|error| at(Layer::Seccomp)(&error))?;
    }
    Ok(())
}

/// Take what this answer may not use, before its job is looked at. The clocks that decide are the parent's; the CPU limit
/// here is what holds if it were gone.
pub fn limit(launch: Launch, limits: &Limits) -> rustix::io::Result<()> {
    let memory = memory_bytes(launch, limits.memory_mib);
    let cpu = limits.wall_s.ceil() as u64 + 2;
    set_limits(&[(Resource::As, (memory, memory + policy::REPORT_RESERVE_BYTES)), (Resource::Cpu, (cpu, cpu + 1))])
}

/// Open the reserve above the memory limit, so that a `MemoryError` can be reported.
pub fn open_reserve(launch: Launch, limits: &Limits) {
    let bytes = memory_bytes(launch, limits.memory_mib) + policy::REPORT_RESERVE_BYTES;
    let _ = setrlimit(Resource::As, Rlimit { current: Some(bytes), maximum: Some(bytes) });
}

fn memory_bytes(launch: Launch, memory_mib: u32) -> u64 {
    let mib = u64::from(memory_mib);
    (if launch.processes { mib.min(policy::PROCESS_MEMORY_MIB) } else { mib }) * 1024 * 1024
}

type SoftAndHard = (u64, u64);

/// The limits of every answer: those that a question chooses at the most that it may choose.
fn outer_limits(launch: Launch, slot: &Slot) -> Vec<(Resource, SoftAndHard)> {
    let memory = memory_bytes(launch, MAX_MEMORY_MIB) + policy::REPORT_RESERVE_BYTES;
    let cpu = MAX_WALL_S.ceil() as u64 + 3;
    let mut limits = vec![
        (Resource::As, (memory, memory)),
        (Resource::Cpu, (cpu, cpu)),
        (Resource::Fsize, (policy::MAX_FILE_BYTES, policy::MAX_FILE_BYTES)),
        (Resource::Nofile, (policy::MAX_OPEN_FILES, policy::MAX_OPEN_FILES)),
        (Resource::Stack, (policy::STACK_BYTES, policy::STACK_BYTES)),
        (Resource::Core, (0, 0)),
        (Resource::Memlock, (0, 0)),
        (Resource::Msgqueue, (0, 0)),
    ];
    // Processes are counted per user of a namespace: the zygote is one of them. Without a namespace of its own the count
    // would include every process of the user.
    if slot.has(Layer::UserNamespace) {
        let tasks = if launch.processes { policy::MAX_PROCESS_TASKS } else { policy::MAX_THREADS };
        limits.push((Resource::Nproc, (tasks + 1, tasks + 1)));
    }
    limits
}

/// A caller's own limit may be lower already: it holds too, and cannot be raised.
fn set_limits(limits: &[(Resource, SoftAndHard)]) -> rustix::io::Result<()> {
    limits.iter().try_for_each(|(resource, (soft, hard))| {
        let most = getrlimit(*resource).maximum.unwrap_or(u64::MAX);
        let (soft, hard) = (Some((*soft).min(most)), Some((*hard).min(most)));
        setrlimit(*resource, Rlimit { current: soft, maximum: hard })
    })
}

/// Read the standard library, use the devices, do anything in the scratch folder; nothing else.
fn rules(readable: &Readable, scratch: &Path, loopback: bool, slot: &mut Slot) -> Result<RulesetCreated, RulesetError> {
    let abi = ABI::V6;
    // Files are what landlock is here for: a kernel that cannot even do that has no landlock. The rest is what it offers.
    let mut ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V1))?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(abi))?
        .scope(Scope::from_all(abi))?;
    let scopes = Ruleset::default().set_compatibility(CompatLevel::HardRequirement).scope(Scope::from_all(abi));
    if let Err(error) = scopes {
        slot.miss(Layer::Scopes, error);
    }
    if !loopback {
        ruleset = ruleset.handle_access(AccessNet::from_all(abi))?;
    }
    let mut created = ruleset.create()?;
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let all = AccessFs::from_all(abi) & !AccessFs::Execute & !AccessFs::MakeChar & !AccessFs::MakeBlock;
    let grants = readable
        .parts(slot.has(Layer::PrivateRoot))
        .into_iter()
        .map(|(path, with_files)| (path, if with_files { read } else { AccessFs::ReadDir.into() }))
        .chain(policy::DEVICES.iter().map(|device| (device.into(), AccessFs::ReadFile | AccessFs::WriteFile)))
        .chain([(scratch.to_owned(), all)]);
    for (path, access) in grants {
        // A folder that this root does not have needs no rule.
        if let Ok(folder) = PathFd::new(&path) {
            let access = if path.is_dir() { access } else { access & AccessFs::from_file(abi) };
            created = created.add_rule(PathBeneath::new(folder, access))?;
        }
    }
    Ok(created)
}
