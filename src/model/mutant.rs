//! A mutant: a right answer with one small change, which the check of its question should notice.

use serde::{Deserialize, Serialize};

/// One change of a right answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mutant {
    /// Line in the file of the right answer, from 1.
    pub line: u32,
    /// What stood there, in one line.
    pub was: String,
    /// What stands there now; empty when it was taken out.
    pub became: String,
    /// The bytes of the base that are replaced.
    start: u32,
    end: u32,
    text: String,
}

/// A right answer as CPython's `ast.unparse` writes it, and its mutants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutated {
    pub base: String,
    pub mutants: Vec<Mutant>,
}

impl Mutant {
    pub fn new(line: u32, was: String, became: String, range: std::ops::Range<u32>, text: String) -> Mutant {
        Mutant { line, was, became, start: range.start, end: range.end, text }
    }

    /// The whole source of the mutant of `base`. `None` when the range is not one of it.
    pub fn source(&self, base: &str) -> Option<String> {
        let before = base.get(..self.start as usize)?;
        let after = base.get(self.end as usize..)?;
        (self.start <= self.end).then(|| format!("{before}{}{after}", self.text))
    }

    /// In one line, for a person.
    pub fn change(&self) -> String {
        if self.became.is_empty() {
            format!("`{}` was taken out", self.was)
        } else {
            format!("`{}` became `{}`", self.was, self.became)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_replaces_a_range_of_its_base_and_nothing_else() {
        let mutant = |range, text: &str| Mutant::new(1, "<".to_owned(), "<=".to_owned(), range, text.to_owned());
        assert_eq!(mutant(2..3, "<=").source("a < b").as_deref(), Some("a <= b"));
        for (start, end) in [(9, 9), (3, 2), (0, 9)] {
            assert_eq!(mutant(start..end, "").source("a < b"), None);
        }
        assert_eq!(mutant(1..2, "").source("é"), None, "within a character");
    }
}
