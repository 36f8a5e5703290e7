//! A session as it is lived: joins clock, journal, folder, checker and screen. What happens in it is decided by its events.

pub mod after_pass;
pub mod answers;
pub mod claim;
pub mod command;
pub mod conversation;
pub mod delivery;
pub mod demonstrating;
pub mod demos;
pub mod desk;
pub mod editing;
pub mod ending;
pub mod error;
pub mod follow_up;
pub mod interrupted;
pub mod keeper;
pub mod keyboard;
pub mod leaving;
pub mod message;
pub mod misused;
pub mod opener;
pub mod opening;
pub mod partner;
pub mod partner_call;
pub mod partner_door;
pub mod partner_line;
pub mod partner_seat;
pub mod partner_state;
pub mod partner_turn;
pub mod pause;
pub mod pending;
pub mod requests;
pub mod resume;
pub mod room;
pub mod run;
pub mod sample;
pub mod saves;
pub mod screen;
pub mod sources;
pub mod start;
pub mod status_line;
#[cfg(test)]
mod table;
#[cfg(test)]
mod table_checker;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_after_pass;
#[cfg(test)]
mod tests_of_conditions;
#[cfg(test)]
mod tests_of_editing;
#[cfg(test)]
mod tests_of_explaining;
#[cfg(test)]
mod tests_of_finishing;
#[cfg(test)]
mod tests_of_follow_ups;
#[cfg(test)]
mod tests_of_interruptions;
#[cfg(test)]
mod tests_of_partner;
pub mod whiteboard;
