//! How questions, topics and plans are called.

/// Said of a name that is none.
pub const NAME_RULE: &str = "a name is lower-case words and numbers joined by `-`, such as `merge-sorted-lists`";

/// `^[a-z0-9]+(-[a-z0-9]+)*$`
pub fn is_name(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('-').all(|word| !word.is_empty() && word.bytes().all(is_letter))
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_are_lower_case_words_joined_by_dashes() {
        for name in ["gil", "two-sum", "a-1-b2"] {
            assert!(is_name(name), "{name}");
        }
        for other in ["", "-", "a-", "-a", "a--b", "Two", "two_sum", "..", "a/b", "é"] {
            assert!(!is_name(other), "{other}");
        }
    }
}
