//! `greenroom start`: draw an interview and begin it.

use std::path::Path;

use crate::bank::bank::Bank;
use crate::cli::session::Start;
use crate::commands::attempt::opener;
use crate::commands::banks::open;
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::seat::prepare;
use crate::engine::draw::{Filter, by_filter, by_plan};
use crate::model::exit_status::ExitStatus;
use crate::model::plan::Plan;
use crate::model::wire::Preload;
use crate::room::opening::Opening;
use crate::room::start::{Invitation, fresh_seed, start};

/// What is started when nothing is asked for.
pub const USUAL_PLAN: &str = "phone-screen-30";

/// How long an interview is that names topics or levels and no minutes.
const USUAL_MINUTES: u32 = 30;

pub fn run(arguments: &Start) -> Result<ExitStatus, Failure> {
    let opener = opener(arguments.edit)?;
    // Nothing is drawn for somebody who is in an interview already.
    let opening = Opening::new()?;
    let judge = start_judge(Preload::Common)?;
    let bank = open(&arguments.banks)?;
    let seed = arguments.seed.unwrap_or_else(fresh_seed);
    let (plan, title, minutes, draw) = match plan(arguments, &bank)? {
        Some(plan) => {
            let draw = by_plan(&plan, bank.summaries(), seed).map_err(Failure::usage)?;
            // As it was asked for, so that the report can say how to do it again.
            (Some(arguments.plan.clone().unwrap_or(plan.id)), plan.title, plan.minutes, draw)
        }
        None => {
            let minutes = arguments.minutes.unwrap_or(USUAL_MINUTES);
            let filter = Filter { minutes, topics: arguments.topics.clone(), levels: arguments.levels.clone() };
            let draw = by_filter(&filter, bank.summaries(), seed).map_err(Failure::usage)?;
            (None, format!("{} minutes", arguments.conditions.pace.stretch_up(minutes)), minutes, draw)
        }
    };
    let level = judge.isolation().level;
    let python = judge.interpreter().version.clone();
    let (materials, checker) = prepare(judge, &bank, &draw.questions)?;
    let banks =
        arguments.banks.dirs.iter().map(|dir| std::path::absolute(dir).unwrap_or_else(|_| dir.clone())).collect();
    let invitation = Invitation {
        plan,
        title,
        minutes,
        topics: arguments.topics.clone(),
        levels: arguments.levels.clone(),
        seed,
        conditions: arguments.conditions,
        draw,
        bank_hash: bank.hash().to_owned(),
        banks,
        level,
        python,
        folder: arguments.dir.clone(),
        materials,
        interviewer: arguments.interviewer,
        opener,
    };
    Ok(start(opening, invitation, checker)?)
}

/// The plan that is asked for, by name or by file; the usual one when nothing is asked for.
fn plan(arguments: &Start, bank: &Bank) -> Result<Option<Plan>, Failure> {
    match &arguments.plan {
        Some(file) if file.ends_with(".json") || file.contains('/') => Ok(Some(bank.read_plan(Path::new(file))?)),
        Some(id) => match bank.plan(id) {
            Ok(plan) => Ok(Some(plan.clone())),
            Err(error) if bank.plans().is_empty() => Err(error.into()),
            Err(error) => {
                let plans: Vec<&str> = bank.plans().iter().map(|plan| plan.id.as_str()).collect();
                Err(Failure::from(error).hint(format!("the plans are `{}`", plans.join("`, `"))))
            }
        },
        None if arguments.minutes.is_some() || !arguments.topics.is_empty() || !arguments.levels.is_empty() => Ok(None),
        // Another bank need not have it.
        None => Ok(bank.plan(USUAL_PLAN).ok().cloned()),
    }
}
