//! One question with the files of its check.

use std::collections::BTreeMap;

use crate::model::question::{Idiom, Question};

/// A question of a bank, and everything that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub question: Question,
    /// The files in the check's folder: name, text with lines ended by `\n`.
    pub files: BTreeMap<String, String>,
    /// Where the question stands, for messages.
    pub json_path: String,
    /// Where the files stand, for messages.
    pub checks_path: String,
}

impl Entry {
    /// `code`: the check.
    pub fn check(&self) -> Option<&str> {
        self.file("check.py")
    }

    /// `code`: what the candidate's file starts with.
    pub fn starter(&self) -> Option<&str> {
        self.file("starter.py")
    }

    /// `predict`: what the candidate looks at.
    pub fn snippet(&self) -> Option<&str> {
        self.file("snippet.py")
    }

    /// `explain`: what is run for the candidate.
    pub fn demo(&self) -> Option<&str> {
        self.file("demo.py")
    }

    /// `predict` and `explain`: what the snippet or the demo prints.
    pub fn expected(&self) -> Option<&str> {
        self.file("expected.txt")
    }

    /// `code`: name and text of each right answer, by name; the first is the reference.
    pub fn right_answers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files_named("ok_")
    }

    /// `code` and `predict`: name and text of each wrong answer, by name.
    pub fn wrong_answers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files_named("bad_")
    }

    /// `code`: the second solution and its text, where there is one.
    pub fn idiom(&self) -> Option<(&Idiom, &str)> {
        let idiom = self.question.idiom.as_ref()?;
        Some((idiom, self.file(&idiom.file)?))
    }

    fn file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    fn files_named(&self, prefix: &'static str) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter().filter(move |(name, _)| name.starts_with(prefix));
        files.map(|(name, text)| (name.as_str(), text.as_str()))
    }
}
