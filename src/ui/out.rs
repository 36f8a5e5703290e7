//! The two streams: data to standard output, everything else to standard error. A reader who has gone away is no error.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::ui::paint::Look;
use crate::ui::prose;

/// Something could not be written, and not because the reader went away: a full disk.
static FAILED: AtomicBool = AtomicBool::new(false);

/// Write data that was asked for.
pub fn data(text: &str) {
    write(&mut io::stdout().lock(), text);
}

/// Write a line beside the data.
pub fn note(text: &str) {
    write(&mut io::stderr().lock(), &format!("{text}\n"));
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
    write(&mut io::stderr().lock(), &format!("\r\u{1b}[K{line}"));
}

/// Write to the terminal as it is, without a line end.
pub fn screen(text: &str) {
    write(&mut io::stderr().lock(), text);
}

/// Ask a terminal to mark what is pasted into it, or to do so no more. One that cannot is not asked.
pub fn mark_pastes(are_marked: bool) {
    let is_plain = std::env::var_os("TERM").is_none_or(|name| name.is_empty() || name == "dumb");
    if !is_plain && io::stderr().is_terminal() {
        screen(if are_marked { "\u{1b}[?2004h" } else { "\u{1b}[?2004l" });
    }
}

/// Let the terminal ring; nothing that it shows changes.
pub fn ring() {
    write(&mut io::stderr().lock(), "\u{7}");
}

/// Set a terminal back to plain text on its usual screen, after a program that could not do so itself.
pub fn plain_screen() {
    // Its usual screen, the cursor, plain colours, keys as they are, no mouse, no brackets around what is pasted.
    write(&mut io::stderr().lock(), "\u{1b}[?1047l\u{1b}[?25h\u{1b}[0m\u{1b}[?1l\u{1b}>\u{1b}[?1000l\u{1b}[?2004l\r\n");
}

/// Whether all data that was to be written has been written, or nobody wants it any more.
pub fn is_intact() -> bool {
    !FAILED.load(Ordering::Relaxed)
}

fn write(stream: &mut impl Write, text: &str) {
    let written = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        FAILED.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // One test, because the flag is shared.
    #[test]
    fn a_closed_pipe_is_no_failure_and_a_full_disk_is_one() {
        let (reader, mut writer) = io::pipe().unwrap();
        drop(reader);
        write(&mut writer, "text");
        assert!(is_intact());
        let mut full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        write(&mut full, "text");
        assert!(!is_intact());
    }
}
