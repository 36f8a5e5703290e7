//! A clock for the real binary that a test sets: an hour passes at once, somebody sets the clock on the wall, the machine starts anew.
//!
//! Files keep the real time: what is to look as if it were written later by the clock of a session must be told so, with `File::set_modified`.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::ffi::OsString;
use std::fs;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use nix::time::{ClockId, clock_gettime};
use tempfile::TempDir;

use crate::shim;

/// A machine that starts anew has been up for so long when a program runs.
const AFTER_BOOT: Duration = Duration::from_secs(20);

/// It holds for every process that got its `environment`, at every moment, and for the processes that these start.
/// Workers are started with an environment of their own, and answers are judged by the real monotonic clock.
pub struct FakeClock {
    folder: TempDir,
    file: File,
    /// Nanoseconds that are added to the clock since boot, to that on the wall, and to the one that stands still in sleep.
    boot: AtomicI64,
    wall: AtomicI64,
    awake: AtomicI64,
}

impl FakeClock {
    /// A clock that shows what the real one does.
    pub fn new() -> FakeClock {
        let folder = tempfile::tempdir().unwrap();
        let file = File::create_new(folder.path().join("offsets")).unwrap();
        let clock =
            FakeClock { folder, file, boot: AtomicI64::new(0), wall: AtomicI64::new(0), awake: AtomicI64::new(0) };
        clock.set();
        clock
    }

    /// What a process must be started with.
    pub fn environment(&self) -> [(&'static str, OsString); 2] {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/clock.c");
        [
            ("LD_PRELOAD", shim::build("clock", &source).into()),
            ("CLOCK_SHIM", self.folder.path().join("offsets").into()),
        ]
    }

    /// Time passes, and the machine is awake.
    pub fn advance(&self, time: Duration) {
        self.awake.fetch_add(nanoseconds(time), Ordering::Relaxed);
        self.sleep(time);
    }

    /// Time passes while the machine sleeps.
    pub fn sleep(&self, time: Duration) {
        self.boot.fetch_add(nanoseconds(time), Ordering::Relaxed);
        self.wall.fetch_add(nanoseconds(time), Ordering::Relaxed);
        self.set();
    }

    /// Somebody sets the clock on the wall, by so many seconds.
    pub fn step_wall(&self, seconds: i64) {
        self.wall.fetch_add(seconds * 1_000_000_000, Ordering::Relaxed);
        self.set();
    }

    /// The machine starts anew: another boot id, and a clock since boot that begins again. For processes that start after this.
    pub fn new_boot(&self) {
        let up = Duration::from(clock_gettime(ClockId::CLOCK_BOOTTIME).unwrap());
        self.boot.store(nanoseconds(AFTER_BOOT) - nanoseconds(up), Ordering::Relaxed);
        let path = self.folder.path().join("offsets.boot");
        let number = fs::read_to_string(&path).ok().and_then(|text| u128::from_str_radix(text.trim(), 16).ok());
        fs::write(&path, format!("{:032x}\n", number.unwrap_or(0) + 1)).unwrap();
        self.set();
    }

    /// What the clock on the wall shows.
    pub fn wall(&self) -> SystemTime {
        let offset = self.wall.load(Ordering::Relaxed);
        let by = Duration::from_nanos(offset.unsigned_abs());
        if offset < 0 { SystemTime::now() - by } else { SystemTime::now() + by }
    }

    fn set(&self) {
        let bytes = |offset: &AtomicI64| offset.load(Ordering::Relaxed).to_ne_bytes();
        // First: a process that looks in between must not take it for sleep.
        self.file.write_all_at(&bytes(&self.awake), 16).unwrap();
        self.file.write_all_at([bytes(&self.boot), bytes(&self.wall)].as_flattened(), 0).unwrap();
    }
}

fn nanoseconds(time: Duration) -> i64 {
    time.as_nanos().try_into().unwrap()
}
