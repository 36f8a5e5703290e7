//! What `--resume` keeps of an earlier run: rows whose key still fits what stands there now.

use std::collections::HashMap;

use crate::engine::class::Task;
use crate::engine::grading::Grading;
use crate::model::verdict::Verdict;
use crate::report::result_row::{ResultRow, VERSION};
use crate::store::results::{Fate, Line, ResultsError, ResultsFolder};

/// What was found of an earlier run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// By the place of the task: its row is kept.
    pub done: Vec<bool>,
    /// Rows that are kept.
    pub rows: usize,
    /// Rows of another answer than the one that stands there now.
    pub answer_changed: usize,
    /// Rows of the same answer, with another question, interpreter, level, seed or greenroom.
    pub other_changed: usize,
    /// Rows that say that greenroom failed.
    pub internal: usize,
    /// Rows of what is not asked for any more.
    pub gone: usize,
    /// Lines that are no rows.
    pub unreadable: Vec<u64>,
    /// The number of the last line, which was cut off.
    pub torn: Option<u64>,
}

/// Leave in the folder only the rows that are still true, and give each to `on_row`.
pub fn keep(
    folder: &ResultsFolder,
    grading: &Grading<'_>,
    on_row: &mut dyn FnMut(&ResultRow),
) -> Result<Kept, ResultsError> {
    let tasks = &grading.class.tasks;
    let places: HashMap<(&str, &str), usize> = tasks
        .iter()
        .enumerate()
        .map(|(place, task)| ((task.candidate.as_str(), task.question.as_str()), place))
        .collect();
    let mut kept = Kept { done: vec![false; tasks.len()], ..Kept::default() };
    folder.sift(&mut |line: &Line| {
        let Ok(mut row) = serde_json::from_slice::<ResultRow>(&line.bytes) else {
            if line.torn {
                kept.torn = Some(line.number);
            } else {
                kept.unreadable.push(line.number);
            }
            return Fate::Drop;
        };
        if line.torn || row.version != VERSION {
            kept.torn = line.torn.then_some(line.number).or(kept.torn);
            return Fate::Drop;
        }
        let Some(place) = places.get(&(row.candidate.as_str(), row.question.as_str())).copied() else {
            kept.gone += 1;
            return Fate::Drop;
        };
        if kept.done[place] {
            return Fate::Drop;
        }
        let task = &tasks[place];
        if row.verdict == Verdict::Internal {
            kept.internal += 1;
            return Fate::Drop;
        }
        let now = grading.now(task);
        if now.as_ref().is_none_or(|(key, _)| *key != row.key) {
            let same_answer = now.is_some_and(|(_, sha256)| sha256 == row.answer_sha256 && !sha256.is_empty());
            *(if same_answer { &mut kept.other_changed } else { &mut kept.answer_changed }) += 1;
            return Fate::Drop;
        }
        kept.done[place] = true;
        kept.rows += 1;
        let fate = if as_now(&mut row, task) { Fate::Keep } else { Fate::Replace(row.line()) };
        on_row(&row);
        fate
    })?;
    Ok(kept)
}

/// Bring up to date what no verdict depends on; true when nothing had to be.
fn as_now(row: &mut ResultRow, task: &Task) -> bool {
    let submitted = task.submitted.map(|time| time.to_string());
    let same = row.submitted == submitted && row.late == task.late;
    (row.submitted, row.late) = (submitted, task.late);
    same
}
