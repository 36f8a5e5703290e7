//! A clock for tests.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use crate::engine::clock::Clock;
use crate::model::event::Moment;
use crate::model::testing::at;

/// A clock that tests set.
#[derive(Debug, Clone)]
pub struct FakeClock(pub Rc<Cell<Moment>>);

impl FakeClock {
    pub fn at(seconds: u64) -> FakeClock {
        FakeClock(Rc::new(Cell::new(at(seconds))))
    }

    pub fn set(&self, seconds: u64) {
        self.0.set(at(seconds));
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Moment {
        self.0.get()
    }

    fn awake(&self) -> Duration {
        Duration::from_nanos(self.0.get().boottime_ns)
    }
}
