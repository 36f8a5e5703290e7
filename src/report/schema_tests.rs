//! The schemas in `docs/schemas` are those of the documents that are written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::report::{
    check_json, due_json, list_json, progress_json, result_row, run_json, session_json, status_json, summary_json,
};

/// A document, and its schema.
type Schema = (&'static str, fn() -> String);

const SCHEMAS: [Schema; 10] = [
    ("check", check_json::schema),
    ("list", list_json::schema),
    ("progress", progress_json::schema),
    ("report", session_json::schema),
    ("results", result_row::schema),
    ("review", due_json::schema),
    ("run", run_json::schema),
    ("seeds", list_json::schema_of_seeds),
    ("status", status_json::schema),
    ("summary", summary_json::schema),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas")
}

#[test]
fn every_published_schema_is_current() {
    for (name, schema) in SCHEMAS {
        let path = folder().join(format!("{name}.json"));
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            fs::write(&path, schema()).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(published == schema(), "{name}: run `UPDATE_SCHEMA=1 cargo test --lib schema` and read what changed");
    }
}

#[test]
fn no_schema_is_published_that_nobody_writes() {
    let published = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut published: Vec<String> = published.collect();
    published.sort();
    assert_eq!(published, SCHEMAS.map(|(name, _)| format!("{name}.json")));
}
