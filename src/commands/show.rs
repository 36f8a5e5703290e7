//! `greenroom show`: a question as an interviewer would put it.

use crate::bank::entry::Entry;
use crate::cli::Show;
use crate::commands::banks::{entry, open};
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::engine::code;
use crate::model::exit_status::ExitStatus;
use crate::model::material::samples_text;
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::ui::after_pass::AT_WORK;
use crate::ui::card::{Card, End, card};
use crate::ui::out;
use crate::ui::paint::Look;

pub fn run(arguments: &Show) -> Result<ExitStatus, Failure> {
    let bank = open(&arguments.banks)?;
    let entry = entry(&bank, &arguments.slug)?;
    let question = &entry.question;
    if arguments.starter {
        let starter = entry
            .starter()
            .ok_or_else(|| Failure::usage(format!("`{}` asks for no code, so there is no starter", question.slug)))?;
        out::data(starter);
        return Ok(ExitStatus::Success);
    }
    let samples = match question.kind {
        Kind::Code => samples_text(&*code::parse(&mut start_judge(Preload::Nothing)?, &entry)?),
        Kind::Predict | Kind::Explain => String::new(),
    };
    out::data(&card(
        Look::of_stdout(),
        &Card {
            question,
            samples,
            snippet: entry.snippet(),
            end: if arguments.answer { End::Answer(texts_of_answer(&entry)) } else { End::NextSteps },
        },
    ));
    Ok(ExitStatus::Success)
}

/// Right answers, the second solution last, and what scripts print.
pub fn texts_of_answer(entry: &Entry) -> Vec<(String, &str)> {
    let idiom = entry.idiom();
    let is_idiom = |name: &str| idiom.is_some_and(|(idiom, _)| idiom.file == name);
    let right = entry.right_answers().filter(|(name, _)| !is_idiom(name)).map(|(name, source)| (title(name), source));
    let at_work = idiom.map(|(_, source)| (AT_WORK.to_owned(), source));
    let demo = entry.demo().map(|demo| ("Try it".to_owned(), demo));
    let printed = entry.expected().map(|text| ("It prints".to_owned(), text));
    right.chain(at_work).chain(demo).chain(printed).collect()
}

/// `ok_two_indices.py` as `In code: two indices`.
fn title(name: &str) -> String {
    let stem = name.strip_prefix("ok_").and_then(|name| name.strip_suffix(".py")).unwrap_or(name);
    format!("In code: {}", stem.replace('_', " "))
}
