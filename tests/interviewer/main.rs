//! Two people: a candidate's session and `greenroom interviewer` beside it, as two real processes.

mod lines;
mod screens;
mod seat;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/terminal.rs"]
mod terminal;
