//! `greenroom worker`: run answers for the parent process.

use crate::bank::builtin;
use crate::cli::Worker;
use crate::worker::start;

/// Be a worker until the parent goes away. Returns the exit code.
pub fn run(arguments: &Worker) -> i32 {
    start::run(arguments.preload, arguments.level, arguments.hash_seed, builtin::region())
}
