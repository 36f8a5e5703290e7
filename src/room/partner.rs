//! The interviewer's place in a room: what is asked from there is checked, recorded and told to the candidate where it
//! concerns them. The candidate's process alone writes the journal and has the clock.

use crate::engine::marks::Marks;
use crate::engine::session::Phase;
use crate::model::event::{Asker, Event};
use crate::model::partner::{LONGEST_NOTE, MOST_MINUTES, MOST_MINUTES_AT_ONCE, PartnerEvent};
use crate::model::partner_wire::{News, Request, Said};
use crate::model::score::Score;
use crate::room::partner_line::Call;
use crate::room::partner_seat::{Hinge, Told};
use crate::room::room::{Room, Stage};
use crate::ui::partner_message;

impl Room {
    /// How the door is opened, when it is.
    pub fn hang_door(&mut self, hinge: Hinge) {
        self.partner.hinge = Some(hinge);
    }

    /// Let an interviewer join from now on. The session goes on without where that cannot be.
    pub fn let_interviewer_in(&mut self) {
        if !self.session.interviewed().is_invited {
            self.record_of_interviewer(PartnerEvent::Invited);
        }
        if self.partner.door.is_some() {
            return;
        }
        let Some(hinge) = &mut self.partner.hinge else { return };
        match hinge() {
            Ok(door) => self.partner.door = Some(door),
            Err(reason) => self.say(&partner_message::no_door(&reason)),
        }
    }

    pub(super) fn interviewer_calls(&mut self, call: Call) {
        match call {
            Call::Joined(outbox) => {
                outbox.send(&News::Welcome(Box::new(self.welcome())));
                self.partner.outbox = Some(outbox);
                self.partner.told = Told::default();
                self.record_of_interviewer(PartnerEvent::Joined);
                self.say_while_it_matters(&partner_message::joined());
            }
            Call::Asked(Request::Draft { question, text }, _dealt_with) => {
                let is_kept = question < self.session.count() && text.chars().count() <= LONGEST_NOTE;
                self.partner.draft = Some((question, text)).filter(|(_, text)| is_kept && !text.trim().is_empty());
            }
            Call::Asked(request, _dealt_with) => {
                if matches!(request, Request::Note { .. }) {
                    self.partner.draft = None;
                }
                let said = self.interviewer_asks(request);
                // How things stand goes before what became of the request: who hears that it is done sees it done.
                self.tell_interviewer();
                if let Some(outbox) = &self.partner.outbox {
                    outbox.send(&News::Said(said));
                }
            }
            Call::Left => {
                self.partner.outbox = None;
                self.keep_note_begun();
                self.record_of_interviewer(PartnerEvent::Left);
                self.say_while_it_matters(&partner_message::left());
                if self.stage == Stage::Marking {
                    self.finish();
                }
            }
        }
    }

    /// Finish once the interviewer at the other terminal has left, or at this one has marked what was left; or the candidate
    /// has enough of waiting.
    pub(super) fn finish_after_marking(&mut self) {
        let somebody_marks = self.partner.outbox.is_some() || self.partner.was_turned;
        if !somebody_marks || !self.furniture.has_keys {
            return self.finish();
        }
        self.furniture.screen.clear_status();
        self.stage = Stage::Marking;
        self.offer_marking();
    }

    pub(super) fn offer_marking(&mut self) {
        let is_elsewhere = self.partner.outbox.is_some();
        self.say(&if is_elsewhere { partner_message::still_marking() } else { partner_message::mark_what_is_left() });
    }

    /// The note that the interviewer at the other terminal is typing is kept as far as it is: this room ends, or they go.
    pub(super) fn keep_note_begun(&mut self) {
        if let Some((question, text)) = self.partner.draft.take() {
            self.note(question, text.trim());
        }
    }

    /// Tell whoever sits there what is new; the last word when the room is left.
    pub(super) fn tell_interviewer(&mut self) {
        if self.partner.outbox.is_some() {
            let news = self.partner.told.news(self.state(), &self.session);
            if let Some(outbox) = &self.partner.outbox {
                news.iter().for_each(|news| outbox.send(news));
            }
        }
        if matches!(self.stage, Stage::Over(_)) {
            let is_finished = matches!(self.session.phase(), Phase::Finished(_));
            if let Some(outbox) = self.partner.outbox.take() {
                outbox.send(&News::Over { is_finished });
                outbox.close();
            }
            self.partner.door = None;
        }
    }

    /// Do what is asked, at whichever terminal.
    pub(super) fn interviewer_asks(&mut self, request: Request) -> Said {
        let is_asked = self.names_something(&request);
        match request {
            _ if !is_asked => Said::NoSuchThing,
            _ if !self.session.interviewed().has_room() => Said::Enough,
            Request::Hello { .. } | Request::Draft { .. } => Said::NoSuchThing,
            Request::AddMinutes { minutes } => self.add_minutes(minutes),
            Request::AskFollowUp { question, follow_up } => self.interviewer_asks_follow_up(question, follow_up),
            Request::Mark { question, point, score } => self.mark(question, point, score),
            Request::MarkFollowUp { question, follow_up, score } => {
                if !self.session.progress(question).follow_ups.contains_key(&follow_up) {
                    return Said::NotAsked;
                }
                let known = self.session.interviewed().sheet(question).follow_up_marks.get(&follow_up);
                if known != Some(&score) {
                    self.record_of_interviewer(PartnerEvent::FollowUpMarked { question, follow_up, score });
                }
                Said::Marked
            }
            Request::Note { question, text } => self.note(question, text.trim()),
        }
    }

    fn names_something(&self, request: &Request) -> bool {
        let question = |question: &usize| self.furniture.materials.get(*question).map(|material| &material.question);
        match request {
            Request::Hello { .. } | Request::AddMinutes { .. } => true,
            Request::AskFollowUp { question: of, follow_up }
            | Request::MarkFollowUp { question: of, follow_up, .. } => {
                question(of).is_some_and(|question| *follow_up < question.follow_ups.len())
            }
            Request::Mark { question: of, point, .. } => {
                question(of).is_some_and(|question| *point < question.key_points.len())
            }
            Request::Note { question: of, .. } | Request::Draft { question: of, .. } => question(of).is_some(),
        }
    }

    fn add_minutes(&mut self, minutes: u32) -> Said {
        let left = MOST_MINUTES.saturating_sub(self.session.interviewed().minutes());
        if !matches!(self.session.phase(), Phase::Running | Phase::Suspended(_)) {
            return Said::TimeIsUp;
        }
        if self.is_strict() {
            return Said::StrictClock;
        }
        if !(1..=MOST_MINUTES_AT_ONCE).contains(&minutes) {
            return Said::BadMinutes;
        }
        if minutes > left {
            return Said::TooManyMinutes { left };
        }
        self.record_of_interviewer(PartnerEvent::MinutesAdded { minutes });
        // What was said of the old length is said again of the new one, when it comes.
        self.marks = Marks::caught_up(&self.session, self.now());
        let left = self.session.left(self.now());
        self.say(&partner_message::minutes_added(minutes, left, self.session.current() + 1));
        Said::MinutesAdded { minutes }
    }

    fn interviewer_asks_follow_up(&mut self, question: usize, follow_up: usize) -> Said {
        if !matches!(self.session.phase(), Phase::Running | Phase::Suspended(_)) {
            return Said::TimeIsUp;
        }
        if self.session.progress(question).follow_ups.contains_key(&follow_up) {
            return Said::AskedBefore;
        }
        self.ask_follow_up(question, follow_up, Asker::Interviewer);
        Said::FollowUpAsked { number: follow_up + 1 }
    }

    fn mark(&mut self, question: usize, point: usize, score: Score) -> Said {
        let point = self.furniture.materials[question].question.key_points[point].id.clone();
        if self.session.interviewed().sheet(question).marks.get(&point) != Some(&score) {
            self.record_of_interviewer(PartnerEvent::Marked { question, point, score });
        }
        Said::Marked
    }

    fn note(&mut self, question: usize, text: &str) -> Said {
        match text.chars().count() {
            0 => Said::EmptyNote,
            count if count > LONGEST_NOTE => Said::LongNote,
            _ => {
                self.record_of_interviewer(PartnerEvent::Noted { question, text: text.to_owned() });
                Said::Noted
            }
        }
    }

    /// Nothing of it is recorded of a session that is over, or that has enough of it.
    pub(super) fn record_of_interviewer(&mut self, event: PartnerEvent) {
        if !matches!(self.session.phase(), Phase::Finished(_)) && self.session.interviewed().has_room() {
            self.record(Event::Interviewer(event));
        }
    }

    /// Coming and going is of no interest while answers are graded.
    fn say_while_it_matters(&mut self, sentence: &str) {
        if matches!(self.stage, Stage::Working | Stage::Paused) {
            self.say(sentence);
        }
    }
}
