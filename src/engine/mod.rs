//! What greenroom does, apart from how it is asked and how it is shown: evaluate answers, verify banks, run sessions.

pub mod cases;
pub mod changes;
pub mod checker;
pub mod class;
pub mod clock;
pub mod code;
pub mod draw;
pub mod error;
pub mod evaluate;
pub mod grading;
pub mod kept;
pub mod key;
pub mod marks;
pub mod merge;
pub mod options;
pub mod parallel;
pub mod predict;
pub mod recognise;
pub mod session;
pub mod session_report;
#[cfg(test)]
mod session_tests;
pub mod standing;
#[cfg(test)]
pub mod testing;
pub mod verified;
pub mod verify;
