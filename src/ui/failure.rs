//! Why an example did not pass: the calls, what was expected and given, the exception, the note, and what was printed.

use crate::model::material::typed;
use crate::model::record::Failure;
use crate::model::verdict::Verdict;
use crate::ui::diff;
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::raised;
use crate::ui::width::{chunks, split, wrap};

/// The most lines of calls.
const MAX_CALLS: usize = 12;

/// The most lines of printed text.
const MAX_PRINTED: usize = 12;

/// The lines that show a failure, at most `columns` wide. The gutter of a difference takes the first two columns, all
/// else begins behind it. `source` is the text of the answer.
pub fn lines(look: Look, failure: &Failure, verdict: Verdict, source: Option<&str>, columns: usize) -> Vec<String> {
    let inner = columns - 2;
    let mut lines = Vec::new();
    let sources = failure.before.iter().chain([&failure.call]);
    lines.extend(indented(calls(look, sources.filter(|source| !source.trim().is_empty()), inner)));
    match (&failure.expected, &failure.got, &failure.raised) {
        (Some(expected), None, Some(_)) => lines.extend(diff::one(look, "expected", expected, columns)),
        (Some(expected), got, _) => lines.extend(diff::both(look, expected, got.as_deref(), columns)),
        (None, Some(got), _) => lines.extend(diff::one(look, "got", got, columns)),
        (None, None, _) => {}
    }
    if let Some(raised) = &failure.raised {
        lines.extend(indented(raised::lines(look, raised, source, inner)));
    }
    let note = failure.note.as_deref().or(message::meaning(verdict));
    let ours = (verdict == Verdict::Internal).then_some(message::NOT_YOUR_FAULT);
    for note in note.into_iter().chain(ours) {
        let wrapped = wrap(&look.line(&message::note(note)), inner);
        lines.extend(indented(wrapped.iter().map(|line| look.paint(Tone::Caution, line)).collect()));
    }
    lines.extend(indented(printed(look, failure, inner)));
    lines
}

fn indented(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| format!("  {line}"))
}

/// Examples as they look at the prompt of Python, broken where they are too wide. The last one is what failed.
fn calls<'a>(look: Look, sources: impl Iterator<Item = &'a String>, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in sources.flat_map(|source| typed(source)) {
        let line = look.line(&line);
        let (first, rest) = split(&line, columns);
        lines.push(first.to_owned());
        if !rest.is_empty() {
            lines.extend(chunks(rest, columns - 4).into_iter().map(|piece| format!("    {piece}")));
        }
    }
    if lines.len() > MAX_CALLS {
        let left = lines.len() - (MAX_CALLS - 1);
        lines.splice(..left, [look.dim(&look.line(&message::lines_before(left)))]);
    }
    lines
}

/// Printed text stands apart, and not twice.
fn printed(look: Look, failure: &Failure, columns: usize) -> Vec<String> {
    let printed = failure.printed.trim_end_matches('\n');
    if printed.is_empty() || failure.got.as_deref() == Some(printed) {
        return Vec::new();
    }
    let bar = look.dim("|");
    let mut lines = vec![look.dim("printed")];
    let shown = printed.split('\n').take(MAX_PRINTED);
    lines.extend(shown.map(|line| format!("{bar} {}", look.cut(&look.line(line), columns - 2)).trim_end().to_owned()));
    let left = printed.split('\n').count().saturating_sub(MAX_PRINTED);
    if left > 0 {
        lines.push(look.dim(&look.line(&message::more_lines(left))));
    }
    lines
}
