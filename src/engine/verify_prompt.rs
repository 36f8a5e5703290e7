//! The prompt of a question shows what its check tries.

use crate::bank::entry::Entry;
use crate::engine::verified::Verified;
use crate::model::check::ParsedCheck;

/// Every `>>>` of the prompt is an example of a sample case, with the same output.
pub fn prompt_shows_the_samples(entry: &Entry, check: &ParsedCheck, verified: &mut Verified) {
    let samples: Vec<(String, String)> = check
        .samples()
        .flat_map(|case| &case.examples)
        .map(|example| (example.source.trim().to_owned(), example.want.trim().to_owned()))
        .collect();
    for (source, want) in prompt_examples(&entry.question.prompt.text()) {
        if !samples.contains(&(source.clone(), want)) {
            let message =
                format!("the prompt shows `>>> {source}`, and no sample case has this example with this output");
            verified.problem(entry.json_path.clone(), 0, message);
        }
    }
}

/// Source and output of each example in a prompt.
fn prompt_examples(prompt: &str) -> Vec<(String, String)> {
    let mut examples: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in prompt.lines().map(str::trim) {
        if let Some(source) = line.strip_prefix(">>> ") {
            examples.push((source.to_owned(), String::new()));
            open = true;
        } else if line.is_empty() || line.starts_with("```") {
            open = false;
        } else if open && let Some((source, want)) = examples.last_mut() {
            match line.strip_prefix("... ") {
                Some(more) => *source += &format!("\n{more}"),
                None => *want += &(if want.is_empty() { line.to_owned() } else { format!("\n{line}") }),
            }
        }
    }
    examples
}

#[cfg(test)]
mod tests {
    use super::prompt_examples;

    #[test]
    fn examples_of_a_prompt_are_read_with_their_output() {
        let prompt = "Write `f`.\n```\n>>> f(1)\n2\n\n>>> for x in y:\n...     x\n1\n2\n```\nMore prose.";
        let expected = [("f(1)", "2"), ("for x in y:\n    x", "1\n2")];
        let found = prompt_examples(prompt);
        let found: Vec<(&str, &str)> = found.iter().map(|(source, want)| (source.as_str(), want.as_str())).collect();
        assert_eq!(found, expected);
    }
}
