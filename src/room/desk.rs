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
}

impl Job {
    /// The answer as a text to show lines of.
    pub fn source(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }
}

/// A version whose cost is to be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub question: usize,
    pub sha256: String,
    pub content: Vec<u8>,
}

/// What a desk hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    Check(Job),
    Count(Count),
}

/// What came of a job.
#[derive(Debug)]
pub struct Outcome {
    pub job: Job,
    pub result: Result<Checked, CheckerError>,
}

/// What came of a count.
#[derive(Debug)]
pub struct Counted {
    pub count: Count,
    pub result: Result<Growth, CheckerError>,
}

/// Work that has ended.
#[derive(Debug)]
pub enum Ended {
    Checked(Box<Outcome>),
    Counted(Box<Counted>),
}

/// Jobs and counts, one of them running.
#[derive(Debug)]
pub struct Desk {
    work: Sender<Work>,
    running: Option<Running>,
    waiting: VecDeque<Job>,
    counts: VecDeque<Count>,
}

/// What is left here of work that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Running {
    Check(usize, Occasion),
    /// The question, and the SHA-256 of the version.
    Count(usize, String),
}

impl Desk {
    /// A desk that hands its work to whoever receives it.
    pub fn new(work: Sender<Work>) -> Desk {
        Desk { work, running: None, waiting: VecDeque::new(), counts: VecDeque::new() }
    }

    /// Run this when its turn comes. Saves of the same question that still wait are not run any more.
    pub fn submit(&mut self, job: Job) {
        self.waiting.retain(|other| other.question != job.question || other.occasion != Occasion::Save);
        self.waiting.push_back(job);
        self.hand_over();
    }

    /// Count this when nothing else waits, unless that is under way.
    pub fn count(&mut self, count: Count) {
        if !self.is_counting(count.question, &count.sha256) {
            self.counts.push_back(count);
            self.hand_over();
        }
    }

    /// This version is being counted, or waits for it.
    pub fn is_counting(&self, question: usize, sha256: &str) -> bool {
        let is_running = self.running == Some(Running::Count(question, sha256.to_owned()));
        is_running || self.counts.iter().any(|count| count.question == question && count.sha256 == sha256)
    }

    /// What was running has ended.
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
        let job = self.waiting.pop_front().map(Work::Check);
        if let Some(work) = job.or_else(|| self.counts.pop_front().map(Work::Count)) {
            self.running = Some(match &work {
                Work::Check(job) => Running::Check(job.question, job.occasion),
                Work::Count(count) => Running::Count(count.question, count.sha256.clone()),
            });
            self.work.send(work).expect("whoever does the work does so as long as there is a desk");
        }
    }
}

/// Work on a thread of its own; `done` gets the end of each piece. A checker that panics fails that piece only.
pub fn serve(mut checker: Box<dyn Checker>, work: Receiver<Work>, done: impl Fn(Ended) + Send + 'static) {
    thread::spawn(move || {
        for work in work {
            done(match work {
                Work::Check(job) => {
                    let result = unbroken(|| checker.check(job.question, &job.content, job.occasion.scope()));
                    Ended::Checked(Box::new(Outcome { job, result }))
                }
                Work::Count(count) => {
                    let result = unbroken(|| checker.growth(count.question, &count.content));
                    Ended::Counted(Box::new(Counted { count, result }))
                }
            });
        }
    });
}

/// What the checker says, or that it panicked.
pub(super) fn unbroken<T>(run: impl FnOnce() -> Result<T, CheckerError>) -> Result<T, CheckerError> {
    catch_unwind(AssertUnwindSafe(run))
        .unwrap_or_else(|_| Err(CheckerError("the checker broke down; please report this".to_owned())))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::model::event::Scope;

    fn job(question: usize, content: &str, occasion: Occasion) -> Job {
        Job { question, sha256: content.to_owned(), content: content.as_bytes().to_vec(), occasion }
    }

    fn count(question: usize, content: &str) -> Count {
        Count { question, sha256: content.to_owned(), content: content.as_bytes().to_vec() }
    }

    #[test]
    fn one_job_runs_at_a_time_and_a_newer_save_replaces_one_that_waits() {
        let (sender, work) = channel();
        let mut desk = Desk::new(sender);
        let save = |content| job(1, content, Occasion::Save);
        desk.submit(save("one"));
        desk.submit(save("two"));
        desk.submit(job(0, "other", Occasion::Save));
        desk.submit(save("three"));
        desk.submit(job(1, "three", Occasion::Request));
        let mut run = Vec::new();
        while desk.is_busy() {
            let Work::Check(job) = work.try_recv().unwrap() else { panic!("nothing is counted") };
            assert!(work.try_recv().is_err(), "only one at a time");
            run.push((job.sha256, job.occasion));
            desk.is_done();
        }
        let expected = [("one", Occasion::Save), ("other", Occasion::Save), ("three", Occasion::Request)];
        assert_eq!(run, expected.map(|(content, occasion)| (content.to_owned(), occasion)));
    }

    #[test]
    fn what_is_counted_lets_checks_go_first_and_is_counted_once() {
        let (sender, work) = channel();
        let mut desk = Desk::new(sender);
        desk.submit(job(0, "one", Occasion::Save));
        desk.count(count(0, "one"));
        desk.count(count(0, "one"));
        desk.submit(job(0, "two", Occasion::Save));
        assert!(desk.is_counting(0, "one") && !desk.is_counting(0, "two"));
        let mut run = Vec::new();
        while let Ok(next) = work.try_recv() {
            assert_eq!(desk.is_busy(), matches!(next, Work::Check(_)));
            run.push(next);
            desk.is_done();
        }
        let check = |content| Work::Check(job(0, content, Occasion::Save));
        assert_eq!(run, [check("one"), check("two"), Work::Count(count(0, "one"))]);
        assert!(!desk.is_counting(0, "one"));
        desk.count(count(1, "three"));
        desk.count(count(1, "four"));
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
        let (sender, work) = channel();
        let (done, outcomes) = channel();
        serve(Box::new(Fragile), work, move |ended| {
            let Ended::Checked(outcome) = ended else { panic!("nothing is counted") };
            done.send(outcome.result.unwrap_err().0).unwrap();
        });
        for question in [0, 1] {
            sender.send(Work::Check(job(question, "x", Occasion::Save))).unwrap();
        }
        assert_eq!(outcomes.recv().unwrap(), "the checker broke down; please report this");
        assert_eq!(outcomes.recv().unwrap(), "nothing to say");
    }
}
