//! A session as it is lived: joins clock, journal, folder, checker and screen. What happens in it is decided by its events.

pub mod answers;
pub mod command;
pub mod conversation;
pub mod desk;
pub mod editor;
pub mod ending;
pub mod error;
pub mod keeper;
pub mod message;
pub mod opening;
pub mod resume;
pub mod room;
pub mod run;
pub mod screen;
pub mod sources;
pub mod start;
#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
