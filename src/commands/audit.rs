//! `greenroom audit`: every graded answer of a session is run again, and its verdict compared with the one that was given.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::bank::bank::Bank;
use crate::cli::session::Audit;
use crate::commands::failure::Failure;
use crate::commands::past::{Told, bank_of, find, look_up, reopen};
use crate::engine::audit::{Claim, Finding, audit, claims_of_journal, claims_of_report, departures};
use crate::engine::checker::Checker;
use crate::engine::session::Session;
use crate::engine::session_report;
use crate::judge::cache::hex;
use crate::model::event::{DrawnQuestion, Occasion, Started};
use crate::model::exit_status::ExitStatus;
use crate::model::question::Question;
use crate::model::session_report::{SessionReport, VERSION};
use crate::room::run::short_name;
use crate::store::answer_file;
use crate::store::session_folder::answer_name;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::session_audit as screen;
use crate::ui::session_audit::{Count, Now, Row};

pub fn run(arguments: &Audit) -> Result<ExitStatus, Failure> {
    let target = arguments.target.as_deref();
    let Some(path) = target.filter(|target| target.ends_with(".json") || target.contains('/')).map(Path::new) else {
        let past = find(target, Told::Finished)?;
        return of_journal(arguments, past.session(), None);
    };
    let report = read(path)?;
    match look_up(Some(&report.session), Told::Finished)? {
        Some(past) => of_journal(arguments, past.session(), Some(&report)),
        None => of_folder(arguments, &report, path.parent().unwrap_or(Path::new("."))),
    }
}

/// What the journal kept; and what a report says of it, if one was given.
fn of_journal(arguments: &Audit, session: &Session, report: Option<&SessionReport>) -> Result<ExitStatus, Failure> {
    let started = session.started();
    let bank = bank_of(started, &arguments.banks)?;
    let (materials, checker) = reopen(started, &bank)?;
    let questions: Vec<&Question> = materials.iter().map(|material| &material.question).collect();
    let kept = session_report::build(session, &questions, false, &short_name(&started.folder));
    let departures = report.map(|report| departures(report, &kept)).unwrap_or_default();
    let look = Look::of_stdout();
    out::data(&screen::heading(look, &started.title, &started.session));
    for (question, what, said, kept) in &departures {
        out::data(&screen::departure(look, question + 1, what, said, kept));
    }
    Ok(run_again(look, &kept, &bank, checker, &claims_of_journal(session), departures.len()))
}

/// What a report says of the files beside it.
fn of_folder(arguments: &Audit, report: &SessionReport, folder: &Path) -> Result<ExitStatus, Failure> {
    let started = started(report);
    let bank = bank_of(&started, &arguments.banks)?;
    let (_, checker) = reopen(&started, &bank)?;
    let claims = claims_of_report(report, |index, question, sha256| {
        let name = format!("{}-{}/{}", index + 1, question.slug, answer_name(question.kind));
        let bytes = answer_file::read(&folder.join(name)).ok()?;
        (hex(&Sha256::digest(&bytes)) == sha256).then_some(bytes)
    });
    out::note(&screen::only_the_folder(&folder.display().to_string()));
    let look = Look::of_stdout();
    out::data(&screen::heading(look, &report.title, &report.session));
    Ok(run_again(look, report, &bank, checker, &claims, 0))
}

/// Run the claims, say each, and sum them up. `then` tells of the circumstances of the session.
fn run_again(
    look: Look,
    then: &SessionReport,
    bank: &Bank,
    mut checker: Box<dyn Checker>,
    claims: &[Claim],
    departures: usize,
) -> ExitStatus {
    if then.bank_hash != bank.hash() {
        let short = |hash: &str| hash.chars().take(12).collect::<String>();
        out::note(&screen::circumstance("the bank", &short(&then.bank_hash), &short(bank.hash())));
    }
    let mut checks = vec![0; then.questions.len()];
    let findings = audit(claims, checker.as_mut(), |claim, finding| {
        let what = match claim.occasion {
            Occasion::Save => format!("Q{} samples", claim.question + 1),
            Occasion::Request => {
                checks[claim.question] += 1;
                format!("Q{} check {}", claim.question + 1, checks[claim.question])
            }
            Occasion::Bell => format!("Q{} graded at the bell", claim.question + 1),
        };
        let now = match finding {
            Finding::Same => Now::Same,
            Finding::Different { verdict, passed, total } => Now::Different((*verdict, *passed, *total)),
            Finding::Unknown(reason) => Now::Unknown(reason),
        };
        let then = (claim.verdict, claim.passed, claim.total);
        out::data(&screen::row(look, &Row { what: &what, sha256: &claim.sha256, then, now }));
    });
    let mut count = Count::default();
    for finding in &findings {
        match finding {
            Finding::Same => count.same += 1,
            Finding::Different { .. } => count.different += 1,
            Finding::Unknown(_) => count.unknown += 1,
        }
    }
    out::data(&screen::end(look, count, departures));
    match count {
        Count { unknown: 1.., .. } => ExitStatus::Incomplete,
        Count { different: 1.., .. } => ExitStatus::NotPassed,
        _ if departures > 0 => ExitStatus::NotPassed,
        _ => ExitStatus::Success,
    }
}

fn read(path: &Path) -> Result<SessionReport, Failure> {
    let shown = path.display();
    let failed = |error: std::io::Error| Failure::usage(format!("cannot read `{shown}`: {error}"));
    if !path.metadata().map_err(failed)?.is_file() {
        return Err(Failure::usage(format!("`{shown}` is not a file")));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    let report: SessionReport = serde_json::from_slice(&bytes)
        .map_err(|error| Failure::usage(format!("`{shown}` is no `report.json` of a session: {error}")))?;
    if report.version > VERSION {
        return Err(Failure::usage(format!(
            "`{shown}` has version {}, newer than this greenroom reads",
            report.version
        ))
        .hint("update greenroom"));
    }
    Ok(report)
}

/// As much of the start of a session as its report tells.
fn started(report: &SessionReport) -> Started {
    let questions = report.questions.iter().map(|question| DrawnQuestion {
        slug: question.slug.clone(),
        title: question.title.clone(),
        kind: question.kind,
        topic: question.topic.clone(),
        level: question.difficulty,
        budget_minutes: u32::try_from(question.budget_s / 60).unwrap_or(u32::MAX),
    });
    Started {
        session: report.session.clone(),
        greenroom: report.greenroom.clone(),
        plan: report.plan.clone(),
        title: report.title.clone(),
        seed: report.seed,
        bank_hash: report.bank_hash.clone(),
        banks: Vec::new(),
        minutes: report.minutes_at_usual_pace.unwrap_or(report.minutes),
        topics: Vec::new(),
        levels: Vec::new(),
        conditions: report.conditions,
        questions: questions.collect(),
        remarks: report.remarks.clone(),
        folder: Default::default(),
        level: report.level,
        python: report.python.clone(),
    }
}
