//! Which class of cost explains a count. Pure: numbers in, a class or `undecided` out.
//!
//! A count is a sum of terms (a constant, turns of loops, comparisons of a sort, ...), so each class is tried as a sum of its
//! own term and all cheaper ones, none of them negative. What even the best of these sums leaves over is chance; the
//! cheapest class that leaves hardly more is taken, if the classes below it leave clearly more.

use crate::model::growth::{Class, Point};

/// The smallest size that is looked at, and how few may be left before smaller ones are taken too.
// Receipt: below, rounding of halves and logarithms moved counts by up to a tenth.
const SMALLEST: u32 = 16;
const SMALLEST_OF_FEW: u32 = 8;
const FEW: usize = 6;

/// Fewer sizes than this decide nothing, except that a count explodes.
const FEWEST: usize = 5;
const FEWEST_OF_EXPLOSION: usize = 3;

/// Mean deviations are parts of the count. What is below this is no chance but rounding.
const EXACT: f64 = 0.01;

/// How much chance a count may hold: of any class, and of one that does not grow at all.
// Receipt: a quicksort of 17 shuffled lists deviates by 0.07; a search that ends early, somewhere, by 0.3.
const LOOSE: f64 = 0.1;
const LOOSE_CONSTANT: f64 = 0.35;

/// How many times the least deviation a class may leave over, and how many times more every cheaper one must leave.
const ALMOST: f64 = 1.3;
const CLEARLY: f64 = 1.8;

/// What the dearest term makes of the largest count at least, to explain anything, and to decide: `5 n` less some root of
/// `n` looks like `n` and a little `n log n`.
// Receipt: 4 of 20 counts of a stack that keeps its maxima were taken for n log n, whose term made a tenth to a fifth.
const SHARE: f64 = 0.1;
const CLEAR_SHARE: f64 = 0.3;

/// The slope of a count on logarithmic scales above which no power is thought of, if it rises still.
const STEEP: f64 = 4.5;
const RISES: f64 = 1.15;

/// The classes that best explain a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// None: undecided.
    pub class: Option<Class>,
    /// The best and the next best, also of an undecided count. Empty when there are too few sizes.
    pub nearest: Vec<Class>,
}

/// One rung of the ladder of classes. What has no class lies between two, and makes a count undecided.
struct Term {
    class: Option<Class>,
    of: fn(f64) -> f64,
}

const TERMS: [Term; 11] = [
    Term { class: Some(Class::Constant), of: |_| 1.0 },
    Term { class: Some(Class::Logarithmic), of: f64::log2 },
    Term { class: None, of: |n| n.log2() * n.log2() },
    Term { class: None, of: f64::sqrt },
    Term { class: Some(Class::Linear), of: |n| n },
    Term { class: Some(Class::Linearithmic), of: |n| n * n.log2() },
    Term { class: None, of: |n| n * n.log2() * n.log2() },
    Term { class: None, of: |n| n * n.sqrt() },
    Term { class: Some(Class::Quadratic), of: |n| n * n },
    Term { class: None, of: |n| n * n * n.log2() },
    Term { class: Some(Class::Cubic), of: |n| n * n * n },
];

/// The class of a count; `points` from the smallest size.
pub fn fit(points: &[Point]) -> Fit {
    if explodes(points) {
        return Fit { class: Some(Class::Exponential), nearest: vec![Class::Exponential, Class::Cubic] };
    }
    let chosen = chosen(points);
    if chosen.len() < FEWEST {
        return Fit { class: None, nearest: Vec::new() };
    }
    let deviations: Vec<Deviation> = (0..TERMS.len()).map(|term| Deviation::of(&chosen, term)).collect();
    let counts = |term: usize| term == 0 || deviations[term].share >= SHARE;
    let least = (0..TERMS.len()).filter(|term| counts(*term)).map(|term| deviations[term].mean);
    let least = least.fold(f64::INFINITY, f64::min).max(EXACT);
    let almost = |term: &usize| counts(*term) && deviations[*term].mean <= least * ALMOST;
    let term = (0..TERMS.len()).find(almost).unwrap_or(0);
    let mean = deviations[term].mean.max(EXACT);
    let is_clear = mean <= if term == 0 { LOOSE_CONSTANT } else { LOOSE }
        && (term == 0 || deviations[term].share >= CLEAR_SHARE)
        && deviations[..term].iter().all(|cheaper| cheaper.mean >= mean * CLEARLY);
    let ranking = by_one_term(&chosen);
    match (TERMS[term].class, is_clear) {
        (Some(class), true) => {
            let next = ranking.into_iter().find(|other| *other != class);
            Fit { class: Some(class), nearest: [class].into_iter().chain(next).collect() }
        }
        _ => Fit { class: None, nearest: ranking.into_iter().take(2).collect() },
    }
}

/// Whether each step multiplies the count by more than any power does.
fn explodes(points: &[Point]) -> bool {
    if points.len() < FEWEST_OF_EXPLOSION {
        return false;
    }
    let slopes: Vec<f64> = points
        .windows(2)
        .map(|pair| {
            let [before, after] = [pair[0], pair[1]];
            let counts = after.steps.max(1) as f64 / before.steps.max(1) as f64;
            counts.ln() / (f64::from(after.size) / f64::from(before.size)).ln()
        })
        .collect();
    let [.., before, last] = slopes[..] else { return false };
    last > STEEP && last > before * RISES
}

/// The points that a fit is made from.
fn chosen(points: &[Point]) -> Vec<Point> {
    let from = |smallest: u32| points.iter().filter(|point| point.size >= smallest).copied().collect::<Vec<_>>();
    let large = from(SMALLEST);
    if large.len() >= FEW { large } else { from(SMALLEST_OF_FEW) }
}

/// How well the terms up to one explain a count.
struct Deviation {
    /// The mean deviation, as a part of the count.
    mean: f64,
    /// What the last term makes of the largest count.
    share: f64,
}

impl Deviation {
    fn of(points: &[Point], last: usize) -> Deviation {
        // What lies between two classes is one more explanation for itself, and none for the classes above.
        let terms: Vec<&Term> =
            (0..=last).filter(|term| *term == last || TERMS[*term].class.is_some()).map(|term| &TERMS[term]).collect();
        let (mean, weights) = least_deviation(points, &terms);
        let largest = points.last().expect("there are points");
        let share = weights.last().map_or(0.0, |weight| {
            weight * (terms[terms.len() - 1].of)(f64::from(largest.size)) / largest.steps.max(1) as f64
        });
        Deviation { mean, share }
    }
}

/// The classes by how well their own term and a constant explain a count, the best first.
fn by_one_term(points: &[Point]) -> Vec<Class> {
    let mut ranking: Vec<(f64, Class)> = TERMS
        .iter()
        .enumerate()
        .filter_map(|(index, term)| {
            let terms: Vec<&Term> = if index == 0 { vec![term] } else { vec![&TERMS[0], term] };
            Some((least_deviation(points, &terms).0, term.class?))
        })
        .collect();
    ranking.sort_by(|one, other| one.0.total_cmp(&other.0));
    ranking.into_iter().map(|(_, class)| class).collect()
}

/// The weights, none negative, with which the terms deviate least from the counts: the deviation and the weights.
///
/// Every subset of the terms is solved without the bound; the best of those whose weights are not negative is the answer.
fn least_deviation(points: &[Point], terms: &[&Term]) -> (f64, Vec<f64>) {
    // Each row is divided by its count, so that all sizes weigh the same, and each column by its length.
    let rows: Vec<Vec<f64>> = points
        .iter()
        .map(|point| terms.iter().map(|term| (term.of)(f64::from(point.size)) / point.steps.max(1) as f64).collect())
        .collect();
    let lengths: Vec<f64> =
        (0..terms.len()).map(|column| rows.iter().map(|row| row[column] * row[column]).sum::<f64>().sqrt()).collect();
    let mut best = (1.0, vec![0.0; terms.len()]);
    for subset in 1_u32..1 << terms.len() {
        let columns: Vec<usize> = (0..terms.len()).filter(|column| subset >> column & 1 == 1).collect();
        let scaled: Vec<Vec<f64>> =
            rows.iter().map(|row| columns.iter().map(|column| row[*column] / lengths[*column]).collect()).collect();
        let Some(solution) = solve(&scaled) else { continue };
        if solution.iter().any(|weight| *weight < 0.0) {
            continue;
        }
        let squares: f64 = scaled
            .iter()
            .map(|row| (row.iter().zip(&solution).map(|(value, weight)| value * weight).sum::<f64>() - 1.0).powi(2))
            .sum();
        let mean = (squares / points.len() as f64).sqrt();
        if mean < best.0 {
            let mut weights = vec![0.0; terms.len()];
            columns.iter().zip(&solution).for_each(|(column, weight)| weights[*column] = weight / lengths[*column]);
            best = (mean, weights);
        }
    }
    best
}

/// The least squares solution of `rows * x = 1`, by modified Gram-Schmidt. `None` when columns depend on each other.
fn solve(rows: &[Vec<f64>]) -> Option<Vec<f64>> {
    let count = rows.first()?.len();
    let mut columns: Vec<Vec<f64>> = (0..count).map(|column| rows.iter().map(|row| row[column]).collect()).collect();
    let mut rest = vec![1.0; rows.len()];
    let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>();
    let mut upper = vec![vec![0.0; count]; count];
    let mut right = vec![0.0; count];
    for index in 0..count {
        let length = dot(&columns[index], &columns[index]).sqrt();
        if length.is_nan() || length < 1e-9 {
            return None;
        }
        columns[index].iter_mut().for_each(|value| *value /= length);
        upper[index][index] = length;
        let unit = columns[index].clone();
        for later in index + 1..count {
            let along = dot(&unit, &columns[later]);
            upper[index][later] = along;
            columns[later].iter_mut().zip(&unit).for_each(|(value, unit)| *value -= along * unit);
        }
        right[index] = dot(&unit, &rest);
        rest.iter_mut().zip(&unit).for_each(|(value, unit)| *value -= right[index] * unit);
    }
    for index in (0..count).rev() {
        let known: f64 = (index + 1..count).map(|later| upper[index][later] * right[later]).sum();
        right[index] = (right[index] - known) / upper[index][index];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [u32; 17] = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096];

    fn counted(sizes: &[u32], steps: impl Fn(f64) -> f64) -> Vec<Point> {
        sizes.iter().map(|size| Point { size: *size, steps: steps(f64::from(*size)) as u64 }).collect()
    }

    fn class(sizes: &[u32], steps: impl Fn(f64) -> f64) -> Option<Class> {
        fit(&counted(sizes, steps)).class
    }

    #[test]
    fn pure_counts_and_sums_of_terms_have_the_class_of_their_dearest_term() {
        let small = &SIZES[..8];
        type Steps = fn(f64) -> f64;
        let table: [(&[u32], Steps, Class); 12] = [
            (&SIZES, |_| 7.0, Class::Constant),
            (&SIZES, |n| 3.0 + 4.0 * (n.log2().floor() + 1.0), Class::Logarithmic),
            (&SIZES, |n| 9.0 + 5.0 * n, Class::Linear),
            (&SIZES, |n| 40.0 * n + 30.0 * n.log2(), Class::Linear),
            (&SIZES, |n| n * n.log2(), Class::Linearithmic),
            (&SIZES, |n| 8.0 * n + n * n.log2() - 1.2 * n, Class::Linearithmic),
            (&SIZES, |n| 20.0 + 12.0 * n + n * n.log2(), Class::Linearithmic),
            (small, |n| n * (n - 1.0) / 2.0 + 3.0 * n, Class::Quadratic),
            (small, |n| 50.0 * n + n * n, Class::Quadratic),
            (&SIZES[..5], |n| n * n * n / 6.0 + n * n, Class::Cubic),
            (&SIZES[..6], |n| 5.0 * n * n * n, Class::Cubic),
            (&[4, 6, 8, 12, 16], |n| 3.0 * n.exp2(), Class::Exponential),
        ];
        for (index, (sizes, steps, expected)) in table.into_iter().enumerate() {
            assert_eq!(class(sizes, steps), Some(expected), "row {index}: {:?}", fit(&counted(sizes, steps)));
        }
    }

    #[test]
    fn what_lies_between_two_classes_is_undecided() {
        for steps in [
            |n: f64| n.sqrt() * 10.0,
            |n: f64| n * n.sqrt() * 3.0,
            |n: f64| n * n * n.log2(),
            |n: f64| n * n.log2() * n.log2(),
            |n: f64| 40.0 * n + n * n.log2(),
        ] {
            assert_eq!(class(&SIZES[..14], steps), None);
        }
    }

    #[test]
    fn few_sizes_decide_nothing() {
        assert_eq!(fit(&counted(&SIZES[..4], |n| n)), Fit { class: None, nearest: Vec::new() });
        assert_eq!(fit(&[]), Fit { class: None, nearest: Vec::new() });
    }

    #[test]
    fn a_decided_count_names_the_next_best_class() {
        assert_eq!(fit(&counted(&SIZES, |n| 5.0 * n)).nearest, [Class::Linear, Class::Linearithmic]);
    }

    #[test]
    fn no_count_makes_a_fit_panic() {
        for steps in [|_: f64| 0.0, |_: f64| u64::MAX as f64, |n: f64| if n > 100.0 { 0.0 } else { 1e19 }] {
            let _ = fit(&counted(&SIZES, steps));
        }
    }
}
