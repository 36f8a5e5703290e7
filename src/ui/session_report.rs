//! The report of a session for a terminal: what was checked, then what the candidate rated, then what to do next.

use std::time::Duration;

use crate::model::escape;
use crate::model::event::Ending;
use crate::model::record::Graded;
use crate::model::session_report::{QuestionReport, SessionReport, Step};
use crate::model::verdict::Verdict;
use crate::ui::checked::Reveal;
use crate::ui::paint::Look;
use crate::ui::paint::clip;
use crate::ui::partner_report;
use crate::ui::prose;
use crate::ui::session_check;
use crate::ui::session_conduct::conduct;
use crate::ui::session_cost::{costs, follow_ups};
use crate::ui::session_rules::remark_text;
use crate::ui::session_self_rated::{self_rated, unasked};
use crate::ui::times::{clock, plural, span};

/// Fewer columns than this do not hold a title beside the figures: then it gets a line of its own.
const NARROWEST_TITLE: usize = 18;

/// The whole report. `graded` has what was found at the bell, question by question.
pub fn report(look: Look, report: &SessionReport, graded: &[Option<Graded>]) -> String {
    let title = look.line(&format!("Report · {} · {}", report.title, report.session));
    let mut lines = vec![look.rule(&title), String::new()];
    lines.extend(facts(look, report));
    lines.push(String::new());
    lines.extend(table(look, &report.questions));
    lines.extend(conduct(look, report));
    lines.extend(failures(look, report, graded));
    lines.extend(costs(look, &report.questions));
    lines.extend(unasked(look, report));
    lines.extend(self_rated(look, report));
    lines.extend(follow_ups(look, &report.questions));
    lines.extend(partner_report::section(look, report));
    lines.extend(notes(look, report));
    lines.extend([String::new(), look.bold("Next")]);
    lines.extend(report.next.iter().flat_map(|step| next(look, step)));
    lines.join("\n") + "\n"
}

fn facts(look: Look, report: &SessionReport) -> Vec<String> {
    let by = match report.ended_by {
        Ending::TimeUp => "ended by the bell",
        Ending::Candidate => "finished by you",
    };
    let length = Duration::from_secs(u64::from(report.minutes) * 60);
    let used = clock(Duration::from_secs(report.used_s));
    let mut text = format!(
        "{used} of {} used, {by}. Seed {}, CPython {}, isolation level `{}`.",
        clock(length),
        report.seed,
        report.python,
        report.level
    );
    let is_paused = report.pauses.iter().any(|pause| !pause.costs_time);
    if is_paused {
        let paused = Duration::from_secs(report.pauses.iter().map(|pause| pause.length_s).sum());
        let count = report.pauses.len();
        let is_estimated = report.pauses.iter().any(|pause| pause.estimated);
        let about = if is_estimated { "about " } else { "" };
        text.push_str(&format!(" {count} pause{}, {about}{} in all.", plural(count), span(paused)));
    }
    prose::wrap(&text, look.width).lines().map(str::to_owned).collect()
}

/// A row for each question; the cells are as wide as they need to be.
fn table(look: Look, questions: &[QuestionReport]) -> Vec<String> {
    let head = ["time", "at the bell", "best", "hints"].map(str::to_owned);
    let rows: Vec<[String; 4]> = questions.iter().map(cells).collect();
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3)];
    let figures: usize = widths.iter().map(|width| width + 2).sum();
    let titles = questions.iter().map(|question| question.title.chars().count());
    let longest = titles.max().unwrap_or(0).max("question".len());
    let room = look.width.saturating_sub(figures + 3);
    let is_narrow = room < NARROWEST_TITLE.min(longest);
    let title_width = if is_narrow { look.width - 3 } else { room.min(longest) };
    let figures_of = |row: &[String; 4], verdict: Option<&QuestionReport>| {
        let bell = format!("{:<1$}", row[1], widths[1]);
        let bell = match verdict {
            // The colour must not be counted as width, so it comes after the padding.
            Some(question) => {
                let word = question.verdict.word();
                bell.replacen(word, &session_check::verdict(look, question.verdict), 1)
            }
            None => bell,
        };
        format!("{:<a$}  {bell}  {:<b$}  {}", row[0], row[2], row[3], a = widths[0], b = widths[2])
    };
    let mut lines = Vec::new();
    let heading = figures_of(&head, None);
    lines.push(if is_narrow {
        look.dim(&format!("   {heading}"))
    } else {
        look.dim(&format!("   {:<title_width$}  {heading}", "question"))
    });
    for ((question, row), number) in questions.iter().zip(&rows).zip(1..) {
        let title = clip(&escape::line(&question.title), title_width);
        let figures = figures_of(row, Some(question));
        if is_narrow {
            lines.extend([format!("{number:>2} {title}"), format!("   {figures}")]);
        } else {
            lines.push(format!("{number:>2} {title:<title_width$}  {figures}"));
        }
    }
    lines
}

fn cells(question: &QuestionReport) -> [String; 4] {
    let seconds = |seconds: u64| clock(Duration::from_secs(seconds));
    let of = |verdict: Verdict, passed: u64| match question.total {
        0 => verdict.to_string(),
        total => format!("{verdict} {passed}/{total}"),
    };
    let has_answer = question.answer_sha256.is_some() && question.verdict != Verdict::Manual;
    let best = if !has_answer {
        "-".to_owned()
    } else if question.best_sha256.is_some() && question.best_sha256 != question.answer_sha256 {
        of(question.best, question.best_passed)
    } else {
        "same".to_owned()
    };
    [
        format!("{} of {}", seconds(question.used_s), seconds(question.budget_s)),
        of(question.verdict, question.passed),
        best,
        format!("{} of {}", question.hints, question.hints_available),
    ]
}

/// What did not pass, now that everything may be seen.
fn failures(look: Look, report: &SessionReport, graded: &[Option<Graded>]) -> Vec<String> {
    let mut lines = Vec::new();
    for ((question, graded), number) in report.questions.iter().zip(graded).zip(1..) {
        let Some(Graded { checked, source }) = graded else { continue };
        if matches!(checked.verdict, Verdict::Pass | Verdict::Manual) {
            continue;
        }
        let heading = look.bold(&format!("Q{number} {}", escape::line(&question.title)));
        let text = session_check::result(look, &heading, checked, source, Reveal::Everything);
        lines.push(String::new());
        lines.extend(text.lines().map(str::to_owned));
    }
    lines
}

fn notes(look: Look, report: &SessionReport) -> Vec<String> {
    let drawn: Vec<&str> = report.questions.iter().map(|question| question.slug.as_str()).collect();
    let mut notes: Vec<String> = report.remarks.iter().map(|remark| remark_text(remark, &drawn)).collect();
    if report.bank_changed {
        notes.push("the bank has changed since the session started; answers were checked by the new one".to_owned());
    }
    if report.clock_estimated {
        notes.push("the machine was started anew while the clock ran; a part of the time is estimated".to_owned());
    }
    let internal = report.questions.iter().filter(|question| question.verdict == Verdict::Internal).count();
    if internal > 0 {
        notes.push(format!(
            "{internal} answer{} could not be checked; that is greenroom's fault, not yours",
            plural(internal)
        ));
    }
    if notes.is_empty() {
        return notes;
    }
    let notes = notes.iter().map(|note| prose::hang("- ", note, look.width));
    [String::new(), look.bold("Remarks")].into_iter().chain(notes).collect()
}

/// A command, whole, so that it can be copied, and its reason below it.
fn next(look: Look, step: &Step) -> [String; 2] {
    let why = prose::hang("    ", &escape::line(&step.why), look.width);
    [format!("  {}", escape::line(&step.command)), look.dim(&why)]
}
