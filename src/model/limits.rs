//! How much an answer may use, and how much of what it says is read. Each constant names what chose it.

use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The largest source of an answer in bytes.
// Receipt: the longest right answer of the bank is under 5 KiB; 256 KiB compiles in 0.2 s of CPU.
pub const MAX_SOURCE_BYTES: usize = 256 * 1024;

/// The deepest canonical tree.
// Receipt: the deepest expected value of the bank has 5 levels; recursive walkers of 64 levels stay within a 2 MiB stack.
pub const MAX_DEPTH: usize = 64;

/// The most nodes of one canonical tree.
// Receipt: 100,000 small ints encode to 0.3 MB in 4 ms.
pub const MAX_NODES: usize = 100_000;

/// The most bytes of one encoded canonical tree.
pub const MAX_VALUE_BYTES: usize = 1024 * 1024;

/// The most values that one example may display.
pub const MAX_SHOWN: usize = 10_000;

/// The most values that all examples of one case may display together.
// Receipt: four million empty values fit into the largest frame, and took the parent from 15 to 110 MB.
pub const MAX_SHOWN_OF_CASE: usize = 100_000;

/// The most bytes of all values that the examples of one case display; what comes after counts as a value past the bound.
// Receipt: decoded, a byte takes up to 32; a case of flat lists takes 36 MiB, and took 174 when a frame was the only bound.
pub const MAX_SHOWN_BYTES: usize = MAX_VALUE_BYTES;

/// The C stack of each thread that an answer starts.
// Receipt: 512 MiB of address space start 200 threads with it, and 14 with glibc's default of 8 MiB and an arena each.
pub const THREAD_STACK_BYTES: usize = 1024 * 1024;

/// The most examples of one case.
// Receipt: the longest case of the bank has 8.
pub const MAX_EXAMPLES: usize = 1000;

/// The most mutants of one right answer.
// Receipt: the longest right answer of the bank, 56 lines, has 98.
pub const MAX_MUTANTS: usize = 3000;

/// The largest frame that the parent accepts from a child: one largest value, its printed text and an exception.
pub const MAX_FRAME_BYTES: usize = 4 * 1024 * 1024;

/// The most bytes in all that the parent reads from one child beyond its output limit.
// Receipt: the bank's most talkative right answer sends 0.4 MB; the parent stays under 60 MB at this cap.
pub const MAX_REPLY_BYTES: usize = 16 * 1024 * 1024;

/// The longest exception message in bytes; the rest is cut and marked.
pub const MAX_MESSAGE_BYTES: usize = 2 * 1024;

/// The most traceback lines that cross the wall.
pub const MAX_TRACEBACK: usize = 20;

/// How many processes an answer may have running besides its own, where its question needs processes.
// Receipt: pools of four are usual; eight of them fit into 2.3 GiB of memory at 256 MiB each.
pub const MAX_PROCESSES: usize = 8;

/// How long the worker may take to start before it counts as lost.
// Receipt: interpreter, namespaces and preload took 35 to 60 ms on two loaded cores; a busy CI machine gets 200 times that.
pub const START_GRACE: Duration = Duration::from_secs(12);

/// How long a killed child may take to vanish before its whole slot is ended.
// Receipt: unmapping 2 GiB took over 50 ms on a loaded machine.
pub const KILL_GRACE: Duration = Duration::from_secs(3);

/// How long a worker may take to end in order, which removes a scratch folder on disk, before it is ended.
// Receipt: 1,024 files were not all removed within 0.5 s on two cores with a load of 15; a worker without files needs 1 ms.
pub const TIDY_GRACE: Duration = Duration::from_secs(5);

/// The most memory that a question may choose, in MiB.
pub const MAX_MEMORY_MIB: u32 = 4096;

/// The longest wall time that a question may choose, in seconds.
pub const MAX_WALL_S: f64 = 600.0;

/// What one answer may use. Every field has a default; a question may set its own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Seconds of CPU for each case, and for loading the answer.
    #[schemars(range(min = 0.05, max = 60.0))]
    pub cpu_s: f64,
    /// Seconds of wall time for the whole answer.
    #[schemars(range(min = 0.1, max = MAX_WALL_S))]
    pub wall_s: f64,
    /// Address space in MiB.
    #[schemars(range(min = 64, max = MAX_MEMORY_MIB))]
    pub memory_mib: u32,
    /// Printed text in KiB, over all cases.
    #[schemars(range(min = 1, max = 2048))]
    pub output_kib: u32,
}

impl Default for Limits {
    // Receipts: reference answers of the bank need under 0.6 s of CPU a case, 2 s leaves a factor of three; 10 s of wall
    // ends a run of five timeouts before a person gives up; 512 MiB starts 200 threads with 1 MiB stacks; nobody reads
    // more than 1 MiB of printed text.
    fn default() -> Self {
        Limits { cpu_s: 2.0, wall_s: 10.0, memory_mib: 512, output_kib: 1024 }
    }
}

impl Limits {
    pub fn cpu(&self) -> Duration {
        Duration::from_secs_f64(self.cpu_s)
    }

    pub fn wall(&self) -> Duration {
        Duration::from_secs_f64(self.wall_s)
    }

    pub fn output_bytes(&self) -> usize {
        self.output_kib as usize * 1024
    }

    /// The first field that is out of its range, as a sentence.
    pub fn problem(&self) -> Option<String> {
        let within = |value: f64, low: f64, high: f64| value.is_finite() && value >= low && value <= high;
        if !within(self.cpu_s, 0.05, 60.0) {
            return Some(format!("`cpu_s` is {}; it must be between 0.05 and 60 seconds", self.cpu_s));
        }
        if !within(self.wall_s, 0.1, MAX_WALL_S) {
            return Some(format!("`wall_s` is {}; it must be between 0.1 and {MAX_WALL_S} seconds", self.wall_s));
        }
        if !(64..=MAX_MEMORY_MIB).contains(&self.memory_mib) {
            return Some(format!("`memory_mib` is {}; it must be between 64 and {MAX_MEMORY_MIB}", self.memory_mib));
        }
        if !(1..=2048).contains(&self.output_kib) {
            return Some(format!("`output_kib` is {}; it must be between 1 and 2048", self.output_kib));
        }
        None
    }
}

/// What a question needs beyond the default of its child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Starts threads (always allowed; named for the reader).
    Threads,
    /// Writes temporary files (always allowed; named for the reader).
    Tmpfiles,
    /// Starts up to eight processes.
    Processes,
    /// Opens sockets on a loopback of its own.
    Loopback,
    /// Only true on a build with the global interpreter lock.
    Gil,
}
