//! `greenroom verify`: prove that the checks of a bank accept right answers and reject wrong ones.

use crate::cli::Verify;
use crate::commands::banks::{entry, open};
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::engine::verify::{Finding, Verified, verify};
use crate::model::exit_status::ExitStatus;
use crate::model::question::Kind;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::progress;
use crate::ui::verified::{Remark, Row, summary, table};

pub fn run(arguments: &Verify) -> Result<ExitStatus, Failure> {
    let mut judge = start_judge()?;
    let bank = open(&arguments.banks)?;
    let slugs: Vec<String> = if arguments.slugs.is_empty() {
        bank.summaries().iter().map(|question| question.slug.clone()).collect()
    } else {
        arguments.slugs.clone()
    };
    // All names first: a typing mistake is told before anything runs.
    let entries = slugs.iter().map(|slug| entry(&bank, slug)).collect::<Result<Vec<_>, _>>()?;
    let problems: Vec<String> = if arguments.slugs.is_empty() { bank.problems().iter().map(ToString::to_string).collect() } else { Vec::new() };
    let bar = progress::bar(entries.len());
    let mut results = Vec::new();
    for entry in &entries {
        bar.set_message(entry.question.slug.clone());
        results.push((entry.question.kind, verify(&mut judge, entry)?));
        bar.inc(1);
    }
    bar.finish_and_clear();
    let look = Look::of_stdout();
    for problem in &problems {
        out::data(&format!("{problem}\n"));
    }
    out::data(&table(look, &results.iter().map(|(kind, verified)| row(*kind, verified)).collect::<Vec<_>>()));
    let wrong = results.iter().filter(|(_, verified)| !verified.holds()).count() + problems.len();
    out::data(&summary(look, results.len(), wrong, judge.interpreter().version.as_str()));
    Ok(if wrong == 0 { ExitStatus::Success } else { ExitStatus::BankDoesNotVerify })
}

fn row(kind: Kind, verified: &Verified) -> Row<'_> {
    let tried = match kind {
        Kind::Code => format!("{} cases, {} right, {} wrong", verified.cases, verified.right, verified.wrong),
        Kind::Predict => format!("{} lines, {} wrong", verified.cases, verified.wrong),
        Kind::Explain => "demo prints what is pinned".to_owned(),
    };
    let facts = format!("{kind:<8} {tried}");
    Row { slug: &verified.slug, facts, problems: remarks(&verified.problems), notes: remarks(&verified.notes) }
}

fn remarks(findings: &[Finding]) -> Vec<Remark<'_>> {
    findings.iter().map(|finding| Remark { path: &finding.path, line: finding.line, message: &finding.message }).collect()
}
