//! Lines between a room and its interviewer's terminal: read with a bound, written by a thread of their own so that nobody
//! waits for the other end.

use std::io::{self, BufRead, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use crate::model::partner_wire::{News, Request};

/// How many lines may wait for an interviewer's terminal that does not read.
// Receipt: a room tells at most one line a second while nothing is done; a terminal that sleeps for a minute misses nothing.
const WAITING: usize = 64;

/// How long a line may wait for an end that does not read, and all that is left for one that reads slowly. Nobody else waits
/// for it, but for the last line of a room.
// A choice and no measurement: a terminal that lives reads within milliseconds, and nobody wants to wait longer to leave.
const PATIENCE: Duration = Duration::from_secs(2);

/// What reaches a room from the other terminal.
#[derive(Debug)]
pub enum Call {
    Joined(Outbox),
    /// A request, and what is dropped when it has been dealt with: the next one is not read before.
    Asked(Request, SyncSender<()>),
    Left,
}

/// Lines on their way to the other end.
#[derive(Debug)]
pub struct Outbox {
    lines: Option<SyncSender<Vec<u8>>>,
    stream: UnixStream,
    /// Ends when everything is handed over, or cannot be.
    written: Receiver<()>,
}

impl Outbox {
    pub fn new(stream: &UnixStream) -> io::Result<Outbox> {
        let (lines, waiting) = sync_channel::<Vec<u8>>(WAITING);
        let mut writing = stream.try_clone()?;
        writing.set_write_timeout(Some(PATIENCE))?;
        let (writes, written) = sync_channel(0);
        thread::spawn(move || {
            let _ends_with_this: SyncSender<()> = writes;
            for line in waiting {
                if writing.write_all(&line).is_err() {
                    // The reader of this stream then sees its end, too.
                    let _ = writing.shutdown(Shutdown::Both);
                    break;
                }
            }
        });
        Ok(Outbox { lines: Some(lines), stream: stream.try_clone()?, written })
    }

    /// Never waits: an end that reads nothing is cut off.
    pub fn send(&self, what: &impl Serialize) {
        // Everything that is told has a JSON.
        let Ok(mut line) = serde_json::to_vec(what) else { return };
        line.push(b'\n');
        let Some(lines) = &self.lines else { return };
        if let Err(TrySendError::Full(_)) = lines.try_send(line) {
            let _ = self.stream.shutdown(Shutdown::Both);
        }
    }

    /// Hand over what waits, as far as that goes in a moment, and hang up.
    pub fn close(mut self) {
        self.lines = None;
        // Nothing is ever sent: the other end is dropped, or it took too long.
        let _ = self.written.recv_timeout(PATIENCE);
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// Why no further line is to be had.
#[derive(Debug, PartialEq, Eq)]
pub enum NoLine {
    End,
    TooLong,
}

/// The next line of at most so many bytes, without its end.
pub fn read_line(stream: &mut impl BufRead, longest: usize) -> Result<Vec<u8>, NoLine> {
    let mut line = Vec::new();
    match stream.by_ref().take(longest as u64 + 1).read_until(b'\n', &mut line) {
        Ok(_) if line.ends_with(b"\n") => {
            line.pop();
            Ok(line)
        }
        Ok(_) if line.len() > longest => Err(NoLine::TooLong),
        Ok(_) | Err(_) => Err(NoLine::End),
    }
}

/// Wait until a request has been dealt with.
pub fn wait_for(dealt_with: &Receiver<()>) {
    // Nothing is ever sent: the other end is dropped.
    let _ = dealt_with.recv();
}

/// What is told to somebody who is not let in.
pub fn tell_once(mut stream: &UnixStream, news: &News) {
    let _ = stream.set_write_timeout(Some(PATIENCE));
    if let Ok(mut line) = serde_json::to_vec(news) {
        line.push(b'\n');
        let _ = stream.write_all(&line);
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn a_line_has_a_bound_and_an_end() {
        let mut stream = &b"one\n\ntwo\xff\nrest"[..];
        let lines: Vec<_> = (0..4).map(|_| read_line(&mut stream, 8)).collect();
        assert_eq!(lines, [Ok(b"one".to_vec()), Ok(Vec::new()), Ok(b"two\xff".to_vec()), Err(NoLine::End)]);
        assert_eq!(read_line(&mut &b"123456789\n"[..], 8), Err(NoLine::TooLong));
        assert_eq!(read_line(&mut &b"12345678\n"[..], 8), Ok(b"12345678".to_vec()));
    }

    #[test]
    fn an_end_that_reads_nothing_is_cut_off_and_nobody_waits_for_it() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        let outbox = Outbox::new(&ours).unwrap();
        // Nothing is read before the end of this: if anything here waited for the other end, it would wait for ever.
        for _ in 0..1_000 {
            outbox.send(&"x".repeat(10_000));
        }
        outbox.close();
        let mut bytes = Vec::new();
        // It ends, because the stream was shut.
        (&theirs).read_to_end(&mut bytes).unwrap();
        assert!(bytes.len() < 10_000_000);
    }

    #[test]
    fn nobody_waits_long_for_the_last_line_of_an_end_that_reads_slowly() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        let outbox = Outbox::new(&ours).unwrap();
        for _ in 0..WAITING {
            outbox.send(&"x".repeat(100_000));
        }
        thread::spawn(move || {
            let mut bytes = [0; 2_000];
            while (&theirs).read(&mut bytes).is_ok_and(|count| count > 0) {
                thread::sleep(Duration::from_millis(20));
            }
        });
        let start = std::time::Instant::now();
        outbox.close();
        assert!(start.elapsed() < 5 * PATIENCE, "{:?}", start.elapsed());
    }

    #[test]
    fn the_last_lines_are_handed_over() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        let outbox = Outbox::new(&ours).unwrap();
        outbox.send(&News::Over { is_finished: true });
        outbox.close();
        let mut stream = BufReader::new(theirs);
        assert_eq!(read_line(&mut stream, 100), Ok(br#"{"news":"over","is_finished":true}"#.to_vec()));
        assert_eq!(read_line(&mut stream, 100), Err(NoLine::End));
    }
}
