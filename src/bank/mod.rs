//! The bank: from files to questions, plans and seeds. Built into the binary, or read from the folders of `--bank`.

pub mod builtin;
pub mod files;
pub mod pack;
