//! The report of a session as a page: what was reached, how the time went, what to do next, and every question opened.
//! One file without scripts that loads nothing.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::model::session_report::SessionReport;
use crate::report::axes::axes;
use crate::report::html::POLICY;
use crate::report::opened::Opened;
use crate::report::session_charts as charts;
use crate::report::session_facts::{NAME, fact_list, percent, remark_lines, when};
use crate::report::session_insight;
use crate::report::session_partner;
use crate::report::session_questions as questions;
use crate::report::session_strip::strip;
use crate::report::session_table;
use crate::report::text;

const STYLE: &str = concat!(include_str!("html.css"), include_str!("session.css"));

/// The document. `opened` has the questions of the report, in its order.
pub fn render(report: &SessionReport, opened: &[Opened<'_>]) -> String {
    let title = text::short(&report.title, NAME);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (text::short(&report.session, NAME)) }
                style { (PreEscaped(STYLE)) }
            }
            body.session {
                header {
                    p.kicker { "Greenroom · session " b { (text::short(&report.session, NAME)) } }
                    h1 { (title) }
                    p.soft { (when(report)) }
                }
                main {
                    (tiles(report))
                    (next(report))
                    (session_partner::section(report, opened))
                    h2 { "How the time went" }
                    (strip(report))
                    div.charts {
                        (charts::budgets(report))
                        (charts::topics(report))
                        (charts::bell_and_best(report))
                    }
                    h2 { "Question by question" }
                    (session_table::table(report))
                    (session_insight::section(report))
                    (remarks(report))
                    @for (index, opened) in opened.iter().enumerate() {
                        (questions::article(report, index, opened))
                    }
                    (facts(report))
                }
                footer {
                    p.wrap {
                        "Made by Greenroom " (env!("CARGO_PKG_VERSION")) ". Every number is also in " code { "report.json" }
                        "; " code { "greenroom audit " (text::short(&report.session, NAME)) }
                        " runs every answer again and compares the verdicts."
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn tiles(report: &SessionReport) -> Markup {
    html! {
        ul.axes {
            @for axis in axes(report) {
                li class=(axis.judge.class()) {
                    h2 { (axis.name) @if let Some(label) = axis.judge.label() { " " span.tag { (label) } } }
                    b { (axis.figure) }
                    div.meter { i style={ "width:" (percent(axis.share.unwrap_or(0.0))) "%" } {} }
                    p.soft { (axis.about) }
                }
            }
        }
    }
}

fn next(report: &SessionReport) -> Markup {
    html! {
        @if !report.next.is_empty() {
            section.next {
                h2 { "Next" }
                ol {
                    @for step in &report.next {
                        li { (command(&step.command)) p.soft { (text::line(&step.why)) } }
                    }
                }
            }
        }
    }
}

/// Its words are boxes, so that no line ends behind a `--`.
fn command(command: &str) -> Markup {
    let command = text::line(command);
    html! {
        code.command {
            @for (index, word) in command.split(' ').enumerate() { @if index > 0 { " " } span { (word) } }
        }
    }
}

fn remarks(report: &SessionReport) -> Markup {
    let lines = remark_lines(report);
    html! {
        @if !lines.is_empty() {
            section.first { h2 { "Remarks" } ul { @for line in &lines { li.wrap { (line) } } } }
        }
    }
}

fn facts(report: &SessionReport) -> Markup {
    html! {
        section.facts {
            h2 { "The session" }
            dl { @for (name, value) in fact_list(report) { div { dt { (name) } dd.wrap { (value) } } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::session_hostile::{assert_sound, hostile};
    use crate::report::session_testing::{opened, report};

    #[test]
    fn a_page_has_every_part_and_nothing_active() {
        let (report, opened) = (report(), opened());
        let page = render(&report, &opened.of());
        assert_sound(&page);
        for part in [
            "30-minute phone screen",
            "21 November 2026, 10:00 UTC · 29:00 of 30:00 · ended by the bell",
            "Independence",
            "<span>greenroom</span> <span>check</span> <span>merge-sorted-lists</span>",
            "1 pause, 1 h 05 min in all",
            "SECRET model answer",
            "case_2",
            "Question 2 is medium",
            "Lines behind − were expected",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        let lowered = page.to_lowercase();
        assert!(!lowered.contains("hire") && !lowered.contains("overall"), "no single figure");
    }

    #[test]
    fn a_page_loads_nothing() {
        for loader in ["url(", "@import", "http:", "https:", "src="] {
            assert!(!render(&report(), &opened().of()).contains(loader), "{loader}");
        }
        assert!(POLICY.contains("default-src 'none'"), "{POLICY}");
    }

    #[test]
    fn an_empty_session_is_a_page() {
        let mut empty = report();
        empty.questions.clear();
        empty.timeline.clear();
        empty.next.clear();
        empty.pauses.clear();
        assert_sound(&render(&empty, &[]));
    }

    #[test]
    fn hostile_answers_are_inert() {
        let text =
            "</pre></div><script>alert(1)</script>\u{1b}]0;x\u{7}\u{202e}\" onclick=x <!-- ]]> &lt;\0\r\n\u{2028}";
        let (report, opened) = hostile(text);
        let page = render(&report, &opened.of());
        assert_sound(&page);
        assert!(page.contains("&lt;script&gt;") && page.contains(r"\u202e"), "{page}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_a_text(text in any::<String>()) {
            let (report, opened) = hostile(&text);
            assert_sound(&render(&report, &opened.of()));
        }
    }
}
