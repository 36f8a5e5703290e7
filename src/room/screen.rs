//! Where a session is shown: text that stays, and one line that is always current.

use indicatif::{ProgressBar, ProgressStyle};

use crate::ui::out;
use crate::ui::paint::{Look, rows_of_stderr};
use crate::ui::partner_page;

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
    /// Show a page in place of everything else, until there is none; what stood there before stands there again then.
    fn page(&mut self, page: Option<&str>);
    /// How many rows a page has.
    fn rows(&self) -> usize;
    /// Take the status line away.
    fn clear_status(&mut self);
    /// The report: what the session is for.
    fn report(&mut self, text: &str);
}

/// Standard error with a status line at its foot; the report goes to standard output.
#[derive(Debug)]
pub struct Terminal {
    bar: ProgressBar,
    has_page: bool,
}

impl Terminal {
    /// The status line is hidden when standard error is no terminal.
    pub fn new() -> Terminal {
        let style = ProgressStyle::with_template("{wide_msg}").expect("the template is valid");
        Terminal { bar: ProgressBar::new_spinner().with_style(style), has_page: false }
    }
}

/// A page never outlives whoever shows it, also by a panic.
impl Drop for Terminal {
    fn drop(&mut self) {
        self.page(None);
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

    fn page(&mut self, page: Option<&str>) {
        match page {
            Some(page) => {
                if !self.has_page {
                    self.clear_status();
                    out::screen(partner_page::ENTER);
                }
                self.has_page = true;
                out::screen(page);
            }
            None if self.has_page => {
                self.has_page = false;
                out::screen(partner_page::LEAVE);
            }
            None => {}
        }
    }

    fn rows(&self) -> usize {
        rows_of_stderr()
    }

    fn report(&mut self, text: &str) {
        self.bar.suspend(|| out::data(text));
    }
}
