//! The processes below one process, and the memory that they hold together.

use std::fs;

/// Resident memory of all below a process, shared pages counted once where the kernel tells.
pub fn resident_kib_below(root: u32) -> u64 {
    below(root).into_iter().skip(1).map(|pid| share_kib(pid).unwrap_or(0)).sum()
}

/// The most memory that a process has held itself. `None` when it is gone.
pub fn peak_kib(pid: u32) -> Option<u64> {
    field(pid, "status", "VmHWM:")
}

/// The children of every thread of a process.
pub fn children_of(pid: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    threads
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|children| children.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<u32>>())
        .collect()
}

/// A process, then all below it.
fn below(root: u32) -> Vec<u32> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&pid) = found.get(next) {
        found.extend(children_of(pid));
        next += 1;
    }
    found
}

/// The proportional share of a process; where that is not told, its resident memory.
fn share_kib(pid: u32) -> Option<u64> {
    field(pid, "smaps_rollup", "Pss:").or_else(|| field(pid, "status", "VmRSS:"))
}

/// A line of a file of `/proc` that gives a number of KiB.
fn field(pid: u32, file: &str, name: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/{file}")).ok()?;
    text.lines().find_map(|line| line.strip_prefix(name))?.trim().trim_end_matches(" kB").parse().ok()
}
