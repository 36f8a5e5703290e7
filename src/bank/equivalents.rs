//! What must hold for the mutants that a question accepts as equivalent.

use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::error::Problem;
use crate::model::question::Kind;

/// Everything that is wrong with the `mutants` of a question, which was read from `document`.
pub fn problems(entry: &Entry, document: &Document) -> Vec<Problem> {
    let mutants = &entry.question.mutants;
    let mut problems = Vec::new();
    if !mutants.is_empty() && entry.question.kind != Kind::Code {
        let message = format!("`mutants` is for `code`, and this question is `{}`", entry.question.kind);
        return vec![document.problem("mutants", &message)];
    }
    for (index, mutant) in mutants.iter().enumerate() {
        let mut say = |key: &str, message: &str| {
            problems.push(document.problem(&format!("mutants/{index}/{key}"), message));
        };
        for (key, text) in [("line", &mutant.line), ("was", &mutant.was), ("why", &mutant.why)] {
            if text.trim().is_empty() {
                say(key, "this text is blank");
            }
        }
        let source = entry.right_answers().find(|(name, _)| *name == mutant.file);
        match source {
            None => say("file", &format!("`{}` is no right answer in `{}`", mutant.file, entry.checks_path)),
            Some((_, source)) if !source.lines().any(|line| line.trim() == mutant.line.trim()) => {
                say("line", &format!("`{}` has no line `{}`", mutant.file, mutant.line.trim()));
            }
            Some(_) => {}
        }
    }
    problems
}
