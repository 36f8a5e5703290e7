//! What `greenroom grade` is to grade: the folder or manifest that was named, and the questions that were asked.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use crate::bank::bank::Bank;
use crate::cli::grading::Grade;
use crate::commands::failure::Failure;
use crate::engine::class::Request;
use crate::engine::draw::by_plan;
use crate::model::pass_mark::PassMark;
use crate::store::listing::{Listing, of_class, of_one_question};
use crate::store::manifest::{self, MAX_MANIFEST_BYTES};
use crate::store::submissions::{Submissions, Unread};

/// What stands in the folder. Nothing of the bank is read for it.
pub fn list(arguments: &Grade) -> Result<(Submissions, Listing), Failure> {
    let dir = &arguments.dir;
    let failed = |error: &dyn std::fmt::Display| {
        Failure::usage(format!("cannot read the submissions in `{}`: {error}", dir.display()))
    };
    if dir.is_file() {
        let message = format!("`{}` is a file, not a folder of submissions", dir.display());
        return Err(Failure::usage(message).hint("unpack an archive first, and name the folder"));
    }
    let submissions = Submissions::open(dir).map_err(|error| failed(&error))?;
    let listing = match (&arguments.question, manifest(arguments, &submissions)?) {
        (Some(question), _) => {
            of_one_question(&submissions, question, &arguments.out).map_err(|error| failed(&error))?
        }
        (None, Some(listing)) => listing,
        (None, None) => of_class(&submissions, &arguments.out).map_err(|error| failed(&error))?,
    };
    Ok((submissions, listing))
}

/// The manifest that was named, or that stands in the folder.
fn manifest(arguments: &Grade, submissions: &Submissions) -> Result<Option<Listing>, Failure> {
    let failed = |name: &Path, why: &dyn std::fmt::Display| Failure::usage(format!("`{}` {why}", name.display()));
    if let Some(file) = &arguments.manifest {
        // It is the grader's own, wherever it stands.
        let size = file.metadata().map_err(|error| failed(file, &format!("cannot be read: {error}")))?.len();
        if size > MAX_MANIFEST_BYTES as u64 {
            return Err(failed(file, &format!("is {size} bytes; at most {MAX_MANIFEST_BYTES} are read")));
        }
        let bytes = std::fs::read(file).map_err(|error| failed(file, &format!("cannot be read: {error}")))?;
        return manifest::read(file.as_os_str(), &bytes).map(Some).map_err(|why| failed(file, &why));
    }
    let mut found = None;
    for name in manifest::NAMES.map(Path::new) {
        let bytes = match submissions.read_up_to(name, MAX_MANIFEST_BYTES) {
            Ok(bytes) => bytes,
            Err(Unread::NoFile(_)) => continue,
            Err(error) => return Err(failed(name, &error)),
        };
        if found.is_some() {
            let message = format!("`{}` holds two manifests", arguments.dir.display());
            return Err(Failure::usage(message).hint("name one with `--manifest`"));
        }
        found = Some(manifest::read(OsStr::new(name), &bytes).map_err(|why| failed(name, &why))?);
    }
    // In a flat folder of one question every file is an answer.
    Ok(found.filter(|_| arguments.question.is_none()))
}

/// What was asked of whom.
pub fn request(arguments: &Grade, bank: &Bank) -> Result<Request, Failure> {
    let mut assigned = None;
    if !arguments.questions.is_empty() {
        assigned = Some(slugs(bank, arguments.questions.iter().map(String::as_str))?);
    }
    if let (Some(plan), Some(seed)) = (&arguments.plan, arguments.plan_seed) {
        let plan = match plan.ends_with(".json") || plan.contains('/') {
            true => bank.read_plan(Path::new(plan))?,
            false => bank.plan(plan)?.clone(),
        };
        let draw = by_plan(&plan, bank.summaries(), seed).map_err(Failure::usage)?;
        assigned = Some(draw.questions.into_iter().map(|question| question.slug).collect());
    }
    if let Some(question) = &arguments.question {
        bank.summary(question)?;
    }
    Ok(Request { assigned, due: arguments.due, shard: arguments.shard })
}

/// The marks with the names that questions have now.
pub fn marks(arguments: &Grade, bank: &Bank) -> Result<Vec<PassMark>, Failure> {
    if arguments.shard.is_some() && !arguments.judgement.fail_under.is_empty() {
        let message = "a shard has only some answers of a candidate, so `--fail-under` cannot be told from it";
        return Err(Failure::usage(message).hint("give `--fail-under` to `greenroom merge`"));
    }
    let named = |mark: &PassMark| {
        let question = mark.question.as_deref().map(|slug| Ok::<_, Failure>(bank.summary(slug)?.slug.clone()));
        Ok(PassMark { question: question.transpose()?, ..mark.clone() })
    };
    arguments.judgement.fail_under.iter().map(named).collect()
}

fn slugs<'a>(bank: &Bank, names: impl Iterator<Item = &'a str>) -> Result<BTreeSet<String>, Failure> {
    names.map(|name| Ok(bank.summary(name.trim())?.slug.clone())).collect()
}
