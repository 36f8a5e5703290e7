//! How the cost of an answer grows with the size of its input: classes, counts, and what a count is worth. Advice, never a
//! verdict.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A class of cost, from the cheapest; `n` is the size of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Class {
    #[serde(rename = "O(1)")]
    Constant,
    #[serde(rename = "O(log n)")]
    Logarithmic,
    #[serde(rename = "O(n)")]
    Linear,
    #[serde(rename = "O(n log n)")]
    Linearithmic,
    #[serde(rename = "O(n^2)")]
    Quadratic,
    #[serde(rename = "O(n^3)")]
    Cubic,
    #[serde(rename = "O(2^n)")]
    Exponential,
}

impl Class {
    /// From the cheapest.
    pub const ALL: [Class; 7] = [
        Class::Constant,
        Class::Logarithmic,
        Class::Linear,
        Class::Linearithmic,
        Class::Quadratic,
        Class::Cubic,
        Class::Exponential,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Class::Constant => "O(1)",
            Class::Logarithmic => "O(log n)",
            Class::Linear => "O(n)",
            Class::Linearithmic => "O(n log n)",
            Class::Quadratic => "O(n^2)",
            Class::Cubic => "O(n^3)",
            Class::Exponential => "O(2^n)",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// A text names no class.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no class; say one of O(1), O(log n), O(n), O(n log n), O(n^2), O(n^3), O(2^n)")]
pub struct NoClass(pub String);

impl FromStr for Class {
    type Err = NoClass;

    /// As people type it: with or without `O(…)`, blanks and capitals do not matter, `n²`, `n*n` and `n**2` are `n^2`.
    fn from_str(text: &str) -> Result<Class, NoClass> {
        let bare: String = text.to_lowercase().chars().filter(|sign| !sign.is_whitespace()).collect();
        let bare = bare.replace('²', "^2").replace('³', "^3").replace("**", "^").replace(['*', '·'], "");
        let bare = bare.strip_prefix("o(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(&bare);
        Ok(match bare {
            "1" | "constant" => Class::Constant,
            "logn" | "log(n)" | "logarithmic" => Class::Logarithmic,
            "n" | "linear" => Class::Linear,
            "nlogn" | "nlog(n)" | "linearithmic" => Class::Linearithmic,
            "n^2" | "nn" | "n2" | "quadratic" => Class::Quadratic,
            "n^3" | "nnn" | "n3" | "cubic" => Class::Cubic,
            "2^n" | "exponential" => Class::Exponential,
            _ => return Err(NoClass(text.to_owned())),
        })
    }
}

/// What a count says, as it stands in a sentence: one class, or two with `or` between them. None when it says nothing.
pub fn named(classes: &[Class]) -> Option<String> {
    match classes {
        [] => None,
        [class] => Some(class.to_string()),
        [one, other, ..] => Some(format!("{} or {}", one.min(other), one.max(other))),
    }
}

/// The steps that were counted for one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    pub size: u32,
    /// Statements and turns of loops, and the sizes of what built-in operations read, moved or made.
    pub steps: u64,
}

/// What counting one answer has shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Growth {
    /// By size, from the smallest.
    pub points: Vec<Point>,
    /// The class; none when nothing is clearly best.
    pub class: Option<Class>,
    /// The classes that fit best, the best first: at most two.
    pub nearest: Vec<Class>,
    /// Why no larger size was counted, if one was left.
    pub stopped: Option<String>,
    /// The class of the author's answer, for these inputs.
    pub author: Option<Class>,
}

impl Growth {
    /// Nothing was counted, and why.
    pub fn not_counted(reason: &str, author: Option<Class>) -> Growth {
        Growth { stopped: Some(reason.to_owned()), author, ..Growth::default() }
    }

    /// What the count says: one class, two that could not be told apart, or none.
    pub fn shown(&self) -> Vec<Class> {
        self.class.map_or_else(|| self.nearest.clone(), |class| vec![class])
    }

    /// Whether the counted class is the author's; none while one of them is not known.
    pub fn agrees(&self) -> Option<bool> {
        Some(self.class? == self.author?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_read_as_people_type_them() {
        for class in Class::ALL {
            assert_eq!(class.name().parse(), Ok(class));
            assert_eq!(serde_json::to_value(class).unwrap(), class.name());
        }
        for (text, class) in [
            ("n", Class::Linear),
            ("N log N", Class::Linearithmic),
            ("o( n ² )", Class::Quadratic),
            ("n*n", Class::Quadratic),
            ("n**3", Class::Cubic),
            ("1", Class::Constant),
        ] {
            assert_eq!(text.parse(), Ok(class), "{text}");
        }
        assert_eq!("fast".parse::<Class>(), Err(NoClass("fast".to_owned())));
    }

    #[test]
    fn cheaper_classes_are_smaller() {
        assert!(Class::ALL.is_sorted());
    }
}
