//! What a demo of an explanation shows: each line that it printed just now, and whether its author saw the same.

use crate::compare::prediction::compare;
use crate::model::demo::{DemoEnd, Demonstration};
use crate::model::escape;
use crate::model::verdict::Verdict;
use crate::ui::paint::{Look, Tone};
use crate::ui::prose;
use crate::ui::raised;
use crate::ui::width::chunks;

/// The most lines of a demo on a screen.
// Receipt: the longest of the bank's six prints 9; a demo of a bank of somebody else's must not flood the room.
const MOST_LINES: usize = 40;

/// All of it. In a session the question has a number.
pub fn demonstrated(look: Look, number: Option<usize>, demo: &Demonstration) -> String {
    let of = number.map_or(String::new(), |number| format!(" of Q{number}"));
    let mut lines = vec![look.bold(&format!("Demo{of}, run just now"))];
    let compared = compare(&demo.pinned, &demo.printed);
    let differs = compared.iter().any(|line| !line.right);
    let is_stopped = matches!(demo.end, DemoEnd::Stopped(_));
    for line in compared.iter().filter(|_| !is_stopped).take(MOST_LINES) {
        let (verdict, tone) = if line.right { (Verdict::Pass, Tone::Good) } else { (Verdict::Fail, Tone::Bad) };
        let mark = look.paint(tone, look.mark(verdict));
        let printed = line.printed.as_deref().map_or_else(|| look.dim("nothing"), |text| look.line(text));
        lines.extend(row(&format!("  {mark} "), &printed, look.width));
        if !line.right {
            let pinned = line.predicted.as_deref().map_or_else(|| "nothing".to_owned(), |text| look.line(text));
            lines.extend(row("      ", &format!("its author saw: {pinned}"), look.width));
        }
    }
    if compared.len() > MOST_LINES && !is_stopped {
        lines.push(look.dim(&format!("  and {} more lines", compared.len() - MOST_LINES)));
    }
    match &demo.end {
        DemoEnd::Raised(exception) => {
            let raised = raised::lines(look, exception, None, look.width.saturating_sub(2));
            lines.extend(raised.into_iter().map(|line| format!("  {line}")));
            lines.push(wrapped(
                look,
                "It ended with an exception: a fault of the bank or of this machine, not of your answer.",
            ));
        }
        DemoEnd::Stopped(why) => {
            let text = format!("It was stopped: {}. That says nothing of your answer.", escape::line(why));
            lines.push(wrapped(look, &text));
        }
        DemoEnd::Well if differs => {
            lines.push(wrapped(
                look,
                "Here it printed something else than for its author: what you see is what this Python does.",
            ));
        }
        DemoEnd::Well => {}
    }
    let source = format!("Its source: greenroom show {} --answer", escape::line(&demo.slug));
    lines.push(look.dim(&source));
    lines.join("\n") + "\n"
}

/// It could not be run, for this reason.
pub fn not_run(look: Look, why: &str) -> String {
    let text = format!("The demo could not be run: {}. That says nothing of your answer.", escape::line(why));
    wrapped(look, &text) + "\n"
}

pub fn none() -> String {
    "This question has no demo.\n".to_owned()
}

pub fn running(number: usize) -> String {
    format!("The demo of Q{number} is running.\n")
}

pub fn only_for_explanations() -> String {
    "Only explanations have a demo; code and predictions are checked themselves.\n".to_owned()
}

pub fn comes_with_the_key_points() -> String {
    "The demo proves the key points, so it comes with them: `rate` shows them and closes the question.\n".to_owned()
}

fn wrapped(look: Look, text: &str) -> String {
    prose::wrap(text, look.width)
}

/// Escaped text behind its first columns, broken where the screen ends.
fn row(first: &str, text: &str, columns: usize) -> Vec<String> {
    // Every beginning here is four or six columns wide; colour adds none.
    let indent = if first.trim().is_empty() { first.len() } else { 4 };
    let rows = chunks(text, columns.saturating_sub(indent).max(1));
    let rows = rows.into_iter().enumerate().map(|(index, part)| match index {
        0 => format!("{first}{part}"),
        _ => format!("{}{part}", " ".repeat(indent)),
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::wire::Raised;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    fn demo(printed: &str, end: DemoEnd) -> Demonstration {
        let pinned = "this interpreter has a GIL: True\ntwo deposits of 10, no lock: 10\n".to_owned();
        Demonstration { slug: "gil".to_owned(), pinned, printed: printed.to_owned(), end }
    }

    #[test]
    fn a_demo_shows_line_by_line_what_it_printed() {
        let pinned = demo("", DemoEnd::Well).pinned;
        insta::assert_snapshot!(demonstrated(LOOK, Some(3), &demo(&pinned, DemoEnd::Well)), @r"
        Demo of Q3, run just now
          ✓ this interpreter has a GIL: True
          ✓ two deposits of 10, no lock: 10
        Its source: greenroom show gil --answer
        ");
    }

    #[test]
    fn a_line_that_its_author_did_not_see_is_said_to_be_one() {
        let text = demonstrated(LOOK, None, &demo("this interpreter has a GIL: False\n", DemoEnd::Well));
        insta::assert_snapshot!(text, @r"
        Demo, run just now
          ✗ this interpreter has a GIL: False
              its author saw: this interpreter has a GIL: True
          ✗ nothing
              its author saw: two deposits of 10, no lock: 10
        Here it printed something else than for its author: what you
        see is what this Python does.
        Its source: greenroom show gil --answer
        ");
    }

    #[test]
    fn a_demo_that_fails_is_nobodys_fault_who_answered() {
        let raised =
            Raised { exception: "ImportError".to_owned(), message: "no\u{1b}[2J".to_owned(), trace: Vec::new() };
        let text = demonstrated(LOOK, Some(1), &demo("", DemoEnd::Raised(raised)));
        assert!(text.contains("ImportError") && text.contains("not of your") && !text.contains('\u{1b}'), "{text}");
        let text = demonstrated(LOOK, Some(1), &demo("", DemoEnd::Stopped("over 2 s of CPU time".to_owned())));
        assert!(text.contains("It was stopped: over 2 s of CPU time.") && !text.contains("author saw"), "{text}");
    }
}
