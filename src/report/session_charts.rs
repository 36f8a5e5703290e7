//! The charts of a session's page beside the strip: budgets, topics, and the answers at the bell against the best before it.
//! Made of boxes, as the strip is, so that letters keep their size at any width.

use maud::{Markup, html};

use crate::model::session_report::{QuestionReport, SessionReport};
use crate::report::session_facts::percent;
use crate::report::text;

/// How much of a name fits above a bar; a longer one is cut.
const LABEL_LETTERS: usize = 60;

/// The most rows of one chart.
const ROWS: usize = 40;

struct Row {
    label: String,
    bar: Markup,
    figure: String,
    is_bad: bool,
}

/// How much of its budget each question took. The line is the budget.
pub fn budgets(report: &SessionReport) -> Markup {
    let most = report.questions.iter().map(|question| question.used_s.max(question.budget_s)).max().unwrap_or(1).max(1);
    let share = |seconds: u64| seconds as f64 / most as f64;
    let rows = numbered(report).map(|(number, question)| {
        let (used, budget) = (share(question.used_s), share(question.budget_s));
        let is_over = question.used_s > question.budget_s;
        Row {
            label: label(number, question),
            bar: html! {
                (part("room", 0.0, budget))
                (part("bar", 0.0, used.min(budget)))
                @if is_over { (part("over", budget, used - budget)) }
                i.limit style={ "left:" (percent(budget)) "%" } {}
            },
            figure: format!("{} of {}", text::clock(question.used_s), text::clock(question.budget_s)),
            is_bad: is_over,
        }
    });
    figure("Budget against used", "the line is the budget; what is beyond it was missing elsewhere", rows.collect())
}

/// How much of each topic was right at the bell. What was only rated stands below, in another bar.
pub fn topics(report: &SessionReport) -> Markup {
    let mut topics: Vec<&str> = Vec::new();
    for question in &report.questions {
        if !topics.contains(&question.topic.as_str()) {
            topics.push(&question.topic);
        }
    }
    let mut rows = Vec::new();
    for topic in topics {
        let of_topic = || report.questions.iter().filter(|question| question.topic == topic);
        let judged: Vec<&QuestionReport> = of_topic().filter(|question| question.total > 0).collect();
        let (passed, total): (u64, u64) =
            judged.iter().fold((0, 0), |sum, question| (sum.0 + question.passed, sum.1 + question.total));
        let ratings: Vec<(f64, f64)> = of_topic().filter_map(QuestionReport::self_rating).collect();
        let label = text::short(topic, LABEL_LETTERS);
        if total > 0 {
            let share = passed as f64 / total as f64;
            let figure = format!("{passed} of {total}");
            rows.push(Row { label: label.clone(), bar: share_bar(share, "bar"), figure, is_bad: false });
        }
        if !ratings.is_empty() {
            let (given, possible) = ratings.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let share = if possible > 0.0 { given / possible } else { 0.0 };
            let figure = format!("{given} of {possible}");
            let label = format!("{label}, self-rated");
            rows.push(Row { label, bar: share_bar(share, "own"), figure, is_bad: false });
        }
        if total == 0 && ratings.is_empty() {
            let bar = share_bar(0.0, "bar");
            rows.push(Row { label, bar, figure: "nothing".to_owned(), is_bad: false });
        }
    }
    figure("Results by topic", "cases and lines that pass at the bell; points where you rated yourself", rows)
}

/// What passed at the bell, and behind it what the best version passed; nothing where nothing was checked.
pub fn bell_and_best(report: &SessionReport) -> Markup {
    let judged = numbered(report).filter(|(_, question)| question.total > 0);
    let rows = judged.map(|(number, question)| {
        let total = question.total as f64;
        let (bell, best) = (question.passed as f64 / total, question.best_passed as f64 / total);
        let figure = if question.was_better() {
            format!("{}, best {} of {}", question.passed, question.best_passed, question.total)
        } else {
            format!("{} of {}", question.passed, question.total)
        };
        Row {
            label: label(number, question),
            bar: html! {
                (part("room", 0.0, 1.0))
                @if best > bell { (part("best", 0.0, best)) }
                (part("bar", 0.0, bell))
            },
            figure,
            is_bad: question.was_better(),
        }
    });
    let rows: Vec<Row> = rows.collect();
    html! {
        @if !rows.is_empty() {
            (figure("At the bell against the best", "cases and lines; the outline is the best version", rows))
        }
    }
}

fn share_bar(share: f64, class: &str) -> Markup {
    html! { (part("room", 0.0, 1.0)) (part(class, 0.0, share)) }
}

/// A stretch of a bar, as shares of its whole width.
fn part(class: &str, from: f64, length: f64) -> Markup {
    html! { i class=(class) style={ "left:" (percent(from)) "%;width:" (percent(length)) "%" } {} }
}

fn numbered(report: &SessionReport) -> impl Iterator<Item = (usize, &QuestionReport)> {
    (1..).zip(&report.questions)
}

fn label(number: usize, question: &QuestionReport) -> String {
    format!("{number} {}", text::short(&question.title, LABEL_LETTERS))
}

fn figure(title: &str, about: &str, rows: Vec<Row>) -> Markup {
    let shown = &rows[..rows.len().min(ROWS)];
    html! {
        figure {
            figcaption { (title) span.soft { (about) } }
            @if rows.is_empty() {
                p.soft { "There is nothing to draw." }
            } @else {
                div.gauges {
                    @for row in shown {
                        div.gauge {
                            span { (row.label) }
                            b.warn-text[row.is_bad] { (row.figure) }
                            div { (row.bar) }
                        }
                    }
                    @if rows.len() > shown.len() { p.soft { "and " (rows.len() - shown.len()) " more in the table" } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::session_testing::report;

    #[test]
    fn a_bar_shows_its_budget_and_what_is_beyond_it() {
        let page = budgets(&report()).into_string();
        for part in [
            "<span>2 Merge two sorted lists</span><b class=\"warn-text\">12:00 of 11:00</b>",
            "<i class=\"over\" style=\"left:78.57%;width:7.14%\"></i><i class=\"limit\" style=\"left:78.57%\">",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    #[test]
    fn only_a_version_that_was_better_has_an_outline() {
        let page = bell_and_best(&report()).into_string();
        assert!(page.contains("7, best 9 of 9") && page.matches("class=\"best\"").count() == 1, "{page}");
    }

    #[test]
    fn a_session_of_nothing_has_charts_that_say_so() {
        let mut empty = report();
        empty.questions.clear();
        for chart in [budgets(&empty), topics(&empty)] {
            assert!(chart.into_string().contains("There is nothing to draw."));
        }
    }

    #[test]
    fn where_nothing_was_checked_there_is_no_best_to_draw() {
        let mut unanswered = report();
        unanswered.questions.iter_mut().for_each(|question| question.total = 0);
        assert_eq!(bell_and_best(&unanswered).into_string(), "");
    }
}
