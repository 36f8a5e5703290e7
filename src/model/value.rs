//! The canonical tree: a Python value with exact types, as it crosses the wall. Bytes in, bytes out, nothing is executed.
//!
//! One value has one encoding, so two values are equal when their bytes are. The decoder reads hostile bytes: depth, nodes
//! and size are bounded before anything is allocated for them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::limits::{MAX_DEPTH, MAX_NODES, MAX_VALUE_BYTES};

/// A Python value. Sets are sorted by encoding, dicts keep their order.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    None,
    Bool(bool),
    Int(Int),
    Float(Float),
    Complex(Float, Float),
    /// UTF-8 with surrogates passed through, as Python's `surrogatepass` writes it.
    Str(Vec<u8>),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Tuple(Vec<Value>),
    Dict(Vec<(Value, Value)>),
    Set(Vec<Value>),
    FrozenSet(Vec<Value>),
    /// Any other type, by its qualified name. Matches nothing.
    Other(String),
    /// A value past one of the bounds. Matches nothing.
    Beyond(Bound),
}

/// An int of any size: sign and big-endian magnitude without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Int {
    pub negative: bool,
    pub magnitude: Vec<u8>,
}

/// A float by its bits, so that nan, -0.0 and every last digit are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Float(pub u64);

/// Which bound a value is past.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    Depth,
    Nodes,
    Bytes,
}

/// The length of the encoding of [`Value::Beyond`].
pub const BEYOND_BYTES: usize = 2;

/// Why bytes are not a canonical tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DecodeError {
    #[error("the value ends early")]
    Truncated,
    #[error("unknown tag {0}")]
    Tag(u8),
    #[error("deeper than {MAX_DEPTH}")]
    Depth,
    #[error("more than {MAX_NODES} nodes")]
    Nodes,
    #[error("more than {MAX_VALUE_BYTES} bytes")]
    Size,
    #[error("not in canonical form")]
    NotCanonical,
    #[error("bytes after the value")]
    Trailing,
}

/// The first byte of each encoded value.
pub mod tag {
    pub const NONE: u8 = 0;
    pub const FALSE: u8 = 1;
    pub const TRUE: u8 = 2;
    pub const INT: u8 = 3;
    pub const NEGATIVE_INT: u8 = 4;
    pub const FLOAT: u8 = 5;
    pub const COMPLEX: u8 = 6;
    pub const STR: u8 = 7;
    pub const BYTES: u8 = 8;
    pub const LIST: u8 = 9;
    pub const TUPLE: u8 = 10;
    pub const DICT: u8 = 11;
    pub const SET: u8 = 12;
    pub const FROZEN_SET: u8 = 13;
    pub const OTHER: u8 = 14;
    pub const BEYOND: u8 = 15;
}

impl Int {
    /// The value as an `i64`, if it fits.
    pub fn as_i64(&self) -> Option<i64> {
        if self.magnitude.len() > 8 {
            return None;
        }
        let magnitude = self.magnitude.iter().fold(0_i128, |sum, byte| sum << 8 | i128::from(*byte));
        i64::try_from(if self.negative { -magnitude } else { magnitude }).ok()
    }
}

impl From<i64> for Int {
    fn from(number: i64) -> Int {
        let bytes = number.unsigned_abs().to_be_bytes();
        let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
        Int { negative: number < 0, magnitude: bytes[start..].to_vec() }
    }
}

impl Float {
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl From<f64> for Float {
    /// Every nan becomes the one quiet nan: Python cannot tell them apart either.
    fn from(number: f64) -> Float {
        Float(if number.is_nan() { f64::NAN.to_bits() } else { number.to_bits() })
    }
}

/// Append a length as LEB128: seven bits a byte, low bits first.
pub fn put_length(bytes: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        bytes.push(length as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
}

impl Value {
    /// The one encoding of this value.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.encode_into(&mut bytes);
        bytes
    }

    fn encode_into(&self, bytes: &mut Vec<u8>) {
        match self {
            Value::None => bytes.push(tag::NONE),
            Value::Bool(false) => bytes.push(tag::FALSE),
            Value::Bool(true) => bytes.push(tag::TRUE),
            Value::Int(int) => put_blob(bytes, if int.negative { tag::NEGATIVE_INT } else { tag::INT }, &int.magnitude),
            Value::Float(float) => {
                bytes.push(tag::FLOAT);
                bytes.extend(float.0.to_be_bytes());
            }
            Value::Complex(real, imaginary) => {
                bytes.push(tag::COMPLEX);
                bytes.extend(real.0.to_be_bytes());
                bytes.extend(imaginary.0.to_be_bytes());
            }
            Value::Str(text) => put_blob(bytes, tag::STR, text),
            Value::Bytes(data) => put_blob(bytes, tag::BYTES, data),
            Value::List(items) => put_items(bytes, tag::LIST, items),
            Value::Tuple(items) => put_items(bytes, tag::TUPLE, items),
            Value::Set(items) => put_sorted(bytes, tag::SET, items),
            Value::FrozenSet(items) => put_sorted(bytes, tag::FROZEN_SET, items),
            Value::Dict(pairs) => {
                bytes.push(tag::DICT);
                put_length(bytes, pairs.len());
                for (key, value) in pairs {
                    key.encode_into(bytes);
                    value.encode_into(bytes);
                }
            }
            Value::Other(name) => put_blob(bytes, tag::OTHER, name.as_bytes()),
            Value::Beyond(bound) => bytes.extend([tag::BEYOND, *bound as u8]),
        }
    }

    /// Read one value that fills `bytes` to the end.
    pub fn decode(bytes: &[u8]) -> Result<Value, DecodeError> {
        if bytes.len() > MAX_VALUE_BYTES {
            return Err(DecodeError::Size);
        }
        let mut reader = Reader { rest: bytes, nodes: 0 };
        let value = reader.value(0)?;
        if reader.rest.is_empty() { Ok(value) } else { Err(DecodeError::Trailing) }
    }

    /// The items of a list or a tuple.
    pub fn items(&self) -> Option<&[Value]> {
        match self {
            Value::List(items) | Value::Tuple(items) => Some(items),
            _ => None,
        }
    }
}

fn put_blob(bytes: &mut Vec<u8>, tag: u8, blob: &[u8]) {
    bytes.push(tag);
    put_length(bytes, blob.len());
    bytes.extend(blob);
}

fn put_items(bytes: &mut Vec<u8>, tag: u8, items: &[Value]) {
    bytes.push(tag);
    put_length(bytes, items.len());
    for item in items {
        item.encode_into(bytes);
    }
}

fn put_sorted(bytes: &mut Vec<u8>, tag: u8, items: &[Value]) {
    let mut encoded: Vec<Vec<u8>> = items.iter().map(Value::encode).collect();
    encoded.sort_unstable();
    bytes.push(tag);
    put_length(bytes, items.len());
    bytes.extend(encoded.concat());
}

/// For so many items there is room before they have come: a hostile count may be any number.
// Receipt: without it a list of one item takes the room of four, and lists within lists 64 bytes for each byte of theirs.
const FEW: usize = 4;

/// Reads a value off the front of `rest`.
struct Reader<'a> {
    rest: &'a [u8],
    nodes: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value, DecodeError> {
        if depth > MAX_DEPTH {
            return Err(DecodeError::Depth);
        }
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(DecodeError::Nodes);
        }
        Ok(match self.byte()? {
            tag::NONE => Value::None,
            tag::FALSE => Value::Bool(false),
            tag::TRUE => Value::Bool(true),
            tag::INT => Value::Int(self.int(false)?),
            tag::NEGATIVE_INT => Value::Int(self.int(true)?),
            tag::FLOAT => Value::Float(self.float()?),
            tag::COMPLEX => Value::Complex(self.float()?, self.float()?),
            tag::STR => Value::Str(self.blob()?.to_vec()),
            tag::BYTES => Value::Bytes(self.blob()?.to_vec()),
            tag::LIST => Value::List(self.items(depth)?),
            tag::TUPLE => Value::Tuple(self.items(depth)?),
            tag::SET => Value::Set(self.sorted(depth)?),
            tag::FROZEN_SET => Value::FrozenSet(self.sorted(depth)?),
            tag::DICT => {
                let count = self.count()?;
                let mut pairs = Vec::with_capacity(count.min(FEW));
                for _ in 0..count {
                    pairs.push((self.value(depth + 1)?, self.value(depth + 1)?));
                }
                pairs.shrink_to_fit();
                Value::Dict(pairs)
            }
            tag::OTHER => Value::Other(self.name()?),
            tag::BEYOND => Value::Beyond(match self.byte()? {
                0 => Bound::Depth,
                1 => Bound::Nodes,
                2 => Bound::Bytes,
                other => return Err(DecodeError::Tag(other)),
            }),
            other => return Err(DecodeError::Tag(other)),
        })
    }

    fn byte(&mut self) -> Result<u8, DecodeError> {
        let (first, rest) = self.rest.split_first().ok_or(DecodeError::Truncated)?;
        self.rest = rest;
        Ok(*first)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], DecodeError> {
        if length > self.rest.len() {
            return Err(DecodeError::Truncated);
        }
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(taken)
    }

    fn count(&mut self) -> Result<usize, DecodeError> {
        let mut length = 0_usize;
        for shift in (0..=21).step_by(7) {
            let byte = self.byte()?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                // A longer spelling of the same length would give one value two encodings.
                return if byte == 0 && shift > 0 { Err(DecodeError::NotCanonical) } else { Ok(length) };
            }
        }
        Err(DecodeError::Size)
    }

    fn blob(&mut self) -> Result<&'a [u8], DecodeError> {
        let length = self.count()?;
        self.take(length)
    }

    fn name(&mut self) -> Result<String, DecodeError> {
        let name = std::str::from_utf8(self.blob()?).map_err(|_| DecodeError::NotCanonical)?;
        Ok(name.to_owned())
    }

    fn int(&mut self, negative: bool) -> Result<Int, DecodeError> {
        let magnitude = self.blob()?.to_vec();
        if magnitude.first() == Some(&0) || (negative && magnitude.is_empty()) {
            return Err(DecodeError::NotCanonical);
        }
        Ok(Int { negative, magnitude })
    }

    fn float(&mut self) -> Result<Float, DecodeError> {
        let bytes: [u8; 8] = self.take(8)?.try_into().expect("take gives eight bytes");
        let float = Float(u64::from_be_bytes(bytes));
        if float == Float::from(float.get()) { Ok(float) } else { Err(DecodeError::NotCanonical) }
    }

    fn items(&mut self, depth: usize) -> Result<Vec<Value>, DecodeError> {
        let count = self.count()?;
        let mut items = Vec::with_capacity(count.min(FEW));
        for _ in 0..count {
            items.push(self.value(depth + 1)?);
        }
        items.shrink_to_fit();
        Ok(items)
    }

    fn sorted(&mut self, depth: usize) -> Result<Vec<Value>, DecodeError> {
        let count = self.count()?;
        let mut items = Vec::with_capacity(count.min(FEW));
        let mut previous: Option<&[u8]> = None;
        for _ in 0..count {
            let start = self.rest;
            items.push(self.value(depth + 1)?);
            let encoded = &start[..start.len() - self.rest.len()];
            if previous.is_some_and(|previous| previous >= encoded) {
                return Err(DecodeError::NotCanonical);
            }
            previous = Some(encoded);
        }
        items.shrink_to_fit();
        Ok(items)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::None),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(|number| Value::Int(number.into())),
            any::<f64>().prop_map(|number| Value::Float(number.into())),
            proptest::collection::vec(any::<u8>(), 0..200).prop_map(Value::Bytes),
            "\\PC{0,20}".prop_map(|text| Value::Str(text.into_bytes())),
            "[a-z.]{1,20}".prop_map(Value::Other),
        ];
        leaf.prop_recursive(5, 60, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Tuple),
                proptest::collection::vec((inner.clone(), inner), 0..4).prop_map(Value::Dict),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_survives_encoding(value in any_value()) {
            prop_assert_eq!(Value::decode(&value.encode()), Ok(value));
        }

        #[test]
        fn no_bytes_make_the_decoder_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(value) = Value::decode(&bytes) {
                prop_assert_eq!(value.encode(), bytes, "one value has one encoding");
            }
        }

        #[test]
        fn mutated_encodings_never_panic(value in any_value(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = value.encode();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = Value::decode(&bytes);
        }
    }

    #[test]
    fn a_tree_deeper_than_the_bound_is_refused() {
        let nested = |depth: usize| {
            let mut bytes = [tag::LIST, 1].repeat(depth);
            bytes.push(tag::NONE);
            bytes
        };
        assert!(Value::decode(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(Value::decode(&nested(MAX_DEPTH + 1)), Err(DecodeError::Depth));
        assert_eq!(Value::decode(&nested(400_000)), Err(DecodeError::Depth));
    }

    #[test]
    fn a_length_beyond_the_bytes_allocates_nothing() {
        assert_eq!(Value::decode(&[tag::LIST, 0xff, 0xff, 0xff, 0x7f]), Err(DecodeError::Truncated));
        assert_eq!(Value::decode(&[tag::STR, 0xff, 0xff, 0x7f]), Err(DecodeError::Truncated));
    }

    #[test]
    fn the_name_of_another_type_is_text() {
        assert_eq!(Value::decode(&[tag::OTHER, 2, b'a', b'b']), Ok(Value::Other("ab".to_owned())));
        assert_eq!(Value::decode(&[tag::OTHER, 1, 0xff]), Err(DecodeError::NotCanonical));
    }

    #[test]
    fn small_ints_keep_their_value() {
        for number in [0, 1, -1, 255, 256, -256, i64::MAX, i64::MIN] {
            assert_eq!(Int::from(number).as_i64(), Some(number));
        }
    }
}
