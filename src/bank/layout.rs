//! Which files stand in the folder of a check, by the kind of its question.

use crate::model::question::Kind;

/// The files of one kind of question.
pub struct Layout {
    /// Files that must be there.
    pub needed: &'static [&'static str],
    /// How the names of right answers begin and end, and how many there are at least.
    pub right: Option<Answers>,
    pub wrong: Option<Answers>,
    /// How the name of a second solution begins and ends.
    pub idiom: Option<Answers>,
}

/// Answers that prove a check.
pub struct Answers {
    pub prefix: &'static str,
    pub suffix: &'static str,
    pub at_least: usize,
}

const CODE: Layout = Layout {
    needed: &["check.py", "starter.py"],
    right: Some(Answers { prefix: "ok_", suffix: ".py", at_least: 1 }),
    wrong: Some(Answers { prefix: "bad_", suffix: ".py", at_least: 3 }),
    idiom: Some(Answers { prefix: "idiom_", suffix: ".py", at_least: 0 }),
};
const PREDICT: Layout = Layout {
    needed: &["snippet.py", "expected.txt"],
    right: None,
    wrong: Some(Answers { prefix: "bad_", suffix: ".txt", at_least: 3 }),
    idiom: None,
};
const EXPLAIN: Layout = Layout { needed: &["demo.py", "expected.txt"], right: None, wrong: None, idiom: None };

impl Layout {
    pub fn of(kind: Kind) -> &'static Layout {
        match kind {
            Kind::Code => &CODE,
            Kind::Predict => &PREDICT,
            Kind::Explain => &EXPLAIN,
        }
    }

    pub fn answers(&self) -> impl Iterator<Item = &Answers> {
        self.right.iter().chain(&self.wrong).chain(&self.idiom)
    }

    pub fn knows(&self, name: &str) -> bool {
        self.needed.contains(&name) || self.answers().any(|answers| answers.include(name))
    }

    /// What may stand in the folder, as it is read in a sentence.
    pub fn description(&self) -> Vec<String> {
        let needed = self.needed.iter().map(|name| (*name).to_owned());
        needed.chain(self.answers().map(Answers::pattern)).collect()
    }
}

impl Answers {
    pub fn include(&self, name: &str) -> bool {
        let stem = name.strip_prefix(self.prefix).and_then(|rest| rest.strip_suffix(self.suffix));
        stem.is_some_and(|stem| !stem.is_empty())
    }

    /// For instance `bad_*.py`.
    pub fn pattern(&self) -> String {
        format!("{}*{}", self.prefix, self.suffix)
    }
}
