//! Demos of explanations, run on a thread of their own: nobody waits for one, and a check never queues behind two.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use crate::engine::checker::{Checker, CheckerError};
use crate::model::demo::Demonstration;
use crate::room::desk::unbroken;

/// What came of a demo; nothing when the question has none.
#[derive(Debug)]
pub struct Demonstrated {
    pub question: usize,
    pub result: Result<Option<Demonstration>, CheckerError>,
}

/// The demos that run, and those that have ended and wait to be shown.
#[derive(Debug)]
pub struct Demos {
    wanted: Sender<usize>,
    running: BTreeMap<usize, Asked>,
    /// Shown when nobody is in the middle of something.
    pub held: Vec<Demonstrated>,
}

/// Who wanted a demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// It comes with the key points.
    Nobody,
    TheCandidate,
}

impl Demos {
    /// Demos that are run by whoever receives the numbers of their questions.
    pub fn new(wanted: Sender<usize>) -> Demos {
        Demos { wanted, running: BTreeMap::new(), held: Vec::new() }
    }

    /// Run the demo of this question, unless it is running.
    pub fn begin(&mut self, question: usize, asked: Asked) {
        let known = self.running.get(&question).copied();
        self.running.insert(question, known.unwrap_or(asked).max(asked));
        if known.is_none() {
            // Without somebody who runs demos there are none: they are never more than a help.
            let _ = self.wanted.send(question);
        }
    }

    /// It has ended. Says who wanted it.
    pub fn is_done(&mut self, question: usize) -> Asked {
        self.running.remove(&question).unwrap_or(Asked::Nobody)
    }

    pub fn is_running(&self) -> bool {
        !self.running.is_empty()
    }

    /// A demo that the candidate asked for has not ended.
    pub fn has_requests(&self) -> bool {
        self.running.values().any(|asked| *asked == Asked::TheCandidate)
    }
}

/// Run the demos whose numbers come; `done` gets what each shows. A checker that panics fails that demo only.
pub fn serve(mut checker: Box<dyn Checker>, wanted: Receiver<usize>, done: impl Fn(Demonstrated) + Send + 'static) {
    thread::spawn(move || {
        for question in wanted {
            let result = unbroken(|| checker.demo(question));
            done(Demonstrated { question, result });
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_demo_that_runs_is_not_begun_again_and_knows_who_wants_it() {
        let (sender, wanted) = channel();
        let mut demos = Demos::new(sender);
        demos.begin(2, Asked::Nobody);
        assert!(!demos.has_requests());
        demos.begin(2, Asked::TheCandidate);
        assert!(demos.has_requests());
        assert_eq!(wanted.try_iter().collect::<Vec<_>>(), [2]);
        assert_eq!((demos.is_done(2), demos.has_requests()), (Asked::TheCandidate, false));
        demos.begin(2, Asked::Nobody);
        assert_eq!(wanted.try_iter().collect::<Vec<_>>(), [2]);
    }
}
