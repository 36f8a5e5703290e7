//! `greenroom export`: notes of chosen questions, as a page, as Markdown, as flash cards or for the printer.

use std::collections::BTreeSet;

use crate::bank::bank::Bank;
use crate::cli::Export;
use crate::commands::banks::{entry, open, require_topics};
use crate::commands::browser::print;
use crate::commands::failure::Failure;
use crate::commands::missed::missed;
use crate::commands::written::{only_one_to_stdout, write};
use crate::model::exit_status::ExitStatus;
use crate::model::question::Summary;
use crate::model::seed::Seed;
use crate::notes::sheet::{Note, Sheet};
use crate::notes::{anki, html, markdown};
use crate::ui::{message, out};

pub fn run(arguments: &Export) -> Result<ExitStatus, Failure> {
    let Export { html: page, md, anki: cards, pdf, .. } = arguments;
    only_one_to_stdout(&[page, md, cards], "`--html`, `--md` and `--anki`")?;
    let bank = open(&arguments.banks)?;
    let sheet = choose(arguments, &bank)?;
    let count = sheet.notes().count();
    let note = |file: &str| message::exported(count, file);
    if let Some(file) = page {
        write(file, &html::render(&sheet), note)?;
    }
    if let Some(file) = md {
        write(file, &markdown::render(&sheet), note)?;
    }
    if let Some(file) = cards {
        write(file, &anki::render(&sheet), note)?;
        out::note(message::how_to_import());
    }
    if let Some(file) = pdf {
        print(&html::render(&sheet), file)?;
        out::note(&note(&file.display().to_string()));
    }
    Ok(ExitStatus::Success)
}

/// The questions that are asked for, never empty.
fn choose(arguments: &Export, bank: &Bank) -> Result<Sheet, Failure> {
    require_topics(bank, &arguments.filter.topics)?;
    if !arguments.slugs.is_empty() {
        let mut seen = BTreeSet::new();
        let entries = arguments.slugs.iter().map(|slug| entry(bank, slug)).collect::<Result<Vec<_>, _>>()?;
        let notes = entries.into_iter().filter(|entry| seen.insert(entry.question.slug.clone()));
        let notes = notes.map(|entry| Note { entry, asked: Vec::new(), weak: None }).collect();
        return Ok(Sheet::in_order(notes, bank.hash()));
    }
    let is_wanted = |question: &Summary| arguments.filter.has(&question.topic, question.level, question.kind);
    let questions = bank.summaries().iter().filter(|question| is_wanted(question));
    let sheet = if arguments.missed {
        let mut missed = missed()?;
        if missed.is_empty() {
            return Err(Failure::usage("no finished interview asked anything that was not passed")
                .hint("`greenroom start` begins an interview"));
        }
        let mut notes = Vec::new();
        for question in questions {
            if let Some(weak) = missed.remove(&question.slug) {
                notes.push(Note { weak: Some(weak), ..note(bank, question, Vec::new())? });
            }
        }
        Sheet::by_topic(notes, bank.hash())
    } else if arguments.seeds {
        if bank.seeds().is_empty() {
            return Err(Failure::usage("this bank has no `questions/seeds.json`, so `--seeds` chooses nothing"));
        }
        Sheet::in_order(in_order_of_seeds(bank, &questions.collect::<Vec<_>>())?, bank.hash())
    } else {
        let notes = questions.map(|question| note(bank, question, Vec::new())).collect::<Result<_, _>>()?;
        Sheet::by_topic(notes, bank.hash())
    };
    if sheet.notes().next().is_none() {
        let what = if arguments.missed { "nothing that was missed" } else { "no question of this bank" };
        return Err(Failure::usage(format!("{what} is of this topic, level and kind"))
            .hint("`greenroom list` shows what there is"));
    }
    Ok(sheet)
}

/// Each question where the first seed stands that it answers, with all of them.
fn in_order_of_seeds(bank: &Bank, questions: &[&Summary]) -> Result<Vec<Note>, Failure> {
    let mut seen = BTreeSet::new();
    let mut notes = Vec::new();
    for seed in bank.seeds() {
        let answers = questions.iter().filter(|question| question.seeds.contains(&seed.id()));
        for question in answers {
            if seen.insert(&question.slug) {
                let asked = bank.seeds().iter().filter(|seed| question.seeds.contains(&seed.id())).cloned().collect();
                notes.push(note(bank, question, asked)?);
            }
        }
    }
    Ok(notes)
}

fn note(bank: &Bank, question: &Summary, asked: Vec<Seed>) -> Result<Note, Failure> {
    Ok(Note { entry: entry(bank, &question.slug)?, asked, weak: None })
}
