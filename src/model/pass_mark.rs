//! How much of the points a candidate must have.

use std::str::FromStr;

/// Points are counted in ten-thousandths, so that sums are the same in any order.
pub const FULL_POINTS: u64 = 10_000;

/// A share of the points that must be reached: in one question, or over all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassMark {
    /// The question; over all when there is none.
    pub question: Option<String>,
    /// In ten-thousandths.
    pub points: u64,
}

impl FromStr for PassMark {
    type Err = String;

    /// `70`, `62.5`, or `merge-sorted-lists=50`.
    fn from_str(text: &str) -> Result<PassMark, String> {
        let (question, percent) = match text.rsplit_once('=') {
            Some((question, percent)) => (Some(question.to_owned()), percent),
            None => (None, text),
        };
        let percent: f64 = percent.parse().map_err(|_| "write a percentage, for instance `70`".to_owned())?;
        if !(0.0..=100.0).contains(&percent) || question.as_deref() == Some("") {
            return Err("write a percentage from 0 to 100, or `SLUG=P`".to_owned());
        }
        Ok(PassMark { question, points: (percent * 100.0).round() as u64 })
    }
}

/// Ten-thousandths as a percentage, with as many digits as it has.
pub fn percent(points: u64) -> String {
    let text = format!("{}.{:02}", points / 100, points % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned() + " %"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_for_all_or_for_one_question() {
        assert_eq!("70".parse(), Ok(PassMark { question: None, points: 7000 }));
        assert_eq!("two-sum=62.5".parse(), Ok(PassMark { question: Some("two-sum".to_owned()), points: 6250 }));
        for wrong in ["", "x", "101", "-1", "nan", "=5", "two-sum="] {
            assert!(wrong.parse::<PassMark>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_percentage_has_no_digits_too_many() {
        assert_eq!([0, 7000, 6250, 3333, 10_000].map(percent), ["0 %", "70 %", "62.5 %", "33.33 %", "100 %"]);
    }
}
