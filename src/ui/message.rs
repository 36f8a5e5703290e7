//! The sentences that commands say outside of screens and tables.

use crate::compare::quote::{counted, grouped};
use crate::model::escape::{inert, line, terminal};
use crate::model::isolation::{Isolation, Level};
use crate::model::record::{Checked, Detail};
use crate::model::verdict::Verdict;
use crate::ui::paint::clip;

/// Stands for a text that is empty.
pub const NOTHING: &str = "(nothing)";

/// Stands for a line that one side does not have.
pub const NO_SUCH_LINE: &str = "(no such line)";

/// Of a verdict that is never the candidate's.
pub const NOT_YOUR_FAULT: &str = "greenroom failed here, not the answer: nothing is counted against it";

/// How many cases pass.
pub fn score_of_cases(passed: usize, total: usize) -> String {
    match (passed, total) {
        (1, 1) => "the only case passes".to_owned(),
        (0, 1) => "the only case does not pass".to_owned(),
        _ if passed == total => format!("all {total} cases pass"),
        (1, _) => format!("1 of {total} cases passes"),
        _ => format!("{passed} of {total} cases pass"),
    }
}

/// How many lines of a prediction are right.
pub fn score_of_lines(right: usize, total: usize) -> String {
    match (right, total) {
        (_, 0) => "nothing is printed, and nothing was predicted".to_owned(),
        _ if right == total => format!("all {total} lines right"),
        _ => format!("{right} of {total} lines right"),
    }
}

/// The score of an answer that could not be tried.
pub const NOT_TRIED: &str = "no case tried";

/// The score when greenroom itself failed.
pub const NOT_CHECKED: &str = "could not be checked";

/// The score of an explanation.
pub const FOR_A_HUMAN: &str = "for a human to judge";

/// Which lines of a prediction are wrong.
pub fn look_again(lines: &[u32]) -> String {
    let plural = if lines.len() == 1 { "" } else { "s" };
    // From three in a row on they are told by the first and the last.
    let runs = lines.chunk_by(|one, next| one + 1 == *next).flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{first} to {last}")],
        _ => run.iter().map(u32::to_string).collect(),
    });
    format!("look again at line{plural} {}", runs.collect::<Vec<String>>().join(", "))
}

/// Equal lines of a difference that are left out.
pub fn equal_lines(count: usize) -> String {
    format!("… {}", counted(count, "equal line"))
}

/// Lines that are left out at the end.
pub fn more_lines(count: usize) -> String {
    format!("… {}", counted(count, "more line"))
}

/// Lines that are left out at the start.
pub fn lines_before(count: usize) -> String {
    format!("… {} before", counted(count, "line"))
}

/// Lines of the expected text that are left out at the end of a difference.
pub fn more_expected_lines(count: usize) -> String {
    format!("… {} more expected", grouped(count))
}

/// Lines of the text that was given that are left out at the end of a difference.
pub fn more_got_lines(count: usize) -> String {
    format!("… {} more given", grouped(count))
}

/// Where in the candidate's file an exception was raised. `column` is 0 when it is not known or shown otherwise.
pub fn place(line: u32, column: u32, function: &str) -> String {
    let column = if column == 0 { String::new() } else { format!(", column {column}") };
    match function {
        "" | "<module>" => format!("line {line}{column}"),
        _ => format!("line {line}{column}, in {function}"),
    }
}

/// Calls of a deep recursion that are left out.
pub fn more_calls(count: usize) -> String {
    format!("… {}", counted(count, "more call"))
}

/// What kind of difference it is.
pub fn note(note: &str) -> String {
    format!("note: {note}")
}

/// What the author of the bank says to whoever gives a wrong answer that is known.
pub fn known_mistake(says: &str) -> String {
    format!("A known mistake: {says}")
}

/// Why a file cannot be shown as failing in one line.
pub fn raised_in_line(exception: &str, line: Option<u32>) -> String {
    match line {
        Some(line) => format!("{exception} in line {line}"),
        None => exception.to_owned(),
    }
}

/// What an answer used, and under which circumstances: facts for one line, if they fit. Nothing but code is measured.
pub fn usage(checked: &Checked) -> Vec<String> {
    let Checked { usage, context, .. } = checked;
    let python = format!("CPython {}", context.python);
    if !matches!(checked.detail, Detail::Cases(_)) {
        return vec![python];
    }
    vec![
        format!("CPU {}", duration(usage.cpu_ms)),
        format!("wall {}", duration(usage.wall_ms)),
        format!("{} MiB", usage.max_rss_kib.div_ceil(1024)),
        python,
        format!("seed {}", context.seed),
    ]
}

fn duration(milliseconds: u64) -> String {
    if milliseconds < 1000 { format!("{milliseconds} ms") } else { format!("{:.2} s", milliseconds as f64 / 1000.0) }
}

/// The level stands below every result that was not reached behind the whole wall.
pub fn level(level: Level) -> String {
    format!("level `{level}`: not every layer of the sandbox stood; the warning at the start names them")
}

/// What a verdict means, where nothing more is known.
pub fn meaning(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Timeout => Some("out of time"),
        Verdict::Memory => Some("out of memory"),
        Verdict::OutputLimit => Some("too much output"),
        Verdict::Crash => Some("the process died"),
        Verdict::Blocked => Some("the sandbox ended the process"),
        _ => None,
    }
}

/// A failure of a command: what is wrong, and what to do about it.
pub fn failure(messages: &[String], hint: Option<&str>) -> String {
    let mut lines: Vec<String> = messages.iter().map(|message| format!("error: {}", terminal(message))).collect();
    lines.extend(hint.map(|hint| format!("hint: {}", terminal(hint))));
    lines.join("\n")
}

/// Some layer is missing, and the run goes on all the same.
pub fn weaker_level(isolation: &Isolation) -> String {
    let mut lines = vec![format!(
        "warning: level `{}`: this machine does not give every layer of the sandbox; run only answers that you wrote yourself",
        isolation.level
    )];
    lines.extend(
        isolation
            .missing
            .iter()
            .map(|missing| format!("  missing {}: {}", missing.layer.name(), terminal(&missing.reason))),
    );
    lines.join("\n")
}

/// How much of a path is shown, in columns.
// Receipt: a path has up to 4,096 bytes, and each may need an escape of four; a folder of such names fills any log.
const LONGEST_PATH: usize = 300;

/// Something in a folder of submissions that is not graded.
pub fn no_submission(path: &str, why: &str) -> String {
    inert(&format!("not graded: {}: {}", clip(&line(path), LONGEST_PATH), line(why)))
}

/// As many things were not graded when the parts of a class were.
pub fn not_graded_in_parts(count: u64) -> String {
    format!("not graded: {}; the runs of the parts name them", counted(count as usize, "file"))
}

/// Standard output took not all of the data.
pub fn output_lost() -> &'static str {
    "error: standard output could not be written; is its disk full?"
}

/// The schema in a bank is not the one that this greenroom reads by.
pub fn outdated_schema(path: &str) -> String {
    format!("{}: is not the schema of this greenroom; write it anew or remove it", terminal(path))
}

/// A file that was asked for is there.
pub fn written(path: &str) -> String {
    format!("Wrote `{}`.", terminal(path))
}

/// A session is played back beside a bank that is not its own.
pub fn told_by_another_bank() -> String {
    "note: the bank has changed since; hints and questions to the interviewer are worded as it has them now".to_owned()
}

/// An answer that is run again for its report gave another verdict than in the session.
pub fn verdict_changed(question: usize, then: Verdict, now: Verdict, session: &str) -> String {
    format!(
        "note: question {question} was `{then}` at the bell and is `{now}` now; `greenroom audit {}` looks at every answer",
        terminal(session)
    )
}

/// Where a session that goes on stands.
pub fn session_folder(folder: &str) -> String {
    format!("The session is in `{}`.", terminal(folder))
}

/// Which session is about to end.
pub fn finishing_session(session: &str, title: &str, folder: &str) -> String {
    format!("Finishing session `{}`, {}, in `{}`.", line(session), line(title), terminal(folder))
}

/// A check could not be kept in the practice record.
pub fn not_recorded(reason: &str) -> String {
    format!("warning: this is not in your practice record: {}", terminal(reason))
}

/// Events in the practice record that this greenroom cannot read.
pub fn unreadable_practice(count: usize) -> String {
    let events = counted(count, "event");
    format!("warning: {events} of the practice record cannot be read here; was a newer greenroom used? They are kept")
}

/// The practice record cannot be read where it was not asked for by name.
pub fn no_statuses(reason: &str) -> String {
    format!("warning: no status is told: {}", terminal(reason))
}

/// A session whose events cannot be read.
pub fn unreadable_session(reason: &str) -> String {
    format!("warning: a session is left out: {}", terminal(reason))
}

/// What an export wrote.
pub fn practice_exported(count: usize, path: &str) -> String {
    format!("{} written to `{}`", counted(count, "event"), terminal(path))
}

/// What an import took.
pub fn imported(new: usize, known: usize) -> String {
    match (new, known) {
        (0, 0) => "nothing to take: the file has no events".to_owned(),
        (0, known) => format!("nothing new: {} known here already", counted(known, "event")),
        (new, 0) => format!("{} taken", counted(new, "event")),
        (new, known) => format!("{} taken, {known} known here already", counted(new, "event")),
    }
}

/// Notes of so many questions stand in a file.
pub fn exported(count: usize, file: &str) -> String {
    format!("{} in `{}`", counted(count, "question"), terminal(file))
}

/// What to do with flash cards.
pub fn how_to_import() -> &'static str {
    "In Anki: File, Import. Importing again updates the cards and keeps what Anki knows of your reviews."
}

/// Manual pages stand in a folder.
pub fn man_pages(folder: &str) -> String {
    let folder = terminal(folder);
    format!("Manual pages are in `{folder}`: read one with `man -l {folder}/greenroom.1`.")
}
