//! What is wrong with a bank, said so that its author finds the place.

use std::error::Error;
use std::fmt;

/// The longest part of a line that is shown. Longer lines are shown around the place that is meant.
const EXCERPT_CHARS: usize = 100;

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
    /// The line, or the part of it around the place.
    pub excerpt: String,
    /// How many characters of the excerpt stand before the place.
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
        let line = text[start..].lines().next().unwrap_or("");
        let skipped = if line.chars().count() > EXCERPT_CHARS { left.saturating_sub(EXCERPT_CHARS / 2) } else { 0 };
        let excerpt: String = line.chars().skip(skipped).take(EXCERPT_CHARS).collect();
        Place {
            line: before.matches('\n').count() + 1,
            column: left + 1,
            excerpt: clean(&excerpt),
            indent: left - skipped,
        }
    }
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
    let harmless = |character: char| match character {
        '\t' => ' ',
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    };
    text.chars().take(MESSAGE_CHARS).map(harmless).collect()
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
        for (text, offset, line, column) in
            [("", 0, 1, 1), ("", 9, 1, 1), ("a\n", 2, 2, 1), ("a\nb", 99, 2, 2), ("ééx", 4, 1, 3), ("ééx", 3, 1, 2)]
        {
            let place = Place::new(text, offset);
            assert_eq!((place.line, place.column), (line, column), "{text:?} at {offset}");
        }
    }

    #[test]
    fn a_long_line_is_shown_around_its_place() {
        let text = format!("{}X{}", "a".repeat(5000), "b".repeat(5000));
        let place = Place::new(&text, 5000);
        assert_eq!(place.column, 5001);
        assert_eq!(place.excerpt.chars().count(), EXCERPT_CHARS);
        assert_eq!(place.excerpt.chars().nth(place.indent), Some('X'));
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
