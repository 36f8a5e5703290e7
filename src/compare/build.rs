//! Values in few words, for tests.

use crate::model::value::Value;

pub fn int(number: i64) -> Value {
    Value::Int(number.into())
}

pub fn float(number: f64) -> Value {
    Value::Float(number.into())
}

pub fn complex(real: f64, imaginary: f64) -> Value {
    Value::Complex(real.into(), imaginary.into())
}

pub fn text(text: &str) -> Value {
    Value::Str(text.as_bytes().to_vec())
}

pub fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::List(items.into_iter().collect())
}

pub fn tuple(items: impl IntoIterator<Item = Value>) -> Value {
    Value::Tuple(items.into_iter().collect())
}

pub fn set(items: impl IntoIterator<Item = Value>) -> Value {
    Value::Set(items.into_iter().collect())
}

pub fn dict(pairs: impl IntoIterator<Item = (Value, Value)>) -> Value {
    Value::Dict(pairs.into_iter().collect())
}

pub fn other(name: &str) -> Value {
    Value::Other(name.to_owned())
}
