//! Evaluate a prediction: the live interpreter prints, and each line is compared with what was predicted.

use crate::bank::entry::Entry;
use crate::compare::prediction::compare;
use crate::engine::cases::ended;
use crate::engine::error::EvaluateError;
use crate::engine::options::terms;
use crate::judge::judge::{Judge, Printed};
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;

/// Evaluate the text of a prediction.
pub fn evaluate(judge: &mut Judge, entry: &Entry, prediction: &str, blank: Checked) -> Result<Checked, EvaluateError> {
    let printed = print(judge, entry, "snippet.py")?.text;
    let lines = compare(prediction, &printed);
    let right = lines.iter().all(|line| line.right);
    let says = if right { None } else { misconception(entry, prediction, &printed) };
    let verdict = if right { Verdict::Pass } else { Verdict::Fail };
    Ok(Checked { verdict, detail: Detail::Lines(lines), says, ..blank })
}

/// Run a script of the bank and give what it prints, and the exception that ended it. Anything else is the bank's fault.
pub fn print(judge: &mut Judge, entry: &Entry, name: &str) -> Result<Printed, EvaluateError> {
    let broken =
        |message: String| EvaluateError::Bank { path: format!("{}/{name}", entry.checks_path), line: 0, message };
    let source = entry.files.get(name).ok_or_else(|| broken("is missing".to_owned()))?;
    judge
        .script(&terms(&entry.question), source)?
        .map_err(|end| broken(ended(&end, &entry.question.limits).1.note.unwrap_or_default()))
}

/// What to tell whoever makes exactly the mistakes of one of the bank's wrong predictions.
fn misconception(entry: &Entry, prediction: &str, printed: &str) -> Option<String> {
    let mistakes = |text: &str| -> Vec<_> {
        compare(text, printed).into_iter().filter(|line| !line.right).map(|line| (line.line, line.predicted)).collect()
    };
    let theirs = mistakes(prediction);
    let wrong = entry.wrong_answers().find(|(_, text)| mistakes(text) == theirs)?;
    entry.question.wrong.iter().find(|known| known.file.as_deref() == Some(wrong.0)).map(|known| known.says.clone())
}
