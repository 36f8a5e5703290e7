//! What is said of an answer, of a case and of a line of a prediction.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The verdict of a case or of a whole answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every example gave what was expected.
    Pass,
    /// A value or a printed text differs from what was expected.
    Fail,
    /// An exception that was not expected, or source that does not compile.
    Error,
    /// The CPU limit of a case or the wall limit of the answer ran out.
    Timeout,
    /// The memory limit was reached.
    Memory,
    /// More was printed or returned than the output limit allows.
    OutputLimit,
    /// The process died of a signal or left before its answer was complete.
    Crash,
    /// The system-call filter ended the process.
    Blocked,
    /// Not reached: an earlier case ended the run, or the answer did not load.
    NotRun,
    /// Assigned, but no answer was handed in.
    NotSubmitted,
    /// Not applicable to this interpreter or machine.
    Skipped,
    /// An explanation: for a human to judge.
    Manual,
    /// Our fault; never counted against the candidate.
    Internal,
}

impl Verdict {
    /// The word that stands in reports and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Fail => "fail",
            Verdict::Error => "error",
            Verdict::Timeout => "timeout",
            Verdict::Memory => "memory",
            Verdict::OutputLimit => "output-limit",
            Verdict::Crash => "crash",
            Verdict::Blocked => "blocked",
            Verdict::NotRun => "not-run",
            Verdict::NotSubmitted => "not-submitted",
            Verdict::Skipped => "skipped",
            Verdict::Manual => "manual",
            Verdict::Internal => "internal",
        }
    }

    /// The verdict of an answer: its first non-pass case in file order; any `internal` wins. `pass` when there is no case.
    pub fn of_cases(cases: impl IntoIterator<Item = Verdict>) -> Verdict {
        let mut first = Verdict::Pass;
        for verdict in cases {
            if verdict == Verdict::Internal {
                return Verdict::Internal;
            }
            if first == Verdict::Pass && verdict != Verdict::Skipped {
                first = verdict;
            }
        }
        first
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict;

    #[test]
    fn the_first_case_that_does_not_pass_decides() {
        let cases = [Verdict::Pass, Verdict::Fail, Verdict::Timeout, Verdict::NotRun];
        assert_eq!(Verdict::of_cases(cases), Verdict::Fail);
        assert_eq!(Verdict::of_cases([]), Verdict::Pass);
    }

    #[test]
    fn internal_wins_wherever_it_stands() {
        assert_eq!(Verdict::of_cases([Verdict::Fail, Verdict::Internal]), Verdict::Internal);
    }
}
