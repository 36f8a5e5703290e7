//! Turns the bytes of a terminal into keys and pastes.

use std::time::Duration;

use crate::ui::input::Input;

/// The longest paste that is kept; the rest of it is dropped.
// A choice and no measurement: more than a sentence or a command, and no file.
const LONGEST_PASTE: usize = 4096;

/// The longest character in UTF-8, in bytes.
const LONGEST_CHARACTER: usize = 4;

/// After this silence in a paste a key is a key: the end of the paste was lost.
// A choice and no measurement: a terminal sends a paste in one flow, and who goes on typing has looked up first.
const SILENCE: Duration = Duration::from_secs(1);

/// As many bytes at once are a part of a paste; a key has fewer.
// Receipt: a character has at most 4 bytes, and a key with a modifier at most 7: `\x1b[15;5~`.
const BURST: usize = 8;

/// What a terminal puts around a paste, once it was asked to.
const PASTE_BEGINS: &[u8] = b"200";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Arrows and other keys that send a sequence are dropped whole.
#[derive(Debug, Default)]
pub struct KeyDecoder {
    state: State,
    character: Vec<u8>,
    /// The sequence after `\x1b[`, as far as it tells a paste from others.
    sequence: Vec<u8>,
    pasted: Vec<u8>,
    /// How much of `PASTE_ENDS` has come.
    ended: usize,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum State {
    #[default]
    Plain,
    Escape,
    /// Until a letter or `~`.
    Sequence,
    /// One more byte.
    Single,
    Paste,
}

impl KeyDecoder {
    /// What came at once, so long after what came before.
    pub fn read(&mut self, bytes: &[u8], silence: Duration) -> Vec<Input> {
        let mut inputs = Vec::new();
        if self.state == State::Paste && silence >= SILENCE && bytes.len() < BURST && !self.goes_on_ending(bytes) {
            inputs.push(self.end_paste());
        }
        inputs.extend(bytes.iter().filter_map(|byte| self.push(*byte)));
        inputs
    }

    /// These bytes bring the end of the paste that did not come in one piece.
    fn goes_on_ending(&self, bytes: &[u8]) -> bool {
        PASTE_ENDS[self.ended..].starts_with(bytes)
    }

    fn end_paste(&mut self) -> Input {
        (self.state, self.ended) = (State::Plain, 0);
        let pasted = std::mem::take(&mut self.pasted);
        Input::Paste(String::from_utf8_lossy(&pasted).into_owned())
    }

    pub fn push(&mut self, byte: u8) -> Option<Input> {
        match (self.state, byte) {
            (State::Paste, _) => return self.paste(byte),
            (_, 0x1b) => self.state = State::Escape,
            (State::Escape, b'[') => {
                self.state = State::Sequence;
                self.sequence.clear();
            }
            (State::Escape, b'O') => self.state = State::Single,
            (State::Sequence, 0x20..=0x3f) => {
                if self.sequence.len() <= PASTE_BEGINS.len() {
                    self.sequence.push(byte);
                }
            }
            (State::Sequence, b'~') if self.sequence == PASTE_BEGINS => self.state = State::Paste,
            (State::Sequence | State::Single, _) => self.state = State::Plain,
            (State::Plain | State::Escape, _) => {
                self.state = State::Plain;
                return self.character(byte).map(Input::Key);
            }
        }
        self.character.clear();
        None
    }

    /// A byte of a paste, or of its end.
    fn paste(&mut self, byte: u8) -> Option<Input> {
        if byte == PASTE_ENDS[self.ended] {
            self.ended += 1;
            if self.ended < PASTE_ENDS.len() {
                return None;
            }
            return Some(self.end_paste());
        }
        // What looked like the end was a part of it.
        let part = &PASTE_ENDS[..std::mem::take(&mut self.ended)];
        let begins_end = byte == PASTE_ENDS[0];
        self.ended = usize::from(begins_end);
        let last = if begins_end { &[][..] } else { &[byte] };
        let room = LONGEST_PASTE - self.pasted.len();
        self.pasted.extend(part.iter().chain(last).take(room));
        None
    }

    /// Collects the bytes of a character.
    fn character(&mut self, byte: u8) -> Option<char> {
        if !(0x80..0xc0).contains(&byte) || self.character.len() == LONGEST_CHARACTER {
            self.character.clear();
        }
        self.character.push(byte);
        let complete = std::str::from_utf8(&self.character).ok()?.chars().next();
        self.character.clear();
        complete
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(bytes: &[u8]) -> Vec<Input> {
        let mut decoder = KeyDecoder::default();
        bytes.iter().filter_map(|byte| decoder.push(*byte)).collect()
    }

    fn keys(bytes: &[u8]) -> String {
        let key = |input| if let Input::Key(key) = input { key } else { panic!("{input:?}") };
        inputs(bytes).into_iter().map(key).collect()
    }

    #[test]
    fn letters_come_as_they_are_typed() {
        assert_eq!(keys("hné?".as_bytes()), "hné?");
    }

    #[test]
    fn arrows_and_function_keys_are_no_letters() {
        assert_eq!(keys(b"a\x1b[Ab\x1b[1;5Cc\x1bOPd\x1b[15~e\x1b[3~f"), "abcdef");
    }

    #[test]
    fn a_lone_escape_swallows_nothing_else() {
        assert_eq!(keys(b"\x1bn\x1b\x1bq"), "nq");
    }

    #[test]
    fn bytes_that_are_no_text_are_dropped() {
        assert_eq!(keys(b"a\xff\xfe\x80\xc3b\xe2\x82\xacc"), "ab\u{20ac}c");
    }

    #[test]
    fn bytes_that_never_end_a_character_do_not_fill_the_memory() {
        let mut decoder = KeyDecoder::default();
        assert!((0..1_000).all(|_| decoder.push(0x80).is_none()));
        assert!(decoder.character.len() <= LONGEST_CHARACTER);
        assert_eq!(decoder.push(b'q'), Some(Input::Key('q')));
    }

    #[test]
    fn a_paste_is_one_piece_and_none_of_its_letters_is_a_key() {
        let paste = |text: &str| Input::Paste(text.to_owned());
        assert_eq!(
            inputs("n\u{1b}[200~entry = é\ry\u{1b}[201~h".as_bytes()),
            [Input::Key('n'), paste("entry = é\ry"), Input::Key('h')]
        );
        assert_eq!(inputs(b"\x1b[200~\x1b[201~"), [paste("")]);
    }

    #[test]
    fn what_only_looks_like_the_end_of_a_paste_is_a_part_of_it() {
        let pasted = "\u{1b}[2\u{1b}[20\u{1b}\u{1b}[201";
        let bytes = format!("\u{1b}[200~{pasted}x\u{1b}[201~q");
        assert_eq!(inputs(bytes.as_bytes()), [Input::Paste(format!("{pasted}x")), Input::Key('q')]);
    }

    #[test]
    fn a_paste_without_an_end_ends_with_the_next_key() {
        let (now, later) = (Duration::from_millis(20), Duration::from_secs(2));
        let paste = |text: &str| Input::Paste(text.to_owned());
        let mut decoder = KeyDecoder::default();
        assert_eq!(decoder.read(b"\x1b[200~abc", Duration::ZERO), []);
        assert_eq!(decoder.read(b"d", now), [], "it goes on");
        assert_eq!(decoder.read(b"and some more of it", later), [], "a line that is slow");
        assert_eq!(decoder.read("é".as_bytes(), later), [paste("abcdand some more of it"), Input::Key('é')]);
        assert_eq!(decoder.read(b"q", now), [Input::Key('q')]);
        assert_eq!(decoder.read(b"\x1b[200~abc\x1b[2", later), []);
        assert_eq!(decoder.read(b"01~", later), [paste("abc")], "an end in two pieces");
        assert_eq!(decoder.read(b"\x1b[200~abc", later), []);
        assert_eq!(decoder.read(b"\x1b[A", later), [paste("abc")], "an arrow ends it too, and is none of its letters");
    }

    #[test]
    fn a_paste_does_not_fill_the_memory() {
        let bytes = [b"\x1b[200~", &vec![b'x'; 3_000_000][..], b"\x1b[201~q"].concat();
        let inputs = inputs(&bytes);
        assert_eq!(inputs, [Input::Paste("x".repeat(LONGEST_PASTE)), Input::Key('q')]);
    }
}
