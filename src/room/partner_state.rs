//! What a room tells its interviewer: the private cards, and how things stand.

use std::time::Duration;

use crate::engine::allowance::allowance;
use crate::engine::clock;
use crate::engine::session::{Phase, Progress};
use crate::model::partner_wire::{CheckState, ClockState, FollowUpState, PrivateCard, QuestionState, State, Welcome};
use crate::room::room::Room;

/// How many checks of a question are told, the newest ones.
// A choice and no measurement: the last, and whether it got better; each is a line above the key points.
const MOST_CHECKS: usize = 3;

/// How many cases that did not pass are told of each.
// A choice and no measurement: more than a card names, and no list without an end.
const MOST_FAILED: usize = 20;

impl Room {
    pub(super) fn welcome(&self) -> Welcome {
        let started = self.session.started();
        let cards = started.questions.iter().zip(&self.furniture.materials).map(|(drawn, material)| PrivateCard {
            drawn: drawn.clone(),
            question: material.question.clone(),
            snippet: material.snippet.clone(),
        });
        Welcome { session: started.session.clone(), title: started.title.clone(), cards: cards.collect() }
    }

    pub(super) fn state(&self) -> State {
        let now = self.now();
        let phase = self.session.phase();
        let left = match phase {
            Phase::Grace => self.session.grace_left(now).unwrap_or_default(),
            _ => self.session.left(now),
        };
        let clock = match phase {
            Phase::Running => ClockState::Running,
            Phase::Suspended(_) if self.is_strict() => ClockState::Running,
            Phase::Suspended(_) => ClockState::Paused,
            Phase::Grace => ClockState::Grace,
            Phase::Rung(_) | Phase::Finished(_) => ClockState::Over,
        };
        State {
            clock,
            current: self.session.current(),
            left_ms: ms(left),
            length_ms: ms(self.session.length()),
            is_checking: self.furniture.desk.is_busy(),
            questions: (0..self.session.count()).map(|question| self.question_state(question)).collect(),
        }
    }

    fn question_state(&self, question: usize) -> QuestionState {
        let now = self.now();
        let (progress, sheet) = (self.session.progress(question), self.session.interviewed().sheet(question));
        let follow_ups = progress.follow_ups.iter().map(|(follow_up, put)| FollowUpState {
            follow_up: *follow_up,
            by: put.by,
            score: sheet.follow_up_marks.get(follow_up).copied(),
        });
        QuestionState {
            used_ms: ms(self.session.used_on(question, now)),
            budget_ms: ms(allowance(&self.session, question, now)),
            saved_ago_ms: self.session.newest(question).map(|save| ms(clock::elapsed(save.at, now).time)),
            is_flagged: progress.is_flagged,
            is_closed: progress.is_closed,
            hints: progress.hints.len(),
            clarifications: progress.clarifications.len(),
            checks: checks(progress),
            marks: sheet.marks.clone(),
            follow_ups: follow_ups.collect(),
            notes: sheet.notes.iter().map(|note| note.text.clone()).collect(),
        }
    }
}

fn checks(progress: &Progress) -> Vec<CheckState> {
    let newest = progress.checks.len().saturating_sub(MOST_CHECKS);
    let checks = progress.checks[newest..].iter().map(|check| CheckState {
        occasion: check.summary.occasion,
        verdict: check.summary.verdict,
        passed: check.summary.passed,
        total: check.summary.total,
        failed: check.summary.failed.iter().take(MOST_FAILED).cloned().collect(),
    });
    checks.collect()
}

fn ms(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
