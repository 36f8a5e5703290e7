//! A Python object as a canonical tree. Exact types only: no method of a user's class is called.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyComplex, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyString, PyTuple};

use crate::model::limits::{MAX_DEPTH, MAX_NODES, MAX_VALUE_BYTES};
use crate::model::value::{Bound as Limit, Float, Int, Value, put_length, tag};
use crate::python::type_name::type_name;

/// The encoded canonical tree of `object`; a value past a bound is encoded as that bound.
pub fn encode(object: &Bound<'_, PyAny>) -> Vec<u8> {
    let mut encoder = Encoder { bytes: Vec::new(), nodes: 0 };
    match encoder.put(object, 0) {
        Ok(()) => encoder.bytes,
        Err(limit) => Value::Beyond(limit).encode(),
    }
}

struct Encoder {
    bytes: Vec<u8>,
    nodes: usize,
}

impl Encoder {
    fn put(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> Result<(), Limit> {
        if depth > MAX_DEPTH {
            return Err(Limit::Depth);
        }
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Limit::Nodes);
        }
        if object.is_none() {
            self.bytes.push(tag::NONE);
        } else if let Ok(value) = object.cast_exact::<PyBool>() {
            self.bytes.push(if value.is_true() { tag::TRUE } else { tag::FALSE });
        } else if let Ok(value) = object.cast_exact::<PyInt>() {
            self.put_int(value)?;
        } else if let Ok(value) = object.cast_exact::<PyString>() {
            self.put_str(value)?;
        } else if let Ok(value) = object.cast_exact::<PyFloat>() {
            self.bytes.push(tag::FLOAT);
            self.bytes.extend(Float::from(value.value()).0.to_be_bytes());
        } else if let Ok(value) = object.cast_exact::<PyBytes>() {
            self.put_blob(tag::BYTES, value.as_bytes())?;
        } else if let Ok(value) = object.cast_exact::<PyList>() {
            self.open(tag::LIST, value.len());
            value.iter().try_for_each(|item| self.put(&item, depth + 1))?;
        } else if let Ok(value) = object.cast_exact::<PyTuple>() {
            self.open(tag::TUPLE, value.len());
            value.iter().try_for_each(|item| self.put(&item, depth + 1))?;
        } else if let Ok(value) = object.cast_exact::<PyDict>() {
            self.open(tag::DICT, value.len());
            for (key, item) in value.iter() {
                self.put(&key, depth + 1)?;
                self.put(&item, depth + 1)?;
            }
        } else if let Ok(value) = object.cast_exact::<PySet>() {
            self.put_sorted(tag::SET, value.iter(), depth)?;
        } else if let Ok(value) = object.cast_exact::<PyFrozenSet>() {
            self.put_sorted(tag::FROZEN_SET, value.iter(), depth)?;
        } else if let Ok(value) = object.cast_exact::<PyComplex>() {
            self.bytes.push(tag::COMPLEX);
            self.bytes.extend(Float::from(value.real()).0.to_be_bytes());
            self.bytes.extend(Float::from(value.imag()).0.to_be_bytes());
        } else {
            self.put_blob(tag::OTHER, type_name(&object.get_type()).as_bytes())?;
        }
        if self.bytes.len() > MAX_VALUE_BYTES { Err(Limit::Bytes) } else { Ok(()) }
    }

    fn put_int(&mut self, value: &Bound<'_, PyInt>) -> Result<(), Limit> {
        let int = match value.extract::<i64>() {
            Ok(number) => Int::from(number),
            Err(_) => big_int(value).ok_or(Limit::Bytes)?,
        };
        self.put_blob(if int.negative { tag::NEGATIVE_INT } else { tag::INT }, &int.magnitude)
    }

    fn put_str(&mut self, value: &Bound<'_, PyString>) -> Result<(), Limit> {
        if let Ok(text) = value.to_str() {
            return self.put_blob(tag::STR, text.as_bytes());
        }
        let bytes = value.call_method1("encode", ("utf-8", "surrogatepass")).map_err(|_| Limit::Bytes)?;
        self.put_blob(tag::STR, bytes.cast_exact::<PyBytes>().map_err(|_| Limit::Bytes)?.as_bytes())
    }

    fn put_blob(&mut self, tag: u8, blob: &[u8]) -> Result<(), Limit> {
        if self.bytes.len() + blob.len() > MAX_VALUE_BYTES {
            return Err(Limit::Bytes);
        }
        self.open(tag, blob.len());
        self.bytes.extend(blob);
        Ok(())
    }

    fn open(&mut self, tag: u8, length: usize) {
        self.bytes.push(tag);
        put_length(&mut self.bytes, length);
    }

    fn put_sorted<'py>(
        &mut self,
        tag: u8,
        items: impl Iterator<Item = Bound<'py, PyAny>>,
        depth: usize,
    ) -> Result<(), Limit> {
        let mut encoded = Vec::new();
        for item in items {
            let mut encoder = Encoder { bytes: Vec::new(), nodes: self.nodes };
            encoder.put(&item, depth + 1)?;
            self.nodes = encoder.nodes;
            encoded.push(encoder.bytes);
        }
        encoded.sort_unstable();
        // Two objects of a set may have one tree, nan and nan for instance; the wire holds each tree once.
        encoded.dedup();
        self.open(tag, encoded.len());
        self.bytes.extend(encoded.concat());
        Ok(())
    }
}

/// An int beyond 64 bits. `None` past the size of a value.
fn big_int(value: &Bound<'_, PyInt>) -> Option<Int> {
    let bits: usize = value.call_method0("bit_length").ok()?.extract().ok()?;
    let length = bits.div_ceil(8);
    if length > MAX_VALUE_BYTES {
        return None;
    }
    let magnitude = value.call_method0("__abs__").ok()?;
    let bytes = magnitude.call_method1("to_bytes", (length, "big")).ok()?;
    let negative = value.lt(0).ok()?;
    Some(Int { negative, magnitude: bytes.cast_exact::<PyBytes>().ok()?.as_bytes().to_vec() })
}
