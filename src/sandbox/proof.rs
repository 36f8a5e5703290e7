//! The child's self-check: each layer is proved by trying to break it, after lockdown and before the answer is read.

use std::fs;
use std::io::ErrorKind;

use rustix::io::Errno;
use rustix::process::{getppid, test_kill_process};
use rustix::thread::{SecureComputingMode, capabilities, no_new_privs, secure_computing_mode};

use crate::model::isolation::Layer;
use crate::model::wire::{ENVIRONMENT, Launch};
use crate::sandbox::slot::Slot;
use crate::sandbox::sys;

/// The layers that hold here, after [`lockdown::enter`](crate::sandbox::lockdown::enter). Namespaces for ipc and host name
/// are proved by the slot when it starts: they are entered once and cannot be left.
pub fn proved_layers(launch: Launch, slot: &Slot, channel: i32) -> Vec<Layer> {
    let offline = if launch.loopback { !sys::has_route() } else { !sys::can_make_socket() };
    let checks: [(Layer, bool); 12] = [
        // Entered by the slot, which notes it as missing when the kernel refuses.
        (Layer::UserNamespace, slot.has(Layer::UserNamespace)),
        (Layer::PidNamespace, getppid().is_some_and(|parent| parent.as_raw_nonzero().get() == 1)),
        (Layer::PrivateRoot, absent("/etc") && absent("/proc") && absent("/home")),
        (Layer::NetworkNamespace, offline),
        (Layer::ResourceLimits, limited()),
        (Layer::NoNewPrivileges, no_new_privs().unwrap_or(false)),
        (Layer::NoCapabilities, without_capabilities()),
        (Layer::Landlock, refused("/")),
        (Layer::Scopes, getppid().is_some_and(|parent| test_kill_process(parent) == Err(Errno::PERM))),
        (Layer::Seccomp, filtered() && (launch.loopback || offline)),
        (Layer::ClosedDescriptors, closed_above(channel)),
        (
            Layer::ClearedEnvironment,
            std::env::vars_os().all(|(name, _)| ENVIRONMENT.iter().any(|(given, _)| name == *given)),
        ),
    ];
    checks.into_iter().filter(|(_, holds)| *holds).map(|(layer, _)| layer).collect()
}

fn absent(path: &str) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// Whether a folder that exists cannot be listed: no rule of landlock covers the root itself.
fn refused(path: &str) -> bool {
    fs::read_dir(path).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

fn limited() -> bool {
    use rustix::process::{Resource, getrlimit};
    [Resource::As, Resource::Cpu, Resource::Fsize, Resource::Nofile]
        .into_iter()
        .all(|resource| getrlimit(resource).maximum.is_some())
        && getrlimit(Resource::Core).maximum == Some(0)
}

fn without_capabilities() -> bool {
    capabilities(None)
        .is_ok_and(|sets| sets.effective.is_empty() && sets.permitted.is_empty() && sets.inheritable.is_empty())
}

fn filtered() -> bool {
    secure_computing_mode().is_ok_and(|mode| mode == SecureComputingMode::Filter)
}

/// Descriptors above the channel are closed: a duplicate of the channel gets the next free number.
fn closed_above(channel: i32) -> bool {
    use std::os::fd::AsRawFd;
    fs::File::open("/dev/null").is_ok_and(|file| file.as_raw_fd() == channel + 1)
}
