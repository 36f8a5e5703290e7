//! Greenroom: timed Python mock interviews in which every answer is executed. `DESIGN.md` is the map of this crate.

pub mod bank;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod engine;
pub mod judge;
pub mod model;
pub mod notes;
pub mod python;
pub mod report;
pub mod room;
pub mod sandbox;
pub mod store;
pub mod ui;
pub mod worker;
