//! The layers that stand between an answer and the machine, and the level that they add up to.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One layer of the wall. The child proves each before it reads the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// A user namespace of its own: capabilities over nothing, processes counted apart.
    UserNamespace,
    /// The worker is pid 1 of a namespace: it sees and ends every process of an answer.
    PidNamespace,
    /// A root of its own: the standard library read-only and an empty `/tmp`.
    PrivateRoot,
    /// A network namespace without a route.
    NetworkNamespace,
    /// No shared memory, semaphores or queues of others.
    IpcNamespace,
    /// Host name of its own.
    UtsNamespace,
    /// Memory, CPU, files, descriptors, processes bounded.
    ResourceLimits,
    /// No way to gain rights by executing a file.
    NoNewPrivileges,
    /// All capabilities given up.
    NoCapabilities,
    /// Landlock: files outside the standard library and `/tmp` refused by the kernel.
    Landlock,
    /// The system-call filter.
    Seccomp,
    /// No descriptor but the answer's own channel and `/dev/null`.
    ClosedDescriptors,
    /// Nothing of the caller's environment.
    ClearedEnvironment,
}

impl Layer {
    /// Every layer of level `full`, in the order in which they are entered.
    pub const ALL: [Layer; 13] = [
        Layer::UserNamespace,
        Layer::PidNamespace,
        Layer::PrivateRoot,
        Layer::NetworkNamespace,
        Layer::IpcNamespace,
        Layer::UtsNamespace,
        Layer::ResourceLimits,
        Layer::NoNewPrivileges,
        Layer::NoCapabilities,
        Layer::Landlock,
        Layer::Seccomp,
        Layer::ClosedDescriptors,
        Layer::ClearedEnvironment,
    ];

    /// What the layer is called in messages.
    pub fn name(self) -> &'static str {
        match self {
            Layer::UserNamespace => "user namespace",
            Layer::PidNamespace => "pid namespace",
            Layer::PrivateRoot => "private root",
            Layer::NetworkNamespace => "network namespace",
            Layer::IpcNamespace => "ipc namespace",
            Layer::UtsNamespace => "uts namespace",
            Layer::ResourceLimits => "resource limits",
            Layer::NoNewPrivileges => "no-new-privileges",
            Layer::NoCapabilities => "no capabilities",
            Layer::Landlock => "landlock",
            Layer::Seccomp => "system-call filter",
            Layer::ClosedDescriptors => "closed descriptors",
            Layer::ClearedEnvironment => "cleared environment",
        }
    }
}

/// How strongly an answer is locked in. Every report carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Every layer.
    Full,
    /// A layer is missing: for answers that you wrote yourself.
    OwnCode,
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Level::Full => "full",
            Level::OwnCode => "own-code",
        })
    }
}

/// A layer that could not be entered, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MissingLayer {
    pub layer: Layer,
    pub reason: String,
}

/// What stands between the answers of this run and the machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Isolation {
    pub missing: Vec<MissingLayer>,
}

impl Isolation {
    pub fn level(&self) -> Level {
        if self.missing.is_empty() { Level::Full } else { Level::OwnCode }
    }

    pub fn has(&self, layer: Layer) -> bool {
        self.missing.iter().all(|missing| missing.layer != layer)
    }
}
