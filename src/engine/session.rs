//! A session as the sum of its events. Pure: the clock is an argument, and nothing is counted by ticks.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::engine::clock;
use crate::engine::interviewed::Interviewed;
use crate::engine::timeline;
use crate::model::claim::Claim;
use crate::model::delivery::Criterion;
use crate::model::event::{Asker, CheckSummary, Ending, Event, Moment, Occasion, Record, Score, Started, Stop};
use crate::model::growth::Growth;
use crate::model::partner::PartnerEvent;
use crate::model::timeline::Happening;

/// One timed run of an interview.
#[derive(Debug, Clone)]
pub struct Session {
    pub(super) started: Started,
    pub(super) started_at: Moment,
    /// When the last event happened; `used` is right at this moment.
    pub(super) last: Moment,
    pub(super) used: Duration,
    pub(super) phase: Phase,
    pub(super) current: usize,
    pub(super) questions: Vec<Progress>,
    pub(super) pauses: Vec<Pause>,
    pub(super) timeline: Vec<Happening>,
    pub(super) is_estimated: bool,
    pub(super) interviewed: Interviewed,
    /// When the time was up, if saves were still taken after it.
    pub(super) time_up: Option<Moment>,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The clock runs, or the process that ran it died.
    Running,
    Suspended(Stop),
    /// The time is up, and a last save still counts.
    Grace,
    /// No save counts any more; grading goes on.
    Rung(Ending),
    Finished(Ending),
}

/// What has happened to a question.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Time spent on it up to the last event.
    pub(super) used: Duration,
    /// Contents of its file, the oldest first.
    pub saves: Vec<Save>,
    pub checks: Vec<Check>,
    pub hints: BTreeSet<usize>,
    pub clarifications: BTreeSet<usize>,
    /// The follow-ups that were put, by whoever put them first.
    pub follow_ups: BTreeMap<usize, Put>,
    /// The follow-up that was put last.
    pub follow_up: Option<usize>,
    /// How the candidate rated what was said to follow-ups.
    pub follow_up_scores: BTreeMap<usize, Score>,
    /// What the candidate said that versions cost, in order; the last one counts.
    pub claims: Vec<Claimed>,
    /// What was counted of versions, by the SHA-256 of each.
    pub counted: BTreeMap<String, Growth>,
    pub ratings: BTreeMap<String, Score>,
    /// How much the key points counted that were rated.
    pub weights: BTreeMap<String, u32>,
    /// How much all key points count together, where the journal tells it.
    pub points_weight: Option<u32>,
    /// What the candidate gave the delivery of an explanation.
    pub delivery: BTreeMap<Criterion, Score>,
    /// The key points were shown, or it was submitted: later saves do not count.
    pub is_closed: bool,
    /// Handed in on a whiteboard.
    pub is_submitted: bool,
    /// The candidate wants to come back to it.
    pub is_flagged: bool,
}

/// A follow-up that was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    pub by: Asker,
    /// Its words, where the journal has them.
    pub ask: Option<String>,
}

/// A version of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    pub sha256: String,
    pub content: Vec<u8>,
    pub at: Moment,
}

/// A claim, and the version that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    pub sha256: String,
    pub claim: Claim,
}

/// A check of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub summary: CheckSummary,
    /// When it ended.
    pub at: Moment,
    /// It was asked for before the bell, and ended after it.
    pub is_late: bool,
}

/// A time in which nobody was there. The clock stood still, unless it costs time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Session time at which it began.
    pub after: Duration,
    pub length: Duration,
    /// None: the process ended without a word.
    pub why: Option<Stop>,
    /// The machine was started anew in between.
    pub is_estimated: bool,
    /// Nobody was there, and the clock ran on: `--strict`.
    pub costs_time: bool,
}

/// Why records do not make a session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    #[error("the journal of this session does not begin with its start")]
    NoStart,
    #[error("event {sequence} of session `{session}` is out of place")]
    OutOfPlace { session: String, sequence: u64 },
}

impl Session {
    /// A session whose clock starts `at` this moment, with its first question.
    pub fn new(started: Started, at: Moment) -> Session {
        Session {
            questions: vec![Progress::default(); started.questions.len()],
            interviewed: Interviewed::new(started.questions.len()),
            started,
            started_at: at,
            last: at,
            used: Duration::ZERO,
            phase: Phase::Running,
            current: 0,
            pauses: Vec::new(),
            timeline: Vec::new(),
            is_estimated: false,
            time_up: None,
        }
    }

    /// The session that these records tell of.
    pub fn replay(records: &[Record]) -> Result<Session, ReplayError> {
        let Some((Record { at, event: Event::Started(started), .. }, rest)) = records.split_first() else {
            return Err(ReplayError::NoStart);
        };
        let mut session = Session::new((**started).clone(), *at);
        for record in rest {
            let is_applied = session.apply(&record.event, record.at);
            if !is_applied {
                let session = session.started.session;
                return Err(ReplayError::OutOfPlace { session, sequence: record.sequence });
            }
        }
        Ok(session)
    }

    /// Let an event happen. `false`: it has no place here, and nothing has changed.
    #[must_use]
    pub fn apply(&mut self, event: &Event, at: Moment) -> bool {
        if !self.has_place_for(event) {
            return false;
        }
        self.advance(event, at);
        self.timeline.extend(timeline::happening(event, self.used, self.current));
        let is_running = self.phase == Phase::Running;
        let is_open = is_running || self.phase == Phase::Grace;
        match event {
            Event::Focus { question } => self.current = *question,
            Event::Saved { question, sha256, content } => {
                let progress = &mut self.questions[*question];
                if is_open && !progress.is_closed {
                    progress.saves.push(Save { sha256: sha256.clone(), content: content.clone(), at });
                }
            }
            Event::Checked(summary) => {
                let is_over = matches!(self.phase, Phase::Grace | Phase::Rung(_));
                let is_late = is_over && summary.occasion != Occasion::Bell;
                self.questions[summary.question].checks.push(Check { summary: summary.clone(), at, is_late });
            }
            Event::HintShown { question, hint } => {
                self.questions[*question].hints.insert(*hint);
            }
            Event::ClarificationShown { question, clarification } => {
                self.questions[*question].clarifications.insert(*clarification);
            }
            Event::FollowUpAsked { question, follow_up, ask, by } => {
                let put = Put { by: *by, ask: ask.clone() };
                self.questions[*question].follow_ups.entry(*follow_up).or_insert(put);
                self.questions[*question].follow_up = Some(*follow_up);
            }
            Event::FollowUpRated { question, follow_up, score } => {
                self.questions[*question].follow_up_scores.insert(*follow_up, *score);
            }
            Event::Claimed { question, sha256, claim } => {
                let claimed = Claimed { sha256: sha256.clone(), claim: claim.clone() };
                self.questions[*question].claims.push(claimed);
            }
            Event::Counted { question, sha256, growth } => {
                self.questions[*question].counted.insert(sha256.clone(), growth.clone());
            }
            Event::Interviewer(event) => self.interviewed.apply(event, self.used, self.current),
            Event::KeyPointsShown { question, weight } => {
                self.questions[*question].is_closed = true;
                self.questions[*question].points_weight = *weight;
            }
            Event::Submitted { question } => {
                self.questions[*question].is_submitted = true;
                self.questions[*question].is_closed = true;
            }
            Event::Flagged { question, flagged } => self.questions[*question].is_flagged = *flagged,
            Event::Rated { question, point, score, weight } => {
                self.questions[*question].ratings.insert(point.clone(), *score);
                self.questions[*question].weights.insert(point.clone(), *weight);
            }
            Event::DeliveryRated { question, criterion, score } => {
                self.questions[*question].delivery.insert(*criterion, *score);
            }
            Event::Suspended { why } if is_running => self.phase = Phase::Suspended(*why),
            Event::Resumed if matches!(self.phase, Phase::Suspended(_)) => self.phase = Phase::Running,
            Event::TimeUp => {
                self.phase = Phase::Grace;
                self.time_up = Some(at);
            }
            Event::Bell { why } => self.phase = Phase::Rung(*why),
            Event::Finished => {
                if let Phase::Rung(ending) = self.phase {
                    self.phase = Phase::Finished(ending);
                }
            }
            Event::Started(_) | Event::Alive | Event::Suspended { .. } | Event::Resumed => {}
        }
        true
    }

    fn has_place_for(&self, event: &Event) -> bool {
        let names_question = match event {
            Event::Focus { question }
            | Event::Saved { question, .. }
            | Event::HintShown { question, .. }
            | Event::ClarificationShown { question, .. }
            | Event::KeyPointsShown { question, .. }
            | Event::Submitted { question }
            | Event::Flagged { question, .. }
            | Event::FollowUpAsked { question, .. }
            | Event::DeliveryRated { question, .. }
            | Event::FollowUpRated { question, .. }
            | Event::Claimed { question, .. }
            | Event::Counted { question, .. }
            | Event::Rated { question, .. } => *question < self.questions.len(),
            Event::Checked(summary) => summary.question < self.questions.len(),
            Event::Interviewer(event) => event.question().is_none_or(|question| question < self.questions.len()),
            _ => true,
        };
        let fits_phase = match event {
            Event::Started(_) => false,
            Event::TimeUp => self.phase == Phase::Running,
            Event::Bell { .. } => matches!(self.phase, Phase::Running | Phase::Suspended(_) | Phase::Grace),
            Event::Finished => matches!(self.phase, Phase::Rung(_)),
            Event::Interviewer(PartnerEvent::MinutesAdded { .. }) => {
                matches!(self.phase, Phase::Running | Phase::Suspended(_))
            }
            _ => true,
        };
        names_question && fits_phase && !matches!(self.phase, Phase::Finished(_))
    }

    /// Bring the clock up to an event: time was used, or it was a pause that ends here. A strict clock runs in pauses too.
    fn advance(&mut self, event: &Event, at: Moment) {
        let is_paused = matches!(self.phase, Phase::Suspended(_)) && !self.started.conditions.strict;
        if is_paused && !matches!(event, Event::Resumed | Event::Bell { .. }) {
            // The pause goes on, whatever a check that ends or an interviewer adds: it is measured from where it began.
            return;
        }
        let is_pause_over = *event == Event::Resumed && matches!(self.phase, Phase::Running | Phase::Suspended(_));
        let costs_time = self.started.conditions.strict;
        if is_pause_over {
            let clock::Elapsed { time, estimated } = clock::elapsed(self.last, at);
            let why = if let Phase::Suspended(why) = self.phase { Some(why) } else { None };
            self.pauses.push(Pause { after: self.used, length: time, why, is_estimated: estimated, costs_time });
            self.timeline.push(timeline::pause(self.used, self.current, time, why, costs_time));
        }
        if !is_pause_over || costs_time {
            let time = self.since_last(at);
            self.used += time;
            self.questions[self.current].used += time;
            self.is_estimated |= !time.is_zero() && clock::elapsed(self.last, at).estimated;
        }
        self.last = at;
    }

    /// Session time between the last event and now. There is none in a pause, unless the clock is strict, and none after the end.
    pub(super) fn since_last(&self, now: Moment) -> Duration {
        match self.phase {
            Phase::Suspended(_) if !self.started.conditions.strict => Duration::ZERO,
            Phase::Running | Phase::Suspended(_) => clock::elapsed(self.last, now).time.min(self.length() - self.used),
            Phase::Grace | Phase::Rung(_) | Phase::Finished(_) => Duration::ZERO,
        }
    }
}
