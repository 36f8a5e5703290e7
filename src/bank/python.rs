//! Which versions of CPython a question is true for.

use std::str::FromStr;

/// `>=3.11`, or `>=3.11,<3.14`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PythonBound {
    at_least: (u32, u32),
    below: Option<(u32, u32)>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` bounds no version of Python; write `>=3.11` or `>=3.11,<3.14`")]
pub struct PythonBoundError(String);

impl PythonBound {
    /// Whether the interpreter with this major and minor version is within the bound.
    pub fn admits(self, version: (u32, u32)) -> bool {
        self.at_least <= version && self.below.is_none_or(|below| version < below)
    }
}

impl FromStr for PythonBound {
    type Err = PythonBoundError;

    fn from_str(text: &str) -> Result<PythonBound, PythonBoundError> {
        bound(text).ok_or_else(|| PythonBoundError(text.to_owned()))
    }
}

fn bound(text: &str) -> Option<PythonBound> {
    let (first, second) = match text.split_once(',') {
        Some((first, second)) => (first, Some(second)),
        None => (text, None),
    };
    let at_least = version(first.trim().strip_prefix(">=")?)?;
    let below = match second {
        Some(second) => Some(version(second.trim().strip_prefix('<')?)?),
        None => None,
    };
    below.is_none_or(|below| at_least < below).then_some(PythonBound { at_least, below })
}

fn version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.split_once('.')?;
    Some((number(major)?, number(minor)?))
}

/// Digits only: `parse` alone would take a sign.
fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_admits_what_lies_in_it() {
        let bound: PythonBound = ">=3.11,<3.14".parse().unwrap();
        let admitted = [(3, 10), (3, 11), (3, 13), (3, 14), (4, 0)].map(|version| bound.admits(version));
        assert_eq!(admitted, [false, true, true, false, false]);
        let open: PythonBound = ">=3.11".parse().unwrap();
        assert!(open.admits((3, 99)) && !open.admits((3, 9)));
    }

    #[test]
    fn anything_else_is_refused_with_an_example() {
        for text in
            ["", "3.11", ">3.11", ">=3", ">=3.x", ">=3.+1", ">=3.14,<3.11", ">=3.11,", ">=3.11,<3.12,<3.13", "^3.11"]
        {
            assert!(text.parse::<PythonBound>().unwrap_err().to_string().contains("write `>=3.11`"), "{text}");
        }
    }
}
