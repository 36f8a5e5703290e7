//! Run the demo of an explanation, as an answer is run: behind the wall, within the limits of its question.

use crate::bank::entry::Entry;
use crate::engine::cases::ended;
use crate::engine::error::EvaluateError;
use crate::engine::options::terms;
use crate::judge::judge::Judge;
use crate::model::demo::{DemoEnd, Demonstration};

/// What the demo of this question shows here and now; `None` when it has none. A demo that fails is the bank's fault or this
/// machine's, and says so; an error is a failure of ours.
pub fn demonstrate(judge: &mut Judge, entry: &Entry) -> Result<Option<Demonstration>, EvaluateError> {
    let Some(source) = entry.demo() else { return Ok(None) };
    let (printed, end) = match judge.script(&terms(&entry.question), source)? {
        Ok(printed) => (printed.text, printed.raised.map_or(DemoEnd::Well, DemoEnd::Raised)),
        Err(end) => {
            let why = ended(&end, &entry.question.limits).1.note.unwrap_or_default();
            (String::new(), DemoEnd::Stopped(why))
        }
    };
    let pinned = entry.expected().unwrap_or_default().to_owned();
    Ok(Some(Demonstration { slug: entry.question.slug.clone(), pinned, printed, end }))
}
