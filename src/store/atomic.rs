//! Write whole files: a reader sees the old content or the new one, also after a crash, and never a part.

use std::fs::{File, Permissions};
use std::io;
use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

/// Replace a file, or create it. Durable when this returns.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    complete(path, bytes)?.persist(path).map_err(|failed| failed.error)?;
    sync_folder_of(path)
}

/// Replace a file, or create it, with what `fill` writes; nothing changes when that fails. Durable when this returns.
pub fn write_with<E: From<io::Error>>(path: &Path, fill: impl FnOnce(&mut File) -> Result<(), E>) -> Result<(), E> {
    let mut file = beside(path)?;
    fill(file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(sync_folder_of(path)?)
}

/// Replace a file, or create it, without waiting for the disk: after a crash of the machine it may be empty.
pub fn write_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = beside(path)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

/// Create a file; `false` when something stands there already, which is left as it is.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    match complete(path, bytes)?.persist_noclobber(path) {
        Ok(_) => sync_folder_of(path).map(|()| true),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(failed) => Err(failed.error),
    }
}

/// Make the name of a file or folder durable.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = folder_of(path);
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The content, complete and synced, under a name of its own beside `path`.
fn complete(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = beside(path)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// An empty file that nobody else knows, in the folder of `path`.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".greenroom-");
    #[cfg(unix)]
    builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    builder.tempfile_in(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_could_not_be_filled_is_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write_with(&path, |file| file.write_all(b"one")).unwrap();
        let half = write_with(&path, |file| file.write_all(b"tw").and(Err(io::Error::other("full"))));
        assert_eq!(half.unwrap_err().to_string(), "full");
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write_unsynced(&path, b"three").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"three");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn what_stands_there_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        assert!(write_new(&path, b"starter").unwrap());
        std::fs::write(&path, "mine").unwrap();
        assert!(!write_new(&path, b"starter").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        std::os::unix::fs::symlink("/nowhere/at/all", &path).unwrap();
        assert!(!write_new(&path, b"starter").unwrap());
    }

    #[test]
    fn a_folder_that_is_missing_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(&folder.path().join("none/report.json"), b"").is_err());
    }
}
