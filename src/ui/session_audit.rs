//! What an audit says: which verdicts of a session come out the same when every answer is run again.

use crate::model::escape;
use crate::model::verdict::Verdict;
use crate::ui::paint::{Look, Tone};
use crate::ui::prose;

/// One answer that was run again.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// For instance `Q2 check 3`.
    pub what: &'a str,
    /// The start of its hash.
    pub sha256: &'a str,
    pub then: (Verdict, u64, u64),
    pub now: Now<'a>,
}

#[derive(Debug, Clone, Copy)]
pub enum Now<'a> {
    Same,
    Different((Verdict, u64, u64)),
    Unknown(&'a str),
}

/// How many claims were the same, were not, and could not be looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub same: usize,
    pub different: usize,
    pub unknown: usize,
}

/// Above the rows.
pub fn heading(look: Look, title: &str, session: &str) -> String {
    look.rule(&look.line(&format!("Audit · {title} · {session}"))) + "\n\n"
}

/// One line for an answer; more where something is to be said.
pub fn row(look: Look, row: &Row<'_>) -> String {
    let hash = row.sha256.get(..8).unwrap_or(row.sha256);
    let before = format!("{:<22} {}  ", row.what, escape::line(hash));
    match row.now {
        Now::Same => format!("{} {before}{}\n", look.mark(Verdict::Pass), outcome(row.then)),
        Now::Different(now) => {
            let text = format!("{} then, {} now", outcome(row.then), outcome(now));
            format!("{} {before}{}\n", look.mark(Verdict::Fail), look.paint(Tone::Bad, &text))
        }
        Now::Unknown(reason) => {
            let text = prose::hang("    ", &escape::line(reason), look.width);
            format!("? {before}{} then\n{}\n", outcome(row.then), look.caution(&text))
        }
    }
}

/// A place where a report says something else than the journal.
pub fn departure(look: Look, question: usize, what: &str, said: &str, kept: &str) -> String {
    let text =
        format!("Q{question} {what}: the report says {}, the journal {}", escape::line(said), escape::line(kept));
    let hung = prose::hang(&format!("{} ", look.mark(Verdict::Fail)), &text, look.width);
    format!("{}\n", look.paint(Tone::Bad, &hung))
}

/// Below the rows.
pub fn end(look: Look, count: Count, departures: usize) -> String {
    if count == Count::default() && departures == 0 {
        return "Nothing was graded in this session: there is no verdict to compare.\n".to_owned();
    }
    let verdicts = |count: usize| if count == 1 { "1 verdict".to_owned() } else { format!("{count} verdicts") };
    let mut parts = vec![format!("{} the same", verdicts(count.same))];
    if count.different > 0 {
        parts.push(format!("{} different", count.different));
    }
    if count.unknown > 0 {
        parts.push(format!("{} that could not be looked at", count.unknown));
    }
    if departures > 0 {
        let place = if departures == 1 { "1 place" } else { &format!("{departures} places") };
        parts.push(format!("{place} where the report departs from the journal"));
    }
    let text = parts.join(", ") + ".";
    format!("\n{}\n", prose::wrap(&text, look.width))
}

/// The circumstances are not those of the session, so that a difference need not be anybody's doing.
pub fn circumstance(what: &str, then: &str, now: &str) -> String {
    format!("note: {what} was {} in the session and is {} now", escape::line(then), escape::line(now))
}

/// The journal of this home does not have the session: only what the report says of the bell can be run again.
pub fn only_the_folder(folder: &str) -> String {
    format!(
        "note: the journal of this home does not have the session; answers are those in `{}`, verdicts those of the bell",
        escape::terminal(folder)
    )
}

fn outcome((verdict, passed, total): (Verdict, u64, u64)) -> String {
    if total > 0 { format!("{verdict} {passed}/{total}") } else { verdict.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { width: 60, colour: false, unicode: true };

    #[test]
    fn a_session_without_answers_has_nothing_to_compare() {
        assert!(end(LOOK, Count::default(), 0).starts_with("Nothing was graded"));
    }

    #[test]
    fn each_verdict_has_a_line_and_a_difference_both_verdicts() {
        let base = Row { what: "Q2 check 1", sha256: "0123456789", then: (Verdict::Pass, 9, 9), now: Now::Same };
        let rows = [
            base,
            Row { now: Now::Different((Verdict::Fail, 7, 9)), ..base },
            Row { now: Now::Unknown("the text of this answer is not to be had"), ..base },
        ];
        let text: String = rows.iter().map(|one| row(LOOK, one)).collect();
        let count = Count { same: 1, different: 1, unknown: 1 };
        let text =
            heading(LOOK, "Trial", "k7qd") + &text + &departure(LOOK, 2, "hints", "0", "1") + &end(LOOK, count, 1);
        insta::assert_snapshot!(text, @r"
        ── Audit · Trial · k7qd ────────────────────────────────────

        ✓ Q2 check 1             01234567  pass 9/9
        ✗ Q2 check 1             01234567  pass 9/9 then, fail 7/9 now
        ? Q2 check 1             01234567  pass 9/9 then
            the text of this answer is not to be had
        ✗ Q2 hints: the report says 0, the journal 1

        1 verdict the same, 1 different, 1 that could not be looked
        at, 1 place where the report departs from the journal.
        ");
    }
}
