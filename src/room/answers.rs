//! The answer files of a session: which of them have a new content.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::store::answer_file;
use crate::store::answer_file::AnswerFileError;

/// One answer file, and what was last seen of it.
#[derive(Debug)]
pub struct AnswerFile {
    path: PathBuf,
    /// How it is called in messages: from the session folder.
    name: String,
    /// SHA-256 of the content that was last seen, in hex.
    seen: String,
    stamp: Option<(SystemTime, u64)>,
    /// What was last said about it, so that it is said once.
    complaint: Option<String>,
}

/// What a look at a file found.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// The content that was seen before, or no file: editors replace files.
    Nothing,
    New {
        sha256: String,
        content: Vec<u8>,
    },
    /// It cannot be read, for a reason that was not told yet.
    Trouble(String),
}

impl AnswerFile {
    /// A file whose content was last seen as `content`.
    pub fn new(root: &Path, path: PathBuf, content: &[u8]) -> AnswerFile {
        let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        AnswerFile { path, name, seen: sha256(content), stamp: None, complaint: None }
    }

    /// Why it cannot be read, if it could not be when somebody looked last.
    pub fn trouble(&self) -> Option<&str> {
        self.complaint.as_deref()
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Look only if the file's time or size is another than at the last look.
    pub fn poll(&mut self) -> Found {
        if self.stamp() == self.stamp { Found::Nothing } else { self.look() }
    }

    /// Read the file.
    pub fn look(&mut self) -> Found {
        // Before the content: what is written after this is found by the next poll.
        self.stamp = self.stamp();
        match answer_file::read(&self.path) {
            Ok(content) => {
                self.complaint = None;
                let sha256 = sha256(&content);
                if sha256 == self.seen {
                    return Found::Nothing;
                }
                self.seen.clone_from(&sha256);
                Found::New { sha256, content }
            }
            Err(AnswerFileError::Missing { .. }) => Found::Nothing,
            Err(error) => {
                let complaint = Some(error.to_string());
                if self.complaint == complaint {
                    return Found::Nothing;
                }
                self.complaint = complaint;
                Found::Trouble(error.to_string())
            }
        }
    }

    /// It was last written at this time or before it.
    pub fn was_written_by(&self, latest: SystemTime) -> bool {
        self.stamp().is_some_and(|(modified, _)| modified <= latest)
    }

    fn stamp(&self) -> Option<(SystemTime, u64)> {
        let metadata = self.path.metadata().ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    }
}

/// In hex.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(folder: &Path) -> AnswerFile {
        let path = folder.join("answer.py");
        std::fs::write(&path, "starter").unwrap();
        AnswerFile::new(folder, path, b"starter")
    }

    fn new(text: &str) -> Found {
        Found::New { sha256: sha256(text.as_bytes()), content: text.as_bytes().to_vec() }
    }

    #[test]
    fn a_new_content_is_found_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = file(folder.path());
        assert_eq!(file.look(), Found::Nothing);
        std::fs::write(folder.path().join("answer.py"), "mine").unwrap();
        assert_eq!((file.look(), file.look(), file.poll()), (new("mine"), Found::Nothing, Found::Nothing));
    }

    #[test]
    fn a_file_that_an_editor_replaces_is_never_missing() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = file(folder.path());
        std::fs::remove_file(folder.path().join("answer.py")).unwrap();
        assert_eq!(file.poll(), Found::Nothing);
        std::fs::write(folder.path().join("new"), "replaced").unwrap();
        std::fs::rename(folder.path().join("new"), folder.path().join("answer.py")).unwrap();
        assert_eq!(file.poll(), new("replaced"));
    }

    #[test]
    fn trouble_is_told_once_until_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        let mut file = file(folder.path());
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        assert!(matches!(file.look(), Found::Trouble(_)));
        assert_eq!((file.look(), file.trouble().is_some()), (Found::Nothing, true));
        std::fs::remove_dir(&path).unwrap();
        std::fs::write(&path, vec![b'#'; 300_000]).unwrap();
        assert!(matches!(file.look(), Found::Trouble(reason) if reason.contains("300000 bytes")));
        std::fs::write(&path, "x = 1").unwrap();
        assert_eq!((file.look(), file.trouble()), (new("x = 1"), None));
    }
}
