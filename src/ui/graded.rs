//! What `grade` and `merge` say at their end: how many answers got which verdict, who is below a mark, and where the results
//! are.

use crate::compare::quote::counted;
use crate::model::escape::inert;
use crate::model::isolation::Level;
use crate::model::pass_mark::percent;
use crate::model::tally::Tally;
use crate::ui::grading::MOST_NAMED;
use crate::ui::paint::{Look, Tone};

/// What there is to say.
#[derive(Debug)]
pub struct Summary<'a> {
    pub tally: &'a Tally,
    pub level: Level,
    /// Answers that were handed in late, and that tampered.
    pub late: usize,
    pub tampering: usize,
    /// Candidates below a mark.
    pub below: Vec<BelowLine<'a>>,
    /// Where the results stand.
    pub results: &'a str,
}

/// Somebody below a mark, in ten-thousandths of the points.
#[derive(Debug)]
pub struct BelowLine<'a> {
    pub candidate: &'a str,
    pub question: Option<&'a str>,
    pub points: u64,
    pub mark: u64,
}

/// A line for each verdict, then what deserves a look, then where the results are.
pub fn summary(look: Look, summary: &Summary<'_>) -> String {
    let total = summary.tally.total();
    let answers = if total == 1 { "answer" } else { "answers" };
    let mut text = format!("{total} {answers} graded at level `{}`\n", summary.level);
    let digits = total.to_string().len();
    for (verdict, count) in summary.tally.counts() {
        let line = format!("  {} {verdict:<13} {count:>digits$}", look.mark(verdict));
        text += &look.paint(Tone::of(verdict), &line);
        text.push('\n');
    }
    if summary.late > 0 {
        text += &format!("late: {}\n", counted(summary.late, "answer"));
    }
    if summary.tampering > 0 {
        text += &look.bad(&format!("tampering: {}", counted(summary.tampering, "answer")));
        text.push('\n');
    }
    for below in summary.below.iter().take(MOST_NAMED) {
        let place = below.question.map_or(String::new(), |question| format!(" in `{}`", look.line(question)));
        let (points, mark) = (percent(below.points), percent(below.mark));
        let line = format!("below the mark: {} has {points}{place}, and {mark} is needed", look.line(below.candidate));
        text += &look.bad(&inert(&line));
        text.push('\n');
    }
    if let Some(more @ 1..) = summary.below.len().checked_sub(MOST_NAMED) {
        text += &format!("and {more} more below\n");
    }
    text += &inert(&format!("results: {}\n", look.line(summary.results)));
    text
}
