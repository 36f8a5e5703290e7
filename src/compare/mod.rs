//! Expected against got. Pure: no files, no processes; the trusted side reads here what an answer gave back.

#[cfg(test)]
mod build;
pub mod diff;
pub mod equal;
pub mod example;
#[cfg(test)]
mod example_tests;
pub mod excerpt;
pub mod explain;
pub mod number;
pub mod prediction;
pub mod prediction_notes;
pub mod quote;
pub mod render;
#[cfg(test)]
mod testing;
pub mod text;
