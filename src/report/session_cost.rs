//! What a session's page and its Markdown say of the cost of an answer, in the same sentences.

use maud::{Markup, html};

use crate::model::claim::JudgedClaim;
use crate::model::cost_report::CostReport;
use crate::model::growth::named;
use crate::report::text;

/// How much of the candidate's sentence is shown.
const SENTENCE: usize = 300;

/// What was claimed beside what is known of it, a sentence a line. Nothing of it is escaped.
pub fn sentences(cost: &CostReport) -> Vec<String> {
    let author = cost.author;
    let counted = named(&cost.counted).map(|classes| format!("counted as {classes}"));
    let Some(judged @ JudgedClaim { claim, space, .. }) = &cost.judged else {
        let counted = counted.map_or(String::new(), |counted| format!("; {counted}"));
        return vec![format!(
            "Nothing was claimed{counted}; the author's answer is {} in {}.",
            author.time, author.space
        )];
    };
    let counted = counted.map_or(String::new(), |counted| format!(" The code was {counted}."));
    let mut lines = vec![
        format!("Time {}: {}.{counted} The author's answer is {}.", claim.time, judged.time_in_words(), author.time),
        format!("Space {}: {}. The author's answer takes {}.", claim.space, space.in_words(), author.space),
    ];
    if !claim.why.is_empty() {
        lines.push(format!("You said: {}", text::short(&claim.why, SENTENCE)));
    }
    if !cost.is_of_final_answer {
        lines.push("That was said of an earlier version than the one at the bell.".to_owned());
    }
    lines
}

/// The section of a page; nothing where there was no card.
pub fn section(cost: Option<&CostReport>) -> Markup {
    html! {
        @if let Some(cost) = cost {
            section {
                h3 { "What it costs" }
                ul { @for line in sentences(cost) { li.wrap { (text::line(&line)) } } }
                p.soft { "Claimed, and counted by the answer itself: advice, which no verdict knows of." }
            }
        }
    }
}
