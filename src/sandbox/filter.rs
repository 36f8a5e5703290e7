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
    let always = |calls: &[libc::c_long]| -> Rules { calls.iter().map(|call| (*call, Vec::new())).collect() };
    let mut allowed = always(policy::ALLOWED);
    allowed.extend(always(policy::ALLOWED_LEGACY));
    Ok(vec![
        compile(allowed, errno(libc::EPERM), SeccompAction::Allow)?,
        compile(always(policy::KILLED), SeccompAction::Allow, SeccompAction::KillProcess)?,
        // glibc falls back to `clone`, whose flags can be looked at, when `clone3` does not exist.
        compile(always(&[libc::SYS_clone3]), SeccompAction::Allow, errno(libc::ENOSYS))?,
    ])
}

/// The filter that a child enters on top: short, since it is installed once an answer.
pub fn for_child(narrowing: Narrowing) -> Result<BpfProgram, FilterError> {
    let mut rules: Rules = policy::REFUSED_IN_CHILD.iter().map(|call| (*call, Vec::new())).collect();
    let mut clones = policy::NAMESPACE_FLAGS
        .iter()
        .map(|flag| rule(vec![condition(0, SeccompCmpOp::MaskedEq(*flag), *flag)?]))
        .collect::<Result<Vec<_>, _>>()?;
    if !narrowing.processes {
        rules.extend(policy::FORKS.iter().map(|call| (*call, Vec::new())));
        let no_thread = SeccompCmpOp::MaskedEq(libc::CLONE_THREAD as u64);
        clones.push(rule(vec![condition(0, no_thread, 0)?])?);
    }
    rules.insert(libc::SYS_clone, clones);
    let other_families = |families: &[u64]| -> Result<SeccompRule, FilterError> {
        rule(families.iter().map(|family| condition(0, SeccompCmpOp::Ne, *family)).collect::<Result<_, _>>()?)
    };
    rules.insert(libc::SYS_socketpair, vec![other_families(&[libc::AF_UNIX as u64])?]);
    if narrowing.loopback {
        rules.insert(libc::SYS_socket, vec![other_families(policy::SOCKET_FAMILIES)?]);
    } else {
        rules.extend(policy::NETWORK.iter().map(|call| (*call, Vec::new())));
    }
    if narrowing.shared_files {
        rules.extend(policy::CHANGES_OF_FILES.iter().map(|call| (*call, Vec::new())));
    }
    for call in policy::SIGNALS {
        rules.insert(*call, vec![rule(vec![condition(0, SeccompCmpOp::Eq, 1)?])?]);
    }
    // Limits of its own, and of nobody else: the zygote has the same user.
    rules.insert(libc::SYS_prlimit64, vec![rule(vec![condition(0, SeccompCmpOp::Ne, 0)?])?]);
    let other_requests =
        policy::IOCTLS.iter().map(|request| condition(1, SeccompCmpOp::Ne, *request)).collect::<Result<_, _>>()?;
    rules.insert(libc::SYS_ioctl, vec![rule(other_requests)?]);
    let options = policy::PRCTLS_REFUSED
        .iter()
        .map(|option| rule(vec![condition(0, SeccompCmpOp::Eq, *option)?]))
        .collect::<Result<_, _>>()?;
    rules.insert(libc::SYS_prctl, options);
    compile(rules, SeccompAction::Allow, errno(libc::EPERM))
}

/// Enter a filter. Cannot be undone.
pub fn enter(program: &BpfProgram) -> Result<(), FilterError> {
    seccompiler::apply_filter(program).map_err(|error| FilterError(error.to_string()))
}

fn errno(code: i32) -> SeccompAction {
    SeccompAction::Errno(code as u32)
}

fn condition(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompCondition, FilterError> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)
        .map_err(|error| FilterError(error.to_string()))
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
