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
    /// Landlock from ABI 6 on: signals and abstract sockets stay within the answer. Level `full` has namespaces for that.
    Scopes,
    /// The system-call filter.
    Seccomp,
    /// No descriptor but the answer's own channel and `/dev/null`.
    ClosedDescriptors,
    /// Nothing of the caller's environment.
    ClearedEnvironment,
}

impl Layer {
    /// Every layer, in the order in which they are entered.
    pub const ALL: [Layer; 14] = [
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
        Layer::Scopes,
        Layer::Seccomp,
        Layer::ClosedDescriptors,
        Layer::ClearedEnvironment,
    ];

    /// The layers that a slot enters once, before it starts a child.
    pub const NAMESPACES: [Layer; 6] = [
        Layer::UserNamespace,
        Layer::PidNamespace,
        Layer::PrivateRoot,
        Layer::NetworkNamespace,
        Layer::IpcNamespace,
        Layer::UtsNamespace,
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
            Layer::Scopes => "landlock scopes",
            Layer::Seccomp => "system-call filter",
            Layer::ClosedDescriptors => "closed descriptors",
            Layer::ClearedEnvironment => "cleared environment",
        }
    }
}

/// How strongly an answer is locked in. Every report carries it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Every layer: for answers of strangers.
    Full,
    /// Without namespaces, as in most containers: system-call filter, landlock and limits stand alone.
    NoUserns,
    /// A layer that counts is missing: for answers that you wrote yourself.
    OwnCode,
}

impl Level {
    /// The word that stands in reports and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Level::Full => "full",
            Level::NoUserns => "no-userns",
            Level::OwnCode => "own-code",
        }
    }

    /// The layers without which this level is not reached. `own-code` takes what there is.
    pub fn demands(self) -> impl Iterator<Item = Layer> {
        Layer::ALL.into_iter().filter(move |layer| match self {
            Level::Full => *layer != Layer::Scopes,
            Level::NoUserns => !Layer::NAMESPACES.contains(layer),
            Level::OwnCode => false,
        })
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.word())
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
    pub level: Level,
    /// The layers that could not be entered. Level `full` is reached without [`Layer::Scopes`].
    pub missing: Vec<MissingLayer>,
}

impl Isolation {
    /// The strongest level that is reached without these layers.
    pub fn strongest(missing: Vec<MissingLayer>) -> Isolation {
        let reached = |level: &Level| level.demands().all(|layer| missing.iter().all(|missing| missing.layer != layer));
        let level = [Level::Full, Level::NoUserns].into_iter().find(reached).unwrap_or(Level::OwnCode);
        Isolation { level, missing }
    }

    pub fn has(&self, layer: Layer) -> bool {
        self.missing.iter().all(|missing| missing.layer != layer)
    }

    /// What keeps this run from `level`.
    pub fn missing_for(&self, level: Level) -> Vec<&MissingLayer> {
        self.missing.iter().filter(|missing| level.demands().any(|layer| layer == missing.layer)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(layers: &[Layer]) -> Isolation {
        let missing = layers.iter().map(|layer| MissingLayer { layer: *layer, reason: String::new() });
        Isolation::strongest(missing.collect())
    }

    #[test]
    fn each_level_is_reached_with_the_layers_that_it_demands() {
        assert_eq!(without(&[]).level, Level::Full);
        assert_eq!(without(&[Layer::Scopes]).level, Level::Full);
        assert_eq!(without(&[Layer::UtsNamespace]).level, Level::NoUserns);
        assert_eq!(without(&Layer::NAMESPACES).level, Level::NoUserns);
        assert_eq!(without(&[Layer::PidNamespace, Layer::Scopes]).level, Level::OwnCode);
        for layer in [Layer::Landlock, Layer::Seccomp, Layer::NoCapabilities, Layer::ResourceLimits] {
            assert_eq!(without(&[layer]).level, Level::OwnCode);
        }
    }

    #[test]
    fn what_keeps_from_a_level_is_named() {
        let isolation = without(&[Layer::NetworkNamespace, Layer::Scopes]);
        let layers = |level| isolation.missing_for(level).iter().map(|missing| missing.layer).collect::<Vec<_>>();
        assert_eq!(layers(Level::Full), [Layer::NetworkNamespace]);
        assert_eq!(layers(Level::NoUserns), [Layer::Scopes]);
    }
}
