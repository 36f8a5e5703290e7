//! What must hold for the second solution of a question.

use std::collections::BTreeSet;

use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::error::Problem;
use crate::bank::layout::Layout;
use crate::model::question::{Idiom, Kind};

/// Everything that is wrong with the `idiom` of a question, which was read from `document`. `present` names the files in the
/// folder of its check.
pub fn problems(entry: &Entry, document: &Document, present: &BTreeSet<String>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let question = &entry.question;
    let layout = Layout::of(question.kind);
    let named = question.idiom.as_ref().map(|idiom| idiom.file.as_str());
    let is_idiom = |name: &str| layout.idiom.as_ref().is_some_and(|answers| answers.include(name));
    for name in present.iter().filter(|name| is_idiom(name) && named != Some(name.as_str())) {
        let message = format!("`{name}` stands beside the check and is not named; write `idiom` with this `file`");
        problems.push(document.problem("idiom", &message));
    }
    let Some(Idiom { file, says, fails }) = &question.idiom else { return problems };
    let mut say = |key: &str, message: &str| problems.push(document.problem(&format!("idiom/{key}"), message));
    if question.kind != Kind::Code {
        say("", &format!("`idiom` is for `code`, and this question is `{}`", question.kind));
        return problems;
    }
    let is_right_answer = layout.right.as_ref().is_some_and(|answers| answers.include(file));
    if !is_right_answer && !is_idiom(file) {
        say("file", &format!("`{file}` is not called `idiom_*.py` or `ok_*.py`"));
    } else if !present.contains(file) {
        say("file", &format!("`{file}` does not stand in `{}`", entry.checks_path));
    }
    if is_right_answer && !fails.is_empty() {
        say("fails", &format!("`{file}` is a right answer, which no case rejects; leave `fails` out"));
    }
    if says.text().trim().is_empty() {
        say("says", "this text is blank");
    }
    problems
}
