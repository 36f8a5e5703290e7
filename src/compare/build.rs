//! Values in few words, for tests.

use proptest::prelude::*;

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

/// Values of every type that can be compared, with the sets in the order of the wire.
pub fn any_value() -> impl Strategy<Value = Value> {
    let number = prop_oneof![any::<f64>(), Just(f64::NAN), Just(0.0), Just(-0.0), Just(0.1 + 0.2), Just(0.3)];
    let leaf = prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        (-3..300_i64).prop_map(int),
        number.prop_map(float),
        "\\PC{0,8}".prop_map(|content| text(&content)),
        proptest::collection::vec(any::<u8>(), 0..8).prop_map(Value::Bytes),
    ];
    leaf.prop_recursive(4, 60, 6, |inner| {
        let many = proptest::collection::vec(inner.clone(), 0..6);
        prop_oneof![
            many.clone().prop_map(Value::List),
            many.clone().prop_map(Value::Tuple),
            many.clone().prop_map(|items| Value::Set(on_the_wire(items))),
            many.prop_map(|items| Value::FrozenSet(on_the_wire(items))),
            proptest::collection::vec((inner.clone(), inner), 0..4).prop_map(Value::Dict),
        ]
    })
}

fn on_the_wire(mut items: Vec<Value>) -> Vec<Value> {
    items.sort_by_key(Value::encode);
    items.dedup_by_key(|item| item.encode());
    items
}
