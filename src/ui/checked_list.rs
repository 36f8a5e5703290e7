//! Many checked answers, a line each.

use crate::model::escape::inert;
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
        text += inert(line.trim_end()).as_str();
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

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::model::record::{CaseResult, Failure};
    use crate::ui::sample_answers::*;

    #[test]
    fn many_answers_have_a_line_each() {
        let right = Checked {
            file: "ok_two_indices.py".to_owned(),
            ..checked(Verdict::Pass, Detail::Cases(vec![passing("sample_a")]))
        };
        let load =
            Failure { raised: Some(raised("SyntaxError", "expected ':'", &[(3, 16, "")])), ..Failure::default() };
        let broken = Checked {
            load: Some(load),
            ..checked(
                Verdict::Error,
                Detail::Cases(vec![CaseResult { verdict: Verdict::NotRun, ..passing("sample_a") }]),
            )
        };
        let explained = Checked {
            slug: "gil".to_owned(),
            file: "answer.md".to_owned(),
            ..checked(Verdict::Manual, Detail::Manual)
        };
        let file = "checks/data-structures-and-algorithms/merge-sorted-lists/bad_drops_the_tail.py".to_owned();
        let far_away = Checked { file, ..drops_the_tail() };
        let answers = [right, drops_the_tail(), far_away, broken, prediction(), explained];
        assert_snapshot!(list(WIDE, &answers.iter().collect::<Vec<_>>()), @r#"
        ✓ pass    1/1  ok_two_indices.py
        ✗ fail    3/7  bad_drops_the_tail.py               case_one_side_is_empty
        ✗ fail    3/7  …orted-lists/bad_drops_the_tail.py  case_one_side_is_empty
        ✗ error   0/1  bad_drops_the_tail.py               SyntaxError in line 3
        ✗ fail    1/4  prediction.txt                      look again at lines 2 to 4
        ○ manual       answer.md
        "#);
    }

    #[test]
    fn in_a_list_the_folder_of_all_files_is_left_out() {
        let at = |file: &str| Checked { file: file.to_owned(), ..drops_the_tail() };
        let answers = [at("work/ada/merge.py"), at("work/alan/merge.py")];
        assert_snapshot!(list(NARROW, &answers.iter().collect::<Vec<_>>()), @r#"
        ✗ fail  3/7  ada/merge.py   case_one_side_is_empty
        ✗ fail  3/7  alan/merge.py  case_one_side_is_empty
        "#);
    }
}
