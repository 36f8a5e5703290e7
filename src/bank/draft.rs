//! A new entry for an author to begin with: a small question of each kind that holds, to be changed file by file.

use crate::model::question::{Difficulty, Kind};

/// What an author says of a new question. Slug and topic are names ([`is_name`](crate::bank::names::is_name)).
#[derive(Debug)]
pub struct Draft<'a> {
    pub slug: &'a str,
    pub title: &'a str,
    pub kind: Kind,
    pub topic: &'a str,
    pub level: Difficulty,
    pub minutes: u32,
}

/// A file of an entry: its path in the folder of a bank, and its content.
pub type DraftFile = (String, String);

/// Each file of one kind of question, by its name.
macro_rules! files {
    ($kind:literal: $($name:literal)*) => { &[$(($name, include_str!(concat!("draft/", $kind, "/", $name)))),*] };
}

const CODE: &[(&str, &str)] = files!("code": "check.py" "starter.py" "ok_pairwise.py" "bad_largest_of_nothing.py"
    "bad_only_rises.py" "bad_sorts_first.py");
const PREDICT: &[(&str, &str)] = files!("predict": "snippet.py" "expected.txt" "bad_append_gives_the_list.txt"
    "bad_assignment_copies.txt" "bad_equal_is_identical.txt");
const EXPLAIN: &[(&str, &str)] = files!("explain": "demo.py" "expected.txt");

impl Draft<'_> {
    /// The files of the entry, what is asked first.
    pub fn files(&self) -> Vec<DraftFile> {
        let Draft { slug, topic, .. } = self;
        let (question, files) = match self.kind {
            Kind::Code => (include_str!("draft/code/question.json"), CODE),
            Kind::Predict => (include_str!("draft/predict/question.json"), PREDICT),
            Kind::Explain => (include_str!("draft/explain/question.json"), EXPLAIN),
        };
        let checks = files.iter().map(|(name, text)| (format!("checks/{topic}/{slug}/{name}"), self.named(text)));
        [(format!("questions/{topic}/{slug}.json"), self.filled(question))].into_iter().chain(checks).collect()
    }

    fn named(&self, text: &str) -> String {
        text.replace("NAME", &identifier(self.slug))
    }

    fn filled(&self, question: &str) -> String {
        let title = serde_json::Value::from(self.title).to_string();
        self.named(question)
            .replace("SLUG", self.slug)
            .replace("TOPIC", self.topic)
            .replace("LEVEL", &self.level.to_string())
            .replace("MINUTES", &self.minutes.to_string())
            // Last: whatever stands in it is text.
            .replace("\"TITLE\"", &title)
    }
}

/// The words that no function can have as its name, of those that a slug can be.
const KEYWORDS: [&str; 32] = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
];

/// What the function of a code question is called: `two_sum` for `two-sum`.
fn identifier(slug: &str) -> String {
    let name = slug.replace('-', "_");
    match name.as_bytes() {
        [b'0'..=b'9', ..] => format!("answer_{name}"),
        _ if KEYWORDS.contains(&name.as_str()) => format!("{name}_"),
        _ => name,
    }
}

/// A title for a question that has only a slug: `Two sum` for `two-sum`.
pub fn title_of(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::layout::Layout;
    use crate::model::question::Question;

    fn draft(kind: Kind, title: &str) -> Vec<DraftFile> {
        Draft { slug: "two-sum", title, kind, topic: "lists", level: Difficulty::Hard, minutes: 7 }.files()
    }

    #[test]
    fn each_kind_of_entry_has_the_files_of_its_layout_and_a_question_that_says_what_was_asked_for() {
        for kind in [Kind::Code, Kind::Predict, Kind::Explain] {
            let files = draft(kind, "A \"title\" TITLE NAME");
            assert_eq!(files[0].0, "questions/lists/two-sum.json");
            let question: Question = serde_json::from_str(&files[0].1).unwrap();
            assert_eq!((question.slug.as_str(), question.kind, question.topic.as_str()), ("two-sum", kind, "lists"));
            assert_eq!((question.level, question.minutes), (Difficulty::Hard, 7));
            assert_eq!(question.title, "A \"title\" TITLE NAME");
            let names: Vec<&str> =
                files[1..].iter().map(|(path, _)| path.strip_prefix("checks/lists/two-sum/").unwrap()).collect();
            let layout = Layout::of(kind);
            assert!(names.iter().all(|name| layout.knows(name)), "{names:?}");
            assert!(layout.needed.iter().all(|name| names.contains(name)), "{names:?}");
            assert!(!files.iter().any(|(_, text)| text.contains("NAME(") || text.contains("SLUG")), "{files:?}");
        }
    }

    #[test]
    fn a_slug_makes_a_name_that_python_takes_and_a_title() {
        let names = ["two-sum", "3-sum", "class", "import-system"].map(identifier);
        assert_eq!(names, ["two_sum", "answer_3_sum", "class_", "import_system"]);
        assert_eq!(["two-sum", "gil", "3-sum"].map(title_of), ["Two sum", "Gil", "3 sum"]);
    }
}
