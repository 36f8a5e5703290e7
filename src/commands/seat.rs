//! What a session is given of the bank: the material of its questions, and a checker for their answers.

use crate::bank::bank::Bank;
use crate::bank::entry::Entry;
use crate::commands::failure::Failure;
use crate::engine::checker::{Checker, CheckerError};
use crate::engine::code;
use crate::engine::demo::demonstrate;
use crate::engine::evaluate::evaluate;
use crate::engine::growth;
use crate::engine::options::Options;
use crate::engine::sample;
use crate::judge::judge::Judge;
use crate::model::demo::Demonstration;
use crate::model::event::{DrawnQuestion, Scope};
use crate::model::growth::Growth;
use crate::model::material::{Material, open_cases, samples_text};
use crate::model::question::Kind;
use crate::model::record::Checked;
use crate::store::session_folder::answer_name;

/// Checks the answers of a session with the real judge.
struct BankChecker {
    judge: Judge,
    /// In the order of the session, and after them the sample.
    entries: Vec<Entry>,
}

impl Checker for BankChecker {
    fn check(&mut self, question: usize, bytes: &[u8], scope: Scope) -> Result<Checked, CheckerError> {
        let entry = &self.entries[question];
        let options = Options { scope, ..Options::default() };
        evaluate(&mut self.judge, entry, answer_name(entry.question.kind), bytes, &options)
            .map_err(|error| CheckerError(error.to_string()))
    }

    fn growth(&mut self, question: usize, bytes: &[u8]) -> Result<Growth, CheckerError> {
        let source = String::from_utf8_lossy(bytes);
        growth::count(&mut self.judge, &self.entries[question], &source, None)
            .map_err(|error| CheckerError(error.to_string()))
    }

    fn demo(&mut self, question: usize) -> Result<Option<Demonstration>, CheckerError> {
        demonstrate(&mut self.judge, &self.entries[question]).map_err(|error| CheckerError(error.to_string()))
    }
}

/// The material of the drawn questions, and a checker for their answers.
pub fn prepare(
    mut judge: Judge,
    bank: &Bank,
    drawn: &[DrawnQuestion],
) -> Result<(Vec<Material>, Box<dyn Checker>), Failure> {
    judge.expect_pauses();
    let mut entries = drawn.iter().map(|drawn| Ok(bank.entry(&drawn.slug)?)).collect::<Result<Vec<_>, Failure>>()?;
    let materials = entries.iter().map(|entry| material(&mut judge, entry)).collect::<Result<Vec<_>, Failure>>()?;
    entries.push(sample::entry());
    Ok((materials, Box::new(BankChecker { judge, entries })))
}

fn material(judge: &mut Judge, entry: &Entry) -> Result<Material, Failure> {
    let check = match entry.question.kind {
        Kind::Code => Some(code::parse(judge, entry)?),
        Kind::Predict | Kind::Explain => None,
    };
    Ok(Material {
        question: entry.question.clone(),
        samples: check.as_deref().map(samples_text).unwrap_or_default(),
        starter: entry.starter().unwrap_or_default().to_owned(),
        snippet: entry.snippet().map(str::to_owned),
        cases: check.as_deref().map(open_cases).unwrap_or_default(),
        idiom: entry.idiom().map(|(_, code)| code.to_owned()),
    })
}
