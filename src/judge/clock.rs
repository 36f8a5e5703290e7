//! The parent's clocks on one child: wall time, and CPU time as the kernel counts it.

use std::fs::File;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::sync::LazyLock;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use nix::time::{ClockId, clock_gettime};
use nix::unistd::Pid;

use crate::judge::family::Family;
use crate::judge::queue;
use crate::model::limits::{Limits, MAX_PROCESSES};

/// Which limit ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expired {
    Cpu,
    Wall,
}

/// How many threads of a child can run at once.
static CORES: LazyLock<u32> = LazyLock::new(|| available_parallelism().map_or(1, |cores| cores.get() as u32));

/// How far apart two looks at the CPU clock may be where a phase ends in between. A phase that begins unseen is taken to
/// begin as late as it can have begun, so this, times the cores, is what a phase may get beyond its limit.
// Receipt: the cases of the standard workload end 0.02 ms apart; a look at each cost 1 µs of 40.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// How often the processes of an answer are counted.
// Receipt: a look at nine processes takes 0.4 ms.
const LOOK_AT_FAMILY_EVERY: Duration = Duration::from_millis(20);

/// How many times its limit the wall clock may show when the machine is so busy that an answer hardly gets a core.
// Receipt: at a load of 15 on two cores right answers took 7 times as long as alone.
const MOST_STRETCH: u32 = 20;

/// Which part of the wall limit an answer must have waited for a core before the machine counts as busy.
// Receipt: on an idle machine nine threads that spin waited 22 ms of 400, one that spins under 1.
const BUSY_FROM: u32 = 8;

/// The clocks of one run. The wall clock covers the whole answer, the CPU clock begins anew with each phase (loading,
/// each case). The wall clock leaves out what the answer stood in the queue for a core: how busy the machine is must not
/// decide about an answer.
#[derive(Debug)]
pub struct Clocks {
    started: Instant,
    wall: Duration,
    /// How long the answer had waited for a core at the last look. Looked at only when the wall clock would be over.
    waited: Duration,
    cpu: Duration,
    child: CpuClock,
    cores: u32,
    /// The last look at the CPU clock: when it was, and what it showed.
    seen: (Instant, Duration),
    /// What the CPU clock showed at most when this phase began.
    phase_began_at: Duration,
    /// Whether too many processes ran at the last look.
    crowded: bool,
}

impl Clocks {
    /// Start them.
    pub fn start(limits: &Limits, child: CpuClock) -> Clocks {
        let started = Instant::now();
        let used = child.used();
        Clocks {
            started,
            wall: limits.wall(),
            waited: Duration::ZERO,
            cpu: limits.cpu(),
            child,
            cores: *CORES,
            seen: (started, used),
            phase_began_at: used,
            crowded: false,
        }
    }

    /// The next phase begins.
    pub fn next_phase(&mut self) {
        let now = Instant::now();
        let (at, used) = self.seen;
        let unseen = now.saturating_duration_since(at);
        if unseen < LOOK_EVERY {
            self.phase_began_at = used + unseen * self.cores;
        } else {
            self.phase_began_at = self.child.used();
            self.seen = (now, self.phase_began_at);
        }
    }

    /// Whether more processes run than an answer may start. Never of an answer that can start none.
    pub fn is_crowded(&mut self) -> bool {
        let CpuClock::Family(family) = self.child else { return false };
        let crowded = family.look().processes > MAX_PROCESSES + 1;
        // At two looks in a row: those that are ending still count at the first.
        std::mem::replace(&mut self.crowded, crowded) && crowded
    }

    /// How often [`Clocks::is_crowded`] must be asked.
    pub fn look_every(&self) -> Option<Duration> {
        matches!(self.child, CpuClock::Family(_)).then_some(LOOK_AT_FAMILY_EVERY)
    }

    /// What the wall clock shows.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed().saturating_sub(self.waited)
    }

    /// How long to wait before looking again, or which limit is over.
    pub fn remaining(&mut self) -> Result<Duration, Expired> {
        let now = Instant::now();
        let elapsed = now.saturating_duration_since(self.started);
        if elapsed >= self.wall + self.waited {
            let waited = self.child.waited();
            let busy = waited >= self.wall / BUSY_FROM;
            self.waited = if busy { waited.min(self.wall * (MOST_STRETCH - 1)) } else { Duration::ZERO };
        }
        let allowed = self.wall + self.waited;
        let wall = allowed.checked_sub(elapsed).filter(|left| !left.is_zero()).ok_or(Expired::Wall)?;
        // Threads can use every core at once: as long as that cannot have used the limit up, there is no need to look.
        let (at, used) = self.seen;
        let most = (used + now.saturating_duration_since(at) * self.cores).saturating_sub(self.phase_began_at);
        if let Some(left) = self.cpu.checked_sub(most).filter(|left| !left.is_zero()) {
            return Ok(wall.min(left / self.cores));
        }
        self.seen = (now, self.child.used());
        let used = self.seen.1.saturating_sub(self.phase_began_at);
        let left = self.cpu.checked_sub(used).filter(|left| !left.is_zero()).ok_or(Expired::Cpu)?;
        Ok(wall.min(left / self.cores))
    }
}

/// The CPU clock of a child.
#[derive(Debug, Clone, Copy)]
pub enum CpuClock {
    /// User and system time of all its threads, to the nanosecond.
    Process { clock: ClockId, pid: u32 },
    /// That of all processes that it has started, too.
    Family(Family),
}

impl CpuClock {
    /// The clock of the process behind `pidfd`, or of all that it starts. `None` when it is gone, or where `/proc` does not
    /// tell its number.
    pub fn of(pidfd: &OwnedFd, with_processes: bool) -> Option<CpuClock> {
        let pid = pid_of(pidfd)?;
        if with_processes {
            return Family::of(pid).map(CpuClock::Family);
        }
        let clock = ClockId::pid_cpu_clock_id(Pid::from_raw(i32::try_from(pid).ok()?)).ok()?;
        Some(CpuClock::Process { clock, pid })
    }

    /// What it has used so far. What has ended uses nothing more.
    pub fn used(&self) -> Duration {
        match self {
            CpuClock::Process { clock, .. } => clock_gettime(*clock).map_or(Duration::ZERO, Duration::from),
            CpuClock::Family(family) => family.look().cpu,
        }
    }

    /// The longest that a thread of it has stood in the queue for a core.
    fn waited(&self) -> Duration {
        match self {
            CpuClock::Process { pid, .. } => queue::waited(*pid),
            CpuClock::Family(family) => family.pids().into_iter().map(queue::waited).max().unwrap_or_default(),
        }
    }
}

/// The pid in this process's own namespace.
fn pid_of(pidfd: &OwnedFd) -> Option<u32> {
    let file = File::open(format!("/proc/self/fdinfo/{}", pidfd.as_raw_fd())).ok()?;
    // One read: the kernel writes it whole, in under 200 bytes.
    let mut buffer = [0; 1024];
    let length = file.read_at(&mut buffer, 0).ok()?;
    let info = str::from_utf8(&buffer[..length]).ok()?;
    let pid: i64 = info.lines().find_map(|line| line.strip_prefix("Pid:"))?.trim().parse().ok()?;
    u32::try_from(pid).ok().filter(|pid| *pid > 0)
}

#[cfg(test)]
mod tests {
    use rustix::process::{PidfdFlags, getpid, pidfd_open};

    use super::*;

    #[test]
    fn the_clock_of_a_process_moves_with_its_work() {
        let pidfd = pidfd_open(getpid(), PidfdFlags::empty()).unwrap();
        let clock = CpuClock::of(&pidfd, false).unwrap();
        let before = clock.used();
        assert!(before > Duration::ZERO);
        while clock.used() < before + Duration::from_millis(5) {}
    }

    #[test]
    fn a_phase_that_begins_unseen_is_never_cut_short() {
        // The clock of this thread: that of the process counts other tests too, and what runs on another core only at its
        // next tick.
        let own = CpuClock::Process { clock: ClockId::CLOCK_THREAD_CPUTIME_ID, pid: std::process::id() };
        let limits = Limits { cpu_s: 0.05, ..Limits::default() };
        let mut clocks = Clocks::start(&limits, own);
        for _ in 0..3 {
            clocks.next_phase();
            let began = clocks.child.used();
            while clocks.remaining().is_ok() {}
            assert!(clocks.child.used() - began >= Duration::from_millis(50));
        }
    }
}
