//! The commands, one file each with one `run`.

pub mod banks;
pub mod check;
pub mod failure;
pub mod list;
pub mod show;
pub mod verify;
pub mod watch;
pub mod worker;
