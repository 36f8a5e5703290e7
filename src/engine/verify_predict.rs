//! Verify an entry that runs a script: what it prints is what is pinned, and wrong predictions are wrong.

use std::collections::BTreeSet;

use crate::bank::entry::Entry;
use crate::compare::prediction::compare as compare_lines;
use crate::engine::error::EvaluateError;
use crate::engine::predict;
use crate::engine::verified::{Verified, path};
use crate::judge::judge::{Judge, Printed};
use crate::model::record::LineResult;

/// The most lines, blank ones left out, of a snippet that a candidate keeps in mind while predicting.
// Receipt: 58 of the bank's 100 snippets were longer, up to 29 lines; each could be asked in 15 once it asked less at once.
const MOST_LINES: usize = 15;

/// Verify an entry that asks what a snippet prints. Returns what it prints.
pub fn verify_predict(judge: &mut Judge, entry: &Entry, verified: &mut Verified) -> Result<String, EvaluateError> {
    let printed = verify_pinned(judge, entry, "snippet.py", verified)?;
    let lines = entry.snippet().unwrap_or_default().lines().filter(|line| !line.trim().is_empty()).count();
    if lines > MOST_LINES {
        let note = format!("{lines} lines that are not blank; a candidate keeps {MOST_LINES} in mind");
        verified.note(path(entry, "snippet.py"), 0, note);
    }
    verified.cases = printed.lines().count();
    verified.right = 1;
    let mut missed = BTreeSet::new();
    for (name, prediction) in entry.wrong_answers() {
        verified.wrong += 1;
        let lines = compare_lines(prediction, &printed);
        if lines.iter().all(|line| line.right) {
            verified.problem(path(entry, name), 0, "this wrong prediction is right".to_owned());
        }
        if lines.iter().any(|line| line.predicted.is_none() || line.printed.is_none()) {
            let (theirs, ours) = (prediction.lines().count(), printed.lines().count());
            verified.problem(
                path(entry, name),
                0,
                format!("this prediction has {theirs} lines, and the snippet prints {ours}"),
            );
        }
        missed.extend(lines.iter().filter(|line| !line.right).map(|line| line.line));
    }
    for line in (1..=verified.cases as u32).filter(|line| !missed.contains(line)) {
        verified.note(path(entry, "expected.txt"), line, format!("no wrong prediction ever misses line {line}"));
    }
    wrong_predictions_differ(entry, &printed, verified);
    Ok(printed)
}

/// Two predictions with the same lines are one misconception.
fn wrong_predictions_differ(entry: &Entry, printed: &str, verified: &mut Verified) {
    let lines = |text: &str| compare_lines(text, printed).into_iter().map(|line| line.predicted).collect::<Vec<_>>();
    let predictions: Vec<_> = entry.wrong_answers().map(|(name, text)| (name, lines(text))).collect();
    for (index, (name, text)) in predictions.iter().enumerate() {
        if let Some((other, _)) = predictions[..index].iter().find(|(_, other)| other == text) {
            verified.problem(path(entry, name), 0, format!("this wrong prediction has the lines of `{other}`"));
        }
    }
}

/// What a script prints is what is pinned, and it ends without an exception.
pub fn verify_pinned(
    judge: &mut Judge,
    entry: &Entry,
    name: &str,
    verified: &mut Verified,
) -> Result<String, EvaluateError> {
    let Printed { text: printed, raised } = predict::print(judge, entry, name)?;
    if let Some(raised) = raised {
        let line = raised.trace.last().map_or(0, |line| line.line);
        verified.problem(path(entry, name), line, format!("ends with {}: {}", raised.exception, raised.message));
    }
    let pinned = entry.expected().unwrap_or_default();
    if pinned != printed {
        let different = |line: &LineResult| !line.right;
        let lines = compare_lines(pinned, &printed);
        let (line, message) = match lines.iter().find(|line| different(line)) {
            Some(LineResult { line, predicted, printed, .. }) => (
                *line,
                format!(
                    "this interpreter prints {}, and {} is pinned",
                    quoted(printed.as_deref()),
                    quoted(predicted.as_deref())
                ),
            ),
            None => (0, "differs from what this interpreter prints in white space at the end of lines".to_owned()),
        };
        verified.problem(path(entry, "expected.txt"), line, message);
    }
    Ok(printed)
}

fn quoted(line: Option<&str>) -> String {
    line.map_or("nothing".to_owned(), |line| format!("`{line}`"))
}
