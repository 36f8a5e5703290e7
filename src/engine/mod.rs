//! What greenroom does, apart from how it is asked and how it is shown: evaluate answers, verify banks, run sessions.

pub mod cases;
pub mod checker;
pub mod clock;
pub mod code;
pub mod draw;
pub mod error;
pub mod evaluate;
pub mod marks;
pub mod options;
pub mod parallel;
pub mod predict;
pub mod recognise;
pub mod session;
pub mod session_report;
#[cfg(test)]
mod session_tests;
#[cfg(test)]
pub mod testing;
pub mod verify;
