//! From events to what happened by the session's own clock.

use std::time::Duration;

use crate::model::event::{Event, Stop};
use crate::model::timeline::{Happening, What};

/// What an event is to the timeline; none where nothing happened that somebody would look for. `used` is the time on the
/// clock of the session, `current` the question in focus.
pub fn happening(event: &Event, used: Duration, current: usize) -> Option<Happening> {
    let (question, what) = match event {
        Event::Focus { question } => (*question, What::Focus),
        Event::Saved { question, sha256, content } => {
            (*question, What::Saved { sha256: sha256.clone(), lines: lines(content) })
        }
        Event::Checked(summary) => {
            let what = What::Checked {
                sha256: summary.sha256.clone(),
                occasion: summary.occasion,
                verdict: summary.verdict,
                passed: summary.passed as u64,
                total: summary.total as u64,
            };
            (summary.question, what)
        }
        Event::HintShown { question, hint } => (*question, What::Hint { number: *hint as u64 + 1 }),
        Event::ClarificationShown { question, clarification } => {
            (*question, What::Asked { number: *clarification as u64 + 1 })
        }
        Event::Interviewer(event) => (event.question().unwrap_or(current), What::Interviewer(event.told()?)),
        Event::KeyPointsShown { question, .. } => (*question, What::KeyPoints),
        Event::Rated { question, point, score, .. } => {
            (*question, What::Rated { point: point.clone(), score: score.points() })
        }
        Event::DeliveryRated { question, criterion, score } => {
            (*question, What::DeliveryRated { criterion: *criterion, score: score.points() })
        }
        Event::FollowUpAsked { question, follow_up, by, .. } => {
            (*question, What::FollowUp { number: *follow_up as u64 + 1, by: *by })
        }
        Event::FollowUpRated { question, follow_up, score } => {
            (*question, What::FollowUpRated { number: *follow_up as u64 + 1, score: score.points() })
        }
        Event::Claimed { question, claim, .. } => (*question, What::Claimed { time: claim.time, space: claim.space }),
        Event::Counted { question, growth, .. } => (*question, What::Counted { classes: growth.shown() }),
        Event::Flagged { question, flagged } => (*question, What::Flagged { flagged: *flagged }),
        Event::Submitted { question } => (*question, What::Submitted),
        Event::TimeUp => (current, What::TimeUp),
        Event::Bell { why } => (current, What::Bell { why: *why }),
        // What a pause was is known when it is over.
        _ => return None,
    };
    Some(at(used, question, what))
}

/// A pause that is over.
pub fn pause(used: Duration, current: usize, length: Duration, why: Option<Stop>, costs_time: bool) -> Happening {
    at(used, current, What::Pause { length_s: length.as_secs(), why, costs_time })
}

fn at(used: Duration, question: usize, what: What) -> Happening {
    Happening { at_ms: u64::try_from(used.as_millis()).unwrap_or(u64::MAX), question: question + 1, what }
}

fn lines(content: &[u8]) -> u64 {
    let ends = content.iter().filter(|byte| **byte == b'\n').count() as u64;
    ends + u64::from(content.last().is_some_and(|byte| *byte != b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_with_and_without_the_last_newline() {
        assert_eq!([&b""[..], b"a", b"a\n", b"a\nb", b"\n\n"].map(lines), [0, 1, 1, 2, 2]);
    }
}
