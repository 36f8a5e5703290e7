//! All that crosses the wall. Every length is bounded; no job has a field for expected output.
//!
//! Two channels join the parent and a slot. The *control* channel (packets) is between the parent and the zygote and never
//! carries the text of an answer or of a check, so that nothing of one answer stays in the memory that the next one is
//! forked from. Each answer has a *private* channel (a stream of frames) between the parent and its child.

use std::fmt;

use serde::de::{DeserializeOwned, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::model::isolation::{Layer, MissingLayer};
use crate::model::limits::{
    Limits, MAX_EXAMPLES, MAX_MESSAGE_BYTES, MAX_MUTANTS, MAX_SHOWN, MAX_SHOWN_BYTES, MAX_SHOWN_OF_CASE, MAX_TRACEBACK,
};
use crate::model::mutant::Mutant;
use crate::model::value::BEYOND_BYTES;

/// The largest packet on the control channel.
pub const MAX_PACKET_BYTES: usize = 16 * 1024;

/// The whole environment of a worker, and so of an answer.
pub const ENVIRONMENT: [(&str, &str); 4] = [("HOME", "/tmp"), ("TMPDIR", "/tmp"), ("LANG", "C.UTF-8"), ("TZ", "UTC")];

/// What a worker imports before its first child, so that every child has it for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Preload {
    /// For one answer: it imports what it needs itself, as it would anywhere.
    Nothing,
    /// For many answers: what most of them name.
    Common,
    /// For checks: what parses them. A worker with this runs no answers.
    Loader,
}

impl Preload {
    /// As the command line of a worker has it.
    pub fn word(self) -> &'static str {
        match self {
            Preload::Nothing => "nothing",
            Preload::Common => "common",
            Preload::Loader => "loader",
        }
    }
}

/// Parent to nursery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Fork a slot. The far end of its control channel comes with this packet.
    Slot,
}

/// Parent to zygote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Fork a child for such a launch as soon as no other one is there. It locks itself down and waits for its job. One
    /// that rehearses runs an answer of ours first: that takes longer, and then the job takes less.
    Prepare { launch: Launch, rehearse: bool },
    /// Import these modules before the next child is forked: names of [`modules`](crate::model::modules).
    Import(Vec<String>),
    /// End this child, if it is still there, and whatever it started.
    Kill { child: u64 },
}

/// What the zygote must know of an answer to lock its child down. The limits come with the job: a child that waits fits
/// every question with the same needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Launch {
    /// Allow up to eight processes.
    pub processes: bool,
    /// Allow sockets on a loopback of the answer's own.
    pub loopback: bool,
}

/// Zygote to parent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Notice {
    /// The zygote is ready. The pidfd of the process that holds its slot comes with this packet: when that one is killed,
    /// all of the slot is gone.
    Hello(Hello),
    /// The zygote cannot run; the sentence says why and what to do.
    Refused(String),
    /// A child has been forked. Its pidfd and the parent's end of its private channel come with this packet. Children are
    /// counted from 1.
    Forked { child: u64 },
    /// No child could be started; the sentence says why.
    NotStarted(String),
    /// The child and everything it started are gone.
    Ended { child: u64, ended: Ended },
}

/// What the worker is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    pub interpreter: Interpreter,
    pub missing: Vec<MissingLayer>,
    /// The namespaces that it is in; the parent compares them with its own.
    pub namespaces: Vec<Namespace>,
}

/// The number that the kernel gives to a namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Namespace {
    pub layer: Layer,
    pub id: u64,
}

/// The embedded interpreter; stands in every report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpreter {
    /// For instance `3.11.7`.
    pub version: String,
    /// `sys.implementation.name`.
    pub implementation: String,
    pub prefix: String,
    /// The shared library that runs.
    pub library: String,
}

/// How a child ended, as the zygote saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub how: Exit,
    pub cpu_us: u64,
    pub max_rss_kib: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exit {
    Status(i32),
    Signal(i32),
    /// The zygote ended it: it wrote more into its scratch folder than it may.
    Flooded,
}

/// Parent to child: what to do, and how much it may use. Sent after the child has proved its layers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    pub limits: Limits,
    pub job: Job,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Load an answer and try cases on it.
    Check(CheckJob),
    /// Run a script as `__main__` and send what it prints.
    Script { source: String },
    /// Parse a check. Only ever sent to the loader's own worker, which runs no answers.
    Load { source: String },
    /// Make mutants of a right answer of the bank, without running it. Only ever sent to the loader's own worker.
    Mutate { source: String },
    /// Count the steps of an answer for inputs of growing size.
    Count(CountJob),
}

/// Cases to try on one answer. What the cases must give is not part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckJob {
    /// The source of the answer.
    pub answer: String,
    /// Run the answer (`from answer import …` works), or only look at it (`source` and `tree` are defined).
    pub execute: bool,
    /// The set-up of the check, compiled.
    pub setup: Vec<u8>,
    /// Whether the set-up names `random`, so that the seed matters to it.
    pub seed_random: bool,
    pub seed: u64,
    /// For each case its examples, each an interactive statement, compiled.
    pub cases: Vec<Vec<Vec<u8>>>,
}

/// Sizes for which the steps of an answer are counted, by the `growing` of its check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountJob {
    /// The answer and the set-up; it has no cases.
    pub check: CheckJob,
    /// From the smallest.
    pub sizes: Vec<u32>,
    /// No more steps than this are counted for one size, and no size after it.
    pub budget: u64,
}

/// Child to parent. A child sends `Ready`, then by its job either `Loaded` and a `Case` each, or `Loaded` and a
/// `Counted` for each size, or `Script`, or `Parsed`, or `Mutated`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Frame {
    /// The layers that the child has proved by trying to break them. Sent before the job is read.
    Ready { proved: Vec<Layer> },
    /// A layer could not be entered; the child ends.
    NotReady { layer: Layer, reason: String },
    /// The answer and the set-up were executed.
    Loaded(Load),
    /// The examples of the next case.
    Case {
        #[serde(deserialize_with = "examples_of_case")]
        examples: Vec<ExampleReply>,
    },
    /// The script has ended.
    Script { printed: String, raised: Option<Raised> },
    /// The loader's reply: the bytes of a `Result<ParsedCheck, CheckProblem>`. They are read when such a reply is due and
    /// not before: as a check, the largest frame of an answer would take 50 bytes for each of its own.
    Parsed(Vec<u8>),
    /// The right answer as the loader writes it, and its mutants.
    Mutated {
        base: String,
        #[serde(deserialize_with = "at_most::<_, _, MAX_MUTANTS>")]
        mutants: Vec<Mutant>,
    },
    /// More was printed than the limit allows; the child ends.
    TooMuchOutput,
    /// The steps for the next size. After one that went wrong no other comes.
    Counted(Count),
}

/// The steps of an answer for one size, as it counted them itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub steps: u64,
    /// There were more than the budget.
    pub over: bool,
    /// The exception that ended the call.
    pub raised: Option<Raised>,
}

impl Count {
    /// Whether the call came to its end.
    pub fn is_whole(&self) -> bool {
        !self.over && self.raised.is_none()
    }
}

/// What happened while an answer was loaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Load {
    pub printed: String,
    /// The exception that ended loading, if one did, and where.
    pub failed: Option<LoadFailure>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoadFailure {
    pub stage: LoadStage,
    pub raised: Raised,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoadStage {
    /// The answer does not compile.
    Compile,
    /// The answer raised at its top level.
    Answer,
    /// The set-up of the check raised: a name is missing in the answer, or the check is broken.
    Setup,
}

/// What one example gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExampleReply {
    /// Encoded canonical trees of the displayed values, in order.
    #[serde(deserialize_with = "at_most::<_, _, MAX_SHOWN>")]
    pub shown: Vec<Vec<u8>>,
    pub printed: String,
    pub raised: Option<Raised>,
}

/// An exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// `ValueError` for a builtin, `module.Name` for others.
    pub exception: String,
    pub message: String,
    /// Lines of the answer, outermost first.
    #[serde(deserialize_with = "at_most::<_, _, MAX_TRACEBACK>")]
    pub trace: Vec<TraceLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceLine {
    /// From 1.
    pub line: u32,
    /// Column of a syntax error, from 1; 0 elsewhere.
    pub column: u32,
    pub function: String,
}

impl Frame {
    /// How much printed text the frame holds, in bytes.
    pub fn printed_bytes(&self) -> usize {
        match self {
            Frame::Loaded(load) => load.printed.len(),
            Frame::Case { examples } => examples.iter().map(|example| example.printed.len()).sum(),
            Frame::Script { printed, .. } => printed.len(),
            _ => 0,
        }
    }

    /// Whether its values are no larger than a child sends: what is beyond the bound is an empty value each.
    pub fn has_bounded_values(&self) -> bool {
        let Frame::Case { examples } = self else { return true };
        let bytes: usize = examples.iter().flat_map(|example| &example.shown).map(Vec::len).sum();
        bytes <= MAX_SHOWN_BYTES + MAX_SHOWN_OF_CASE * BEYOND_BYTES
    }

    /// Whether every exception in it keeps the bounds of its texts.
    pub fn has_bounded_texts(&self) -> bool {
        let bounded = |raised: &Raised| {
            let texts =
                [&raised.exception, &raised.message].into_iter().chain(raised.trace.iter().map(|line| &line.function));
            texts.into_iter().all(|text| text.len() <= MAX_MESSAGE_BYTES + '…'.len_utf8())
        };
        match self {
            Frame::Loaded(load) => load.failed.iter().all(|failed| bounded(&failed.raised)),
            Frame::Case { examples } => examples.iter().flat_map(|example| &example.raised).all(bounded),
            Frame::Script { raised, .. } | Frame::Counted(Count { raised, .. }) => raised.iter().all(bounded),
            _ => true,
        }
    }
}

/// A list that ends the reading of its message when it is longer than `MOST`, before it is held in memory.
fn at_most<'de, D, T, const MOST: usize>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_seq(Bounded { most: MOST, weigh: |_: &T| 0, most_weight: 0 })
}

/// The same for the examples of a case, whose values are counted together: each takes more memory than it has bytes.
fn examples_of_case<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ExampleReply>, D::Error> {
    let weigh = |example: &ExampleReply| example.shown.len();
    deserializer.deserialize_seq(Bounded { most: MAX_EXAMPLES, weigh, most_weight: MAX_SHOWN_OF_CASE })
}

/// Reads a list of a bounded length and weight.
struct Bounded<T> {
    most: usize,
    weigh: fn(&T) -> usize,
    most_weight: usize,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Bounded<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "at most {} items", self.most)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut found = Vec::new();
        let mut weight = 0;
        while let Some(item) = items.next_element()? {
            weight += (self.weigh)(&item);
            if found.len() == self.most || weight > self.most_weight {
                return Err(A::Error::custom("too many items"));
            }
            found.push(item);
        }
        Ok(found)
    }
}

/// Why bytes are not a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    #[error("the frame is not one of the protocol")]
    Malformed,
    #[error("the frame has bytes after its end")]
    Trailing,
}

/// The bytes of a message, without its length.
pub fn to_bytes<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).expect("messages hold no type that postcard refuses")
}

/// A message that fills `bytes` to the end.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Ok(message),
        Ok(_) => Err(WireError::Trailing),
        Err(_) => Err(WireError::Malformed),
    }
}
