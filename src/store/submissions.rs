//! A folder of submissions, `<candidate>/<slug>.py`: what stands in it, and its bytes. The folder is a stranger's: no link
//! is followed, nothing but plain files is opened, and every name may be any bytes.

use std::ffi::{OsStr, OsString};
use std::fs::{File, FileType};
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags, openat, statat};

use crate::model::limits::MAX_SOURCE_BYTES;
use crate::store::answer_file::{AnswerFileError, describe};

/// A folder of submissions that has been listed.
#[derive(Debug)]
pub struct Submissions {
    folder: OwnedFd,
    path: PathBuf,
    /// In order of their names.
    pub files: Vec<SubmittedFile>,
    /// What stands in the folder and is no submission.
    pub others: Vec<Other>,
}

/// One file of one candidate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SubmittedFile {
    pub candidate: OsString,
    pub name: OsString,
}

/// Something that is no submission, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Other {
    /// Relative to the folder.
    pub path: PathBuf,
    pub why: String,
}

impl SubmittedFile {
    /// Relative to the folder.
    pub fn path(&self) -> PathBuf {
        Path::new(&self.candidate).join(&self.name)
    }
}

impl Submissions {
    /// List a folder of candidates.
    pub fn list(path: &Path) -> io::Result<Submissions> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let folder = openat(CWD, path, flags, Mode::empty())?;
        let mut submissions = Submissions { folder, path: path.to_owned(), files: Vec::new(), others: Vec::new() };
        for entry in path.read_dir()? {
            let entry = entry?;
            let candidate = entry.file_name();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => submissions.list_candidate(&candidate),
                Ok(kind) => submissions.other(candidate.into(), &in_words(kind, "a candidate's folder")),
                Err(error) => submissions.other(candidate.into(), &error.to_string()),
            }
        }
        submissions.files.sort();
        submissions.others.sort();
        Ok(submissions)
    }

    fn list_candidate(&mut self, candidate: &OsStr) {
        let folder = Path::new(candidate);
        let entries = match self.path.join(folder).read_dir() {
            Ok(entries) => entries,
            Err(error) => return self.other(folder.to_owned(), &error.to_string()),
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))) {
                Ok((name, kind)) if kind.is_file() => {
                    self.files.push(SubmittedFile { candidate: candidate.to_owned(), name });
                }
                Ok((name, kind)) => self.other(folder.join(name), &in_words(kind, "a file")),
                Err(error) => self.other(folder.to_owned(), &error.to_string()),
            }
        }
    }

    fn other(&mut self, path: PathBuf, why: &str) {
        self.others.push(Other { path, why: why.to_owned() });
    }

    /// The bytes of a file. What was listed may be something else by now: it is looked at again.
    pub fn read(&self, file: &SubmittedFile) -> Result<Vec<u8>, AnswerFileError> {
        let path = || self.path.join(file.path());
        let failed = |error: rustix::io::Errno| match error {
            rustix::io::Errno::NOENT => AnswerFileError::Missing { path: path() },
            // What `O_NOFOLLOW` says of a link.
            rustix::io::Errno::LOOP | rustix::io::Errno::NOTDIR => {
                AnswerFileError::NotAFile { path: path(), found: "a link" }
            }
            error => AnswerFileError::Unreadable { path: path(), reason: error.into() },
        };
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let folder = openat(&self.folder, &file.candidate, flags | OFlags::DIRECTORY, Mode::empty()).map_err(failed)?;
        // Opening a device can have effects, so look first; a name can change its meaning, so look again.
        let seen = statat(&folder, &file.name, AtFlags::SYMLINK_NOFOLLOW).map_err(failed)?;
        if !rustix::fs::FileType::from_raw_mode(seen.st_mode).is_file() {
            return Err(AnswerFileError::NotAFile { path: path(), found: "something else" });
        }
        let opened = openat(&folder, &file.name, flags | OFlags::NONBLOCK | OFlags::NOCTTY, Mode::empty());
        let opened = File::from(opened.map_err(failed)?);
        let unreadable = |reason: io::Error| AnswerFileError::Unreadable { path: path(), reason };
        let metadata = opened.metadata().map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(AnswerFileError::NotAFile { path: path(), found: describe(metadata.file_type()) });
        }
        let expected = usize::try_from(metadata.len()).unwrap_or(usize::MAX).min(MAX_SOURCE_BYTES);
        let mut bytes = Vec::with_capacity(expected + 1);
        opened.take(MAX_SOURCE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() > MAX_SOURCE_BYTES {
            return Err(AnswerFileError::TooLarge { path: path(), size: metadata.len().max(bytes.len() as u64) });
        }
        Ok(bytes)
    }
}

fn in_words(found: FileType, wanted: &str) -> String {
    format!("is {}, not {wanted}", describe(found))
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

    fn class() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for candidate in ["ada", "bob"] {
            fs::create_dir(folder.path().join(candidate)).unwrap();
            fs::write(folder.path().join(candidate).join("merge.py"), candidate).unwrap();
        }
        folder
    }

    #[test]
    fn files_of_candidates_are_found_in_order_and_read() {
        let folder = class();
        let submissions = Submissions::list(folder.path()).unwrap();
        let paths: Vec<PathBuf> = submissions.files.iter().map(SubmittedFile::path).collect();
        assert_eq!(paths, [Path::new("ada/merge.py"), Path::new("bob/merge.py")]);
        assert_eq!(submissions.read(&submissions.files[1]).unwrap(), b"bob");
    }

    #[test]
    fn links_are_named_and_never_followed() {
        let folder = class();
        let secret = tempfile::NamedTempFile::new().unwrap();
        symlink(secret.path(), folder.path().join("ada/link.py")).unwrap();
        symlink("/etc", folder.path().join("etc")).unwrap();
        let submissions = Submissions::list(folder.path()).unwrap();
        let others: Vec<String> =
            submissions.others.iter().map(|other| format!("{} {}", other.path.display(), other.why)).collect();
        assert_eq!(others, ["ada/link.py is a link, not a file", "etc is a link, not a candidate's folder"]);
        // A file that becomes a link after it was listed, and a folder that does.
        fs::remove_file(folder.path().join("ada/merge.py")).unwrap();
        symlink(secret.path(), folder.path().join("ada/merge.py")).unwrap();
        assert!(matches!(submissions.read(&submissions.files[0]), Err(AnswerFileError::NotAFile { .. })));
        fs::rename(folder.path().join("bob"), folder.path().join("carl")).unwrap();
        symlink("carl", folder.path().join("bob")).unwrap();
        assert!(matches!(submissions.read(&submissions.files[1]), Err(AnswerFileError::NotAFile { .. })));
    }

    #[test]
    fn a_file_that_has_gone_or_grown_is_named() {
        let folder = class();
        let submissions = Submissions::list(folder.path()).unwrap();
        fs::remove_file(folder.path().join("ada/merge.py")).unwrap();
        assert!(matches!(submissions.read(&submissions.files[0]), Err(AnswerFileError::Missing { .. })));
        File::create(folder.path().join("bob/merge.py")).unwrap().set_len(2 << 30).unwrap();
        let Err(AnswerFileError::TooLarge { size, .. }) = submissions.read(&submissions.files[1]) else { panic!() };
        assert_eq!(size, 2 << 30);
    }

    #[test]
    fn different_names_have_different_texts() {
        assert_eq!(name_text(OsStr::from_bytes(b"zo\xc3\xab")), "zoë");
        assert_eq!(name_text(OsStr::from_bytes(b"zo\xeb")), "zo\\xeb");
        assert_eq!(name_text(OsStr::new("zo\\xeb")), "zo\\\\xeb");
    }
}
