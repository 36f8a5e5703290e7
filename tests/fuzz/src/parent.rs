//! What the parent does with the bytes of a child, from the first chunk to screen and reports, and what must hold of it.

use greenroom::compare::prediction;
use greenroom::engine::cases::{ended, judge_case, load_failure};
use greenroom::judge::judge::Tried;
use greenroom::judge::replies::{Breach, Replies};
use greenroom::judge::run::End;
use greenroom::model::isolation::Level;
use greenroom::model::limits::Limits;
use greenroom::model::printable::is_printable;
use greenroom::model::record::{CaseResult, Checked, Context, Detail, Usage};
use greenroom::model::value::Value;
use greenroom::model::verdict::Verdict;
use greenroom::model::wire::{ExampleReply, Frame, Job};
use greenroom::ui::checked::{Reveal, render};
use greenroom::ui::paint::Look;

use crate::memory::peak_of;
use crate::question::Asked;

/// What was heard, and how it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    pub frames: Vec<Frame>,
    pub end: End,
}

/// Everything that a child says, until it is complete, in breach, or silent.
pub fn hear<'a>(job: &Job, limits: &Limits, chunks: impl IntoIterator<Item = &'a [u8]>) -> Heard {
    let mut replies = Replies::new(limits);
    replies.expect(job);
    let mut frames = Vec::new();
    for chunk in chunks {
        replies.feed(chunk);
        loop {
            match replies.next_due() {
                Ok(Some(frame)) => frames.push(frame),
                Ok(None) => break,
                Err(Breach::TooMuchOutput) => return Heard { frames, end: End::OutputLimit },
                Err(Breach::Malformed(what)) => return Heard { frames, end: End::Malformed(what) },
            }
            if replies.are_complete() {
                return Heard { frames, end: End::Complete };
            }
        }
        if replies.are_too_long() {
            return Heard { frames, end: End::OutputLimit };
        }
    }
    let end = if replies.are_torn() { End::Malformed("torn".to_owned()) } else { End::Crash(String::new()) };
    Heard { frames, end }
}

/// Judge what was heard, show and report it. Returns the verdict of each case.
///
/// # Panics
/// When something does not hold that always must.
pub fn judge(asked: &Asked, heard: Heard, limits: &Limits, look: Look) -> Vec<Verdict> {
    let mut cases = Vec::new();
    let mut load = None;
    for frame in heard.frames {
        match frame {
            Frame::Loaded(loaded) if loaded.failed.is_some() => load = Some(load_failure(loaded)),
            Frame::Case { examples } => {
                let index = cases.len();
                cases.push(judged(asked, index, examples, limits));
            }
            Frame::Script { printed, .. } => {
                let lines = prediction::compare("one\ntwo\nthree", &printed);
                show(checked(Verdict::Fail, Detail::Lines(lines)), look);
            }
            _ => {}
        }
    }
    if heard.end != End::Complete {
        let (verdict, failure) = ended(&heard.end, limits);
        assert_ne!(verdict, Verdict::Internal, "what a child sends is never our fault");
        show(Checked { load: Some(failure), ..checked(verdict, Detail::Cases(Vec::new())) }, look);
    }
    if let Some((verdict, failure)) = load {
        assert_ne!(verdict, Verdict::Internal, "what a child sends is never our fault");
        show(Checked { load: Some(failure), ..checked(verdict, Detail::Cases(Vec::new())) }, look);
    }
    let verdicts: Vec<Verdict> = cases.iter().map(|case| case.verdict).collect();
    if !cases.is_empty() {
        show(checked(Verdict::of_cases(verdicts.iter().copied()), Detail::Cases(cases)), look);
    }
    verdicts
}

fn judged(asked: &Asked, index: usize, examples: Vec<ExampleReply>, limits: &Limits) -> CaseResult {
    for bytes in examples.iter().flat_map(|example| &example.shown) {
        if let Ok(value) = Value::decode(bytes) {
            assert!(value.encode() == *bytes, "one value has one encoding: {bytes:?}");
        }
    }
    let result = judge_case(&asked.cases[index], Some(&asked.references[index]), Tried::Replied(examples), limits);
    assert_ne!(result.verdict, Verdict::Internal, "what a child sends is never our fault");
    let note = result.failure.as_ref().and_then(|failure| failure.note.as_ref());
    assert!(note.is_none_or(|note| note.len() < 10_000), "a note without an end");
    assert!(result.fingerprint.len() == if result.verdict == Verdict::Crash { 0 } else { 64 });
    result
}

fn checked(verdict: Verdict, detail: Detail) -> Checked {
    Checked {
        slug: "fuzzed".to_owned(),
        file: "answer.py".to_owned(),
        verdict,
        answer_sha256: String::new(),
        load: None,
        detail,
        says: None,
        usage: Usage::default(),
        context: Context { seed: 7, level: Level::Full, python: "3.11.7".to_owned() },
    }
}

fn show(checked: Checked, look: Look) {
    let shown = render(look, &checked, Some("def solve(n):\n    return n\n"), Reveal::Everything);
    assert!(shown.chars().all(|character| character == '\n' || is_printable(character)), "{shown:?}");
    assert!(look.unicode || shown.is_ascii(), "{shown:?}");
    assert!(shown.len() < 100_000, "{} bytes on a screen", shown.len());
    let obeyed = |line: &str| line.trim_start().starts_with("::") || line.contains("##[");
    assert!(!shown.lines().any(obeyed), "{shown:?}");
    let json = serde_json_of(&checked);
    assert!(!json.contains('\n'));
}

/// As it is stored and reported.
fn serde_json_of(checked: &Checked) -> String {
    greenroom::report::json::line(checked).trim_end_matches('\n').to_owned()
}

/// All of the above with one stream of bytes: whole, and cut into pieces of `sizes` in turn. Returns whether it got as far
/// as a frame.
///
/// # Panics
/// When something does not hold that always must.
pub fn try_stream(asked: &Asked, job: &Job, stream: &[u8], sizes: &[u8], look: Look) -> bool {
    let limits = Limits::default();
    let (peak, heard) = peak_of(|| {
        let heard = hear(job, &limits, [stream]);
        let pieces = hear(job, &limits, cut(stream, sizes));
        assert!(heard == pieces, "the pieces make a difference: {heard:?} {pieces:?}");
        heard
    });
    assert!(peak <= bound(stream.len()), "{peak} bytes held to hear {}", stream.len());
    let reached = !heard.frames.is_empty();
    let (peak, _) = peak_of(|| judge(asked, heard, &limits, look));
    assert!(peak <= bound(stream.len()), "{peak} bytes held to judge {}", stream.len());
    reached
}

/// What so many bytes of a child may make the parent hold at once.
// The base is for texts that are shown: they are bounded each, but not by what the child sent.
fn bound(length: usize) -> usize {
    512 * 1024 + 200 * length
}

fn cut<'a>(bytes: &'a [u8], sizes: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = bytes;
    let mut sizes = sizes.iter().map(|size| usize::from(*size) + 1).cycle();
    std::iter::from_fn(move || {
        let size = sizes.next().unwrap_or(rest.len()).min(rest.len());
        let (piece, left) = rest.split_at(size);
        rest = left;
        (!piece.is_empty()).then_some(piece)
    })
}
