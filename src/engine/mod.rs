//! What greenroom does: evaluate answers, verify banks, run sessions. Screens and reports consume what it gives.

pub mod cases;
pub mod code;
pub mod error;
pub mod evaluate;
pub mod options;
pub mod predict;
pub mod recognise;
pub mod verify;
