//! Sheets of notes: chosen questions with their answers, on paper, on a page and as flash cards.

pub mod anki;
pub mod html;
pub mod markdown;
pub mod prose;
pub mod python;
pub mod sheet;
#[cfg(test)]
mod testing;
