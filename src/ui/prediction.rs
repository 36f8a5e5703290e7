//! A prediction beside what was printed, line by line.

use crate::model::record::LineResult;
use crate::model::verdict::Verdict;
use crate::ui::diff;
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::width::{pad, width};

/// The most lines of a table.
const MAX_LINES: usize = 60;

/// Mark, word and number before the two texts.
const BEFORE: usize = 15;

/// Every line with what was predicted and what was printed, at most `columns` wide.
pub fn table(look: Look, results: &[LineResult], columns: usize) -> Vec<String> {
    let cells: Vec<[String; 2]> =
        results.iter().map(|line| [cell(look, &line.predicted), cell(look, &line.printed)]).collect();
    let widest = |side: usize| cells.iter().map(|cells| width(&cells[side])).max().unwrap_or(0);
    let predicted = widest(0).max("predicted".len());
    let beside = BEFORE + predicted + 3 + widest(1) <= columns;
    let mut lines = Vec::new();
    if beside {
        let heading = format!("{}{}   printed", " ".repeat(BEFORE), pad("predicted", predicted));
        lines.push(look.dim(&heading));
    }
    for (result, [first, second]) in results.iter().zip(&cells).take(MAX_LINES) {
        let start = start(look, result);
        let tone = |text: &Option<String>| if text.is_none() { Tone::Dim } else { Tone::Plain };
        if beside {
            let first = look.paint(tone(&result.predicted), &pad(first, predicted));
            let second = look.paint(tone(&result.printed), second);
            lines.push(format!("{start}{first}   {second}").trim_end().to_owned());
        } else if result.right {
            lines.push(start + &look.cut(first, columns - BEFORE));
        } else {
            lines.push(start.trim_end().to_owned());
            lines.extend(below(look, result, columns).into_iter().map(|line| format!("    {line}")));
        }
    }
    if results.len() > MAX_LINES {
        lines.push(look.dim(&look.line(&message::more_lines(results.len() - MAX_LINES))));
    }
    lines
}

/// Which lines are wrong, without what they should be.
pub fn wrong_lines(results: &[LineResult]) -> String {
    let wrong: Vec<u32> = results.iter().filter(|line| !line.right).map(|line| line.line).collect();
    message::look_again(&wrong)
}

fn start(look: Look, result: &LineResult) -> String {
    let (verdict, word) = if result.right { (Verdict::Pass, "right") } else { (Verdict::Fail, "wrong") };
    let mark = look.paint(Tone::of(verdict), &format!("{} {word}", look.mark(verdict)));
    format!("{mark}  {:>3}   ", result.line)
}

fn cell(look: Look, text: &Option<String>) -> String {
    match text {
        Some(text) => look.line(text),
        None => message::NO_SUCH_LINE.to_owned(),
    }
}

/// A wrong line that is too wide for the table: the two texts one below the other.
fn below(look: Look, result: &LineResult, columns: usize) -> Vec<String> {
    let columns = columns - 4;
    if let (Some(printed), Some(predicted)) = (&result.printed, &result.predicted) {
        return diff::labelled(look, ("printed", printed), ("predicted", predicted), columns);
    }
    let side = |name: &str, text: &Option<String>| match text {
        Some(text) => diff::one(look, name, text, columns),
        None => vec![diff::absent(look, name, message::NO_SUCH_LINE)],
    };
    [side("printed", &result.printed), side("predicted", &result.predicted)].concat()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::model::record::{Checked, Detail};
    use crate::ui::sample_answers::{NARROW, WIDE, prediction};

    fn shown(look: Look, answer: &Checked) -> String {
        let Detail::Lines(lines) = &answer.detail else { panic!("a prediction has lines") };
        table(look, lines, look.width - 2).join("\n")
    }

    #[test]
    fn a_prediction_stands_beside_what_was_printed() {
        assert_snapshot!(shown(WIDE, &prediction()), @r#"
                       predicted        printed
        ✓ right    1   True             True
        ✗ wrong    2   True             False
        ✗ wrong    3   [1, 2, 3]        [1, 2, 3, 4]
        ✗ wrong    4   (no such line)   0
        "#);
    }

    #[test]
    fn a_wide_prediction_has_its_texts_one_below_the_other() {
        let mut answer = prediction();
        if let Detail::Lines(lines) = &mut answer.detail {
            lines[2].predicted = Some("{'name': 'Ada', 'languages': ['Python', 'C'], 'age': 36}".to_owned());
            lines[2].printed = Some("{'name': 'Ada', 'languages': ['Python', 'Rust'], 'age': 36}".to_owned());
        }
        assert_snapshot!(shown(NARROW, &answer), @r#"
        ✓ right    1   True
        ✗ wrong    2
            - printed    False
            + predicted  True
        ✗ wrong    3
            - printed    {'name': 'Ada', 'languages': ['Python', '
            -            Rust'], 'age': 36}
                         ~~~~
            + predicted  {'name': 'Ada', 'languages': ['Python', '
            +            C'], 'age': 36}
                         ~
        ✗ wrong    4
              printed    0
              predicted  (no such line)
        "#);
    }
}
