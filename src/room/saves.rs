//! Files that were saved, and the checks of what is in them.

use crate::engine::session::Phase;
use crate::model::event::{CheckSummary, Event, Occasion};
use crate::model::question::Kind;
use crate::model::verdict::Verdict;
use crate::room::answers::{AnswerFile, Found};
use crate::room::desk::{Job, Outcome};
use crate::room::room::{Room, Stage};
use crate::ui::checked::Reveal;
use crate::ui::session_check;
use crate::ui::session_message;
use crate::ui::session_terms;
use crate::ui::session_trouble;

impl Room {
    /// Take what is new in the answer files, while it counts.
    pub(super) fn look_at_files(&mut self, look: fn(&mut AnswerFile) -> Found) {
        if !matches!(self.session.phase(), Phase::Running | Phase::Grace) {
            return;
        }
        self.look_for_folder();
        for question in 0..self.files.len() {
            let found = look(&mut self.files[question]);
            if self.take(question, found) {
                self.run_samples(question);
            }
        }
    }

    /// Say it when the folder goes, and again only after it was there.
    fn look_for_folder(&mut self) {
        let is_gone = !self.furniture.folder.root().is_dir();
        if is_gone && !self.is_folder_gone {
            let text = session_trouble::folder_is_gone(&self.session.started().session, self.furniture.folder.root());
            self.say(&text);
        }
        self.is_folder_gone = is_gone;
    }

    /// Keep a new content. Whether there is one that counts.
    pub(super) fn take(&mut self, question: usize, found: Found) -> bool {
        match found {
            Found::Nothing => false,
            Found::Trouble(reason) => {
                self.say(&session_trouble::unreadable(question + 1, &reason, self.session.newest(question).is_some()));
                false
            }
            Found::New { .. } if self.session.progress(question).is_closed => {
                let is_submitted = self.session.progress(question).is_submitted;
                self.say(&session_message::is_closed(question + 1, is_submitted));
                false
            }
            Found::New { sha256, content } => {
                self.record(Event::Saved { question, sha256, content });
                true
            }
        }
    }

    fn run_samples(&mut self, question: usize) {
        match self.session.drawn(question).kind {
            _ if self.session.phase() == Phase::Grace => self.say(&session_terms::saved_in_grace(question + 1)),
            Kind::Code if !self.is_whiteboard() => self.run_answer(question, Occasion::Save),
            Kind::Code | Kind::Predict | Kind::Explain => {
                let text = self.heading(question, Occasion::Save);
                self.say(&format!("{text}."));
            }
        }
    }

    /// Run the newest content, if there is one.
    pub(super) fn run_answer(&mut self, question: usize, occasion: Occasion) {
        if let Some(save) = self.session.newest(question) {
            let job = Job { question, sha256: save.sha256.clone(), content: save.content.clone(), occasion };
            self.furniture.desk.submit(job);
        }
    }

    pub(super) fn checked(&mut self, outcome: Outcome) {
        self.furniture.desk.is_done();
        if outcome.job.question >= self.session.count() {
            // The sample that was tried before the clock started.
            return;
        }
        if outcome.job.occasion == Occasion::Bell {
            self.graded(outcome);
            return;
        }
        let source = outcome.job.source();
        let Job { question, occasion, .. } = outcome.job;
        match outcome.result {
            Ok(checked) => {
                let has_passed = checked.verdict == Verdict::Pass && occasion == Occasion::Request;
                let summary =
                    CheckSummary { sha256: outcome.job.sha256, ..CheckSummary::new(question, occasion, &checked) };
                self.record(Event::Checked(summary));
                if matches!(self.session.phase(), Phase::Running | Phase::Suspended(_)) {
                    let heading = self.heading(question, occasion);
                    let look = self.furniture.screen.look();
                    let text = session_check::result(look, &heading, &checked, &source, Reveal::Seen);
                    match self.partner.kept_back() {
                        Some(later) => later.push_str(&text),
                        None => self.furniture.screen.check(question, &text),
                    }
                    if has_passed {
                        self.has_passed(question);
                    }
                }
            }
            Err(error) => self.say(&session_trouble::internal(question + 1, &error.0)),
        }
        self.do_what_waited(question);
        if let Stage::Waiting(then) = self.stage {
            self.after_requests(then);
        }
    }

    /// For instance `Q2 check 3`. Nothing is called saved that is not in the journal.
    fn heading(&self, question: usize, occasion: Occasion) -> String {
        let checks = &self.session.progress(question).checks;
        match occasion {
            Occasion::Request => {
                let count = checks.iter().filter(|check| check.summary.occasion == Occasion::Request).count();
                format!("Q{} check {count}", question + 1)
            }
            _ if self.furniture.keeper.waiting() > 0 => format!("Q{} not kept", question + 1),
            Occasion::Save | Occasion::Bell => format!("Q{} saved", question + 1),
        }
    }
}
