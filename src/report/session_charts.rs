//! The charts of a session's page beside the strip: budgets, topics, and the answers at the bell against the best before it.
//! Inline SVG, 360 units wide as on the page of a class.

use maud::{Markup, html};

use crate::model::session_report::{QuestionReport, SessionReport};
use crate::report::text;

const WIDTH: f64 = 360.0;

/// From one row to the next, and where in it the bar lies below its name.
const STEP: f64 = 34.0;
const BAR: f64 = 8.0;

/// Right of the bars stands a figure.
const FIGURE: f64 = 108.0;

/// How much of a name fits above a bar.
// Receipt: 40 wide letters of 11 pixels take under 300 units.
const LABEL_LETTERS: usize = 40;

/// The most rows of one chart.
const ROWS: usize = 40;

struct Row {
    label: String,
    /// Drawn on the line whose top is given.
    bar: Box<dyn Fn(f64) -> Markup>,
    figure: String,
    is_bad: bool,
}

/// How much of its budget each question took. The line is the budget.
pub fn budgets(report: &SessionReport) -> Markup {
    let most = report.questions.iter().map(|question| question.used_s.max(question.budget_s)).max().unwrap_or(1).max(1);
    let scale = (WIDTH - FIGURE) / most as f64;
    let rows = numbered(report).map(|(number, question)| {
        let (used, budget) = (question.used_s as f64 * scale, question.budget_s as f64 * scale);
        let is_over = question.used_s > question.budget_s;
        Row {
            label: label(number, question),
            bar: Box::new(move |y| {
                html! {
                    rect.room x="0" y=(y) width=(round(budget)) height=(BAR) rx="2" {}
                    rect.bar x="0" y=(y) width=(round(used.min(budget))) height=(BAR) rx="2" {}
                    @if is_over { rect.warn x=(round(budget)) y=(y) width=(round(used - budget)) height=(BAR) rx="2" {} }
                    line.mark x1=(round(budget)) x2=(round(budget)) y1=(y - 3.0) y2=(y + BAR + 3.0) {}
                }
            }),
            figure: format!("{} of {}", text::clock(question.used_s), text::clock(question.budget_s)),
            is_bad: is_over,
        }
    });
    figure("Budget against used", "the line is the budget; beyond it, time that was missing elsewhere", rows.collect())
}

/// How much of each topic was right at the bell. What was only rated stands below, in another bar.
pub fn topics(report: &SessionReport) -> Markup {
    let mut topics: Vec<&str> = Vec::new();
    for question in &report.questions {
        if !topics.contains(&question.topic.as_str()) {
            topics.push(&question.topic);
        }
    }
    let room = WIDTH - FIGURE;
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
            rows.push(Row { label: label.clone(), bar: share_bar(room, share, "bar"), figure, is_bad: false });
        }
        if !ratings.is_empty() {
            let (given, possible) = ratings.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let share = if possible > 0.0 { given / possible } else { 0.0 };
            let figure = format!("{given} of {possible}");
            let label = format!("{label}, self-rated");
            rows.push(Row { label, bar: share_bar(room, share, "own"), figure, is_bad: false });
        }
        if total == 0 && ratings.is_empty() {
            let bar = share_bar(room, 0.0, "bar");
            rows.push(Row { label, bar, figure: "nothing".to_owned(), is_bad: false });
        }
    }
    figure("Results by topic", "cases and lines that pass at the bell; points where you rated yourself", rows)
}

/// What passed at the bell, and behind it what the best version passed.
pub fn bell_and_best(report: &SessionReport) -> Markup {
    let room = WIDTH - FIGURE;
    let judged = numbered(report).filter(|(_, question)| question.total > 0);
    let rows = judged.map(|(number, question)| {
        let total = question.total as f64;
        let (bell, best) = (question.passed as f64 / total, (question.best_passed as f64 / total).min(1.0));
        let figure = if question.was_better() {
            format!("{}, best {} of {}", question.passed, question.best_passed, question.total)
        } else {
            format!("{} of {}", question.passed, question.total)
        };
        Row {
            label: label(number, question),
            bar: Box::new(move |y| {
                html! {
                    rect.room x="0" y=(y) width=(room) height=(BAR) rx="2" {}
                    rect.bar2 x="0" y=(y) width=(round(room * best)) height=(BAR) rx="2" {}
                    rect.bar x="0" y=(y + 1.5) width=(round(room * bell)) height=(BAR - 3.0) rx="1" {}
                }
            }),
            figure,
            is_bad: question.was_better(),
        }
    });
    figure("At the bell against the best", "cases and lines; the light bar is the best version", rows.collect())
}

fn share_bar(room: f64, share: f64, class: &'static str) -> Box<dyn Fn(f64) -> Markup> {
    Box::new(move |y| {
        html! {
            rect.room x="0" y=(y) width=(room) height=(BAR) rx="2" {}
            rect class=(class) x="0" y=(y) width=(round(room * share.clamp(0.0, 1.0))) height=(BAR) rx="2" {}
        }
    })
}

fn numbered(report: &SessionReport) -> impl Iterator<Item = (usize, &QuestionReport)> {
    (1..).zip(&report.questions)
}

fn label(number: usize, question: &QuestionReport) -> String {
    format!("{number} {}", text::short(&question.title, LABEL_LETTERS))
}

fn figure(title: &str, about: &str, rows: Vec<Row>) -> Markup {
    let shown = &rows[..rows.len().min(ROWS)];
    let height = STEP * shown.len() as f64;
    html! {
        figure {
            figcaption { (title) span.soft { (about) } }
            @if rows.is_empty() {
                p.soft { "There is nothing to draw." }
            } @else {
                svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label={ (title) ": " (about) } {
                    @for (index, row) in shown.iter().enumerate() {
                        @let top = index as f64 * STEP;
                        text x="0" y=(top + 12.0) { (row.label) }
                        ((row.bar)(top + 18.0))
                        text.warn-text[row.is_bad] x=(WIDTH) y=(top + 26.0) text-anchor="end" { (row.figure) }
                    }
                }
            }
            @if rows.len() > shown.len() { p.soft { "and " (rows.len() - shown.len()) " more in the table" } }
        }
    }
}

/// Hundredths are fine enough for any screen, and short.
fn round(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
