//! The bank: from files to questions, plans and seeds. Built into the binary, or read from the folders of `--bank`.

pub mod assemble;
#[expect(clippy::module_inception, reason = "the folder is the layer, the file is the type")]
pub mod bank;
pub mod builtin;
pub mod clarifications;
pub mod document;
pub mod draft;
pub mod entry;
pub mod equivalents;
pub mod error;
pub mod files;
pub mod idioms;
pub mod layout;
pub mod locate;
pub mod names;
pub mod nearest;
pub mod pack;
pub mod packed;
pub mod plans;
pub mod python;
pub mod rules;
pub mod schema;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_clarifications;
