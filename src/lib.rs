//! Greenroom: timed Python mock interviews in which every answer is executed. `DESIGN.md` is the map of this crate.

pub mod bank;
pub mod judge;
pub mod model;
pub mod python;
pub mod sandbox;
pub mod worker;
