//! `greenroom list`: the questions of the bank, or the seed questions that it answers.

use serde_json::json;

use crate::bank::bank::Bank;
use crate::cli::List;
use crate::commands::banks::{open, require_topics};
use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::model::question::Summary;
use crate::model::seed::Seed;
use crate::ui::bank_list;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::seed_list;

pub fn run(arguments: &List) -> Result<ExitStatus, Failure> {
    let bank = open(&arguments.banks)?;
    let filter = &arguments.filter;
    require_topics(&bank, &filter.topics)?;
    if arguments.seeds {
        let seeds = bank.seeds().iter().filter(|seed| filter.has(&seed.topic, seed.level, seed.kind));
        let rows =
            seeds.map(|seed| (seed, bank.summaries().iter().any(|question| question.seeds.contains(&seed.id()))));
        print_seeds(&bank, &rows.collect::<Vec<_>>(), arguments.json);
        return Ok(ExitStatus::Success);
    }
    let wanted = |question: &&Summary| filter.has(&question.topic, question.level, question.kind);
    let questions: Vec<&Summary> = bank.summaries().iter().filter(wanted).collect();
    if arguments.json {
        let document = json!({"version": 1, "bank_hash": bank.hash(), "questions": questions});
        out::data(&format!("{document:#}\n"));
    } else if questions.is_empty() {
        out::note("no question of this bank is of this topic, level and kind");
    } else {
        out::data(&bank_list::list(Look::of_stdout(), &questions));
        out::note(&bank_list::count(questions.len(), bank.summaries().len()));
    }
    Ok(ExitStatus::Success)
}

/// Seeds, each with whether a question of the bank answers it.
fn print_seeds(bank: &Bank, seeds: &[(&Seed, bool)], as_json: bool) {
    let answered = seeds.iter().filter(|(_, answered)| *answered).count();
    if as_json {
        let rows = seeds.iter().map(|(seed, answered)| {
            json!({"id": seed.id(), "list": seed.seed, "number": seed.number, "text": seed.text, "level": seed.level,
                "topic": seed.topic, "kind": seed.kind, "slug": seed.slug, "answered": answered})
        });
        let rows = rows.collect::<Vec<_>>();
        let document =
            json!({"version": 1, "bank_hash": bank.hash(), "answered": answered, "total": seeds.len(), "seeds": rows});
        out::data(&format!("{document:#}\n"));
    } else if bank.seeds().is_empty() {
        out::note("this bank has no `questions/seeds.json`");
    } else {
        out::data(&seed_list::list(Look::of_wide_stdout(), seeds));
        out::data(&seed_list::count(answered, seeds.len()));
    }
}
