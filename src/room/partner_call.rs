//! The interviewer's end of the line to a room.

use std::io::{self, BufReader};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use crate::model::partner_wire::{LONGEST_NEWS, News, Refused, Request};
use crate::room::message::Message;
use crate::room::partner_line::{Outbox, read_line};
use crate::store::partner_socket;

/// The line of an interviewer to a room.
#[derive(Debug)]
pub struct Line {
    outbox: Outbox,
}

impl Line {
    /// Call the room that listens in this folder; what it tells becomes messages.
    pub fn call(folder: &Path, messages: Sender<Message>) -> io::Result<Line> {
        let stream = partner_socket::connect(folder)?;
        let outbox = Outbox::new(&stream)?;
        outbox.send(&Request::Hello { greenroom: env!("CARGO_PKG_VERSION").to_owned() });
        thread::spawn(move || {
            let mut stream = BufReader::new(stream);
            while let Ok(line) = read_line(&mut stream, LONGEST_NEWS) {
                let news = serde_json::from_slice(&line).unwrap_or(News::Refused { why: Refused::NotUnderstood });
                if messages.send(Message::News(Some(Box::new(news)))).is_err() {
                    return;
                }
            }
            let _ = messages.send(Message::News(None));
        });
        Ok(Line { outbox })
    }

    pub fn ask(&self, request: &Request) {
        self.outbox.send(request);
    }

    pub fn hang_up(self) {
        self.outbox.close();
    }
}
