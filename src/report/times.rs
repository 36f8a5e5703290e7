//! How much CPU time the answers to each question took.

use crate::report::facts::Facts;

/// The times of the answers to a question, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Times {
    pub median: u64,
    /// Nine of ten take no longer.
    pub ninth: u64,
    pub max: u64,
}

/// For each question, in their order.
pub fn of_questions(facts: &Facts) -> Vec<Times> {
    let mut all: Vec<Vec<u64>> = facts.questions.iter().map(|_| Vec::new()).collect();
    for mark in facts.candidates.iter().flat_map(|candidate| &candidate.marks) {
        // What never ran took no time.
        if mark.wall_ms > 0 || mark.cpu_ms > 0 {
            all[mark.question].push(mark.cpu_ms);
        }
    }
    all.into_iter().map(of).collect()
}

fn of(mut times: Vec<u64>) -> Times {
    times.sort_unstable();
    let Some(last) = times.len().checked_sub(1) else { return Times::default() };
    Times { median: times[last / 2], ninth: times[last * 9 / 10], max: times[last] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_answers_that_took_some() {
        assert_eq!(of(Vec::new()), Times::default());
        assert_eq!(of(vec![5]), Times { median: 5, ninth: 5, max: 5 });
        assert_eq!(of((1..=11).rev().collect()), Times { median: 6, ninth: 10, max: 11 });
    }
}
