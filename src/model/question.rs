//! A bank entry as it stands in `questions/<topic>/<slug>.json`. Its schema is generated from these types.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::growth::Class;
use crate::model::limits::{Limits, Need};

/// The newest format of question files that this greenroom reads.
pub const FORMAT: u32 = 1;

/// One question of the bank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Where the schema of this file stands, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file.
    #[schemars(range(min = 1, max = 1))]
    pub format: u32,
    /// The name of the question, unchanged for ever: lower-case words joined by `-`. Also the name of the file.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    /// The folder that the question stands in.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub topic: String,
    pub level: Difficulty,
    /// How long a candidate gets.
    #[schemars(range(min = 1, max = 240))]
    pub minutes: u32,
    /// Which of the seed questions it answers, such as `A31`.
    pub seeds: Vec<String>,
    /// What the interviewer says.
    pub prompt: Prose,
    /// What a candidate should ask, and what the interviewer answers.
    #[serde(default)]
    pub clarify: Vec<Clarification>,
    #[serde(default)]
    pub constraints: Vec<String>,
    /// From light to strong.
    #[serde(default)]
    pub hints: Vec<Prose>,
    /// Wrong answers, and what to tell the candidate who gives one.
    pub wrong: Vec<Wrong>,
    /// Small changes of right answers that no case can notice, because the changed answer is right too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mutants: Vec<EquivalentMutant>,
    /// An answer that can be spoken.
    pub model_answer: Prose,
    pub key_points: Vec<KeyPoint>,
    /// What an interviewer asks after a good answer, from easy to hard.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complexity: Option<Complexity>,
    /// `code`: what one would write at work, where the standard library has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idiom: Option<Idiom>,
    #[serde(default)]
    pub mistakes: Vec<String>,
    /// Titles of pages of docs.python.org.
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub limits: Limits,
    /// Weight and group of cases; a case that is not named weighs 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cases: BTreeMap<String, CaseWeight>,
    #[serde(default)]
    pub needs: Vec<Need>,
    #[serde(default, skip_serializing_if = "Requires::is_empty")]
    pub requires: Requires,
    /// Which CPython versions the entry is true for, such as `>=3.11` or `>=3.11,<3.14`.
    #[serde(default = "default_python")]
    pub python: String,
    /// Two questions of one family never meet in a session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Names that the question had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

fn default_python() -> String {
    ">=3.11".to_owned()
}

/// What a candidate does with a question.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Writes code; a check runs it.
    Code,
    /// Says what a snippet prints; the interpreter judges.
    Predict,
    /// Speaks or writes, then rates the answer against key points.
    Explain,
}

/// How hard a question is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    Easy,
    Medium,
    Hard,
    Expert,
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Kind::Code => "code",
            Kind::Predict => "predict",
            Kind::Explain => "explain",
        })
    }
}

impl fmt::Display for Difficulty {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Difficulty::Easy => "easy",
            Difficulty::Medium => "medium",
            Difficulty::Hard => "hard",
            Difficulty::Expert => "expert",
        })
    }
}

/// Markdown: one string, or a list of lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a string or a list of lines")]
pub enum Prose {
    Text(String),
    Lines(Vec<String>),
}

impl Prose {
    pub fn text(&self) -> String {
        match self {
            Prose::Text(text) => text.clone(),
            Prose::Lines(lines) => lines.join("\n"),
        }
    }
}

/// What a candidate can ask, what the interviewer answers, and what it would have told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clarification {
    pub ask: String,
    pub answer: Prose,
    /// The hidden cases that the answer is about, for `code`. A report reminds of what was not asked when one of them fails.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<String>,
}

/// A question after the question, and what a good answer to it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    pub ask: String,
    pub answer: Prose,
    /// What it is about, where that helps to choose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
}

/// What a follow-up is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Time, space, or how it grows.
    Cost,
    /// What the standard library has for it: not asked where `idiom` has just shown it.
    Library,
    /// How it is built, or would be built for more.
    Design,
    /// Inputs at the edge, and what goes wrong there.
    Edge,
}

/// A wrong answer: a file beside the check, or (for `explain`) a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wrong {
    /// `bad_*.py` or `bad_*.txt`, beside the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What somebody with the misconception says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// The cases that must reject the file; `load` when it does not even load.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fails: Vec<String>,
    /// What to tell the candidate.
    pub says: String,
}

/// A second solution, as the standard library has it. It is shown after a pass, and need not be a right answer itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Idiom {
    /// `idiom_*.py` or `ok_*.py`, beside the check.
    pub file: String,
    /// Why one writes it like this at work, in a sentence or two.
    pub says: Prose,
    /// Exactly the cases that reject it; none when it is a right answer too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fails: Vec<String>,
}

/// A change of a right answer that `verify --mutate` names, and why it makes no difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EquivalentMutant {
    /// The right answer: `ok_*.py`.
    pub file: String,
    /// The line of it that is changed.
    pub line: String,
    /// What stands there, as `verify --mutate` names it.
    pub was: String,
    /// What it becomes; absent when it is taken out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub became: String,
    /// Why the changed answer is right.
    pub why: String,
}

/// One thing that a good answer says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyPoint {
    pub id: String,
    pub text: String,
    #[schemars(range(min = 1, max = 10))]
    pub weight: u32,
}

/// What the model answer costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Complexity {
    pub time: String,
    pub space: String,
    /// The same as classes, where `n` is the size that `growing` of the check takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classes: Option<Classes>,
}

/// Classes of time and space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    pub time: Class,
    pub space: Class,
}

/// How much a case counts, and which requirement it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseWeight {
    #[serde(default = "one")]
    #[schemars(range(min = 0, max = 10))]
    pub weight: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

fn one() -> u32 {
    1
}

/// What must be installed for a question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Requires {
    /// PEP 508 requirements.
    pub packages: Vec<String>,
    pub services: Vec<String>,
}

impl Requires {
    pub fn is_empty(&self) -> bool {
        self.packages.is_empty() && self.services.is_empty()
    }
}

/// What `list`, a draw and a nearest-name search need of a question, without reading the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub topic: String,
    pub level: Difficulty,
    /// How long it is meant to take.
    pub minutes: u32,
    /// Which of the seed questions it answers, such as `A31`.
    pub seeds: Vec<String>,
    /// Two questions of one family never meet in a session.
    pub family: Option<String>,
    pub tags: Vec<String>,
    /// Names that it had before.
    pub aliases: Vec<String>,
}
