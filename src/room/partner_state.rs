//! What a room tells its interviewer: the private cards, and how things stand.

use std::time::Duration;

use crate::engine::allowance::allowance;
use crate::engine::clock;
use crate::engine::session::{Phase, Progress};
use crate::model::partner_wire::{
    CheckState, ClockState, FollowUpState, News, PrivateCard, QuestionState, State, Welcome,
};
use crate::room::room::Room;

/// How many checks of a question are told, the newest ones.
const MOST_CHECKS: usize = 3;

/// How many cases that did not pass are told of each.
const MOST_FAILED: usize = 20;

/// How much of a file is told, in bytes.
const LONGEST_FILE: usize = 64 * 1024;

/// What a line tells more often than once in this is a change; clocks alone are told this often.
const TICK: Duration = Duration::from_secs(1);

/// What was told last.
#[derive(Debug, Default)]
pub struct Told {
    state: Option<State>,
    /// The SHA-256 of the files that were told.
    files: Vec<Option<String>>,
}

impl Told {
    /// What is new since the last time.
    pub fn news(&mut self, room: &Room) -> Vec<News> {
        let mut news = Vec::new();
        let state = room.state();
        if self.state.as_ref().is_none_or(|told| is_news(told, &state)) {
            self.state = Some(state.clone());
            news.push(News::State(Box::new(state)));
        }
        self.files.resize(room.session.count(), None);
        for (question, told) in self.files.iter_mut().enumerate() {
            if let Some(save) = room.session.newest(question)
                && told.as_ref() != Some(&save.sha256)
            {
                *told = Some(save.sha256.clone());
                let start = &save.content[..save.content.len().min(LONGEST_FILE)];
                news.push(News::File { question, text: String::from_utf8_lossy(start).into_owned() });
            }
        }
        news
    }
}

/// Something changed, or the clock ran for a second.
fn is_news(told: &State, state: &State) -> bool {
    let ran = told.left_ms.abs_diff(state.left_ms);
    let still = |state: &State| {
        let mut state = State { left_ms: 0, ..state.clone() };
        for question in &mut state.questions {
            question.used_ms = 0;
            // That it was saved is news; how long ago is not.
            question.saved_ago_ms = question.saved_ago_ms.map(|_| 0);
        }
        state
    };
    let was_saved = told.questions.iter().zip(&state.questions).any(|(told, now)| now.saved_ago_ms < told.saved_ago_ms);
    u128::from(ran) >= TICK.as_millis() || was_saved || still(told) != still(state)
}

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
        let follow_ups = progress.follow_ups.iter().map(|(follow_up, by)| FollowUpState {
            follow_up: *follow_up,
            by: *by,
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
