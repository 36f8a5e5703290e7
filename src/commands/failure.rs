//! A command that could not do what it was asked for: what to say, and the exit status.

use std::fmt::Display;

use crate::bank::error::BankError;
use crate::engine::error::EvaluateError;
use crate::judge::error::JudgeError;
use crate::model::exit_status::ExitStatus;
use crate::room::error::RoomError;
use crate::room::opener::OpenerError;

/// Why a command ended without its result.
#[derive(Debug)]
pub struct Failure {
    pub status: ExitStatus,
    /// Lines for a person, each fit for a terminal.
    pub messages: Vec<String>,
    pub hint: Option<String>,
}

impl Failure {
    pub fn new(status: ExitStatus, message: impl Display) -> Failure {
        Failure { status, messages: vec![message.to_string()], hint: None }
    }

    pub fn usage(message: impl Display) -> Failure {
        Failure::new(ExitStatus::Usage, message)
    }

    pub fn hint(self, hint: impl Into<String>) -> Failure {
        Failure { hint: Some(hint.into()), ..self }
    }
}

impl From<BankError> for Failure {
    fn from(error: BankError) -> Failure {
        let is_strange = matches!(&error, BankError::UnknownQuestion { nearest, .. } if nearest.is_empty());
        let failure = Failure::usage(error);
        if is_strange { failure.hint("`greenroom list` names them all") } else { failure }
    }
}

impl From<Vec<BankError>> for Failure {
    fn from(errors: Vec<BankError>) -> Failure {
        Failure { status: ExitStatus::Usage, messages: errors.iter().map(ToString::to_string).collect(), hint: None }
    }
}

impl From<JudgeError> for Failure {
    fn from(error: JudgeError) -> Failure {
        Failure::new(ExitStatus::Incomplete, error)
    }
}

impl From<EvaluateError> for Failure {
    fn from(error: EvaluateError) -> Failure {
        let status = if error.is_of_the_bank() { ExitStatus::BankDoesNotVerify } else { ExitStatus::Incomplete };
        Failure::new(status, error)
    }
}

impl From<RoomError> for Failure {
    fn from(error: RoomError) -> Failure {
        let report = match &error {
            RoomError::Finished { session, .. } => Some(format!("`greenroom report {session}` shows it again")),
            _ => None,
        };
        Failure { hint: report, ..Failure::new(error.status(), error) }
    }
}

impl From<OpenerError> for Failure {
    fn from(error: OpenerError) -> Failure {
        Failure::usage(error)
            .hint("for instance `export EDITOR=nano`; or leave `--edit` out and open the file yourself")
    }
}
