//! The socket between a session and its interviewer. It stands in greenroom's own folder, only this user may open it, and each
//! end asks the kernel who the other one is. Whoever holds the lock of sessions may replace it: what stands there is then left
//! from a process that was killed.

use std::fs::{self, File};
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, fchmod};
use rustix::net::sockopt::socket_peercred;
use rustix::net::{
    AddressFamily, SocketAddrUnix, SocketFlags, SocketType, bind, listen as start_listening, socket_with,
};
use rustix::process::geteuid;

const NAME: &str = "interviewer.sock";

/// How many callers may wait.
// A choice and no measurement: one partner comes, and a thread takes them at once.
const BACKLOG: i32 = 8;

/// The longest path that is used as it is.
// The kernel takes 107 bytes; a longer one is reached by a descriptor of its folder.
const LONGEST_PATH: usize = 100;

/// Listen in this folder. The caller holds the lock of sessions.
pub fn listen(folder: &Path) -> io::Result<UnixListener> {
    let place = Place::of(folder)?;
    remove(folder);
    let socket: OwnedFd = socket_with(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None)?;
    // The file gets the mode of the socket, so that at no moment anybody else may open it.
    fchmod(&socket, Mode::RUSR | Mode::WUSR)?;
    bind(&socket, &SocketAddrUnix::new(place.path())?)?;
    start_listening(&socket, BACKLOG)?;
    Ok(UnixListener::from(socket))
}

/// Call whoever listens in this folder. `NotFound` and `ConnectionRefused` mean that nobody does.
pub fn connect(folder: &Path) -> io::Result<UnixStream> {
    let place = Place::of(folder)?;
    let stream = UnixStream::connect(place.path())?;
    if is_ours(&stream) { Ok(stream) } else { Err(io::Error::from(io::ErrorKind::PermissionDenied)) }
}

/// Whether the other end is a process of this user.
pub fn is_ours(stream: &UnixStream) -> bool {
    socket_peercred(stream).is_ok_and(|peer| peer.uid == geteuid())
}

/// Take it away.
pub fn remove(folder: &Path) {
    // Nothing is there, or nothing can be done; then the next one to listen says why.
    let _ = fs::remove_file(folder.join(NAME));
}

/// A name for the socket that the kernel takes, however long the path of its folder is.
struct Place {
    path: PathBuf,
    folder: Option<File>,
}

impl Place {
    fn of(folder: &Path) -> io::Result<Place> {
        let path = folder.join(NAME);
        let is_short = path.as_os_str().len() <= LONGEST_PATH;
        Ok(Place { path, folder: if is_short { None } else { Some(File::open(folder)?) } })
    }

    fn path(&self) -> PathBuf {
        match &self.folder {
            Some(folder) => PathBuf::from(format!("/proc/self/fd/{}/{NAME}", folder.as_raw_fd())),
            None => self.path.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[track_caller]
    fn assert_talks(folder: &Path) {
        let listener = listen(folder).unwrap();
        let mut caller = connect(folder).unwrap();
        caller.write_all(b"x").unwrap();
        let (mut called, _) = listener.accept().unwrap();
        let mut byte = [0];
        called.read_exact(&mut byte).unwrap();
        assert_eq!(&byte, b"x");
        assert!(is_ours(&called));
    }

    #[test]
    fn only_its_owner_may_open_it() {
        let folder = tempfile::tempdir().unwrap();
        let _listener = listen(folder.path()).unwrap();
        let mode = fs::metadata(folder.path().join(NAME)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn the_path_may_be_long() {
        let folder = tempfile::tempdir().unwrap();
        assert_talks(folder.path());
        let long = folder.path().join("a".repeat(120)).join("b".repeat(120));
        fs::create_dir_all(&long).unwrap();
        assert_talks(&long);
    }

    #[test]
    fn what_a_killed_process_left_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        drop(listen(folder.path()).unwrap());
        assert_eq!(connect(folder.path()).unwrap_err().kind(), io::ErrorKind::ConnectionRefused);
        assert_talks(folder.path());
        remove(folder.path());
        assert_eq!(connect(folder.path()).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
