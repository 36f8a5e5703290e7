//! A day of the calendar, where somebody lives: what practice is counted by.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Unit};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

const EPOCH: Date = Date::constant(1970, 1, 1);

/// Days since 1 January 1970. In JSON it is text: `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct Day(pub i32);

impl Day {
    /// The day on which this moment lies, by the clocks of `zone`. Milliseconds since 1970.
    pub fn of(at_ms: i64, zone: &TimeZone) -> Day {
        let earliest = Timestamp::MIN.as_millisecond();
        let latest = Timestamp::MAX.as_millisecond();
        let moment = Timestamp::from_millisecond(at_ms.clamp(earliest, latest)).unwrap_or(Timestamp::UNIX_EPOCH);
        let days = EPOCH.until((Unit::Day, moment.to_zoned(zone.clone()).date()));
        Day(days.map_or(0, |days| days.get_days()))
    }

    /// So many days later, or earlier.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// How many days lie between that day and this one; negative when that one is later.
    pub fn since(self, earlier: Day) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// From 0, a Monday, to 6.
    pub fn weekday(self) -> usize {
        self.date().weekday().to_monday_zero_offset().unsigned_abs().into()
    }

    /// For instance `Nov`.
    pub fn month(self) -> &'static str {
        const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        NAMES[(self.date().month() - 1).unsigned_abs() as usize]
    }

    /// The Monday of its week.
    pub fn monday(self) -> Day {
        self.plus(-(self.weekday() as i32))
    }

    /// A day that no calendar has is the nearest that one has.
    fn date(self) -> Date {
        let date = Span::new().try_days(self.0).and_then(|days| EPOCH.checked_add(days));
        date.unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.date().to_string())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_lies_on_the_day_of_the_clock_on_the_wall() {
        let late = "2026-11-21T23:30:00Z".parse::<Timestamp>().unwrap().as_millisecond();
        assert_eq!(Day::of(late, &TimeZone::UTC).to_string(), "2026-11-21");
        assert_eq!(Day::of(late, &TimeZone::fixed(jiff::tz::offset(1))).to_string(), "2026-11-22");
        assert_eq!(Day::of(late, &TimeZone::fixed(jiff::tz::offset(-12))).to_string(), "2026-11-21");
    }

    #[test]
    fn days_are_counted_over_the_end_of_a_year() {
        let day = Day::of(1_767_139_200_000, &TimeZone::UTC);
        assert_eq!((day.to_string().as_str(), day.month(), day.weekday()), ("2025-12-31", "Dec", 2));
        assert_eq!(day.plus(1).to_string(), "2026-01-01");
        assert_eq!((day.plus(40).since(day), day.since(day.plus(40))), (40, -40));
        assert_eq!((day.monday().to_string().as_str(), day.monday().weekday()), ("2025-12-29", 0));
    }

    #[test]
    fn moments_out_of_any_calendar_are_days_all_the_same() {
        for at_ms in [i64::MIN, -1, 0, i64::MAX] {
            assert!(!Day::of(at_ms, &TimeZone::UTC).plus(i32::MAX).to_string().is_empty(), "{at_ms}");
        }
        assert_eq!(Day::of(-1, &TimeZone::UTC), Day(-1));
    }
}
