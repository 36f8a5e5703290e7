//! Lengths of time as people read them.

use std::time::Duration;

/// Whole minutes, or minutes and seconds: `7` or `7:30`.
pub fn minutes(time: Duration) -> String {
    if time.as_secs().is_multiple_of(60) { (time.as_secs() / 60).to_string() } else { clock(time) }
}

/// Minutes and seconds, for instance `24:10`.
pub fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

/// What is left, for instance `24:10`. Rounded up: a countdown shows 0:00 only when nothing is left.
pub fn countdown(time: Duration) -> String {
    clock(time + Duration::from_nanos(999_999_999))
}

/// A rough length, for instance `12 s`, `3 min`, `2 h 05 min`.
pub fn span(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds @ 60..3_600 => format!("{} min", seconds / 60),
        seconds => format!("{} h {:02} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

/// As `span`, of a time that must pass: 0 s only when it has.
pub fn span_up(time: Duration) -> String {
    span(time + Duration::from_nanos(999_999_999))
}

/// `s` unless it is one.
pub fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        let spans = [0, 59, 60, 3_599, 3_600, 7_500].map(|seconds| span(Duration::from_secs(seconds)));
        assert_eq!(spans, ["0 s", "59 s", "1 min", "59 min", "1 h 00 min", "2 h 05 min"]);
        assert_eq!(clock(Duration::from_secs(3_605)), "60:05");
        assert_eq!(countdown(Duration::from_millis(59_001)), "1:00");
    }
}
