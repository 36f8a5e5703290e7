//! What a report adds to the figures: what was never asked, how explanations were delivered, and where a candidate's own
//! rating and the results are far apart. For a page and for Markdown.

use maud::{Markup, PreEscaped, html};

use crate::model::delivery::Criterion;
use crate::model::event::Asker;
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::unasked::Unasked;
use crate::notes::prose::html_line;
use crate::report::text;

/// The remarks on the whole session, as a page shows them.
pub fn section(report: &SessionReport) -> Markup {
    html! {
        @for (heading, lines) in parts(report) {
            section.insight { h2 { (heading) } ul { @for line in &lines { li.wrap { (marked(line)) } } } }
        }
    }
}

/// One line in which only code is marked.
pub fn marked(line: &str) -> Markup {
    PreEscaped(html_line(&text::line(line)))
}

/// The same as Markdown. `sentence` makes a text of others inert.
pub fn markdown(report: &SessionReport, sentence: impl Fn(&str) -> String) -> String {
    let parts = parts(report).into_iter().map(|(heading, lines)| {
        let lines: String = lines.iter().map(|line| format!("- {}\n", sentence(line))).collect();
        format!("\n## {heading}\n\n{lines}")
    });
    parts.collect()
}

/// Those that have something to say.
fn parts(report: &SessionReport) -> Vec<(&'static str, Vec<String>)> {
    let unasked = report.questions.iter().zip(1..).flat_map(|(question, number)| {
        question.unasked.iter().map(move |unasked| format!("Question {number}: {}", unasked.says))
    });
    let confidence = report.confidence.iter().map(|note| note.says.clone());
    let parts = [
        ("What a question would have told", unasked.collect::<Vec<_>>()),
        ("Your rating and your results", confidence.collect::<Vec<_>>()),
    ];
    parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

/// The clarification of this number, from 1, if it was never asked and would have told about what failed.
pub fn unasked(row: &QuestionReport, number: u64) -> Option<&Unasked> {
    row.unasked.iter().find(|unasked| unasked.number == number)
}

/// How an explanation was delivered, as Markdown.
pub fn delivery_markdown(row: &QuestionReport) -> String {
    let lines: String = row
        .delivery
        .iter()
        .map(|rated| format!("- {} (self-rated {})\n", asks(rated.criterion), rated.self_rated))
        .collect();
    if lines.is_empty() { lines } else { format!("\n### Delivery\n\n{lines}") }
}

/// What a criterion of delivery asks for.
pub fn asks(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Structure => "the answer came first, then its reasons in an order",
        Criterion::Example => "there was an example, a number or a line of code",
        Criterion::Words => "plain words, and each term explained",
    }
}

/// Who put a follow-up.
pub fn asker(by: Asker) -> &'static str {
    match by {
        Asker::Greenroom => "asked by greenroom",
        Asker::Interviewer => "asked by the interviewer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::session_testing::report;

    #[test]
    fn a_report_tells_what_was_never_asked_and_where_the_rating_is_far_off() {
        let page = section(&report()).into_string();
        for part in [
            "What a question would have told",
            "Question 2: You never asked: “May it be empty?”",
            "surer than your results",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        insta::assert_snapshot!(markdown(&report(), str::to_owned), @r"

        ## What a question would have told

        - Question 2: You never asked: “May it be empty?” It would have told you: nothing is still a list (`case_2` failed).

        ## Your rating and your results

        - You rated yourself 90 % on object-model and predicted 2 of 6 lines right: you are surer than your results.
        ");
        insta::assert_snapshot!(delivery_markdown(&report().questions[2]), @r"

        ### Delivery

        - the answer came first, then its reasons in an order (self-rated 0.5)
        - plain words, and each term explained (self-rated 1)
        ");
    }

    #[test]
    fn who_asked_and_rated_as_it_was_hears_nothing() {
        let mut plain = report();
        plain.confidence.clear();
        plain.questions.iter_mut().for_each(|question| {
            question.unasked.clear();
            question.delivery.clear();
        });
        assert_eq!(section(&plain).into_string() + &markdown(&plain, str::to_owned), "");
        assert_eq!(delivery_markdown(&plain.questions[2]), "");
    }
}
