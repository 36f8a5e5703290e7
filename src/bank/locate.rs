//! Where in a JSON text a value stands. The text is read again, which is cheap enough for the few that are wrong.

use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde_json::value::RawValue;

/// The members of an object in the order of the text, doubled keys included.
struct Members<'a>(Vec<(String, &'a RawValue)>);

/// Byte offset of the value at `pointer`: keys and indices joined by `/`. Where a part is not there, the offset of what
/// it should stand in; 0 when the text is not JSON.
pub fn offset(text: &str, pointer: &str) -> usize {
    let Ok(mut here) = serde_json::from_str::<&RawValue>(text) else {
        return 0;
    };
    for part in pointer.split('/') {
        match child(here, part) {
            Some(value) => here = value,
            None => break,
        }
    }
    here.get().as_ptr() as usize - text.as_ptr() as usize
}

/// The keys that stand more than once in the object at the top-level key `object`. Maps keep the last silently.
pub fn doubled_keys(text: &str, object: &str) -> Vec<String> {
    let members = serde_json::from_str::<&RawValue>(text).ok().and_then(|root| child(root, object)).and_then(members);
    let mut keys: Vec<String> = members.into_iter().flat_map(|members| members.0).map(|(key, _)| key).collect();
    keys.sort();
    let mut doubled: Vec<String> =
        keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
    doubled.dedup();
    doubled
}

fn child<'a>(value: &'a RawValue, part: &str) -> Option<&'a RawValue> {
    if let Some(members) = members(value) {
        return members.0.into_iter().rfind(|(key, _)| key == part).map(|(_, value)| value);
    }
    let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
    items.get(part.parse::<usize>().ok()?).copied()
}

fn members(value: &RawValue) -> Option<Members<'_>> {
    serde_json::from_str(value.get()).ok()
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Members<'de>, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = " {\"a\": 1,\n \"list\": [10, {\"b\": \"x\"}],\n \"cases\": {\"c\": 1, \"d\": 2, \"c\": 3}}";

    #[test]
    fn values_are_found_in_objects_and_lists() {
        for (pointer, starts) in [
            ("a", "1,"),
            ("list/0", "10,"),
            ("list/1/b", "\"x\""),
            ("cases/c", "3}"),
            ("list/7", "[10"),
            ("list/1/nothing/deeper", "{\"b\""),
            ("", "{\"a\""),
        ] {
            assert!(TEXT[offset(TEXT, pointer)..].starts_with(starts), "{pointer}");
        }
        assert_eq!(offset("{", "a"), 0);
    }

    #[test]
    fn doubled_keys_are_seen() {
        assert_eq!(doubled_keys(TEXT, "cases"), ["c"]);
        assert_eq!(doubled_keys(TEXT, "list"), [""; 0]);
        assert_eq!(doubled_keys("{", "cases"), [""; 0]);
    }
}
