//! Facts that were established once and need not be established again, each by the hash of all that it depends on. A mark
//! that cannot be read or written costs time, never truth.

use std::fs;
use std::path::{Path, PathBuf};

use crate::store::atomic;

/// A folder of marks.
#[derive(Debug, Clone)]
pub struct Marks {
    folder: PathBuf,
}

impl Marks {
    /// Marks of this kind in a cache folder.
    pub fn new(cache: &Path, kind: &str) -> Marks {
        Marks { folder: cache.join(kind) }
    }

    /// `hash` in hexadecimal digits.
    pub fn has(&self, hash: &str) -> bool {
        // A file whose content was lost proves nothing.
        fs::read(self.folder.join(hash)).is_ok_and(|content| content == hash.as_bytes())
    }

    pub fn set(&self, hash: &str) {
        // Without it the next run establishes the fact again.
        let _ = fs::create_dir_all(&self.folder).and_then(|()| atomic::write(&self.folder.join(hash), hash.as_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stays_and_an_empty_file_is_none() {
        let cache = tempfile::tempdir().unwrap();
        let marks = Marks::new(cache.path(), "verified");
        assert!(!marks.has("ab"));
        marks.set("ab");
        assert!(marks.has("ab") && !marks.has("cd"));
        fs::write(cache.path().join("verified/cd"), "").unwrap();
        assert!(!marks.has("cd"));
    }
}
