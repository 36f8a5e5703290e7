//! Many checked answers, a line each.

use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;
use crate::model::wire::Raised;
use crate::ui::checked::{fails, score};
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::prediction;
use crate::ui::width::{pad, width};

/// The widest column of file names.
const MAX_FILE: usize = 34;

/// Nothing is said about why an answer fails in fewer columns.
const MIN_REASON: usize = 12;

/// A line for each answer: mark, verdict, score, file, and where it fails first. A folder that all files have in common
/// is left out.
pub fn list(look: Look, answers: &[&Checked]) -> String {
    let folder = common_folder(answers);
    let rows: Vec<Row> = answers.iter().map(|checked| row(look, checked, folder)).collect();
    let widest = |column: fn(&Row) -> &str| rows.iter().map(|row| width(column(row))).max().unwrap_or(0);
    let (words, scores, files) = (widest(|row| row.word), widest(|row| &row.score), widest(|row| &row.file));
    let files = files.min(MAX_FILE);
    let room = look.width.saturating_sub(2 + words + 2 + scores + 2 + files + 2);
    let mut text = String::new();
    for row in rows {
        let verdict = look.paint(row.tone, &pad(&format!("{} {}", row.mark, row.word), 2 + words));
        let file = pad(&look.cut_path(&row.file, files), files);
        let reason = if room >= MIN_REASON { look.cut(&row.reason, room) } else { String::new() };
        let line = format!("{verdict}  {:>scores$}  {file}  {}", row.score, look.dim(&reason));
        text += line.trim_end();
        text.push('\n');
    }
    text
}

struct Row {
    tone: Tone,
    mark: &'static str,
    word: &'static str,
    score: String,
    file: String,
    reason: String,
}

fn row(look: Look, checked: &Checked, folder: usize) -> Row {
    let (passed, total) = score(&checked.detail);
    Row {
        tone: Tone::of(checked.verdict),
        mark: look.mark(checked.verdict),
        word: checked.verdict.word(),
        score: if total == 0 { String::new() } else { format!("{passed}/{total}") },
        file: look.line(&checked.file[folder..]),
        reason: look.line(&reason(checked).unwrap_or_default()),
    }
}

/// How long the folder is that all files have in common, with its last slash.
fn common_folder(answers: &[&Checked]) -> usize {
    let Some((first, others)) = answers.split_first() else {
        return 0;
    };
    let same = |end: usize| others.iter().all(|other| other.file.starts_with(&first.file[..end]));
    let ends = first.file.match_indices('/').map(|(slash, _)| slash + 1).rev();
    ends.into_iter().find(|end| same(*end)).filter(|_| !others.is_empty()).unwrap_or(0)
}

/// Where the answer fails first.
fn reason(checked: &Checked) -> Option<String> {
    if let Some(load) = &checked.load {
        let raised = load.raised.as_ref();
        let place = |raised: &Raised| raised.trace.last().map(|place| place.line);
        return raised
            .map(|raised| message::raised_in_line(&raised.exception, place(raised)))
            .or_else(|| load.note.clone());
    }
    match &checked.detail {
        Detail::Cases(cases) => {
            let first = cases.iter().find(|case| case.verdict == checked.verdict && fails(case));
            first.map(|case| case.name.clone())
        }
        Detail::Lines(lines) if checked.verdict != Verdict::Pass => Some(prediction::wrong_lines(lines)),
        _ => None,
    }
}
