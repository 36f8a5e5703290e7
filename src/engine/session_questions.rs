//! What can be asked of a session.

use std::time::Duration;

use crate::engine::clock;
use crate::engine::interviewed::Interviewed;
use crate::engine::session::{Check, Pause, Phase, Progress, Save, Session};
use crate::model::conditions::GRACE;
use crate::model::event::{CheckSummary, DrawnQuestion, Moment, Occasion, Scope, Started};
use crate::model::timeline::Happening;
use crate::model::verdict::Verdict;

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

    /// What the interviewer left of it.
    pub fn interviewed(&self) -> &Interviewed {
        &self.interviewed
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

    /// What the plan gives, and what the interviewer added.
    pub fn length(&self) -> Duration {
        minutes(self.started.conditions.pace.stretch_up(self.started.minutes)) + minutes(self.interviewed.minutes())
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
        let added = minutes(self.interviewed.sheet(question).minutes);
        self.started.conditions.pace.stretch(self.started.questions[question].budget_minutes) + added
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

    /// The last whole check that was asked for and that an answer passed.
    pub fn passed(&self, question: usize) -> Option<&Check> {
        let is_whole_pass =
            |check: &&Check| check.summary.verdict == Verdict::Pass && check.summary.occasion == Occasion::Request;
        self.questions[question].checks.iter().rfind(is_whole_pass)
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
