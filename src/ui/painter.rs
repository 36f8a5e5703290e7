//! Writes what a session shows, on a thread of its own: nobody waits for a terminal that is not read.
//!
//! Everything is written in the order in which it was given. What only shows how things stand (the status line, a page)
//! is replaced by what comes after it, as long as it waits; text that stays is kept up to a bound.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::ui::out;
use crate::ui::width;

/// How much text may wait for somebody who reads, in bytes; of more the oldest is dropped.
// Receipt: the list of commands is the longest usual text and takes 1,800 bytes; this holds it 500 times.
const MOST_WAITING: usize = 1 << 20;

/// How long the end waits for a terminal that takes nothing.
// A choice and no measurement: a terminal that lives reads within milliseconds, and nobody wants to wait longer to leave.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often somebody who waits looks whether anything was taken.
const LOOK_EVERY: Duration = Duration::from_millis(50);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// Text that stays, to standard error.
    Text(String),
    /// What was asked for, to standard output.
    Data(String),
    /// The status line and the column of the cursor; none takes it away.
    Status(Option<(String, usize)>),
    /// A whole page, over the one before.
    Page(String),
    /// Something for the terminal itself.
    Raw(&'static str),
}

#[derive(Debug, Default)]
struct Queue {
    pieces: VecDeque<Piece>,
    /// How long the text is that waits.
    bytes: usize,
    /// How many lines were dropped since one was written.
    lost: usize,
    is_writing: bool,
    /// What is being written is for a file or for another program.
    is_for_others: bool,
    is_closed: bool,
}

#[derive(Debug, Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

/// What it was given is written when this goes, as far as somebody reads.
#[derive(Debug)]
pub struct Painter {
    shared: Arc<Shared>,
}

impl Painter {
    pub fn new() -> Painter {
        let shared = Arc::new(Shared::default());
        let painting = shared.clone();
        thread::spawn(move || paint(&painting));
        Painter { shared }
    }

    /// Text that stays, in whole lines.
    pub fn text(&self, text: &str) {
        self.give(Piece::Text(text.to_owned()));
    }

    pub fn data(&self, text: &str) {
        self.give(Piece::Data(text.to_owned()));
    }

    /// A line, and the column in it at which the cursor stands.
    pub fn status(&self, line: Option<(&str, usize)>) {
        self.give(Piece::Status(line.map(|(line, cursor)| (line.to_owned(), cursor))));
    }

    pub fn page(&self, page: &str) {
        self.give(Piece::Page(page.to_owned()));
    }

    pub fn raw(&self, sequence: &'static str) {
        self.give(Piece::Raw(sequence));
    }

    fn give(&self, piece: Piece) {
        self.shared.lock().give(piece);
        self.shared.changed.notify_all();
    }

    /// Wait until everything is written. False when a terminal takes nothing.
    pub fn settle(&self) -> bool {
        let (mut taken, mut since) = (out::taken(), Instant::now());
        let mut queue = self.shared.lock();
        while queue.is_writing || !queue.pieces.is_empty() {
            let waited = self.shared.changed.wait_timeout(queue, LOOK_EVERY);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
            // Another program may take its time, as a pager does; and on a busy machine the writer is the one who waits.
            if out::taken() != taken || queue.is_for_others || !out::is_held_up() {
                (taken, since) = (out::taken(), Instant::now());
            } else if since.elapsed() >= PATIENCE {
                return false;
            }
        }
        true
    }
}

impl Default for Painter {
    fn default() -> Painter {
        Painter::new()
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        let is_written = self.settle();
        let mut queue = self.shared.lock();
        queue.is_closed = true;
        let rest = std::mem::take(&mut queue.pieces);
        drop(queue);
        self.shared.changed.notify_all();
        if !is_written {
            out::give_up();
            // A file waits for nobody.
            rest.iter().for_each(|piece| match piece {
                Piece::Data(text) if !out::is_data_on_terminal() => out::data(text),
                _ => {}
            });
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Queue {
    fn give(&mut self, piece: Piece) {
        match (self.pieces.back_mut(), &piece) {
            (Some(last @ Piece::Status(_)), Piece::Status(_)) | (Some(last @ Piece::Page(_)), Piece::Page(_)) => {
                *last = piece;
                return;
            }
            (Some(Piece::Raw(last)), Piece::Raw(sequence)) if last == sequence => return,
            _ => {}
        }
        if let Piece::Text(text) = &piece {
            self.bytes += text.len();
        }
        self.pieces.push_back(piece);
        while self.bytes > MOST_WAITING
            && let Some(oldest) = self.pieces.iter().position(|piece| matches!(piece, Piece::Text(_)))
            && let Some(Piece::Text(text)) = self.pieces.remove(oldest)
        {
            self.bytes -= text.len();
            self.lost += text.lines().count();
        }
    }

    fn next(&mut self) -> Option<Piece> {
        let piece = self.pieces.pop_front()?;
        self.is_writing = true;
        self.is_for_others = matches!(piece, Piece::Data(_)) && !out::is_data_on_terminal();
        let Piece::Text(text) = piece else { return Some(piece) };
        self.bytes -= text.len();
        Some(Piece::Text(match std::mem::take(&mut self.lost) {
            0 => text,
            lost => format!("({lost} lines before this were dropped: nobody read them.)\n{text}"),
        }))
    }
}

/// A status line that stands at the foot of the terminal.
#[derive(Debug, PartialEq, Eq)]
struct Foot {
    line: String,
    cursor: usize,
    /// How wide the terminal was.
    columns: usize,
}

fn paint(shared: &Shared) {
    let mut status: Option<Foot> = None;
    loop {
        let mut queue = shared.lock();
        queue.is_writing = false;
        shared.changed.notify_all();
        let piece = loop {
            match queue.next() {
                Some(piece) => break piece,
                None if queue.is_closed => return,
                None => queue = shared.changed.wait(queue).unwrap_or_else(PoisonError::into_inner),
            }
        };
        drop(queue);
        write(piece, &mut status);
    }
}

fn write(piece: Piece, status: &mut Option<Foot>) {
    if let Piece::Data(text) = &piece {
        out::screen(&frame(&Piece::Status(None), status, out::columns()));
        out::data(text);
    } else {
        out::screen(&frame(&piece, status, out::columns()));
    }
}

/// What goes to a terminal of so many columns; `status` is the line that stands there.
///
/// Where a status line stands the cursor is at its start, unless somebody types: a terminal that becomes narrower breaks the
/// line anew, and all of it is behind the cursor all the same.
fn frame(piece: &Piece, status: &mut Option<Foot>, columns: usize) -> String {
    const CLEAR: &str = "\r\u{1b}[J";
    let mut clear = || if status.take().is_some() { CLEAR } else { "" };
    match piece {
        Piece::Text(text) | Piece::Data(text) => format!("{}{text}", clear()),
        Piece::Status(None) => clear().to_owned(),
        Piece::Status(Some((line, cursor))) => {
            let foot = Some(Foot { line: line.clone(), cursor: *cursor, columns });
            if *status == foot {
                return String::new();
            }
            *status = foot;
            let place = match (*cursor).min(columns.saturating_sub(1)) {
                0 => String::new(),
                column => format!("\u{1b}[{column}C"),
            };
            format!("{CLEAR}{}\r{place}", width::cut_painted(line, columns))
        }
        // No sheet is laid out for less than 40 columns, and a page does not wrap.
        Piece::Page(page) => {
            page.split('\n').map(|line| width::cut_painted(line, columns)).collect::<Vec<_>>().join("\n")
        }
        Piece::Raw(sequence) => (*sequence).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn status(line: &str) -> Piece {
        Piece::Status(Some((line.to_owned(), 0)))
    }

    #[test]
    fn of_what_shows_how_things_stand_only_the_newest_waits() {
        let mut queue = Queue::default();
        let pieces = [status("1:00"), status("0:59"), text("a\n"), status("0:58"), Piece::Status(None), status("0:57")];
        for piece in pieces {
            queue.give(piece);
        }
        assert_eq!(queue.pieces, [status("0:59"), text("a\n"), status("0:57")]);
        for _ in 0..3 {
            queue.give(Piece::Raw("\u{7}"));
        }
        assert_eq!(queue.pieces.len(), 4);
    }

    #[test]
    fn a_status_line_is_cleared_from_its_start_and_drawn_when_it_or_the_width_is_new() {
        let mut shown = None;
        let mut frame = |piece: &Piece, columns| frame(piece, &mut shown, columns);
        assert_eq!(frame(&status("1:00 left"), 40), "\r\u{1b}[J1:00 left\r");
        assert_eq!(frame(&status("1:00 left"), 40), "");
        assert_eq!(frame(&status("1:00 left"), 4), "\r\u{1b}[J1:00\r");
        let typed = Piece::Status(Some(("> fl   Enter does it".to_owned(), 4)));
        assert_eq!(frame(&typed, 40), "\r\u{1b}[J> fl   Enter does it\r\u{1b}[4C", "where the next letter goes");
        assert_eq!(frame(&text("Bell!\n"), 40), "\r\u{1b}[JBell!\n");
        assert_eq!(frame(&text("Time is up.\n"), 40), "Time is up.\n", "no sequence where there is no line");
        assert_eq!(frame(&Piece::Status(None), 40), "");
        let page = Piece::Page("\u{1b}[H\u{1b}[Kabcde\n\u{1b}[Kfg".to_owned());
        assert_eq!(frame(&page, 3), "\u{1b}[H\u{1b}[Kabc\n\u{1b}[Kfg");
    }

    #[test]
    fn text_that_nobody_reads_does_not_fill_the_memory_and_what_is_dropped_is_told() {
        let mut queue = Queue::default();
        for number in 0..2_000 {
            queue.give(text(&format!("{number}\n{}\n", "x".repeat(1_000))));
            queue.give(status("0:59"));
        }
        assert!(queue.bytes <= MOST_WAITING);
        let Some(Piece::Status(_)) = queue.next() else { panic!("a status line is older") };
        let first = std::iter::from_fn(|| queue.next()).find_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            _ => None,
        });
        let first = first.unwrap();
        let (told, rest) = first.split_once('\n').unwrap();
        let number: usize = rest.lines().next().unwrap().parse().unwrap();
        assert_eq!(told, format!("({} lines before this were dropped: nobody read them.)", 2 * number));
    }
}
