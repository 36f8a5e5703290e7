//! One of several parts of a class, chosen by a hash that is the same on every machine.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The most parts.
const MOST: u32 = 10_000;

/// Part `index` of `of`, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    pub index: u32,
    pub of: u32,
}

impl Shard {
    /// Everything in one part.
    pub const WHOLE: Shard = Shard { index: 1, of: 1 };

    /// Whether the answer of this candidate to this question belongs to the part. It does to exactly one.
    pub fn holds(self, candidate: &str, question: &str) -> bool {
        let mut hasher = Sha256::new();
        hasher.update((candidate.len() as u64).to_le_bytes());
        hasher.update(candidate);
        hasher.update(question);
        let digest = hasher.finalize();
        let number = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        number % u64::from(self.of) == u64::from(self.index - 1)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Shard, String> {
        let shape = || format!("write `I/N`, for instance `1/3`, with I from 1 to N and N up to {MOST}");
        let (index, of) = text.split_once('/').ok_or_else(shape)?;
        let shard = Shard { index: index.parse().map_err(|_| shape())?, of: of.parse().map_err(|_| shape())? };
        let fits = (1..=MOST).contains(&shard.of) && (1..=shard.of).contains(&shard.index);
        fits.then_some(shard).ok_or_else(shape)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.index, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_belongs_to_exactly_one_part_and_parts_are_of_one_size() {
        let mut sizes = [0; 3];
        for number in 0..3000 {
            let candidate = format!("candidate-{number}");
            let held: Vec<u32> =
                (1..=3).filter(|index| Shard { index: *index, of: 3 }.holds(&candidate, "q")).collect();
            assert_eq!(held.len(), 1);
            sizes[held[0] as usize - 1] += 1;
        }
        assert!(sizes.iter().all(|size| (900..1100).contains(size)), "{sizes:?}");
    }

    #[test]
    fn the_part_of_an_answer_never_changes() {
        let part =
            |candidate, question| (1..=8).find(|index| Shard { index: *index, of: 8 }.holds(candidate, question));
        assert_eq!((part("ada", "gil"), part("ad", "agil"), part("zoë", "two-sum")), (Some(8), Some(1), Some(3)));
    }

    #[test]
    fn what_is_no_part_is_refused() {
        assert_eq!("2/3".parse(), Ok(Shard { index: 2, of: 3 }));
        for wrong in ["0/3", "4/3", "1/0", "3", "1/2/3", "a/b", "-1/3", "1/10001", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
