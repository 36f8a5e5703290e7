//! Ctrl-C while many answers are run: nothing more is begun, and what was begun is finished. Pressed again, the process ends.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;

/// Whether somebody wants this process to stop.
#[derive(Debug, Clone)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listen from now on.
    pub fn listen() -> Result<Interrupt, Failure> {
        let came = Arc::new(AtomicBool::new(false));
        let listen = || -> io::Result<()> {
            for signal in [SIGINT, SIGTERM] {
                // In this order: the first signal sets what lets the second one end the process.
                flag::register_conditional_shutdown(signal, ExitStatus::Interrupted as i32, came.clone())?;
                flag::register(signal, came.clone())?;
            }
            Ok(())
        };
        listen().map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot listen to signals: {error}")))?;
        Ok(Interrupt(came))
    }

    pub fn came(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
