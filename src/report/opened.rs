//! A question of a finished session with everything that may be seen now: cases, model answer, what the candidate wrote.

use crate::model::material::Material;
use crate::model::question::FollowUp;
use crate::model::record::Graded;

#[derive(Debug, Clone)]
pub struct Opened<'a> {
    pub material: &'a Material,
    /// What was found when the newest answer was graded in full; none when it was not run.
    pub at_bell: Option<&'a Graded>,
    /// The newest answer before the bell; none when nothing was saved.
    pub answer: Option<String>,
    /// The version before it that passed more.
    pub better: Option<String>,
}

impl Opened<'_> {
    /// The follow-up of this number, from 1, with its answer; none when the bank has it no more.
    pub fn follow_up(&self, number: u64) -> Option<&FollowUp> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.material.question.follow_ups.get(index)
    }
}
