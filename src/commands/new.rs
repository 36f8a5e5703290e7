//! `greenroom new`: the files of a question of one's own, which hold from the first moment.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::bank::draft::{Draft, title_of};
use crate::bank::names::{NAME_RULE, is_name};
use crate::bank::schema::schema;
use crate::cli::authoring::New;
use crate::commands::failure::Failure;
use crate::model::escape::terminal;
use crate::model::exit_status::ExitStatus;
use crate::model::question::Kind;
use crate::store::atomic;
use crate::ui::drafted;
use crate::ui::out;

/// What editors complete and check the question by.
const SCHEMA: &str = "questions/schema.json";

pub fn run(arguments: &New) -> Result<ExitStatus, Failure> {
    let New { slug, topic, kind, level, minutes, title, bank } = arguments;
    for name in [slug, topic] {
        if !is_name(name) {
            return Err(Failure::usage(format!("`{}` is not a name; {NAME_RULE}", terminal(name))));
        }
    }
    let bank = folder(bank.as_deref())?;
    if let Some(place) = place_of(&bank, slug) {
        return Err(Failure::usage(format!("`{slug}` is in this bank already: `{}`", place.display()))
            .hint("choose another name, or change what stands there"));
    }
    let title = title.clone().unwrap_or_else(|| title_of(slug));
    let draft = Draft {
        slug,
        title: &title,
        kind: *kind,
        topic,
        level: *level,
        minutes: minutes.unwrap_or_else(|| usual_minutes(*kind)),
    };
    let mut files = draft.files();
    // The question last: until it is there, the other files belong to nothing.
    files.rotate_left(1);
    let schema = (SCHEMA.to_owned(), schema());
    for (path, text) in files.iter().chain([&schema]) {
        let path = bank.join(path);
        let is_new = write(&path, text)
            .map_err(|error| Failure::usage(format!("cannot write `{}`: {error}", path.display())))?;
        if is_new {
            out::data(&drafted::file(&path.display().to_string()));
        }
    }
    out::note(&drafted::next_steps(slug, &bank.display().to_string()));
    Ok(ExitStatus::Success)
}

// The medians of the built-in bank.
fn usual_minutes(kind: Kind) -> u32 {
    match kind {
        Kind::Code => 15,
        Kind::Predict => 4,
        Kind::Explain => 6,
    }
}

/// The folder of the bank that the question goes into.
fn folder(bank: Option<&Path>) -> Result<PathBuf, Failure> {
    match bank {
        Some(bank) => Ok(bank.to_owned()),
        None if Path::new("questions").is_dir() => Ok(PathBuf::from(".")),
        None => Err(Failure::usage("there is no bank in this folder, and the built-in one takes no more questions")
            .hint("`--bank DIR` names the folder of a bank, which is made if it is not there")),
    }
}

/// The file of the question with this name, whatever its topic, or the folder of its check.
fn place_of(bank: &Path, slug: &str) -> Option<PathBuf> {
    let topics = |part: &str| fs::read_dir(bank.join(part)).into_iter().flatten().flatten().map(|topic| topic.path());
    let questions = topics("questions").map(|topic| topic.join(format!("{slug}.json")));
    let checks = topics("checks").map(|topic| topic.join(slug));
    questions.chain(checks).find(|path| path.symlink_metadata().is_ok())
}

/// False when something stands there, which is left as it is.
fn write(path: &Path, text: &str) -> io::Result<bool> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    atomic::write_new(path, text.as_bytes())
}
