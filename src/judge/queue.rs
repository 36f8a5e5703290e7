//! How long an answer has stood in the queue for a core: time in which the machine was busy, and the answer not slow.

use std::fs;
use std::time::Duration;

/// The longest wait of a thread of this process, since it started. A thread that sleeps or reads is not in the queue.
/// Nothing where the kernel does not tell (`CONFIG_SCHED_INFO`, which every distribution has).
pub fn waited(pid: u32) -> Duration {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let waits = threads.filter_map(|thread| parse(&fs::read_to_string(thread.path().join("schedstat")).ok()?));
    waits.max().unwrap_or_default()
}

/// Nanoseconds on a core, nanoseconds in the queue, turns.
fn parse(schedstat: &str) -> Option<Duration> {
    schedstat.split_whitespace().nth(1)?.parse().ok().map(Duration::from_nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_number_is_the_wait() {
        assert_eq!(parse("1500 2000000 3\n"), Some(Duration::from_millis(2)));
        assert_eq!(parse(""), None);
    }

    #[test]
    fn a_process_that_is_gone_does_not_wait() {
        assert_eq!(waited(u32::MAX), Duration::ZERO);
    }
}
