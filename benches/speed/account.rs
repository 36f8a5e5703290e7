//! What a command and everything that it started have used.
//!
//! The account of a process holds only what was waited for. A worker that is killed leaves processes that nobody in its
//! tree waits for, so this process adopts them: it is a subreaper, and reaps until no child is left.

use std::collections::HashMap;
use std::io;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::process::{getpid, set_child_subreaper};

use crate::tree;

/// How often memory is looked at.
// Receipt: a look at a tree of three takes 0.3 ms.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// What a command has used.
#[derive(Debug, Clone, Copy, Default)]
pub struct Used {
    /// User and system time of the whole tree.
    pub cpu: Duration,
    /// From the start to the end of the last command itself.
    pub wall: Duration,
    pub minor_faults: u64,
    /// The most memory that a command's own process held; 0 if it was too short to be seen.
    pub own_peak_kib: u64,
    /// The most memory that the whole tree held at one time, as far as it was seen; shared pages count once.
    pub tree_peak_kib: u64,
}

impl Used {
    /// Both, one after the other.
    pub fn and(&self, other: &Used) -> Used {
        Used {
            cpu: self.cpu + other.cpu,
            wall: self.wall + other.wall,
            minor_faults: self.minor_faults + other.minor_faults,
            own_peak_kib: self.own_peak_kib.max(other.own_peak_kib),
            tree_peak_kib: self.tree_peak_kib.max(other.tree_peak_kib),
        }
    }
}

/// A process that was reaped.
#[derive(Debug, Clone, Copy)]
pub struct Reaped {
    pub pid: u32,
    /// Exit status, or the negated number of the signal.
    pub status: i32,
    pub cpu: Duration,
    pub minor_faults: u64,
}

/// From now on, orphans below this process are its own children.
pub fn adopt_orphans() -> io::Result<()> {
    Ok(set_child_subreaper(Some(getpid()))?)
}

/// Run a command and wait for all of its tree. This process must have no other children. Returns the exit status.
pub fn run(command: Command) -> io::Result<(i32, Used)> {
    let (statuses, used) = run_all([command], 1)?;
    Ok((statuses[0], used))
}

/// Run commands, some at a time, and wait for all of their trees. This process must have no other children. Returns the
/// exit statuses in order.
pub fn run_all(commands: impl IntoIterator<Item = Command>, at_a_time: usize) -> io::Result<(Vec<i32>, Used)> {
    let mut commands = commands.into_iter();
    let (mut statuses, mut running, mut used) = (Vec::new(), HashMap::new(), Used::default());
    let latest = Arc::new(AtomicU32::new(0));
    let (stop, looking) = look_at_memory(Arc::clone(&latest));
    let started = Instant::now();
    loop {
        while running.len() < at_a_time
            && let Some(mut command) = commands.next()
        {
            let pid = command.spawn()?.id();
            latest.store(pid, Ordering::Relaxed);
            running.insert(pid, statuses.len());
            statuses.push(0);
        }
        let Some(reaped) = reap()? else { break };
        used.cpu += reaped.cpu;
        used.minor_faults += reaped.minor_faults;
        if let Some(index) = running.remove(&reaped.pid) {
            statuses[index] = reaped.status;
            used.wall = started.elapsed();
        }
    }
    drop(stop);
    // Not the kernel's account of its largest process: that begins with the memory of this program.
    (used.own_peak_kib, used.tree_peak_kib) = looking.join().expect("looking does not panic");
    Ok((statuses, used))
}

/// Look at memory until the sender is dropped: the peak of the latest process, and that of all together.
fn look_at_memory(latest: Arc<AtomicU32>) -> (Sender<()>, JoinHandle<(u64, u64)>) {
    let (stop, stopped) = mpsc::channel();
    let looking = thread::spawn(move || {
        let (mut own, mut all) = (0, 0);
        while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(LOOK_EVERY) {
            own = own.max(tree::peak_kib(latest.load(Ordering::Relaxed)).unwrap_or(0));
            all = all.max(tree::resident_kib_below(std::process::id()));
        }
        (own, all)
    });
    (stop, looking)
}

/// Reap what is left of children that were ended otherwise, so that the next account does not hold it.
pub fn forget_the_rest() -> io::Result<()> {
    while reap()?.is_some() {}
    Ok(())
}

/// Wait for one child. `None`: there is none.
#[expect(unsafe_code, reason = "wait4 has no safe wrapper")]
pub fn reap() -> io::Result<Option<Reaped>> {
    loop {
        let mut status = 0;
        // SAFETY: both pointers are valid for the call; a zeroed `rusage` is a valid one.
        let (pid, usage) = unsafe {
            let mut usage: libc::rusage = std::mem::zeroed();
            (libc::wait4(-1, &raw mut status, libc::__WALL, &raw mut usage), usage)
        };
        if let Ok(pid) = u32::try_from(pid) {
            let status = if libc::WIFSIGNALED(status) { -libc::WTERMSIG(status) } else { libc::WEXITSTATUS(status) };
            return Ok(Some(Reaped { pid, status, cpu: cpu_of(&usage), minor_faults: usage.ru_minflt as u64 }));
        }
        match io::Error::last_os_error() {
            error if error.raw_os_error() == Some(libc::ECHILD) => return Ok(None),
            error if error.kind() == io::ErrorKind::Interrupted => {}
            error => return Err(error),
        }
    }
}

/// User and system time, and minor faults, of this process and of the children that it has reaped.
#[expect(unsafe_code, reason = "getrusage has no safe wrapper")]
pub fn of_this_process() -> (Duration, u64) {
    let usage_of = |who: libc::c_int| {
        // SAFETY: the pointer is valid for the call; a zeroed `rusage` is a valid one.
        unsafe {
            let mut usage: libc::rusage = std::mem::zeroed();
            libc::getrusage(who, &raw mut usage);
            usage
        }
    };
    let (own, children) = (usage_of(libc::RUSAGE_SELF), usage_of(libc::RUSAGE_CHILDREN));
    (cpu_of(&own) + cpu_of(&children), (own.ru_minflt + children.ru_minflt) as u64)
}

fn cpu_of(usage: &libc::rusage) -> Duration {
    let time = |time: libc::timeval| Duration::new(time.tv_sec as u64, time.tv_usec as u32 * 1000);
    time(usage.ru_utime) + time(usage.ru_stime)
}
