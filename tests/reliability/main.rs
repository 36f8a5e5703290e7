//! What must hold when something breaks: the journal, the disk, the clock, signals, the terminal.

mod clock;
mod disk;
#[path = "../support/clock.rs"]
mod fake_clock;
#[path = "../support/faults.rs"]
mod faults;
mod journal;
mod keeping;
mod killed;
mod play;
mod power;
#[path = "../support/shim.rs"]
mod shim;
mod signals;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/terminal.rs"]
mod terminal;
mod terminals;
