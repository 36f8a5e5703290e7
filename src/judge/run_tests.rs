//! A run whose zygote is a thread and whose child is a list of bytes.

use std::io::Write;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::Command;
use std::thread;

use proptest::prelude::*;
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use crate::judge::frame;
use crate::judge::packet;
use crate::judge::run::{End, Pace, Terms, run};
use crate::judge::slot::Slot;
use crate::model::isolation::{Isolation, Layer};
use crate::model::limits::{Limits, MAX_FRAME_BYTES};
use crate::model::wire::{
    Assignment, CheckJob, Ended, ExampleReply, Exit, Frame, Hello, Interpreter, Job, Launch, Load, Notice, Order,
};

/// How a run ends, and its frames, when the child sends `stream` in pieces and leaves.
fn heard(stream: &[u8], size: usize, pace: Pace) -> (End, Vec<Frame>) {
    let job = Job::Check(CheckJob {
        answer: String::new(),
        execute: true,
        setup: Vec::new(),
        seed_random: false,
        seed: 1,
        cases: vec![Vec::new(); 2],
    });
    let terms = Terms { launch: Launch::default(), limits: Limits::default() };
    let (control, theirs) = packet::pair().unwrap();
    let mut process = Command::new("sleep").arg("60").spawn().unwrap();
    let pid = Pid::from_raw(process.id().cast_signed()).unwrap();
    let (channel, mut child) = UnixStream::pair().unwrap();
    let stream = stream.to_vec();
    let zygote = thread::spawn(move || {
        let order = packet::receive::<Order>(theirs.as_fd()).unwrap().unwrap().0;
        assert_eq!(order, Order::Prepare { launch: terms.launch, rehearse: false });
        let pidfd = pidfd_open(pid, PidfdFlags::empty()).unwrap();
        let descriptors = [pidfd.as_fd(), channel.as_fd()];
        packet::send(theirs.as_fd(), &Notice::Forked { child: 1 }, &descriptors).unwrap();
        drop(channel);
        frame::write(&mut child, &Frame::Ready { proved: Layer::ALL.to_vec() }).unwrap();
        frame::read::<Assignment>(&mut child).unwrap();
        for piece in stream.chunks(size) {
            // The parent stops to listen at the first breach.
            let _ = child.write_all(piece);
        }
        drop(child);
        let ended = Ended { how: Exit::Status(3), cpu_us: 5000, max_rss_kib: 1 };
        packet::send(theirs.as_fd(), &Notice::Ended { child: 1, ended }, &[]).unwrap();
        theirs
    });
    let interpreter = Interpreter {
        version: String::new(),
        implementation: String::new(),
        prefix: String::new(),
        library: String::new(),
    };
    let hello = Hello { interpreter, missing: Vec::new(), namespaces: Vec::new() };
    let outer = pidfd_open(pid, PidfdFlags::empty()).unwrap();
    let mut slot = Slot::played(control, outer, hello);
    let isolation = Isolation::strongest(Vec::new());
    let mut frames = Vec::new();
    let finished = run(&mut slot, &isolation, &terms, &job, pace, &mut |frame| frames.push(frame));
    drop(zygote.join().unwrap());
    drop(slot);
    process.wait().unwrap();
    (finished.unwrap().end, frames)
}

fn due() -> Vec<Frame> {
    let reply = ExampleReply { shown: vec![vec![0]], printed: "text\n".to_owned(), raised: None };
    vec![
        Frame::Loaded(Load { printed: String::new(), failed: None }),
        Frame::Case { examples: vec![reply.clone()] },
        Frame::Case { examples: vec![reply] },
    ]
}

fn bytes(frames: &[Frame]) -> Vec<u8> {
    frames.iter().flat_map(frame::frame).collect()
}

#[test]
fn a_run_ends_as_its_frames_say() {
    let malformed = |what: &str| End::Malformed(what.to_owned());
    let left = End::Crash("the process left with exit status 3 before its answer was complete".to_owned());
    let [loaded, case, _] = <[Frame; 3]>::try_from(due()).unwrap();
    let all = bytes(&due());
    let too_long = [&(MAX_FRAME_BYTES as u32 + 1).to_le_bytes()[..], &all].concat();
    let table = [
        (all.clone(), End::Complete, 3),
        ([&all[..], b"more"].concat(), End::Complete, 3),
        (all[..all.len() - 1].to_vec(), malformed("a frame that ends early"), 2),
        (all[..2].to_vec(), malformed("a frame that ends early"), 0),
        (Vec::new(), left.clone(), 0),
        (bytes(&due()[..2]), left, 2),
        (bytes(&[case]), malformed("a frame that is not due"), 0),
        (bytes(&[loaded.clone(), loaded.clone()]), malformed("a frame that is not due"), 1),
        (bytes(&[loaded, Frame::TooMuchOutput]), End::OutputLimit, 1),
        (vec![1, 0, 0, 0, 99], malformed("the frame is not one of the protocol"), 0),
        (too_long, malformed("a frame of 4194305 bytes is over the limit of 4194304"), 0),
    ];
    for (stream, end, count) in table {
        for (size, pace) in [(3, Pace::One), (100_000, Pace::One), (3, Pace::Many)] {
            let (ended, frames) = heard(&stream, size, pace);
            assert_eq!((&ended, frames.len()), (&end, count), "{stream:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_of_a_child_make_a_run_fail(
        noise in proptest::collection::vec(any::<u8>(), 0..40),
        at in any::<prop::sample::Index>(),
        gone in 0_usize..20,
        size in 1_usize..200,
        pace in prop_oneof![Just(Pace::One), Just(Pace::Many)],
    ) {
        let mut stream = bytes(&due());
        let at = at.index(stream.len());
        let end = (at + gone).min(stream.len());
        stream.splice(at..end, noise);
        let (end, frames) = heard(&stream, size, pace);
        prop_assert!(frames.len() <= 3 && (end != End::Complete || frames.len() == 3), "{:?}", end);
    }
}
