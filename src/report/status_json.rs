//! The document of `greenroom status --json`. Its schema is published as `docs/schemas/status.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::session_status::Overview;
use crate::report::json::pretty;

/// The form of the document; another one has another number.
const VERSION: u32 = 1;

#[derive(Debug, Serialize, JsonSchema)]
struct Document<'a> {
    version: u32,
    greenroom: &'a str,
    #[serde(flatten)]
    overview: &'a Overview,
}

/// The document, with a newline at its end.
pub fn render(overview: &Overview) -> String {
    pretty(&Document { version: VERSION, greenroom: env!("CARGO_PKG_VERSION"), overview })
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Document<'_>);
    schema.insert("title".to_owned(), "Greenroom sessions that are not finished".into());
    pretty(&schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::session_status::{SessionStatus, Starting};
    use crate::model::testing::session_status;

    fn overview(sessions: Vec<SessionStatus>) -> Overview {
        let starting = Starting { session: "new1".to_owned(), folder: "/tmp/new".into(), process: 7 };
        Overview {
            at: "2026-11-18T11:06:40Z".to_owned(),
            starting: Some(starting),
            sessions,
            damaged: vec!["event 2 of session `dead` is damaged".to_owned()],
            last_finished: None,
        }
    }

    #[test]
    fn a_document_satisfies_the_schema() {
        let document: serde_json::Value = serde_json::from_str(&render(&overview(vec![session_status()]))).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        let session = &document["sessions"][0];
        assert_eq!((&document["version"], &session["state"]), (&1.into(), &"suspended".into()));
        assert_eq!((&session["left_s"], &session["questions"][1]["check"]["verdict"]), (&1450.into(), &"fail".into()));
    }
}
