//! Read what a candidate wrote. Whatever stands under the name, reading it ends at once.

use std::fs::{File, FileType, OpenOptions};
use std::io;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::model::limits::MAX_SOURCE_BYTES;

/// Why there are no bytes.
#[derive(Debug, thiserror::Error)]
pub enum AnswerFileError {
    #[error("`{}` does not exist", .path.display())]
    Missing { path: PathBuf },
    #[error("`{}` is {found}, not a file", .path.display())]
    NotAFile { path: PathBuf, found: &'static str },
    #[error("`{}` is {size} bytes; at most {MAX_SOURCE_BYTES} are read", .path.display())]
    TooLarge { path: PathBuf, size: u64 },
    #[error("cannot read `{}`: {reason}", .path.display())]
    Unreadable { path: PathBuf, reason: io::Error },
}

/// The bytes of an answer. Links are followed: the files are the candidate's own.
pub fn read(path: &Path) -> Result<Vec<u8>, AnswerFileError> {
    let failed = |reason: io::Error| match reason.kind() {
        io::ErrorKind::NotFound => AnswerFileError::Missing { path: path.to_owned() },
        _ => AnswerFileError::Unreadable { path: path.to_owned(), reason },
    };
    // Opening a device can have effects, so look first; a name can change its meaning, so look again.
    require_file(path, path.metadata().map_err(failed)?.file_type())?;
    let file = open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    require_file(path, metadata.file_type())?;
    let mut bytes = Vec::with_capacity(metadata.len().min(MAX_SOURCE_BYTES as u64) as usize + 1);
    file.take(MAX_SOURCE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_SOURCE_BYTES {
        let size = metadata.len().max(bytes.len() as u64);
        return Err(AnswerFileError::TooLarge { path: path.to_owned(), size });
    }
    Ok(bytes)
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    // A FIFO without a writer would block for ever.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOCTTY);
    options.open(path)
}

fn require_file(path: &Path, kind: FileType) -> Result<(), AnswerFileError> {
    if kind.is_file() {
        return Ok(());
    }
    Err(AnswerFileError::NotAFile { path: path.to_owned(), found: describe(kind) })
}

/// What something that is not a file is called.
pub fn describe(kind: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return "a FIFO";
        }
        if kind.is_socket() {
            return "a socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "a device";
        }
    }
    if kind.is_dir() {
        "a folder"
    } else if kind.is_symlink() {
        "a link"
    } else if kind.is_file() {
        "a file"
    } else {
        "something else"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(path: &Path) -> String {
        let folder = path.parent().unwrap().display().to_string();
        read(path).unwrap_err().to_string().replace(&folder, "")
    }

    #[test]
    fn the_bytes_come_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        std::fs::write(&path, b"x = 1\r\n\0\xff").unwrap();
        assert_eq!(read(&path).unwrap(), b"x = 1\r\n\0\xff");
    }

    #[test]
    fn a_missing_file_and_a_folder_are_named() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(message(&folder.path().join("answer.py")), "`/answer.py` does not exist");
        std::fs::create_dir(folder.path().join("dir")).unwrap();
        assert_eq!(message(&folder.path().join("dir")), "`/dir` is a folder, not a file");
    }

    #[test]
    fn a_file_over_the_limit_is_refused_by_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        let at_limit = vec![b'#'; MAX_SOURCE_BYTES];
        std::fs::write(&path, &at_limit).unwrap();
        assert_eq!(read(&path).unwrap().len(), MAX_SOURCE_BYTES);
        File::options().write(true).open(&path).unwrap().set_len(10_000_000).unwrap();
        assert_eq!(message(&path), "`/answer.py` is 10000000 bytes; at most 262144 are read");
    }

    #[cfg(unix)]
    #[test]
    fn a_fifo_a_device_and_a_socket_never_block() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("fifo");
        rustix::fs::mkfifoat(rustix::fs::CWD, &fifo, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
        assert_eq!(message(&fifo), "`/fifo` is a FIFO, not a file");
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(message(&socket), "`/socket` is a socket, not a file");
        assert_eq!(message(Path::new("/dev/zero")), "`/zero` is a device, not a file");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_an_own_file_is_followed_and_a_loop_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("real.py"), "x = 1").unwrap();
        let link = folder.path().join("answer.py");
        std::os::unix::fs::symlink("real.py", &link).unwrap();
        assert_eq!(read(&link).unwrap(), b"x = 1");
        let ring = folder.path().join("ring");
        std::os::unix::fs::symlink("ring", &ring).unwrap();
        assert!(message(&ring).starts_with("cannot read `/ring`: "));
    }
}
