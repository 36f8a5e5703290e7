//! The sample question: tried before the clock starts, so that editor, watching and checker are known to work. Of no bank.

use std::collections::BTreeMap;

use crate::bank::entry::Entry;
use crate::model::question::Question;

const QUESTION: &str = r#"{
  "format": 1, "slug": "sample", "title": "Sample", "kind": "code", "topic": "sample", "level": "easy", "minutes": 1,
  "seeds": [], "prompt": "Double a number.", "wrong": [], "model_answer": "Return number * 2.", "key_points": []
}"#;

const CHECK: &str = "\"\"\"Double a number.\"\"\"
from answer import double


def sample_double():
    \"\"\"
    >>> double(21)
    42
    \"\"\"
";

/// What its file starts with. It is wrong by intent: mending it shows that a save is seen.
pub const STARTER: &str = "def double(number):\n    return number + 2  # mend this: double(21) is 42\n";

pub fn entry() -> Entry {
    let question: Question = serde_json::from_str(QUESTION).expect("the fields are those of a question");
    let files = BTreeMap::from([("check.py", CHECK), ("starter.py", STARTER)]);
    Entry {
        question,
        files: files.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
        json_path: "sample".to_owned(),
        checks_path: "sample".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_a_code_question_with_a_check() {
        let entry = entry();
        assert_eq!((entry.question.slug.as_str(), entry.starter()), ("sample", Some(STARTER)));
        assert!(entry.check().is_some_and(|check| check.contains("def sample_double")));
    }
}
