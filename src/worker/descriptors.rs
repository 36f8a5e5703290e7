//! Which descriptor stands where in a worker and in its children.

use std::fs::File;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};

use rustix::io::fcntl_dupfd_cloexec;

use crate::sandbox::sys;

/// Where a child finds its channel. The zygote keeps the number occupied, so that nothing else lands there.
pub const CHANNEL: i32 = 3;

/// Descriptors of the zygote stand above those that a child uses.
const FIRST_OWN_DESCRIPTOR: i32 = 10;

/// The channel that this process was started with, moved out of the way; `/dev/null` for the standard three and for the
/// place of the channel.
pub fn arrange() -> std::io::Result<OwnedFd> {
    let given = sys::own(0);
    let moved = out_of_the_way(&given)?;
    let null = File::options().read(true).write(true).open("/dev/null")?;
    for number in 0..=CHANNEL {
        if null.as_raw_fd() != number {
            sys::place(null.as_fd(), number).map_err(|error| error.source)?;
        }
    }
    // Both stay open under numbers that are now spoken for.
    std::mem::forget(given);
    if null.as_raw_fd() <= CHANNEL {
        std::mem::forget(null);
    }
    Ok(moved)
}

/// The same, under a number above those that a child uses.
pub fn out_of_the_way(descriptor: impl AsFd) -> std::io::Result<OwnedFd> {
    Ok(fcntl_dupfd_cloexec(descriptor, FIRST_OWN_DESCRIPTOR)?)
}

/// Standard streams of this process alone: flags, owner and locks belong to an open file, and the zygote's is shared by
/// every child after this one.
pub fn own_streams() -> std::io::Result<()> {
    let null = File::options().read(true).write(true).open("/dev/null")?;
    (0..CHANNEL).try_for_each(|number| sys::place(null.as_fd(), number).map_err(|error| error.source))
}
