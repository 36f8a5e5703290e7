//! The desk between a room and its checker: one answer is run at a time, a newer save replaces one that waits, and what is
//! counted lets everything else go first.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use crate::engine::checker::{Checker, CheckerError};
use crate::model::event::Occasion;
use crate::model::growth::Growth;
use crate::model::record::Checked;

/// An answer to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub question: usize,
    pub sha256: String,
    pub content: Vec<u8>,
    pub occasion: Occasion,
    /// Do not check it, but count how its cost grows. The occasion means nothing then.
    pub counts: bool,
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

/// What came of a job that counts.
#[derive(Debug)]
pub struct Counted {
    pub job: Job,
    pub result: Result<Growth, CheckerError>,
}

/// A job has ended.
#[derive(Debug)]
pub enum Ended {
    Checked(Box<Outcome>),
    Counted(Box<Counted>),
}

/// Jobs, one of them running.
#[derive(Debug)]
pub struct Desk {
    jobs: Sender<Job>,
    running: Option<Running>,
    waiting: VecDeque<Job>,
    /// Answers to be counted.
    counts: VecDeque<Job>,
}

/// What is left here of a job that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Running {
    Check(usize, Occasion),
    /// The question, and the SHA-256 of the version.
    Count(usize, String),
}

impl Desk {
    /// A desk that hands its jobs to whoever receives them.
    pub fn new(jobs: Sender<Job>) -> Desk {
        Desk { jobs, running: None, waiting: VecDeque::new(), counts: VecDeque::new() }
    }

    /// Run this when its turn comes. Saves of the same question that still wait are not run any more.
    pub fn submit(&mut self, job: Job) {
        self.waiting.retain(|other| other.question != job.question || other.occasion != Occasion::Save);
        self.waiting.push_back(job);
        self.hand_over();
    }

    /// Count this when nothing else waits, unless that is under way.
    pub fn count(&mut self, job: Job) {
        if !self.is_counting(job.question, &job.sha256) {
            self.counts.push_back(Job { counts: true, ..job });
            self.hand_over();
        }
    }

    /// This version is being counted, or waits for it.
    pub fn is_counting(&self, question: usize, sha256: &str) -> bool {
        let is_running = self.running == Some(Running::Count(question, sha256.to_owned()));
        is_running || self.counts.iter().any(|job| job.question == question && job.sha256 == sha256)
    }

    /// The running job has ended.
    pub fn is_done(&mut self) {
        self.running = None;
        self.hand_over();
    }

    /// Forget what waits. What runs goes on.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.counts.clear();
    }

    /// An answer is being checked. Counting is nothing that anybody waits for.
    pub fn is_busy(&self) -> bool {
        matches!(self.running, Some(Running::Check(..))) || !self.waiting.is_empty()
    }

    /// A check that the candidate asked for has not ended.
    pub fn has_requests(&self) -> bool {
        self.checks().any(|(_, occasion)| occasion == Occasion::Request)
    }

    /// As `has_requests`, of this question.
    pub fn has_request_for(&self, question: usize) -> bool {
        self.checks().any(|check| check == (question, Occasion::Request))
    }

    fn checks(&self) -> impl Iterator<Item = (usize, Occasion)> {
        let running = match self.running {
            Some(Running::Check(question, occasion)) => Some((question, occasion)),
            _ => None,
        };
        running.into_iter().chain(self.waiting.iter().map(|job| (job.question, job.occasion)))
    }

    fn hand_over(&mut self) {
        if self.running.is_some() {
            return;
        }
        if let Some(job) = self.waiting.pop_front().or_else(|| self.counts.pop_front()) {
            self.running = Some(match job.counts {
                true => Running::Count(job.question, job.sha256.clone()),
                false => Running::Check(job.question, job.occasion),
            });
            self.jobs.send(job).expect("whoever runs jobs does so as long as there is a desk");
        }
    }
}

/// Run jobs on a thread of its own; `done` gets the end of each. A checker that panics fails that job only.
pub fn serve(mut checker: Box<dyn Checker>, jobs: Receiver<Job>, done: impl Fn(Ended) + Send + 'static) {
    thread::spawn(move || {
        for job in jobs {
            done(if job.counts {
                let result = unbroken(|| checker.growth(job.question, &job.content));
                Ended::Counted(Box::new(Counted { job, result }))
            } else {
                let result = unbroken(|| checker.check(job.question, &job.content, job.occasion.scope()));
                Ended::Checked(Box::new(Outcome { job, result }))
            });
        }
    });
}

fn unbroken<T>(run: impl FnOnce() -> Result<T, CheckerError>) -> Result<T, CheckerError> {
    catch_unwind(AssertUnwindSafe(run))
        .unwrap_or_else(|_| Err(CheckerError("the checker broke down; please report this".to_owned())))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::model::event::Scope;

    fn job(question: usize, content: &str, occasion: Occasion) -> Job {
        Job { question, sha256: content.to_owned(), content: content.as_bytes().to_vec(), occasion, counts: false }
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
    fn what_is_counted_lets_checks_go_first_and_is_counted_once() {
        let (sender, jobs) = channel();
        let mut desk = Desk::new(sender);
        desk.submit(job(0, "one", Occasion::Save));
        desk.count(job(0, "one", Occasion::Save));
        desk.count(job(0, "one", Occasion::Save));
        desk.submit(job(0, "two", Occasion::Save));
        assert!(desk.is_counting(0, "one") && !desk.is_counting(0, "two"));
        let mut run = Vec::new();
        while let Ok(job) = jobs.try_recv() {
            assert_eq!(desk.is_busy(), !job.counts);
            run.push((job.sha256, job.counts));
            desk.is_done();
        }
        assert_eq!(
            run,
            [("one", false), ("two", false), ("one", true)].map(|(name, counts)| (name.to_owned(), counts))
        );
        assert!(!desk.is_counting(0, "one"));
        desk.count(job(1, "three", Occasion::Save));
        desk.count(job(1, "four", Occasion::Save));
        desk.clear();
        assert!(desk.is_counting(1, "three") && !desk.is_counting(1, "four"), "what runs goes on");
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
        serve(Box::new(Fragile), jobs, move |ended| {
            let Ended::Checked(outcome) = ended else { panic!("nothing is counted") };
            done.send(outcome.result.unwrap_err().0).unwrap();
        });
        for question in [0, 1] {
            sender.send(job(question, "x", Occasion::Save)).unwrap();
        }
        assert_eq!(outcomes.recv().unwrap(), "the checker broke down; please report this");
        assert_eq!(outcomes.recv().unwrap(), "nothing to say");
    }
}
