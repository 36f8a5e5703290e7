//! One JSON file of a bank: read strictly, and every problem with its line.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bank::error::Place;
use crate::bank::error::Problem;
use crate::bank::error::list;
use crate::bank::locate::offset;
use crate::bank::nearest::nearest;
use crate::model::submission::SourceProblem;
use crate::model::submission::plain_text;

/// The text of a file, and how the file is called in messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub path: String,
    pub text: String,
}

/// The one key that is looked at before all others.
#[derive(Deserialize)]
struct Probe {
    format: Option<Value>,
}

impl Document {
    /// The text of the bytes of a file.
    pub fn decode(path: &str, bytes: &[u8]) -> Result<Document, Problem> {
        match plain_text(bytes) {
            Ok(text) => Ok(Document { path: path.to_owned(), text }),
            Err(problem) => Err(Problem::new(path, &problem.to_string()).at(place_of(&problem, bytes))),
        }
    }

    /// The value that the text holds. A `format` newer than `supported` is said before anything else is judged.
    pub fn parse<T: DeserializeOwned>(&self, supported: u32) -> Result<T, Problem> {
        self.require_object()?;
        let probe: Probe = serde_json::from_str(&self.text).map_err(|error| self.json_problem(&error))?;
        self.require_format(probe.format, supported)?;
        self.parse_any()
    }

    /// The value that the text holds, for a file that has no `format`.
    pub fn parse_any<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        serde_json::from_str(&self.text).map_err(|error| self.json_problem(&error))
    }

    /// A problem of the value at `pointer`: keys and indices joined by `/`. What is not there is said of what it should
    /// stand in.
    pub fn problem(&self, pointer: &str, message: &str) -> Problem {
        self.problem_at(offset(&self.text, pointer), message)
    }

    fn problem_at(&self, offset: usize, message: &str) -> Problem {
        Problem::new(&self.path, message).at(Place::new(&self.text, offset))
    }

    fn require_object(&self) -> Result<(), Problem> {
        match self.text.trim_start().chars().next() {
            Some('{') => Ok(()),
            Some(_) => Err(self.problem_at(self.text.len() - self.text.trim_start().len(), "is not a JSON object")),
            None => Err(self.problem_at(0, "the file is empty")),
        }
    }

    fn require_format(&self, format: Option<Value>, supported: u32) -> Result<(), Problem> {
        let Some(format) = format else {
            return Err(self
                .problem("", "key `format` is missing")
                .hint(&format!("write `\"format\": {supported}` first")));
        };
        match format.as_u64() {
            Some(found) if found > u64::from(supported) => Err(self.problem(
                "format",
                &format!(
                    "the file is format {found}, newer than the {supported} this greenroom reads; update greenroom"
                ),
            )),
            Some(1..) => Ok(()),
            _ => Err(self.problem("format", &format!("`format` is {format}; it must be {supported}"))),
        }
    }

    fn json_problem(&self, error: &serde_json::Error) -> Problem {
        if error.is_eof() {
            let message = if self.text.trim().is_empty() { "the file is empty" } else { "the file ends too early" };
            return self.problem_at(self.text.trim_end().len(), message);
        }
        let (message, hint) = in_plain_words(error);
        let stopped = byte_offset(&self.text, error.line(), error.column());
        let offset = if error.is_data() { start_of_string(&self.text, stopped) } else { stopped };
        let problem = self.problem_at(offset, &message);
        match hint {
            Some(hint) => problem.hint(&hint),
            None => problem,
        }
    }
}

/// Lines count from 1, and so do columns, in bytes.
fn byte_offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start + column.saturating_sub(1)
}

/// The reader judges a string when it has come to its last quote; what is meant is where it begins.
fn start_of_string(text: &str, last: usize) -> usize {
    match text.get(..last).and_then(|before| before.rfind(['"', '\n'])) {
        Some(first) if text[first..].starts_with('"') && text[last..].starts_with('"') => first,
        _ => last,
    }
}

fn place_of(problem: &SourceProblem, bytes: &[u8]) -> Place {
    let line = match problem {
        SourceProblem::Nul { line } | SourceProblem::NotUtf8 { line } => *line,
        SourceProblem::TooLarge { .. } | SourceProblem::Utf16 => 1,
    };
    let text = String::from_utf8_lossy(bytes);
    Place::new(&text, byte_offset(&text, line, 1))
}

/// The message of the JSON reader in an author's words, with what may have been meant.
fn in_plain_words(error: &serde_json::Error) -> (String, Option<String>) {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&position).unwrap_or(&message);
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match names.as_slice() {
        [key, known @ ..] if message.starts_with("unknown field") => {
            (format!("unknown key `{key}`"), Some(suggestion(key, known)))
        }
        [value, known @ ..] if message.starts_with("unknown variant") => {
            (format!("unknown value `{value}`"), Some(suggestion(value, known)))
        }
        [key] if message.starts_with("missing field") => (format!("key `{key}` is missing"), None),
        [key] if message.starts_with("duplicate field") => (format!("key `{key}` stands twice"), None),
        _ => (message.replace("expected u32", "expected a whole number"), None),
    }
}

fn suggestion(found: &str, known: &[&str]) -> String {
    match nearest(found, known).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "nothing can stand here".to_owned(),
        None => format!("it can be {}", list(known)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::bank::sample;
    use crate::model::question::FORMAT;
    use crate::model::question::Question;

    fn read(text: &str) -> Result<Question, Problem> {
        Document::decode("leak.json", text.as_bytes())?.parse(FORMAT)
    }

    /// What is said of the sample question after `old` became `new`, and the line that is pointed at.
    fn said(old: &str, new: &str) -> (String, String) {
        let text = sample::CODE_JSON.replacen(old, new, 1);
        assert_ne!(text, sample::CODE_JSON, "`{old}` is not in the sample");
        let problem = read(&text).unwrap_err();
        let place = problem.place.unwrap();
        assert!(text.lines().nth(place.line - 1).unwrap().contains(&place.excerpt), "{}", place.excerpt);
        let hint = problem.hint.map(|hint| format!("; {hint}")).unwrap_or_default();
        (format!("{}{hint}", problem.message), place.excerpt.trim().to_owned())
    }

    #[test]
    fn the_sample_is_read() {
        assert_eq!(read(sample::CODE_JSON).unwrap().slug, "count-leaks");
    }

    #[test]
    fn an_unknown_key_is_named_with_the_one_that_was_meant() {
        let (message, line) = said("\"minutes\": 5", "\"minuets\": 5");
        assert_eq!(message, "unknown key `minuets`; did you mean `minutes`?");
        assert_eq!(line, "\"minuets\": 5,");
        let problem = read(&sample::CODE_JSON.replace("minutes", "minuets")).unwrap_err();
        assert_eq!(problem.place.unwrap().column, 3);
        assert_eq!(
            said("\"says\":", "\"tells\":").0,
            "unknown key `tells`; it can be `file`, `claim`, `fails` or `says`"
        );
    }

    #[test]
    fn an_unknown_value_is_named_with_those_that_can_be() {
        let (message, line) = said("\"level\": \"easy\"", "\"level\": \"trivial\"");
        assert_eq!(message, "unknown value `trivial`; it can be `easy`, `medium`, `hard` or `expert`");
        assert_eq!(line, "\"level\": \"trivial\",");
    }

    #[test]
    fn missing_doubled_and_mistyped_keys_are_said_in_plain_words() {
        assert_eq!(said("  \"title\": \"Count the leaks\",\n", "").0, "key `title` is missing");
        assert_eq!(said("\"title\"", "\"slug\": \"x\", \"title\"").0, "key `slug` stands twice");
        assert_eq!(
            said("\"minutes\": 5", "\"minutes\": \"5\"").0,
            "invalid type: string \"5\", expected a whole number"
        );
        assert_eq!(
            said("\"prompt\": \"Count", "\"prompt\": 3, \"tags\": \"Count").0,
            "expected a string or a list of lines"
        );
    }

    #[test]
    fn a_newer_format_is_said_before_anything_else() {
        let (message, line) = said("\"format\": 1", "\"novelty\": {}, \"format\": 2");
        assert_eq!(message, "the file is format 2, newer than the 1 this greenroom reads; update greenroom");
        assert!(line.contains("\"format\": 2"));
        assert!(said("\"format\": 1", "\"format\": 99999999999999").0.contains("update greenroom"));
    }

    #[test]
    fn a_format_that_is_missing_or_no_number_says_what_it_must_be() {
        assert_eq!(said("  \"format\": 1,\n", "").0, "key `format` is missing; write `\"format\": 1` first");
        assert_eq!(said("\"format\": 1", "\"format\": \"1\"").0, "`format` is \"1\"; it must be 1");
        assert_eq!(said("\"format\": 1", "\"format\": 0").0, "`format` is 0; it must be 1");
    }

    #[test]
    fn a_truncated_file_is_named_with_its_line() {
        let problem = read(&sample::CODE_JSON[..200]).unwrap_err();
        assert_eq!((problem.path.as_str(), problem.message.as_str()), ("leak.json", "the file ends too early"));
        assert!(problem.place.unwrap().line > 3);
        assert_eq!(read(" \n").unwrap_err().message, "the file is empty");
    }

    #[test]
    fn text_that_is_not_an_object_or_not_utf8_is_said_so() {
        assert_eq!(read("[1]").unwrap_err().message, "is not a JSON object");
        let problem = Document::decode("leak.json", b"{\n\"slug\": \"\xff\"}").unwrap_err();
        assert_eq!(problem.message, "line 2 is not UTF-8; save the file as UTF-8");
        assert_eq!(problem.place.unwrap().line, 2);
    }

    #[test]
    fn nesting_without_end_is_refused() {
        assert!(read(&format!("{{\"format\": 1, \"slug\": {}", "[".repeat(100_000))).is_err());
    }

    fn damaged(bytes: &[u8]) {
        let read = Document::decode("leak.json", bytes).and_then(|document| document.parse::<Question>(FORMAT));
        if let Err(problem) = read {
            assert_eq!(problem.path, "leak.json");
            let place = problem.place.expect("every problem of a file's text has a line");
            assert!(place.line >= 1 && place.column >= 1 && !problem.message.is_empty());
        }
    }

    proptest! {
        #[test]
        fn a_question_cut_anywhere_gives_its_path_and_a_line(at in any::<prop::sample::Index>()) {
            let bytes = sample::CODE_JSON.as_bytes();
            damaged(&bytes[..at.index(bytes.len())]);
        }

        #[test]
        fn a_question_with_flipped_bytes_gives_its_path_and_a_line(
            flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        ) {
            let mut bytes = sample::CODE_JSON.as_bytes().to_vec();
            for (at, byte) in flips {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            damaged(&bytes);
        }
    }
}
