//! What Greenroom does, apart from how it is asked and how it is shown.

pub mod clock;
pub mod draw;
pub mod marks;
pub mod session;
pub mod session_report;
#[cfg(test)]
mod session_tests;
#[cfg(test)]
pub mod testing;
