//! The sentences before the clock starts.

use std::time::Duration;

use crate::model::escape;
use crate::model::verdict::Verdict;
use crate::ui::paint::Look;
use crate::ui::prose;

/// The last line before the clock.
pub fn start_prompt(look: Look, has_editor: bool) -> String {
    look.bold(if has_editor {
        "Enter starts the clock, e edits the sample, q leaves."
    } else {
        "Enter starts the clock, q leaves."
    })
}

/// The sample, which is wrong by intent, was checked before the clock started.
pub fn sample_tried(look: Look, file: &str, verdict: Verdict, took: Duration) -> String {
    let file = escape::terminal(file);
    let text = match verdict {
        Verdict::Fail => format!(
            "The checker works: it found the mistake in the sample `{file}` in {} ms. To try your editor, mend it and save.",
            took.as_millis()
        ),
        verdict => {
            format!("The sample `{file}` should fail and was found to be `{verdict}`; `greenroom doctor` says more.")
        }
    };
    prose::wrap(&text, look.width) + "\n"
}

pub fn sample_heading(took: Duration) -> String {
    format!("Sample, checked in {} ms", took.as_millis())
}

pub fn not_started() -> String {
    "Nothing was started.\n".to_owned()
}

pub fn sample_failed(reason: &str) -> String {
    format!("The sample could not be checked: {}. This is greenroom's fault, not yours.\n", escape::terminal(reason))
}
