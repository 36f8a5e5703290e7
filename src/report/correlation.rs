//! How far those who pass an item are those who do well in everything else: the point-biserial correlation, in one pass.

/// Sums over candidates of whether they passed (`x`) and how well they did without this item (`y`).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Correlation {
    count: f64,
    x: f64,
    y: f64,
    xy: f64,
    yy: f64,
}

impl Correlation {
    pub fn add(&mut self, passed: bool, rest: f64) {
        self.count += 1.0;
        self.y += rest;
        self.yy += rest * rest;
        if passed {
            self.x += 1.0;
            self.xy += rest;
        }
    }

    /// From -1 to 1, with four digits; none when all passed, nobody did, or all did equally well elsewhere.
    pub fn value(&self) -> Option<f64> {
        let spread_x = self.count * self.x - self.x * self.x;
        let spread_y = self.count * self.yy - self.y * self.y;
        // Equal numbers leave a remainder of rounding, 1e-16 of their squares; a difference that counts is 1e-4 of a score.
        if spread_x <= 0.0 || spread_y <= 1e-9 * self.count {
            return None;
        }
        let value = (self.count * self.xy - self.x * self.y) / (spread_x * spread_y).sqrt();
        // Without the sign of a zero.
        Some((value.clamp(-1.0, 1.0) * 10_000.0).round() / 10_000.0 + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(bool, f64)]) -> Option<f64> {
        let mut correlation = Correlation::default();
        pairs.iter().for_each(|(passed, rest)| correlation.add(*passed, *rest));
        correlation.value()
    }

    #[test]
    fn it_is_that_of_the_textbook() {
        // By hand: means 0.8 and 0.35, standard deviation of all sqrt(0.0725), half pass.
        let value = of(&[(true, 0.9), (true, 0.7), (false, 0.5), (false, 0.2)]).unwrap();
        let all = [0.9_f64, 0.7, 0.5, 0.2];
        let mean = all.iter().sum::<f64>() / 4.0;
        let deviation = (all.iter().map(|rest| (rest - mean).powi(2)).sum::<f64>() / 4.0).sqrt();
        assert!((value - (0.8 - 0.35) / deviation * 0.5).abs() < 1e-4, "{value}");
    }

    #[test]
    fn who_is_good_elsewhere_and_fails_here_makes_it_negative() {
        assert_eq!(of(&[(false, 1.0), (true, 0.0)]), Some(-1.0));
        assert_eq!(of(&[(true, 1.0), (false, 0.0)]), Some(1.0));
    }

    #[test]
    fn nothing_is_said_where_nothing_differs() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(true, 0.3), (true, 0.4)]), None);
        assert_eq!(of(&[(true, 0.3); 3].into_iter().chain([(false, 0.3); 4]).collect::<Vec<_>>()), None);
    }
}
