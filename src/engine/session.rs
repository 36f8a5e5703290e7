//! A session as the sum of its events. Pure: the clock is an argument, and nothing is counted by ticks.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::engine::clock;
use crate::engine::timeline;
use crate::model::conditions::GRACE;
use crate::model::event::{
    CheckSummary, DrawnQuestion, Ending, Event, Moment, Occasion, Record, Scope, Score, Started, Stop,
};
use crate::model::timeline::Happening;
use crate::model::verdict::Verdict;

/// One timed run of an interview.
#[derive(Debug, Clone)]
pub struct Session {
    started: Started,
    started_at: Moment,
    /// When the last event happened; `used` is right at this moment.
    last: Moment,
    used: Duration,
    phase: Phase,
    current: usize,
    questions: Vec<Progress>,
    pauses: Vec<Pause>,
    timeline: Vec<Happening>,
    is_estimated: bool,
    /// When the time was up, if saves were still taken after it.
    time_up: Option<Moment>,
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
    used: Duration,
    /// Contents of its file, the oldest first.
    pub saves: Vec<Save>,
    pub checks: Vec<Check>,
    pub hints: BTreeSet<usize>,
    pub clarifications: BTreeSet<usize>,
    pub ratings: BTreeMap<String, Score>,
    /// The key points were shown, or it was submitted: later saves do not count.
    pub is_closed: bool,
    /// Handed in on a whiteboard.
    pub is_submitted: bool,
    /// The candidate wants to come back to it.
    pub is_flagged: bool,
}

/// A version of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    pub sha256: String,
    pub content: Vec<u8>,
    pub at: Moment,
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
            Event::KeyPointsShown { question } => self.questions[*question].is_closed = true,
            Event::Submitted { question } => {
                self.questions[*question].is_submitted = true;
                self.questions[*question].is_closed = true;
            }
            Event::Flagged { question, flagged } => self.questions[*question].is_flagged = *flagged,
            Event::Rated { question, point, score } => {
                self.questions[*question].ratings.insert(point.clone(), *score);
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
            | Event::KeyPointsShown { question }
            | Event::Submitted { question }
            | Event::Flagged { question, .. }
            | Event::Rated { question, .. } => *question < self.questions.len(),
            Event::Checked(summary) => summary.question < self.questions.len(),
            _ => true,
        };
        let fits_phase = match event {
            Event::Started(_) => false,
            Event::TimeUp => self.phase == Phase::Running,
            Event::Bell { .. } => matches!(self.phase, Phase::Running | Phase::Suspended(_) | Phase::Grace),
            Event::Finished => matches!(self.phase, Phase::Rung(_)),
            _ => true,
        };
        names_question && fits_phase && !matches!(self.phase, Phase::Finished(_))
    }

    /// Bring the clock up to an event: time was used, or it was a pause that ends here. A strict clock runs in pauses too.
    fn advance(&mut self, event: &Event, at: Moment) {
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
    fn since_last(&self, now: Moment) -> Duration {
        match self.phase {
            Phase::Suspended(_) if !self.started.conditions.strict => Duration::ZERO,
            Phase::Running | Phase::Suspended(_) => clock::elapsed(self.last, now).time.min(self.length() - self.used),
            Phase::Grace | Phase::Rung(_) | Phase::Finished(_) => Duration::ZERO,
        }
    }
}

/// What can be asked of a session.
impl Session {
    pub fn started(&self) -> &Started {
        &self.started
    }

    pub fn started_at(&self) -> Moment {
        self.started_at
    }

    /// When its last event happened.
    pub fn last_at(&self) -> Moment {
        self.last
    }

    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The question that the candidate is at.
    pub fn current(&self) -> usize {
        self.current
    }

    pub fn drawn(&self, question: usize) -> &DrawnQuestion {
        &self.started.questions[question]
    }

    pub fn progress(&self, question: usize) -> &Progress {
        &self.questions[question]
    }

    /// How many questions there are.
    pub fn count(&self) -> usize {
        self.questions.len()
    }

    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// What happened so far, in order.
    pub fn timeline(&self) -> &[Happening] {
        &self.timeline
    }

    /// A part of the time used was taken from the wall clock.
    pub fn is_estimated(&self) -> bool {
        self.is_estimated
    }

    pub fn length(&self) -> Duration {
        minutes(self.started.conditions.pace.stretch_up(self.started.minutes))
    }

    pub fn used(&self, now: Moment) -> Duration {
        self.used + self.since_last(now)
    }

    pub fn left(&self, now: Moment) -> Duration {
        self.length() - self.used(now)
    }

    /// Time spent on a question; more than its budget is allowed, and missing elsewhere.
    pub fn used_on(&self, question: usize, now: Moment) -> Duration {
        let running = if question == self.current { self.since_last(now) } else { Duration::ZERO };
        self.questions[question].used + running
    }

    pub fn budget_of(&self, question: usize) -> Duration {
        self.started.conditions.pace.stretch(self.started.questions[question].budget_minutes)
    }

    /// The time is up, and the bell has not rung yet.
    pub fn is_bell_due(&self, now: Moment) -> bool {
        self.phase == Phase::Running && self.left(now).is_zero()
    }

    /// What is left of the moments in which a last save counts; none before the time is up.
    pub fn grace_left(&self, now: Moment) -> Option<Duration> {
        let since = self.time_up.filter(|_| self.phase == Phase::Grace)?;
        Some(GRACE.saturating_sub(clock::elapsed(since, now).time))
    }

    /// How long ago those moments were over; none while they last.
    pub fn grace_over_for(&self, now: Moment) -> Option<Duration> {
        let since = self.time_up.filter(|_| self.phase == Phase::Grace)?;
        clock::elapsed(since, now).time.checked_sub(GRACE)
    }

    /// How long before now the time ran out while nobody was there: only a strict clock does that.
    pub fn ran_out_before(&self, now: Moment) -> Option<Duration> {
        let pause = self.pauses.last().filter(|pause| pause.costs_time && self.is_bell_due(now))?;
        let late = (pause.after + pause.length).checked_sub(self.length())?;
        Some(late + clock::elapsed(self.last, now).time)
    }

    /// The answer that counts was saved after the time was up.
    pub fn is_saved_in_grace(&self, question: usize) -> bool {
        let count = self.time_up.zip(self.newest(question));
        count.is_some_and(|(time_up, save)| save.at.boot != time_up.boot || save.at.boottime_ns > time_up.boottime_ns)
    }

    /// The answer as it stands.
    pub fn newest(&self, question: usize) -> Option<&Save> {
        self.questions[question].saves.last()
    }

    /// The earlier version that did best when it was run, if its content is not that of the newest.
    pub fn best_earlier(&self, question: usize) -> Option<&Save> {
        let progress = &self.questions[question];
        let (newest, earlier) = progress.saves.split_last()?;
        let checks =
            progress.checks.iter().map(|check| &check.summary).filter(|check| check.verdict != Verdict::Internal);
        let best = checks
            .filter(|check| check.sha256 != newest.sha256)
            .max_by_key(|check| (check.passed, check.occasion.scope() == Scope::All))?;
        earlier.iter().rfind(|save| save.sha256 == best.sha256)
    }

    /// What the whole check said of the answer that counts.
    pub fn result_at_bell(&self, question: usize) -> Option<&CheckSummary> {
        let newest = self.newest(question)?;
        let checks = self.questions[question].checks.iter().map(|check| &check.summary);
        checks.rev().find(|check| check.occasion == Occasion::Bell && check.sha256 == newest.sha256)
    }

    /// The best that a whole check ever said of a version.
    pub fn best_result(&self, question: usize) -> Option<&CheckSummary> {
        let checks = self.questions[question].checks.iter().map(|check| &check.summary);
        checks
            .filter(|check| check.occasion.scope() == Scope::All && check.verdict != Verdict::Internal)
            .max_by_key(|check| (check.verdict == Verdict::Pass, check.passed))
    }
}

fn minutes(minutes: u32) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}
