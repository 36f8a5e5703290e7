//! What `grade` and `merge` say on their way, beside the summary at the end.

use crate::compare::quote::counted;
use crate::model::escape::{inert, line};
use crate::model::pass_mark::percent;
use crate::model::shard::Shard;
use crate::model::verdict::Verdict;

/// A candidate whose last answer is graded.
pub fn candidate_done(candidate: &str, passed: usize, answers: usize, share: Option<u64>) -> String {
    let share = share.map_or("nothing counts".to_owned(), percent);
    inert(&format!("{}: {passed} of {answers} pass, {share}", line(candidate)))
}

/// Questions are tried before anything is graded with them.
pub fn verifying(count: usize) -> String {
    format!("verifying {} before anything is graded with them; this is remembered", counted(count, "question"))
}

/// What of an earlier run stays, and what does not.
#[derive(Debug, Default)]
pub struct Resumed<'a> {
    pub kept: usize,
    pub answer_changed: usize,
    pub other_changed: usize,
    pub internal: usize,
    pub gone: usize,
    pub unreadable: &'a [u64],
    pub torn: Option<u64>,
    /// The circumstance that changed since, if one did: what, before, now.
    pub changed: Option<(&'static str, String, String)>,
}

/// One line for each thing that is said of a run that goes on.
pub fn resumed(resumed: &Resumed<'_>) -> String {
    let mut lines = vec![format!("resumed: {} kept", counted(resumed.kept, "result"))];
    if let Some((what, before, now)) = &resumed.changed {
        lines.push(format!("the {what} has changed since: it was {}, and is {}", line(before), line(now)));
    }
    let mut again = |count: usize, why: &str| {
        if count > 0 {
            lines.push(format!("graded again: {}, {why}", counted(count, "answer")));
        }
    };
    again(resumed.answer_changed, "because other bytes stand there now");
    again(resumed.other_changed, "because the question, the interpreter, the level or the seed has changed");
    again(resumed.internal, "because greenroom had failed there");
    if resumed.gone > 0 {
        lines.push(format!("dropped: {} of what is not asked for any more", counted(resumed.gone, "result")));
    }
    if let Some(number) = resumed.torn {
        lines.push(format!("line {number} of `results.jsonl` was cut off, and is removed; its answer is graded again"));
    }
    for number in resumed.unreadable.iter().take(MOST_NAMED) {
        lines.push(format!("line {number} of `results.jsonl` is no result, and is removed"));
    }
    if let Some(more @ 1..) = resumed.unreadable.len().checked_sub(MOST_NAMED) {
        lines.push(format!("and {} that are none", counted(more, "more line")));
    }
    lines.join("\n")
}

/// How many things of one sort are named one by one.
pub const MOST_NAMED: usize = 10;

/// Somebody wants it to stop.
pub fn interrupted(graded: usize, left: usize) -> String {
    format!("interrupted: {} graded and on disk, {left} left; `--resume` goes on", counted(graded, "answer"))
}

/// Answers to questions that were not asked.
pub fn beside(count: usize) -> String {
    format!("{} to questions that were not asked left out", counted(count, "answer"))
}

/// Nothing says when answers were handed in.
pub fn no_times() -> &'static str {
    "warning: `--due` marks nothing: no manifest says when an answer was handed in"
}

/// Nobody has points that could be held against the mark.
pub fn unanswered_mark(question: &str) -> String {
    format!("nobody has an answer to `{}` that counts, and it has a pass mark", line(question))
}

/// A result that is another one now.
pub fn change(
    candidate: &str,
    question: &str,
    before: Option<(Verdict, f64)>,
    now: Option<(Verdict, f64)>,
    why: &str,
) -> String {
    let words = |result: Option<(Verdict, f64)>| {
        result.map_or("nothing".to_owned(), |(verdict, score)| {
            format!("{verdict} {}", percent((score * 10_000.0).round() as u64))
        })
    };
    let line = format!("{} {}: {} -> {} ({})", line(candidate), line(question), words(before), words(now), line(why));
    inert(&line) + "\n"
}

/// How many results changed.
pub fn changes(count: usize, old: &str) -> String {
    format!("{} against {}\n", counted(count, "changed result"), line(old))
}

/// A part of the class that is not there.
pub fn missing_shard(shard: Shard) -> String {
    format!("error: shard {shard} is missing")
}

/// A part of the class that was not graded to its end.
pub fn unfinished(folder: &str) -> String {
    format!("error: the run in `{}` is not finished; `greenroom grade --resume` goes on with it", line(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_and_what_is_not_is_said() {
        let said = resumed(&Resumed {
            kept: 1,
            answer_changed: 2,
            other_changed: 0,
            internal: 1,
            gone: 3,
            unreadable: &[7],
            torn: Some(9),
            changed: Some(("bank", "a".to_owned(), "\u{1b}b".to_owned())),
        });
        insta::assert_snapshot!(said, @r"
        resumed: 1 result kept
        the bank has changed since: it was a, and is \x1bb
        graded again: 2 answers, because other bytes stand there now
        graded again: 1 answer, because greenroom had failed there
        dropped: 3 results of what is not asked for any more
        line 9 of `results.jsonl` was cut off, and is removed; its answer is graded again
        line 7 of `results.jsonl` is no result, and is removed
        ");
    }

    #[test]
    fn no_name_draws_or_commands() {
        let said = change("::error::x\n::", "q", None, Some((Verdict::Pass, 1.0)), "new\u{1b}");
        assert_eq!(said, "\\x3a:error::x\\n:: q: nothing -> pass 100 % (new\\x1b)\n");
        assert_eq!(candidate_done("\u{202e}a", 1, 2, Some(5000)), "\\u202ea: 1 of 2 pass, 50 %");
    }
}
