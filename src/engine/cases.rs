//! Try cases of a check on the source of an answer, and compare what they give with what is expected.

use sha2::{Digest, Sha256};

use crate::bank::entry::Entry;
use crate::compare::example::{Outcome, compare};
use crate::engine::error::EvaluateError;
use crate::engine::options::terms;
use crate::judge::cache::hex;
use crate::judge::clock::Expired;
use crate::judge::judge::{Judge, Loading, Tried};
use crate::judge::run::{End, Terms};
use crate::model::check::{Case, CaseKind, Expected, ParsedCheck};
use crate::model::limits::{Limits, MAX_PROCESSES};
use crate::model::modules::named_in;
use crate::model::record::{CaseResult, Failure, Usage};
use crate::model::verdict::Verdict;
use crate::model::wire::{CheckJob, ExampleReply, Load, LoadStage, to_bytes};

/// What came of trying cases on a source.
#[derive(Debug)]
pub struct TriedCases {
    /// The answer did not load: the verdict, and why. Its cases are `not-run`.
    pub load: Option<(Verdict, Failure)>,
    pub cases: Vec<CaseResult>,
    pub usage: Usage,
}

/// Whose answer it is. What an answer of the bank gives is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    Candidate,
    Bank,
}

/// Try some cases of `check` on the source of an answer.
pub fn try_cases(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    cases: &[&Case],
    (author, source): (Author, &str),
    seed: u64,
) -> Result<TriedCases, EvaluateError> {
    Trial::prepare(judge, entry, check, cases, seed)?.on(judge, author, source)
}

/// Cases with all that it takes to try them on any number of sources.
#[derive(Debug, Clone)]
pub struct Trial<'a> {
    check: &'a ParsedCheck,
    cases: Vec<&'a Case>,
    /// What the reference gives, for the cases that are compared with it.
    references: Vec<Option<Vec<ExampleReply>>>,
    terms: Terms,
    seed: u64,
}

impl<'a> Trial<'a> {
    pub fn prepare(
        judge: &mut Judge,
        entry: &Entry,
        check: &'a ParsedCheck,
        cases: &[&'a Case],
        seed: u64,
    ) -> Result<Trial<'a>, EvaluateError> {
        let references = reference_replies(judge, entry, check, cases, seed)?;
        Ok(Trial { check, cases: cases.to_vec(), references, terms: terms(&entry.question), seed })
    }

    pub fn cases(&self) -> &[&'a Case] {
        &self.cases
    }

    pub fn limits(&self) -> &Limits {
        &self.terms.limits
    }

    /// The same cases within other limits.
    pub fn within(self, limits: Limits) -> Trial<'a> {
        Trial { terms: Terms { limits, ..self.terms }, ..self }
    }

    /// Some of the cases, by their index.
    pub fn only(&self, indices: &[usize]) -> Trial<'a> {
        Trial {
            cases: indices.iter().map(|index| self.cases[*index]).collect(),
            references: indices.iter().map(|index| self.references[*index].clone()).collect(),
            ..self.clone()
        }
    }

    /// Try the cases. Those that look at the source get a child of their own, in which the answer is not executed.
    pub fn on(&self, judge: &mut Judge, author: Author, source: &str) -> Result<TriedCases, EvaluateError> {
        let (cases, limits) = (&self.cases, &self.terms.limits);
        judge.expect_modules(named_in(source).chain(named_in(&self.check.setup.source)));
        let mut results: Vec<Option<CaseResult>> = cases.iter().map(|_| None).collect();
        let mut usage = Usage::default();
        for execute in [true, false] {
            let chosen: Vec<usize> =
                (0..cases.len()).filter(|index| (cases[*index].kind != CaseKind::Source) == execute).collect();
            if chosen.is_empty() {
                continue;
            }
            let picked = chosen.iter().map(|index| cases[*index]).collect::<Vec<_>>();
            let job = job(self.check, &picked, source, execute, self.seed);
            let mut on_case = |number: usize, tried: Tried| {
                let index = chosen[number];
                results[index] = Some(judge_case(cases[index], self.references[index].as_deref(), tried, limits));
            };
            let attempt = match author {
                Author::Candidate => judge.attempt(&self.terms, &job, &mut on_case)?,
                Author::Bank => judge.attempt_of_bank(&self.terms, &job, &mut on_case)?,
            };
            usage.cpu_ms += attempt.usage.cpu_ms;
            usage.wall_ms += attempt.usage.wall_ms;
            usage.retries += attempt.usage.retries;
            usage.max_rss_kib = usage.max_rss_kib.max(attempt.usage.max_rss_kib);
            let failed = match attempt.loading {
                Loading::Done(_) => None,
                Loading::Failed(load) => Some(load_failure(load)),
                Loading::Ended(end) => Some(ended(&end, limits)),
            };
            if let Some((verdict, failure)) = failed {
                let cases = cases.iter().map(|case| not_tried(case)).collect();
                return Ok(TriedCases { load: Some((verdict, failure)), cases, usage });
            }
        }
        let results = results.into_iter().zip(cases).map(|(found, case)| found.unwrap_or_else(|| not_tried(case)));
        Ok(TriedCases { load: None, cases: results.collect(), usage })
    }
}

impl TriedCases {
    /// Of the answer as far as it was tried.
    pub fn verdict(&self) -> Verdict {
        match &self.load {
            Some((verdict, _)) => *verdict,
            None => Verdict::of_cases(self.cases.iter().map(|case| case.verdict)),
        }
    }
}

fn job(check: &ParsedCheck, cases: &[&Case], source: &str, execute: bool, seed: u64) -> CheckJob {
    let setup = if execute { &check.setup } else { &check.setup_without_answer };
    CheckJob {
        answer: source.to_owned(),
        execute,
        setup: setup.code.clone(),
        seed_random: setup.source.contains("random"),
        seed,
        cases: cases.iter().map(|case| case.examples.iter().map(|example| example.code.clone()).collect()).collect(),
    }
}

/// What the reference answer gives for the cases that are compared with it, in its own child.
fn reference_replies(
    judge: &mut Judge,
    entry: &Entry,
    check: &ParsedCheck,
    cases: &[&Case],
    seed: u64,
) -> Result<Vec<Option<Vec<ExampleReply>>>, EvaluateError> {
    let asks = |case: &Case| case.examples.iter().any(|example| matches!(example.expected, Expected::Reference { .. }));
    let mut replies: Vec<Option<Vec<ExampleReply>>> = cases.iter().map(|_| None).collect();
    let chosen: Vec<usize> = (0..cases.len()).filter(|index| asks(cases[*index])).collect();
    if chosen.is_empty() {
        return Ok(replies);
    }
    let broken = |name: &str, message: &str| EvaluateError::Bank {
        path: format!("{}/{name}", entry.checks_path),
        line: 0,
        message: message.to_owned(),
    };
    let (name, source) =
        entry.right_answers().next().ok_or_else(|| broken("", "has no right answer to compare with"))?;
    let job = job(check, &chosen.iter().map(|index| cases[*index]).collect::<Vec<_>>(), source, true, seed);
    judge.attempt_of_bank(&terms(&entry.question), &job, &mut |number, tried| {
        if let Tried::Replied(examples) = tried {
            replies[chosen[number]] = Some(examples);
        }
    })?;
    match chosen.iter().find(|index| replies[**index].is_none()) {
        None => Ok(replies),
        Some(index) => Err(broken(name, &format!("this reference gives no answer to `{}`", cases[*index].name))),
    }
}

/// What came of trying a case, compared with what it must give. `reference` is what a right answer gave.
pub fn judge_case(case: &Case, reference: Option<&[ExampleReply]>, tried: Tried, limits: &Limits) -> CaseResult {
    let replies = match tried {
        Tried::Replied(replies) if replies.len() == case.examples.len() => replies,
        Tried::Replied(_) => {
            let end = End::Malformed("another number of examples than were asked for".to_owned());
            let (verdict, failure) = ended(&end, limits);
            return result(case, verdict, Some(failure), "");
        }
        Tried::Ended(end) => {
            let (verdict, failure) = ended(&end, limits);
            return result(case, verdict, Some(failure), "");
        }
        Tried::NotRun => return not_tried(case),
    };
    let fingerprint = fingerprint(&replies);
    for (number, (example, reply)) in case.examples.iter().zip(&replies).enumerate() {
        let reference = reference.and_then(|replies| replies.get(number));
        let difference = match compare(&example.expected, reference, reply) {
            Outcome::Pass => continue,
            Outcome::Differs(difference) => difference,
            Outcome::Malformed(error) => {
                let (verdict, failure) = ended(&End::Malformed(error.to_string()), limits);
                return result(case, verdict, Some(failure), "");
            }
            Outcome::Unusable(reason) => {
                let failure = Failure { note: Some(reason), check_line: example.line, ..Failure::default() };
                return result(case, Verdict::Internal, Some(failure), "");
            }
        };
        let failure = Failure {
            before: case.examples[..number].iter().map(|example| example.source.trim_end().to_owned()).collect(),
            call: example.source.trim_end().to_owned(),
            check_line: example.line,
            expected: difference.expected,
            got: difference.got,
            note: difference.note,
            raised: reply.raised.clone(),
            printed: reply.printed.clone(),
            tampering: false,
        };
        return result(case, difference.verdict, Some(failure), &fingerprint);
    }
    result(case, Verdict::Pass, None, &fingerprint)
}

/// A case that was not reached.
pub fn not_tried(case: &Case) -> CaseResult {
    result(case, Verdict::NotRun, None, "")
}

fn result(case: &Case, verdict: Verdict, failure: Option<Failure>, fingerprint: &str) -> CaseResult {
    CaseResult {
        name: case.name.clone(),
        kind: case.kind,
        verdict,
        sentence: case.sentence.clone(),
        failure,
        fingerprint: fingerprint.to_owned(),
    }
}

/// Of what was shown, printed and raised; not of messages and lines, which differ between two forms of one mistake.
fn fingerprint(replies: &[ExampleReply]) -> String {
    let essence: Vec<_> = replies
        .iter()
        .map(|reply| (&reply.shown, &reply.printed, reply.raised.as_ref().map(|raised| &raised.exception)))
        .collect();
    hex(&Sha256::digest(to_bytes(&essence)))
}

/// The verdict on an answer that did not load, and why.
pub fn load_failure(load: Load) -> (Verdict, Failure) {
    let Some(failed) = load.failed else { return (Verdict::Internal, Failure::default()) };
    let verdict = if failed.raised.exception == "MemoryError" { Verdict::Memory } else { Verdict::Error };
    let note = match failed.stage {
        LoadStage::Compile => "the file does not compile",
        LoadStage::Answer => "the file ends with an exception when it is imported",
        LoadStage::Setup => "the check cannot use the file",
    };
    (
        verdict,
        Failure {
            note: Some(note.to_owned()),
            raised: Some(failed.raised),
            printed: load.printed,
            ..Failure::default()
        },
    )
}

/// The verdict on a process that ended, and why.
pub fn ended(end: &End, limits: &Limits) -> (Verdict, Failure) {
    let (verdict, note) = match end {
        End::Complete => (Verdict::Internal, "the run ended without a result".to_owned()),
        End::Timeout(Expired::Cpu) => (Verdict::Timeout, format!("over {} s of CPU time", limits.cpu_s)),
        End::Timeout(Expired::Wall) => (Verdict::Timeout, format!("over {} s for the whole answer", limits.wall_s)),
        End::OutputLimit => (Verdict::OutputLimit, format!("more than {} KiB of output", limits.output_kib)),
        End::Blocked => (Verdict::Blocked, "a system call that no answer needs; the process was ended".to_owned()),
        End::Crowded => (Verdict::Crash, format!("more than {MAX_PROCESSES} processes at once, besides its own")),
        End::Crash(how) => (Verdict::Crash, how.clone()),
        End::Malformed(what) => (Verdict::Crash, format!("it wrote to the runner's own channel: {what}")),
    };
    let tampering = matches!(end, End::Blocked | End::Malformed(_));
    (verdict, Failure { note: Some(note), tampering, ..Failure::default() })
}
