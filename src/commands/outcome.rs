//! The end of `grade` and `merge`: what is said of all results together, and the exit status.

use std::path::Path;

use crate::cli::grading::Judgement;
use crate::engine::standing::{Below, Standing};
use crate::model::exit_status::ExitStatus;
use crate::model::isolation::Level;
use crate::model::verdict::Verdict;
use crate::ui::graded::{self, BelowLine, Summary};
use crate::ui::grading;
use crate::ui::out;
use crate::ui::paint::Look;

/// What else stands against a run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Flaws {
    /// Something that was handed in could not be graded.
    pub not_graded: bool,
    /// Some answers are not graded yet.
    pub incomplete: bool,
}

/// Say how it went.
pub fn conclude(standing: &Standing, judgement: &Judgement, flaws: Flaws, level: Level, results: &Path) -> ExitStatus {
    let below = standing.below();
    let unanswered = standing.unanswered_marks();
    for question in &unanswered {
        out::note(&grading::unanswered_mark(question));
    }
    let summary = Summary {
        tally: &standing.tally,
        level,
        late: standing.late,
        tampering: standing.tampering,
        below: below.iter().map(line).collect(),
        results: &results.display().to_string(),
    };
    out::data(&graded::summary(Look::of_stdout(), &summary));
    let good_enough =
        if standing.has_marks() { below.is_empty() && unanswered.is_empty() } else { standing.tally.all_fine() };
    if flaws.not_graded {
        ExitStatus::Usage
    } else if flaws.incomplete || standing.tally.count(Verdict::Internal) > 0 {
        ExitStatus::Incomplete
    } else if judgement.strict && standing.tampering > 0 {
        ExitStatus::Tampering
    } else if good_enough {
        ExitStatus::Success
    } else {
        ExitStatus::NotPassed
    }
}

fn line(below: &Below) -> BelowLine<'_> {
    let Below { candidate, question, points, mark } = below;
    BelowLine { candidate, question: question.as_deref(), points: *points, mark: *mark }
}
