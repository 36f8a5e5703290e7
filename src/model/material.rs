//! What a session needs of a bank entry.

use crate::model::check::{CaseKind, Example, ParsedCheck};
use crate::model::question::Question;

/// A question with what its candidate sees of it, and the answers that stay on the trusted side until they are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Material {
    pub question: Question,
    /// The sample cases of a `code` question, as they would look at the prompt.
    pub samples: String,
    /// What the answer file starts with.
    pub starter: String,
    /// What a `predict` question is about.
    pub snippet: Option<String>,
    /// All cases of a `code` question, hidden ones too: nothing of them is shown before the bell.
    pub cases: Vec<OpenCase>,
    /// The code of the second solution of a `code` question: not shown before a pass.
    pub idiom: Option<String>,
}

/// A case of a check as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCase {
    /// The full name of the function.
    pub name: String,
    pub is_sample: bool,
    /// What is said when the case fails. Empty when the author wrote none.
    pub sentence: String,
    /// Its examples, as they would look at the prompt.
    pub text: String,
}

/// The cases of a check, in file order.
pub fn open_cases(check: &ParsedCheck) -> Vec<OpenCase> {
    let cases = check.cases.iter().map(|case| OpenCase {
        name: case.name.clone(),
        is_sample: case.kind == CaseKind::Sample,
        sentence: case.sentence.clone(),
        text: examples_text(&case.examples),
    });
    cases.collect()
}

/// The sample cases of a check, as they would look at the prompt: `>>> call`, and below it what it gives.
pub fn samples_text(check: &ParsedCheck) -> String {
    let mut text = String::new();
    for (index, case) in check.samples().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&examples_text(&case.examples));
    }
    text
}

fn examples_text(examples: &[Example]) -> String {
    let mut text = String::new();
    for example in examples {
        for line in typed(&example.source) {
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str(example.want.trim_end_matches('\n'));
        if !example.want.is_empty() {
            text.push('\n');
        }
    }
    text
}

/// Source as it looks when it is typed at the prompt of Python.
pub fn typed(source: &str) -> Vec<String> {
    let prompts = std::iter::once(">>> ").chain(std::iter::repeat("... "));
    let lines = source.trim_end().lines().map(without_directive);
    prompts.zip(lines).map(|(prompt, line)| format!("{prompt}{line}")).collect()
}

/// A line without the comment that tells the checker how to compare.
fn without_directive(line: &str) -> &str {
    line.split_once("# doctest:").map_or(line, |(code, _)| code).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::check::{Case, Compiled, Expected};

    fn case(name: &str, kind: CaseKind, examples: &[(&str, &str)]) -> Case {
        let examples = examples.iter().map(|(source, want)| Example {
            source: (*source).to_owned(),
            code: Vec::new(),
            line: 1,
            want: (*want).to_owned(),
            expected: Expected::Text { text: String::new(), ellipsis: false, normalize_whitespace: false },
        });
        Case { name: name.to_owned(), kind, sentence: String::new(), line: 1, examples: examples.collect() }
    }

    #[test]
    fn samples_look_like_the_prompt_and_hidden_cases_stay_hidden() {
        let check = ParsedCheck {
            title: "Merge".to_owned(),
            setup: Compiled::default(),
            setup_without_answer: Compiled::default(),
            wants: Vec::new(),
            cases: vec![
                case("sample_two", CaseKind::Sample, &[("merge([1], [2])\n", "[1, 2]\n"), ("reset()\n", "")]),
                case("case_secret", CaseKind::Hidden, &[("merge([], [])\n", "[]\n")]),
                case(
                    "sample_loop",
                    CaseKind::Sample,
                    &[("for x in a:  # doctest: +ANY_ORDER\n    print(x)\n", "1\n2\n")],
                ),
            ],
        };
        insta::assert_snapshot!(samples_text(&check), @r"
        >>> merge([1], [2])
        [1, 2]
        >>> reset()

        >>> for x in a:
        ...     print(x)
        1
        2
        ");
    }
}
