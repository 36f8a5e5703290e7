//! `greenroom grade` and `merge`: right verdicts, right exit codes, nothing lost, whatever is handed in.

mod ci;
mod class;
mod exits;
mod inputs;
mod killed;
mod lesson;
mod resume;
mod shards;
#[path = "../support/mod.rs"]
mod support;
