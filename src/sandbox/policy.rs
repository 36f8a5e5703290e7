//! What a child may do, as data. `filter.rs`, `root.rs` and `lockdown.rs` apply it.

/// Where the standard library's extension modules find their shared libraries, relative to the root.
pub const LIBRARY_DIRS: [&str; 6] = [
    "/lib/x86_64-linux-gnu",
    "/usr/lib/x86_64-linux-gnu",
    "/lib/aarch64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/lib64",
    "/usr/lib64",
];

/// Other read-only data that the standard library reads.
pub const DATA_DIRS: [&str; 1] = ["/usr/share/zoneinfo"];

/// Device files of a child.
pub const DEVICES: [&str; 4] = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];

/// Folders of installed packages below the standard library; covered by an empty folder.
pub const PACKAGE_DIRS: [&str; 2] = ["site-packages", "dist-packages"];

/// Size of `/tmp`. Half of the default memory limit could not be filled within the CPU limit anyway.
pub const SCRATCH_BYTES: u64 = 16 * 1024 * 1024;

/// Files and folders in `/tmp`.
pub const SCRATCH_INODES: u32 = 1024;

/// Who a child is when the runner is root: nobody.
pub const NOBODY: u32 = 65534;

/// Threads of an answer. 200 threads with 1 MiB stacks fit into the default memory limit.
pub const MAX_THREADS: u64 = 256;

/// Processes and their helper threads where a question needs processes: eight of them, a queue feeder each.
pub const MAX_PROCESS_TASKS: u64 = 16;

/// Address space of each process in MiB where a question needs processes.
pub const PROCESS_MEMORY_MIB: u64 = 256;

/// Open files of a child.
pub const MAX_OPEN_FILES: u64 = 128;

/// Largest file that a child may write.
pub const MAX_FILE_BYTES: u64 = SCRATCH_BYTES;

/// C stack of the main thread.
pub const STACK_BYTES: u64 = 64 * 1024 * 1024;

/// Address space above the answer's limit that is opened for the report of a `MemoryError`.
pub const REPORT_RESERVE_BYTES: u64 = 32 * 1024 * 1024;

/// The calls that CPython and honest Python code make. Everything else is refused with EPERM.
pub const ALLOWED: &[libc::c_long] = &[
    // Files.
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_readv,
    libc::SYS_writev,
    libc::SYS_pread64,
    libc::SYS_pwrite64,
    libc::SYS_preadv,
    libc::SYS_pwritev,
    libc::SYS_close,
    libc::SYS_close_range,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_newfstatat,
    libc::SYS_statx,
    libc::SYS_statfs,
    libc::SYS_fstatfs,
    libc::SYS_openat,
    libc::SYS_readlinkat,
    libc::SYS_faccessat,
    libc::SYS_faccessat2,
    libc::SYS_getdents64,
    libc::SYS_getcwd,
    libc::SYS_chdir,
    libc::SYS_fchdir,
    libc::SYS_mkdirat,
    libc::SYS_unlinkat,
    libc::SYS_renameat,
    libc::SYS_renameat2,
    libc::SYS_linkat,
    libc::SYS_symlinkat,
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_ftruncate,
    libc::SYS_truncate,
    libc::SYS_utimensat,
    libc::SYS_fsync,
    libc::SYS_fdatasync,
    libc::SYS_fallocate,
    libc::SYS_copy_file_range,
    libc::SYS_sendfile,
    libc::SYS_flock,
    libc::SYS_fcntl,
    libc::SYS_dup,
    libc::SYS_dup3,
    libc::SYS_pipe2,
    libc::SYS_umask,
    libc::SYS_ioctl,
    // Waiting.
    libc::SYS_eventfd2,
    libc::SYS_epoll_create1,
    libc::SYS_epoll_ctl,
    libc::SYS_epoll_pwait,
    libc::SYS_ppoll,
    libc::SYS_pselect6,
    libc::SYS_timerfd_create,
    libc::SYS_timerfd_settime,
    libc::SYS_timerfd_gettime,
    // Memory. Not `mremap`: it grows a mapping of a file without a descriptor, and the pages of the binary that the worker
    // has given back would return, and with them the bank. The allocator falls back to a copy.
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_mincore,
    libc::SYS_msync,
    // Threads and processes.
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_get_robust_list,
    libc::SYS_set_tid_address,
    libc::SYS_rseq,
    libc::SYS_clone,
    libc::SYS_clone3,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_wait4,
    libc::SYS_waitid,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_sched_getparam,
    libc::SYS_sched_getscheduler,
    libc::SYS_getpriority,
    libc::SYS_membarrier,
    libc::SYS_getcpu,
    // Signals.
    libc::SYS_kill,
    libc::SYS_tgkill,
    libc::SYS_tkill,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigpending,
    libc::SYS_rt_sigtimedwait,
    libc::SYS_rt_sigsuspend,
    libc::SYS_rt_sigreturn,
    libc::SYS_rt_sigqueueinfo,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    // Time.
    libc::SYS_getitimer,
    libc::SYS_setitimer,
    libc::SYS_nanosleep,
    libc::SYS_clock_nanosleep,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_gettimeofday,
    libc::SYS_times,
    libc::SYS_getrusage,
    // Who and where.
    libc::SYS_getpid,
    libc::SYS_getppid,
    libc::SYS_gettid,
    libc::SYS_getpgid,
    libc::SYS_getsid,
    libc::SYS_setpgid,
    libc::SYS_setsid,
    libc::SYS_getuid,
    libc::SYS_geteuid,
    libc::SYS_getgid,
    libc::SYS_getegid,
    libc::SYS_getresuid,
    libc::SYS_getresgid,
    libc::SYS_getgroups,
    libc::SYS_capget,
    libc::SYS_capset,
    libc::SYS_prctl,
    libc::SYS_prlimit64,
    libc::SYS_getrlimit,
    libc::SYS_setrlimit,
    libc::SYS_sysinfo,
    libc::SYS_uname,
    libc::SYS_getrandom,
    // Sockets: the pairs of asyncio, and the control channel; the child's own filter narrows them.
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept4,
    libc::SYS_getsockname,
    libc::SYS_getpeername,
    libc::SYS_setsockopt,
    libc::SYS_getsockopt,
    libc::SYS_sendto,
    libc::SYS_recvfrom,
    libc::SYS_sendmsg,
    libc::SYS_recvmsg,
    libc::SYS_shutdown,
    // The steps of the child's lockdown; its own filter takes them away.
    libc::SYS_unshare,
    libc::SYS_seccomp,
    libc::SYS_landlock_create_ruleset,
    libc::SYS_landlock_add_rule,
    libc::SYS_landlock_restrict_self,
    libc::SYS_pidfd_open,
];

/// The older spellings of allowed calls that only this architecture has.
#[cfg(target_arch = "x86_64")]
pub const ALLOWED_LEGACY: &[libc::c_long] = &[
    libc::SYS_open,
    libc::SYS_stat,
    libc::SYS_lstat,
    libc::SYS_access,
    libc::SYS_poll,
    libc::SYS_select,
    libc::SYS_pipe,
    libc::SYS_dup2,
    libc::SYS_epoll_create,
    libc::SYS_epoll_wait,
    libc::SYS_eventfd,
    libc::SYS_readlink,
    libc::SYS_mkdir,
    libc::SYS_rmdir,
    libc::SYS_unlink,
    libc::SYS_rename,
    libc::SYS_chmod,
    libc::SYS_link,
    libc::SYS_symlink,
    libc::SYS_getdents,
    libc::SYS_creat,
    libc::SYS_alarm,
    libc::SYS_pause,
    libc::SYS_time,
    libc::SYS_getpgrp,
    libc::SYS_arch_prctl,
    libc::SYS_accept,
];
#[cfg(not(target_arch = "x86_64"))]
pub const ALLOWED_LEGACY: &[libc::c_long] = &[];

/// What no honest answer does: the process is killed, its verdict is `blocked`.
pub const KILLED: &[libc::c_long] = &[
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_mount_setattr,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_setns,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_open_by_handle_at,
    libc::SYS_pidfd_getfd,
    libc::SYS_kcmp,
];

/// What the zygote needs and an answer does not: refused with EPERM by the child's own filter.
pub const REFUSED_IN_CHILD: &[libc::c_long] = &[
    libc::SYS_unshare,
    libc::SYS_seccomp,
    libc::SYS_landlock_create_ruleset,
    libc::SYS_landlock_add_rule,
    libc::SYS_landlock_restrict_self,
    libc::SYS_pidfd_open,
    libc::SYS_capset,
    libc::SYS_setsid,
    // Descriptors sent to the parent would be closed by it, and a close can be made to linger.
    libc::SYS_sendmsg,
];

/// What landlock does not look at: rights and times of files. Refused where the answer shares the runner's file system, in
/// which it may be the owner of what it can see.
#[cfg(target_arch = "x86_64")]
pub const CHANGES_OF_FILES: &[libc::c_long] =
    &[libc::SYS_chmod, libc::SYS_fchmod, libc::SYS_fchmodat, libc::SYS_utimensat];
#[cfg(not(target_arch = "x86_64"))]
pub const CHANGES_OF_FILES: &[libc::c_long] = &[libc::SYS_fchmod, libc::SYS_fchmodat, libc::SYS_utimensat];

/// Signals to the zygote, which is process 1 of its namespace.
pub const SIGNALS: &[libc::c_long] = &[libc::SYS_kill, libc::SYS_tkill, libc::SYS_tgkill, libc::SYS_rt_sigqueueinfo];

/// Families of sockets where a question needs a loopback. Others (vsock, netlink) are not bound to a network namespace.
pub const SOCKET_FAMILIES: &[u64] = &[libc::AF_UNIX as u64, libc::AF_INET as u64, libc::AF_INET6 as u64];

/// Kinds of sockets where a question needs a loopback, besides streams and datagrams: packets of `AF_UNIX`.
pub const SOCKET_KINDS: &[u64] = &[libc::SOCK_STREAM as u64, libc::SOCK_DGRAM as u64, libc::SOCK_SEQPACKET as u64];

/// The bits of the second argument of `socket` that are the kind; the others are flags.
pub const SOCKET_KIND_BITS: u64 = 0xf;

/// Protocols where a question needs a loopback: the usual one, and the two usual ones by name. The kernel loads a module
/// for others when it is asked for them.
pub const SOCKET_PROTOCOLS: &[u64] = &[0, libc::IPPROTO_TCP as u64, libc::IPPROTO_UDP as u64];

/// `clone` makes threads, and processes where they are allowed, but never namespaces.
pub const NAMESPACE_FLAGS: &[u64] = &[
    libc::CLONE_NEWUSER as u64,
    libc::CLONE_NEWNS as u64,
    libc::CLONE_NEWPID as u64,
    libc::CLONE_NEWNET as u64,
    libc::CLONE_NEWIPC as u64,
    libc::CLONE_NEWUTS as u64,
    libc::CLONE_NEWCGROUP as u64,
];

/// Refused in a child that needs no loopback.
#[cfg(target_arch = "x86_64")]
pub const NETWORK: &[libc::c_long] =
    &[libc::SYS_socket, libc::SYS_connect, libc::SYS_bind, libc::SYS_listen, libc::SYS_accept, libc::SYS_accept4];
#[cfg(not(target_arch = "x86_64"))]
pub const NETWORK: &[libc::c_long] =
    &[libc::SYS_socket, libc::SYS_connect, libc::SYS_bind, libc::SYS_listen, libc::SYS_accept4];

/// The requests of `ioctl` that Python itself makes: is it a terminal, how much can be read, blocking, close-on-exec. And
/// what brings a loopback up, which needs a capability.
pub const IOCTLS: &[u64] =
    &[libc::TCGETS, libc::FIONREAD, libc::FIONBIO, libc::FIOCLEX, libc::FIONCLEX, libc::TIOCGWINSZ, libc::SIOCSIFFLAGS];

/// The options of `prctl` that an answer may use: the name of a thread, and what only reads.
pub const PRCTLS: &[u64] = &[
    libc::PR_SET_NAME as u64,
    libc::PR_GET_NAME as u64,
    libc::PR_GET_PDEATHSIG as u64,
    libc::PR_GET_DUMPABLE as u64,
    libc::PR_GET_SECCOMP as u64,
    libc::PR_GET_NO_NEW_PRIVS as u64,
    libc::PR_CAPBSET_READ as u64,
    libc::PR_GET_SECUREBITS as u64,
    libc::PR_GET_TIMERSLACK as u64,
];

/// The options of `prctl` with which a child locks itself down; its own filter takes them away.
pub const PRCTLS_OF_LOCKDOWN: &[u64] =
    &[libc::PR_SET_PDEATHSIG as u64, libc::PR_SET_NO_NEW_PRIVS as u64, libc::PR_SET_SECCOMP as u64];

/// The commands of `fcntl` that an answer may use: copies, flags, record locks and the size of a pipe. Not among them
/// are those that make the kernel send signals to whoever is named, and leases on files that others use too.
pub const FCNTLS: &[u64] = &[
    libc::F_DUPFD as u64,
    libc::F_DUPFD_CLOEXEC as u64,
    libc::F_GETFD as u64,
    libc::F_SETFD as u64,
    libc::F_GETFL as u64,
    libc::F_SETFL as u64,
    libc::F_GETLK as u64,
    libc::F_SETLK as u64,
    libc::F_SETLKW as u64,
    libc::F_OFD_GETLK as u64,
    libc::F_OFD_SETLK as u64,
    libc::F_OFD_SETLKW as u64,
    libc::F_GETPIPE_SZ as u64,
    libc::F_SETPIPE_SZ as u64,
];
