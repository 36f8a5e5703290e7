//! The exit codes of every command, in one place. Scripts rely on them.

use std::process::{ExitCode, Termination};

/// How a command ended. Where several apply, the first of `Usage`, `BankDoesNotVerify`, `Incomplete`, `Tampering`,
/// `NotPassed` is returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitStatus {
    /// Everything that was asked for was done, and every answer passed.
    Success = 0,
    /// An answer is not `pass`.
    NotPassed = 1,
    /// Wrong usage, or a bank or a submission that cannot be read.
    Usage = 2,
    /// Could not check safely or completely; never a statement about a candidate.
    Incomplete = 3,
    /// The bank does not verify.
    BankDoesNotVerify = 4,
    /// `--strict`, and tampering was seen.
    Tampering = 5,
    /// Interrupted; everything finished is on disk.
    Interrupted = 130,
}

impl Termination for ExitStatus {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}
