//! Plain data that every other layer speaks: no files, no processes, no clock.

pub mod check;
pub mod claim;
pub mod conditions;
pub mod cost_report;
pub mod day;
pub mod escape;
pub mod event;
pub mod exit_status;
pub mod growth;
pub mod independence;
pub mod isolation;
pub mod limits;
pub mod material;
pub mod modules;
pub mod mutant;
pub mod pass_mark;
pub mod plan;
pub mod practice;
pub mod printable;
pub mod progress;
pub mod question;
pub mod record;
pub mod reveal;
pub mod seed;
pub mod session_report;
pub mod shard;
pub mod submission;
pub mod tally;
#[cfg(test)]
pub mod testing;
pub mod time;
pub mod timeline;
pub mod value;
pub mod verdict;
pub mod view;
pub mod wire;
