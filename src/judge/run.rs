//! One run of one job in a slot, from order to cleared slot. The parent owns the index and the clocks: no frame extends a
//! deadline, and a frame that is not the next one of the protocol ends the run.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::net::{RecvFlags, SendFlags, recv, send};
use rustix::process::{Signal, pidfd_send_signal};

use crate::judge::clock::{Clocks, CpuClock, Expired};
use crate::judge::error::JudgeError;
use crate::judge::frame;
use crate::judge::packet::{self, readable_within};
use crate::judge::replies::{Breach, Replies};
use crate::judge::slot::{Slot, Waiting};
use crate::model::isolation::{Isolation, Layer};
use crate::model::limits::{KILL_GRACE, Limits, START_GRACE};
use crate::model::record::Usage;
use crate::model::wire::{Assignment, Ended, Exit, Frame, Job, Launch, Order};

/// Layers that the slot proves when it starts, by the numbers of its namespaces.
const OF_THE_SLOT: [Layer; 3] = [Layer::NetworkNamespace, Layer::IpcNamespace, Layer::UtsNamespace];

/// How long a child may take to leave after its last frame before it is ended.
const LEAVE_GRACE: Duration = Duration::from_millis(50);

/// How much is read from a child at once.
const READ_BYTES: usize = 16 * 1024;

/// How often the frames of a child are looked at when nobody waits for them one by one.
// Receipt: a short answer sends twelve frames within a millisecond; a wake-up for each of them cost 0.15 ms of CPU.
const GLANCE_EVERY: Duration = Duration::from_millis(2);

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// Every frame that the job asks for has come.
    Complete,
    Timeout(Expired),
    OutputLimit,
    /// The system-call filter ended the child.
    Blocked,
    /// The child died or left too early; how.
    Crash(String),
    /// The child sent something that is not of the protocol; what.
    Malformed(String),
    /// More processes ran than an answer may start.
    Crowded,
}

/// A finished run.
#[derive(Debug)]
pub struct Finished {
    pub end: End,
    pub usage: Usage,
    /// The layers that the child proved before it got the job.
    pub proved: Vec<Layer>,
}

/// What comes after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Nothing.
    One,
    /// Another one, some time: the zygote forks a child of the same kind as soon as this one has ended.
    Next,
    /// Another one, after a while, and somebody will wait for it: the child rehearses.
    Pause,
    /// Another one, at once: and nobody waits for the frames of this one, so they are looked at now and then.
    Many,
}

/// On which terms an answer runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    pub launch: Launch,
    pub limits: Limits,
}

/// Run `job`. Each frame that belongs to it is given to `on_frame`. An error means that the slot is lost or never started the child; nothing is known
/// of the answer then.
pub fn run(
    slot: &mut Slot,
    isolation: &Isolation,
    terms: &Terms,
    job: &Job,
    pace: Pace,
    on_frame: &mut dyn FnMut(Frame),
) -> Result<Finished, JudgeError> {
    let waiting = slot.take(terms.launch)?;
    let clock = CpuClock::of(&waiting.pidfd, terms.launch.processes);
    let mut child = RunningChild::new(slot, waiting, &terms.limits);
    let proved = child.wait_until_ready(isolation)?;
    let clock = clock.ok_or_else(|| JudgeError::Lost("a child was gone before it got its job".to_owned()))?;
    if pace != Pace::One {
        child.slot.prepare(terms.launch, pace == Pace::Pause)?;
    }
    child.glances = pace == Pace::Many;
    let mut clocks = Clocks::start(&terms.limits, clock);
    let talk = child.converse(job, &terms.limits, &mut clocks, on_frame);
    let wall = clocks.elapsed();
    let leaves = matches!(talk, Ok(End::Complete));
    let ended = child.finish(leaves)?;
    let end = match talk? {
        End::Crash(_) => of_exit(ended.how),
        other => other,
    };
    let usage = Usage {
        cpu_ms: ended.cpu_us / 1000,
        wall_ms: wall.as_millis() as u64,
        max_rss_kib: ended.max_rss_kib,
        retries: 0,
    };
    Ok(Finished { end, usage, proved })
}

/// What a process that ended without its last frame says about the answer.
fn of_exit(how: Exit) -> End {
    match how {
        Exit::Signal(libc::SIGSYS) => End::Blocked,
        Exit::Signal(libc::SIGXCPU) => End::Timeout(Expired::Cpu),
        Exit::Signal(signal) => {
            End::Crash(format!("the process was ended by signal {signal} ({})", signal_name(signal)))
        }
        Exit::Flooded => End::Crash("it wrote more files or bytes into its temporary folder than it may".to_owned()),
        Exit::Status(status) => {
            End::Crash(format!("the process left with exit status {status} before its answer was complete"))
        }
    }
}

fn signal_name(signal: i32) -> &'static str {
    match signal {
        libc::SIGSEGV => "segmentation fault: often recursion in C code without end",
        libc::SIGABRT => "abort: CPython gave up, often for lack of memory",
        libc::SIGKILL => "killed: by itself, or by a system that ran out of memory",
        libc::SIGBUS => "bus error",
        libc::SIGFPE => "arithmetic error in C code",
        libc::SIGILL => "illegal instruction",
        libc::SIGTERM => "terminated",
        libc::SIGINT => "interrupted",
        libc::SIGXFSZ => "a file beyond the size limit",
        libc::SIGALRM => "alarm",
        _ => "see signal(7)",
    }
}

/// A child between its start and its end.
struct RunningChild<'a> {
    slot: &'a mut Slot,
    child: u64,
    channel: OwnedFd,
    pidfd: OwnedFd,
    replies: Replies,
    /// The zygote's notice, once it has come.
    ended: Option<Ended>,
    /// The child has closed its side of the channel.
    closed: bool,
    /// Frames are looked at now and then, not each when it comes.
    glances: bool,
}

/// What happened while waiting.
enum Woken {
    /// Bytes have been read, or the child is gone.
    Heard,
    /// The time is up.
    Late,
}

impl RunningChild<'_> {
    fn new<'a>(slot: &'a mut Slot, waiting: Waiting, limits: &Limits) -> RunningChild<'a> {
        RunningChild {
            slot,
            child: waiting.child,
            channel: waiting.channel,
            pidfd: waiting.pidfd,
            replies: Replies::new(limits),
            ended: None,
            closed: false,
            glances: false,
        }
    }

    /// The child proves its layers before it is given the job. Each that the slot claims to have is demanded.
    fn wait_until_ready(&mut self, isolation: &Isolation) -> Result<Vec<Layer>, JudgeError> {
        let deadline = Instant::now() + START_GRACE;
        loop {
            match self.replies.before_the_job() {
                Ok(Some(Frame::Ready { proved })) => {
                    let unproved = Layer::ALL
                        .into_iter()
                        .find(|layer| isolation.has(*layer) && !OF_THE_SLOT.contains(layer) && !proved.contains(layer));
                    return match unproved {
                        None => Ok(proved),
                        Some(layer) => {
                            let reason = "the child could not prove it".to_owned();
                            Err(self.abandon(JudgeError::Layer { layer: layer.name(), reason }))
                        }
                    };
                }
                Ok(Some(Frame::NotReady { layer, reason })) => {
                    return Err(self.abandon(JudgeError::Layer { layer: layer.name(), reason }));
                }
                Ok(Some(_)) | Err(_) => {
                    return Err(self.abandon(JudgeError::Lost("a child began with a wrong frame".to_owned())));
                }
                Ok(None) => {}
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if self.closed || left.is_zero() {
                return Err(self.abandon(JudgeError::Lost("a child did not become ready".to_owned())));
            }
            self.wait(left, &mut &[][..])?;
        }
    }

    /// End the child and forget it; the slot stays usable.
    fn abandon(&mut self, error: JudgeError) -> JudgeError {
        match self.finish(false) {
            Ok(_) => error,
            Err(lost) => lost,
        }
    }

    /// Send the job and take its frames until the last one, a limit, or the end of the child. A crash is reported without
    /// its reason, which only the zygote knows.
    fn converse(
        &mut self,
        job: &Job,
        limits: &Limits,
        clocks: &mut Clocks,
        on_frame: &mut dyn FnMut(Frame),
    ) -> Result<End, JudgeError> {
        let bytes = frame::frame(&Assignment { limits: *limits, job: job.clone() });
        let mut to_send = &bytes[..];
        self.replies.expect(job);
        loop {
            loop {
                match self.replies.next_due() {
                    Ok(Some(frame)) => on_frame(frame),
                    Ok(None) => break,
                    Err(Breach::TooMuchOutput) => return Ok(End::OutputLimit),
                    Err(Breach::Malformed(what)) => return Ok(End::Malformed(what)),
                }
                if self.replies.are_complete() {
                    return Ok(End::Complete);
                }
                clocks.next_phase();
            }
            if self.replies.are_too_long() {
                return Ok(End::OutputLimit);
            }
            if self.closed || self.ended.is_some() {
                return Ok(if self.replies.are_torn() {
                    End::Malformed("a frame that ends early".to_owned())
                } else {
                    End::Crash(String::new())
                });
            }
            let left = match clocks.remaining() {
                Ok(left) => clocks.look_every().map_or(left, |every| left.min(every)),
                Err(expired) => return Ok(End::Timeout(expired)),
            };
            if clocks.is_crowded() {
                return Ok(End::Crowded);
            }
            if let Woken::Late = self.wait(left, &mut to_send)? {
                // The loop looks at the clocks again: CPU time may have run slower than the wall clock.
            }
        }
    }

    /// Wait for bytes of the child, room for ours, or a notice of the zygote; at most `limit`.
    fn wait(&mut self, limit: Duration, to_send: &mut &[u8]) -> Result<Woken, JudgeError> {
        let lost = |error: io::Error| JudgeError::Lost(error.to_string());
        let glances = self.glances && to_send.is_empty();
        let limit = if glances { limit.min(GLANCE_EVERY) } else { limit };
        let interest = match to_send.is_empty() {
            // The end of the child is seen all the same.
            true if glances => PollFlags::empty(),
            true => PollFlags::IN,
            false => PollFlags::IN | PollFlags::OUT,
        };
        let mut waiting = [PollFd::new(&self.channel, interest), PollFd::new(&self.slot.control, PollFlags::IN)];
        let timeout = Timespec { tv_sec: limit.as_secs() as i64, tv_nsec: i64::from(limit.subsec_nanos()) };
        match poll(&mut waiting, Some(&timeout)) {
            Err(Errno::INTR) => return Ok(Woken::Heard),
            Err(error) => return Err(lost(error.into())),
            Ok(0) if !glances => return Ok(Woken::Late),
            Ok(_) => {}
        }
        let [channel, control] = waiting.map(|one| one.revents());
        if channel.contains(PollFlags::OUT) {
            match send(&self.channel, to_send, SendFlags::DONTWAIT | SendFlags::NOSIGNAL) {
                Ok(sent) => *to_send = &to_send[sent..],
                Err(Errno::AGAIN | Errno::INTR) => {}
                // The child is gone; reading will tell.
                Err(_) => *to_send = &[],
            }
        }
        if glances || channel.intersects(PollFlags::IN | PollFlags::HUP | PollFlags::ERR) {
            self.read_all();
        }
        if !control.is_empty() {
            self.hear_zygote(Duration::ZERO)?;
            // What the child had sent before its end is still in the channel.
            self.read_all();
        }
        Ok(Woken::Heard)
    }

    /// Read what is there, without waiting.
    fn read_all(&mut self) {
        while !self.closed && !self.replies.are_too_long() && self.read() == READ_BYTES {}
    }

    /// Read once, without waiting. Returns the number of bytes.
    fn read(&mut self) -> usize {
        let mut buffer = [0; READ_BYTES];
        match recv(&self.channel, &mut buffer, RecvFlags::DONTWAIT) {
            Ok((0, _)) => self.closed = true,
            Ok((length, _)) => {
                self.replies.feed(&buffer[..length]);
                return length;
            }
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(_) => self.closed = true,
        }
        0
    }

    fn hear_zygote(&mut self, within: Duration) -> Result<(), JudgeError> {
        self.ended = Some(self.slot.ended(self.child, within)?);
        Ok(())
    }

    /// End the child if it is still there, and wait until nothing of it is left. One that `leaves` is done and given the
    /// time to go by itself.
    fn finish(&mut self, leaves: bool) -> Result<Ended, JudgeError> {
        let lost = |error: io::Error| JudgeError::Lost(error.to_string());
        if self.ended.is_none()
            && (self.closed || leaves)
            && readable_within(&self.slot.control, LEAVE_GRACE).map_err(lost)?
        {
            self.hear_zygote(Duration::ZERO)?;
        }
        if self.ended.is_none() {
            // Directly, for the clock's sake; then by order, for everything that it started.
            let _ = pidfd_send_signal(&self.pidfd, Signal::KILL);
            packet::send(self.slot.control.as_fd(), &Order::Kill { child: self.child }, &[]).map_err(lost)?;
            if !readable_within(&self.slot.control, KILL_GRACE).map_err(lost)? {
                return Err(JudgeError::Lost("a child could not be ended".to_owned()));
            }
            self.hear_zygote(Duration::ZERO)?;
        }
        self.ended.ok_or_else(|| JudgeError::Lost("the end of a child was not told".to_owned()))
    }
}
