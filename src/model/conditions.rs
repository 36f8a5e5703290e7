//! What an interview is held to: the pace, whether the clock may stand still, and whether answers run before they are handed in.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How long after the end of the time a save still counts.
// A choice and no measurement: long enough to turn to the editor and save, too short to write something new.
pub const GRACE: Duration = Duration::from_secs(15);

/// Agreed before the clock starts, and unchanged until the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, clap::Args)]
#[serde(default, deny_unknown_fields)]
pub struct Conditions {
    /// The length and every budget are those of the plan times this.
    #[arg(
        long,
        value_name = "X",
        default_value_t,
        help = "Multiply the length and every budget: 1.5 gives half as much time again"
    )]
    pub pace: Pace,
    /// The clock never stands still, and the hidden cases of a question run at most once a minute.
    #[arg(
        long,
        help = "No pauses: leaving and crashes cost time, and hidden cases run at most once a minute and question"
    )]
    pub strict: bool,
    /// Nothing ran before its question was submitted.
    #[arg(long, help = "Run nothing until a question is submitted, as on a whiteboard")]
    pub whiteboard: bool,
}

/// A factor for time, such as 1.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(into = "f64", try_from = "f64")]
#[schemars(with = "f64")]
pub struct Pace {
    /// In hundredths.
    percent: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a pace is a number from 0.5 to 4, such as 1.5")]
pub struct PaceError;

impl Pace {
    /// The time of the plan.
    pub const USUAL: Pace = Pace { percent: 100 };

    /// This many minutes of the plan, in time of the session.
    pub fn stretch(self, minutes: u32) -> Duration {
        Duration::from_millis(u64::from(minutes) * u64::from(self.percent) * 600)
    }

    /// The same as whole minutes; a part of one counts as one.
    pub fn stretch_up(self, minutes: u32) -> u32 {
        let whole = (u64::from(minutes) * u64::from(self.percent)).div_ceil(100);
        u32::try_from(whole).unwrap_or(u32::MAX)
    }
}

impl Default for Pace {
    fn default() -> Pace {
        Pace::USUAL
    }
}

impl TryFrom<f64> for Pace {
    type Error = PaceError;

    fn try_from(factor: f64) -> Result<Pace, PaceError> {
        if !(0.5..=4.0).contains(&factor) {
            return Err(PaceError);
        }
        // In range, so it fits.
        Ok(Pace { percent: (factor * 100.0).round() as u32 })
    }
}

impl From<Pace> for f64 {
    fn from(pace: Pace) -> f64 {
        f64::from(pace.percent) / 100.0
    }
}

impl FromStr for Pace {
    type Err = PaceError;

    fn from_str(text: &str) -> Result<Pace, PaceError> {
        text.parse::<f64>().map_err(|_| PaceError)?.try_into()
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", f64::from(*self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_read_and_written_as_people_write_it() {
        for text in ["0.5", "1", "1.25", "1.5", "2", "4"] {
            assert_eq!(text.parse::<Pace>().unwrap().to_string(), text);
        }
        assert_eq!("1.50".parse::<Pace>().unwrap().to_string(), "1.5");
        for text in ["", "fast", "0", "-1", "0.4", "4.1", "NaN", "inf", "1,5", "1e9"] {
            assert_eq!(text.parse::<Pace>(), Err(PaceError), "{text}");
        }
    }

    #[test]
    fn budgets_are_stretched_to_the_second_and_lengths_to_the_minute() {
        let pace: Pace = "1.5".parse().unwrap();
        assert_eq!((pace.stretch(5), pace.stretch_up(5)), (Duration::from_secs(450), 8));
        assert_eq!((pace.stretch(30), pace.stretch_up(30)), (Duration::from_secs(2_700), 45));
        assert_eq!(Pace::USUAL.stretch(7), Duration::from_secs(420));
        assert_eq!(Pace::USUAL.stretch_up(u32::MAX), u32::MAX);
    }

    #[test]
    fn conditions_that_an_older_journal_does_not_name_are_the_usual_ones() {
        let conditions: Conditions = serde_json::from_str("{}").unwrap();
        assert_eq!(conditions, Conditions { pace: Pace::USUAL, strict: false, whiteboard: false });
        let written = serde_json::to_string(&Conditions { pace: "1.5".parse().unwrap(), ..conditions }).unwrap();
        assert_eq!(written, r#"{"pace":1.5,"strict":false,"whiteboard":false}"#);
        assert_eq!(serde_json::from_str::<Conditions>(&written).unwrap().pace.stretch(2), Duration::from_secs(180));
        assert!(serde_json::from_str::<Conditions>(r#"{"pace":900}"#).is_err());
    }
}
