//! What attempts at questions need of the bank: the questions with their samples, and a checker for their answers.

use std::path::PathBuf;

use crate::bank::entry::Entry;
use crate::commands::attempt::Asked;
use crate::commands::failure::Failure;
use crate::engine::checker::{Checker, CheckerError};
use crate::engine::code;
use crate::engine::demo::demonstrate;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::{evaluate, not_checked};
use crate::engine::options::Options;
use crate::judge::judge::Judge;
use crate::model::demo::Demonstration;
use crate::model::event::Scope;
use crate::model::material::samples_text;
use crate::model::question::Kind;
use crate::model::record::Checked;

/// Checks answers with the real judge.
struct FileChecker {
    judge: Judge,
    /// In the order in which they are asked, each with how its file is called in results.
    entries: Vec<(Entry, String)>,
}

impl Checker for FileChecker {
    fn check(&mut self, place: usize, bytes: &[u8], scope: Scope) -> Result<Checked, CheckerError> {
        let (entry, name) = &self.entries[place];
        let options = Options { scope, ..Options::default() };
        match evaluate(&mut self.judge, entry, name, bytes, &options) {
            // One answer that breaks the runner costs the next one nothing.
            Err(EvaluateError::Judge(error)) => Ok(not_checked(&self.judge, entry, name, &error.to_string(), &options)),
            other => other.map_err(|error| CheckerError(error.to_string())),
        }
    }

    fn demo(&mut self, place: usize) -> Result<Option<Demonstration>, CheckerError> {
        demonstrate(&mut self.judge, &self.entries[place].0).map_err(|error| CheckerError(error.to_string()))
    }
}

/// The questions as they are asked, and a checker that knows them by their places.
pub fn prepare(mut judge: Judge, questions: Vec<(Entry, PathBuf)>) -> Result<(Vec<Asked>, Box<dyn Checker>), Failure> {
    judge.expect_pauses();
    let mut asked = Vec::with_capacity(questions.len());
    for (entry, file) in questions {
        let samples = match entry.question.kind {
            Kind::Code => samples_text(&*code::parse(&mut judge, &entry)?),
            Kind::Predict | Kind::Explain => String::new(),
        };
        asked.push(Asked { entry, samples, file });
    }
    let entries = asked.iter().map(|asked| (asked.entry.clone(), asked.file.display().to_string())).collect();
    Ok((asked, Box::new(FileChecker { judge, entries })))
}
