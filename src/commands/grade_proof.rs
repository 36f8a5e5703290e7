//! `greenroom grade` grades with questions that hold: those in use are verified first, once for each interpreter.

use std::collections::BTreeMap;

use crate::bank::entry::Entry;
use crate::commands::failure::Failure;
use crate::commands::interrupt::Interrupt;
use crate::commands::judges::{another_judge, judge};
use crate::commands::verify::row;
use crate::engine::proof::{Proof, prove, unproven};
use crate::engine::verified::Verified;
use crate::judge::judge::Judge;
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::Level;
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::store::home::Home;
use crate::store::marks::Marks;
use crate::ui::grading;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::progress;
use crate::ui::verified::{Row, table};

/// Questions that this machine could not verify, by slug, and why.
pub type Untried = BTreeMap<String, String>;

/// A judge for the grading, and what could not be verified, when every question holds that could; none when somebody wants
/// it to stop.
pub fn verified_first<'a>(
    first: Judge,
    entries: impl Iterator<Item = &'a Entry>,
    level: Level,
    cores: usize,
    interrupt: &Interrupt,
) -> Result<Option<(Judge, Untried)>, Failure> {
    let home = Home::locate().ok();
    // Without a home nothing is remembered: slower, and nothing else.
    let marks = home.as_ref().and_then(|home| home.cache().ok()).map(|cache| Marks::new(cache, "verified"));
    let unproven = unproven(&first, entries, marks.as_ref());
    if unproven.is_empty() {
        return Ok(Some((first, Untried::new())));
    }
    out::remark(&grading::verifying(unproven.len()));
    let bar = progress::bar(unproven.len());
    let nursery = first.nursery();
    // Proving a question takes many answers, whatever the first judge was started for.
    let another = || match nursery.preload {
        Preload::Common => another_judge(&nursery, Some(level)),
        _ => judge(Preload::Common, Some(level)),
    };
    let proof = prove(first, &unproven, marks.as_ref(), (&another, cores), &|| !interrupt.came(), &|| bar.inc(1));
    bar.finish_and_clear();
    let Proof { wrong, untried } = proof?;
    if interrupt.came() {
        return Ok(None);
    }
    if !wrong.is_empty() {
        let kind = |verified: &Verified| {
            let found = unproven.iter().find(|unproven| unproven.entry.question.slug == verified.slug);
            found.map_or(Kind::Code, |unproven| unproven.entry.question.kind)
        };
        let rows: Vec<Row<'_>> = wrong.iter().map(|verified| row(kind(verified), verified)).collect();
        out::note(table(Look::of_stderr(), &rows).trim_end());
        let message = "nothing was graded: these questions do not accept right answers and reject wrong ones";
        return Err(Failure::new(ExitStatus::BankDoesNotVerify, message)
            .hint("mend them, or go on all the same with `--no-verify`"));
    }
    Ok(Some((another()?, untried)))
}
