//! When something happened, by a clock that people set and by one that nobody sets.

use std::fmt;
use std::str::FromStr;

/// A point in time on both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970. People and programs set this clock; it is shown, and trusted only across boots.
    pub wall_ms: i64,
    /// Nanoseconds since boot, time asleep included. Nobody sets this clock.
    pub boottime_ns: u64,
    pub boot: Boot,
}

/// Names one run of the operating system. Zero when the system does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Boot(pub u128);

impl fmt::Display for Boot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl FromStr for Boot {
    type Err = std::num::ParseIntError;

    /// Hexadecimal digits; dashes between them mean nothing.
    fn from_str(text: &str) -> Result<Boot, Self::Err> {
        u128::from_str_radix(&text.trim().replace('-', ""), 16).map(Boot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boot_survives_being_written() {
        let boot: Boot = "3f2504e0-4f89-41d3-9a0c-0305e82c3301\n".parse().unwrap();
        assert_eq!(boot.to_string().parse(), Ok(boot));
        assert!("no boot".parse::<Boot>().is_err());
    }
}
