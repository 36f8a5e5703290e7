//! The part of the lockdown that a slot enters once: namespaces, root, and the large filter. Children inherit it.
//!
//! Theory of operation. A process that holds the slot (*outer*) enters the namespaces and forks: the fork (*inner*) is pid 1
//! of the new pid namespace and becomes the zygote, while outer only waits for it. Inner, with Python running already and
//! the file system still in sight, shuts the door behind itself: root, user, capabilities, filter. What cannot be entered is
//! remembered with its reason; the parent decides what to do about it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::fd::OwnedFd;

use rustix::fs::{CWD, Mode, OFlags, openat};
use rustix::process::{
    DumpableBehavior, Gid, Signal, Uid, geteuid, getgid, getuid, set_dumpable_behavior, set_parent_process_death_signal,
};
use rustix::thread::{
    CapabilitySet, CapabilitySets, UnshareFlags, remove_capability_from_bounding_set, set_capabilities,
    set_no_new_privs, set_thread_groups, set_thread_res_gid, set_thread_res_uid,
};

use crate::model::isolation::{Layer, Level, MissingLayer};
use crate::sandbox::filter;
use crate::sandbox::policy::NOBODY;
use crate::sandbox::root::{self, Readable};

/// Which layers this slot has, so far.
#[derive(Debug, Default)]
pub struct Slot {
    pub missing: Vec<MissingLayer>,
    /// Real root: it mounts without a user namespace and becomes nobody afterwards.
    privileged: bool,
}

impl Slot {
    pub fn has(&self, layer: Layer) -> bool {
        self.missing.iter().all(|missing| missing.layer != layer)
    }

    pub fn miss(&mut self, layer: Layer, reason: impl ToString) {
        if self.has(layer) {
            self.missing.push(MissingLayer { layer, reason: reason.to_string() });
        }
    }

    /// Outer: enter every namespace that `level` has. The pid namespace begins with the next fork.
    pub fn enter_namespaces(level: Level) -> Slot {
        let mut slot = Slot { privileged: geteuid().is_root() && nobody_is_mapped(), ..Slot::default() };
        if level == Level::NoUserns {
            Layer::NAMESPACES.iter().for_each(|layer| slot.miss(*layer, "level `no-userns` does without"));
            return slot;
        }
        if !slot.privileged
            && let Err(reason) = own_process().and_then(|own| enter_user_namespace(&own))
        {
            slot.miss(Layer::UserNamespace, reason);
        }
        for (flag, layer) in [
            (UnshareFlags::NEWPID, Layer::PidNamespace),
            (UnshareFlags::NEWNS, Layer::PrivateRoot),
            (UnshareFlags::NEWNET, Layer::NetworkNamespace),
            (UnshareFlags::NEWIPC, Layer::IpcNamespace),
            (UnshareFlags::NEWUTS, Layer::UtsNamespace),
        ] {
            if let Err(error) = unshare(flag) {
                slot.miss(layer, format!("unshare: {error}"));
            }
        }
        slot
    }

    /// The namespaces that this process is in and its parent is not.
    pub fn entered(&self) -> impl Iterator<Item = Layer> {
        let entered = Layer::NAMESPACES.into_iter().filter(|layer| self.has(*layer));
        // Root mounts without a user namespace, and enters one when it is nobody.
        entered.filter(|layer| !(self.privileged && *layer == Layer::UserNamespace))
    }

    /// Inner: the rest. Gives the descriptors and rights up that only this needed.
    pub fn shut(&mut self, readable: &Readable) -> Result<(), String> {
        let own = own_process();
        if self.has(Layer::PrivateRoot)
            && let Err(error) = root::enter(readable)
        {
            self.miss(Layer::PrivateRoot, error);
        }
        // Without a root of its own nobody may be unable to read the library; root without capabilities can.
        if self.privileged && (self.has(Layer::PrivateRoot) || readable.by_everybody()) {
            become_nobody().map_err(|error| format!("could not become user {NOBODY}: {error}"))?;
            // Another user means another parent-death signal: none.
            set_parent_process_death_signal(Some(Signal::KILL))
                .map_err(|error| format!("prctl(PR_SET_PDEATHSIG): {error}"))?;
            // Whoever has changed its user cannot open its own files in `/proc`, until it says that it may be looked at.
            set_dumpable_behavior(DumpableBehavior::Dumpable)
                .map_err(|error| format!("prctl(PR_SET_DUMPABLE): {error}"))?;
            // One for the slot: it has one answer at a time, and whoever is in it has rights over nothing outside.
            if self.has(Layer::UserNamespace)
                && let Err(reason) = own.and_then(|own| enter_user_namespace(&own))
            {
                self.miss(Layer::UserNamespace, reason);
            }
        }
        // The bounding set first: removing from it needs a capability.
        drop_capabilities().map_err(|error| format!("could not give up capabilities: {error}"))?;
        set_dumpable_behavior(DumpableBehavior::NotDumpable)
            .map_err(|error| format!("prctl(PR_SET_DUMPABLE): {error}"))?;
        set_no_new_privs(true).map_err(|error| format!("prctl(PR_SET_NO_NEW_PRIVS): {error}"))?;
        let entered = filter::for_zygote().and_then(|programs| programs.iter().try_for_each(filter::enter));
        if let Err(error) = entered {
            self.miss(Layer::Seccomp, error);
        }
        Ok(())
    }
}

/// Drop every capability from every set, the bounding set included.
fn drop_capabilities() -> rustix::io::Result<()> {
    for capability in CapabilitySet::all().iter() {
        // EINVAL: a capability newer than this kernel. EPERM: nothing to drop it with, so nothing to gain from it either.
        let _ = remove_capability_from_bounding_set(capability);
    }
    give_up_capabilities()
}

/// Give up every capability that this process has.
pub fn give_up_capabilities() -> rustix::io::Result<()> {
    let none = CapabilitySet::empty();
    set_capabilities(None, CapabilitySets { effective: none, permitted: none, inheritable: none })
}

/// Enter one or more new namespaces.
#[expect(deprecated, reason = "its replacement is unsafe because of CLONE_FILES, which is never passed here")]
pub fn unshare(flags: UnshareFlags) -> rustix::io::Result<()> {
    rustix::thread::unshare(flags)
}

fn nobody_is_mapped() -> bool {
    let Ok(map) = fs::read_to_string("/proc/self/uid_map") else { return false };
    map.lines().any(|line| {
        let mut numbers = line.split_whitespace().map(|number| number.parse::<u64>().unwrap_or(0));
        let (inside, _, count) = (numbers.next().unwrap_or(0), numbers.next(), numbers.next().unwrap_or(0));
        (inside..inside + count).contains(&u64::from(NOBODY))
    })
}

/// A user namespace in which this user is itself and nobody else exists. `own` is this process in `/proc`, opened while
/// there was one.
fn enter_user_namespace(own: &OwnedFd) -> Result<(), String> {
    let (uid, gid) = (getuid().as_raw(), getgid().as_raw());
    unshare(UnshareFlags::NEWUSER).map_err(|error| format!("unshare: {error}"))?;
    let write = |name: &str, text: String| {
        let file = openat(own, name, OFlags::WRONLY | OFlags::CLOEXEC, Mode::empty());
        file.map_err(io::Error::from)
            .and_then(|file| File::from(file).write_all(text.as_bytes()))
            .map_err(|error| format!("/proc/self/{name}: {error}"))
    };
    write("setgroups", "deny".to_owned())?;
    write("uid_map", format!("{uid} {uid} 1"))?;
    write("gid_map", format!("{gid} {gid} 1"))
}

fn own_process() -> Result<OwnedFd, String> {
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    openat(CWD, "/proc/self", flags, Mode::empty()).map_err(|error| format!("/proc/self: {error}"))
}

fn become_nobody() -> rustix::io::Result<()> {
    let (uid, gid) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
    set_thread_groups(&[])?;
    set_thread_res_gid(gid, gid, gid)?;
    set_thread_res_uid(uid, uid, uid)
}
