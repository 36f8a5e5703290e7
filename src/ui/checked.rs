//! One answer, checked, for a person: what passes, what does not, and why. Makes sense without colours.

use crate::compare::prediction_notes::notes;
use crate::model::check::CaseKind;
use crate::model::escape::inert;
use crate::model::isolation::Level;
use crate::model::record::{CaseResult, Checked, Detail, Failure};
use crate::model::verdict::Verdict;
use crate::ui::failure;
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::prediction;
use crate::ui::prose::hang;
use crate::ui::width::{pad, width, wrap};

/// How much is shown of what fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// What the candidate has seen anyway: samples, and the names and sentences of hidden cases. The bell has not rung.
    Seen,
    Everything,
}

/// The answer in full. `source` is its text, for the lines that an exception went through.
pub fn render(look: Look, checked: &Checked, source: Option<&str>, reveal: Reveal) -> String {
    let mut lines = headline(look, checked);
    if let (None, Detail::Cases(cases)) = (&checked.load, &checked.detail) {
        lines.push(String::new());
        lines.extend(table(look, cases));
    }
    lines.extend(findings(look, checked, source, reveal));
    lines.push(String::new());
    lines.extend(circumstances(look, checked));
    lines.join("\n") + "\n"
}

/// What is wrong with the answer: why it does not load, each case that fails, or the lines of a prediction; at the end
/// what its author says of a wrong answer that is known. An empty line comes before each of them.
pub fn findings(look: Look, checked: &Checked, source: Option<&str>, reveal: Reveal) -> Vec<String> {
    let mut findings: Vec<Vec<String>> = Vec::new();
    match (&checked.load, &checked.detail) {
        (Some(load), _) => findings.push(explained(look, load, checked.verdict, source)),
        (None, Detail::Cases(cases)) => {
            let is_seen = |case: &&CaseResult| reveal == Reveal::Everything || case.kind == CaseKind::Sample;
            let (seen, hidden): (Vec<_>, Vec<_>) = cases.iter().filter(|case| fails(case)).partition(is_seen);
            findings.extend(seen.into_iter().map(|case| self::case(look, case, source)));
            findings.push(hidden.into_iter().flat_map(|case| hidden_case(look, case)).collect());
        }
        (None, Detail::Lines(lines)) if reveal == Reveal::Everything => {
            findings.push(indented(prediction::table(look, lines, look.width - 2)));
            findings.push(notes(lines).iter().flat_map(|note| prose(look, note)).collect());
        }
        (None, Detail::Lines(lines)) if checked.verdict != Verdict::Pass => {
            findings.push(prose(look, &prediction::wrong_lines(lines)));
        }
        (None, Detail::Lines(_) | Detail::Manual) => {}
    }
    let says = checked.says.as_ref().filter(|_| reveal == Reveal::Everything);
    findings.extend(says.map(|says| prose(look, &message::known_mistake(says))));
    let findings = findings.into_iter().filter(|lines| !lines.is_empty());
    findings.flat_map(|lines| std::iter::once(String::new()).chain(lines)).map(|line| inert(&line)).collect()
}

/// How many cases pass or lines are right, and of how many.
pub fn score(detail: &Detail) -> (usize, usize) {
    match detail {
        Detail::Cases(cases) => {
            let counted = || cases.iter().filter(|case| case.verdict != Verdict::Skipped);
            (counted().filter(|case| case.verdict == Verdict::Pass).count(), counted().count())
        }
        Detail::Lines(lines) => (lines.iter().filter(|line| line.right).count(), lines.len()),
        Detail::Manual => (0, 0),
    }
}

/// Whether there is something to say about a case.
pub fn fails(case: &CaseResult) -> bool {
    !matches!(case.verdict, Verdict::Pass | Verdict::Skipped | Verdict::NotRun)
}

fn headline(look: Look, checked: &Checked) -> Vec<String> {
    let (passed, total) = score(&checked.detail);
    let score = match (&checked.load, &checked.detail) {
        _ if checked.verdict == Verdict::Internal => message::NOT_CHECKED.to_owned(),
        (Some(_), _) => message::NOT_TRIED.to_owned(),
        (None, Detail::Cases(_)) => message::score_of_cases(passed, total),
        (None, Detail::Lines(_)) => message::score_of_lines(passed, total),
        (None, Detail::Manual) => message::FOR_A_HUMAN.to_owned(),
    };
    let (slug, file) = (look.line(&checked.slug), look.line(&checked.file));
    let tone = Tone::of(checked.verdict);
    let (mark, word) = (look.mark(checked.verdict), checked.verdict.word());
    let fits = width(&format!("{mark} {slug}  {file}  {word}  {score}")) <= look.width;
    let start = format!("{} {}", look.paint(tone, mark), look.bold(&slug));
    let end = format!("{}  {score}", look.paint(tone, word));
    if fits {
        return vec![inert(&format!("{start}  {file}  {end}"))];
    }
    vec![format!("{start}  {end}"), inert(&format!("  {}", look.cut_path(&file, look.width - 2)))]
}

fn table(look: Look, cases: &[CaseResult]) -> Vec<String> {
    let words = cases.iter().map(|case| case.verdict.word().len()).max().unwrap_or(0);
    let row = |case: &CaseResult| {
        let word = pad(&format!("{} {}", look.mark(case.verdict), case.verdict), words + 2);
        let name = look.cut(&look.line(&case.name), look.width.saturating_sub(words + 6));
        format!("  {}  {name}", look.paint(Tone::of(case.verdict), &word))
    };
    cases.iter().map(row).collect()
}

fn case(look: Look, case: &CaseResult, source: Option<&str>) -> Vec<String> {
    let start = format!("{} {}", look.mark(case.verdict), case.verdict);
    let name = look.cut(&look.line(&case.name), look.width.saturating_sub(width(&start) + 1));
    let mut lines = vec![format!("{} {}", look.paint(Tone::of(case.verdict), &start), look.bold(&name))];
    if !case.sentence.is_empty() {
        lines.extend(prose(look, &case.sentence));
        lines.push(String::new());
    }
    let nothing_known = Failure::default();
    lines.extend(explained(look, case.failure.as_ref().unwrap_or(&nothing_known), case.verdict, source));
    lines
}

/// A hidden case before the bell: its name, and what its author says.
fn hidden_case(look: Look, case: &CaseResult) -> Vec<String> {
    let colon = if case.sentence.is_empty() { "" } else { ": " };
    let start = format!("{} {}", look.mark(case.verdict), case.verdict);
    let text = look.text(&format!(" {}{colon}{}", case.name, case.sentence));
    let text = hang("  ", &format!("{start}{text}"), look.width);
    // The colour must not be counted as width, so it comes after the wrapping.
    let text = text.trim_start().replacen(&start, &look.paint(Tone::of(case.verdict), &start), 1);
    text.split('\n').map(str::to_owned).collect()
}

fn explained(look: Look, failure: &Failure, verdict: Verdict, source: Option<&str>) -> Vec<String> {
    indented(failure::lines(look, failure, verdict, source, look.width - 2))
}

/// Sentences that somebody wrote, wrapped.
fn prose(look: Look, text: &str) -> Vec<String> {
    hang("  ", &look.text(text), look.width).split('\n').map(str::to_owned).collect()
}

fn indented(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| format!("  {line}").trim_end().to_owned()).collect()
}

/// What was used, under which interpreter and seed, and behind how much of the wall.
fn circumstances(look: Look, checked: &Checked) -> Vec<String> {
    let context = &checked.context;
    let separator = if look.unicode { " · " } else { ", " };
    let mut lines = vec![String::new()];
    for fact in message::usage(checked).iter().map(|fact| look.line(fact)) {
        let line = lines.last_mut().expect("there is a first line");
        if line.is_empty() {
            line.push_str(&fact);
        } else if width(line) + width(separator) + width(&fact) + 2 <= look.width {
            line.push_str(separator);
            line.push_str(&fact);
        } else {
            lines.push(fact);
        }
    }
    let mut lines: Vec<String> = lines.iter().map(|line| look.dim(line)).collect();
    if context.level != Level::Full {
        let level = wrap(&look.line(&message::level(context.level)), look.width - 2);
        lines.extend(level.iter().map(|line| look.paint(Tone::Caution, line)));
    }
    indented(lines)
}
