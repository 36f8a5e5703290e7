//! The desk between a room and its checker: one answer is run at a time, and a newer save replaces one that waits.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use crate::engine::checker::{Checker, CheckerError};
use crate::model::event::Occasion;
use crate::model::record::Checked;

/// An answer to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub question: usize,
    pub sha256: String,
    pub content: Vec<u8>,
    pub occasion: Occasion,
}

impl Job {
    /// The answer as a text to show lines of.
    pub fn source(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }
}

/// What came of a job.
#[derive(Debug)]
pub struct Outcome {
    pub job: Job,
    pub result: Result<Checked, CheckerError>,
}

/// Jobs, one of them running.
#[derive(Debug)]
pub struct Desk {
    jobs: Sender<Job>,
    running: Option<(usize, Occasion)>,
    waiting: VecDeque<Job>,
}

impl Desk {
    /// A desk that hands its jobs to whoever receives them.
    pub fn new(jobs: Sender<Job>) -> Desk {
        Desk { jobs, running: None, waiting: VecDeque::new() }
    }

    /// Run this when its turn comes. Saves of the same question that still wait are not run any more.
    pub fn submit(&mut self, job: Job) {
        self.waiting.retain(|other| other.question != job.question || other.occasion != Occasion::Save);
        self.waiting.push_back(job);
        self.hand_over();
    }

    /// The running job has ended.
    pub fn is_done(&mut self) {
        self.running = None;
        self.hand_over();
    }

    /// Forget what waits. What runs goes on.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    pub fn is_busy(&self) -> bool {
        self.running.is_some()
    }

    /// A check that the candidate asked for has not ended.
    pub fn has_requests(&self) -> bool {
        let waiting = self.waiting.iter().map(|job| job.occasion);
        let running = self.running.map(|(_, occasion)| occasion);
        running.into_iter().chain(waiting).any(|occasion| occasion == Occasion::Request)
    }

    /// As `has_requests`, of this question.
    pub fn has_request_for(&self, question: usize) -> bool {
        let waiting = self.waiting.iter().map(|job| (job.question, job.occasion));
        self.running.into_iter().chain(waiting).any(|job| job == (question, Occasion::Request))
    }

    fn hand_over(&mut self) {
        if self.running.is_some() {
            return;
        }
        if let Some(job) = self.waiting.pop_front() {
            self.running = Some((job.question, job.occasion));
            self.jobs.send(job).expect("whoever runs jobs does so as long as there is a desk");
        }
    }
}

/// Run jobs on a thread of its own; `done` gets each outcome. A checker that panics fails that job only.
pub fn serve(mut checker: Box<dyn Checker>, jobs: Receiver<Job>, done: impl Fn(Outcome) + Send + 'static) {
    thread::spawn(move || {
        for job in jobs {
            let run = || checker.check(job.question, &job.content, job.occasion.scope());
            let result = catch_unwind(AssertUnwindSafe(run))
                .unwrap_or_else(|_| Err(CheckerError("the checker broke down; please report this".to_owned())));
            done(Outcome { job, result });
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::model::event::Scope;

    fn job(question: usize, content: &str, occasion: Occasion) -> Job {
        Job { question, sha256: content.to_owned(), content: content.as_bytes().to_vec(), occasion }
    }

    #[test]
    fn one_job_runs_at_a_time_and_a_newer_save_replaces_one_that_waits() {
        let (sender, jobs) = channel();
        let mut desk = Desk::new(sender);
        let save = |content| job(1, content, Occasion::Save);
        desk.submit(save("one"));
        desk.submit(save("two"));
        desk.submit(job(0, "other", Occasion::Save));
        desk.submit(save("three"));
        desk.submit(job(1, "three", Occasion::Request));
        let mut run = Vec::new();
        while desk.is_busy() {
            let job: Job = jobs.try_recv().unwrap();
            assert!(jobs.try_recv().is_err(), "only one at a time");
            run.push((job.sha256, job.occasion));
            desk.is_done();
        }
        let expected = [("one", Occasion::Save), ("other", Occasion::Save), ("three", Occasion::Request)];
        assert_eq!(run, expected.map(|(content, occasion)| (content.to_owned(), occasion)));
    }

    #[test]
    fn a_checker_that_panics_fails_one_job_only() {
        struct Fragile;
        impl Checker for Fragile {
            fn check(&mut self, question: usize, _: &[u8], _: Scope) -> Result<Checked, CheckerError> {
                assert!(question != 0, "a broken checker");
                Err(CheckerError("nothing to say".to_owned()))
            }
        }
        let (sender, jobs) = channel();
        let (done, outcomes) = channel();
        serve(Box::new(Fragile), jobs, move |outcome| done.send(outcome.result.unwrap_err().0).unwrap());
        for question in [0, 1] {
            sender.send(job(question, "x", Occasion::Save)).unwrap();
        }
        assert_eq!(outcomes.recv().unwrap(), "the checker broke down; please report this");
        assert_eq!(outcomes.recv().unwrap(), "nothing to say");
    }
}
