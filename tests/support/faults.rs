//! A disk that fails when a test wants it to: at one call that changes a file, or from there on.

use std::ffi::OsString;
use std::fs;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::shim;

/// What happens at a call. The numbers are those of `faults.c`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The process is gone before it: `kill -9`.
    Kill = 1,
    /// Half of it is written, and then the process is gone.
    Tear = 2,
    /// No space is left.
    Full = 3,
    /// Input and output do not work.
    Broken = 4,
    /// Somebody presses Ctrl-C; the call itself goes on.
    Interrupt = 5,
}

/// Which calls count.
pub const WRITES: i64 = 1;
pub const SYNCS: i64 = 2;
/// Files that are created, cut or removed.
pub const OTHERS: i64 = 4;
pub const ALL: i64 = WRITES | SYNCS | OTHERS;

/// A change of the disk, as it was told in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Write {
        path: PathBuf,
        offset: u64,
        bytes: Vec<u8>,
    },
    /// What was written to this file before is on the disk; of a folder, the names in it.
    Sync {
        path: PathBuf,
    },
    Cut {
        path: PathBuf,
        length: u64,
    },
    Removed {
        path: PathBuf,
    },
    Created {
        path: PathBuf,
    },
    /// Something was said on standard output.
    Said(String),
}

/// The disk below one folder, for every process that is started with its `environment`.
pub struct Faults {
    folder: TempDir,
    control: File,
    under: PathBuf,
}

impl Faults {
    /// Nothing fails yet; all calls are counted.
    pub fn new(under: &Path) -> Faults {
        let folder = tempfile::tempdir().unwrap();
        let control =
            File::options().read(true).write(true).create_new(true).open(folder.path().join("control")).unwrap();
        control.write_all_at([0, 0, 0, 0, ALL].map(i64::to_ne_bytes).as_flattened(), 0).unwrap();
        let under = fs::canonicalize(under).unwrap();
        Faults { folder, control, under }
    }

    pub fn environment(&self) -> [(&'static str, OsString); 3] {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/faults.c");
        [
            ("LD_PRELOAD", shim::build("faults", &source).into()),
            ("FAULT_SHIM", self.folder.path().join("control").into()),
            ("FAULT_UNDER", self.under.clone().into()),
        ]
    }

    /// As `environment`, and every change is told in the log.
    pub fn with_log(&self) -> Vec<(&'static str, OsString)> {
        self.environment().into_iter().chain([("FAULT_LOG", self.folder.path().join("log").into())]).collect()
    }

    /// Let this happen at the calls of these kinds from `first` on, counted from 1 and from now, until `last`.
    pub fn arm(&self, trouble: Trouble, first: i64, last: i64, kinds: i64) {
        // Nothing happens while the numbers change.
        self.disarm();
        self.control.write_all_at([first, last, 0, kinds].map(i64::to_ne_bytes).as_flattened(), 8).unwrap();
        self.control.write_all_at(&(trouble as i64).to_ne_bytes(), 0).unwrap();
    }

    /// From now on everything works.
    pub fn disarm(&self) {
        self.control.write_all_at(&0_i64.to_ne_bytes(), 0).unwrap();
    }

    /// How many calls there were since it was armed.
    pub fn count(&self) -> i64 {
        let mut bytes = [0; 8];
        self.control.read_exact_at(&mut bytes, 24).unwrap();
        i64::from_ne_bytes(bytes)
    }

    /// What was told in the log.
    pub fn log(&self) -> Vec<Change> {
        let bytes = fs::read(self.folder.path().join("log")).unwrap();
        let mut rest = &bytes[..];
        let mut changes = Vec::new();
        while !rest.is_empty() {
            let (head, after) = rest.split_at(32);
            let number = |index: usize| i64::from_ne_bytes(head[8 * index..][..8].try_into().unwrap());
            let (path, after) = after.split_at(number(1) as usize);
            let path = PathBuf::from(str::from_utf8(path).unwrap());
            let (offset, length) = (number(2) as u64, number(3) as u64);
            let has_bytes = matches!(number(0), 1 | 6);
            let (bytes, after) = after.split_at(if has_bytes { length as usize } else { 0 });
            rest = after;
            changes.push(match number(0) {
                1 => Change::Write { path, offset, bytes: bytes.to_vec() },
                2 => Change::Sync { path },
                3 => Change::Cut { path, length },
                4 => Change::Removed { path },
                5 => Change::Created { path },
                _ => Change::Said(String::from_utf8_lossy(bytes).into_owned()),
            });
        }
        changes
    }
}
