//! What verifying one entry of the bank found.

use crate::bank::entry::Entry;

/// What was tried on one entry, and what was found.
#[derive(Debug, Default)]
pub struct Verified {
    pub slug: String,
    pub topic: String,
    pub cases: usize,
    pub right: usize,
    pub wrong: usize,
    /// What came of the mutants, if they were asked for and there are any.
    pub mutants: Option<Mutants>,
    /// How many junk answers were tried.
    pub junk: usize,
    /// What does not hold.
    pub problems: Vec<Finding>,
    /// What holds and deserves a look.
    pub notes: Vec<Finding>,
}

/// What came of the mutants of all right answers of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mutants {
    pub made: usize,
    pub killed: usize,
    /// Survivors that the question accepts as equivalent.
    pub accepted: usize,
}

impl Mutants {
    /// The part of those that could be killed; accepted ones could not.
    pub fn kill_ratio(&self) -> f64 {
        let mortal = self.made - self.accepted;
        if mortal == 0 { 1.0 } else { self.killed as f64 / mortal as f64 }
    }
}

/// Something about one file of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    /// From 1; 0 when the whole file is meant.
    pub line: u32,
    pub message: String,
}

impl Verified {
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }

    pub fn problem(&mut self, path: String, line: u32, message: String) {
        self.problems.push(Finding { path, line, message });
    }

    pub fn note(&mut self, path: String, line: u32, message: String) {
        self.notes.push(Finding { path, line, message });
    }
}

/// A file of the check of an entry, for messages.
pub fn path(entry: &Entry, name: &str) -> String {
    format!("{}/{name}", entry.checks_path)
}

#[cfg(test)]
mod tests {
    use super::Mutants;

    #[test]
    fn accepted_mutants_do_not_count_for_the_ratio() {
        assert_eq!(Mutants { made: 20, killed: 18, accepted: 2 }.kill_ratio(), 1.0);
        assert_eq!(Mutants { made: 20, killed: 19, accepted: 0 }.kill_ratio(), 0.95);
        assert_eq!(Mutants::default().kill_ratio(), 1.0);
    }
}
