//! `greenroom report`: the report of a finished session, with everything that was hidden before the bell.

use crate::cli::session::Report;
use crate::commands::browser;
use crate::commands::failure::Failure;
use crate::commands::past::{Told, bank_of, find, reopen};
use crate::commands::written::{only_one_to_stdout, write};
use crate::engine::checker::Checker;
use crate::engine::session::Session;
use crate::engine::session_report;
use crate::model::event::Scope;
use crate::model::exit_status::ExitStatus;
use crate::model::question::{Kind, Question};
use crate::model::record::Graded;
use crate::report::{session_html, session_json, session_markdown};
use crate::room::run::short_name;
use crate::ui::message;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::session_report as screen;

pub fn run(arguments: &Report) -> Result<ExitStatus, Failure> {
    let Report { html, md, json, pdf, .. } = arguments;
    only_one_to_stdout(&[html, md, json], "`--html`, `--md` and `--json`")?;
    let past = find(arguments.session.as_deref(), Told::Finished)?;
    let bank = bank_of(past.session().started(), &arguments.banks)?;
    let (materials, mut checker) = reopen(past.session().started(), &bank)?;
    let known: Vec<Option<&Question>> = materials.iter().map(|material| Some(&material.question)).collect();
    let session = past.settle(&known);
    let started = session.started();
    let graded = grade_again(&session, checker.as_mut())?;
    let questions: Vec<&Question> = materials.iter().map(|material| &material.question).collect();
    let bank_changed = bank.hash() != started.bank_hash;
    let report = session_report::build(&session, &questions, bank_changed, &short_name(&started.folder));
    let opened = session_report::open(&session, &materials, &graded);
    if let Some(path) = json {
        write(path, &session_json::render(&report), message::written)?;
    }
    if let Some(path) = md {
        write(path, &session_markdown::render(&report, &opened), message::written)?;
    }
    let page = || session_html::render(&report, &opened);
    if let Some(path) = html {
        write(path, &page(), message::written)?;
    }
    if let Some(path) = pdf {
        browser::print(&page(), path)?;
        out::note(&message::written(&path.display().to_string()));
    }
    if [json, md, html, pdf].iter().all(|path| path.is_none()) {
        out::data(&screen::report(Look::of_stdout(), &report, &graded));
    }
    Ok(ExitStatus::Success)
}

/// Run the answers of the bell once more: the journal keeps their verdicts, and not every value that they gave.
fn grade_again(session: &Session, checker: &mut dyn Checker) -> Result<Vec<Option<Graded>>, Failure> {
    let mut graded = Vec::with_capacity(session.count());
    for question in 0..session.count() {
        let is_run = session.drawn(question).kind != Kind::Explain;
        let Some(save) = session.newest(question).filter(|_| is_run) else {
            graded.push(None);
            continue;
        };
        let checked = checker
            .check(question, &save.content, Scope::All)
            .map_err(|error| Failure::new(ExitStatus::Incomplete, error.0))?;
        let then = session.result_at_bell(question).map(|check| check.verdict);
        if let Some(then) = then.filter(|then| *then != checked.verdict) {
            let name = &session.started().session;
            out::note(&message::verdict_changed(question + 1, then, checked.verdict, name));
        }
        graded.push(Some(Graded { checked, source: String::from_utf8_lossy(&save.content).into_owned() }));
    }
    Ok(graded)
}
