//! `greenroom finish`: end an interview that was left, without going back to it.

use crate::cli::session::Finish;
use crate::commands::failure::Failure;
use crate::commands::resume::come_back;
use crate::model::exit_status::ExitStatus;
use crate::room::resume::Errand;

pub fn run(arguments: &Finish) -> Result<ExitStatus, Failure> {
    come_back(arguments.session.as_deref(), &arguments.banks, Errand::Finish)
}
