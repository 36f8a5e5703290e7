//! What greenroom does, apart from how it is asked and how it is shown: evaluate answers, verify banks, run sessions.

pub mod allowance;
pub mod audit;
pub mod cases;
pub mod changes;
pub mod checker;
pub mod claim;
pub mod class;
pub mod clock;
pub mod code;
pub mod draw;
pub mod due;
pub mod error;
pub mod evaluate;
pub mod fit;
pub mod follow_up;
pub mod grade;
pub mod grading;
pub mod growth;
pub mod interviewed;
pub mod junk;
pub mod kept;
pub mod key;
pub mod ladder;
pub mod marks;
pub mod merge;
pub mod next_steps;
pub mod options;
pub mod parallel;
pub mod partner_report;
pub mod practised;
pub mod predict;
pub mod progress;
pub mod proof;
pub mod recognise;
pub mod sample;
pub mod schedule;
#[cfg(test)]
mod schedule_tests;
pub mod session;
pub mod session_questions;
pub mod session_report;
#[cfg(test)]
mod session_tests;
pub mod standing;
#[cfg(test)]
pub mod testing;
pub mod timeline;
pub mod verified;
pub mod verify;
pub mod verify_code;
pub mod verify_growth;
pub mod verify_junk;
pub mod verify_model_answer;
pub mod verify_mutants;
pub mod verify_predict;
pub mod verify_prompt;
pub mod verify_repeat;
