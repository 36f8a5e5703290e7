//! The folder that results are written into, and `results.jsonl` in it: appended to, one line an answer. Whoever writes
//! holds the folder's lock, which is the kernel's and goes with the process, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use crate::store::atomic;

/// What the file of results is called.
pub const RESULTS: &str = "results.jsonl";

/// How long a line may stand in the file before it is made durable. Lines survive the process at once, and the machine
/// after this time.
// Receipt: a sync takes 1 to 5 ms on a disk; one a second costs nothing that can be seen.
const SYNC_EVERY: Duration = Duration::from_secs(1);

/// The longest line that is read back.
// Receipt: a line of the bank's longest check with every failure revealed is 60 KB.
const MAX_LINE_BYTES: usize = 64 * 1024 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum ResultsError {
    #[error("another greenroom is writing into `{}`", .0.display())]
    Locked(PathBuf),
    #[error("cannot write into `{}`: {reason}", .folder.display())]
    Io { folder: PathBuf, reason: io::Error },
}

/// A folder of results that nobody else writes into.
#[derive(Debug)]
pub struct ResultsFolder {
    path: PathBuf,
    /// The folder itself, locked.
    _lock: File,
    created: bool,
}

/// The file of results, open at its end.
#[derive(Debug)]
pub struct Results {
    file: File,
    synced: Instant,
}

/// What becomes of a line of an earlier run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Keep,
    Replace(String),
    Drop,
}

/// A line as it stands in the file, without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub number: u64,
    /// Where it begins.
    pub offset: u64,
    pub bytes: Vec<u8>,
    /// It has no end: whoever wrote it was stopped in the middle.
    pub torn: bool,
}

impl ResultsFolder {
    /// Take the folder, and create it if it is missing.
    pub fn open(path: &Path) -> Result<ResultsFolder, ResultsError> {
        let failed = |reason| ResultsError::Io { folder: path.to_owned(), reason };
        let created = !path.exists();
        fs::create_dir_all(path).map_err(failed)?;
        let lock = File::open(path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(ResultsFolder { path: path.to_owned(), _lock: lock, created }),
            Err(TryLockError::WouldBlock) => Err(ResultsError::Locked(path.to_owned())),
            Err(TryLockError::Error(reason)) => Err(failed(reason)),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn results(&self) -> PathBuf {
        self.path.join(RESULTS)
    }

    /// Replace a whole file of the folder.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), ResultsError> {
        atomic::write(&self.path.join(name), bytes).map_err(|reason| self.failed(reason))
    }

    /// Ask `fate` about each line that stands in the file, and leave it with those that are kept. A crash on the way leaves
    /// the file as it was.
    pub fn sift(&self, fate: &mut dyn FnMut(&Line) -> Fate) -> Result<(), ResultsError> {
        self.sift_lines(fate).map_err(|reason| self.failed(reason))
    }

    fn sift_lines(&self, fate: &mut dyn FnMut(&Line) -> Fate) -> io::Result<()> {
        let mut kept = BufWriter::new(tempfile::Builder::new().prefix(".greenroom-").tempfile_in(&self.path)?);
        let mut changed = false;
        each_line(&self.results(), &mut |line| {
            match fate(&line) {
                Fate::Keep if !line.torn => {
                    kept.write_all(&line.bytes)?;
                    kept.write_all(b"\n")?;
                }
                Fate::Replace(text) => {
                    changed = true;
                    kept.write_all(text.as_bytes())?;
                }
                Fate::Keep | Fate::Drop => changed = true,
            }
            Ok(true)
        })?;
        if changed {
            let kept: NamedTempFile = kept.into_inner().map_err(io::IntoInnerError::into_error)?;
            let permissions = self.results().metadata()?.permissions();
            kept.as_file().set_permissions(permissions)?;
            kept.as_file().sync_all()?;
            kept.persist(self.results()).map_err(|failed| failed.error)?;
            atomic::sync_folder_of(&self.results())?;
        }
        Ok(())
    }

    /// The file of results, to add to it.
    pub fn append(&self) -> Result<Results, ResultsError> {
        let file = OpenOptions::new().append(true).create(true).open(self.results());
        let file = file.map_err(|reason| self.failed(reason))?;
        Ok(Results { file, synced: Instant::now() })
    }

    pub fn failed(&self, reason: io::Error) -> ResultsError {
        ResultsError::Io { folder: self.path.clone(), reason }
    }
}

impl Drop for ResultsFolder {
    fn drop(&mut self) {
        if self.created {
            // It goes when nothing was written; a folder with something in it stays.
            let _ = fs::remove_dir(&self.path);
        }
    }
}

impl Results {
    /// Add a line, with its end. When this returns, the line outlives this process.
    pub fn add(&mut self, line: &str) -> io::Result<()> {
        self.file.write_all(line.as_bytes())?;
        if self.synced.elapsed() >= SYNC_EVERY { self.sync() } else { Ok(()) }
    }

    /// When this returns, all lines outlive the machine.
    pub fn sync(&mut self) -> io::Result<()> {
        self.synced = Instant::now();
        self.file.sync_data()
    }
}

/// Read a file line by line until `on_line` says false. A file that is not there has none.
pub fn each_line(path: &Path, on_line: &mut dyn FnMut(Line) -> io::Result<bool>) -> io::Result<()> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let mut reader = BufReader::new(file);
    let (mut number, mut offset) = (0, 0);
    loop {
        let mut bytes = Vec::new();
        let length = io::Read::take(&mut reader, MAX_LINE_BYTES as u64).read_until(b'\n', &mut bytes)?;
        if length == 0 {
            return Ok(());
        }
        number += 1;
        let torn = bytes.pop_if(|last| *last == b'\n').is_none();
        if !on_line(Line { number, offset, bytes, torn })? {
            return Ok(());
        }
        offset += length as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &Path) -> Vec<(String, bool)> {
        let mut lines = Vec::new();
        each_line(path, &mut |line| {
            lines.push((String::from_utf8(line.bytes).unwrap(), line.torn));
            Ok(true)
        })
        .unwrap();
        lines
    }

    #[test]
    fn lines_are_added_and_a_torn_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let results = ResultsFolder::open(folder.path()).unwrap();
        results.append().unwrap().add("one\n").unwrap();
        results.append().unwrap().add("tw").unwrap();
        assert_eq!(lines(&results.results()), [("one".to_owned(), false), ("tw".to_owned(), true)]);
    }

    #[test]
    fn sifting_keeps_replaces_and_drops_and_never_keeps_a_torn_line() {
        let folder = tempfile::tempdir().unwrap();
        let results = ResultsFolder::open(folder.path()).unwrap();
        fs::write(results.results(), "a\nb\nc\nd").unwrap();
        let mut fate = |line: &Line| match line.bytes.as_slice() {
            b"a" => Fate::Drop,
            b"b" => Fate::Replace("B\n".to_owned()),
            _ => Fate::Keep,
        };
        results.sift(&mut fate).unwrap();
        assert_eq!(fs::read_to_string(results.results()).unwrap(), "B\nc\n");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn the_second_writer_is_refused_until_the_first_has_gone() {
        let folder = tempfile::tempdir().unwrap();
        let first = ResultsFolder::open(folder.path()).unwrap();
        assert!(matches!(ResultsFolder::open(folder.path()), Err(ResultsError::Locked(_))));
        drop(first);
        assert!(ResultsFolder::open(folder.path()).is_ok());
    }

    #[test]
    fn a_folder_that_was_made_for_nothing_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        drop(ResultsFolder::open(&path).unwrap());
        assert!(!path.exists());
        ResultsFolder::open(&path).unwrap().write("run.json", b"{}").unwrap();
        assert!(path.exists());
    }
}
