//! What is kept of each check of a question: an event with a name of its own, so that the records of two machines are one
//! set. Nothing in it is ever changed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::event::Scope;
use crate::model::question::Kind;
use crate::model::verdict::Verdict;

/// A check of an answer, or a rating of one that no check can judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    pub id: PracticeId,
    /// Milliseconds since 1970, by the clock on the wall.
    pub at_ms: i64,
    /// The question.
    pub slug: String,
    pub kind: Kind,
    pub source: Source,
    pub scope: Scope,
    pub verdict: Verdict,
    /// Cases of a `code` answer, lines of a `predict` answer, of which so many passed.
    pub passed: u32,
    pub total: u32,
    /// How many hints had been shown by then.
    pub hints: u32,
    /// Seconds that were spent on the question by then; none where nobody counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_s: Option<u64>,
    /// Seconds that the question is meant to take.
    pub budget_s: u64,
    /// How many percent of an explanation's key points the candidate said that it covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_rated: Option<u32>,
    /// SHA-256 of the answer in hex; empty when it was spoken, or given up.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer_sha256: String,
}

/// The name of an event: the same wherever its copy lies. 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct PracticeId(String);

impl PracticeId {
    /// From the first 16 bytes of a hash of what nobody else does.
    pub fn from_hash(hash: &[u8]) -> PracticeId {
        PracticeId(hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PracticeId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<PracticeId, Self::Error> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 32 && text.bytes().all(is_digit) {
            Ok(PracticeId(text))
        } else {
            Err("an id is 32 digits of 0-9 and a-f")
        }
    }
}

/// Where a question was practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    Check,
    Watch,
    Session,
    Review,
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Source::Check => "check",
            Source::Watch => "watch",
            Source::Session => "session",
            Source::Review => "review",
        })
    }
}

/// The longest name of a question that is taken from a file.
// Receipt: the longest slug of the 193 built-in questions has 29 letters.
const LONGEST_SLUG: usize = 200;

impl Practice {
    /// Whether a verdict says something of the candidate: not when greenroom failed, or when the question is not for this
    /// machine.
    pub fn is_of_the_candidate(verdict: Verdict) -> bool {
        !matches!(verdict, Verdict::Internal | Verdict::Skipped)
    }

    /// What no greenroom writes, though each field is of its type.
    pub fn problem(&self) -> Option<String> {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if self.slug.is_empty() || self.slug.len() > LONGEST_SLUG || !self.slug.bytes().all(is_letter) {
            return Some("`slug` is no name of a question".to_owned());
        }
        if !self.answer_sha256.is_empty()
            && (self.answer_sha256.len() != 64 || !self.answer_sha256.bytes().all(is_digit))
        {
            return Some("`answer_sha256` is no SHA-256".to_owned());
        }
        if self.passed > self.total {
            return Some(format!("`passed` is {}, and `total` only {}", self.passed, self.total));
        }
        if self.self_rated.is_some_and(|percent| percent > 100) {
            return Some("`self_rated` is more than 100".to_owned());
        }
        // Before greenroom was, and after anybody practises.
        if !(1_500_000_000_000..=10_000_000_000_000).contains(&self.at_ms) {
            return Some(format!("`at_ms` is {}, which is no time of practice", self.at_ms));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn practice() -> Practice {
        Practice {
            id: PracticeId::from_hash(&[0xab; 32]),
            at_ms: 1_795_000_000_000,
            slug: "merge-sorted-lists".to_owned(),
            kind: Kind::Code,
            source: Source::Watch,
            scope: Scope::All,
            verdict: Verdict::Pass,
            passed: 9,
            total: 9,
            hints: 1,
            used_s: Some(240),
            budget_s: 900,
            self_rated: None,
            answer_sha256: "c".repeat(64),
        }
    }

    #[test]
    fn an_event_is_one_line_that_is_read_back() {
        let line = serde_json::to_string(&practice()).unwrap();
        assert!(
            line.starts_with(r#"{"id":"abababababababababababababababab","at_ms":1795000000000,"slug":"merge-"#),
            "{line}"
        );
        assert!(!line.contains('\n') && !line.contains("self_rated"));
        assert_eq!(serde_json::from_str::<Practice>(&line).unwrap(), practice());
        assert_eq!(practice().problem(), None);
    }

    #[test]
    fn an_event_of_a_newer_greenroom_is_refused() {
        let line = serde_json::to_string(&practice()).unwrap();
        assert!(serde_json::from_str::<Practice>(&line.replace("\"hints\"", "\"mood\":1,\"hints\"")).is_err());
        assert!(serde_json::from_str::<Practice>(&line.replace("\"watch\"", "\"dance\"")).is_err());
        assert!(serde_json::from_str::<Practice>(&line.replace("abab", "ABAB")).is_err());
    }

    #[test]
    fn what_no_greenroom_writes_is_named() {
        type Change = fn(&mut Practice);
        let table: [(&str, Change); 5] = [
            ("slug", |practice| practice.slug = "a\u{1b}[31m".to_owned()),
            ("answer_sha256", |practice| practice.answer_sha256 = "abc".to_owned()),
            ("passed", |practice| practice.passed = 10),
            ("self_rated", |practice| practice.self_rated = Some(101)),
            ("at_ms", |practice| practice.at_ms = 0),
        ];
        for (field, change) in table {
            let mut practice = practice();
            change(&mut practice);
            assert!(practice.problem().unwrap().contains(field), "{field}");
        }
    }
}
