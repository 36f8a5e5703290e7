//! Each system call that has no safe wrapper in rustix, wrapped once. The error names the call.

#![expect(unsafe_code, reason = "the one file of this layer that talks to libc directly")]

use std::ffi::CString;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::path::Path;

/// An address that nobody has (RFC 5737).
const FOR_DOCUMENTATION: &str = "192.0.2.1:9";

/// A system call that failed.
#[derive(Debug, thiserror::Error)]
#[error("{call}: {source}")]
pub struct CallError {
    pub call: &'static str,
    pub source: io::Error,
}

fn checked(call: &'static str, code: libc::c_long) -> Result<libc::c_long, CallError> {
    if code < 0 { Err(CallError { call, source: io::Error::last_os_error() }) } else { Ok(code) }
}

/// Which side of a fork this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Child,
    /// The parent, with the child's pid.
    Parent(i32),
}

/// Fork a process that has one thread and has not started Python.
pub fn fork() -> Result<Side, CallError> {
    // SAFETY: the caller has one thread, so the child inherits no lock that another thread holds.
    let pid = checked("fork", libc::c_long::from(unsafe { libc::fork() }))?;
    Ok(if pid == 0 { Side::Child } else { Side::Parent(pid as i32) })
}

/// Leave at once: no destructors, no `atexit`, nothing flushed.
pub fn exit_now(status: i32) -> ! {
    // SAFETY: `_exit` has no preconditions.
    unsafe { libc::_exit(status) }
}

/// Give the whole pages from `start` on back to the kernel. Nothing may ever read them again.
pub fn unmap(start: *const u8, length: usize) -> Result<(), CallError> {
    // SAFETY: the caller passes the pages of the built-in bank, which this process never touches afterwards.
    let code = unsafe { libc::munmap(start.cast_mut().cast(), length) };
    checked("munmap", libc::c_long::from(code)).map(drop)
}

/// Put `descriptor` at `number`, without close-on-exec.
pub fn place(descriptor: BorrowedFd<'_>, number: RawFd) -> Result<(), CallError> {
    // SAFETY: both are plain descriptor numbers; a descriptor that stood at `number` is one that the caller gives up.
    let code = unsafe { libc::dup2(descriptor.as_raw_fd(), number) };
    checked("dup2", libc::c_long::from(code)).map(drop)
}

/// The descriptor `number`, owned. It must be open and owned by nothing else.
pub fn own(number: RawFd) -> OwnedFd {
    // SAFETY: the callers own `number`: descriptor 0 of a worker is the control channel that its parent put there.
    unsafe { OwnedFd::from_raw_fd(number) }
}

/// Close every descriptor from `first` on.
pub fn close_from(first: u32) -> Result<(), CallError> {
    // SAFETY: what is closed is not used again: the child goes on with lower descriptors only.
    let code = unsafe { libc::syscall(libc::SYS_close_range, first, u32::MAX, 0) };
    checked("close_range", code).map(drop)
}

/// Make the mounts at and below `path` read-only and deaf to set-user-id bits.
pub fn freeze_mounts(path: &Path) -> Result<(), CallError> {
    let path = CString::new(path.as_os_str().as_encoded_bytes())
        .map_err(|error| CallError { call: "mount_setattr", source: error.into() })?;
    let attributes = libc::mount_attr {
        attr_set: libc::MOUNT_ATTR_RDONLY | libc::MOUNT_ATTR_NOSUID,
        attr_clr: 0,
        propagation: 0,
        userns_fd: 0,
    };
    // SAFETY: `path` and `attributes` are valid for the call, and the size is that of the structure.
    let code = unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            libc::AT_FDCWD,
            path.as_ptr(),
            libc::AT_RECURSIVE,
            &raw const attributes,
            size_of::<libc::mount_attr>(),
        )
    };
    checked("mount_setattr", code).map(drop)
}

/// Bring the loopback interface of this network namespace up.
pub fn loopback_up() -> Result<(), CallError> {
    // SAFETY: plain system calls on a structure that outlives them; the socket is closed by its owner.
    unsafe {
        let socket = checked(
            "socket",
            libc::c_long::from(libc::socket(libc::AF_INET, libc::SOCK_DGRAM | libc::SOCK_CLOEXEC, 0)),
        )?;
        let socket = OwnedFd::from_raw_fd(socket as RawFd);
        let mut request: libc::ifreq = std::mem::zeroed();
        request.ifr_name[0] = b'l' as libc::c_char;
        request.ifr_name[1] = b'o' as libc::c_char;
        request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
        let code = libc::ioctl(socket.as_raw_fd(), libc::SIOCSIFFLAGS, &raw const request);
        checked("ioctl(SIOCSIFFLAGS)", libc::c_long::from(code)).map(drop)
    }
}

/// Every signal as a new program has it, whatever the caller's were, and none blocked. Broken pipes and files past their
/// limit are errors of the call, as CPython wants them.
pub fn usual_signals() {
    // SAFETY: plain system calls on a set that outlives them; signals that cannot be set are left alone.
    unsafe {
        for signal in 1..=64 {
            let action = if matches!(signal, libc::SIGPIPE | libc::SIGXFSZ) { libc::SIG_IGN } else { libc::SIG_DFL };
            libc::signal(signal, action);
        }
        let mut none: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut());
    }
}

/// One malloc arena for all threads: each further arena would reserve 64 MiB of the answer's address space.
pub fn one_malloc_arena() {
    #[cfg(target_env = "gnu")]
    // SAFETY: called before any thread exists.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// How a process ended, and what it used.
#[derive(Debug, Clone, Copy)]
pub struct Reaped {
    pub pid: i32,
    /// Exit status, or the negated number of the signal.
    pub status: i32,
    pub cpu_us: u64,
    pub max_rss_kib: u64,
}

/// Reap one child of this process. `None`: there are children, none has ended (only without `block`).
/// An error with `ECHILD` says that there are none.
pub fn reap(block: bool) -> io::Result<Option<Reaped>> {
    let mut status = 0;
    // SAFETY: `status` and `usage` are valid for the call; a zeroed `rusage` is a valid one.
    let (pid, usage) = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        let flags = libc::__WALL | if block { 0 } else { libc::WNOHANG };
        (libc::wait4(-1, &raw mut status, flags, &raw mut usage), usage)
    };
    match pid {
        0 => Ok(None),
        pid if pid > 0 => {
            let micros = |time: libc::timeval| time.tv_sec as u64 * 1_000_000 + time.tv_usec as u64;
            Ok(Some(Reaped {
                pid,
                status: if libc::WIFSIGNALED(status) { -libc::WTERMSIG(status) } else { libc::WEXITSTATUS(status) },
                cpu_us: micros(usage.ru_utime) + micros(usage.ru_stime),
                max_rss_kib: usage.ru_maxrss as u64,
            }))
        }
        _ => Err(io::Error::last_os_error()),
    }
}

/// Send SIGKILL to every process of this pid namespace but its init. Refuses outside of an own namespace, where `-1`
/// would mean every process of the user.
pub fn kill_namespace() {
    assert_eq!(std::process::id(), 1, "only the init of a pid namespace may end everything in it");
    // SAFETY: see the assertion.
    unsafe {
        libc::kill(-1, libc::SIGKILL);
    }
}

/// Send SIGKILL to a process group that this process made.
pub fn kill_group(leader: i32) {
    assert!(leader > 1, "a process group that was made here");
    // SAFETY: plain system call on a group whose leader is a child of this process.
    unsafe {
        libc::kill(-leader, libc::SIGKILL);
        libc::kill(leader, libc::SIGKILL);
    }
}

/// Whether a socket of the internet can still be made. True is a hole.
pub fn can_make_socket() -> bool {
    // SAFETY: plain system calls; the descriptor is closed by its owner.
    unsafe {
        let socket = libc::socket(libc::AF_INET, libc::SOCK_STREAM, 0);
        if socket >= 0 {
            drop(OwnedFd::from_raw_fd(socket));
        }
        socket >= 0
    }
}

/// Whether there is a way to an address outside. True is a hole. Nothing is sent: a datagram socket only looks its route
/// up when it is connected.
pub fn has_route() -> bool {
    std::net::UdpSocket::bind("0.0.0.0:0").is_ok_and(|socket| socket.connect(FOR_DOCUMENTATION).is_ok())
}
