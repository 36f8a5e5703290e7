//! Evaluate one answer to one question: the one place where the judge meets the comparison.

use sha2::{Digest, Sha256};

use crate::bank::entry::Entry;
use crate::bank::python::PythonBound;
use crate::engine::code;
use crate::engine::error::EvaluateError;
use crate::engine::options::Options;
use crate::engine::predict;
use crate::judge::cache::hex;
use crate::judge::judge::Judge;
use crate::model::question::{Kind, Question};
use crate::model::record::{Checked, Context, Detail, Failure, Usage};
use crate::model::submission::{SourceProblem, Submission};
use crate::model::verdict::Verdict;

/// Evaluate the bytes of an answer file. What is wrong with the answer is in the result; an error is our failure.
pub fn evaluate(
    judge: &mut Judge,
    entry: &Entry,
    name: &str,
    bytes: &[u8],
    options: &Options,
) -> Result<Checked, EvaluateError> {
    let submission = match Submission::from_bytes(name, bytes) {
        Ok(submission) => submission,
        Err(problem) => return refused(judge, entry, name, &problem, options),
    };
    if let Some(reason) = not_applicable(judge, &entry.question) {
        let load = Failure { note: Some(reason), ..Failure::default() };
        return Ok(Checked { verdict: Verdict::Skipped, load: Some(load), ..blank(judge, entry, name, options) });
    }
    let blank = Checked { answer_sha256: hex(&Sha256::digest(bytes)), ..blank(judge, entry, name, options) };
    match entry.question.kind {
        Kind::Code => code::evaluate(judge, entry, &submission.source, options, blank),
        Kind::Predict => predict::evaluate(judge, entry, &submission.source, blank),
        Kind::Explain => Ok(blank),
    }
}

/// The result for an answer that is no text: an error of the answer, not of the run.
pub fn refused(
    judge: &mut Judge,
    entry: &Entry,
    name: &str,
    problem: &SourceProblem,
    options: &Options,
) -> Result<Checked, EvaluateError> {
    let load = Failure { note: Some(problem.to_string()), ..Failure::default() };
    let detail = code::not_run(judge, entry, options.scope)?;
    Ok(Checked { verdict: Verdict::Error, load: Some(load), detail, ..blank(judge, entry, name, options) })
}

/// The result for an answer that could not be checked: our failure, never the candidate's.
pub fn not_checked(judge: &Judge, entry: &Entry, name: &str, reason: &str, options: &Options) -> Checked {
    let load = Failure { note: Some(reason.to_owned()), ..Failure::default() };
    Checked { verdict: Verdict::Internal, load: Some(load), ..blank(judge, entry, name, options) }
}

/// The result for an answer that was assigned and not handed in.
pub fn not_submitted(
    judge: &mut Judge,
    entry: &Entry,
    name: &str,
    reason: Option<&str>,
    options: &Options,
) -> Result<Checked, EvaluateError> {
    let load = reason.map(|reason| Failure { note: Some(reason.to_owned()), ..Failure::default() });
    let detail = code::not_run(judge, entry, options.scope)?;
    Ok(Checked { verdict: Verdict::NotSubmitted, load, detail, ..blank(judge, entry, name, options) })
}

/// Why nothing can be said of answers to this question here.
pub fn not_applicable(judge: &Judge, question: &Question) -> Option<String> {
    let version = &judge.interpreter().version;
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if question.python.parse::<PythonBound>().is_ok_and(|bound| !bound.admits(found)) {
        return Some(format!("this question is about Python {}, and answers run in {version}", question.python));
    }
    let required: Vec<&str> =
        question.requires.packages.iter().chain(&question.requires.services).map(String::as_str).collect();
    (!required.is_empty()).then(|| format!("this question needs {}, which answers do not have", required.join(", ")))
}

fn blank(judge: &Judge, entry: &Entry, name: &str, options: &Options) -> Checked {
    let context = Context {
        seed: seed(entry, options),
        level: judge.isolation().level,
        python: judge.interpreter().version.clone(),
    };
    Checked {
        slug: entry.question.slug.clone(),
        file: name.to_owned(),
        verdict: Verdict::Manual,
        answer_sha256: String::new(),
        load: None,
        detail: Detail::Manual,
        says: None,
        usage: Usage::default(),
        context,
    }
}

/// The number that random cases are made from.
pub fn seed(entry: &Entry, options: &Options) -> u64 {
    options.seed.unwrap_or_else(|| default_seed(entry))
}

/// From the hash of the check, so that everybody who runs this check tries the same random cases. 48 bits, so that it is
/// the same number in every JSON reader.
pub fn default_seed(entry: &Entry) -> u64 {
    let text = entry.check().or_else(|| entry.snippet()).unwrap_or_default();
    Sha256::digest(text).iter().take(6).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
