//! Verify that the Python in a model answer does what it says: a block runs, and prints what its examples claim.

use crate::bank::entry::Entry;
use crate::engine::cases::ended;
use crate::engine::error::EvaluateError;
use crate::engine::options::terms;
use crate::engine::verified::Verified;
use crate::judge::judge::Judge;

/// Runs a block with examples. The display hook of a child records values; here they are printed, as doctest wants it.
const DOCTEST: &str = include_str!("examples.py");

/// Run each fenced block of Python, in an answer's child.
pub fn verify_model_answer(judge: &mut Judge, entry: &Entry, verified: &mut Verified) -> Result<(), EvaluateError> {
    for (number, block) in blocks(&entry.question.model_answer.text()).into_iter().enumerate() {
        let has_examples = block.lines().any(|line| line.trim_start().starts_with(">>>"));
        let script = if has_examples { format!("BLOCK = {}\n{DOCTEST}", quoted(&block)) } else { block };
        let problem = match judge.script(&terms(&entry.question), &script)? {
            Err(end) => ended(&end, &entry.question.limits).1.note,
            Ok(printed) => match printed.raised {
                Some(raised) => Some(format!("ends with {}: {}", raised.exception, raised.message)),
                None if has_examples && !printed.text.is_empty() => Some(printed.text.trim_end().to_owned()),
                None => None,
            },
        };
        if let Some(problem) = problem {
            let message = format!("block {} of Python in `model_answer`: {problem}", number + 1);
            verified.problem(entry.json_path.clone(), 0, message);
        }
    }
    Ok(())
}

/// The text of each block that is fenced as Python.
fn blocks(markdown: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<(bool, Vec<&str>)> = None;
    for line in markdown.lines() {
        match (line.trim_start().strip_prefix("```"), &mut open) {
            (Some(language), None) => open = Some((matches!(language.trim(), "python" | "py"), Vec::new())),
            (Some(_), Some(_)) => {
                if let Some((true, lines)) = open.take() {
                    blocks.push(lines.join("\n") + "\n");
                }
            }
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    blocks
}

/// As a string literal of Python: what JSON escapes, Python reads.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn blocks_of_python_are_found_and_others_are_not() {
        let text =
            "First:\n```python\nx = 1\nprint(x)\n```\nthen\n```\n$ python\n```\n```py\n>>> 1\n1\n```\n```python\nopen";
        assert_eq!(blocks(text), ["x = 1\nprint(x)\n", ">>> 1\n1\n"]);
    }
}
