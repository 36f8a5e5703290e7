//! One running session for each home. The lock is the kernel's: it goes with the process that holds it, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

const NAME: &str = "running.lock";

/// How often a lock that is held is tried for, and the rest in between.
// A choice and no measurement: a look (`SessionLock::look`) holds it for microseconds, a session for minutes; whoever is refused
// hears of it a tenth of a second later.
const TRIES: u32 = 10;
const REST: Duration = Duration::from_millis(10);

/// Held as long as the session runs.
#[derive(Debug)]
pub struct SessionLock {
    file: File,
    path: PathBuf,
}

/// Who runs a session; for messages only, the lock does not depend on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub pid: u32,
    pub session: String,
    pub folder: PathBuf,
}

/// Whether a session runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockState {
    Free,
    Held(Holder),
    /// By a process that has not told what it runs: it is starting.
    HeldByUnknown,
}

#[derive(Debug, thiserror::Error)]
pub enum LockError {
    #[error("session `{}` is running in `{}` (process {})", .0.session, .0.folder.display(), .0.pid)]
    Held(Holder),
    #[error("another session is being started; `{}` is locked", .path.display())]
    HeldByUnknown { path: PathBuf },
    #[error("cannot lock `{}`: {reason}; set `GREENROOM_HOME` to a folder on a local disk that you may write to", .path.display())]
    Io { path: PathBuf, reason: io::Error },
}

impl SessionLock {
    /// Take the lock of the home at `folder`, or say who holds it. Waits for nobody who holds it for longer than a look.
    pub fn acquire(folder: &Path) -> Result<SessionLock, LockError> {
        SessionLock::acquire_resting(folder, || thread::sleep(REST))
    }

    fn acquire_resting(folder: &Path, mut rest: impl FnMut()) -> Result<SessionLock, LockError> {
        let path = folder.join(NAME);
        let failed = |reason| LockError::Io { path: path.clone(), reason };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        // The file behind a link is not ours to write to.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW);
        let mut file = options.open(&path).map_err(failed)?;
        let mut taken = file.try_lock();
        for _ in 1..TRIES {
            if !matches!(taken, Err(TryLockError::WouldBlock)) {
                break;
            }
            rest();
            taken = file.try_lock();
        }
        match taken {
            Ok(()) => {
                // What a process that was killed left there is nobody's name; a failure changes messages only.
                let _ = file.set_len(0);
                Ok(SessionLock { file, path })
            }
            Err(TryLockError::WouldBlock) => Err(match holder(&mut file) {
                Some(holder) => LockError::Held(holder),
                None => LockError::HeldByUnknown { path },
            }),
            Err(TryLockError::Error(reason)) => Err(failed(reason)),
        }
    }

    /// Whether somebody holds the lock of the home at `folder`. Nothing is written, and nothing created.
    pub fn look(folder: &Path) -> Result<LockState, LockError> {
        let path = folder.join(NAME);
        let failed = |reason| LockError::Io { path: path.clone(), reason };
        let mut options = OpenOptions::new();
        options.read(true);
        // Neither a link is followed, nor a pipe waited for.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW | libc::O_NONBLOCK);
        let mut file = match options.open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(LockState::Free),
            Err(reason) => return Err(failed(reason)),
        };
        // Shared, so that two who look do not take each other for a session.
        match file.try_lock_shared() {
            Ok(()) => Ok(LockState::Free),
            Err(TryLockError::WouldBlock) => Ok(holder(&mut file).map_or(LockState::HeldByUnknown, LockState::Held)),
            Err(TryLockError::Error(reason)) => Err(failed(reason)),
        }
    }

    /// Tell others what runs under the lock.
    pub fn name(&mut self, session: &str, folder: &Path) -> Result<(), LockError> {
        let holder = Holder { pid: std::process::id(), session: session.to_owned(), folder: folder.to_owned() };
        let text = serde_json::to_string(&holder).map_err(io::Error::from);
        text.and_then(|text| self.replace(text.as_bytes()))
            .map_err(|reason| LockError::Io { path: self.path.clone(), reason })
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()?;
        self.file.write_all(bytes)
    }
}

impl Drop for SessionLock {
    fn drop(&mut self) {
        // The name of a session that is over would mislead the next reader; a failure changes nothing else.
        let _ = self.replace(b"");
    }
}

fn holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_runs_where() {
        let home = tempfile::tempdir().unwrap();
        let mut lock = SessionLock::acquire(home.path()).unwrap();
        lock.name("k7qd", Path::new("/tmp/greenroom-k7qd")).unwrap();
        let message = SessionLock::acquire(home.path()).unwrap_err().to_string();
        let pid = std::process::id();
        assert_eq!(message, format!("session `k7qd` is running in `/tmp/greenroom-k7qd` (process {pid})"));
    }

    #[test]
    fn a_lock_that_was_let_go_is_free() {
        let home = tempfile::tempdir().unwrap();
        drop(SessionLock::acquire(home.path()).unwrap());
        let _lock = SessionLock::acquire(home.path()).unwrap();
        let message = SessionLock::acquire(home.path()).unwrap_err().to_string();
        assert!(message.contains("running.lock") && !message.contains("k7qd"), "{message}");
    }

    #[test]
    fn a_look_tells_who_runs_what_and_takes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let look = || SessionLock::look(home.path()).unwrap();
        assert_eq!(look(), LockState::Free);
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
        let left = r#"{"pid": 1, "session": "dead", "folder": "/tmp"}"#;
        std::fs::write(home.path().join("running.lock"), left).unwrap();
        assert_eq!(look(), LockState::Free, "what a killed process left behind holds nothing");
        let mut lock = SessionLock::acquire(home.path()).unwrap();
        assert_eq!(look(), LockState::HeldByUnknown);
        lock.name("k7qd", Path::new("/tmp/here")).unwrap();
        let holder = Holder { pid: std::process::id(), session: "k7qd".to_owned(), folder: "/tmp/here".into() };
        assert_eq!((look(), look()), (LockState::Held(holder.clone()), LockState::Held(holder)));
        drop(lock);
        assert_eq!(look(), LockState::Free);
    }

    #[test]
    fn who_starts_a_session_waits_for_a_look() {
        let home = tempfile::tempdir().unwrap();
        drop(SessionLock::acquire(home.path()).unwrap());
        let looking = File::open(home.path().join("running.lock")).unwrap();
        looking.try_lock_shared().unwrap();
        let mut rests = 0;
        let rest = || {
            rests += 1;
            looking.unlock().unwrap();
        };
        SessionLock::acquire_resting(home.path(), rest).unwrap();
        assert_eq!(rests, 1);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_behind_a_link_is_not_touched() {
        let home = tempfile::tempdir().unwrap();
        let diary = home.path().join("diary");
        std::fs::write(&diary, "dear diary").unwrap();
        std::os::unix::fs::symlink(&diary, home.path().join("running.lock")).unwrap();
        assert!(matches!(SessionLock::acquire(home.path()), Err(LockError::Io { .. })));
        assert_eq!(std::fs::read(&diary).unwrap(), b"dear diary");
    }

    #[test]
    fn what_a_killed_process_left_behind_holds_nothing() {
        let home = tempfile::tempdir().unwrap();
        let left = r#"{"pid": 1, "session": "dead", "folder": "/tmp"}"#;
        std::fs::write(home.path().join("running.lock"), left).unwrap();
        assert!(SessionLock::acquire(home.path()).is_ok());
    }
}
