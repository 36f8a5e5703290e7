//! The door of a room: a socket at which one interviewer at a time comes in. Callers are served by threads of their own, and
//! nothing that one of them sends does more than become a request, or end its line.

use std::io::{self, BufReader};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, sync_channel};
use std::thread;
use std::time::Duration;

use crate::model::partner_wire::{LONGEST_REQUEST, News, Refused, Request};
use crate::room::message::Message;
use crate::room::partner_line::{Call, NoLine, Outbox, read_line, tell_once, wait_for};
use crate::store::partner_socket;

/// How long a caller may be silent before it has said who it is.
// A choice and no measurement: a program sends that line at once, and the machine may be busy.
const SILENCE: Duration = Duration::from_secs(5);

/// How many callers are listened to at once; one of them gets the seat.
// A choice and no measurement: a partner, one who comes back before the cut line is noticed, and some by mistake.
const MOST_CALLERS: usize = 8;

/// How long somebody who comes back waits for the end of the line that was cut.
// A choice and no measurement: half a second is far longer than a thread takes to see the end of its line.
const TRIES: u32 = 5;
const TRY_AGAIN: Duration = Duration::from_millis(100);

/// How long no caller is admitted when one could not be.
// A choice and no measurement: short for whoever calls, and no load while descriptors are out.
const REST: Duration = Duration::from_millis(200);

/// It is closed when this goes.
#[derive(Debug)]
pub struct Door {
    folder: PathBuf,
}

/// What the threads of a door share.
#[derive(Debug, Clone)]
struct Hall {
    messages: Sender<Message>,
    is_taken: Arc<AtomicBool>,
    callers: Arc<AtomicUsize>,
}

impl Door {
    /// Open it in this folder. The caller holds the lock of sessions.
    pub fn open(folder: &Path, messages: Sender<Message>) -> io::Result<Door> {
        let listener = partner_socket::listen(folder)?;
        let hall = Hall { messages, is_taken: Arc::default(), callers: Arc::default() };
        thread::spawn(move || admit(&listener, &hall));
        Ok(Door { folder: folder.to_owned() })
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        partner_socket::remove(&self.folder);
    }
}

fn admit(listener: &UnixListener, hall: &Hall) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // Out of descriptors, most likely: wait until there are some.
            thread::sleep(REST);
            continue;
        };
        let is_full = hall.callers.fetch_add(1, Ordering::SeqCst) >= MOST_CALLERS;
        if is_full || !partner_socket::is_ours(&stream) {
            hall.callers.fetch_sub(1, Ordering::SeqCst);
            continue;
        }
        let hall = hall.clone();
        thread::spawn(move || {
            serve(&stream, &hall);
            hall.callers.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

fn serve(stream: &UnixStream, hall: &Hall) {
    let refuse = |why| tell_once(stream, &News::Refused { why });
    let ours = env!("CARGO_PKG_VERSION");
    let _ = stream.set_read_timeout(Some(SILENCE));
    let mut reader = BufReader::new(stream);
    match next(&mut reader) {
        Ok(Request::Hello { greenroom }) if greenroom == ours => {}
        Ok(Request::Hello { .. }) => return refuse(Refused::OtherVersion { greenroom: ours.to_owned() }),
        Err(Some(why)) => return refuse(why),
        Ok(_) => return refuse(Refused::NotUnderstood),
        Err(None) => return,
    }
    let is_seated = (0..TRIES).any(|again| {
        if again > 0 {
            thread::sleep(TRY_AGAIN);
        }
        !hall.is_taken.swap(true, Ordering::SeqCst)
    });
    if !is_seated {
        return refuse(Refused::Taken);
    }
    let _ = stream.set_read_timeout(None);
    if let Ok(outbox) = Outbox::new(stream)
        && hall.messages.send(Message::Interviewer(Call::Joined(outbox))).is_ok()
    {
        loop {
            match next(&mut reader) {
                Ok(Request::Hello { .. }) => break,
                Ok(request) => {
                    let (dealt_with, waiting) = sync_channel(0);
                    if hall.messages.send(Message::Interviewer(Call::Asked(request, dealt_with))).is_err() {
                        break;
                    }
                    wait_for(&waiting);
                }
                Err(_) => break,
            }
        }
        let _ = hall.messages.send(Message::Interviewer(Call::Left));
    }
    hall.is_taken.store(false, Ordering::SeqCst);
}

/// The next request, or why there is none.
fn next(reader: &mut BufReader<&UnixStream>) -> Result<Request, Option<Refused>> {
    let line = read_line(reader, LONGEST_REQUEST)
        .map_err(|error| (error == NoLine::TooLong).then_some(Refused::NotUnderstood))?;
    serde_json::from_slice(&line).map_err(|_| Some(Refused::NotUnderstood))
}
