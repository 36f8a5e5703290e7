//! Keeps what is practised outside of sessions. A check never fails because of it: what cannot be kept is said, once.

use std::time::Duration;

use crate::engine::clock::{Clock, SystemClock, elapsed};
use crate::model::event::{CheckSummary, Moment, Occasion, Scope};
use crate::model::practice::{Practice, Source};
use crate::model::question::Question;
use crate::model::record::Checked;
use crate::model::verdict::Verdict;
use crate::store::home::Home;
use crate::store::practice::{PracticeRecord, fresh_id};
use crate::ui::{message, out};

pub struct Recorder {
    source: Source,
    clock: SystemClock,
    /// When the candidate turned to the question; none where that is not known.
    begun: Option<Moment>,
    record: Option<PracticeRecord>,
    has_failed: bool,
}

impl Recorder {
    pub fn new(source: Source) -> Recorder {
        Recorder { source, clock: SystemClock::new(), begun: None, record: None, has_failed: false }
    }

    /// The candidate turns to a question now.
    pub fn begin(&mut self) {
        self.begun = Some(self.clock.now());
    }

    /// An answer was checked, after so many hints.
    pub fn checked(&mut self, question: &Question, scope: Scope, checked: &Checked, hints: usize) {
        if !Practice::is_of_the_candidate(checked.verdict) {
            return;
        }
        let summary = CheckSummary::new(0, Occasion::Request, checked);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        self.keep(Practice {
            scope,
            verdict: checked.verdict,
            passed: number(summary.passed),
            total: number(summary.total),
            answer_sha256: summary.sha256,
            ..self.blank(question, hints)
        });
    }

    /// The candidate wants to see the answer.
    pub fn gave_up(&mut self, question: &Question, hints: usize) {
        self.keep(Practice { verdict: Verdict::NotSubmitted, ..self.blank(question, hints) });
    }

    /// The candidate rated an explanation.
    pub fn rated(&mut self, question: &Question, percent: u32) {
        self.keep(Practice { self_rated: Some(percent), ..self.blank(question, 0) });
    }

    fn blank(&self, question: &Question, hints: usize) -> Practice {
        let now = self.clock.now();
        let used = self.begun.map(|begun| elapsed(begun, now).time);
        Practice {
            id: fresh_id(now, &question.slug),
            at_ms: now.wall_ms,
            slug: question.slug.clone(),
            kind: question.kind,
            source: self.source,
            scope: Scope::All,
            verdict: Verdict::Manual,
            passed: 0,
            total: 0,
            hints: u32::try_from(hints).unwrap_or(u32::MAX),
            used_s: used.map(|used| used.as_secs()),
            budget_s: Duration::from_secs(u64::from(question.minutes) * 60).as_secs(),
            self_rated: None,
            answer_sha256: String::new(),
        }
    }

    fn keep(&mut self, event: Practice) {
        if let Err(reason) = self.try_keep(&event)
            && !std::mem::replace(&mut self.has_failed, true)
        {
            out::note(&message::not_recorded(&reason));
        }
    }

    fn try_keep(&mut self, event: &Practice) -> Result<(), String> {
        let record = match &mut self.record {
            Some(record) => record,
            missing => missing.insert(open()?),
        };
        record.add(std::slice::from_ref(event)).map_err(|error| error.to_string())?;
        Ok(())
    }
}

fn open() -> Result<PracticeRecord, String> {
    let home = Home::locate().map_err(|error| error.to_string())?;
    let data = home.data().map_err(|error| error.to_string())?;
    PracticeRecord::open(data).map_err(|error| error.to_string())
}
