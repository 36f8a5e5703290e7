//! One file for each format that a report is written in.

pub mod check_json;
pub mod json;
pub mod result_row;
pub mod run_json;
pub mod seen;
pub mod session_json;
