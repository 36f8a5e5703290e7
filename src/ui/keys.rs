//! What a person or a script types: keys where there is a terminal, lines elsewhere.

use std::io::{self, BufRead, Read};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

use crate::ui::input::Input;
use crate::ui::key_decoder::KeyDecoder;
use crate::ui::out;

/// The longest line that is read; the rest of it is dropped.
// Receipt: the longest line is an interviewer's note of 500 characters, each of at most 4 bytes; a megabyte is not one.
const LONGEST_LINE: usize = 2 * 1024;

/// A terminal that gives each key at once and does not echo it. Signals still come, and output needs nothing special.
///
/// What it was set to before is restored when this goes, also by a panic.
#[derive(Debug)]
pub struct KeyMode {
    before: Termios,
}

impl KeyMode {
    /// Set the terminal on standard input.
    pub fn enter() -> io::Result<KeyMode> {
        let mode = KeyMode { before: tcgetattr(io::stdin())? };
        mode.set()?;
        Ok(mode)
    }

    /// Set it again, after somebody else had it.
    pub fn set(&self) -> io::Result<()> {
        let mut keys = self.before.clone();
        keys.local_modes -= LocalModes::ICANON | LocalModes::ECHO;
        // Ctrl-S saves in many editors. Pressed here it must not make the clock look as if it stood.
        keys.input_modes -= InputModes::IXON;
        keys.special_codes[SpecialCodeIndex::VMIN] = 1;
        keys.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(io::stdin(), OptionalActions::Now, &keys)?;
        out::mark_pastes(true);
        Ok(())
    }

    /// Give it back as it was found.
    pub fn restore(&self) {
        out::mark_pastes(false);
        // A terminal that is gone needs no restoring.
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.before);
    }
}

impl Drop for KeyMode {
    fn drop(&mut self) {
        self.restore();
    }
}

/// Ask with `show`, and wait for one key; the terminal is set for that only as long as it takes. `None` when nothing more
/// can come. Who sees the question can press a key at once: the terminal is set before it is shown.
///
/// Ctrl-C is a key here, so that the terminal is set back before anything ends: `\u{3}`.
pub fn one_key(show: impl FnOnce()) -> io::Result<Option<char>> {
    let mode = KeyMode::enter()?;
    let mut plain = tcgetattr(io::stdin())?;
    plain.local_modes -= LocalModes::ISIG;
    tcsetattr(io::stdin(), OptionalActions::Now, &plain)?;
    show();
    let mut decoder = KeyDecoder::default();
    let mut byte = [0];
    let mut stdin = io::stdin().lock();
    let mut before = Instant::now();
    let key = loop {
        match stdin.read(&mut byte) {
            Ok(0) => break None,
            Ok(_) => {
                let inputs = decoder.read(&byte, before.elapsed());
                before = Instant::now();
                if let Some(key) =
                    inputs.iter().find_map(|input| if let Input::Key(key) = input { Some(*key) } else { None })
                {
                    break Some(key);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break None,
        }
    };
    drop(mode);
    Ok(key)
}

/// Held by whoever has the terminal: the reader of keys while it reads, somebody else while it is lent to them.
pub type Gate = Arc<Mutex<()>>;

/// Read standard input on a thread of its own until its end, or until `send` says that nobody listens. Keys are left where
/// they are while somebody else holds the gate.
pub fn listen(keys: bool, gate: Gate, mut send: impl FnMut(Input) -> bool + Send + 'static) {
    thread::spawn(move || {
        let all_heard =
            if keys { read_keys(GatedStdin { gate }, &mut send) } else { read_lines(io::stdin().lock(), &mut send) };
        if all_heard {
            send(Input::End);
        }
    });
}

/// Standard input, read only when something is there and nobody else has the terminal.
struct GatedStdin {
    gate: Gate,
}

impl Read for GatedStdin {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let is_ready = |wait: Option<&Timespec>| -> io::Result<bool> {
            let stdin = rustix::stdio::stdin();
            let mut polled = [PollFd::new(&stdin, PollFlags::IN)];
            Ok(poll(&mut polled, wait)? > 0)
        };
        loop {
            is_ready(None)?;
            let held = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever had the terminal meanwhile may have read it.
            if is_ready(Some(&Timespec { tv_sec: 0, tv_nsec: 0 }))? {
                let count = rustix::io::read(rustix::stdio::stdin(), bytes)?;
                drop(held);
                return Ok(count);
            }
        }
    }
}

fn read_keys(mut stdin: impl Read, send: &mut impl FnMut(Input) -> bool) -> bool {
    let mut decoder = KeyDecoder::default();
    let mut bytes = [0; 64];
    let mut before = Instant::now();
    loop {
        match stdin.read(&mut bytes) {
            Ok(0) => return true,
            Ok(count) => {
                // Ctrl-D ends the input of a terminal in its usual mode; it does here too.
                let inputs = decoder.read(&bytes[..count], before.elapsed());
                before = Instant::now();
                for input in inputs {
                    if input == Input::Key('\u{4}') {
                        return true;
                    }
                    if !send(input) {
                        return false;
                    }
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return true,
        }
    }
}

fn read_lines(mut stdin: impl BufRead, send: &mut impl FnMut(Input) -> bool) -> bool {
    loop {
        let mut line = Vec::new();
        let mut is_cut = false;
        loop {
            // A piece at a time: a line without an end must not fill the memory.
            let mut piece = Vec::new();
            match stdin.by_ref().take(LONGEST_LINE as u64).read_until(b'\n', &mut piece) {
                Ok(0) if line.is_empty() => return true,
                Ok(0) => break,
                Ok(_) => {}
                Err(_) => return true,
            }
            let is_end = piece.ends_with(b"\n");
            if !is_cut {
                line.append(&mut piece);
                is_cut = !is_end;
            }
            if is_end {
                break;
            }
        }
        if !send(Input::Line(String::from_utf8_lossy(&line).trim().to_owned())) {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::partner::LONGEST_NOTE;

    fn lines(text: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        let all_heard = read_lines(text, &mut |input| {
            let Input::Line(line) = input else { unreachable!() };
            lines.push(line);
            true
        });
        assert!(all_heard);
        lines
    }

    #[test]
    fn lines_come_without_their_ends_and_the_last_needs_none() {
        assert_eq!(lines(b"check\r\n\n  ask 2 \nquit"), ["check", "", "ask 2", "quit"]);
    }

    #[test]
    fn a_line_without_an_end_does_not_fill_the_memory() {
        let text = [&vec![b'x'; 3_000_000][..], b"\nquit\n"].concat();
        let lines = lines(&text);
        assert_eq!((lines[0].len(), lines[1].as_str()), (LONGEST_LINE, "quit"));
    }

    #[test]
    fn the_longest_note_is_read_whole_in_any_script() {
        let note = format!("note {}", "\u{1f600}".repeat(LONGEST_NOTE));
        assert_eq!(lines(format!("{note}\nquit\n").as_bytes()), [note.as_str(), "quit"]);
    }

    #[test]
    fn control_d_ends_the_input() {
        let mut heard = String::new();
        let all_heard = read_keys(&b"hn\x04x"[..], &mut |input| {
            let Input::Key(key) = input else { unreachable!() };
            heard.push(key);
            true
        });
        assert_eq!((heard.as_str(), all_heard), ("hn", true));
    }

    #[test]
    fn a_stream_that_is_no_terminal_cannot_give_keys() {
        if !io::IsTerminal::is_terminal(&io::stdin()) {
            assert!(KeyMode::enter().is_err());
        }
    }
}
