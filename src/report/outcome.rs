//! A row as tests that pass, fail, break or are skipped, as JUnit and Gradescope know them, with no more of hidden cases
//! than candidates may see.

use crate::model::reveal::Reveal;
use crate::model::verdict::Verdict;
use crate::report::result_row::{CaseRow, FailureRow, ResultRow};

/// What became of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    /// Our fault: no failure of the candidate.
    Broken,
    /// Not run, not applicable, or for a human to read.
    Skipped,
}

impl Outcome {
    pub fn of(verdict: Verdict) -> Outcome {
        match verdict {
            Verdict::Pass => Outcome::Passed,
            Verdict::Internal => Outcome::Broken,
            Verdict::NotRun | Verdict::Skipped | Verdict::Manual => Outcome::Skipped,
            Verdict::Fail
            | Verdict::Error
            | Verdict::Timeout
            | Verdict::Memory
            | Verdict::OutputLimit
            | Verdict::Crash
            | Verdict::Blocked
            | Verdict::NotSubmitted => Outcome::Failed,
        }
    }
}

/// A case, or what stands for an answer without cases. Texts are as in the row: not yet escaped.
#[derive(Debug, Clone, PartialEq)]
pub struct Test<'a> {
    pub name: String,
    pub verdict: Verdict,
    pub hidden: bool,
    /// None when it earns no points by itself.
    pub weight: Option<u32>,
    /// Why, in one sentence; may be empty.
    pub sentence: &'a str,
    pub failure: Option<&'a FailureRow>,
}

/// How many tests became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcomes {
    pub tests: u64,
    pub failed: u64,
    pub broken: u64,
    pub skipped: u64,
}

impl Outcomes {
    pub fn add(&mut self, outcome: Outcome) {
        self.tests += 1;
        match outcome {
            Outcome::Passed => {}
            Outcome::Failed => self.failed += 1,
            Outcome::Broken => self.broken += 1,
            Outcome::Skipped => self.skipped += 1,
        }
    }
}

/// The tests of a row, in order.
pub fn tests(row: &ResultRow, reveal: Reveal) -> Vec<Test<'_>> {
    // What no case accounts for happened before the first one.
    let whole = row.verdict != Verdict::Pass && row.cases.iter().all(|case| case.verdict != row.verdict);
    let mut tests = Vec::with_capacity(row.cases.len() + 1);
    if whole || row.cases.is_empty() {
        tests.push(Test {
            name: if row.cases.is_empty() { "answer" } else { "load" }.to_owned(),
            verdict: row.verdict,
            hidden: false,
            weight: row.cases.is_empty().then_some(1),
            sentence: row.reason.as_deref().unwrap_or_else(|| without_cases(row.verdict)),
            failure: None,
        });
    }
    let mut hidden = 0;
    for case in &row.cases {
        hidden += usize::from(case.hidden);
        tests.push(test(case, hidden, reveal));
    }
    tests
}

fn test(case: &CaseRow, number: usize, reveal: Reveal) -> Test<'_> {
    let secret = case.hidden && reveal == Reveal::Never;
    Test {
        name: if secret { format!("hidden {number}") } else { case.name.clone() },
        verdict: case.verdict,
        hidden: case.hidden,
        weight: Some(case.weight),
        sentence: if secret { "" } else { &case.sentence },
        failure: case.failure.as_ref().filter(|_| !case.hidden || reveal == Reveal::After),
    }
}

fn without_cases(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Manual => "an explanation, for a human to read",
        Verdict::NotSubmitted => "nothing was handed in",
        Verdict::Internal => "this answer could not be checked, which is not the candidate's fault",
        _ => "",
    }
}

impl Test<'_> {
    pub fn outcome(&self) -> Outcome {
        Outcome::of(self.verdict)
    }

    /// Why it did not pass: the sentence, or the verdict where there is none.
    pub fn message(&self) -> &str {
        match self.verdict {
            // The sentence says what fails, and this did not.
            Verdict::NotRun => "not run: the answer ended before",
            Verdict::Pass => "pass",
            verdict if self.sentence.is_empty() => verdict.word(),
            _ => self.sentence,
        }
    }

    /// What was called, expected and given, as far as it is revealed; one thing a line.
    pub fn details(&self) -> String {
        let Some(failure) = self.failure else { return String::new() };
        let mut lines = Vec::new();
        let mut add = |label: &str, text: Option<&str>| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                let separator = if text.contains('\n') { "\n" } else { " " };
                lines.push(format!("{label}:{separator}{text}"));
            }
        };
        add("call", Some(&failure.call));
        add("expected", failure.expected.as_deref());
        add("got", failure.got.as_deref());
        add("raised", failure.raised.as_deref());
        add("note", failure.note.as_deref());
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{bare, row};

    fn named(row: &ResultRow, reveal: Reveal) -> Vec<(String, Outcome, bool)> {
        let all = tests(row, reveal);
        all.into_iter().map(|test| (test.name.clone(), test.outcome(), test.failure.is_some())).collect()
    }

    #[test]
    fn hidden_cases_show_what_the_rule_allows() {
        let row = row("ada", "merge", "fpf");
        let owned = |name: &str, outcome, failure| (name.to_owned(), outcome, failure);
        let first = owned("case_a", Outcome::Failed, true);
        let never =
            [first.clone(), owned("hidden 1", Outcome::Passed, false), owned("hidden 2", Outcome::Failed, false)];
        assert_eq!(named(&row, Reveal::Never), never);
        let names = [first.clone(), owned("case_b", Outcome::Passed, false), owned("case_c", Outcome::Failed, false)];
        assert_eq!(named(&row, Reveal::Names), names);
        let after = [first, owned("case_b", Outcome::Passed, false), owned("case_c", Outcome::Failed, true)];
        assert_eq!(named(&row, Reveal::After), after);
        assert!(tests(&row, Reveal::Never).iter().filter(|test| test.hidden).all(|test| test.sentence.is_empty()));
    }

    #[test]
    fn an_answer_that_does_not_load_fails_once_and_its_cases_are_skipped() {
        let row = ResultRow { reason: Some("SyntaxError".to_owned()), ..bare("a", "b", Verdict::Error, "") };
        let row = ResultRow { cases: crate::report::testing::row("a", "b", "nn").cases, ..row };
        let found: Vec<_> = named(&row, Reveal::Names).into_iter().map(|(name, outcome, _)| (name, outcome)).collect();
        let expected = [("load", Outcome::Failed), ("case_a", Outcome::Skipped), ("case_b", Outcome::Skipped)];
        assert_eq!(found, expected.map(|(name, outcome)| (name.to_owned(), outcome)));
        assert_eq!(tests(&row, Reveal::Names)[0].message(), "SyntaxError");
    }

    #[test]
    fn answers_without_cases_are_one_test() {
        for (verdict, outcome) in [
            (Verdict::Manual, Outcome::Skipped),
            (Verdict::NotSubmitted, Outcome::Failed),
            (Verdict::Internal, Outcome::Broken),
            (Verdict::Pass, Outcome::Passed),
        ] {
            let found = named(&bare("a", "b", verdict, ""), Reveal::Names);
            assert_eq!(found, [("answer".to_owned(), outcome, false)]);
        }
    }
}
