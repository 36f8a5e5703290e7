//! What `verify` found, as a table with the findings below.

use crate::model::escape::terminal;
use crate::ui::paint::{Look, clip};
use crate::ui::prose::hang;

/// A row of the table.
#[derive(Debug)]
pub struct Row<'a> {
    pub slug: &'a str,
    /// What was tried, for instance `14 cases, 2 right, 9 wrong`.
    pub facts: String,
    pub problems: Vec<Remark<'a>>,
    pub notes: Vec<Remark<'a>>,
}

/// A finding about a file.
#[derive(Debug)]
pub struct Remark<'a> {
    pub path: &'a str,
    /// From 1; 0 when the whole file is meant.
    pub line: u32,
    pub message: &'a str,
}

/// Render the table. Marks are words, so that they mean something without colour.
pub fn table(look: Look, rows: &[Row<'_>]) -> String {
    let slug_width = rows.iter().map(|row| row.slug.chars().count()).max().unwrap_or(0).min(36);
    let mut text = String::new();
    for row in rows {
        let mark = if row.problems.is_empty() { look.good("holds") } else { look.alert("WRONG") };
        let slug = clip(&terminal(row.slug), slug_width);
        text += &format!("{mark}  {slug:<slug_width$}  {}\n", look.dim(&row.facts));
        for (remarks, word) in [(&row.problems, "wrong"), (&row.notes, "note")] {
            for remark in remarks {
                let place =
                    if remark.line > 0 { format!("{}:{}", remark.path, remark.line) } else { remark.path.to_owned() };
                text +=
                    &hang(&format!("       {word}: "), &terminal(&format!("{place} {}", remark.message)), look.width);
                text.push('\n');
            }
        }
    }
    text
}

/// The last line: how many entries hold on which interpreter.
pub fn summary(look: Look, entries: usize, wrong: usize, python: &str) -> String {
    let plural = if entries == 1 { "entry" } else { "entries" };
    if wrong == 0 {
        format!("{} {entries} {plural} on CPython {python}\n", look.good("All hold:"))
    } else {
        format!("{} {wrong} of {entries} {plural} on CPython {python}\n", look.alert("Something does not hold:"))
    }
}
