//! What `grade` leaves behind beside `results.jsonl`: every report in its folder, those that were asked for elsewhere, and
//! on GitHub the summary and the annotations of the job.

use std::env;
use std::ffi::OsString;
use std::fs::OpenOptions;
use std::path::Path;

use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::report::bundle::{Bundle, BundleError};
use crate::report::context::Context;
use crate::report::kind::{Kind, Wanted};
use crate::report::results::ResultsError;
use crate::report::run_json::Run;
use crate::ui::out;

/// What reports say of a run.
fn context(run: &Run) -> Context {
    Context {
        bank_hash: run.bank_hash.clone(),
        seed: run.seed,
        titles: run.titles.clone(),
        folder: run.folder.clone(),
        reveal: run.reveal,
    }
}

/// Write all reports on a complete `results.jsonl` beside it, and those that were asked for.
pub fn write(results: &Path, run: &Run, wanted: &[Wanted]) -> Result<(), Failure> {
    let bundle = Bundle::open(results, context(run))?;
    bundle.write_all(results.parent().unwrap_or(Path::new(".")))?;
    wanted.iter().try_for_each(|wanted| bundle.write(wanted.kind, &wanted.path))?;
    tell_github(&bundle)
}

/// The page of the job and its annotations, where GitHub runs us.
fn tell_github(bundle: &Bundle) -> Result<(), Failure> {
    if let Some(summary) = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) {
        append_summary(bundle, &summary)?;
    }
    if env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true") {
        let mut annotations = Vec::new();
        bundle.render(Kind::Annotations, &mut annotations).map_err(BundleError::from)?;
        // To standard error: GitHub reads both, and a script reads the other one.
        out::note(String::from_utf8_lossy(&annotations).trim_end());
    }
    Ok(())
}

fn append_summary(bundle: &Bundle, path: &OsString) -> Result<(), Failure> {
    let failed = |reason| BundleError::Write { path: path.into(), reason };
    let mut file = OpenOptions::new().append(true).create(true).open(path).map_err(failed)?;
    bundle.render(Kind::Markdown, &mut file).map_err(|error| match error {
        ResultsError::Io(reason) => failed(reason),
        other => BundleError::Results(other),
    })?;
    Ok(())
}

impl From<BundleError> for Failure {
    fn from(error: BundleError) -> Failure {
        Failure::new(ExitStatus::Incomplete, error)
            .hint("`results.jsonl` is complete; `greenroom merge` makes the reports of it again")
    }
}
