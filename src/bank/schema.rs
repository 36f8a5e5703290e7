//! The schema of a question file, for editors and for authors' own tools: `questions/schema.json`.

use schemars::schema_for;

use crate::model::question::Question;

/// JSON Schema, draft 2020-12, as it is published.
pub fn schema() -> String {
    let schema = schema_for!(Question);
    let text = serde_json::to_string_pretty(&schema).expect("a schema has only string keys");
    format!("{text}\n")
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::fs;
    use std::path::Path;

    use jsonschema::Validator;
    use serde_json::Value;
    use serde_json::json;

    use super::*;
    use crate::bank::files;
    use crate::bank::pack::checks_folder;
    use crate::bank::sample;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    fn validator() -> Validator {
        jsonschema::draft202012::new(&serde_json::from_str(&schema()).unwrap()).unwrap()
    }

    fn question(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn the_published_schema_is_current() {
        let path = root().join("questions/schema.json");
        if env::var_os("UPDATE_SCHEMA").is_some() {
            fs::write(&path, schema()).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            published == schema(),
            "run `UPDATE_SCHEMA=1 cargo test --lib schema` and commit `questions/schema.json`"
        );
    }

    #[test]
    fn every_question_of_the_bank_satisfies_the_schema() {
        let validator = validator();
        for (path, bytes) in files::read(root()).files {
            if checks_folder(&path).is_some() {
                let question: Value = serde_json::from_slice(&bytes).unwrap();
                let errors: Vec<String> = validator.iter_errors(&question).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{path}: {}", errors.join("; "));
            }
        }
    }

    #[test]
    fn the_schema_refuses_what_the_reader_refuses() {
        let validator = validator();
        for text in [sample::CODE_JSON, sample::PREDICT_JSON, sample::EXPLAIN_JSON] {
            assert!(validator.is_valid(&question(text)));
        }
        for (key, value) in [
            ("minuets", json!(5)),
            ("format", json!(2)),
            ("slug", json!("Count Leaks")),
            ("minutes", json!(0)),
            ("level", json!("trivial")),
            ("prompt", json!(3)),
            ("limits", json!({ "cpu_s": 1e9 })),
            ("wrong", json!([{ "file": "bad.py", "tells": "" }])),
        ] {
            let mut changed = question(sample::CODE_JSON);
            changed[key] = value;
            assert!(!validator.is_valid(&changed), "{key}");
        }
    }
}
