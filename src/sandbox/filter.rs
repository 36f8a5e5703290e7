//! The system-call filters, compiled from the policy. Of several filters the strictest answer counts.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

use crate::sandbox::policy;

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// What a child's own filter must take away beyond the zygote's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrowing {
    pub processes: bool,
    pub loopback: bool,
    /// The answer sees files of others, if only to read them: it shares the file system of the runner.
    pub shared_files: bool,
}

/// Why a filter could not be made or entered.
#[derive(Debug, thiserror::Error)]
#[error("system-call filter: {0}")]
pub struct FilterError(String);

/// The filters that the zygote enters and every child inherits.
pub fn for_zygote() -> Result<Vec<BpfProgram>, FilterError> {
    let mut allowed = always(policy::ALLOWED);
    allowed.extend(always(policy::ALLOWED_LEGACY));
    Ok(vec![
        compile(allowed, errno(libc::EPERM), SeccompAction::Allow)?,
        compile(always(policy::KILLED), SeccompAction::Allow, SeccompAction::KillProcess)?,
        // glibc falls back to `clone`, whose flags can be looked at, when `clone3` does not exist.
        compile(always(&[libc::SYS_clone3]), SeccompAction::Allow, errno(libc::ENOSYS))?,
        compile(by_argument()?, SeccompAction::Allow, errno(libc::EPERM))?,
    ])
}

/// Calls that neither the zygote nor an answer makes with just any argument.
fn by_argument() -> Result<Rules, FilterError> {
    let mut rules = Rules::new();
    let namespaces = policy::NAMESPACE_FLAGS
        .iter()
        .map(|flag| rule(vec![condition(0, SeccompCmpOp::MaskedEq(*flag), *flag)?]))
        .collect::<Result<Vec<_>, _>>()?;
    rules.insert(libc::SYS_clone, namespaces);
    rules.insert(libc::SYS_socketpair, vec![no_other(0, &[libc::AF_UNIX as u64])?]);
    let mut sockets = vec![no_other(0, policy::SOCKET_FAMILIES)?, no_other(2, policy::SOCKET_PROTOCOLS)?];
    for kind in (0..=policy::SOCKET_KIND_BITS).filter(|kind| !policy::SOCKET_KINDS.contains(kind)) {
        let is_kind = SeccompCmpOp::MaskedEq(policy::SOCKET_KIND_BITS);
        sockets.push(rule(vec![condition(1, is_kind, kind)?])?);
    }
    rules.insert(libc::SYS_socket, sockets);
    // Limits of its own, and of nobody else: the zygote has the same user.
    rules.insert(libc::SYS_prlimit64, vec![rule(vec![condition(0, SeccompCmpOp::Ne, 0)?])?]);
    let prctls: Vec<u64> = policy::PRCTLS.iter().chain(policy::PRCTLS_OF_LOCKDOWN).copied().collect();
    for (call, argument, known) in
        [(libc::SYS_ioctl, 1, policy::IOCTLS), (libc::SYS_fcntl, 1, policy::FCNTLS), (libc::SYS_prctl, 0, &prctls)]
    {
        rules.insert(call, vec![no_other(argument, known)?]);
    }
    Ok(rules)
}

/// The filter that a child enters on top of the zygote's. Short, since it is compiled by the kernel once an answer: 70
/// rules took 130 us of CPU, these take 40.
pub fn for_child(narrowing: Narrowing) -> Result<BpfProgram, FilterError> {
    let mut rules = always(policy::REFUSED_IN_CHILD);
    if !narrowing.processes {
        let no_thread = SeccompCmpOp::MaskedEq(libc::CLONE_THREAD as u64);
        rules.insert(libc::SYS_clone, vec![rule(vec![condition(0, no_thread, 0)?])?]);
    }
    if !narrowing.loopback {
        rules.extend(always(policy::NETWORK));
    }
    if narrowing.shared_files {
        rules.extend(always(policy::CHANGES_OF_FILES));
    }
    for call in policy::SIGNALS {
        rules.insert(*call, vec![rule(vec![condition(0, SeccompCmpOp::Eq, 1)?])?]);
    }
    let lockdown = policy::PRCTLS_OF_LOCKDOWN.iter();
    let lockdown =
        lockdown.map(|option| rule(vec![condition(0, SeccompCmpOp::Eq, *option)?])).collect::<Result<_, _>>()?;
    rules.insert(libc::SYS_prctl, lockdown);
    compile(rules, SeccompAction::Allow, errno(libc::EPERM))
}

/// Enter a filter. Cannot be undone.
pub fn enter(program: &BpfProgram) -> Result<(), FilterError> {
    seccompiler::apply_filter(program).map_err(|error| FilterError(error.to_string()))
}

/// Calls that match whatever their arguments are.
fn always(calls: &[libc::c_long]) -> Rules {
    calls.iter().map(|call| (*call, Vec::new())).collect()
}

fn errno(code: i32) -> SeccompAction {
    SeccompAction::Errno(code as u32)
}

fn condition(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompCondition, FilterError> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)
        .map_err(|error| FilterError(error.to_string()))
}

/// Matches when an argument is none of these values.
fn no_other(argument: u8, known: &[u64]) -> Result<SeccompRule, FilterError> {
    rule(known.iter().map(|value| condition(argument, SeccompCmpOp::Ne, *value)).collect::<Result<_, _>>()?)
}

fn rule(conditions: Vec<SeccompCondition>) -> Result<SeccompRule, FilterError> {
    SeccompRule::new(conditions).map_err(|error| FilterError(error.to_string()))
}

fn compile(rules: Rules, otherwise: SeccompAction, matched: SeccompAction) -> Result<BpfProgram, FilterError> {
    let target = TargetArch::try_from(std::env::consts::ARCH).map_err(|error| FilterError(error.to_string()))?;
    let filter =
        SeccompFilter::new(rules, otherwise, matched, target).map_err(|error| FilterError(error.to_string()))?;
    BpfProgram::try_from(filter).map_err(|error| FilterError(error.to_string()))
}
