//! Where a session is shown: text that stays, and one line that is always current.

use crate::ui::out;
use crate::ui::paint::{Look, rows_of_stderr};
use crate::ui::painter::Painter;
use crate::ui::partner_page;

/// What a room needs of a terminal. Tests have one of their own.
pub trait Screen {
    /// How wide the conversation is, and whether it has colours.
    fn look(&self) -> Look;
    /// How wide the report is, and whether it has colours.
    fn report_look(&self) -> Look;
    /// Text of the conversation; it stays.
    fn show(&mut self, text: &str);
    /// Replace the status line; the cursor stands at this column of it.
    fn status(&mut self, line: &str, cursor: usize);
    /// Show a page in place of everything else, until there is none; what stood there before stands there again then.
    fn page(&mut self, page: Option<&str>);
    /// How many rows a page has.
    fn rows(&self) -> usize;
    /// Take the status line away.
    fn clear_status(&mut self);
    /// The report: what the session is for.
    fn report(&mut self, text: &str);
    /// What a check of this question said. While the terminal is lent only the newest of each question is kept.
    fn check(&mut self, question: usize, text: &str);
    /// Ring, whoever has the terminal: a ring changes nothing that is shown on it.
    fn ring(&mut self);
    /// Wait until everything is shown, if anybody looks.
    fn settle(&mut self);
    /// Somebody else has the terminal: from now on everything is held back.
    fn lend(&mut self);
    /// It is back. What was held, oldest first; no status line is in it.
    fn take_back(&mut self) -> Vec<Held>;
    /// The terminal is lent.
    fn is_lent(&self) -> bool;
}

/// What was to be shown while somebody else had the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    Text(String),
    Check { question: usize, text: String },
    Report(String),
}

/// Keep what a check said in place of what an earlier one said of the same question.
pub fn hold_check(held: &mut Vec<Held>, question: usize, text: &str) {
    held.retain(|held| !matches!(held, Held::Check { question: other, .. } if *other == question));
    held.push(Held::Check { question, text: text.to_owned() });
}

/// Standard error with a status line at its foot; the report goes to standard output. Nothing here waits for a terminal that
/// is not read but `settle`, and the end; both do so only for a moment.
#[derive(Debug)]
pub struct Terminal {
    painter: Painter,
    /// A status line can be drawn.
    has_status: bool,
    has_page: bool,
    /// What was asked for last in place of a status line.
    asked: Option<String>,
    /// Something, while the terminal is lent.
    held: Option<Vec<Held>>,
}

impl Terminal {
    /// The status line is hidden when standard error is no terminal.
    pub fn new() -> Terminal {
        Terminal { painter: Painter::new(), has_status: out::can_draw(), has_page: false, asked: None, held: None }
    }

    /// Ask for a key at the foot of the screen. Where no status line can be drawn, as with `TERM=dumb`, this is said once.
    pub fn ask(&mut self, line: &str) {
        if self.has_status {
            self.status(line, 0);
        } else if self.asked.as_deref() != Some(line) {
            self.show(line);
            self.asked = Some(line.to_owned());
        }
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
        match &mut self.held {
            Some(held) => held.push(Held::Text(text.to_owned())),
            None => {
                let text = self.look().in_reach(text);
                self.painter.text(&format!("{}\n", text.strip_suffix('\n').unwrap_or(&text)));
            }
        }
    }

    fn status(&mut self, line: &str, cursor: usize) {
        if self.has_status && !self.is_lent() {
            self.painter.status(Some((&self.look().in_reach(line), cursor)));
        }
    }

    fn clear_status(&mut self) {
        if !self.is_lent() {
            self.painter.status(None);
        }
    }

    fn page(&mut self, page: Option<&str>) {
        match page {
            Some(page) => {
                if !self.has_page {
                    self.clear_status();
                    self.painter.raw(partner_page::ENTER);
                }
                self.has_page = true;
                self.painter.page(&self.look().in_reach(page));
            }
            None if self.has_page => {
                self.has_page = false;
                self.painter.raw(partner_page::LEAVE);
            }
            None => {}
        }
    }

    fn rows(&self) -> usize {
        rows_of_stderr()
    }

    fn report(&mut self, text: &str) {
        match &mut self.held {
            Some(held) => held.push(Held::Report(text.to_owned())),
            None => self.painter.data(&self.report_look().in_reach(text)),
        }
    }

    fn check(&mut self, question: usize, text: &str) {
        match &mut self.held {
            Some(held) => hold_check(held, question, text),
            None => self.show(text),
        }
    }

    fn ring(&mut self) {
        self.painter.raw(out::RING);
    }

    fn settle(&mut self) {
        self.painter.settle();
    }

    fn lend(&mut self) {
        self.clear_status();
        self.settle();
        self.held.get_or_insert_default();
    }

    fn take_back(&mut self) -> Vec<Held> {
        self.held.take().unwrap_or_default()
    }

    fn is_lent(&self) -> bool {
        self.held.is_some()
    }
}
