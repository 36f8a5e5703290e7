//! Parsed checks on disk, by the hash of everything that they depend on. A cache that cannot be read or written is slow,
//! never wrong.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::model::check::{PARSED_CHECK_VERSION, ParsedCheck};
use crate::model::wire::{Interpreter, from_bytes, to_bytes};

/// A folder of parsed checks.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    pub fn new(folder: &Path) -> Cache {
        Cache { folder: folder.join("checks") }
    }

    /// The parsed form of `source`, if this interpreter has parsed it before.
    pub fn get(&self, source: &str, interpreter: &Interpreter) -> Option<ParsedCheck> {
        let bytes = fs::read(self.path(source, interpreter)).ok()?;
        let (digest, body) = bytes.split_at_checked(32)?;
        // A torn or edited file is not an expected output to compare with.
        if digest != Sha256::digest(body).as_slice() {
            return None;
        }
        from_bytes(body).ok()
    }

    pub fn put(&self, source: &str, interpreter: &Interpreter, parsed: &ParsedCheck) {
        let body = to_bytes(parsed);
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(&Sha256::digest(&body))?;
            file.write_all(&body)?;
            file.persist(self.path(source, interpreter))?;
            Ok(())
        };
        // Without a cache the next run parses again.
        let _ = write();
    }

    fn path(&self, source: &str, interpreter: &Interpreter) -> PathBuf {
        let mut hasher = Sha256::new();
        for part in [
            &PARSED_CHECK_VERSION.to_string(),
            env!("CARGO_PKG_VERSION"),
            &interpreter.version,
            &interpreter.implementation,
            &interpreter.library,
            source,
        ] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        self.folder.join(hex(&hasher.finalize()))
    }
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::check::Compiled;

    fn interpreter(version: &str) -> Interpreter {
        Interpreter {
            version: version.to_owned(),
            implementation: "cpython".to_owned(),
            prefix: String::new(),
            library: String::new(),
        }
    }

    fn parsed() -> ParsedCheck {
        ParsedCheck {
            title: "T".to_owned(),
            setup: Compiled::default(),
            setup_without_answer: Compiled::default(),
            wants: vec![],
            cases: vec![],
        }
    }

    #[test]
    fn a_check_is_found_again_only_by_the_same_source_and_interpreter() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        cache.put("a", &interpreter("3.11.7"), &parsed());
        assert_eq!(cache.get("a", &interpreter("3.11.7")), Some(parsed()));
        assert_eq!(cache.get("b", &interpreter("3.11.7")), None);
        assert_eq!(cache.get("a", &interpreter("3.12.1")), None);
    }

    #[test]
    fn a_torn_file_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        cache.put("a", &interpreter("3.11.7"), &parsed());
        let path = cache.path("a", &interpreter("3.11.7"));
        let bytes = fs::read(&path).unwrap();
        for length in 0..bytes.len() {
            fs::write(&path, &bytes[..length]).unwrap();
            assert_eq!(cache.get("a", &interpreter("3.11.7")), None, "cut to {length}");
        }
    }
}
