//! `greenroom resume`: go on with an interview that was left.

use crate::cli::Banks;
use crate::cli::session::Resume;
use crate::commands::attempt::opener;
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::past::{bank_of, name_damaged};
use crate::commands::seat::prepare;
use crate::model::exit_status::ExitStatus;
use crate::model::question::Question;
use crate::model::wire::Preload;
use crate::room::error::RoomError;
use crate::room::opening::Opening;
use crate::room::resume::{Errand, find, resume};
use crate::store::journal::Journal;
use crate::ui::message;
use crate::ui::out;

pub fn run(arguments: &Resume) -> Result<ExitStatus, Failure> {
    let opener = opener(arguments.edit)?;
    come_back(arguments.session.as_deref(), &arguments.banks, Errand::GoOn(opener))
}

/// Come back to the session of this name, or to the one that was left last.
pub fn come_back(name: Option<&str>, banks: &Banks, errand: Errand) -> Result<ExitStatus, Failure> {
    let opening = Opening::new()?;
    if name.is_none() {
        name_damaged(&opening.journal)?;
    }
    let past = find(&opening.journal, name).map_err(|error| match (error, &errand) {
        (RoomError::NothingToResume, Errand::Finish) => nothing_to_finish(&opening.journal),
        (error, _) => error.into(),
    })?;
    let judge = start_judge(Preload::Common)?;
    // The session knows its bank; the command line may say where it stands now.
    let started = past.session().started();
    let bank = bank_of(started, banks)?;
    let (materials, checker) = prepare(judge, &bank, &started.questions)?;
    let folder = started.folder.display().to_string();
    out::remark(&match errand {
        Errand::GoOn(_) => message::session_folder(&folder),
        Errand::Finish => message::finishing_session(&started.session, &started.title, &folder),
    });
    let questions: Vec<Option<&Question>> = materials.iter().map(|material| Some(&material.question)).collect();
    let session = past.settle(&questions);
    let bank_hash = bank.hash().to_owned();
    Ok(resume(opening, session, materials, &bank_hash, checker, errand)?)
}

fn nothing_to_finish(journal: &Journal) -> Failure {
    let has_report = journal.sessions().is_ok_and(|sessions| sessions.iter().any(|session| session.finished));
    let failure = Failure::usage("there is no session to finish; `greenroom start` begins one");
    if has_report {
        failure.hint("`greenroom report` shows the report of the last one that was finished")
    } else {
        failure
    }
}
