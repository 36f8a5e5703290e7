//! Which namespace a process is in: the worker tells, and the parent compares with its own.

use std::fs;
use std::os::unix::fs::MetadataExt;

use crate::model::isolation::Layer;

/// The number that the kernel gives to this process's namespace, or, for processes, to that of its next child. `None` for
/// layers that are no namespaces, and where `/proc` does not tell.
pub fn namespace_id(layer: Layer) -> Option<u64> {
    let name = match layer {
        Layer::UserNamespace => "user",
        Layer::PidNamespace => "pid_for_children",
        Layer::PrivateRoot => "mnt",
        Layer::NetworkNamespace => "net",
        Layer::IpcNamespace => "ipc",
        Layer::UtsNamespace => "uts",
        _ => return None,
    };
    fs::metadata(format!("/proc/self/ns/{name}")).ok().map(|namespace| namespace.ino())
}
