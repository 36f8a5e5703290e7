//! Expected and got side by side: what is missing behind `-`, what is too much behind `+`, changed words emphasised.

use crate::compare::diff::{Line, Segment, Tag, diff};
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::width::{chunks, split, width};

/// The most lines of one difference on a screen.
// Receipt: a screen of 50 lines then still shows the call above it.
const MAX_LINES: usize = 40;

/// The longest label, `predicted`, and a gap.
const LABEL: usize = 11;

/// The lines that show both texts, at most `columns` wide. A text that is missing is said to be nothing.
pub fn both(look: Look, expected: &str, got: Option<&str>, columns: usize) -> Vec<String> {
    let Some(got) = got.filter(|got| !got.is_empty()) else {
        let mut lines = one(look, "expected", expected, columns);
        lines.push(absent(look, "got", message::NOTHING));
        return lines;
    };
    if expected.is_empty() {
        let mut lines = vec![absent(look, "expected", message::NOTHING)];
        lines.extend(one(look, "got", got, columns));
        return lines;
    }
    if !expected.contains('\n') && !got.contains('\n') {
        return labelled(look, ("expected", expected), ("got", got), columns);
    }
    let sides = [(Tone::Removed, "- expected"), (Tone::Added, "+ got")].map(|(tone, side)| look.paint(tone, side));
    let painter = Painter { look, columns };
    let mut lines = vec![sides.join("   ")];
    lines.extend(diff(expected, got).iter().flat_map(|line| painter.line(line, "")));
    capped(look, lines)
}

/// Two texts of one line each, behind their names.
pub fn labelled(look: Look, removed: (&str, &str), added: (&str, &str), columns: usize) -> Vec<String> {
    let painter = Painter { look, columns };
    let labels = [label(look, removed.0), label(look, added.0)];
    let lines = diff(removed.1, added.1);
    capped(look, lines.iter().zip(&labels).flat_map(|(line, label)| painter.line(line, label)).collect())
}

/// The lines that show one text behind its label.
pub fn one(look: Look, name: &str, text: &str, columns: usize) -> Vec<String> {
    let label = label(look, name);
    let room = columns - 2 - LABEL;
    let escaped: Vec<String> = text.split('\n').map(|line| look.line(line)).collect();
    let rows = escaped.iter().flat_map(|line| chunks(line, room));
    let lines = rows.enumerate().map(|(row, text)| match row {
        0 => format!("  {label}{text}"),
        _ => format!("  {}{text}", " ".repeat(LABEL)).trim_end().to_owned(),
    });
    capped(look, lines.collect())
}

/// What stands where there is no text.
pub fn absent(look: Look, name: &str, instead: &str) -> String {
    format!("  {}{}", label(look, name), look.dim(instead))
}

fn label(look: Look, name: &str) -> String {
    look.dim(&format!("{name:<LABEL$}"))
}

fn capped(look: Look, mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > MAX_LINES {
        let left = lines.len() - (MAX_LINES - 1);
        lines.truncate(MAX_LINES - 1);
        lines.push(format!("  {}", look.dim(&look.line(&message::more_lines(left)))));
    }
    lines
}

struct Painter {
    look: Look,
    columns: usize,
}

impl Painter {
    fn line(&self, line: &Line, label: &str) -> Vec<String> {
        let aside = |text: String| vec![format!("  {}", self.look.dim(&self.look.line(&text)))];
        match line {
            Line::Text { tag, segments } => self.segments(*tag, segments, label),
            Line::Folded(count) => aside(message::equal_lines(*count)),
            Line::Beyond { tag: Tag::Expected, count } => aside(message::more_expected_lines(*count)),
            Line::Beyond { count, .. } => aside(message::more_got_lines(*count)),
        }
    }

    /// One line, broken where it is too wide. Without colours a line below each piece marks the changed words.
    fn segments(&self, tag: Tag, segments: &[Segment], label: &str) -> Vec<String> {
        let (gutter, tone, word) = match tag {
            Tag::Equal => (" ", Tone::Plain, Tone::Plain),
            Tag::Expected => ("-", Tone::Removed, Tone::RemovedWord),
            Tag::Got => ("+", Tone::Added, Tone::AddedWord),
        };
        let indent = if label.is_empty() { 0 } else { LABEL };
        let mut lines = Vec::new();
        for (row, pieces) in self.rows(segments, self.columns - 2 - indent).iter().enumerate() {
            let before = if row == 0 { label.to_owned() } else { " ".repeat(indent) };
            let text: String = pieces
                .iter()
                .map(|(emphasised, text)| self.look.paint(if *emphasised { word } else { tone }, text))
                .collect();
            lines.push(format!("{} {before}{text}", self.look.paint(tone, gutter)).trim_end().to_owned());
            if !self.look.colour && pieces.iter().any(|(emphasised, _)| *emphasised) {
                let marks: String = pieces
                    .iter()
                    .map(|(emphasised, text)| if *emphasised { "~" } else { " " }.repeat(width(text)))
                    .collect();
                lines.push(format!("  {}{}", " ".repeat(indent), marks.trim_end()));
            }
        }
        lines
    }

    /// Escaped segments in rows of at most `room` columns.
    fn rows(&self, segments: &[Segment], room: usize) -> Vec<Vec<(bool, String)>> {
        let mut rows = vec![Vec::new()];
        let mut left = room;
        for Segment { emphasised, text } in segments {
            let escaped = self.look.line(text);
            let mut rest = escaped.as_str();
            while !rest.is_empty() {
                let (piece, behind) = split(rest, left);
                let row = rows.last_mut().expect("there is a first row");
                if width(piece) > left && !row.is_empty() {
                    rows.push(Vec::new());
                    left = room;
                    continue;
                }
                row.push((*emphasised, piece.to_owned()));
                left = left.saturating_sub(width(piece));
                rest = behind;
            }
        }
        rows
    }
}
