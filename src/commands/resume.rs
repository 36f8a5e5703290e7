//! `greenroom resume`: go on with an interview that was left.

use crate::cli::session::Resume;
use crate::commands::attempt::opener;
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::past::{bank_of, name_damaged};
use crate::commands::seat::prepare;
use crate::model::exit_status::ExitStatus;
use crate::model::question::Question;
use crate::model::wire::Preload;
use crate::room::opening::Opening;
use crate::room::resume::{find, resume};
use crate::ui::message;
use crate::ui::out;

pub fn run(arguments: &Resume) -> Result<ExitStatus, Failure> {
    let opener = opener(arguments.edit)?;
    let opening = Opening::new()?;
    if arguments.session.is_none() {
        name_damaged(&opening.journal)?;
    }
    let past = find(&opening.journal, arguments.session.as_deref())?;
    let judge = start_judge(Preload::Common)?;
    // The session knows its bank; the command line may say where it stands now.
    let started = past.session().started();
    let bank = bank_of(started, &arguments.banks)?;
    let (materials, checker) = prepare(judge, &bank, &started.questions)?;
    out::note(&message::session_folder(&started.folder.display().to_string()));
    let questions: Vec<Option<&Question>> = materials.iter().map(|material| Some(&material.question)).collect();
    let session = past.settle(&questions);
    let bank_hash = bank.hash().to_owned();
    Ok(resume(opening, session, materials, &bank_hash, checker, opener)?)
}
