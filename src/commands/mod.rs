//! The commands, one file each with one `run`.

pub mod banks;
pub mod browser;
pub mod check;
pub mod completions;
pub mod doctor;
pub mod export;
pub mod failure;
pub mod grade;
pub mod grade_inputs;
pub mod grade_proof;
pub mod grade_reports;
pub mod grade_resume;
pub mod interrupt;
pub mod judges;
pub mod list;
pub mod man;
pub mod menu;
pub mod merge;
pub mod outcome;
pub mod resume;
pub mod seat;
pub mod show;
pub mod start;
pub mod verify;
pub mod watch;
pub mod worker;
