//! An exception with the lines of the answer that it went through, as they stand in the candidate's file.

use crate::model::wire::{Raised, TraceLine};
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::width::{chunks, width};

/// The most lines of a message.
const MAX_MESSAGE_LINES: usize = 8;

/// Of a deep recursion so many outer and inner calls are shown.
const MAX_OUTER: usize = 2;
const MAX_INNER: usize = 3;

/// The lines that show an exception, at most `columns` wide. `source` is the text of the answer.
pub fn lines(look: Look, raised: &Raised, source: Option<&str>, columns: usize) -> Vec<String> {
    let colon = if raised.message.is_empty() { "" } else { ": " };
    let headline = format!("{}{colon}{}", raised.exception, raised.message);
    let mut lines = bounded(look, &headline, columns);
    let (outer, inner) = if raised.trace.len() > MAX_OUTER + MAX_INNER + 1 {
        (&raised.trace[..MAX_OUTER], &raised.trace[raised.trace.len() - MAX_INNER..])
    } else {
        (&raised.trace[..], &[][..])
    };
    lines.extend(outer.iter().flat_map(|at| place(look, at, source, columns)));
    if !inner.is_empty() {
        let left = raised.trace.len() - outer.len() - inner.len();
        lines.push(format!("  {}", look.dim(&look.line(&message::more_calls(left)))));
        lines.extend(inner.iter().flat_map(|at| place(look, at, source, columns)));
    }
    lines
}

fn bounded(look: Look, text: &str, columns: usize) -> Vec<String> {
    let escaped: Vec<String> = text.split('\n').map(|line| look.line(line)).collect();
    let rows: Vec<&str> = escaped.iter().flat_map(|line| chunks(line, columns)).collect();
    let mut lines: Vec<String> = rows.iter().take(MAX_MESSAGE_LINES).map(|row| look.paint(Tone::Bad, row)).collect();
    if rows.len() > MAX_MESSAGE_LINES {
        lines.push(look.dim(&look.line(&message::more_lines(rows.len() - MAX_MESSAGE_LINES))));
    }
    lines
}

/// Where it was, the line of the file, and for a syntax error a caret below the place.
fn place(look: Look, place: &TraceLine, source: Option<&str>, columns: usize) -> Vec<String> {
    let code = (place.line as usize).checked_sub(1).and_then(|index| source?.lines().nth(index));
    let code = code.filter(|code| !code.trim().is_empty());
    let column = if code.is_some() { 0 } else { place.column };
    let at = look.cut(&look.line(&message::place(place.line, column, &place.function)), columns - 2);
    let mut lines = vec![format!("  {}", look.dim(&at))];
    let Some(code) = code else {
        return lines;
    };
    let indentation = code.chars().take_while(|character| character.is_whitespace()).count();
    let shown = look.line(code.trim());
    lines.push(format!("      {}", look.cut(&shown, columns - 6)));
    let before: String = code.chars().take((place.column as usize).saturating_sub(1)).skip(indentation).collect();
    let column = width(&look.line(&before));
    if place.column > 0 && column < columns - 6 {
        lines.push(format!("      {}{}", " ".repeat(column), look.paint(Tone::Bad, "^")));
    }
    lines
}
