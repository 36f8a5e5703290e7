//! Frames out of the bytes of a fuzzer: mostly what the protocol has, often what is expected, now and then far beyond.

use arbitrary::{Result, Unstructured};
use greenroom::model::isolation::Layer;
use greenroom::model::mutant::Mutant;
use greenroom::model::value::{Bound, Float, Int, Value};
use greenroom::model::wire::{Count, ExampleReply, Frame, Load, LoadFailure, LoadStage, Raised, TraceLine};

use crate::question::{Asked, right_reply, values};

/// Texts that have gone wrong somewhere before.
const TEXTS: [&str; 16] = [
    "",
    "\n",
    "one\ntwo\n",
    "a  b\tc",
    "::error::x",
    "  ##[group]",
    "\u{1b}[2J\u{9b}31m",
    "\u{202e}\u{2066}x",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{200b}\u{feff}\u{e0041}",
    "中文🐍",
    "...",
    "\r\n",
    "\0",
    "]]>&<\"'`|",
    "MemoryError",
];

/// The frames of a whole run, mostly in the order in which they are due.
pub fn frames(asked: &Asked, from: &mut Unstructured<'_>) -> Result<Vec<Frame>> {
    let mut frames = Vec::new();
    let honest = from.ratio(7, 8)?;
    if honest {
        frames.push(Frame::Loaded(load(from)?));
    }
    for index in 0..asked.cases.len() {
        let usual = honest && from.ratio(23, 24)?;
        frames.push(if usual { case(asked, index, from)? } else { any_frame(from)? });
        if from.is_empty() {
            break;
        }
    }
    Ok(frames)
}

fn any_frame(from: &mut Unstructured<'_>) -> Result<Frame> {
    Ok(match from.int_in_range(0..=8)? {
        0 => Frame::Ready { proved: many(from, |from| Ok(*from.choose(&Layer::ALL)?))? },
        1 => Frame::NotReady { layer: *from.choose(&Layer::ALL)?, reason: text(from)? },
        2 => Frame::Loaded(load(from)?),
        3 => Frame::Case { examples: many(from, reply)? },
        4 => Frame::Script { printed: text(from)?, raised: maybe(from, raised)? },
        5 => Frame::Parsed(from.arbitrary()?),
        6 => Frame::Mutated { base: text(from)?, mutants: many(from, mutant)? },
        7 => Frame::Counted(Count { steps: from.arbitrary()?, over: from.ratio(1, 8)?, raised: maybe(from, raised)? }),
        _ => Frame::TooMuchOutput,
    })
}

/// What is expected, with something else in it here and there.
fn case(asked: &Asked, index: usize, from: &mut Unstructured<'_>) -> Result<Frame> {
    let (case, references) = (&asked.cases[index], &asked.references[index]);
    let mut examples = Vec::new();
    for (example, reference) in case.examples.iter().zip(references) {
        let mut right = right_reply(&example.expected, Some(reference));
        match from.int_in_range(0..=9)? {
            0 => right = reply(from)?,
            1 => right.shown = many(from, encoded)?,
            2 => right.printed = text(from)?,
            3 => right.raised = maybe(from, raised)?,
            4 if !right.shown.is_empty() => {
                let at = from.choose_index(right.shown.len())?;
                right.shown[at] = Value::decode(&right.shown[at])
                    .map_or(Ok(Vec::new()), |value| Ok(changed(value, from)?.encode()))?;
            }
            5 if !right.printed.is_empty() => right.printed = cut(&right.printed, from)? + &text(from)?,
            _ => {}
        }
        examples.push(right);
    }
    if from.ratio(1, 40)? {
        examples.push(reply(from)?);
    }
    Ok(Frame::Case { examples })
}

/// A value with one part of it replaced, put elsewhere, or left out.
fn changed(mut value: Value, from: &mut Unstructured<'_>) -> Result<Value> {
    match &mut value {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) if !items.is_empty() => {
            let at = from.choose_index(items.len())?;
            match from.int_in_range(0..=4)? {
                0 => drop(items.remove(at)),
                1 => items.insert(at, any_value(from, 3)?),
                2 => items.reverse(),
                3 => items.swap(0, at),
                _ => items[at] = changed(items[at].clone(), from)?,
            }
        }
        Value::Dict(pairs) if !pairs.is_empty() => {
            let at = from.choose_index(pairs.len())?;
            match from.int_in_range(0..=3)? {
                0 => drop(pairs.remove(at)),
                1 => pairs.push(pairs[at].clone()),
                2 => pairs[at].0 = any_value(from, 2)?,
                _ => pairs[at].1 = changed(pairs[at].1.clone(), from)?,
            }
        }
        Value::Float(float) => float.0 ^= 1 << from.int_in_range(0..=63)?,
        Value::Str(text) | Value::Bytes(text) if !text.is_empty() => {
            let at = from.choose_index(text.len())?;
            text[at] = from.arbitrary()?;
        }
        other => *other = any_value(from, 3)?,
    }
    Ok(value)
}

/// A value of any type; at the end of the bytes, and at the depth, a leaf.
fn any_value(from: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let leaves = depth == 0 || from.is_empty();
    let items = |from: &mut Unstructured<'_>| many(from, |from| any_value(from, depth - 1));
    Ok(match from.int_in_range(0..=if leaves { 9 } else { 15 })? {
        0 => Value::None,
        1 => Value::Bool(from.arbitrary()?),
        2 => Value::Int(from.arbitrary::<i64>()?.into()),
        3 => {
            let magnitude: Vec<u8> = from.arbitrary()?;
            Value::Int(Int { negative: from.arbitrary()?, magnitude: [&[1][..], &magnitude].concat() })
        }
        4 => Value::Float(from.arbitrary::<f64>()?.into()),
        5 => Value::Complex(from.arbitrary::<f64>()?.into(), Float(from.arbitrary()?)),
        6 => Value::Str(text(from)?.into_bytes()),
        7 => Value::Bytes(from.arbitrary()?),
        8 => Value::Other(text(from)?),
        9 => Value::Beyond(*from.choose(&[Bound::Depth, Bound::Nodes, Bound::Bytes])?),
        10 => Value::List(items(from)?),
        11 => Value::Tuple(items(from)?),
        12 => Value::Set(items(from)?),
        13 => Value::FrozenSet(items(from)?),
        14 => Value::Dict(many(from, |from| Ok((any_value(from, depth - 1)?, any_value(from, depth - 1)?)))?),
        _ => from.choose(&values())?.clone(),
    })
}

fn encoded(from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    if from.ratio(1, 16)? {
        return from.arbitrary();
    }
    // Beyond 64 levels a tree is refused.
    let levels = if from.ratio(1, 16)? { from.int_in_range(50..=80)? } else { 0 };
    let value = any_value(from, 4)?;
    Ok((0..levels).fold(value, |value, _| Value::List(vec![value])).encode())
}

fn reply(from: &mut Unstructured<'_>) -> Result<ExampleReply> {
    Ok(ExampleReply { shown: many(from, encoded)?, printed: text(from)?, raised: maybe(from, raised)? })
}

fn load(from: &mut Unstructured<'_>) -> Result<Load> {
    let failed = if from.ratio(1, 12)? {
        let stage = *from.choose(&[LoadStage::Compile, LoadStage::Answer, LoadStage::Setup])?;
        Some(LoadFailure { stage, raised: raised(from)? })
    } else {
        None
    };
    Ok(Load { printed: text(from)?, failed })
}

fn raised(from: &mut Unstructured<'_>) -> Result<Raised> {
    let line = |from: &mut Unstructured<'_>| {
        let small = from.int_in_range(0..=3)?;
        let number = if from.ratio(1, 8)? { from.arbitrary()? } else { small };
        Ok(TraceLine { line: number, column: from.int_in_range(0..=90)?, function: text(from)? })
    };
    Ok(Raised { exception: text(from)?, message: text(from)?, trace: many(from, line)? })
}

fn mutant(from: &mut Unstructured<'_>) -> Result<Mutant> {
    Ok(Mutant::new(from.arbitrary()?, text(from)?, text(from)?, from.arbitrary()?..from.arbitrary()?, text(from)?))
}

fn text(from: &mut Unstructured<'_>) -> Result<String> {
    let piece = match from.int_in_range(0..=7)? {
        0 => from.arbitrary()?,
        1 => (0..from.int_in_range(1..=3)?).map(|_| from.arbitrary::<char>()).collect::<Result<String>>()?,
        _ => (*from.choose(&TEXTS)?).to_owned(),
    };
    // Long texts are cut and wrapped.
    let times = if from.ratio(1, 24)? { from.int_in_range(2..=2500)? } else { 1 };
    Ok(piece.repeat(times))
}

fn cut(text: &str, from: &mut Unstructured<'_>) -> Result<String> {
    let length = from.int_in_range(0..=text.chars().count())?;
    Ok(text.chars().take(length).collect())
}

fn maybe<T>(from: &mut Unstructured<'_>, make: impl Fn(&mut Unstructured<'_>) -> Result<T>) -> Result<Option<T>> {
    if from.arbitrary()? { make(from).map(Some) } else { Ok(None) }
}

fn many<T>(from: &mut Unstructured<'_>, make: impl Fn(&mut Unstructured<'_>) -> Result<T>) -> Result<Vec<T>> {
    let count = if from.ratio(1, 32)? { from.int_in_range(0..=40)? } else { from.int_in_range(0..=4)? };
    (0..count).map(|_| make(from)).collect()
}
