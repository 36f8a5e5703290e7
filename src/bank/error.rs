//! What is wrong with a bank, said so that its author finds the place.

use std::error::Error;
use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::model::printable::is_printable;

/// So wide is an excerpt with its margin at the most. A line that is longer is shown around the place that is meant.
// A choice and no measurement: the width of a terminal that nobody has widened, where the caret still stands below its place.
const COLUMNS: usize = 80;

/// A longer message, path or name is cut: it can come from a file.
const MESSAGE_CHARS: usize = 1000;

/// Why a bank, a question or a plan cannot be had. `Display` may take several lines; all of it is fit for a terminal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BankError {
    /// A file does not hold what it must.
    #[error(transparent)]
    File(#[from] Problem),
    #[error("no question is called `{}`{}", clean(slug), did_you_mean(nearest))]
    UnknownQuestion { slug: String, nearest: Vec<String> },
    #[error("no plan is called `{}`{}", clean(id), did_you_mean(nearest))]
    UnknownPlan { id: String, nearest: Vec<String> },
    #[error("the bank inside this program cannot be read: {reason}; install greenroom again")]
    BuiltIn { reason: String },
}

/// One problem of one file. Its texts hold no control characters, whatever the file held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub path: String,
    /// `None` when the whole file is meant.
    pub place: Option<Place>,
    /// A fragment that names what is wrong.
    pub message: String,
    pub hint: Option<String>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The line, or the part of it around the place; what cannot be seen is replaced, so that columns stay columns.
    pub excerpt: String,
    /// How many columns of the excerpt stand before the place.
    pub indent: usize,
}

impl Problem {
    pub fn new(path: &str, message: &str) -> Problem {
        Problem { path: clean(path), place: None, message: clean(message), hint: None }
    }

    pub fn at(self, place: Place) -> Problem {
        Problem { place: Some(place), ..self }
    }

    pub fn hint(self, hint: &str) -> Problem {
        Problem { hint: Some(clean(hint)), ..self }
    }
}

impl Place {
    /// The place of a byte of `text`; its end when the offset is beyond it.
    pub fn new(text: &str, offset: usize) -> Place {
        let offset = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let before = &text[..offset];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let left = before[start..].chars().count();
        let line = before.matches('\n').count() + 1;
        let shown: Vec<char> = text[start..].lines().next().unwrap_or("").chars().map(seen).collect();
        // The caret behind the end of a line takes a column too.
        let is_behind = left >= shown.len();
        let part = around(&shown, left, COLUMNS - margin(line) - usize::from(is_behind));
        let indent = columns(&shown[part.start..left.clamp(part.start, part.end)]);
        Place { line, column: left + 1, excerpt: shown[part].iter().collect(), indent }
    }
}

/// The part of a line around its character `at` that is at most so many columns wide: all of it where that fits.
fn around(line: &[char], at: usize, room: usize) -> Range<usize> {
    let at = at.min(line.len());
    let (mut start, mut end, mut left) = (at, at, room);
    let mut take = |character: Option<&char>, left_after: usize| {
        let width = columns(std::slice::from_ref(character?));
        (left >= width + left_after).then(|| left -= width)
    };
    // Half of it stands before the place; what is not needed behind it stands before it too.
    while start > 0 && take(line.get(start - 1), room / 2).is_some() {
        start -= 1;
    }
    while take(line.get(end), 0).is_some() {
        end += 1;
    }
    while start > 0 && take(line.get(start - 1), 0).is_some() {
        start -= 1;
    }
    start..end
}

fn columns(characters: &[char]) -> usize {
    characters.iter().map(|character| character.width().unwrap_or(0)).sum()
}

/// How wide the number of a line is, with what stands around it.
fn margin(line: usize) -> usize {
    line.to_string().len() + "   | ".len()
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            None => write!(formatter, "{}: {}", self.path, self.message)?,
            Some(place) => {
                let Place { line, column, excerpt, indent } = place;
                let margin = line.to_string().len();
                write!(formatter, "{}:{line}:{column}: {}", self.path, self.message)?;
                write!(formatter, "\n  {line} | {excerpt}\n  {:margin$} | {:indent$}^", "", "")?;
            }
        }
        match &self.hint {
            Some(hint) => write!(formatter, "\nhint: {hint}"),
            None => Ok(()),
        }
    }
}

impl Error for Problem {}

/// The text on one line: each control character is replaced by one that moves no cursor.
fn clean(text: &str) -> String {
    text.chars().take(MESSAGE_CHARS).map(harmless).collect()
}

fn harmless(character: char) -> char {
    match character {
        '\t' => ' ',
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// As `harmless`, and nothing that a terminal is not shown as it is: a caret below it would miss its place.
fn seen(character: char) -> char {
    let harmless = harmless(character);
    if is_printable(harmless) { harmless } else { char::REPLACEMENT_CHARACTER }
}

fn did_you_mean(names: &[String]) -> String {
    match names {
        [] => String::new(),
        names => format!("\nhint: did you mean {}?", list(names)),
    }
}

/// Names in backticks, as they are read in a sentence.
pub fn list<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn a_problem_shows_its_line_and_points_into_it() {
        let text = "{\n  \"format\": 1,\n  \"minuets\": 5\n}\n";
        let place = Place::new(text, text.find("\"minuets").unwrap());
        let problem = Problem::new("bank/leak.json", "unknown key `minuets`").at(place).hint("did you mean `minutes`?");
        assert_eq!(
            problem.to_string(),
            "bank/leak.json:3:3: unknown key `minuets`\n  3 |   \"minuets\": 5\n    |   ^\nhint: did you mean `minutes`?"
        );
    }

    #[test]
    fn a_place_is_found_in_any_text() {
        let behind = Place::new(&"a".repeat(200), 200);
        assert_eq!((behind.column, behind.indent), (201, COLUMNS - margin(1) - 1));
        for (text, offset, line, column) in
            [("", 0, 1, 1), ("", 9, 1, 1), ("a\n", 2, 2, 1), ("a\nb", 99, 2, 2), ("ééx", 4, 1, 3), ("ééx", 3, 1, 2)]
        {
            let place = Place::new(text, offset);
            assert_eq!((place.line, place.column), (line, column), "{text:?} at {offset}");
        }
    }

    #[test]
    fn a_long_line_is_shown_around_its_place() {
        for (before, after) in [
            ("a", "b"),
            ("漢", "字"),
            ("e\u{301}", "\u{1b}"),
            ("\u{202e}", "\u{200b}"),
            ("", "b"),
            ("a", ""),
            ("a", "b\n"),
        ] {
            for count in [1, 30, 37, 38, 39, 5000] {
                let text = format!("\n\n{}X{}", before.repeat(count), after.repeat(count));
                let problem = Problem::new("a.json", "no").at(Place::new(&text, text.find('X').unwrap()));
                let shown = problem.to_string();
                let [_, excerpt, caret] = shown.lines().collect::<Vec<_>>()[..] else { panic!("{shown}") };
                let wide = UnicodeWidthStr::width(excerpt);
                assert!(wide.max(caret.len()) <= COLUMNS, "{wide} columns: {excerpt}");
                assert_eq!(UnicodeWidthStr::width(excerpt.split('X').next().unwrap()), caret.len() - 1, "{problem}");
                let whole = "  3 | ".len()
                    + text.lines().nth(2).unwrap().chars().map(seen).map(|one| columns(&[one])).sum::<usize>();
                assert!(wide == whole || wide >= COLUMNS - 3, "{wide} of {whole}: {excerpt}");
            }
        }
    }

    #[test]
    fn no_control_character_of_a_file_reaches_the_message() {
        let text = "{\"a\": \"\u{1b}[2J\"}";
        let problem = Problem::new("evil\n.json", "unknown key `\u{1b}[2J`").at(Place::new(text, 0)).hint("\u{7}");
        assert!(problem.to_string().lines().flat_map(str::chars).all(|character| !character.is_control()));
        assert_eq!(problem.to_string().lines().count(), 4);
    }

    #[test]
    fn an_unknown_question_offers_the_nearest() {
        let nearest = vec!["gil".to_owned(), "gc".to_owned()];
        let error = BankError::UnknownQuestion { slug: "gli".to_owned(), nearest };
        assert_eq!(error.to_string(), "no question is called `gli`\nhint: did you mean `gil` or `gc`?");
    }
}
