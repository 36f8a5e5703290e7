//! What a stream can show: how wide it is, whether it has colours and characters beyond ASCII. A screen makes sense
//! without them.

use std::os::fd::AsFd;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use owo_colors::{OwoColorize, Style, XtermColors};
use rustix::termios::tcgetwinsize;

use crate::model::escape;
use crate::model::verdict::Verdict;
use crate::ui::width;

/// A yellow that is read on black and on white; the yellow of most terminals vanishes on white.
// Receipt: #af5f00 has a contrast of 4.7 to white and of 4.5 to black; the usual #cdcd00 has 1.7 to white.
const AMBER: XtermColors = XtermColors::RoseofSharonOrange;

/// What a renderer must know of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub width: usize,
    pub colour: bool,
    /// Characters beyond ASCII are read as UTF-8.
    pub unicode: bool,
}

/// What a piece of text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Bad,
    Caution,
    Dim,
    Strong,
    /// What is expected and was not given, and the words in it that differ.
    Removed,
    RemovedWord,
    /// What was given and is not expected, and the words in it that differ.
    Added,
    AddedWord,
}

impl Tone {
    /// The colour of a verdict.
    pub fn of(verdict: Verdict) -> Tone {
        match verdict {
            Verdict::Pass => Tone::Good,
            Verdict::NotRun | Verdict::NotSubmitted | Verdict::Skipped | Verdict::Manual => Tone::Dim,
            Verdict::Internal => Tone::Caution,
            _ => Tone::Bad,
        }
    }

    fn style(self) -> Style {
        let style = Style::new();
        match self {
            Tone::Plain => style,
            Tone::Good | Tone::Added => style.green(),
            Tone::Bad | Tone::Removed => style.red(),
            Tone::Caution => style.color(AMBER),
            Tone::Dim => style.dimmed(),
            Tone::Strong => style.bold(),
            Tone::RemovedWord => style.red().bold().underline(),
            Tone::AddedWord => style.green().bold().underline(),
        }
    }
}

/// How many rows the terminal on standard error has; 24 where it does not say.
pub fn rows_of_stderr() -> usize {
    match tcgetwinsize(std::io::stderr()).map_or(0, |size| usize::from(size.ws_row)) {
        0 => 24,
        rows => rows,
    }
}

impl Look {
    /// The widest column of text that reads well.
    const WIDEST: usize = 100;
    /// Narrower screens wrap by themselves.
    const NARROWEST: usize = 40;

    /// For a terminal of so many columns.
    pub fn new(columns: usize, colour: bool) -> Look {
        Look { width: columns.clamp(Look::NARROWEST, Look::WIDEST), colour, unicode: true }
    }

    /// For standard output: as wide as the terminal, 80 columns elsewhere.
    pub fn of_stdout() -> Look {
        Look::of(&std::io::stdout())
    }

    /// As `of_stdout`, and as wide as the terminal is: for tables, whose cells would be cut.
    pub fn of_wide_stdout() -> Look {
        let look = Look::of_stdout();
        Look { width: columns(&std::io::stdout()).unwrap_or(look.width).max(look.width), ..look }
    }

    /// For standard error.
    pub fn of_stderr() -> Look {
        Look::of(&std::io::stderr())
    }

    fn of(stream: &(impl RawStream + AsFd)) -> Look {
        let look = Look::new(columns(stream).unwrap_or(80), AutoStream::choice(stream) != ColorChoice::Never);
        let unicode = reads_utf8(|name| std::env::var(name).ok()).unwrap_or(!stream.is_terminal());
        Look { unicode, ..look }
    }

    pub fn bold(self, text: &str) -> String {
        self.paint(Tone::Strong, text)
    }

    pub fn dim(self, text: &str) -> String {
        self.paint(Tone::Dim, text)
    }

    pub fn good(self, text: &str) -> String {
        self.paint(Tone::Good, text)
    }

    pub fn bad(self, text: &str) -> String {
        self.paint(Tone::Bad, text)
    }

    pub fn alert(self, text: &str) -> String {
        self.styled(Style::new().red().bold(), text)
    }

    pub fn caution(self, text: &str) -> String {
        self.paint(Tone::Caution, text)
    }

    /// Escaped text in the colour of its meaning.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        if tone == Tone::Plain { text.to_owned() } else { self.styled(tone.style(), text) }
    }

    /// Text of others, safe on one line of this stream.
    pub fn line(self, text: &str) -> String {
        if self.unicode { escape::line(text) } else { escape::ascii(text) }
    }

    /// Text of others in several lines, safe on this stream.
    pub fn text(self, text: &str) -> String {
        let text = escape::terminal(text);
        if self.unicode { text } else { text.split('\n').map(escape::ascii).collect::<Vec<_>>().join("\n") }
    }

    /// Escaped text, with its colours, in characters that this stream can show.
    pub fn in_reach(self, text: &str) -> String {
        if self.unicode || text.is_ascii() {
            return text.to_owned();
        }
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\0'..='\x7f' => shown.push(character),
                '─' | '·' | '–' => shown.push('-'),
                '“' | '”' => shown.push('"'),
                '✓' => shown.push('+'),
                '✗' => shown.push('x'),
                _ => shown.push_str(&escape::ascii(&character.to_string())),
            }
        }
        shown
    }

    /// Escaped text cut to so many columns with a mark where something is missing.
    pub fn cut(self, text: &str, columns: usize) -> String {
        width::cut(text, columns, self.ellipsis())
    }

    /// An escaped path cut to so many columns; its end is kept.
    pub fn cut_path(self, path: &str, columns: usize) -> String {
        width::cut_start(path, columns, self.ellipsis())
    }

    fn ellipsis(self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    /// The mark of a verdict. A word always stands beside it.
    pub fn mark(self, verdict: Verdict) -> &'static str {
        let (unicode, ascii) = match verdict {
            Verdict::Pass => ("✓", "+"),
            Verdict::NotRun | Verdict::NotSubmitted | Verdict::Skipped => ("–", "-"),
            Verdict::Manual => ("○", "o"),
            Verdict::Internal => ("!", "!"),
            _ => ("✗", "x"),
        };
        if self.unicode { unicode } else { ascii }
    }

    /// A line across the screen with a title in it.
    pub fn rule(self, title: &str) -> String {
        let title = clip(title, self.width - 6);
        let rest = self.width.saturating_sub(width::width(&title) + 4);
        let dash = if self.unicode { "─" } else { "-" };
        format!("{} {} {}", self.dim(&dash.repeat(2)), self.bold(&title), self.dim(&dash.repeat(rest)))
    }

    fn styled(self, style: Style, text: &str) -> String {
        if self.colour && !text.is_empty() { text.style(style).to_string() } else { text.to_owned() }
    }
}

/// How wide a terminal is; none where there is no terminal, or it does not tell.
fn columns(stream: &impl AsFd) -> Option<usize> {
    tcgetwinsize(stream).ok().map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// The text, cut to so many columns with a mark where something is missing.
pub fn clip(text: &str, columns: usize) -> String {
    width::cut(text, columns, "…")
}

/// Whether the locale is UTF-8: the first variable that is set decides. `None` when none is.
fn reads_utf8(variable: impl Fn(&str) -> Option<String>) -> Option<bool> {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty())?;
    let locale = locale.to_ascii_lowercase();
    Some(locale.contains("utf-8") || locale.contains("utf8"))
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
    fn what_a_stream_cannot_show_is_written_in_ascii() {
        let plain = Look { unicode: false, ..Look::new(80, false) };
        assert_eq!(
            plain.in_reach("\u{1b}[1mcode · easy\u{1b}[0m – “né”…\n"),
            "\u{1b}[1mcode - easy\u{1b}[0m - \"n\\xe9\"...\n"
        );
        assert_eq!(Look::new(80, false).in_reach("·"), "·");
    }

    #[test]
    fn no_terminal_is_too_small_or_too_wide() {
        assert_eq!((Look::new(1, false).width, Look::new(500, false).width), (40, 100));
    }

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        let table = [
            (["", "", "en_GB.UTF-8"], Some(true)),
            (["", "", "C.utf8"], Some(true)),
            (["C", "", "en_GB.UTF-8"], Some(false)),
            (["", "de_DE.ISO-8859-1", "en_GB.UTF-8"], Some(false)),
            (["", "", "POSIX"], Some(false)),
            (["", "", ""], None),
        ];
        for (values, answer) in table {
            let variable = |name: &str| {
                let index = ["LC_ALL", "LC_CTYPE", "LANG"].iter().position(|other| *other == name)?;
                Some(values[index].to_owned())
            };
            assert_eq!(reads_utf8(variable), answer, "{values:?}");
        }
    }
}
