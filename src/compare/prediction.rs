//! A prediction against what a snippet really printed, line by line.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::record::LineResult;

/// With more lines a prediction is compared by position only.
// Receipt: lining up 2,000 lines took 35 ms without optimisation; the longest snippet of the bank prints 30.
const MAX_LINED_UP: usize = 2000;

/// Compare a prediction with what was printed. White space at the end of lines, empty lines at the end and Markdown
/// fences around the whole prediction do not matter. Line stands against line; where one side has more lines, equal lines
/// are lined up first, so that a forgotten line counts as one mistake.
pub fn compare(predicted: &str, printed: &str) -> Vec<LineResult> {
    let printed = lines(printed);
    let predicted = without_fences(lines(predicted), &printed);
    let too_long = predicted.len().max(printed.len()) > MAX_LINED_UP;
    let rows = if predicted.len() == printed.len() || too_long {
        side_by_side(&predicted, &printed)
    } else {
        lined_up(&predicted, &printed)
    };
    let row_of = |(index, (predicted, printed)): (usize, Row<'_>)| LineResult {
        line: index as u32 + 1,
        predicted: predicted.map(str::to_owned),
        printed: printed.map(str::to_owned),
        right: predicted == printed,
    };
    rows.into_iter().enumerate().map(row_of).collect()
}

/// A predicted and a printed line.
type Row<'a> = (Option<&'a str>, Option<&'a str>);

fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    while lines.last() == Some(&"") {
        lines.pop();
    }
    lines
}

/// A prediction pasted as a Markdown block, unless the snippet prints such fences itself.
fn without_fences<'a>(predicted: Vec<&'a str>, printed: &[&str]) -> Vec<&'a str> {
    let first = predicted.iter().position(|line| !line.is_empty()).unwrap_or(0);
    match &predicted[first..] {
        [opening, inner @ .., "```"] if opening.starts_with("```") && printed.first() != Some(opening) => {
            lines_without_end(inner)
        }
        _ => predicted,
    }
}

fn lines_without_end<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    lines[..end].to_vec()
}

fn side_by_side<'a>(predicted: &[&'a str], printed: &[&'a str]) -> Vec<Row<'a>> {
    let rows = 0..predicted.len().max(printed.len());
    rows.map(|row| (predicted.get(row).copied(), printed.get(row).copied())).collect()
}

fn lined_up<'a>(predicted: &[&'a str], printed: &[&'a str]) -> Vec<Row<'a>> {
    let ops = capture_diff_slices(Algorithm::Myers, predicted, printed);
    ops.iter().flat_map(|op: &DiffOp| side_by_side(&predicted[op.old_range()], &printed[op.new_range()])).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::compare::testing::cpu_time;

    /// Each line as `predicted|printed`, a wrong one with `!` before it.
    fn told(predicted: &str, printed: &str) -> Vec<String> {
        let rows = compare(predicted, printed);
        assert!(rows.iter().enumerate().all(|(index, row)| row.line as usize == index + 1));
        let or_dash = |text: &Option<String>| text.clone().unwrap_or("-".to_owned());
        let mark = |right: bool| if right { "" } else { "!" };
        rows.iter()
            .map(|row| format!("{}{}|{}", mark(row.right), or_dash(&row.predicted), or_dash(&row.printed)))
            .collect()
    }

    #[test]
    fn each_line_is_right_or_wrong() {
        assert_eq!(told("1\n2\n3\n", "1\n5\n3\n"), ["1|1", "!2|5", "3|3"]);
        assert_eq!(told("a", "A"), ["!a|A"]);
        assert_eq!(told(" a", "a"), ["! a|a"]);
        assert!(told("", "").is_empty());
    }

    #[test]
    fn white_space_at_the_end_does_not_matter() {
        assert_eq!(told("1 \r\n2\t\r\n\r\n\n", "1\n2\n"), ["1|1", "2|2"]);
        assert_eq!(told("1\n2", "1\n2 \n\n\n"), ["1|1", "2|2"]);
        assert_eq!(told("\n1", "1"), ["!|-", "1|1"], "an empty line at the start is a line");
        assert_eq!(told("1\n\n2", "1\n\n2"), ["1|1", "|", "2|2"]);
    }

    #[test]
    fn missing_and_extra_lines_are_wrong() {
        assert_eq!(told("1", "1\n2"), ["1|1", "!-|2"]);
        assert_eq!(told("1\n2", "1"), ["1|1", "!2|-"]);
        assert_eq!(told("", "1\n2"), ["!-|1", "!-|2"]);
        assert_eq!(told("1", ""), ["!1|-"]);
    }

    #[test]
    fn a_forgotten_line_is_one_mistake() {
        assert_eq!(told("1\n3\n4", "1\n2\n3\n4"), ["1|1", "!-|2", "3|3", "4|4"]);
        assert_eq!(told("1\n2\nx\n3\n5", "1\n2\n3\n4"), ["1|1", "2|2", "!x|-", "3|3", "!5|4"]);
    }

    #[test]
    fn fences_around_everything_are_ignored() {
        assert_eq!(told("```\n1\n2\n```\n", "1\n2"), ["1|1", "2|2"]);
        assert_eq!(told("\n```text\n1\n\n```", "1"), ["1|1"]);
        assert_eq!(told("```\n```", ""), [""; 0]);
        assert_eq!(told("```\n1\n```", "```\n1\n```"), ["```|```", "1|1", "```|```"]);
        assert_eq!(told("```\n1", "1"), ["!```|-", "1|1"], "an opening fence alone is a line");
    }

    #[test]
    fn hostile_predictions_are_compared_in_no_time() {
        let before = cpu_time();
        let letters =
            |letter: char, count: usize| (0..count).map(|line| format!("{letter}{line}\n")).collect::<String>();
        assert_eq!(compare(&letters('a', 50_000), &letters('b', 50_001)).len(), 50_001);
        assert_eq!(compare(&letters('a', 2000), &letters('b', 1999)).len(), 2000);
        assert!(cpu_time() - before < Duration::from_secs(5));
    }
}
