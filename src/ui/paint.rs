//! How wide a screen is, and whether it has colours. A screen makes sense without them.

use std::os::fd::AsFd;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use owo_colors::{OwoColorize, Style};
use rustix::termios::tcgetwinsize;

/// What a renderer must know of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub width: usize,
    pub colour: bool,
}

impl Look {
    /// The widest column of text that reads well.
    const WIDEST: usize = 100;
    /// Narrower screens wrap by themselves.
    const NARROWEST: usize = 40;

    /// For a terminal of so many columns.
    pub fn new(columns: usize, colour: bool) -> Look {
        Look { width: columns.clamp(Look::NARROWEST, Look::WIDEST), colour }
    }

    /// For standard output: as wide as the terminal, 80 columns elsewhere.
    pub fn of_stdout() -> Look {
        Look::of(&std::io::stdout())
    }

    /// For standard error.
    pub fn of_stderr() -> Look {
        Look::of(&std::io::stderr())
    }

    fn of(stream: &(impl RawStream + AsFd)) -> Look {
        let columns = tcgetwinsize(stream).map_or(0, |size| usize::from(size.ws_col));
        Look::new(if columns == 0 { 80 } else { columns }, AutoStream::choice(stream) != ColorChoice::Never)
    }

    pub fn bold(self, text: &str) -> String {
        self.paint(text, Style::new().bold())
    }

    pub fn dim(self, text: &str) -> String {
        self.paint(text, Style::new().dimmed())
    }

    pub fn good(self, text: &str) -> String {
        self.paint(text, Style::new().green())
    }

    pub fn bad(self, text: &str) -> String {
        self.paint(text, Style::new().red())
    }

    pub fn alert(self, text: &str) -> String {
        self.paint(text, Style::new().red().bold())
    }

    pub fn caution(self, text: &str) -> String {
        self.paint(text, Style::new().yellow())
    }

    /// A line across the screen with a title in it.
    pub fn rule(self, title: &str) -> String {
        let title = clip(title, self.width - 6);
        let rest = self.width.saturating_sub(title.chars().count() + 4);
        format!("{} {} {}", self.dim("──"), self.bold(&title), self.dim(&"─".repeat(rest)))
    }

    fn paint(self, text: &str, style: Style) -> String {
        if self.colour { text.style(style).to_string() } else { text.to_owned() }
    }
}

/// The text, cut to so many characters with a mark where something is missing.
pub fn clip(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_as_wide_as_the_screen() {
        for title in ["Q1", &"long ".repeat(40)] {
            assert_eq!(Look::new(60, false).rule(title).chars().count(), 60);
        }
    }

    #[test]
    fn colours_come_only_when_they_are_wanted() {
        assert_eq!(Look::new(80, false).bad("fail"), "fail");
        assert_eq!(Look::new(80, true).bad("fail"), "\u{1b}[31mfail\u{1b}[0m");
    }

    #[test]
    fn no_terminal_is_too_small_or_too_wide() {
        assert_eq!((Look::new(1, false).width, Look::new(500, false).width), (40, 100));
    }
}
