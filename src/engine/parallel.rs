//! Much work for several judges: each takes the next piece when it has done its last.

use std::sync::mpsc::sync_channel;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::judge::error::JudgeError;
use crate::judge::judge::Judge;

/// How long the work must have gone on before a further judge is worth its start.
// Receipt: a slot that is forked takes 4 ms of CPU, as much as two short answers.
const WORTH_A_JUDGE: Duration = Duration::from_millis(5);

/// What judges do with each piece of work.
pub struct Work<'a, T, R> {
    /// Do one piece.
    pub one: &'a (dyn Fn(&mut Judge, T) -> R + Sync),
    /// Start a further judge.
    pub another: &'a (dyn Fn() -> Result<Judge, JudgeError> + Sync),
    /// How many judges there may be.
    pub most: usize,
}

/// What is left to be done, and whether anybody may still take of it.
struct Queue<I> {
    tasks: Mutex<Option<I>>,
    over: Condvar,
}

impl<T, I: Iterator<Item = T>> Queue<I> {
    fn next(&self) -> Option<T> {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        let next = tasks.as_mut().and_then(Iterator::next);
        if next.is_none() {
            *tasks = None;
            self.over.notify_all();
        }
        next
    }

    fn stop(&self) {
        *self.tasks.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.over.notify_all();
    }

    /// False when there is nothing left to take within `time`.
    fn lasts(&self, time: Duration) -> bool {
        let tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.over.wait_timeout_while(tasks, time, |tasks| tasks.is_some());
        waited.unwrap_or_else(PoisonError::into_inner).0.is_some()
    }
}

/// Do all of `tasks`, with `first` and as many further judges as are worth it. Each result is given to `done` as soon as it
/// is there, in no order; when `done` says false, nothing more is begun. Ends the judges in order.
///
/// An error says that a further judge could not be started; everything that was begun has been given to `done` all the
/// same.
pub fn in_parallel<T: Send, R: Send>(
    first: Judge,
    tasks: impl Iterator<Item = T> + Send,
    work: &Work<'_, T, R>,
    done: &mut dyn FnMut(R) -> bool,
) -> Result<(), JudgeError> {
    let queue = Queue { tasks: Mutex::new(Some(tasks)), over: Condvar::new() };
    let (results, all) = sync_channel(4 * work.most.max(1));
    let mut failure = None;
    thread::scope(|scope| {
        let mut first = Some(first);
        for number in 0..work.most.max(1) {
            let (queue, results, first) = (&queue, results.clone(), first.take());
            scope.spawn(move || {
                let mut judge = match first {
                    Some(first) => first,
                    None if !queue.lasts(WORTH_A_JUDGE * number as u32) => return,
                    None => match (work.another)() {
                        Ok(judge) => judge,
                        Err(error) => {
                            let _ = results.send(Err(error));
                            return;
                        }
                    },
                };
                judge.expect_many();
                while let Some(task) = queue.next() {
                    if results.send(Ok((work.one)(&mut judge, task))).is_err() {
                        break;
                    }
                }
                judge.finish();
            });
        }
        drop(results);
        for result in all {
            match result {
                Ok(result) => {
                    if !done(result) {
                        queue.stop();
                    }
                }
                Err(error) => {
                    queue.stop();
                    failure.get_or_insert(error);
                }
            }
        }
    });
    failure.map_or(Ok(()), Err)
}
