//! A command that was given what it does not take. Nothing happens but a sentence.

use crate::room::command::Misuse;
use crate::room::room::Room;
use crate::ui::session_misuse;
use crate::ui::session_rating;

impl Room {
    pub(super) fn misused(&mut self, question: usize, misuse: Misuse) {
        let points = self.furniture.materials[question].question.key_points.len();
        let sentence = match misuse {
            Misuse::Rated(_) | Misuse::Rate if !self.can_be_rated(question) => session_rating::nothing_to_rate(),
            Misuse::Rated(given) => session_misuse::no_such_point(&given, points, self.is_spoken(question)),
            Misuse::Rate => session_misuse::rate_takes_two(),
            Misuse::Score(given) => session_misuse::no_score(&given),
            Misuse::Number { word, given } => session_misuse::no_number(word, &given),
            Misuse::Nothing { word, given } => session_misuse::takes_nothing(&word, &given),
        };
        self.say(&sentence);
    }
}
