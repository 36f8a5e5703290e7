//! The two streams: data to standard output, everything else to standard error. A reader who has gone away is no error.

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{FileType, fstat};
use rustix::io::Errno;
use rustix::stdio::{stderr, stdout};
use rustix::termios::tcgetwinsize;

use crate::ui::paint::Look;
use crate::ui::prose;

/// Something could not be written, and not because the reader went away: a full disk.
static FAILED: AtomicBool = AtomicBool::new(false);

/// How many bytes were taken by whoever reads.
static TAKEN: AtomicU64 = AtomicU64::new(0);

/// Somebody has waited long enough for a terminal that is not read.
static HAS_GIVEN_UP: AtomicBool = AtomicBool::new(false);

/// As much is written at once, so that it is seen whether somebody reads.
// A choice and no measurement: a screen takes a handful of them.
const CHUNK: usize = 1024;

/// How long a word to a terminal waits that it need not hear.
const A_MOMENT: Duration = Duration::from_secs(1);

/// Write data that was asked for.
pub fn data(text: &str) {
    write(stdout(), text);
}

/// Write a line beside the data.
pub fn note(text: &str) {
    screen(&format!("{text}\n"));
}

/// Write sentences beside the data. On a terminal they are wrapped between words.
pub fn remark(text: &str) {
    if io::stderr().is_terminal() {
        note(&prose::fit(text, Look::of_stderr().width));
    } else {
        note(text);
    }
}

/// Show a line as far as it is typed, in place of what was shown of it before. For terminals that do not echo.
pub fn typing(line: &str) {
    screen(&format!("\r\u{1b}[K{line}"));
}

/// Write to the terminal as it is, without a line end.
pub fn screen(text: &str) {
    if !HAS_GIVEN_UP.load(Ordering::Relaxed) || takes(stderr(), Duration::ZERO) {
        write(stderr(), text);
    }
}

/// Whether standard error is a terminal that can move its cursor.
pub fn can_draw() -> bool {
    let is_plain = std::env::var_os("TERM").is_none_or(|name| name.is_empty() || name == "dumb");
    !is_plain && io::stderr().is_terminal()
}

/// How wide the terminal on standard error is; 80 where it does not say.
pub fn columns() -> usize {
    tcgetwinsize(stderr()).map(|size| usize::from(size.ws_col)).ok().filter(|columns| *columns > 0).unwrap_or(80)
}

/// Ask a terminal to mark what is pasted into it, or to do so no more. One that cannot is not asked.
pub fn mark_pastes(are_marked: bool) {
    if can_draw() {
        in_a_moment(if are_marked { "\u{1b}[?2004h" } else { "\u{1b}[?2004l" });
    }
}

/// Lets a terminal ring; nothing that it shows changes.
pub const RING: &str = "\u{7}";

/// Set a terminal back to plain text on its usual screen, after a program that could not do so itself.
pub fn plain_screen() {
    // Its usual screen, the cursor, plain colours, keys as they are, no mouse, no brackets around what is pasted.
    in_a_moment("\u{1b}[?1047l\u{1b}[?25h\u{1b}[0m\u{1b}[?1l\u{1b}>\u{1b}[?1000l\u{1b}[?2004l\r\n");
}

/// To a terminal that takes it within a moment.
fn in_a_moment(sequence: &str) {
    let patience = if HAS_GIVEN_UP.load(Ordering::Relaxed) { Duration::ZERO } else { A_MOMENT };
    if takes(stderr(), patience) {
        write(stderr(), sequence);
    }
}

/// From now on nothing more is written to a terminal that takes nothing.
pub fn give_up() {
    HAS_GIVEN_UP.store(true, Ordering::Relaxed);
}

/// How many bytes were taken so far: who waits for a reader sees whether there is one.
pub fn taken() -> u64 {
    TAKEN.load(Ordering::Relaxed)
}

/// Whether somebody who writes to a terminal waits for its reader now.
pub fn is_held_up() -> bool {
    let at_once = Duration::ZERO;
    !takes(stderr(), at_once) || (is_data_on_terminal() && !takes(stdout(), at_once))
}

/// Whether data go to a person, and not to a file or a program.
pub fn is_data_on_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether all data that was to be written has been written, or nobody wants it any more.
pub fn is_intact() -> bool {
    !FAILED.load(Ordering::Relaxed)
}

/// Whether something can be written within this time.
fn takes(stream: BorrowedFd<'_>, patience: Duration) -> bool {
    let mut polled = [PollFd::new(&stream, PollFlags::OUT)];
    let patience = Timespec { tv_sec: patience.as_secs() as i64, tv_nsec: patience.subsec_nanos().into() };
    poll(&mut polled, Some(&patience)).is_ok_and(|ready| ready > 0)
}

fn is_device(stream: BorrowedFd<'_>) -> bool {
    fstat(stream).is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::CharacterDevice)
}

/// Past the locks of the standard library: somebody may wait here for a reader while the process ends.
fn write(stream: impl AsFd, text: &str) {
    for mut chunk in text.as_bytes().chunks(CHUNK) {
        while !chunk.is_empty() {
            match rustix::io::write(&stream, chunk) {
                Ok(count) => {
                    chunk = &chunk[count..];
                    TAKEN.fetch_add(count as u64, Ordering::Relaxed);
                }
                Err(Errno::INTR) => {}
                // Somebody else has set the terminal so that nobody waits at it.
                Err(Errno::AGAIN) => {
                    takes(stream.as_fd(), A_MOMENT);
                }
                // Nobody reads any more, or nobody ever did.
                Err(Errno::PIPE | Errno::BADF) => return,
                // The window of this terminal was closed.
                Err(Errno::IO) if is_device(stream.as_fd()) => return,
                Err(_) => return FAILED.store(true, Ordering::Relaxed),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // One test, because the flag is shared.
    #[test]
    fn a_closed_pipe_is_no_failure_and_a_full_disk_is_one() {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        write(&writer, "text");
        assert!(is_intact());
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        write(&full, "text");
        assert!(!is_intact());
    }
}
