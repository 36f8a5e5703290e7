//! Frames on the private channel of an answer: four bytes of length, then one message.
//!
//! The reader is fed hostile bytes. It holds at most one frame beyond what it was fed, looks at the length before it
//! waits for the rest, and says what is wrong instead of guessing where the next frame begins.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::model::limits::MAX_FRAME_BYTES;
use crate::model::wire::{from_bytes, to_bytes};

/// Why what a child sent is not a frame.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    #[error("a frame of {0} bytes is over the limit of {MAX_FRAME_BYTES}")]
    TooLong(usize),
    #[error(transparent)]
    Wire(#[from] crate::model::wire::WireError),
}

/// Cuts a stream of bytes into frames.
#[derive(Debug, Default)]
pub struct FrameReader {
    buffer: Vec<u8>,
    start: usize,
}

impl FrameReader {
    /// Append what was read from the channel.
    pub fn feed(&mut self, bytes: &[u8]) {
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
        self.buffer.extend(bytes);
    }

    /// The next whole frame, if there is one.
    pub fn next_frame<T: DeserializeOwned>(&mut self) -> Result<Option<T>, FrameError> {
        let rest = &self.buffer[self.start..];
        let Some((length, rest)) = rest.split_first_chunk::<4>() else { return Ok(None) };
        let length = u32::from_le_bytes(*length) as usize;
        if length > MAX_FRAME_BYTES {
            return Err(FrameError::TooLong(length));
        }
        let Some(frame) = rest.get(..length) else { return Ok(None) };
        let message = from_bytes(frame)?;
        self.start += 4 + length;
        Ok(Some(message))
    }

    /// Whether a frame has begun and not ended.
    pub fn is_torn(&self) -> bool {
        self.start < self.buffer.len()
    }
}

/// The bytes of one frame.
pub fn frame<T: Serialize>(message: &T) -> Vec<u8> {
    let body = to_bytes(message);
    let mut bytes = Vec::with_capacity(4 + body.len());
    bytes.extend((body.len() as u32).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// Write one frame.
pub fn write<T: Serialize>(channel: &mut impl Write, message: &T) -> io::Result<()> {
    channel.write_all(&frame(message))
}

/// Read one frame from a peer that is trusted: the child reads its job this way.
pub fn read<T: DeserializeOwned>(channel: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    channel.read_exact(&mut length)?;
    let mut body = vec![0; u32::from_le_bytes(length) as usize];
    channel.read_exact(&mut body)?;
    from_bytes(&body).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::wire::{ExampleReply, Frame, Load};

    fn frames() -> Vec<Frame> {
        let example = ExampleReply { shown: vec![vec![0], vec![3, 1, 7]], printed: "text".to_owned(), raised: None };
        vec![
            Frame::Loaded(Load { printed: String::new(), failed: None }),
            Frame::Case { examples: vec![example.clone(), example] },
            Frame::TooMuchOutput,
        ]
    }

    #[test]
    fn values_of_a_case_are_counted_together() {
        let shown = |count: usize| ExampleReply { shown: vec![vec![]; count], printed: String::new(), raised: None };
        let read = |examples: Vec<ExampleReply>| {
            let mut reader = FrameReader::default();
            reader.feed(&frame(&Frame::Case { examples }));
            reader.next_frame::<Frame>().map(|frame| frame.is_some())
        };
        assert!(matches!(read(vec![shown(10_000); 10]), Ok(true)));
        assert!(read(vec![shown(10_000); 11]).is_err());
        assert!(read(vec![shown(10_001)]).is_err());
    }

    #[test]
    fn frames_survive_being_cut_anywhere() {
        let bytes: Vec<u8> = frames().iter().flat_map(frame).collect();
        for size in 1..bytes.len() {
            let mut reader = FrameReader::default();
            let mut seen = Vec::new();
            for chunk in bytes.chunks(size) {
                reader.feed(chunk);
                while let Some(frame) = reader.next_frame::<Frame>().unwrap() {
                    seen.push(frame);
                }
            }
            assert_eq!(seen, frames());
            assert!(!reader.is_torn());
        }
    }

    #[test]
    fn an_oversized_length_is_refused_before_its_bytes_arrive() {
        let mut reader = FrameReader::default();
        reader.feed(&u32::MAX.to_le_bytes());
        assert_eq!(reader.next_frame::<Frame>(), Err(FrameError::TooLong(u32::MAX as usize)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(chunks in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..60), 0..20)) {
            let mut reader = FrameReader::default();
            'feeding: for chunk in chunks {
                reader.feed(&chunk);
                loop {
                    match reader.next_frame::<Frame>() {
                        Ok(Some(_)) => {}
                        Ok(None) => break,
                        Err(_) => break 'feeding,
                    }
                }
            }
        }

        #[test]
        fn mutated_frames_never_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes: Vec<u8> = frames().iter().flat_map(frame).collect();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let mut reader = FrameReader::default();
            reader.feed(&bytes);
            while let Ok(Some(_)) = reader.next_frame::<Frame>() {}
        }
    }
}
