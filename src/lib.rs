//! Greenroom: timed Python mock interviews in which every answer is executed. `DESIGN.md` is the map of this crate.

pub mod compare;
pub mod model;
