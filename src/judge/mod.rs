//! The parent's side of the wall: start workers, hold the clocks and caps, read frames. Executes nothing.

pub mod cache;
pub mod clock;
pub mod error;
pub mod family;
pub mod frame;
pub mod judge;
pub mod namespace;
pub mod nursery;
pub mod packet;
pub mod queue;
pub mod replies;
pub mod run;
#[cfg(test)]
mod run_tests;
pub mod slot;
