//! The folder that `grade` writes into, and what an earlier run left there.

use crate::cli::grading::Grade;
use crate::commands::failure::Failure;
use crate::engine::grading::Grading;
use crate::engine::kept::keep;
use crate::engine::standing::Standing;
use crate::model::exit_status::ExitStatus;
use crate::report::run_json::{RUN, Run};
use crate::store::results::{ResultsError, ResultsFolder};
use crate::ui::grading::{self, Resumed};
use crate::ui::out;

/// The folder for results, which nobody else writes into and which holds no other run.
pub fn results_folder(arguments: &Grade) -> Result<ResultsFolder, Failure> {
    let folder = ResultsFolder::open(&arguments.out)?;
    let results = folder.results();
    if results.symlink_metadata().is_ok() && !arguments.resume {
        return Err(Failure::usage(format!("`{}` holds the results of another run", results.display()))
            .hint("go on with it with `--resume`, name another folder with `--out`, or remove it"));
    }
    Ok(folder)
}

/// Keep what is still true of an earlier run, if there is one. Says for each task whether it is done.
pub fn begin(
    arguments: &Grade,
    folder: &ResultsFolder,
    grading: &Grading<'_>,
    run: &Run,
    standing: &mut Standing,
) -> Result<Vec<bool>, Failure> {
    let results = folder.results();
    if !results.exists() {
        folder.write(RUN, run.render().as_bytes())?;
        return Ok(vec![false; grading.class.tasks.len()]);
    }
    let earlier = earlier_run(folder, run)?;
    // Until the end nobody takes it for a finished one.
    folder.write(RUN, run.render().as_bytes())?;
    let kept = keep(folder, grading, &mut |row| {
        standing.add(row);
    })?;
    out::note(&grading::resumed(&Resumed {
        kept: kept.rows,
        answer_changed: kept.answer_changed,
        other_changed: kept.other_changed,
        internal: kept.internal,
        gone: kept.gone,
        unreadable: &kept.unreadable,
        torn: kept.torn,
        changed: earlier.differs_from(run),
    }));
    debug_assert!(arguments.resume, "results are only there when they are gone on with");
    Ok(kept.done)
}

/// What stands beside the results that are gone on with. What was revealed, and of which part, cannot change on the way.
fn earlier_run(folder: &ResultsFolder, run: &Run) -> Result<Run, Failure> {
    let path = folder.path().join(RUN);
    let refused = |why: String| {
        Failure::usage(format!("cannot go on with the run in `{}`: {why}", folder.path().display()))
            .hint("name another folder with `--out`")
    };
    let bytes = std::fs::read(&path).map_err(|error| refused(format!("`{RUN}`: {error}")))?;
    let earlier: Run = serde_json::from_slice(&bytes).map_err(|error| refused(format!("`{RUN}`: {error}")))?;
    if earlier.reveal != run.reveal {
        return Err(refused(format!("it has `--reveal {}`", earlier.reveal.word())));
    }
    if earlier.shard != run.shard {
        let shard = earlier.shard.map_or("the whole".to_owned(), |shard| format!("shard {shard}"));
        return Err(refused(format!("it is {shard}")));
    }
    Ok(earlier)
}

impl From<ResultsError> for Failure {
    fn from(error: ResultsError) -> Failure {
        match error {
            ResultsError::Locked(_) => Failure::usage(error).hint("wait for it, or name another folder with `--out`"),
            ResultsError::Io { .. } => Failure::new(ExitStatus::Incomplete, error)
                .hint("what stands in the folder is kept; `--resume` goes on with it"),
        }
    }
}
