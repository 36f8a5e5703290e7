//! `greenroom worker`: run answers for the parent process.

use crate::bank::builtin;
use crate::cli::Worker;
use crate::worker::start::{self, Settings};

/// Be a worker until the parent goes away. Returns the exit code.
pub fn run(arguments: &Worker) -> i32 {
    let settings = Settings { hash_seed: arguments.hash_seed, loader: arguments.loader };
    start::run(settings, builtin::region())
}
