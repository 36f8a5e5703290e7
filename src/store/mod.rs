//! What is kept on disk between two runs: sessions, their folders, and the files that candidates write.

pub mod answer_file;
pub mod atomic;
pub mod editor;
pub mod event_row;
pub mod follow_ups;
pub mod home;
pub mod journal;
pub mod journal_error;
#[cfg(test)]
mod journal_tests;
pub mod listing;
pub mod lock;
pub mod manifest;
pub mod marks;
pub mod partner_socket;
pub mod practice;
pub mod practice_file;
pub mod program;
pub mod results;
pub mod session_folder;
pub mod sessions;
pub mod submissions;
