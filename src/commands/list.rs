//! `greenroom list`: the questions of the bank, or the seed questions that it answers.

use std::collections::BTreeMap;

use crate::bank::bank::Bank;
use crate::cli::List;
use crate::commands::banks::{open, require_topics};
use crate::commands::failure::Failure;
use crate::commands::practice;
use crate::model::exit_status::ExitStatus;
use crate::model::progress::Status;
use crate::model::question::Summary;
use crate::report::list_json::{self, SeedRow};
use crate::ui::paint::Look;
use crate::ui::{bank_list, message, out, seed_list};

pub fn run(arguments: &List) -> Result<ExitStatus, Failure> {
    let bank = open(&arguments.banks)?;
    let filter = &arguments.filter;
    require_topics(&bank, &filter.topics)?;
    let statuses = statuses(arguments, &bank)?;
    let status_of = |slug: &str| statuses.as_ref().map(|known| known.get(slug).copied().unwrap_or(Status::New));
    let stands_so = |slug: &str| {
        arguments.statuses.is_empty() || status_of(slug).is_some_and(|is| arguments.statuses.contains(&is))
    };
    if arguments.seeds {
        let seeds = bank.seeds().iter().filter(|seed| filter.has(&seed.topic, seed.level, seed.kind));
        let rows = seeds.filter(|seed| stands_so(&seed.slug)).map(|seed| SeedRow {
            seed,
            answered: bank.summaries().iter().any(|question| question.seeds.contains(&seed.id())),
            status: status_of(&seed.slug),
        });
        print_seeds(&bank, &rows.collect::<Vec<_>>(), arguments.json);
        return Ok(ExitStatus::Success);
    }
    let wanted =
        |question: &&Summary| filter.has(&question.topic, question.level, question.kind) && stands_so(&question.slug);
    let questions = bank.summaries().iter().filter(wanted).map(|question| (question, status_of(&question.slug)));
    let questions: Vec<(&Summary, Option<Status>)> = questions.collect();
    if arguments.json {
        out::data(&list_json::questions(&questions, bank.hash()));
    } else if questions.is_empty() {
        out::note(bank_list::nothing(&arguments.statuses));
    } else {
        // Where all have the one that was asked for, it need not stand beside each.
        let is_shown = arguments.statuses.len() > 1;
        let rows: Vec<_> =
            questions.iter().map(|(question, status)| (*question, status.filter(|_| is_shown))).collect();
        out::data(&bank_list::list(Look::of_stdout(), &rows));
        out::note(&bank_list::count(questions.len(), bank.summaries().len()));
    }
    Ok(ExitStatus::Success)
}

/// How each question stands, where that is told: it costs a reading of the whole practice record. A document is made without
/// it where it cannot be read; who asks for a status hears why there is none.
// Receipt: TODO
fn statuses(arguments: &List, bank: &Bank) -> Result<Option<BTreeMap<String, Status>>, Failure> {
    if !arguments.json && arguments.statuses.is_empty() {
        return Ok(None);
    }
    match practice::statuses(bank) {
        Err(failure) if arguments.statuses.is_empty() => {
            failure.messages.iter().for_each(|reason| out::note(&message::no_statuses(reason)));
            Ok(None)
        }
        statuses => statuses.map(Some),
    }
}

/// Seeds, each with whether a question of the bank answers it.
fn print_seeds(bank: &Bank, rows: &[SeedRow<'_>], as_json: bool) {
    if as_json {
        out::data(&list_json::seeds(rows, bank.hash()));
    } else if bank.seeds().is_empty() {
        out::note("this bank has no `questions/seeds.json`");
    } else if rows.is_empty() {
        out::note("no seed question is of this topic, level, kind and status");
    } else {
        let seeds: Vec<_> = rows.iter().map(|row| (row.seed, row.answered)).collect();
        let answered = rows.iter().filter(|row| row.answered).count();
        out::data(&seed_list::list(Look::of_wide_stdout(), &seeds));
        out::data(&seed_list::count(answered, seeds.len()));
    }
}
