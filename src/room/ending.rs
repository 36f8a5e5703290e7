//! The bell, the grading after it, and the report.

use std::time::{Duration, SystemTime};

use crate::engine::session_report;
use crate::model::event::{CheckSummary, Ending, Event, Occasion, Scope};
use crate::model::exit_status::ExitStatus;
use crate::model::question::{Kind, Question};
use crate::model::record::Graded;
use crate::model::session_report::SessionReport;
use crate::model::verdict::Verdict;
use crate::report::session_html;
use crate::report::session_json;
use crate::report::session_markdown;
use crate::room::answers::{AnswerFile, Found};
use crate::room::command::Command;
use crate::room::desk::{Job, Outcome};
use crate::room::room::{Prompt, Room, Stage, Then};
use crate::store::atomic;
use crate::store::session_folder::SessionFolder;
use crate::ui::after_pass;
use crate::ui::session_end;
use crate::ui::session_rating;
use crate::ui::session_report as screen_report;
use crate::ui::session_terms;
use crate::ui::session_trouble;

/// The bell.
impl Room {
    /// The time is up: nothing is asked, hinted or run any more, and a last save is waited for.
    pub(super) fn time_is_up(&mut self) {
        let is_finishing = self.stage == Stage::Waiting(Then::Finish);
        let ran_out_before = self.session.ran_out_before(self.now());
        match ran_out_before {
            // What was written while a strict clock ran out unattended counts up to the time at which it would have rung.
            Some(before) => self.look_at_files_as_of(before),
            None => self.look_at_files(AnswerFile::look),
        }
        let is_claimed = self.keep_what_was_begun();
        self.record(Event::TimeUp);
        self.prompt = Prompt::None;
        self.typing.take();
        self.furniture.desk.clear();
        self.furniture.screen.clear_status();
        if self.furniture.has_keys {
            // The candidate looks at an editor, not at this screen.
            self.furniture.screen.ring();
        }
        if is_finishing || ran_out_before.is_some() {
            self.say(&session_terms::time_was_up());
            return self.close(Ending::TimeUp);
        }
        let text = session_end::bell(self.furniture.screen.look());
        self.show(&text);
        if is_claimed {
            self.say(&after_pass::claimed_at_the_bell());
        }
        self.stage = Stage::Grace;
    }

    /// Somebody left, or died, in the moments after the time was up.
    pub(super) fn go_on_in_grace(&mut self) {
        if let Some(after) = self.session.grace_over_for(self.now()) {
            self.say(&session_terms::time_was_up());
            return self.grace_is_over(after);
        }
        let text = session_end::bell(self.furniture.screen.look());
        self.show(&text);
        self.stage = Stage::Grace;
    }

    /// Somebody comes back in the moments after the time was up, or after them, and wants the report.
    pub(super) fn finish_in_grace(&mut self) {
        self.say(&session_terms::time_was_up());
        match self.session.grace_over_for(self.now()) {
            Some(after) => self.grace_is_over(after),
            None => self.ring(Ending::TimeUp),
        }
    }

    /// No save counts any more, since so long ago.
    pub(super) fn grace_is_over(&mut self, since: Duration) {
        self.look_at_files_as_of(since);
        self.close(Ending::TimeUp);
    }

    /// In the moments after the bell there is nothing to ask; who has saved need not wait.
    pub(super) fn grace_command(&mut self, command: Command) {
        match command {
            Command::Finish => self.ring(Ending::TimeUp),
            Command::Nothing => {}
            _ => self.say(&session_terms::only_saves_count()),
        }
    }

    /// The session is over: what stands in the files now is the answer, whether it was run or not.
    pub(super) fn ring(&mut self, why: Ending) {
        self.look_at_files(AnswerFile::look);
        self.close(why);
    }

    fn close(&mut self, why: Ending) {
        self.record(Event::Bell { why });
        self.prompt = Prompt::None;
        self.typing.take();
        self.furniture.desk.clear();
        self.furniture.screen.clear_status();
        self.say(&session_end::finishing());
        self.grade_from(0);
    }

    /// Take what the files held this long ago. A file that was written later is left out: what was kept of it counts.
    fn look_at_files_as_of(&mut self, before: Duration) {
        let latest = SystemTime::now().checked_sub(before);
        for question in 0..self.files.len() {
            let Some(latest) = latest else { continue };
            let is_in_time = self.files[question].was_written_by(latest);
            let found = self.files[question].look();
            if is_in_time {
                self.take(question, found);
            } else if matches!(found, Found::New { .. }) && !self.session.progress(question).is_closed {
                self.say(&session_terms::written_too_late(question + 1, self.session.newest(question).is_some()));
            }
        }
    }
}

/// Grading and the report.
impl Room {
    /// Grade the next answer, from this question on; after the last one the session ends.
    pub(super) fn grade_from(&mut self, first: usize) {
        let is_graded = |question: &usize| {
            self.session.drawn(*question).kind != Kind::Explain && self.session.newest(*question).is_some()
        };
        match (first..self.session.count()).find(is_graded) {
            Some(question) => {
                self.stage = Stage::Grading(question);
                self.furniture.screen.status(session_end::grading(question + 1, self.session.count()).trim_end(), 0);
                self.run_answer(question, Occasion::Bell);
            }
            None => self.all_graded(),
        }
    }

    /// An answer was graded. If it did not pass, the best version before it gets its chance too.
    pub(super) fn graded(&mut self, outcome: Outcome) {
        let Outcome { job, result } = outcome;
        let question = job.question;
        let is_newest = self.session.newest(question).is_some_and(|save| save.sha256 == job.sha256);
        let summary = match result {
            Ok(checked) => {
                let summary = CheckSummary::new(question, Occasion::Bell, &checked);
                if is_newest {
                    self.at_bell[question] = Some(Graded { checked, source: job.source() });
                }
                CheckSummary { sha256: job.sha256, ..summary }
            }
            Err(error) => {
                self.say(&session_trouble::internal(question + 1, &error.0));
                not_graded(job)
            }
        };
        let has_passed = summary.verdict == Verdict::Pass;
        self.record(Event::Checked(summary));
        match self.ungraded_best(question).filter(|_| is_newest && !has_passed) {
            Some(job) => self.furniture.desk.submit(job),
            None => self.grade_from(question + 1),
        }
    }

    /// The best version before the newest, if it was never checked in full.
    fn ungraded_best(&self, question: usize) -> Option<Job> {
        let best = self.session.best_earlier(question)?;
        let checks = &self.session.progress(question).checks;
        let is_known = checks
            .iter()
            .any(|check| check.summary.sha256 == best.sha256 && check.summary.occasion.scope() == Scope::All);
        let (sha256, content) = (best.sha256.clone(), best.content.clone());
        (!is_known).then_some(Job { question, sha256, content, occasion: Occasion::Bell })
    }

    /// On a terminal what cannot be run is rated now, without a clock.
    fn all_graded(&mut self) {
        let is_ratable = |question: &usize| {
            let progress = self.session.progress(*question);
            let is_tried = self.session.newest(*question).is_some() || progress.is_closed;
            let is_cut = self.pending.delivery.is_some_and(|(of, _)| of == *question);
            let is_open = self.first_unrated(*question).is_some() || is_cut;
            is_tried && is_open && self.session.drawn(*question).kind != Kind::Code
        };
        let ratable: Vec<usize> = (0..self.session.count()).filter(is_ratable).collect();
        if ratable.is_empty() || !self.furniture.has_keys {
            return self.finish_after_marking();
        }
        self.furniture.screen.clear_status();
        self.say(&session_rating::rate_before_report());
        self.begin_rating(ratable[0]);
        self.stage = Stage::Rating(ratable);
    }

    /// A question was rated to its end.
    pub(super) fn rated(&mut self, question: usize) {
        let Stage::Rating(ratable) = &self.stage else { return };
        match ratable.iter().find(|next| **next > question) {
            Some(next) => self.begin_rating(*next),
            None => self.finish_after_marking(),
        }
    }

    /// The candidate wants to rate no more.
    pub(super) fn stop_rating(&mut self) {
        if matches!(self.stage, Stage::Rating(_)) {
            self.finish_after_marking();
        }
    }

    /// Write the report, show it, and be over.
    pub(super) fn finish(&mut self) {
        self.finish_with(ExitStatus::Success);
    }

    /// As `finish`; the status is that of a session of which all was graded and written.
    pub(super) fn finish_with(&mut self, status: ExitStatus) {
        self.end_turn();
        self.keep_note_begun();
        self.show_demos();
        let now = self.now();
        self.apply(now, &Event::Finished);
        let questions: Vec<&Question> = self.furniture.materials.iter().map(|material| &material.question).collect();
        let report =
            session_report::build(&self.session, &questions, self.furniture.bank_changed, &self.furniture.folder_name);
        // Before the end is kept: a process that dies here grades again, and no session is over without its report.
        let written = self.write_report(&report);
        self.keep(now, Event::Finished);
        self.furniture.screen.clear_status();
        let look = self.furniture.screen.report_look();
        let text = screen_report::report(look, &report, &self.at_bell);
        self.furniture.screen.report(&text);
        let is_written = written.is_ok();
        self.say(&written.unwrap_or_else(|problem| problem));
        let is_graded = report.questions.iter().all(|question| question.verdict != Verdict::Internal);
        let status = if is_written && is_graded { status } else { ExitStatus::Incomplete };
        self.stage = Stage::Over(self.status_after(status));
    }

    /// What is to be said of it, written or not.
    fn write_report(&self, report: &SessionReport) -> Result<String, String> {
        // Somebody may have removed the folder; the reports are written all the same, or the error below says why not.
        let _ = SessionFolder::reopen(self.furniture.folder.root());
        let opened = session_report::open(&self.session, &self.furniture.materials, &self.at_bell);
        let reports = [
            ("report.json", session_json::render(report)),
            ("report.md", session_markdown::render(report, &opened)),
            ("report.html", session_html::render(report, &opened)),
        ];
        for (name, text) in &reports {
            if let Err(error) = atomic::write(&self.furniture.folder.report_path(name), text.as_bytes()) {
                return Err(session_trouble::no_report_file(name, &error.to_string()));
            }
        }
        Ok(session_end::report_written(&self.furniture.folder.report_path("report.html")))
    }
}

fn not_graded(job: Job) -> CheckSummary {
    let Job { question, sha256, occasion, .. } = job;
    let verdict = Verdict::Internal;
    let (failed, not_run) = (Vec::new(), Vec::new());
    CheckSummary { question, sha256, occasion, verdict, passed: 0, total: 0, failed, not_run }
}
