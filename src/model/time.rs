//! Points in time as people and other programs write them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// `2026-11-21T23:59:00Z`, with any offset; without one it is the time of this machine's clock on the wall.
pub fn read_time(text: &str) -> Result<Timestamp, String> {
    let text = text.trim();
    let wrong = || "write a date and a time, for instance `2026-11-21T23:59:00+01:00`".to_owned();
    // A date alone could mean its first moment or its last.
    if !text.contains(':') {
        return Err(wrong());
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(time);
    }
    let local: DateTime = text.parse().map_err(|_| wrong())?;
    Ok(local.to_zoned(TimeZone::system()).map_err(|_| wrong())?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_honoured_and_half_times_refused() {
        let time = read_time("2026-11-21T23:59:00+01:00").unwrap();
        assert_eq!(time.to_string(), "2026-11-21T22:59:00Z");
        assert_eq!(read_time("2026-11-21 22:59Z").unwrap(), time);
        assert!(read_time("2026-11-21T22:59").is_ok());
        for wrong in ["2026-11-21", "soon", "", "12:00", "2026-13-01T00:00Z"] {
            assert!(read_time(wrong).is_err(), "{wrong}");
        }
    }
}
