//! Keys and words on one keyboard: a key that stands alone acts as a key, and letters that begin a word wait for Enter.

use std::time::Duration;

/// The longest line that is typed here; further letters are dropped.
// Receipt: the longest command is `complexity` with two classes and a sentence.
const LONGEST: usize = 40 + LONGEST_SENTENCE;

/// How long a letter waits for a second one before it counts as a key.
// A choice and no measurement: longer than somebody who types a word takes to the next letter, and no long wait for a key.
pub const KEY_REST: Duration = Duration::from_millis(300);

/// Whoever types `check` must not be given a hint for its `h`: a letter is a key only when no further letter makes it a word.
#[derive(Debug, Clone)]
pub struct Typing {
    words: &'static [&'static str],
    /// Letters that act as keys, and begin none of the words. They wait all the same: they may begin a word that is none.
    keys: &'static str,
    /// Keys after which `y` or `n` answers what is asked then.
    asking: &'static str,
    text: String,
    /// Two letters that begin a word were typed: what follows belongs to a line.
    is_line: bool,
}

/// What a key made of what was typed before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// More may follow.
    Nothing,
    /// This key stands alone.
    Key(char),
    /// This key stood alone, and the newest one is to be pushed again.
    KeyBefore(char),
    /// A whole line, without its end.
    Line(String),
}

impl Typing {
    /// `words` are the commands, in lower case; `keys` the letters that act as keys although no word begins with them;
    /// `asking` those keys that are answered by `y` or `n`.
    pub fn new(words: &'static [&'static str], keys: &'static str, asking: &'static str) -> Typing {
        Typing { words, keys, asking, text: String::new(), is_line: false }
    }

    pub fn push(&mut self, key: char) -> Typed {
        match key {
            '\n' | '\r' if self.is_line => {
                let line = self.take();
                return if line.trim().is_empty() { Typed::Nothing } else { Typed::Line(line) };
            }
            // Somebody who is used to Enter means the key before it.
            '\n' | '\r' => return self.rest().map_or(Typed::Key(key), Typed::Key),
            '\u{8}' | '\u{7f}' => {
                self.text.pop();
                self.is_line &= !self.text.is_empty();
                return Typed::Nothing;
            }
            // Ctrl-U and Ctrl-W take a line back on every terminal.
            '\u{15}' | '\u{17}' => {
                self.take();
                return Typed::Nothing;
            }
            _ => {}
        }
        if self.is_line {
            if !key.is_control() && self.text.chars().count() < LONGEST {
                self.text.push(key);
            }
            return Typed::Nothing;
        }
        let with_key = format!("{}{}", self.text, key.to_lowercase());
        if self.begins_word(&with_key) || self.keys.contains(&with_key) || self.is_foreign(&with_key) {
            self.is_line = !self.text.is_empty();
            self.text = with_key;
            return Typed::Nothing;
        }
        self.rest().map_or(Typed::Key(key), Typed::KeyBefore)
    }

    /// Take this as a part of a line: Enter does it.
    pub fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.chars().count());
        self.text.extend(text.chars().filter(|key| !key.is_control()).take(room));
        self.is_line = !self.text.is_empty();
    }

    fn begins_word(&self, text: &str) -> bool {
        self.words.iter().any(|word| word.starts_with(text))
    }

    /// Whoever types `dance` or `/help` has mistaken a word, and none of its letters is meant as a key. A key twice is that
    /// key twice, and what it asks can be answered at once.
    fn is_foreign(&self, text: &str) -> bool {
        let mut letters = text.chars();
        let is_word = |first: &char| *first != '?' && !first.is_whitespace() && !first.is_ascii_digit();
        let Some(first) = letters.next().filter(is_word) else { return false };
        let is_key = self.keys.contains(first) || self.begins_word(&first.to_string());
        match letters.next() {
            None => !is_key && !first.is_control(),
            Some('y' | 'n') if self.asking.contains(first) => false,
            Some(second) if is_key => second.is_alphabetic() && second != first,
            Some(_) => true,
        }
    }

    /// Nothing was typed for a moment: a letter that waits stands alone.
    pub fn rest(&mut self) -> Option<char> {
        if self.is_line { None } else { self.take().chars().next() }
    }

    /// A letter waits for what follows it.
    pub fn is_waiting(&self) -> bool {
        !self.is_line && !self.text.is_empty()
    }

    /// The line as far as it is typed; none while there is no line.
    pub fn line(&self) -> Option<&str> {
        self.is_line.then_some(self.text.as_str())
    }

    /// Forget what was typed.
    pub fn take(&mut self) -> String {
        self.is_line = false;
        std::mem::take(&mut self.text)
    }
}

/// The longest sentence that is typed here; further letters are dropped.
// A choice and no measurement: three lines of a screen of 80 columns.
const LONGEST_SENTENCE: usize = 240;

/// Free text, typed letter by letter: no key in it is a command.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    text: String,
}

impl Sentence {
    /// The whole sentence, when this key ends it: empty when nothing was typed.
    pub fn push(&mut self, key: char) -> Option<String> {
        match key {
            '\n' | '\r' => return Some(self.take()),
            '\u{8}' | '\u{7f}' => {
                self.text.pop();
            }
            '\u{15}' => self.text.clear(),
            // The last word, and the blanks before it.
            '\u{17}' => {
                let kept = self.text.trim_end().rfind(' ').map_or(0, |space| space + 1);
                self.text.truncate(kept);
            }
            _ if !key.is_control() && self.text.chars().count() < LONGEST_SENTENCE => self.text.push(key),
            _ => {}
        }
        None
    }

    /// As far as it is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Forget what was typed.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text).trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[&str] = &["check", "hint", "next", "go", "quit"];

    /// What is done when this is typed without a rest in between, and then left alone.
    fn typed(keys: &str) -> Vec<String> {
        let mut typing = Typing::new(WORDS, "bd", "bh");
        let mut done = Vec::new();
        for key in keys.chars() {
            loop {
                match typing.push(key) {
                    Typed::Nothing => {}
                    Typed::Key(key) => done.push(key.escape_default().to_string()),
                    Typed::KeyBefore(before) => {
                        done.push(before.to_string());
                        continue;
                    }
                    Typed::Line(line) => done.push(format!("`{line}`")),
                }
                break;
            }
        }
        done.extend(typing.rest().map(String::from));
        done
    }

    #[test]
    fn a_word_is_one_command_and_none_of_its_letters_is() {
        assert_eq!(typed("check\r"), ["`check`"]);
        assert_eq!(typed("go 3\n"), ["`go 3`"]);
        assert_eq!(typed("CHECK\r"), ["`chECK`"]);
        assert_eq!(typed("chekc\r"), ["`chekc`"]);
        for foreign in ["dance", "exit", "/help", ":q!", "dye", "naïve"] {
            assert_eq!(typed(&format!("{foreign}\r")), [format!("`{foreign}`")], "none of its letters is a key");
        }
        assert_eq!(typed("check"), Vec::<String>::new(), "without Enter nothing happens");
    }

    #[test]
    fn a_key_stands_alone_when_no_word_goes_on_with_the_next_one() {
        assert_eq!(typed("c"), ["c"]);
        assert_eq!(typed("nn"), ["n", "n"]);
        assert_eq!(typed("g3"), ["g", "3"]);
        assert_eq!(typed("H"), ["h"]);
        assert_eq!(typed("?x"), ["?", "x"]);
        assert_eq!(typed("d"), ["d"]);
        assert_eq!(
            (typed("by"), typed("hn")),
            (vec!["b".to_owned(), "y".to_owned()], vec!["h".to_owned(), "n".to_owned()])
        );
        assert_eq!(typed("c\r"), ["c"], "Enter after a key adds nothing");
        assert_eq!(typed("\r"), ["\\r"]);
    }

    #[test]
    fn a_sentence_ends_with_enter_and_is_mended_before() {
        let mut sentence = Sentence::default();
        let mut type_in = |keys: &str| keys.chars().filter_map(|key| sentence.push(key)).collect::<Vec<_>>();
        assert_eq!(type_in("one passs\u{7f}, no q\u{17}copy\u{1b}\r"), ["one pass, no copy"]);
        assert_eq!(type_in("gone\u{15}\r"), [""]);
        assert_eq!(type_in(&("x".repeat(1_000) + "\n"))[0].len(), LONGEST_SENTENCE);
    }

    #[test]
    fn what_was_typed_can_be_taken_back() {
        assert_eq!(typed("ch\u{7f}\u{7f}h"), ["h"]);
        assert_eq!(typed("ch\u{7f}"), Vec::<String>::new(), "one letter of a line is no key");
        assert_eq!(typed("check\u{15}n"), ["n"]);
        assert_eq!(typed("c\u{7f}"), Vec::<String>::new());
    }

    #[test]
    fn what_is_pasted_waits_for_enter_like_a_line() {
        let mut typing = Typing::new(WORDS, "b", "");
        typing.paste("q");
        assert_eq!(typing.rest(), None);
        assert_eq!(typing.line(), Some("q"));
        typing.paste("uit\u{7}");
        assert_eq!(typing.push('\r'), Typed::Line("quit".to_owned()));
        typing.paste(&"x".repeat(10_000));
        assert_eq!(typing.line().map(str::len), Some(LONGEST));
    }

    #[test]
    fn a_line_shows_itself_and_does_not_grow_for_ever() {
        let mut typing = Typing::new(WORDS, "b", "");
        typing.push('c');
        assert_eq!((typing.line(), typing.is_waiting()), (None, true));
        for key in "heck this and that ".chars().chain(std::iter::repeat_n('x', LONGEST)) {
            typing.push(key);
        }
        assert_eq!(typing.line().map(str::len), Some(LONGEST));
        assert!(!typing.is_waiting());
    }
}
