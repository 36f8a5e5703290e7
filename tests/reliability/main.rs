//! What must hold when something breaks: the journal, the disk, the clock, signals, the terminal. The real binary is played
//! wherever it can be; a test says which case it is.
//!
//! | case | what breaks | where it is tried |
//! | --- | --- | --- |
//! | 1 | `kill -9` at each call of a save | `journal`, `power` (power loss), `killed` (random moments of an interview) |
//! | 2 | a torn end | `power` (any write, or half of it), `journal` (cut and zeroed files, torn rollback journals) |
//! | 3 | a flipped bit | `journal`; by its event in `src/store/journal.rs` |
//! | 4 | a full disk, at each call | `disk`; a report that cannot be written in `src/room/tests.rs` |
//! | 5 | a sync that fails | `disk` |
//! | 6 | names that were not synced | `power`; whole files in `src/store/atomic.rs` |
//! | 7 | two processes append | `journal`; two interviews at once in `tests/session.rs` |
//! | 8, 9 | a stale lock, a pid that is used again | `signals`; the lock is the kernel's (`src/store/lock.rs`) |
//! | 10 | a home that cannot be written, or none | `disk`; `tests/session.rs`; `src/store/home.rs` |
//! | 11 | a link, a FIFO or a folder in the journal's place | `src/store/journal.rs`; a folder also in `tests/session.rs` |
//! | 12 | a journal of 100 MB | `journal` |
//! | 13 | a newer format | `journal`; `src/store/journal.rs` |
//! | 14 | a journal edited by hand | `journal` |
//! | 15 | steps of the wall clock | `clock`; `src/engine/clock.rs`, `src/room/tests.rs` |
//! | 16 | a machine that sleeps | `clock`; `src/engine/clock.rs` |
//! | 17 | a reboot in a session | `clock`; `src/engine/session_tests.rs` |
//! | 18 | the bell in a word, a prompt, a check | `clock`; in all else `tests/bell.rs`, in an editor `tests/editor.rs`; a whole plan `tests/full_plan.rs` |
//! | 19 | clocks that run backwards | properties in `src/engine/clock.rs` and `src/engine/session_tests.rs` |
//! | 20 | Ctrl-C | `signals`; once, in a question, `tests/session.rs`; in the editor of a session `tests/editor.rs` |
//! | 21 | termination, a closed window, a closed pipe | `signals`; each signal `tests/session.rs` |
//! | 22 | Ctrl-Z and back | `signals`; in an editor `tests/editor.rs` |
//! | 23 | sizes of the terminal | `terminals` |
//! | 24 | no input | `terminals`; `tests/session.rs`, `tests/comfort.rs` |
//! | 25 | no output | `disk`; nobody who reads it: `unread` |
//! | 26 | a panic | `signals`: what a panic unwinds, in a process of ours. No way to make the binary panic is known |
//! | 27 | plain terminals | `terminals` |
//!
//! What one machine cannot play is the disk itself: a drive that says that it has written and has not. `power` plays a disk
//! that loses what was not synced, from the calls that the journal really makes. A sleep and a reboot are played by their
//! clocks and the boot id. A read-only home and no home at all need a user who is not root, and a test that can become one.

mod clock;
mod disk;
#[path = "../support/clock.rs"]
mod fake_clock;
#[path = "../support/faults.rs"]
mod faults;
mod journal;
mod keeping;
mod killed;
mod play;
mod power;
#[path = "../support/shim.rs"]
mod shim;
mod signals;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/terminal.rs"]
mod terminal;
mod terminals;
mod unread;
