//! Where a session is shown: text that stays, and one line that is always current.

use indicatif::{ProgressBar, ProgressStyle};

use crate::ui::out;
use crate::ui::paint::Look;

/// What a room needs of a terminal. Tests have one of their own.
pub trait Screen {
    /// How wide the conversation is, and whether it has colours.
    fn look(&self) -> Look;
    /// How wide the report is, and whether it has colours.
    fn report_look(&self) -> Look;
    /// Text of the conversation; it stays.
    fn show(&mut self, text: &str);
    /// Replace the status line.
    fn status(&mut self, line: &str);
    /// Take the status line away.
    fn clear_status(&mut self);
    /// The report: what the session is for.
    fn report(&mut self, text: &str);
}

/// Standard error with a status line at its foot; the report goes to standard output.
#[derive(Debug)]
pub struct Terminal {
    bar: ProgressBar,
}

impl Terminal {
    /// The status line is hidden when standard error is no terminal.
    pub fn new() -> Terminal {
        let style = ProgressStyle::with_template("{wide_msg}").expect("the template is valid");
        Terminal { bar: ProgressBar::new_spinner().with_style(style) }
    }
}

impl Default for Terminal {
    fn default() -> Terminal {
        Terminal::new()
    }
}

impl Screen for Terminal {
    fn look(&self) -> Look {
        Look::of_stderr()
    }

    fn report_look(&self) -> Look {
        Look::of_stdout()
    }

    fn show(&mut self, text: &str) {
        self.bar.suspend(|| out::note(text.strip_suffix('\n').unwrap_or(text)));
    }

    fn status(&mut self, line: &str) {
        if self.bar.is_finished() {
            self.bar.reset();
        }
        self.bar.set_message(line.to_owned());
        self.bar.tick();
    }

    fn clear_status(&mut self) {
        self.bar.finish_and_clear();
    }

    fn report(&mut self, text: &str) {
        self.bar.suspend(|| out::data(text));
    }
}
