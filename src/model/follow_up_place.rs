//! Where a follow-up that a journal names stands in its question now: a bank may have moved it since.

use crate::model::question::FollowUp;

/// The place of the follow-up that stood at `kept` when it was put with these words; none when the question has it no more.
/// A journal of an older version kept no words: then it is believed to stand where it stood.
pub fn follow_up_place(follow_ups: &[FollowUp], kept: usize, ask: Option<&str>) -> Option<usize> {
    let Some(ask) = ask else { return Some(kept) };
    let is_there = follow_ups.get(kept).is_some_and(|known| known.ask == ask);
    if is_there { Some(kept) } else { follow_ups.iter().position(|known| known.ask == ask) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_follow_up_is_found_by_its_words_where_the_journal_has_them() {
        let asks = ["first?", "second?", "first?"];
        let follow_ups: Vec<FollowUp> = asks
            .iter()
            .map(|ask| serde_json::from_value(serde_json::json!({ "ask": ask, "answer": "x" })).unwrap())
            .collect();
        let place = |kept, ask| follow_up_place(&follow_ups, kept, ask);
        assert_eq!(place(0, Some("second?")), Some(1), "it has moved");
        assert_eq!(place(2, Some("first?")), Some(2), "it stands where it stood");
        assert_eq!(place(0, Some("gone?")), None);
        assert_eq!(place(9, None), Some(9), "older journals know the place alone");
    }
}
