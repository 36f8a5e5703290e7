//! What a candidate asks of a room, and what it answers.

use crate::engine::allowance::{allowance, saved_before};
use crate::model::event::{Event, Score, Stop};
use crate::model::question::{KeyPoint, Kind};
use crate::room::command;
use crate::room::command::Command;
use crate::room::room::{Prompt, Purpose, Room, Stage, Then};
use crate::ui::input::Input;
use crate::ui::session_message;
use crate::ui::session_message::QuestionTime;
use crate::ui::session_misuse;
use crate::ui::session_rating;
use crate::ui::session_screen;
use crate::ui::session_screen::Card;

impl Room {
    pub(super) fn input(&mut self, input: Input) {
        let Some(input) = self.input_of_turn(input) else { return };
        match (&self.stage, input) {
            (Stage::Working | Stage::Paused | Stage::Grace | Stage::Rating(_), Input::Key(key)) => self.key(key),
            (Stage::Working | Stage::Paused | Stage::Grace, Input::Line(line)) => self.command(command::parse(&line)),
            (Stage::Working | Stage::Paused | Stage::Grace | Stage::Rating(_), Input::Paste(text)) => {
                self.pasted(&text)
            }
            (Stage::Marking, Input::Key(key)) => self.marking_key(key),
            // Nothing is asked while answers are graded, and a script is not asked at all.
            _ => {}
        }
    }

    pub(super) fn command(&mut self, command: Command) {
        match self.stage {
            Stage::Paused => return self.paused_command(command),
            Stage::Grace => return self.grace_command(command),
            _ => {}
        }
        let question = self.session.current();
        let Some(command) = self.card_or(question, command) else { return };
        match command {
            Command::Check => self.check(question),
            Command::Edit => self.wanted_edit = Some(question),
            Command::Hint => self.hint(question),
            Command::Ask(Some(number)) => self.ask(question, number),
            Command::Ask(None) => self.ask_menu(question),
            Command::Next if question + 1 == self.session.count() => self.say(&session_message::last_question()),
            Command::Next => self.go(question + 2),
            Command::Previous if question == 0 => self.say(&session_message::first_question()),
            Command::Previous => self.go(question),
            Command::Go(Some(number)) => self.go(number),
            Command::Go(None) => self.ask_number(Purpose::Go),
            Command::Flag => self.flag(question),
            Command::Submit => self.submit_question(question),
            Command::Pause => self.pause(),
            Command::Show => self.show_card(),
            Command::Time => self.show_times(),
            Command::Rate(None) => self.confirm_rating(question),
            Command::Rate(Some((number, score))) => self.rate_by_line(question, number, score),
            Command::RateDelivery(criterion, score) => self.rate_delivery_by_line(question, criterion, score),
            Command::Demo => self.demo(question),
            Command::Complexity(_) | Command::Idiom | Command::Follow(_) if self.must_wait(question, &command) => {}
            Command::Complexity(typed) => self.complexity(question, &typed),
            Command::Idiom => self.idiom(question),
            Command::Follow(score) => self.follow(question, score),
            Command::Interviewer => self.offer_turn(),
            Command::Finish => self.confirm_finish(),
            Command::Quit if self.furniture.has_keys => self.leave(),
            Command::Quit => self.after_requests(Then::Leave(Stop::Quit)),
            Command::Help => self.show(&session_message::help(self.furniture.screen.look())),
            Command::Nothing => {}
            Command::Unknown(text) => self.say(&session_misuse::unknown_command(&text)),
            Command::Misused(misuse) => self.misused(question, misuse),
        }
    }
}

/// Numbers: of a clarification, or of a question.
impl Room {
    pub(super) fn ask_menu(&mut self, question: usize) {
        let look = self.furniture.screen.look();
        self.show(&session_message::ask_menu(look, &self.furniture.materials[question].question.clarify));
        self.prompt_for_number(Purpose::Ask);
    }

    pub(super) fn ask(&mut self, question: usize, number: usize) {
        let clarify = &self.furniture.materials[question].question.clarify;
        match number.checked_sub(1).and_then(|index| clarify.get(index)).cloned() {
            Some(exchange) => {
                self.record(Event::ClarificationShown { question, clarification: number - 1 });
                self.show(&session_message::clarification(self.furniture.screen.look(), &exchange));
            }
            None => {
                self.say(&session_message::which_number("clarification", clarify.len()));
                self.prompt_for_number(Purpose::Ask);
            }
        }
    }

    pub(super) fn go(&mut self, number: usize) {
        match number.checked_sub(1) {
            Some(question) if question < self.session.count() => {
                self.record(Event::Focus { question });
                self.show_card();
            }
            _ => {
                self.say(&session_message::which_number("question", self.session.count()));
                self.prompt_for_number(Purpose::Go);
            }
        }
    }

    /// Whoever is told at a terminal which numbers there are is asked for one.
    fn prompt_for_number(&mut self, purpose: Purpose) {
        if self.highest(purpose) > 0 && self.furniture.has_keys {
            self.prompt = Prompt::Number { purpose, typed: 0 };
        }
    }

    /// The questions with their times, and a number.
    pub(super) fn ask_number(&mut self, purpose: Purpose) {
        self.show_times();
        self.say(&session_message::which_number("question", self.session.count()));
        self.prompt_for_number(purpose);
    }

    pub(super) fn highest(&self, purpose: Purpose) -> usize {
        match purpose {
            Purpose::Ask => self.furniture.materials[self.session.current()].question.clarify.len(),
            Purpose::Go => self.session.count(),
        }
    }
}

/// Rating.
impl Room {
    /// Key points close the answer, so one stray key must not show them.
    pub(super) fn confirm_rating(&mut self, question: usize) {
        let closes = self.session.drawn(question).kind != Kind::Code && !self.session.progress(question).is_closed;
        if self.furniture.has_keys && closes {
            self.say(&session_rating::confirm_rating(question + 1));
            self.prompt = Prompt::ConfirmRate { question };
        } else {
            self.begin_rating(question);
        }
    }

    /// Show the key points, which closes the question; on a terminal ask for them one by one.
    pub(super) fn begin_rating(&mut self, question: usize) {
        if !self.open_key_points(question) {
            return self.say(&session_rating::nothing_to_rate());
        }
        if let Some((_, criterion)) = self.pending.delivery.take_if(|(of, _)| *of == question) {
            return self.ask_delivery(question, criterion);
        }
        self.say(&session_rating::rating_begins(question + 1));
        if self.furniture.has_keys {
            // Who was interrupted goes on; who has rated all of them begins again.
            self.ask_score(question, self.first_unrated(question).unwrap_or(0));
        } else {
            self.show_key_points(question);
            self.say(&session_rating::rate_by_line(self.is_spoken(question)));
        }
    }

    fn rate_by_line(&mut self, question: usize, number: usize, score: Score) {
        if !self.can_be_rated(question) {
            return self.say(&session_rating::nothing_to_rate());
        }
        let points = &self.furniture.materials[question].question.key_points;
        match number.checked_sub(1).and_then(|index| points.get(index)) {
            Some(point) => {
                let (point, weight) = (point.id.clone(), point.weight);
                self.open_key_points(question);
                self.record(Event::Rated { question, point, score, weight });
                self.show_key_points(question);
                self.say_knowledge(question);
            }
            // A slip closes nothing.
            None => {
                self.say(&session_misuse::no_such_point(&number.to_string(), points.len(), self.is_spoken(question)))
            }
        }
    }

    pub(super) fn can_be_rated(&self, question: usize) -> bool {
        let has_points = !self.furniture.materials[question].question.key_points.is_empty();
        has_points && self.session.drawn(question).kind != Kind::Code
    }

    pub(super) fn is_spoken(&self, question: usize) -> bool {
        self.session.drawn(question).kind == Kind::Explain
    }

    pub(super) fn rate_key(&mut self, question: usize, point: usize, key: char) {
        let Some(score) = command::score(&key.to_string()) else {
            self.show_demos();
            if self.stage == Stage::Working {
                self.say(&session_rating::rating_left());
            }
            return self.stop_rating();
        };
        let points = &self.furniture.materials[question].question.key_points;
        let (id, weight, count) = (points[point].id.clone(), points[point].weight, points.len());
        self.record(Event::Rated { question, point: id, score, weight });
        if point + 1 < count {
            return self.ask_score(question, point + 1);
        }
        self.show_key_points(question);
        self.knowledge_rated(question);
    }

    /// The first key point, from 0, that has no score.
    pub(super) fn first_unrated(&self, question: usize) -> Option<usize> {
        let ratings = &self.session.progress(question).ratings;
        let points = &self.furniture.materials[question].question.key_points;
        points.iter().position(|point| !ratings.contains_key(&point.id))
    }

    pub(super) fn ask_score(&mut self, question: usize, point: usize) {
        let points = &self.furniture.materials[question].question.key_points;
        let text = session_rating::rate_prompt(self.furniture.screen.look(), point + 1, points.len(), &points[point]);
        self.show(&text);
        self.prompt = Prompt::Rate { question, point };
    }

    /// Whether there are key points to rate. What was saved last is the answer from now on.
    pub(super) fn open_key_points(&mut self, question: usize) -> bool {
        if !self.can_be_rated(question) {
            return false;
        }
        if !self.session.progress(question).is_closed {
            let found = self.files[question].look();
            self.take(question, found);
            let points = &self.furniture.materials[question].question.key_points;
            let weight = Some(points.iter().map(|point| point.weight).sum());
            self.record(Event::KeyPointsShown { question, weight });
            self.begin_demo(question);
        }
        true
    }

    fn show_key_points(&mut self, question: usize) {
        let ratings = &self.session.progress(question).ratings;
        let points = &self.furniture.materials[question].question.key_points;
        let rated: Vec<(&KeyPoint, Option<Score>)> =
            points.iter().map(|point| (point, ratings.get(&point.id).copied())).collect();
        let text = session_rating::key_points(self.furniture.screen.look(), &rated);
        self.show(&text);
    }
}

/// What is only shown.
impl Room {
    pub(super) fn show_card(&mut self) {
        let question = self.session.current();
        let progress = self.session.progress(question);
        let card = Card {
            number: question + 1,
            count: self.session.count(),
            drawn: self.session.drawn(question),
            material: &self.furniture.materials[question],
            file: self.files[question].name(),
            hints: progress.hints.len(),
            asked: &progress.clarifications,
            conditions: self.session.started().conditions,
            added: self.session.interviewed().sheet(question).minutes,
            saved_before: saved_before(&self.session, question, self.now()),
            is_flagged: progress.is_flagged,
        };
        let text = session_screen::question(self.furniture.screen.look(), &card);
        self.show(&text);
    }

    fn show_times(&mut self) {
        let now = self.now();
        let times: Vec<_> = (0..self.session.count())
            .map(|question| {
                let title = self.session.drawn(question).title.clone();
                let is_flagged = self.session.progress(question).is_flagged;
                let (used, allowance) = (self.session.used_on(question, now), allowance(&self.session, question, now));
                QuestionTime { title, used, allowance, is_flagged, is_current: question == self.session.current() }
            })
            .collect();
        let text = session_message::times(self.furniture.screen.look(), &times, self.session.left(now));
        self.show(&text);
    }

    /// Only a terminal is asked whether it means it.
    pub(super) fn confirm_finish(&mut self) {
        if !self.furniture.has_keys {
            return self.after_requests(Then::Finish);
        }
        let is_open = |question: &usize| {
            self.session.newest(*question).is_none() && self.session.progress(*question).ratings.is_empty()
        };
        let open = (0..self.session.count()).filter(is_open).count();
        self.say(&session_message::confirm_finish(open));
        self.prompt = Prompt::ConfirmFinish;
    }
}
