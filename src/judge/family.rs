//! The processes of an answer that may start some, as `/proc` tells: how many there are, and what all of them have used.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use rustix::param::clock_ticks_per_second;

/// Everything below the zygote of a slot: the child, what it started, and what lost its parent.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    zygote: u32,
}

/// What was found at one look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    /// Running processes, the answer's own included.
    pub processes: usize,
    /// User and system time of all of them, and of those that they have reaped, in steps of a clock tick (10 ms).
    pub cpu: Duration,
}

impl Family {
    /// The family of a child. `None` when it is gone.
    pub fn of(child: u32) -> Option<Family> {
        Some(Family { zygote: u32::try_from(Stat::of(child)?.parent).ok()? })
    }

    /// Look at all of it.
    pub fn look(&self) -> Seen {
        let mut seen = Seen::default();
        for stat in self.pids().into_iter().filter_map(Stat::of) {
            seen.processes += usize::from(!stat.is_zombie);
            seen.cpu += Duration::from_millis(stat.ticks * 1000 / clock_ticks_per_second().max(1));
        }
        seen
    }

    /// The processes that are there now.
    pub fn pids(&self) -> BTreeSet<u32> {
        let mut left = children(self.zygote);
        // A list that changes while it is read can name a process twice.
        let mut known = BTreeSet::new();
        while let Some(pid) = left.pop() {
            if known.insert(pid) {
                left.extend(children(pid));
            }
        }
        known
    }
}

/// The children of all threads of a process. Empty where the kernel does not tell (`CONFIG_PROC_CHILDREN`).
fn children(pid: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let lists = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<_>>()).collect()
}

/// What is needed of `/proc/<pid>/stat`.
#[derive(Debug, PartialEq, Eq)]
struct Stat {
    is_zombie: bool,
    parent: i32,
    ticks: u64,
}

impl Stat {
    fn of(pid: u32) -> Option<Stat> {
        Stat::parse(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)
    }

    /// The name in field 2 may hold anything, so counting begins after its end.
    fn parse(stat: &str) -> Option<Stat> {
        let (_, fields) = stat.rsplit_once(')')?;
        let fields: Vec<&str> = fields.split_whitespace().collect();
        let number = |index: usize| fields.get(index)?.parse::<u64>().ok();
        Some(Stat {
            is_zombie: *fields.first()? == "Z",
            parent: fields.get(1)?.parse().ok()?,
            // Fields 14 to 17: its own times, and those of the children that it has reaped.
            ticks: (11..15).map(number).sum::<Option<u64>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_name_cannot_move_the_fields() {
        let stat = "12 (a) b (c) R 7 2 3 4 5 6 7 8 9 10 70 30 5 1 20 0";
        assert_eq!(Stat::parse(stat), Some(Stat { is_zombie: false, parent: 7, ticks: 106 }));
        assert_eq!(Stat::parse("12 (x"), None);
    }

    #[test]
    fn a_family_is_counted_with_its_grandchildren() {
        let mut shell =
            std::process::Command::new("sh").args(["-c", "sh -c 'sleep 20 & wait' & wait"]).spawn().unwrap();
        let family = Family { zygote: shell.id() };
        let deadline = std::time::Instant::now() + Duration::from_secs(10);
        while family.look().processes < 2 {
            assert!(std::time::Instant::now() < deadline, "{:?}", family.look());
        }
        for pid in children(shell.id()).into_iter().flat_map(|pid| children(pid).into_iter().chain([pid])) {
            let _ = std::process::Command::new("kill").arg(pid.to_string()).status();
        }
        shell.kill().unwrap();
        shell.wait().unwrap();
    }
}
