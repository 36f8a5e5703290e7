//! Verify that inputs of growing size and the classes that they show come together.

use crate::bank::entry::Entry;
use crate::engine::claim::classes;
use crate::engine::verified::{Verified, path};
use crate::model::check::ParsedCheck;

/// A check with `growing` is of a question with `classes`, and the other way round.
pub fn growing_has_classes(entry: &Entry, check: &ParsedCheck, verified: &mut Verified) {
    match (check.grows(), classes(&entry.question)) {
        (true, None) => verified.problem(
            entry.json_path.clone(),
            0,
            "the check has `growing`; say in `complexity` which `classes` its sizes show".to_owned(),
        ),
        (false, Some(_)) => verified.problem(
            path(entry, "check.py"),
            0,
            "`complexity` names `classes`; add `growing(size)`, which returns a function and its arguments".to_owned(),
        ),
        _ => {}
    }
}
