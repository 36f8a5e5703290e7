//! Two clocks read together: the wall, which people set, and the time since boot, which nobody sets.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use nix::time::{ClockId, clock_gettime};

use crate::model::event::{Boot, Moment};

/// Tells the time. Sessions take it as an argument, so that tests can make hours pass.
pub trait Clock {
    fn now(&self) -> Moment;
    /// How long the machine has been awake since some moment that stays the same.
    fn awake(&self) -> Duration;
}

/// How long a machine must have been away to have slept.
// Less is not worth two events and a line in the report.
const LEAST_SLEEP: Duration = Duration::from_secs(5);

/// A moment from which on a machine may sleep. Kept all the time and renewed, it misses no sleep.
#[derive(Debug, Clone, Copy)]
pub struct Vigil {
    from: Moment,
    awake: Duration,
}

impl Vigil {
    pub fn begin(clock: &dyn Clock) -> Vigil {
        // In this order, here and below: time between two readings must not look like sleep.
        let awake = clock.awake();
        Vigil { from: clock.now(), awake }
    }

    /// Begin anew where this one ends. If the machine has slept since this one began, the latest moment at which it fell
    /// asleep.
    pub fn renew(&mut self, clock: &dyn Clock) -> Option<Moment> {
        let next = Vigil::begin(clock);
        let passed = elapsed(self.from, next.from).time;
        let slept = passed.saturating_sub(clock.awake().saturating_sub(self.awake));
        *self = next;
        (slept >= LEAST_SLEEP).then(|| before(next.from, slept))
    }
}

/// The moment that was so long ago.
fn before(moment: Moment, time: Duration) -> Moment {
    Moment {
        wall_ms: moment.wall_ms.saturating_sub(i64::try_from(time.as_millis()).unwrap_or(i64::MAX)),
        boottime_ns: moment.boottime_ns.saturating_sub(u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)),
        ..moment
    }
}

/// The clocks of this machine.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    boot: Boot,
}

/// How long something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    pub time: Duration,
    /// The machine was started anew in between: the time is that of the wall clock, whoever may have set it.
    pub estimated: bool,
}

/// The time between two moments; never negative, whatever happened to the clocks.
pub fn elapsed(earlier: Moment, later: Moment) -> Elapsed {
    // A boot clock that ran backwards belongs to another boot, also where the system does not name its boots.
    if earlier.boot == later.boot && later.boottime_ns >= earlier.boottime_ns {
        let time = Duration::from_nanos(later.boottime_ns - earlier.boottime_ns);
        return Elapsed { time, estimated: false };
    }
    let wall_ms = later.wall_ms.saturating_sub(earlier.wall_ms).max(0);
    Elapsed { time: Duration::from_millis(wall_ms.unsigned_abs()), estimated: true }
}

impl SystemClock {
    pub fn new() -> SystemClock {
        // Systems without the file leave the name zero; `elapsed` then goes by the boot clock alone.
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok();
        SystemClock { boot: boot.and_then(|text| text.parse().ok()).unwrap_or_default() }
    }
}

impl Default for SystemClock {
    fn default() -> SystemClock {
        SystemClock::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        // By libc, as the wall clock: so a test can stand between the binary and both.
        let boottime = clock_gettime(BOOT_CLOCK).map_or(Duration::ZERO, Duration::from);
        Moment {
            wall_ms: i64::try_from(wall.as_millis()).unwrap_or(i64::MAX),
            boottime_ns: u64::try_from(boottime.as_nanos()).unwrap_or(u64::MAX),
            boot: self.boot,
        }
    }

    fn awake(&self) -> Duration {
        clock_gettime(AWAKE_CLOCK).map_or(Duration::ZERO, Duration::from)
    }
}

/// The clock that stands still while the machine sleeps. Elsewhere than on Linux it does not: nothing is noticed there.
const AWAKE_CLOCK: ClockId = {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        ClockId::CLOCK_MONOTONIC_COARSE
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    {
        ClockId::CLOCK_MONOTONIC
    }
};

/// The clock that goes on while the machine sleeps. On macOS that is the monotonic one.
const BOOT_CLOCK: ClockId = {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        ClockId::CLOCK_BOOTTIME
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    {
        ClockId::CLOCK_MONOTONIC
    }
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moment(wall_ms: i64, boot_seconds: u64, boot: u128) -> Moment {
        Moment { wall_ms, boottime_ns: boot_seconds * 1_000_000_000, boot: Boot(boot) }
    }

    #[test]
    fn setting_the_wall_clock_changes_nothing() {
        for wall_ms in [0, -86_400_000, 86_400_000, 2_147_483_648_000] {
            let elapsed = elapsed(moment(0, 100, 1), moment(wall_ms, 160, 1));
            assert_eq!(elapsed, Elapsed { time: Duration::from_secs(60), estimated: false });
        }
    }

    #[test]
    fn after_a_reboot_the_wall_clock_estimates() {
        let minute = elapsed(moment(0, 5_000, 1), moment(60_000, 20, 2));
        assert_eq!(minute, Elapsed { time: Duration::from_secs(60), estimated: true });
        let set_back = elapsed(moment(60_000, 5_000, 1), moment(0, 20, 2));
        assert_eq!(set_back, Elapsed { time: Duration::ZERO, estimated: true });
    }

    #[test]
    fn a_boot_clock_that_ran_backwards_is_a_reboot_without_a_name() {
        let minute = elapsed(moment(0, 5_000, 0), moment(60_000, 20, 0));
        assert_eq!(minute, Elapsed { time: Duration::from_secs(60), estimated: true });
    }

    #[test]
    fn the_system_clock_goes_forward() {
        let clock = SystemClock::new();
        let (first, second) = (clock.now(), clock.now());
        assert_eq!(first.boot, second.boot);
        assert!(second.boottime_ns >= first.boottime_ns && first.wall_ms > 1_700_000_000_000);
    }

    #[test]
    fn a_machine_that_was_away_has_slept_and_one_that_was_busy_has_not() {
        struct Asleep(u64, u64);
        impl Clock for Asleep {
            fn now(&self) -> Moment {
                moment(0, self.0, 1)
            }
            fn awake(&self) -> Duration {
                Duration::from_secs(self.1)
            }
        }
        let mut vigil = Vigil::begin(&Asleep(100, 40));
        assert_eq!(vigil.renew(&Asleep(700, 50)), Some(moment(-590_000, 110, 1)), "awake for ten seconds of it");
        assert_eq!(vigil.renew(&Asleep(1_300, 650)), None, "one sleep is noticed once");
        assert_eq!(vigil.renew(&Asleep(1_304, 651)), None, "three seconds");
        assert_eq!(vigil.renew(&Asleep(1_310, 652)), Some(moment(-5_000, 1_305, 1)));
        let system = SystemClock::new();
        assert_eq!(Vigil::begin(&system).renew(&system), None);
    }

    proptest! {
        #[test]
        fn no_two_moments_are_an_error(walls: (i64, i64), boots: (u64, u64), names in (0_u128..2, 0_u128..2)) {
            let earlier = Moment { wall_ms: walls.0, boottime_ns: boots.0, boot: Boot(names.0) };
            let later = Moment { wall_ms: walls.1, boottime_ns: boots.1, boot: Boot(names.1) };
            prop_assert_eq!(elapsed(earlier, later).estimated, names.0 != names.1 || boots.1 < boots.0);
        }
    }
}
