//! Rating how an explanation was delivered, after what it knew and apart from it. Nobody has to.

use crate::engine::practised::percent;
use crate::model::delivery::Criterion;
use crate::model::event::{Event, Score};
use crate::model::question::Kind;
use crate::room::command;
use crate::room::room::{Prompt, Room};
use crate::ui::session_delivery;
use crate::ui::session_rating;

impl Room {
    /// The key points are rated to their end: say what they give, and ask for the delivery of an explanation.
    pub(super) fn knowledge_rated(&mut self, question: usize) {
        self.say_knowledge(question);
        if self.session.drawn(question).kind == Kind::Explain {
            self.say(&session_delivery::begins());
            self.ask_delivery(question, 0);
        } else {
            self.rating_ended(question);
        }
    }

    /// A key that scores a criterion, or skips the rest of them.
    pub(super) fn delivery_key(&mut self, question: usize, index: usize, key: char) {
        match (command::score(&key.to_string()), Criterion::ALL.get(index)) {
            (Some(score), Some(criterion)) => {
                self.record(Event::DeliveryRated { question, criterion: *criterion, score });
                self.ask_delivery(question, index + 1);
            }
            _ => self.rating_ended(question),
        }
    }

    /// As `rate structure half` does it.
    pub(super) fn rate_delivery_by_line(&mut self, question: usize, criterion: Criterion, score: Score) {
        if self.session.drawn(question).kind != Kind::Explain {
            return self.say(&session_delivery::only_for_explanations());
        }
        self.open_key_points(question);
        self.record(Event::DeliveryRated { question, criterion, score });
        self.say_delivery(question);
    }

    pub(super) fn ask_delivery(&mut self, question: usize, index: usize) {
        match Criterion::ALL.get(index) {
            Some(criterion) => {
                let look = self.furniture.screen.look();
                self.show(&session_delivery::prompt(look, index + 1, Criterion::ALL.len(), *criterion));
                self.prompt = Prompt::RateDelivery { question, index };
            }
            None => {
                self.say_delivery(question);
                self.rating_ended(question);
            }
        }
    }

    fn say_delivery(&mut self, question: usize) {
        let rated = &self.session.progress(question).delivery;
        let rated: Vec<(Criterion, Score)> = rated.iter().map(|(criterion, score)| (*criterion, *score)).collect();
        self.say(&session_delivery::rated(&rated));
    }

    /// What all key points give, once all are rated.
    pub(super) fn say_knowledge(&mut self, question: usize) {
        let ratings = &self.session.progress(question).ratings;
        let points = &self.furniture.materials[question].question.key_points;
        let rated = points.iter().filter_map(|point| Some((*ratings.get(&point.id)?, point.weight)));
        let scores: Vec<(Score, u32)> = rated.collect();
        if scores.len() < points.len() {
            return;
        }
        let given: f64 = scores.iter().map(|(score, weight)| score.points() * f64::from(*weight)).sum();
        let possible: u32 = scores.iter().map(|(_, weight)| weight).sum();
        self.say(&session_rating::knowledge(given, possible, percent(scores.into_iter())));
    }

    /// What waited for the end of a rating comes now.
    pub(super) fn rating_ended(&mut self, question: usize) {
        self.show_demos();
        self.rated(question);
    }
}
