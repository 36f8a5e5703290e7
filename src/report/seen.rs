//! What those see of a row whose answer it is.

use crate::model::reveal::Reveal;
use crate::report::result_row::ResultRow;

/// The row as its candidate may see it: with `never`, hidden cases have numbers in place of names and say nothing; the
/// details of failures stay only with `after`.
pub fn as_seen(row: &ResultRow, reveal: Reveal) -> ResultRow {
    let mut seen = row.clone();
    if reveal == Reveal::After {
        return seen;
    }
    let mut number = 0;
    for case in &mut seen.cases {
        case.failure = None;
        if case.hidden && reveal == Reveal::Never {
            number += 1;
            case.name = format!("hidden {number}");
            case.sentence.clear();
            case.group = None;
        }
    }
    if reveal == Reveal::Never {
        // Names of groups tell what hidden cases are about.
        seen.groups.clear();
    }
    seen
}
