//! The report of a session as Markdown: what a page shows, to be kept among one's own notes.

use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::verdict::Verdict;
use crate::notes::prose::markdown_line;
use crate::report::axes::axes;
use crate::report::opened::Opened;
use crate::report::session_facts::{fact_list, remark_lines, when};
use crate::report::session_insight;
use crate::report::session_markdown_article::article;
use crate::report::session_markdown_text::{SENTENCE, add, fence, name, sentence};
use crate::report::session_partner;
use crate::report::text;

/// The document. `opened` has the questions of the report, in its order.
pub fn render(report: &SessionReport, opened: &[Opened<'_>]) -> String {
    let mut page = format!("# {}\n\n{}\n", name(&report.title), sentence(&when(report)));
    page += "\n| | | |\n| --- | ---: | --- |\n";
    for axis in axes(report) {
        let own = axis.judge.label().map_or(String::new(), |label| format!(" ({label})"));
        add(&mut page, format_args!("| {}{own} | {} | {} |\n", axis.name, axis.figure, axis.about));
    }
    page += &steps(report);
    page += &table(&report.questions);
    page += &session_partner::markdown(report, opened, sentence);
    page += &session_insight::markdown(report, |line| markdown_line(&text::short(line, SENTENCE)));
    let remarks = remark_lines(report);
    if !remarks.is_empty() {
        page += "\n## Remarks\n\n";
        remarks.iter().for_each(|remark| add(&mut page, format_args!("- {}\n", sentence(remark))));
    }
    for ((question, opened), number) in report.questions.iter().zip(opened).zip(1..) {
        page += &article(report, question, opened, number);
    }
    page += "\n## The session\n\n";
    for (fact, value) in fact_list(report) {
        add(&mut page, format_args!("- {fact}: {}\n", sentence(&value)));
    }
    page
}

fn steps(report: &SessionReport) -> String {
    let mut lines = String::from("\n## Next\n");
    for step in &report.next {
        add(&mut lines, format_args!("\n{}\n\n{}", sentence(&step.why), fence(&step.command, "sh")));
    }
    if report.next.is_empty() { String::new() } else { lines }
}

fn table(questions: &[QuestionReport]) -> String {
    let mut table = String::from(
        "\n## Question by question\n\n| | question | time | at the bell | best | hints | self-rating |\n\
         | ---: | --- | ---: | --- | --- | ---: | ---: |\n",
    );
    let of = |verdict: Verdict, passed: u64, total: u64| {
        if total > 0 { format!("{verdict} {passed}/{total}") } else { verdict.to_string() }
    };
    for (question, number) in questions.iter().zip(1..) {
        let best = match question.was_better() {
            true => of(question.best, question.best_passed, question.total),
            false if question.is_judged() => "the same".to_owned(),
            false => "–".to_owned(),
        };
        let rated =
            question.self_rating().map_or("–".to_owned(), |(given, possible)| format!("{given} of {possible}"));
        let time = format!("{} of {}", text::clock(question.used_s), text::clock(question.budget_s));
        let bell = of(question.verdict, question.passed, question.total);
        let hints = format!("{} of {}", question.hints, question.hints_available);
        let title = name(&question.title);
        add(&mut table, format_args!("| {number} | {title} | {time} | {bell} | {best} | {hints} | {rated} |\n"));
    }
    table
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::report::session_hostile::hostile;
    use crate::report::session_testing::{opened, report};

    #[test]
    fn a_report_has_every_part() {
        let (report, opened) = (report(), opened());
        let page = render(&report, &opened.of());
        for part in [
            "# 30-minute phone screen",
            "| Explanation (self-rated) | 3 of 6 |",
            "```sh\ngreenroom check merge-sorted-lists room/2-merge-sorted-lists/answer.py\n```",
            "| 2 | Merge two sorted lists | 12:00 of 11:00 | fail 7/9 | pass 9/9 | 1 of 2 | – |",
            "\nLines behind − were expected, lines behind + are what you got.\n",
            "- [1, 2, 3]\n+ [1, 3, 2]\n",
            "### A model answer\n\nSECRET model answer",
            "### What the interviewer would have said\n\n- ",
            "### Common mistakes\n\n- ",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    /// Nothing in the page is HTML, a link or an image, wherever a reader of Markdown stands.
    #[track_caller]
    fn assert_inert(page: &str) {
        for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
            let is_active = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
            );
            assert!(!is_active, "{event:?} in {page}");
        }
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\0', '\r']), "{page}");
    }

    #[test]
    fn hostile_answers_are_inert() {
        let text = "```\n<script>alert(1)</script> ![x](http://x.y) [a](javascript:b) <http://x.y>\n~~~\n````\n\u{202e}\u{1b}[2J | b";
        let (report, opened) = hostile(text);
        assert_inert(&render(&report, &opened.of()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_written(text in any::<String>()) {
            let (report, opened) = hostile(&text);
            assert_inert(&render(&report, &opened.of()));
        }
    }
}
