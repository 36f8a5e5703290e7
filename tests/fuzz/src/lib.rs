//! What the fuzz targets share. `tests/frames.rs` uses the same files.

pub mod make;
pub mod memory;
pub mod mutate;
pub mod parent;
pub mod question;
