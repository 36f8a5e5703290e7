//! What the interviewer left of a session so far.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::model::partner::{MOST_EVENTS, PartnerEvent};
use crate::model::score::Score;

#[derive(Debug, Clone, Default)]
pub struct Interviewed {
    /// An interviewer may join.
    pub is_invited: bool,
    /// One has.
    pub has_joined: bool,
    sheets: Vec<Sheet>,
    events: usize,
}

/// What the interviewer left of one question.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub minutes: u32,
    /// By the id of a key point.
    pub marks: BTreeMap<String, Score>,
    pub follow_up_marks: BTreeMap<usize, Score>,
    pub notes: Vec<Note>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// On the clock of the session.
    pub at: Duration,
    pub text: String,
}

impl Interviewed {
    /// Of a session with so many questions.
    pub fn new(questions: usize) -> Interviewed {
        Interviewed { sheets: vec![Sheet::default(); questions], ..Interviewed::default() }
    }

    /// Let it happen at this time on the clock of the session, while this question is in focus.
    pub fn apply(&mut self, event: &PartnerEvent, used: Duration, current: usize) {
        self.events += 1;
        match event {
            PartnerEvent::Invited => self.is_invited = true,
            PartnerEvent::Joined => self.has_joined = true,
            PartnerEvent::Left => {}
            PartnerEvent::MinutesAdded { minutes } => {
                let sheet = &mut self.sheets[current];
                sheet.minutes = sheet.minutes.saturating_add(*minutes);
            }
            PartnerEvent::Marked { question, point, score } => {
                self.sheets[*question].marks.insert(point.clone(), *score);
            }
            PartnerEvent::FollowUpMarked { question, follow_up, score } => {
                self.sheets[*question].follow_up_marks.insert(*follow_up, *score);
            }
            PartnerEvent::Noted { question, text } => {
                self.sheets[*question].notes.push(Note { at: used, text: text.clone() });
            }
        }
    }

    pub fn sheet(&self, question: usize) -> &Sheet {
        &self.sheets[question]
    }

    /// Minutes that were added to the session.
    pub fn minutes(&self) -> u32 {
        self.sheets.iter().fold(0, |sum, sheet| sum.saturating_add(sheet.minutes))
    }

    /// Whether the journal keeps more of an interviewer.
    pub fn has_room(&self) -> bool {
        self.events < MOST_EVENTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_journal_does_not_fill_with_what_an_interviewer_does() {
        let mut interviewed = Interviewed::new(1);
        let note = PartnerEvent::Noted { question: 0, text: "x".to_owned() };
        for _ in 0..MOST_EVENTS {
            assert!(interviewed.has_room());
            interviewed.apply(&note, Duration::ZERO, 0);
        }
        assert!(!interviewed.has_room());
    }
}
