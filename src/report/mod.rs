//! One file for each format that a report is written in.

pub mod annotations;
pub mod axes;
pub mod bundle;
pub mod check_json;
pub mod context;
pub mod correlation;
pub mod csv_file;
pub mod due_json;
pub mod facts;
pub mod grades_csv;
pub mod gradescope;
pub mod html;
pub mod html_charts;
pub mod html_tables;
pub mod items;
pub mod items_csv;
pub mod json;
pub mod junit;
pub mod kind;
pub mod list_json;
pub mod markdown;
pub mod opened;
pub mod outcome;
pub mod progress_json;
pub mod result_row;
pub mod results;
pub mod run_json;
#[cfg(test)]
mod schema_tests;
pub mod session_charts;
pub mod session_cost;
pub mod session_facts;
pub mod session_failures;
#[cfg(test)]
mod session_hostile;
pub mod session_html;
pub mod session_insight;
pub mod session_json;
pub mod session_markdown;
pub mod session_markdown_article;
pub mod session_markdown_text;
pub mod session_partner;
pub mod session_questions;
pub mod session_ratings;
pub mod session_strip;
pub mod session_table;
#[cfg(test)]
mod session_testing;
pub mod status_json;
pub mod summary_json;
#[cfg(test)]
mod testing;
pub mod text;
pub mod times;
