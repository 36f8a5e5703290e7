//! The files of a folder of submissions. The folder is a stranger's: no link is followed, nothing but plain files is
//! opened, nothing outside of it is reached, and every name may be any bytes.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Component, Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::Errno;

use crate::model::limits::MAX_SOURCE_BYTES;

/// A folder of submissions, held open: whatever its name means later, it stays this one.
#[derive(Debug)]
pub struct Submissions {
    folder: OwnedFd,
    path: PathBuf,
}

/// Why there are no bytes of an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// There is a file, and no answer is that long.
    #[error("is {size} bytes")]
    TooLarge { size: u64 },
    /// What stands there is no file of this folder: nothing that was handed in.
    #[error("{0}")]
    NoFile(String),
    /// This machine could not read it.
    #[error("cannot be read: {0}")]
    Unreadable(String),
}

impl Submissions {
    pub fn open(path: &Path) -> io::Result<Submissions> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Submissions { folder: openat(CWD, path, flags, Mode::empty())?, path: path.to_owned() })
    }

    /// As it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The bytes of an answer. What was listed may be something else by now: it is looked at again.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        self.read_up_to(path, MAX_SOURCE_BYTES)
    }

    /// The bytes of a file that has at most so many.
    pub fn read_up_to(&self, path: &Path, most: usize) -> Result<Vec<u8>, Unread> {
        let Some(name) = path.file_name() else { return Err(leaves()) };
        let folder = self.folder(path.parent().unwrap_or(Path::new("")))?;
        // Opening a device can have effects, so look first; a name can change its meaning, so look again.
        let seen = statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW).map_err(unread)?;
        require_file(FileType::from_raw_mode(seen.st_mode))?;
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let opened = openat(&folder, name, flags, Mode::empty()).map_err(unread)?;
        let metadata = fstat(&opened).map_err(unread)?;
        require_file(FileType::from_raw_mode(metadata.st_mode))?;
        let size = u64::try_from(metadata.st_size).unwrap_or(0);
        if size > most as u64 {
            return Err(Unread::TooLarge { size });
        }
        let mut bytes = Vec::with_capacity(size as usize + 1);
        let read = File::from(opened).take(most as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| Unread::Unreadable(error.to_string()))?;
        // It grew meanwhile.
        if bytes.len() > most { Err(Unread::TooLarge { size: bytes.len() as u64 }) } else { Ok(bytes) }
    }

    /// Names and kinds of what stands in a folder, in order of the names.
    pub fn entries(&self, folder: &Path) -> Result<Vec<(OsString, FileType)>, Unread> {
        let opened = self.folder(folder)?;
        let mut entries = Vec::new();
        for entry in Dir::read_from(&opened).map_err(unread)? {
            let entry = entry.map_err(unread)?;
            let name = OsString::from_vec(entry.file_name().to_bytes().to_vec());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                // Some file systems do not say.
                FileType::Unknown => statat(&opened, &name, AtFlags::SYMLINK_NOFOLLOW)
                    .map_or(FileType::Unknown, |seen| FileType::from_raw_mode(seen.st_mode)),
                kind => kind,
            };
            entries.push((name, kind));
        }
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(entries)
    }

    /// Whether a folder in this one is the folder that stands at `path`.
    pub fn is_same(&self, folder: &Path, path: &Path) -> bool {
        let Ok(ours) = self.folder(folder).and_then(|folder| fstat(&folder).map_err(unread)) else { return false };
        statat(CWD, path, AtFlags::empty())
            .is_ok_and(|theirs| (ours.st_dev, ours.st_ino) == (theirs.st_dev, theirs.st_ino))
    }

    /// A folder below this one, reached without a link. One component after the other: none may be a link.
    fn folder(&self, path: &Path) -> Result<OwnedFd, Unread> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut folder = openat(&self.folder, ".", flags, Mode::empty()).map_err(unread)?;
        for component in path.components() {
            let Component::Normal(name) = component else { return Err(leaves()) };
            folder = openat(folder.as_fd(), name, flags, Mode::empty()).map_err(unread)?;
        }
        Ok(folder)
    }
}

fn leaves() -> Unread {
    Unread::NoFile("leaves the folder of submissions".to_owned())
}

fn unread(error: Errno) -> Unread {
    match error {
        Errno::NOENT => Unread::NoFile("is not there".to_owned()),
        // What `O_NOFOLLOW` says of a link.
        Errno::LOOP | Errno::NOTDIR => Unread::NoFile("leads through a link or a file".to_owned()),
        Errno::NAMETOOLONG => Unread::NoFile("has too long a name".to_owned()),
        // No name of a file has a NUL.
        Errno::INVAL => Unread::NoFile("is no name of a file".to_owned()),
        error => Unread::Unreadable(io::Error::from(error).to_string()),
    }
}

fn require_file(kind: FileType) -> Result<(), Unread> {
    if kind.is_file() { Ok(()) } else { Err(Unread::NoFile(format!("is {}, not a file", describe(kind)))) }
}

/// What something is called.
pub fn describe(kind: FileType) -> &'static str {
    match kind {
        FileType::RegularFile => "a file",
        FileType::Directory => "a folder",
        FileType::Symlink => "a link",
        FileType::Fifo => "a FIFO",
        FileType::Socket => "a socket",
        FileType::CharacterDevice | FileType::BlockDevice => "a device",
        FileType::Unknown => "something unknown",
    }
}

/// A name as text that no other name has: bytes that are no UTF-8, and backslashes, are written as escapes.
pub fn name_text(name: &OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_bytes().utf8_chunks() {
        text += &chunk.valid().replace('\\', "\\\\");
        for byte in chunk.invalid() {
            text += &format!("\\x{byte:02x}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    fn class() -> (tempfile::TempDir, Submissions) {
        let folder = tempfile::tempdir().unwrap();
        for candidate in ["ada", "bob"] {
            fs::create_dir(folder.path().join(candidate)).unwrap();
            fs::write(folder.path().join(candidate).join("merge.py"), candidate).unwrap();
        }
        let submissions = Submissions::open(folder.path()).unwrap();
        (folder, submissions)
    }

    fn why(submissions: &Submissions, path: &str) -> String {
        submissions.read(Path::new(path)).unwrap_err().to_string()
    }

    #[test]
    fn a_file_is_read_and_a_folder_listed_in_order() {
        let (folder, submissions) = class();
        assert_eq!(submissions.read(Path::new("bob/merge.py")).unwrap(), b"bob");
        fs::write(folder.path().join("ada/a.py"), "").unwrap();
        let names: Vec<_> = submissions.entries(Path::new("ada")).unwrap().into_iter().map(|entry| entry.0).collect();
        assert_eq!(names, ["a.py", "merge.py"]);
    }

    #[test]
    fn no_path_leaves_the_folder() {
        let (folder, submissions) = class();
        let secret = tempfile::NamedTempFile::new().unwrap();
        symlink(secret.path(), folder.path().join("ada/link.py")).unwrap();
        symlink(folder.path().join("bob"), folder.path().join("carl")).unwrap();
        symlink("ring", folder.path().join("ring")).unwrap();
        for path in ["../x", "ada/../../x", "/etc/passwd", "..", "", "/", "ada/.."] {
            assert_eq!(why(&submissions, path), "leaves the folder of submissions", "{path}");
        }
        assert_eq!(why(&submissions, "ada/link.py"), "is a link, not a file");
        assert_eq!(why(&submissions, "carl/merge.py"), "leads through a link or a file");
        assert_eq!(why(&submissions, "ring/merge.py"), "leads through a link or a file");
        assert_eq!(why(&submissions, "ada/merge.py/x"), "leads through a link or a file");
        assert_eq!(why(&submissions, &"x".repeat(4096)), "has too long a name");
        assert_eq!(why(&submissions, "a\0b"), "is no name of a file");
        assert_eq!(why(&submissions, "ada"), "is a folder, not a file");
        assert_eq!(why(&submissions, "ada/none.py"), "is not there");
    }

    #[test]
    fn a_file_that_has_grown_is_not_read() {
        let (folder, submissions) = class();
        File::create(folder.path().join("bob/merge.py")).unwrap().set_len(2 << 30).unwrap();
        assert_eq!(submissions.read(Path::new("bob/merge.py")), Err(Unread::TooLarge { size: 2 << 30 }));
        File::create(folder.path().join("bob/merge.py")).unwrap().set_len(MAX_SOURCE_BYTES as u64).unwrap();
        assert_eq!(submissions.read(Path::new("bob/merge.py")).unwrap().len(), MAX_SOURCE_BYTES);
    }

    #[test]
    fn different_names_have_different_texts() {
        assert_eq!(name_text(OsStr::from_bytes(b"zo\xc3\xab")), "zoë");
        assert_eq!(name_text(OsStr::from_bytes(b"zo\xeb")), "zo\\xeb");
        assert_eq!(name_text(OsStr::new("zo\\xeb")), "zo\\\\xeb");
    }
}
