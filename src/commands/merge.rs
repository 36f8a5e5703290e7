//! `greenroom merge`: several runs of `grade` made one.

use crate::cli::grading::Merge;
use crate::commands::failure::Failure;
use crate::commands::grade_reports;
use crate::commands::outcome::{Flaws, conclude};
use crate::engine::merge::{Gaps, MergeError, Part, fit, merge, whole};
use crate::engine::standing::Standing;
use crate::model::exit_status::ExitStatus;
use crate::report::run_json::RUN;
use crate::store::results::ResultsFolder;
use crate::ui::grading;
use crate::ui::message;
use crate::ui::out;

pub fn run(arguments: &Merge) -> Result<ExitStatus, Failure> {
    let parts = arguments.parts.iter().map(|folder| Part::open(folder)).collect::<Result<Vec<_>, _>>()?;
    let mut gaps = fit(&parts)?;
    let folder = ResultsFolder::open(&arguments.out)?;
    if folder.results().exists() {
        let message = format!("`{}` holds results already", folder.results().display());
        return Err(Failure::usage(message).hint("name another folder with `--out`, or remove it"));
    }
    let mut standing = Standing::new(&arguments.judgement.fail_under);
    let rows = merge(&parts, &mut gaps, &mut folder.append()?, &mut |row| {
        standing.add(row);
    })?;
    let whole = whole(&parts, &gaps, rows);
    folder.write(RUN, whole.render().as_bytes())?;
    grade_reports::write(&folder.results(), &whole, &arguments.reports)?;
    tell(&gaps);
    let flaws = Flaws { not_graded: whole.not_graded > 0, incomplete: gaps != Gaps::default() };
    if flaws.not_graded {
        out::note(&message::not_graded_in_parts(whole.not_graded));
    }
    Ok(conclude(&standing, &arguments.judgement, flaws, whole.level, &folder.results()))
}

fn tell(gaps: &Gaps) {
    for shard in &gaps.missing {
        out::note(&grading::missing_shard(*shard));
    }
    for folder in &gaps.unfinished {
        out::note(&grading::unfinished(&folder.display().to_string()));
    }
}

impl From<MergeError> for Failure {
    fn from(error: MergeError) -> Failure {
        match error {
            MergeError::Write(_) => Failure::new(ExitStatus::Incomplete, error),
            _ => Failure::usage(error),
        }
    }
}
