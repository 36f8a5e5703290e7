//! Greenroom: timed Python mock interviews in which every answer is executed. `DESIGN.md` is the map of this crate.

pub mod engine;
pub mod model;
pub mod report;
pub mod store;
pub mod ui;
