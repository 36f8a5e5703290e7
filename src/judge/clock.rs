//! The parent's clocks on one child: wall time, and CPU time as the kernel counts it.

use std::fs::{self, File};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use rustix::param::clock_ticks_per_second;

use crate::model::limits::Limits;

/// Which limit ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expired {
    Cpu,
    Wall,
}

/// The clocks of one run. The wall clock covers the whole answer, the CPU clock begins anew with each phase (loading,
/// each case).
#[derive(Debug)]
pub struct Clocks {
    started: Instant,
    wall: Duration,
    cpu: Duration,
    stat: Option<File>,
    cores: u32,
    phase_began_at: Duration,
}

impl Clocks {
    /// Start them. `pidfd` is the child; where the system does not tell CPU times, only the wall clock runs.
    pub fn start(limits: &Limits, pidfd: &OwnedFd) -> Clocks {
        let stat = pid_of(pidfd).and_then(|pid| File::open(format!("/proc/{pid}/stat")).ok());
        let cores = available_parallelism().map_or(1, |cores| cores.get() as u32);
        let mut clocks = Clocks {
            started: Instant::now(),
            wall: limits.wall(),
            cpu: limits.cpu(),
            stat,
            cores,
            phase_began_at: Duration::ZERO,
        };
        clocks.next_phase();
        clocks
    }

    pub fn next_phase(&mut self) {
        self.phase_began_at = self.cpu_time();
    }

    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// How long to wait before looking again, or which limit is over.
    pub fn remaining(&self) -> Result<Duration, Expired> {
        let wall = self.wall.checked_sub(self.elapsed()).filter(|left| !left.is_zero()).ok_or(Expired::Wall)?;
        if self.stat.is_none() {
            return Ok(wall);
        }
        let used = self.cpu_time().saturating_sub(self.phase_began_at);
        let cpu = self.cpu.checked_sub(used).filter(|left| !left.is_zero()).ok_or(Expired::Cpu)?;
        // Threads can use every core at once.
        Ok(wall.min(cpu / self.cores))
    }

    /// User and system time of all threads of the child so far, in steps of a clock tick (10 ms on Linux).
    fn cpu_time(&self) -> Duration {
        let Some(stat) = &self.stat else { return Duration::ZERO };
        let mut buffer = [0; 1024];
        let Ok(length) = stat.read_at(&mut buffer, 0) else { return Duration::ZERO };
        cpu_ticks(&String::from_utf8_lossy(&buffer[..length]))
            .map_or(Duration::ZERO, |ticks| Duration::from_millis(ticks * 1000 / clock_ticks_per_second().max(1)))
    }
}

/// Fields 14 and 15 of `/proc/<pid>/stat`. The name in field 2 may hold anything, so counting begins after its end.
fn cpu_ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// The pid in this process's own namespace.
fn pid_of(pidfd: &OwnedFd) -> Option<u32> {
    let info = fs::read_to_string(format!("/proc/self/fdinfo/{}", pidfd.as_raw_fd())).ok()?;
    let pid: i64 = info.lines().find_map(|line| line.strip_prefix("Pid:"))?.trim().parse().ok()?;
    u32::try_from(pid).ok().filter(|pid| *pid > 0)
}

#[cfg(test)]
mod tests {
    use super::cpu_ticks;

    #[test]
    fn a_process_name_cannot_move_the_fields() {
        let stat = "12 (a) b (c) R 1 2 3 4 5 6 7 8 9 10 70 30 0 0 20 0";
        assert_eq!(cpu_ticks(stat), Some(100));
        assert_eq!(cpu_ticks("12 (x"), None);
    }
}
