//! A check after the loader has read it: set-up to run, cases to try, and what each example must give.

use serde::{Deserialize, Serialize};

/// Grows when the meaning of a parsed check changes, so that caches of older versions are not read.
pub const PARSED_CHECK_VERSION: u32 = 2;

/// A check, parsed by CPython's own `ast` and `doctest`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParsedCheck {
    /// First line of the module's docstring.
    pub title: String,
    /// The module without case functions, docstrings and comments: all that a child sees of the check.
    pub setup: Compiled,
    /// The set-up without its import of the answer, for `source_*` cases.
    pub setup_without_answer: Compiled,
    /// The names that the check imports from the answer.
    pub wants: Vec<String>,
    /// In file order.
    pub cases: Vec<Case>,
}

/// Python source, and what the interpreter that parsed the check makes of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Compiled {
    pub source: String,
    /// The code object, as CPython's `marshal` writes it. Only that interpreter reads it.
    pub code: Vec<u8>,
}

impl ParsedCheck {
    pub fn case(&self, name: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.name == name)
    }

    /// Whether it says inputs of growing size: a function `growing(size)` in its set-up, which the loader writes anew.
    pub fn grows(&self) -> bool {
        self.setup.source.lines().any(|line| line.starts_with("def growing("))
    }

    pub fn samples(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| case.kind == CaseKind::Sample)
    }
}

/// A named group of examples: one function of the check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// The full name of the function.
    pub name: String,
    pub kind: CaseKind,
    /// What is said to the candidate when the case fails. Empty when the author wrote none.
    pub sentence: String,
    /// Line of the function in the check, from 1.
    pub line: u32,
    pub examples: Vec<Example>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseKind {
    /// `sample_*`: shown to the candidate.
    Sample,
    /// `case_*`: hidden.
    Hidden,
    /// `source_*`: hidden, looks at the source of the answer and never runs it.
    Source,
}

/// One `>>>` of a docstring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// An interactive statement. Ends in a newline.
    pub source: String,
    /// The code object of the statement, as CPython's `marshal` writes it.
    pub code: Vec<u8>,
    /// Line in the check, from 1.
    pub line: u32,
    /// What was written below the example, for the reader.
    pub want: String,
    pub expected: Expected,
}

/// What an example must give. Stays on the trusted side of the wall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Expected {
    /// Displayed values, in order, each an encoded canonical tree. Empty: nothing but None may be displayed.
    Values { values: Vec<Vec<u8>>, any_order: bool, approx: bool },
    /// An exact int within these bounds, both included.
    Between { low: i64, high: i64 },
    /// Printed text.
    Text { text: String, ellipsis: bool, normalize_whitespace: bool },
    /// An exception of exactly this type: `ValueError` for a builtin, `module.Name` for others.
    Raises { exception: String },
    /// Whatever the reference answer displays.
    Reference { any_order: bool, approx: bool },
}

/// Why the loader refuses a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckProblem {
    /// Line in the check, from 1; 0 when the whole file is meant.
    pub line: u32,
    pub message: String,
}
