//! What a hostile child does to the bytes of honest frames.

use arbitrary::{Result, Unstructured};
use greenroom::judge::frame::frame;
use greenroom::model::limits::MAX_FRAME_BYTES;
use greenroom::model::wire::Frame;

/// The bytes of frames, changed up to a few times.
pub fn stream(frames: &[Frame], from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut encoded: Vec<Vec<u8>> = frames.iter().map(frame).collect();
    let mutations = if from.ratio(1, 4)? { 0 } else { from.int_in_range(1..=4)? };
    for _ in 0..mutations {
        if encoded.is_empty() {
            break;
        }
        let at = from.choose_index(encoded.len())?;
        match from.int_in_range(0..=9)? {
            0 => drop(encoded.remove(at)),
            1 => encoded.insert(at, encoded[at].clone()),
            2 => encoded.swap(0, at),
            3 => encoded = interleaved(&encoded.concat(), from)?.map(Vec::from).to_vec(),
            4 => set_length(&mut encoded[at], from)?,
            _ => change(&mut encoded[at], from)?,
        }
    }
    Ok(encoded.concat())
}

/// Two writers on one channel: a piece of the stream stands within another piece.
fn interleaved<'a>(bytes: &'a [u8], from: &mut Unstructured<'_>) -> Result<[&'a [u8]; 3]> {
    let mut cuts = [from.int_in_range(0..=bytes.len())?, from.int_in_range(0..=bytes.len())?];
    cuts.sort_unstable();
    let [first, second] = cuts;
    Ok([&bytes[second..], &bytes[..first], &bytes[first..second]])
}

/// A length that is one off, small, at the limit, or anything; of the frame, or of something within.
fn set_length(frame: &mut Vec<u8>, from: &mut Unstructured<'_>) -> Result<()> {
    let right = frame.len().saturating_sub(4) as u32;
    let limit = MAX_FRAME_BYTES as u32;
    let lengths = [right.wrapping_sub(1), right + 1, 0, 1, limit, limit + 1, u32::MAX, from.arbitrary()?];
    let length = *from.choose(&lengths)?;
    if from.ratio(2, 3)? && frame.len() >= 4 {
        frame[..4].copy_from_slice(&length.to_le_bytes());
        return Ok(());
    }
    let at = from.int_in_range(0..=frame.len())?;
    let mut rest = length;
    let mut spelled = Vec::new();
    while rest >= 0x80 {
        spelled.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    spelled.push(rest as u8);
    let end = (at + 1).min(frame.len());
    frame.splice(at..end, spelled);
    repair_length(frame, from)
}

fn change(frame: &mut Vec<u8>, from: &mut Unstructured<'_>) -> Result<()> {
    if frame.is_empty() {
        return Ok(());
    }
    let at = from.choose_index(frame.len())?;
    match from.int_in_range(0..=4)? {
        0 => frame[at] ^= 1 << from.int_in_range(0..=7)?,
        1 => frame[at] = from.arbitrary()?,
        2 => frame.truncate(at),
        3 => {
            let end = from.int_in_range(at..=frame.len())?;
            frame.drain(at..end);
        }
        _ => {
            let inserted: [u8; 4] = from.arbitrary()?;
            let count = from.int_in_range(1..=4)?;
            frame.splice(at..at, inserted[..count].iter().copied());
        }
    }
    repair_length(frame, from)
}

/// Without a right length most of the decoder would never see the change.
fn repair_length(frame: &mut [u8], from: &mut Unstructured<'_>) -> Result<()> {
    if frame.len() >= 4 && from.ratio(3, 4)? {
        let length = (frame.len() - 4) as u32;
        frame[..4].copy_from_slice(&length.to_le_bytes());
    }
    Ok(())
}
