//! Plain data that every other layer speaks: no files, no processes, no clock.

pub mod check;
pub mod event;
pub mod exit_status;
pub mod isolation;
pub mod limits;
pub mod plan;
pub mod printable;
pub mod question;
pub mod record;
pub mod submission;
pub mod value;
pub mod verdict;
pub mod wire;
