//! Every sentence and every screen. Text in, text out; nothing here decides anything.

pub mod after_pass;
pub mod bank_list;
pub mod calendar;
pub mod card;
pub mod checked;
pub mod checked_list;
#[cfg(test)]
mod checked_tests;
pub mod complexity_card;
pub mod demo;
pub mod diagnosis;
pub mod diff;
pub mod due_list;
pub mod failure;
pub mod follow_up;
pub mod graded;
pub mod grading;
pub mod growth;
pub mod keys;
pub mod menu;
pub mod message;
pub mod out;
pub mod paint;
pub mod partner_card;
pub mod partner_keys;
pub mod partner_message;
pub mod partner_page;
pub mod partner_report;
pub mod partner_view;
#[cfg(test)]
mod partner_view_tests;
pub mod prediction;
pub mod progress;
pub mod progress_report;
pub mod prose;
pub mod raised;
pub mod reviewing;
#[cfg(test)]
mod sample_answers;
pub mod seed_list;
pub mod session_audit;
pub mod session_check;
pub mod session_conduct;
pub mod session_cost;
pub mod session_delivery;
pub mod session_editor;
pub mod session_end;
pub mod session_files;
pub mod session_message;
pub mod session_rating;
pub mod session_replay;
pub mod session_report;
#[cfg(test)]
mod session_report_tests;
pub mod session_rules;
pub mod session_screen;
pub mod session_self_rated;
pub mod session_start;
pub mod session_status;
pub mod session_terms;
pub mod session_trouble;
pub mod times;
pub mod typing;
pub mod verified;
pub mod watching;
pub mod width;
