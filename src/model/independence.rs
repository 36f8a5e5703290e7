//! What a hint costs: a part of independence, which the report shows beside correctness and never in it.

/// Price of the first, second, third hint of a question, in per cent of independence. Every question of the bank has three.
const PRICES: [u32; 3] = [10, 25, 50];

/// What the hint of this number, from 0, costs when the ones before it were taken: never more than what is left.
pub fn price(hint: usize) -> u32 {
    left(hint) - left(hint + 1)
}

/// Per cent of independence after this many hints.
pub fn left(hints: usize) -> u32 {
    let last = PRICES[PRICES.len() - 1];
    let paid = (0..hints).map(|hint| PRICES.get(hint).copied().unwrap_or(last)).sum::<u32>();
    100_u32.saturating_sub(paid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hint_costs_more_than_the_one_before_and_nothing_is_below_zero() {
        assert_eq!([0, 1, 2].map(price), PRICES);
        assert_eq!([0, 1, 2, 3, 4, 9].map(left), [100, 90, 65, 15, 0, 0]);
        assert_eq!([3, 4, 9].map(price), [15, 0, 0]);
    }
}
