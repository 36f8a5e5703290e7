//! What tests of comparisons share.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// What this thread has used. Hostile texts are bounded by it, for the wall clock would also count what else the machine
/// does.
pub fn cpu_time() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().expect("it begins at zero")
}
