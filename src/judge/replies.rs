//! The replies of one child: frames in the order in which they are due, within every bound. Pure: no channel, no clock.
//!
//! Whatever a hostile child sends comes through here first, so that all of it can be tried without a child.

use crate::judge::frame::{FrameError, FrameReader};
use crate::model::limits::{Limits, MAX_REPLY_BYTES};
use crate::model::wire::{Frame, Job};

/// Why a child is not listened to any longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// It printed, or sent, more than it may.
    TooMuchOutput,
    /// It sent something that is not of the protocol; what.
    Malformed(String),
}

/// What one child has sent and may still send.
#[derive(Debug)]
pub struct Replies {
    reader: FrameReader,
    /// Bytes fed so far, and how many are taken at most.
    received: usize,
    most: usize,
    /// How much text may still be printed.
    output_left: usize,
    due: Due,
}

impl Replies {
    pub fn new(limits: &Limits) -> Replies {
        Replies {
            reader: FrameReader::default(),
            received: 0,
            most: MAX_REPLY_BYTES + limits.output_bytes(),
            output_left: limits.output_bytes(),
            due: Due::Nothing,
        }
    }

    /// Append what was read from the channel.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.received += bytes.len();
        self.reader.feed(bytes);
    }

    /// More has been fed than a child may send in all. What is already there can still be taken.
    pub fn are_too_long(&self) -> bool {
        self.received > self.most
    }

    /// A frame has begun and not ended.
    pub fn are_torn(&self) -> bool {
        self.reader.is_torn()
    }

    /// The next frame of a child that has no job yet.
    pub fn before_the_job(&mut self) -> Result<Option<Frame>, FrameError> {
        self.reader.next_frame()
    }

    /// From now on the replies to this job are due.
    pub fn expect(&mut self, job: &Job) {
        self.due = Due::first(job);
    }

    /// Every frame that the job asks for has been taken.
    pub fn are_complete(&self) -> bool {
        self.due == Due::Nothing
    }

    /// The next frame that is due, if all of it is there.
    pub fn next_due(&mut self) -> Result<Option<Frame>, Breach> {
        let malformed = |what: &str| Breach::Malformed(what.to_owned());
        let frame = match self.reader.next_frame::<Frame>() {
            Ok(Some(frame)) => frame,
            Ok(None) => return Ok(None),
            Err(error) => return Err(malformed(&error.to_string())),
        };
        // The child holds its bounds itself; an answer that writes frames does not.
        if !frame.has_bounded_texts() {
            return Err(malformed("an exception beyond its bounds"));
        }
        if !frame.has_bounded_values() {
            return Err(malformed("more values than a case may show"));
        }
        let left = self.output_left.checked_sub(frame.printed_bytes());
        let (Some(left), false) = (left, frame == Frame::TooMuchOutput) else { return Err(Breach::TooMuchOutput) };
        self.output_left = left;
        self.due = self.due.after(&frame).ok_or_else(|| malformed("a frame that is not due"))?;
        Ok(Some(frame))
    }
}

/// The frame that is due next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    Loaded { cases: usize },
    Case { left: usize },
    LoadedToCount { sizes: usize },
    Counted { left: usize },
    Script,
    Parsed,
    Mutated,
    Nothing,
}

impl Due {
    fn first(job: &Job) -> Due {
        match job {
            Job::Check(job) => Due::Loaded { cases: job.cases.len() },
            Job::Script { .. } => Due::Script,
            Job::Load { .. } => Due::Parsed,
            Job::Mutate { .. } => Due::Mutated,
            Job::Count(job) => Due::LoadedToCount { sizes: job.sizes.len() },
        }
    }

    fn after(self, frame: &Frame) -> Option<Due> {
        let cases = |left: usize| if left == 0 { Due::Nothing } else { Due::Case { left } };
        let sizes = |left: usize| if left == 0 { Due::Nothing } else { Due::Counted { left } };
        match (self, frame) {
            (Due::Loaded { .. } | Due::LoadedToCount { .. }, Frame::Loaded(load)) if load.failed.is_some() => {
                Some(Due::Nothing)
            }
            (Due::Loaded { cases: count }, Frame::Loaded(_)) => Some(cases(count)),
            (Due::Case { left }, Frame::Case { .. }) => Some(cases(left - 1)),
            (Due::LoadedToCount { sizes: count }, Frame::Loaded(_)) => Some(sizes(count)),
            (Due::Counted { left }, Frame::Counted(count)) => Some(sizes(if count.is_whole() { left - 1 } else { 0 })),
            (Due::Script, Frame::Script { .. })
            | (Due::Parsed, Frame::Parsed(_))
            | (Due::Mutated, Frame::Mutated { .. }) => Some(Due::Nothing),
            _ => None,
        }
    }
}
