//! One checker for two threads: whoever comes second waits until the other has its result.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::engine::checker::{Checker, CheckerError};
use crate::model::demo::Demonstration;
use crate::model::event::Scope;
use crate::model::growth::Growth;
use crate::model::record::Checked;

/// A hold on a checker. The checker lives as long as there is one.
#[derive(Clone)]
pub struct SharedChecker(Arc<Mutex<Box<dyn Checker>>>);

impl SharedChecker {
    pub fn new(checker: Box<dyn Checker>) -> SharedChecker {
        SharedChecker(Arc::new(Mutex::new(checker)))
    }

    /// A checker that broke down once is used again: each job says for itself whether it worked.
    fn hold(&self) -> MutexGuard<'_, Box<dyn Checker>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Checker for SharedChecker {
    fn check(&mut self, question: usize, bytes: &[u8], scope: Scope) -> Result<Checked, CheckerError> {
        self.hold().check(question, bytes, scope)
    }

    fn growth(&mut self, question: usize, bytes: &[u8]) -> Result<Growth, CheckerError> {
        self.hold().growth(question, bytes)
    }

    fn demo(&mut self, question: usize) -> Result<Option<Demonstration>, CheckerError> {
        self.hold().demo(question)
    }
}
