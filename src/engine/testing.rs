//! A clock for tests.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use crate::engine::clock::Clock;
use crate::model::event::Moment;
use crate::model::testing::at;

/// A clock that tests set, of a machine that is awake unless they put it to sleep.
#[derive(Debug, Clone)]
pub struct FakeClock {
    now: Rc<Cell<Moment>>,
    slept: Rc<Cell<Duration>>,
}

impl FakeClock {
    pub fn at(seconds: u64) -> FakeClock {
        FakeClock { now: Rc::new(Cell::new(at(seconds))), slept: Rc::default() }
    }

    pub fn set(&self, seconds: u64) {
        self.show(at(seconds));
    }

    pub fn show(&self, moment: Moment) {
        self.now.set(moment);
    }

    /// The machine sleeps until then.
    pub fn sleep_until(&self, seconds: u64) {
        let before = self.now.get().boottime_ns;
        self.set(seconds);
        self.slept.set(self.slept.get() + Duration::from_nanos(self.now.get().boottime_ns - before));
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Moment {
        self.now.get()
    }

    fn awake(&self) -> Duration {
        Duration::from_nanos(self.now.get().boottime_ns) - self.slept.get()
    }
}
