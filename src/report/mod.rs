//! One file for each format that a report is written in.

pub mod session_json;
